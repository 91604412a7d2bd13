"""Pages that can be reached from elsewhere: a passphrase, sessions that end, attempts that wait."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from sincerely.app.connections.access import READ_ONLY, add
from sincerely.app.connections.front_door import WeakPassphrase, fits, set_passphrase
from sincerely.web.app import Site

from .conftest import NOW
from .lending import lend

HOST = "search.example"
RIGHT = "four quiet words here"
# A guess at the real one costs a tenth of a second, and here are hundreds.
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(RIGHT)
ORIGIN = {"origin": f"https://{HOST}"}


class Clock:
    """Tells the time that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go(self, **spans: float) -> None:
        self.now += timedelta(**spans)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def locked(site: Site, clock: Clock) -> Site:
    with site.opened() as store:
        store.set_setting("front_door", CHEAP)
    return replace(site, clock=clock, hosts=(HOST,), locked=True, https=True)


@pytest.fixture
def stranger(locked: Site) -> Iterator[TestClient]:
    with TestClient(lend(locked), base_url=f"https://{HOST}") as client:
        yield client


def knock(client: TestClient, passphrase: str, to: str = "", **headers: str) -> Any:
    page = client.get("/sign-in", params={"to": to} if to else None)
    fields = dict(re.findall(r'name="(token|to)" value="([^"]*)"', page.text))
    return client.post(
        "/sign-in", data={**fields, "passphrase": passphrase}, headers={**ORIGIN, **headers}, follow_redirects=False
    )


def test_nothing_is_shown_to_strangers(stranger: TestClient) -> None:
    for path in ("/", "/processes", "/p/acme-analyst", "/questions", "/nowhere", "/letter/acme-analyst/x", "/sign-out"):
        answer = stranger.get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/sign-in"), path
        assert answer.text == ""
    answer = stranger.post("/undo", headers=ORIGIN)
    assert answer.status_code == 401
    assert "still in its page" in answer.text
    assert stranger.get("/processes", headers={"hx-request": "true"}).headers["hx-redirect"].startswith("/sign-in")
    assert stranger.get("/static/style.css").status_code == 200


def test_the_passphrase_opens_the_page_that_was_wanted(stranger: TestClient) -> None:
    answer = knock(stranger, RIGHT, "/p/acme-analyst?x=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/p/acme-analyst?x=1")
    assert "Acme" in stranger.get("/processes").text


def test_cookies_are_for_this_host_by_https_alone(stranger: TestClient) -> None:
    cookies = knock(stranger, RIGHT).headers.get_list("set-cookie")
    [session] = [cookie for cookie in cookies if cookie.startswith("__Host-sincerely-door=")]
    for part in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert part in session
    assert "Domain" not in session
    page = stranger.get("/")
    assert page.headers["strict-transport-security"]
    assert all("; secure" in cookie.lower() for cookie in page.headers.get_list("set-cookie"))


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "/sign-out", "javascript:1", "/a\nb"]
)
def test_signing_in_leads_nowhere_else(stranger: TestClient, to: str) -> None:
    assert knock(stranger, RIGHT, to).headers["location"] == "/"


def test_a_wrong_passphrase_opens_nothing(stranger: TestClient) -> None:
    answer = knock(stranger, "not this one at all")
    assert answer.status_code == 401
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_another_page_cannot_sign_anybody_in(stranger: TestClient) -> None:
    assert knock(stranger, RIGHT, origin="https://evil.example").status_code == 403
    without = stranger.post("/sign-in", data={"passphrase": RIGHT}, headers=ORIGIN, follow_redirects=False)
    assert without.status_code == 403
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_a_session_ends_when_it_is_idle(stranger: TestClient, clock: Clock) -> None:
    knock(stranger, RIGHT)
    for _ in range(5):
        clock.go(minutes=29)
        assert stranger.get("/", follow_redirects=False).status_code == 200
    clock.go(minutes=30)
    assert stranger.get("/", follow_redirects=False).status_code == 303


