"""Write `sqlite_statements.py`: ``python -m sincerely.store.compiling``, after every change of `statements`."""

from __future__ import annotations

import textwrap
from pathlib import Path

from sqlalchemy import Executable
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql import ClauseElement

from .statements import INSERTS, SQLITE

TARGET = Path(__file__).with_name("sqlite_statements.py")
_HEAD = '''"""The statements as SQLite takes them. Written by `compiling` from `statements`; do not edit."""

from __future__ import annotations

STATEMENTS = {
'''


def compiled() -> str:
    """Return the module's text."""
    parts = [f'    "{name}": """\n{_sql(name, statement)}\n""",\n' for name, statement in sorted(SQLITE.items())]
    return f"{_HEAD}{''.join(parts)}}}\n"


def _sql(name: str, statement: Executable) -> str:
    assert isinstance(statement, ClauseElement)
    table = INSERTS.get(name)
    keys = None if table is None else [column.name for column in table.columns if column.name != "seq"]
    text = str(statement.compile(dialect=SQLiteDialect_pysqlite(paramstyle="named"), column_keys=keys))
    return textwrap.fill(text, 116, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    TARGET.write_text(compiled(), "utf-8")
