"""Fixtures of the store's tests; other folders may import them into a ``conftest.py`` of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

# Before they are imported: the contract's assertions should say what they compared.
_PARTS = ("accounts", "answers", "base", "processes", "work", "messages", "papers", "outbound", "reminders", "handed")
pytest.register_assert_rewrite(*(f"tests.store.contract_{part}" for part in _PARTS))

from sincerely.store.base import Judge  # noqa: E402  (see above)
from sincerely.store.opening import open_store  # noqa: E402
from sincerely.store.sql_store import SqlStore  # noqa: E402

from .contract_base import Open  # noqa: E402
from .judges import judge  # noqa: E402
from .postgres import Postgres, running  # noqa: E402  (see above)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server; takes three seconds, so mark what asks for it ``slow``."""
    with running() as server:
        yield server


@pytest.fixture
def postgres_database(postgres: Postgres) -> Iterator[str]:
    """The name of a database with this version's tables, of the test's own."""
    name = postgres.database()
    yield name
    postgres.give_back(name)


@pytest.fixture
def on_postgres(postgres: Postgres, postgres_database: str) -> Iterator[Open]:
    """Open the test's own database, for any tenant, candidate and judge."""
    stores: list[SqlStore] = []

    def reopen(tenant: str = "home", candidate: str = "robin", judge: Judge = judge) -> SqlStore:
        stores.append(open_store(postgres.url(postgres_database), tenant, candidate, judge))
        return stores[-1]

    yield reopen
    for store in stores:
        store.close()
