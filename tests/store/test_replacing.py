"""Another store in the place of one that is in use: whole, or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sincerely.store import revisions
from sincerely.store.base import NewerStore, StoreError
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.replacing import empty, restore
from sincerely.store.sql_store import SqlStore

from .judges import ACME, BOLT, CURIO, NOW, changes, judge


def open_at(path: Path) -> SqlStore:
    return open_store(sqlite_url(path), "home", "robin", judge)


def names(store: SqlStore) -> set[str]:
    return {row.header.id for row in store.summaries()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "home" / "store.sqlite"


@pytest.fixture
def store(place: Path) -> SqlStore:
    place.parent.mkdir()
    store = open_at(place)
    store.add(changes(ACME + BOLT), NOW)
    return store


def test_whoever_has_it_open_sees_what_was_restored_and_goes_on(store: SqlStore, place: Path, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.db")
    store.add(changes(CURIO), NOW)
    restore(place, tmp_path / "backup.db")
    assert names(store) == {"acme", "bolt"}
    store.add(changes(CURIO), NOW)
    assert names(open_at(place)) == {"acme", "bolt", "curio"}
    assert place.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(place) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_empty_one_holds_nothing_in_any_of_its_files(store: SqlStore, place: Path) -> None:
    empty(place)
    assert names(store) == set()
    store.add(changes(CURIO), NOW)
    empty(place)
    store.close()
    for path in place.parent.iterdir():
        assert b"acme" not in path.read_bytes()
        assert b"curio" not in path.read_bytes()


def test_a_backup_of_a_newer_version_changes_nothing(store: SqlStore, place: Path, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.db")
    with sqlite3.connect(tmp_path / "backup.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerStore) as error:
        restore(place, tmp_path / "backup.db")
    assert str(tmp_path / "backup.db") in str(error.value)
    assert names(store) == {"acme", "bolt"}
    assert revisions.HEAD != "9999"


def test_a_damaged_backup_changes_nothing(store: SqlStore, place: Path, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.db")
    data = bytearray((tmp_path / "backup.db").read_bytes())
    data[8192:12288] = bytes(b ^ 0x5A for b in data[8192:12288])
    for broken in (bytes(data), bytes(data[: len(data) // 3]), b"", b"no database at all" * 100):
        (tmp_path / "broken.db").write_bytes(broken)
        with pytest.raises(StoreError):
            restore(place, tmp_path / "broken.db")
    with pytest.raises(StoreError, match="cannot be read"):
        restore(place, tmp_path / "nowhere.db")
    assert names(store) == {"acme", "bolt"}
    assert [path.name for path in place.parent.iterdir() if path.is_dir()] == []
