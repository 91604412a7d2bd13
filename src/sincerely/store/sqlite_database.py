"""The store's statements on one SQLite file. Loads no SQLAlchemy: see `statements`."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import count
from pathlib import Path
from weakref import WeakSet

from .alone_file import alone
from .base import Still, StoreError
from .database import Values
from .rows import Row
from .sqlite_errors import CANNOT_OPEN, NO_STORE, explain
from .sqlite_statements import STATEMENTS
from .sqlite_tables import TABLES
from .version import Version

# How long a writer waits for another one.
PATIENCE = 30.0
# Marks a file as Sincerely's ("Snce"); `file` and `PRAGMA application_id` show it.
APPLICATION_ID = 0x536E6365
SMALLEST_PAGE = 512
# No two that watch a file in one program have the same number: their marks can't be told apart otherwise.
_WATCHING = count(1)


class _Session:
    """One thread's connection, and how many transactions are open in one another."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.depth = 0


class SqliteDatabase:
    """One file in write-ahead mode; a commit that returned survives a power cut."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path
        self.place = str(path)
        self._patience = patience
        self._local = threading.local()
        self._sessions: WeakSet[_Session] = WeakSet()
        self._lock = threading.Lock()
        self._closed = False
        self._watch: sqlite3.Connection | None = None
        self._watched = next(_WATCHING)

    @contextmanager
    def writing(self, tenant: str, candidate: str = "") -> Iterator[None]:
        del tenant, candidate  # one writer at a time has the whole file
        session = self._session()
        if session.depth:
            with self._part(session):
                yield
        else:
            with self._whole(session, "BEGIN IMMEDIATE"):
                yield

    @contextmanager
    def unguarded(self, tenant: str, candidate: str) -> Iterator[None]:
        session = self._session()
        if session.depth:
            raise StoreError(f"{self.place}: a transaction is open; erase outside of it")
        # What is deleted is overwritten.
        self._execute(session, "PRAGMA secure_delete=ON")
        with self.writing(tenant, candidate):
            guards = session.connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in guards:
                self._execute(session, f'DROP TRIGGER "{name}"')
            yield
            for _, sql in guards:
                self._execute(session, sql)
        # Pages that became free before hold older words, and so does the log. It is done whether or not the disk has
        # room for that, and others let go of the file in time.
        with contextlib.suppress(StoreError):
            self._execute(session, "VACUUM")
            self._execute(session, "PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def reading(self, tenant: str) -> Iterator[None]:
        del tenant
        session = self._session()
        if session.depth:
            yield
        else:
            with self._whole(session, "BEGIN"):
                yield

    @contextmanager
    def _whole(self, session: _Session, begin: str) -> Iterator[None]:
        self._execute(session, begin)
        session.depth = 1
        try:
            yield
            self._still_open(session)
            self._execute(session, "COMMIT")
        except BaseException:
            _undo(session, "ROLLBACK")
            raise
        finally:
            session.depth = 0

    @contextmanager
    def _part(self, session: _Session) -> Iterator[None]:
        self._still_open(session)
        name = f"part_{session.depth}"
        self._execute(session, f"SAVEPOINT {name}")
        session.depth += 1
        try:
            yield
            self._still_open(session)
            self._execute(session, f"RELEASE {name}")
        except BaseException:
            _undo(session, f"ROLLBACK TO {name}")
            _undo(session, f"RELEASE {name}")
            raise
        finally:
            session.depth -= 1

    def _still_open(self, session: _Session) -> None:
        # After some errors, such as a full disk, SQLite takes the whole transaction back by itself.
        if not session.connection.in_transaction:
            raise StoreError(f"{self.place}: an earlier error took the whole transaction back; run it again")

    def _execute(self, session: _Session, sql: str) -> None:
        try:
            session.connection.execute(sql)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def rows(self, name: str, values: Values) -> list[Row]:
        return list(self.stream(name, values))

    def stream(self, name: str, values: Values) -> Iterator[Row]:
        connection = self._session().connection
        try:
            yield from connection.execute(STATEMENTS[name], values)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def run(self, name: str, values: Iterable[Values]) -> int:
        session = self._session()
        self._still_open(session)
        try:
            return max(session.connection.executemany(STATEMENTS[name], values).rowcount, 0)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def version(self) -> Version | None:
        # Over a connection of its own that never writes: what a connection commits itself does not change its mark.
        session: _Session | None = getattr(self._local, "session", None)
        if session is not None and session.depth:
            return None
        with self._lock:
            if self._closed:
                raise StoreError(f"{self.place}: the store is closed; open it again")
            try:
                if self._watch is None:
                    self._watch = sqlite3.connect(self.path, timeout=0, isolation_level=None, check_same_thread=False)
                # Whole lists: a statement that is not read to its end keeps the file from being emptied.
                [(data,)] = self._watch.execute("PRAGMA data_version").fetchall()
                [(tables,)] = self._watch.execute("PRAGMA schema_version").fetchall()
            except sqlite3.Error:
                return None  # somebody has the whole file at this moment; whoever needs what is in it is told
        return Version(self._watched, data, tables)

    def revision(self) -> str | None:
        """Return the revision of the tables, or None where there are none yet.

        Raises:
            StoreError: the file is no database, or somebody else's.
        """
        # SQLite takes what is shorter than a page for an empty database. (Only looked at, never opened here: closing
        # a file gives up the locks that SQLite holds on it.)
        try:
            short = self.path.is_file() and 0 < self.path.stat().st_size < SMALLEST_PAGE
        except OSError as error:
            raise StoreError(f"{self.place}: {CANNOT_OPEN} ({error.strerror})") from error
        if short:
            raise StoreError(f"{self.place}: {NO_STORE}")
        connection = self._session().connection
        try:
            # Whoever makes the file writes both in one transaction: asked in this order, what has tables is marked too.
            [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            [marked] = connection.execute("PRAGMA application_id").fetchone()
            if marked == 0 and tables == 0:
                return None
            if marked != APPLICATION_ID:
                raise StoreError(f"{self.place}: this is another program's database; name another file")
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        return None if found is None else str(found[0])

    def create(self) -> None:
        """Make this version's tables in a new file; whoever comes second finds them there."""
        session = self._session()
        with self._whole(session, "BEGIN IMMEDIATE"):
            if self.revision() is None:
                for statement in TABLES:
                    self._execute(session, statement)

    @contextmanager
    def alone(self, key: str) -> Iterator[Still | None]:
        name = f"{self.path.name}-alone-{blake2b(key.encode(), digest_size=12).hexdigest()}"
        with alone(self.path.with_name(name)) as mine:
            yield (lambda: True) if mine else None

    def backup(self, target: Path) -> None:
        # Beside the target, so that the last step is a rename within one file system: whole or not at all.
        if target.resolve() == self.path.resolve():
            raise StoreError(f"{target}: this is the store itself; choose another place for its backup")
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
        try:
            _make_private(unfinished)
            # Over a connection of its own: what is not committed does not belong into a backup.
            with closing(self.connect()) as whole, closing(sqlite3.connect(unfinished)) as copy:
                whole.backup(copy)
                # One file that opens anywhere, also on a read-only medium.
                copy.execute("PRAGMA journal_mode=DELETE")
            with unfinished.open("rb") as written:
                os.fsync(written.fileno())
            unfinished.replace(target)
        except sqlite3.Error as error:
            raise explain(error, target) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"{target}: the backup can't be written ({reason}); choose another place") from error
        finally:
            unfinished.unlink(missing_ok=True)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._watch is not None:
                self._watch.close()
            for session in list(self._sessions):
                session.connection.close()
            self._sessions.clear()
        self._local = threading.local()

    def connect(self) -> sqlite3.Connection:
        """Return a new connection with everything set that a store relies on."""
        try:
            _make_private(self.path)
            connection = sqlite3.connect(
                self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"{self.place}: {CANNOT_OPEN} ({reason})") from error
        try:
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            connection.close()
            raise explain(error, self.path) from error
        return connection

    def _session(self) -> _Session:
        session: _Session | None = getattr(self._local, "session", None)
        if session is None:
            with self._lock:
                if self._closed:
                    raise StoreError(f"{self.place}: the store is closed; open it again")
                session = self._local.session = _Session(self.connect())
                self._sessions.add(session)
        return session


def _make_private(path: Path) -> None:
    """Make a file that only its owner reads, where there is none; SQLite gives its other files the same rights."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _undo(session: _Session, sql: str) -> None:
    """Take back what is still there to take back; the error that led here is the one to show."""
    if session.connection.in_transaction:
        with contextlib.suppress(sqlite3.Error):
            session.connection.execute(sql)
