from __future__ import annotations

from collections.abc import Iterator

import pytest

from sincerely.store.base import Judge
from sincerely.store.opening import open_store
from sincerely.store.sql_store import SqlStore

from .contract import Open, StoreContract
from .judges import judge
from .postgres import Postgres

pytestmark = pytest.mark.slow


@pytest.fixture
def reopen(postgres: Postgres, postgres_database: str) -> Iterator[Open]:
    stores: list[SqlStore] = []

    def reopen(tenant: str = "home", candidate: str = "robin", judge: Judge = judge) -> SqlStore:
        stores.append(open_store(postgres.url(postgres_database), tenant, candidate, judge))
        return stores[-1]

    yield reopen
    for store in stores:
        store.close()


class TestPostgres(StoreContract):
    @pytest.fixture
    def reopen(self, reopen: Open) -> Open:
        return reopen
