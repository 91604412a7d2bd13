"""What PostgreSQL's application role may do: granted by the tables' owner, and looked at when a database is opened.

A new version may need a right that an older one's preparation did not give, without a change of tables. Who opens the
database is told of it before anything is read or written, and not in the middle of a sync.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import URL, Connection, text

from .tables import PRIVILEGES

COMMAND = "python -m sincerely.store.preparing"
_DUE = "sincerely_due(bigint, integer)"
_REVISION = "alembic_version"
_RIGHT = re.compile(r"([A-Z]+)(?: \(([^)]*)\))?(?:, |$)")
_LACKING = text(
    "SELECT place, privilege FROM unnest(CAST(:places AS text[]), CAST(:columns AS text[]), CAST(:rights AS text[])) "
    "WITH ORDINALITY AS wanted(place, col, privilege, nth) WHERE NOT CASE WHEN col <> '' "
    "THEN has_column_privilege(place, col, privilege) ELSE has_table_privilege(place, privilege) END ORDER BY nth"
)
_LACKS_DUE = text("SELECT NOT has_function_privilege(CAST(:function AS text), 'EXECUTE')")


class _Right(NamedTuple):
    table: str
    privilege: str
    column: str = ""


def how_to_prepare(url: URL, role: str) -> str:
    """Return what the tables' owner is to run; in place of their name stands OWNER, and no password."""
    place = URL.create("postgresql", "OWNER", None, url.host, url.port, url.database)
    return f"run the migration as the tables' owner: {COMMAND} {place.render_as_string()} {role}"


def lacking(connection: Connection) -> list[str]:
    """Return what the role that is connected may not do though it has to, in words: ``UPDATE on source_message``."""
    wanted = list(_wanted())
    values = {
        "places": [right.table for right in wanted],
        "columns": [right.column for right in wanted],
        "rights": [right.privilege for right in wanted],
    }
    found = [f"{privilege} on {table}" for table, privilege in connection.execute(_LACKING, values)]
    if connection.scalar(_LACKS_DUE, {"function": _DUE}):
        found.append("EXECUTE on sincerely_due")
    return list(dict.fromkeys(found))


def grant(connection: Connection, role: str) -> None:
    """Give a role what it needs; what it has already stays."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(role)
    schema = connection.dialect.identifier_preparer.quote(str(connection.scalar(text("SELECT current_schema()"))))
    statements = [f"GRANT {rights} ON {table} TO {quoted}" for table, rights in PRIVILEGES.items()]
    statements += [
        f"GRANT USAGE ON SCHEMA {schema} TO {quoted}",
        f"GRANT SELECT ON {_REVISION} TO {quoted}",
        f"GRANT EXECUTE ON FUNCTION {_DUE} TO {quoted}",
    ]
    for statement in statements:
        connection.execute(text(statement.replace(":", r"\:")))


def _wanted() -> Iterator[_Right]:
    """Yield what is granted, each right by itself, of columns where it is of columns."""
    for table, rights in PRIVILEGES.items():
        for found in _RIGHT.finditer(rights):
            columns = found[2].split(", ") if found[2] else [""]
            yield from (_Right(table, found[1], column) for column in columns)
