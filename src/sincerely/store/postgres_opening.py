"""Open a PostgreSQL database as the application's role, and make its tables ready as their owner."""

from __future__ import annotations

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from .base import StoreError
from .migrating import upgrade
from .postgres_database import PostgresDatabase, make_engine
from .postgres_errors import explain
from .postgres_rights import grant, how_to_prepare, lacking
from .revisions import HEAD, check_known

_REVISION = text("SELECT version_num FROM alembic_version")
_TABLES = text("SELECT to_regclass('alembic_version') IS NOT NULL")
_ROLE = text(
    "SELECT rolsuper OR rolbypassrls, "
    "EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('process') AND pg_has_role(r.oid, relowner, 'USAGE')) "
    "FROM pg_roles AS r WHERE rolname = :role"
)
# Of two that migrate at once, the second waits.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('sincerely.migration', 0))")


def open_postgres(url: str) -> PostgresDatabase:
    """Open a database as the application's role.

    Raises:
        NewerStore: a newer version of Sincerely made its tables.
        StoreError: it can't be opened, its tables are not this version's, row-level security would not bind the
            role, or the role lacks a right that this version needs.
    """
    database = PostgresDatabase(url)
    try:
        with database.engine.connect() as connection:
            role = str(connection.scalar(text("SELECT current_user")))
            _check_role(connection, role, database.place)
            _check_tables(connection, database.place, how_to_prepare(database.engine.url, role))
    except DBAPIError as error:
        database.close()
        raise explain(error, database.place) from error
    except BaseException:
        database.close()
        raise
    return database


def migrate_postgres(url: str, role: str) -> str:
    """Make or migrate the tables, let the application's role work with them, and return where they are.

    Again, it changes nothing that is right already.

    Args:
        url: connects as the role that owns the tables, or will.
        role: the application's role; it is there already, and is neither a superuser nor the owner, nor may it
            bypass row-level security.

    Raises:
        NewerStore: a newer version of Sincerely made the tables.
        StoreError: nothing was changed.
    """
    engine = make_engine(url)
    place = engine.url.render_as_string(hide_password=True)
    try:
        with engine.begin() as connection:
            connection.execute(_ONE_AT_A_TIME)
            check_known(_revision(connection), place)
            upgrade(connection)
            _check_role(connection, role, place)
            grant(connection, role)
    except DBAPIError as error:
        raise explain(error, place) from error
    finally:
        engine.dispose()
    return place


def _check_tables(connection: Connection, place: str, remedy: str) -> None:
    revision = _revision(connection)
    check_known(revision, place)
    if revision != HEAD:
        what = "missing" if revision is None else "of an older version"
        raise StoreError(f"{place}: the tables are {what}; {remedy}")
    missing = lacking(connection)
    if missing:
        raise StoreError(f"{place}: this version needs rights that its role lacks ({', '.join(missing)}); {remedy}")


def _revision(connection: Connection) -> str | None:
    if not connection.scalar(_TABLES):
        return None
    found = connection.scalar(_REVISION)
    return None if found is None else str(found)


def _check_role(connection: Connection, role: str, place: str) -> None:
    """See that row-level security binds a role: it binds no superuser, and an owner could switch it off."""
    found = connection.execute(_ROLE, {"role": role}).one_or_none()
    if found is None:
        raise StoreError(f'{place}: there is no role "{role}"; make it with CREATE ROLE')
    for true, what in zip(found, ("may bypass row-level security", "owns the tables"), strict=True):
        if true:
            raise StoreError(
                f'{place}: the role "{role}" {what}, so one tenant could see another\'s rows; '
                "connect as a role that is NOSUPERUSER, NOBYPASSRLS and not the owner"
            )
