from __future__ import annotations

from pathlib import Path

import pytest

from sincerely.store.base import Judge
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .contract import Open, StoreContract
from .judges import judge


class TestSqlite(StoreContract):
    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Open:
        def reopen(tenant: str = "home", candidate: str = "robin", judge: Judge = judge) -> SqlStore:
            return open_store(sqlite_url(tmp_path / "store.sqlite"), tenant, candidate, judge)

        return reopen
