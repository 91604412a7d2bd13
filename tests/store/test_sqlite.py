from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from sincerely.core.events import Heard
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.store.base import Change, Erasure, Judge
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .contract import Open, StoreContract
from .judges import ACME, BOLT, NOW, changes, judge


class TestSqlite(StoreContract):
    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Open:
        def reopen(tenant: str = "home", candidate: str = "robin", judge: Judge = judge) -> SqlStore:
            return open_store(sqlite_url(tmp_path / "store.sqlite"), tenant, candidate, judge)

        return reopen


class TestLasting(StoreContract):
    """What stays open, and keeps what it loaded, is no other store."""

    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Open:
        def reopen(tenant: str = "home", candidate: str = "robin", judge: Judge = judge) -> SqlStore:
            return open_store(sqlite_url(tmp_path / "store.sqlite"), tenant, candidate, judge, lasting=True)

        return reopen


def test_a_lasting_store_loads_a_process_once_and_anew_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = sqlite_url(tmp_path / "store.sqlite")
    lasting = open_store(url, "home", "robin", judge, lasting=True)
    other = open_store(url, "home", "robin", judge)
    loaded: list[str] = []
    load = SqlStore._loaded

    def counted(self: SqlStore, headers: Iterable[Header]) -> list[Process]:
        named = list(headers)
        loaded.extend(header.id for header in named)
        return load(self, named)

    monkeypatch.setattr(SqlStore, "_loaded", counted)

    def looked() -> list[str]:
        """Return what had to be loaded, and see that it is what others find."""
        loaded.clear()
        found = {name: lasting.process(name) for name in ("acme", "bolt", "nobody")}
        every, awake = lasting.processes(["bolt", "acme"]), lasting.lively(NOW)
        again = list(loaded)
        assert found == {name: other.process(name) for name in found}
        assert {p.header.id: p for p in every} == {p.header.id: p for p in other.processes(["bolt", "acme"])}
        assert awake == other.lively(NOW)
        return again

    assert looked() == []
    [acme], [bolt] = changes(ACME), changes(BOLT)
    other.add([acme, bolt], NOW)
    assert looked() == ["acme", "bolt"]
    assert looked() == []
    other.set_setting("me", [])  # nothing that a process is made of
    assert looked() == []
    lasting.add([Change(acme.header, [Heard(at=NOW, source="mail 9")])], NOW)
    assert looked() == ["acme", "bolt"]
    other.set_header(replace(bolt.header, employer="Bolt & Sons"), NOW)
    assert looked() == ["acme", "bolt"]
    with other.erasing():
        other.erase(Erasure(["bolt"]), NOW)
    assert looked() == ["acme"]
    # Within a transaction it sees what that has added, and nobody keeps what comes to nothing.
    inside: list[Process | None] = []

    def undone() -> None:
        with lasting.transaction():
            lasting.add([Change(acme.header, [Heard(at=NOW, source="mail 10")])], NOW)
            inside.append(lasting.process("acme"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        undone()
    assert any(event.source == "mail 10" for found in inside if found for event in found.told)
    assert looked() == []
    for store in (lasting, other):
        store.close()
