"""Fixtures of the store's tests; other folders may import them into a ``conftest.py`` of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

# Before they are imported: the contract's assertions should say what they compared.
pytest.register_assert_rewrite(*(f"tests.store.contract_{part}" for part in ("base", "processes", "work", "messages")))

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
    postgres.drop(name)
