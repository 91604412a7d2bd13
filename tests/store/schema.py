"""What a database says its tables are, so that two ways of making them can be compared."""

from __future__ import annotations

import re

from sqlalchemy import Connection, text

_POSTGRESQL = """
SELECT 'column', format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, identity_generation)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'constraint', format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public'
"""


def described(connection: Connection) -> set[str]:
    """Return tables, columns, constraints and indices in the database's own words, Alembic's table left out."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT type, sql FROM sqlite_master WHERE type IN ('table', 'index')"))
        found = {part for kind, sql in rows if sql for part in _parts(kind, sql)}
    else:
        found = {f"{kind}: {what}" for kind, what in connection.execute(text(_POSTGRESQL))}
    return {one for one in found if "alembic_version" not in one and "sqlite_sequence" not in one}


def _parts(kind: str, sql: str) -> list[str]:
    """Split a CREATE statement at its lines, so that the order of columns' neighbours does not matter."""
    lines = [re.sub(r"\s+", " ", line).strip(" ,") for line in sql.splitlines()]
    name = lines[0]
    return [f"{kind}: {name} {line}" for line in lines if line not in {"", "(", ")"}]
