"""Write `sqlite_statements.py` and `sqlite_tables.py`: ``python -m sincerely.store.compiling``.

After every change of `statements`, and after every new migration.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from sqlalchemy import Executable, create_engine, text
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql import ClauseElement

from .migrating import upgrade
from .revisions import HEAD
from .statements import INSERTS, SQLITE

TARGET = Path(__file__).with_name("sqlite_statements.py")
TARGET_TABLES = Path(__file__).with_name("sqlite_tables.py")
_HEAD = '''"""{what}. Written by `compiling`; do not edit."""

from __future__ import annotations

'''
_TABLES = text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid")


def compiled() -> str:
    """Return the text of the module with the statements."""
    statements = [f'    "{name}": """\n{_sql(name, statement)}\n""",\n' for name, statement in sorted(SQLITE.items())]
    return f"{_HEAD.format(what='The statements as SQLite takes them')}STATEMENTS = {{\n{''.join(statements)}}}\n"


def compiled_tables() -> str:
    """Return the text of the module with what makes the tables of a new file."""
    tables = [f'    """\n{_wrapped(sql)}\n""",\n' for sql in _migrated()]
    return f"{_HEAD.format(what='What makes the tables of a new SQLite file')}TABLES = (\n{''.join(tables)})\n"


def _sql(name: str, statement: Executable) -> str:
    assert isinstance(statement, ClauseElement)
    table = INSERTS.get(name)
    keys = None if table is None else [column.name for column in table.columns if column.name != "seq"]
    return _wrapped(str(statement.compile(dialect=SQLiteDialect_pysqlite(paramstyle="named"), column_keys=keys)))


def _migrated() -> list[str]:
    """Return what makes the tables, indices, triggers and marks that the migrations lead to."""
    with create_engine("sqlite://").begin() as connection:
        upgrade(connection)
        marked = connection.exec_driver_sql("PRAGMA application_id").scalar()
        revision = f"INSERT INTO alembic_version VALUES ('{HEAD}')"  # noqa: S608  (our own constant)
        return [*connection.execute(_TABLES).scalars(), revision, f"PRAGMA application_id = {marked}"]


def _wrapped(sql: str) -> str:
    return textwrap.fill(" ".join(sql.split()), 116, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    TARGET.write_text(compiled(), "utf-8")
    TARGET_TABLES.write_text(compiled_tables(), "utf-8")
