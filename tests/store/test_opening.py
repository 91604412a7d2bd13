"""Opening a SQLite store: what can be wrong with it, and what the person is told."""

from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sincerely.core.events import Heard
from sincerely.core.header import Header
from sincerely.store.base import Change, NewerStore, StoreError
from sincerely.store.opening import open_database, open_store, sqlite_url
from sincerely.store.sql_store import SqlStore
from sincerely.store.sqlite_database import SqliteDatabase

from .judges import ACME, BOLT, NOW, changes, judge
from .programs import run_python


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def open_at(path: Path) -> SqlStore:
    return open_store(sqlite_url(path), "home", "robin", judge)


@pytest.fixture
def filled(path: Path) -> Path:
    store = open_at(path)
    store.add(changes(ACME), NOW)
    store.close()
    return path


def test_a_new_store_is_made_and_found_again(filled: Path) -> None:
    store = open_at(filled)
    assert [summary.header.id for summary in store.summaries()] == ["acme"]


def test_nobody_else_may_read_it(filled: Path) -> None:
    store = open_at(filled)
    store.add(changes(BOLT), NOW)
    for file in filled.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_a_commit_is_on_the_disk_when_it_returns(filled: Path) -> None:
    database = SqliteDatabase(filled)
    with closing(database.connect()) as connection:
        told = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert told == ["wal", 2]  # 2 is FULL
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_paths_may_hold_anything(tmp_path: Path) -> None:
    odd = tmp_path / "Größe 100% #1?x=y.sqlite"
    store = open_at(odd)
    store.add(changes(ACME), NOW)
    store.close()
    assert odd.exists()
    assert open_at(odd).counts()["processes"] == 1


def test_an_event_can_be_neither_changed_nor_deleted(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        for statement in ("UPDATE event SET confidence = 0", "DELETE FROM event"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(statement)


def test_a_newer_store_is_left_alone(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9731'")
    before = filled.read_bytes()
    with pytest.raises(NewerStore, match=r"revision 9731.*update Sincerely, or open a backup"):
        open_at(filled)
    assert filled.read_bytes() == before


@pytest.mark.parametrize("content", [b"From: dana@acme.example\n\nNot a database\n" * 60, b"x"])
def test_not_a_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"store\.sqlite: this is no store of Sincerely's; name another file"):
        open_at(path)
    assert path.read_bytes() == content


def test_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match=r"store\.sqlite: this is another program's database"):
        open_at(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_damaged_store(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    content = filled.read_bytes()
    filled.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreError, match=r"store\.sqlite: the store is damaged; put a backup in its place"):
        open_at(filled).summaries()


def test_a_store_cut_short(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    os.truncate(filled, 4096 * 2)
    with pytest.raises(StoreError, match="damaged"):
        open_at(filled).summaries()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere/store\.sqlite: the store can't be opened; check that its folder"):
        open_at(tmp_path / "nowhere" / "store.sqlite")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be opened; check"):
        open_at(tmp_path)


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Root may write anywhere; these tests need somebody who may not."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


def test_a_folder_that_can_only_be_read(filled: Path, request: pytest.FixtureRequest) -> None:
    # Everything above must let somebody else through; under a parallel run it is one folder deeper.
    for folder in (filled.parent, *filled.parent.parents[:3]):
        if folder.stat().st_uid == os.geteuid() and folder != Path(tempfile.gettempdir()):
            folder.chmod(0o755)
    filled.chmod(0o644)
    filled.parent.chmod(0o555)
    request.getfixturevalue("as_nobody")
    with pytest.raises(StoreError, match=r"store\.sqlite: the store can't be (written|opened).*folder"):
        open_at(filled).summaries()
    with pytest.raises(StoreError, match="can't be opened"):
        open_at(filled.with_name("new.sqlite"))


def test_another_writer_takes_too_long(filled: Path) -> None:
    patient, hasty = SqliteDatabase(filled), SqliteDatabase(filled, patience=0)
    store = SqlStore(hasty, "home", "robin", judge)
    with patient.writing("home"):
        with pytest.raises(StoreError, match="another program has been writing to the store for too long; wait"):
            store.add(changes(BOLT), NOW)
        assert [summary.header.id for summary in store.summaries()] == ["acme"]  # reading goes on
    store.add(changes(BOLT), NOW)


def test_a_full_disk_changes_nothing(filled: Path) -> None:
    database = open_database(sqlite_url(filled))
    assert isinstance(database, SqliteDatabase)
    store = SqlStore(database, "home", "robin", judge)
    _limit_pages(database)
    big = [Change(Header(id="big"), [Heard(at=NOW, who=(f"{n}@x.example",), quote="x" * 500) for n in range(500)])]
    with pytest.raises(StoreError, match=r"store\.sqlite: the disk is full; nothing was changed; free some space"):
        store.add(big, NOW)
    assert [summary.header.id for summary in store.summaries()] == ["acme"]
    _limit_pages(database, more=10_000)
    assert len(store.add(big, NOW).events) == 500


def test_a_full_disk_takes_the_outer_transaction_back_too(filled: Path) -> None:
    """SQLite rolls all of it back by itself: whoever carries on must not commit the rest alone."""
    database = open_database(sqlite_url(filled))
    assert isinstance(database, SqliteDatabase)
    store = SqlStore(database, "home", "robin", judge)

    def sync() -> None:
        with store.transaction():
            store.add(changes(BOLT), NOW)
            _limit_pages(database)
            with pytest.raises(StoreError, match="full"):
                store.set_setting("big", "x" * 5_000_000)
            if not database._session().connection.in_transaction:
                with pytest.raises(StoreError, match="earlier error took the whole transaction back"):
                    store.set_setting("small", 1)
            else:
                raise StoreError("an earlier error")

    with pytest.raises(StoreError, match="an earlier error"):
        sync()
    assert [summary.header.id for summary in store.summaries()] == ["acme"]
    assert store.setting("small") is None


def _limit_pages(database: SqliteDatabase, more: int = 0) -> None:
    """A disk that has room for ``more`` pages, as far as this thread's connection is told."""
    connection = database._session().connection
    [[pages]] = connection.execute("PRAGMA page_count")
    connection.execute(f"PRAGMA max_page_count = {pages + more}")


WRITES_TOO_MUCH = """
import resource, signal, sys
from pathlib import Path
from sincerely.store.base import StoreError
from sincerely.store.opening import open_store, sqlite_url
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(sqlite_url(Path(sys.argv[1])), "home", "robin", None)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
try:
    store.set_setting("big", "x" * 5_000_000)
except StoreError as error:
    print(error)
"""


@pytest.mark.slow
def test_a_disk_that_takes_no_more(filled: Path) -> None:
    """The file system itself says no, in the middle of a write."""
    assert "store.sqlite: the disk " in run_python(WRITES_TOO_MUCH, filled)
    store = open_at(filled)
    assert store.setting("big") is None
    assert store.counts()["events"] == 3


@pytest.mark.parametrize("url", ["mysql://x", "store.sqlite", ""])
def test_an_address_that_means_nothing(url: str) -> None:
    with pytest.raises(StoreError, match='expected "sqlite:///" and a path, or "postgresql://'):
        open_store(url, "home", "robin", judge)
