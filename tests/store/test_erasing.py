"""What is erased by a store: on PostgreSQL nothing, and it says who does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sincerely.store.base import Erasure, StoreError
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.postgres_database import PostgresDatabase

from .judges import ACME, BOLT, NOW, changes, judge


def test_one_of_two_candidates_rows_are_erased(tmp_path: Path) -> None:
    stores = [open_store(sqlite_url(tmp_path / "s.db"), "agency", name, judge) for name in ("alice", "bob")]
    for store in stores:
        store.add(changes(ACME + BOLT), NOW)
        store.set_setting("sheet:acme", {"told": 1})
    alice, bob = stores
    with alice.erasing():
        alice.erase(Erasure({"acme"}, settings={"sheet:acme": None, "policy": {}}), NOW)
    assert [row.header.id for row in alice.summaries()] == ["bolt"]
    assert alice.setting_names() == ["policy"]
    assert {row.header.id for row in bob.summaries()} == {"acme", "bolt"}
    assert bob.setting("sheet:acme") == {"told": 1}
    for store in stores:
        store.close()


def test_what_fails_half_way_erases_nothing_and_the_guards_stay(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path / "s.db"), "home", "robin", judge)
    store.add(changes(ACME), NOW)

    def half_way() -> None:
        with store.erasing():
            store.erase(Erasure({"acme"}), NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    assert store.process("acme") is not None
    with pytest.raises(StoreError, match="only ever added"):
        store.erase(Erasure({"acme"}), NOW)
    with store.transaction(), pytest.raises(StoreError, match="erase outside of it"), store.erasing():
        pass
    store.close()


def test_postgresql_leaves_it_to_its_administrator() -> None:
    database = PostgresDatabase("postgresql://nobody@localhost/none")
    with pytest.raises(StoreError, match="its administrator erases a process"):
        database.unguarded("agency", "alice")