@pytest.mark.slow
def test_a_session_ends_after_half_a_day_however_busy(stranger: TestClient, clock: Clock) -> None:
    knock(stranger, RIGHT)
    seen = []
    for _ in range(50):
        clock.go(minutes=15)
        seen.append(stranger.get("/", follow_redirects=False).status_code)
    assert seen == [200] * 47 + [303] * 3


def test_signing_out_ends_the_session_everywhere(stranger: TestClient) -> None:
    knock(stranger, RIGHT)
    kept = dict(stranger.cookies)
    token = re.search(r'name="token" value="([^"]*)"', stranger.get("/sign-out").text)
    assert token is not None
    assert stranger.post("/sign-out", data={"token": "x"}, headers=ORIGIN).status_code == 403
    answer = stranger.post("/sign-out", data={"token": token[1]}, headers=ORIGIN, follow_redirects=False)
    assert answer.status_code == 303
    stranger.cookies.update(kept)
    assert stranger.get("/", follow_redirects=False).status_code == 303


@pytest.mark.slow
def test_who_guesses_waits_longer_each_time(stranger: TestClient, clock: Clock) -> None:
    waits: list[int] = []
    while len(waits) < 12:
        answer = knock(stranger, "not this one at all")
        if answer.status_code == 429:
            waits.append(int(answer.headers["retry-after"]))
            assert knock(stranger, RIGHT).status_code == 429
            clock.go(seconds=waits[-1])
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]
    assert knock(stranger, RIGHT).status_code == 303


@pytest.mark.slow
def test_many_machines_that_guess_wait_together(locked: Site, clock: Clock) -> None:
    app = lend(locked)
    codes = []
    for number in range(52):
        with TestClient(app, base_url=f"https://{HOST}", client=(f"198.51.100.{number}", 50000)) as one:
            codes.append(knock(one, "not this one at all").status_code)
    assert codes == [401] * 50 + [429] * 2
    clock.go(seconds=30)
    with TestClient(app, base_url=f"https://{HOST}", client=("203.0.113.9", 50000)) as person:
        assert knock(person, RIGHT).status_code == 303


def test_plain_http_is_refused_where_https_is_promised(locked: Site) -> None:
    with TestClient(lend(locked), base_url=f"http://{HOST}") as client:
        assert client.get("/sign-in").status_code == 403
        assert client.get("/api/v1/openapi.json").json()["type"].endswith("#elsewhere")


def test_a_token_opens_the_api_and_no_page(locked: Site, stranger: TestClient) -> None:
    with locked.opened() as store:
        token = {"authorization": f"Bearer {add(store, 'x', READ_ONLY, NOW)}"}
    assert stranger.get("/api/v1/today", headers=token).status_code == 200
    assert stranger.get("/", headers=token, follow_redirects=False).status_code == 303
    knock(stranger, RIGHT)
    assert stranger.get("/api/v1/today").status_code == 401


def test_a_very_long_form_is_not_read(stranger: TestClient) -> None:
    page = stranger.get("/sign-in")
    token = re.search(r'name="token" value="([^"]*)"', page.text)
    assert token is not None
    answer = stranger.post("/sign-in", data={"token": token[1], "passphrase": "x" * 100_000}, headers=ORIGIN)
    assert answer.status_code == 403


@pytest.mark.slow
def test_only_a_slow_digest_is_kept(site: Site) -> None:
    with site.opened() as store:
        assert not fits(store, "")
        set_passphrase(store, RIGHT)
        kept = store.setting("front_door")
        assert kept.startswith("$argon2id$")
        assert RIGHT not in kept
        assert fits(store, RIGHT)
        assert not fits(store, RIGHT + " ")
        for weak in ("", "short", "aaaaaaaaaaaaaaaa", "x" * 5000):
            with pytest.raises(WeakPassphrase):
                set_passphrase(store, weak)
