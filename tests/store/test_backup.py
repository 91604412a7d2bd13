from __future__ import annotations

import os
from pathlib import Path

import pytest

from sincerely.store.base import StoreError
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .contract_base import at_once
from .judges import ACME, BOLT, CURIO, NOW, changes, judge


def open_at(path: Path) -> SqlStore:
    return open_store(sqlite_url(path), "home", "robin", judge)


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    store = open_at(tmp_path / "store.sqlite")
    store.add(changes(ACME + BOLT), NOW)
    return store


def test_a_backup_is_the_store(store: SqlStore, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite"
    store.backup(target)
    copy = open_at(target)
    assert copy.summaries() == store.summaries()
    assert copy.process("acme") == store.process("acme")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_one_file(store: SqlStore, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    store.backup(tmp_path / "backups" / "today.sqlite")
    assert [file.name for file in (tmp_path / "backups").iterdir()] == ["today.sqlite"]


def test_a_backup_replaces_an_older_one(store: SqlStore, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite"
    store.backup(target)
    store.add(changes(CURIO), NOW)
    store.backup(target)
    assert open_at(target).counts()["processes"] == 3


def test_a_backup_that_fails_leaves_the_older_one(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "backup.sqlite"
    store.backup(target)
    before = target.read_bytes()
    store.add(changes(CURIO), NOW)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match=r"backup\.sqlite: the backup can't be written \(No space left on device\)"):
        store.backup(target)
    assert target.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir() if "unfinished" in file.name) == []


def test_what_is_not_committed_is_not_in_it(store: SqlStore, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite"
    with store.transaction():
        store.add(changes(CURIO), NOW)
        store.backup(target)
    assert open_at(target).counts()["processes"] == 2


def test_a_backup_while_another_thread_writes(store: SqlStore, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite"

    def write() -> None:
        for n in range(50):
            with store.transaction():
                store.set_setting("one", n)
                store.set_setting("two", n)

    at_once(write, lambda: store.backup(target))
    copy = open_at(target)
    assert copy.setting("one") == copy.setting("two")


def test_the_store_itself_is_no_place_for_its_backup(store: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="this is the store itself"):
        store.backup(tmp_path / "." / "store.sqlite")
    assert store.counts()["processes"] == 2


def test_a_folder_that_is_not_there(store: SqlStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the backup can't be written .*choose another place"):
        store.backup(tmp_path / "nowhere" / "backup.sqlite")
