"""Open a store: find its database, see that its tables are this version's, and migrate them where they are not.

Only the stored revision is compared with `revisions.HEAD`. Alembic, and SQLAlchemy for SQLite, are loaded when an
older store is to be migrated; a new file's tables are made from what the migrations led to when `compiling` ran.
"""

from __future__ import annotations

from pathlib import Path

from .base import Judge, StoreError
from .database import Database
from .lasting_store import LastingStore
from .revisions import HEAD, check_known
from .sql_store import SqlStore
from .sqlite_database import SqliteDatabase

SQLITE = "sqlite:///"
POSTGRESQL = ("postgresql://", "postgresql+psycopg://", "postgres://")


def sqlite_url(path: Path) -> str:
    """Return the URL of a store in a file."""
    return f"{SQLITE}{path}"


def open_store(url: str, tenant: str, candidate: str, judge: Judge, *, lasting: bool = False) -> SqlStore:
    """Open one candidate's store; closing it closes the database.

    Args:
        url: ``sqlite:///`` and a path, or ``postgresql://`` as PostgreSQL has it.
        tenant: the household, agency or centre whose rows these are.
        candidate: whose processes these are.
        judge: reports a process.
        lasting: it stays open, and is asked for the same again and again; what was loaded is kept while it is so.

    Raises:
        NewerStore: a newer version of Sincerely wrote it.
        StoreError: it can't be opened.
    """
    made = LastingStore if lasting else SqlStore
    return made(open_database(url), tenant, candidate, judge)


def open_database(url: str) -> Database:
    """Open a database whose tables are this version's, for many tenants' and candidates' stores.

    A SQLite file is made or migrated here. PostgreSQL's tables belong to another role than the application's, so
    its administrator migrates them: see `preparing`.

    Raises:
        NewerStore: a newer version of Sincerely wrote it.
        StoreError: it can't be opened.
    """
    if url.startswith(SQLITE):
        return _open_sqlite(Path(url.removeprefix(SQLITE)))
    if url.startswith(POSTGRESQL):
        from .postgres_opening import open_postgres

        return open_postgres(url)
    raise StoreError(f'{url.partition(":")[0]}: expected "sqlite:///" and a path, or "postgresql://…"')


def _open_sqlite(path: Path) -> SqliteDatabase:
    database = SqliteDatabase(path)
    try:
        revision = database.revision()
        check_known(revision, database.place)
        if revision is None:
            database.create()
        elif revision != HEAD:
            from .migrating import migrate_sqlite

            migrate_sqlite(database)
    except BaseException:
        database.close()
        raise
    return database
