"""A server that has just started has loaded what every page needs, and its collector leaves that alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from sincerely.store.base import StoreError
from sincerely.web.app import Site
from sincerely.web.warm import warm

from .conftest import HOST
from .lending import lend


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_was_loaded_is_not_looked_through_again(site: Site) -> None:
    app = lend(site)
    before = gc.get_freeze_count()
    warm(app)
    assert gc.get_freeze_count() - before > 10_000
    with site.opened() as store:
        assert "acme-analyst" in app.state.pages.known.look(store, site.policy)._state.processes
    with TestClient(app, base_url=f"http://{HOST}") as client:
        assert "Send the writing sample" in client.get("/").text


def test_a_store_that_cannot_be_read_freezes_nothing(site: Site) -> None:
    def no_store() -> None:
        raise StoreError("the store is locked")

    before = gc.get_freeze_count()
    app = lend(Site(no_store, site.policy, site.clock, site.hosts))  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        warm(app)
    assert gc.get_freeze_count() == before
