"""The store's statements on PostgreSQL, through SQLAlchemy's pool of psycopg connections."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from .base import Still, StoreError
from .database import Values
from .postgres_errors import explain
from .rows import Row, plain
from .statements import POSTGRESQL

# Seen by row-level security until the transaction ends.
_TENANT = text("SELECT set_config('sincerely.tenant', :tenant, true)")
# One writer at a time for each candidate: a new event may change what every other process of theirs reports.
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:owner, 0))")
# Of a session of its own: it outlasts transactions, and ends with the connection.
_ALONE = text("SELECT pg_try_advisory_lock(hashtextextended(:key, 1))")
_NOT_ALONE = text("SELECT pg_advisory_unlock(hashtextextended(:key, 1))")
_STREAMED = 5000


@dataclass
class _Session:
    """One thread's transaction: whose rows it sees, and whose nobody else changes meanwhile."""

    connection: Connection
    tenant: str
    locked: set[str] = field(default_factory=set)

    def lock(self, tenant: str, candidate: str) -> None:
        if candidate and candidate not in self.locked:
            self.connection.execute(_LOCK, {"owner": f"{plain(tenant)}\x1f{plain(candidate)}"})
            self.locked.add(candidate)


class PostgresDatabase:
    """One database for many tenants; each transaction sees one of them."""

    def __init__(self, url: str) -> None:
        self._engine = make_engine(url)
        self.place = self._engine.url.render_as_string(hide_password=True)
        self._local = threading.local()
        self._closed = False

    @property
    def engine(self) -> Engine:
        """The pool, for opening and migrating."""
        return self._engine

    @contextmanager
    def writing(self, tenant: str, candidate: str = "") -> Iterator[None]:
        session = self._open(tenant)
        if session is None:
            with self._transaction(tenant) as session:
                session.lock(tenant, candidate)
                yield
        else:
            with self._told(), session.connection.begin_nested():
                session.lock(tenant, candidate)
                yield

    def unguarded(self, tenant: str, candidate: str) -> AbstractContextManager[None]:
        del tenant, candidate  # the application's role may not delete events, whoever asks
        raise StoreError(f"{self.place}: its administrator erases a process, as the owner of the tables")

    @contextmanager
    def reading(self, tenant: str) -> Iterator[None]:
        if self._open(tenant) is not None:
            yield
            return
        with self._transaction(tenant, isolation_level="REPEATABLE READ"):
            yield

    @contextmanager
    def _transaction(self, tenant: str, **options: str) -> Iterator[_Session]:
        if self._closed:
            raise StoreError(f"{self.place}: the store is closed; open it again")
        with self._told(), self._engine.connect() as connection:
            connection.execution_options(**options)
            with connection.begin():
                connection.execute(_TENANT, {"tenant": plain(tenant)})
                session = self._local.session = _Session(connection, tenant)
                try:
                    yield session
                finally:
                    self._local.session = None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the database's errors into words that say what to do; the caller's own errors pass."""
        try:
            yield
        except DBAPIError as error:
            raise explain(error, self.place) from error
        except SQLAlchemyError as error:
            raise StoreError(f"{self.place}: {error}; please report this") from error

    def version(self) -> None:
        """Return None: a connection is not told of other connections' commits, and asking costs a transaction."""

    def rows(self, name: str, values: Values) -> list[Row]:
        with self._told():
            return list(self._connection().execute(POSTGRESQL[name], dict(values)).all())

    def stream(self, name: str, values: Values) -> Iterator[Row]:
        with self._told():
            options = {"yield_per": _STREAMED}
            yield from self._connection().execute(POSTGRESQL[name], dict(values), execution_options=options)

    def run(self, name: str, values: Iterable[Values]) -> int:
        rows = [dict(row) for row in values]
        if not rows:
            return 0
        with self._told():
            options = {"preserve_rowcount": True}
            return max(self._connection().execute(POSTGRESQL[name], rows, execution_options=options).rowcount, 0)

    @contextmanager
    def alone(self, key: str) -> Iterator[Still | None]:
        with self._told():
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            with self._told():
                mine = connection.execute(_ALONE, {"key": plain(key)}).scalar_one()
            yield (lambda: _answers(connection)) if mine else None
            with self._told():
                if mine and _answers(connection):
                    connection.execute(_NOT_ALONE, {"key": plain(key)})
        except BaseException:
            connection.invalidate()  # which frees it, whatever state this is in
            raise
        finally:
            connection.close()

    def backup(self, target: Path) -> None:
        raise StoreError(f"{target}: a PostgreSQL database is backed up with pg_dump, by its administrator")

    def close(self) -> None:
        self._closed = True
        self._engine.dispose()

    def _open(self, tenant: str) -> _Session | None:
        session: _Session | None = getattr(self._local, "session", None)
        if session is not None and session.tenant != tenant:
            raise StoreError(f"{self.place}: a transaction belongs to one tenant; end it before another's begins")
        return session

    def _connection(self) -> Connection:
        session: _Session | None = getattr(self._local, "session", None)
        assert session is not None, "statements run inside a transaction"
        return session.connection


def _answers(connection: Connection) -> bool:
    try:
        connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def make_engine(url: str) -> Engine:
    """Return a pool of connections."""
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError) as error:
        raise StoreError(f"the database's URL can't be read ({error}); expected postgresql://…") from error
    return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
