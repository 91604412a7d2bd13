"""What a database says its tables are, so that two ways of making them can be compared."""

from __future__ import annotations

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
        rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        found = {part for row in rows for part in _parts(*row)}
    else:
        found = {f"{kind}: {what}" for kind, what in connection.execute(text(_POSTGRESQL))}
    return {one for one in found if "alembic_version" not in one and "sqlite_sequence" not in one}


def _parts(kind: str, name: str, sql: str) -> list[str]:
    """Split a CREATE statement at its commas, so that neither white space nor the order of columns matters."""
    if kind == "trigger":
        return [f"{kind} {name}: {' '.join(sql.split())}"]
    return [f"{kind} {name}: {' '.join(part.split()).strip('() ')}" for part in sql.split(",")]
