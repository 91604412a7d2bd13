"""Who may do what with the API: tokens, their scopes, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from sincerely.app.connections.access import FULL, READ_ONLY, NoToken, Scope, add, revoke, tokens
from sincerely.web.api.application import create_api
from sincerely.web.app import Site

from .api_client import BASE, KINDS, client
from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN

PATH = {
    "process": "acme-analyst",
    "event": "5e95a1447db4",
    "question": "c0",
    "draft": "d1",
    "message": "o1",
    "code": "THX001",
}


def operations(site: Site) -> list[tuple[str, str, str]]:
    """Return method, path and scope of every operation that is described."""
    schema = create_api(site).openapi()
    return [
        (method, path.format(**PATH), operation["x-scope"])
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def anonymous(site: Site, **options: Any) -> TestClient:
    return TestClient(lend(site), base_url=f"http://{HOST}{BASE}", **options)


@pytest.mark.slow
def test_every_operation_wants_a_token(site: Site) -> None:
    with anonymous(site) as nobody:
        for method, path, _ in operations(site):
            answer = nobody.request(method, path)
            assert answer.status_code == 401, path
            assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_operation_wants_its_scope(site: Site, kind: str) -> None:
    with client(site, kind) as caller:
        for method, path, scope in operations(site):
            refused = caller.request(method, path).status_code == 403
            assert refused is (Scope(scope) not in KINDS[kind]), (method, path)


@pytest.mark.slow
def test_reading_is_all_that_get_is_for(site: Site) -> None:
    scopes = {(method, scope) for method, _, scope in operations(site)}
    assert {scope for method, scope in scopes if method == "get"} == {"read"}


@pytest.mark.slow
def test_one_operation_approves_and_no_token_may_by_itself(site: Site) -> None:
    assert [path for _, path, scope in operations(site) if scope == "approve"] == ["/drafts/d1/approve"]
    assert Scope.APPROVE not in FULL


def test_a_browsers_cookie_opens_nothing(site: Site) -> None:
    with anonymous(site) as browser:
        browser.get(f"http://{HOST}/")
        assert browser.cookies
        assert browser.get("/today", headers=ORIGIN).status_code == 401


def test_a_token_is_not_taken_from_the_address_or_a_cookie(site: Site) -> None:
    with site.opened() as store:
        token = add(store, "x", FULL, NOW)
    with anonymous(site) as nobody:
        for name in ("token", "access_token", "authorization"):
            assert nobody.get("/today", params={name: token}).status_code == 401
            assert nobody.get("/today", headers={"cookie": f"{name}={token}"}).status_code == 401
        assert nobody.get("/today", headers={"authorization": f"Basic {token}"}).status_code == 401
        assert nobody.get("/today", headers={"authorization": f"bearer {token}"}).status_code == 200


def test_a_token_changes_nothing_on_the_pages(site: Site) -> None:
    with client(site, "approve") as caller:
        answer = caller.post(f"http://{HOST}/undo", headers=ORIGIN)
        assert answer.status_code == 403


def test_only_a_digest_is_kept(site: Site) -> None:
    with site.opened() as store:
        secret = add(store, "x", FULL, NOW)
        kept = store.setting("tokens")
        assert secret.removeprefix("sincerely_") not in str(kept)
        assert len(secret) > 50
        with pytest.raises(NoToken):
            add(store, "x", FULL, NOW)


def test_a_token_ends_by_its_day_and_by_being_revoked(site: Site) -> None:
    with site.opened() as store:
        short, long = add(store, "short", READ_ONLY, NOW, days=1), add(store, "long", READ_ONLY, NOW)
        with anonymous(site) as caller:
            assert caller.get("/today", headers={"authorization": f"Bearer {short}"}).status_code == 200
            revoke(store, "long")
            assert caller.get("/today", headers={"authorization": f"Bearer {long}"}).status_code == 401
    later = replace(site, clock=lambda: NOW + timedelta(days=1))
    with anonymous(later) as caller:
        answer = caller.get("/today", headers={"authorization": f"Bearer {short}"})
        assert "has ended" in answer.json()["detail"]


def test_the_day_of_the_last_use_is_kept(site: Site) -> None:
    with client(site, "read") as caller:
        with site.opened() as store:
            assert tokens(store)[0].used_on is None
        caller.get("/today")
        with site.opened() as store:
            assert tokens(store)[0].used_on == NOW.date()


def test_who_guesses_waits(site: Site) -> None:
    instants = [NOW]
    ticking = replace(site, clock=lambda: instants[0])
    with site.opened() as store:
        right = {"authorization": f"Bearer {add(store, 'x', READ_ONLY, NOW)}"}
    with anonymous(ticking) as guesser:
        wrong = {"authorization": "Bearer sincerely_" + "A" * 43}
        codes = [guesser.get("/today", headers=wrong).status_code for _ in range(12)]
        assert codes == [401] * 10 + [429] * 2
        told = guesser.get("/today", headers=right)
        assert told.status_code == 429
        instants[0] += timedelta(seconds=int(told.headers["retry-after"]))
        assert guesser.get("/today", headers=right).status_code == 200
        assert guesser.get("/today", headers=wrong).status_code == 401
