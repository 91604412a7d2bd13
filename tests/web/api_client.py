"""The API over a story's store, asked with tokens of every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from starlette.testclient import TestClient

from sincerely.app.connections.access import CAN_PROPOSE, FULL, READ_ONLY, Scope, add
from sincerely.web.app import Site

from .lending import lend

KINDS: dict[str, Iterable[Scope]] = {
    "read": READ_ONLY,
    "propose": CAN_PROPOSE,
    "full": FULL,
    "approve": FULL | {Scope.APPROVE},
}
BASE = "/api/v1"
Asks = Callable[..., Any]


def client(site: Site, kind: str = "full", **options: Any) -> TestClient:
    """Return a client with a token of a kind."""
    with site.opened() as store:
        token = add(store, f"{kind} program", KINDS[kind], site.clock())
    headers = {"authorization": f"Bearer {token}"}
    return TestClient(lend(site), base_url=f"http://{site.hosts[0]}{BASE}", headers=headers, **options)
