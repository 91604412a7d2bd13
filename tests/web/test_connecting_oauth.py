"""A mailbox connected by OAuth on the page: a small authorization server, and mail servers that take its tokens."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient
from tests.accounts.authorization_server import CLIENT, CLIENT_SECRET, AuthorizationServer
from tests.outbox.server import Manners, Server, serving
from tests.sources.bad_imap import BadServer
from tests.sources.certificates import make, shown

from sincerely.accounts.oauth import Tokens
from sincerely.app import wiring
from sincerely.app.background.background_jobs import jobs
from sincerely.app.connections.browser_sign_in import SignIns
from sincerely.app.connections.not_let_in import refusals
from sincerely.app.mail_in.reading_in import Readings
from sincerely.app.wiring import opened
from sincerely.sources.base import SourceError
from sincerely.web.routes import accounts_oauth

from .conftest import NOW
from .test_connecting import ADDRESS, PASSPHRASE, client, post

__all__ = ["client"]
pytestmark = pytest.mark.slow


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[AuthorizationServer]:
    with AuthorizationServer() as running:
        (tmp_path / "oauth.toml").write_text(running.toml)
        yield running


@pytest.fixture
def imap(provider: AuthorizationServer, tmp_path: Path) -> Iterator[BadServer]:
    with BadServer(make(tmp_path / "tls")) as server:
        server.capabilities = "IMAP4rev1 AUTH=XOAUTH2 SASL-IR"
        server.tokens = provider.grants.access
        yield server


@pytest.fixture
def smtp(provider: AuthorizationServer, imap: BadServer) -> Iterator[Server]:
    with serving(Manners(tokens=provider.grants.access), "tls", shown(imap.certificates)) as server:
        yield server


@pytest.fixture(autouse=True)
def ends(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody waits long, and nothing listens when a test is over."""
    monkeypatch.setattr(accounts_oauth, "_WAIT", 0.05)
    yield
    tries: SignIns = client.app.state.sign_ins  # type: ignore[attr-defined]
    tries.close()
    for thread in threading.enumerate():
        if thread.name == "sincerely-sign-in":
            thread.join(30)


@pytest.fixture
def form(imap: BadServer, smtp: Server) -> dict[str, str]:
    return {
        "address": ADDRESS,
        "oauth": "tests",
        "client_id": CLIENT,
        "client_secret": CLIENT_SECRET,
        "imap": f"tls://127.0.0.1:{imap.port}",
        "smtp": f"tls://127.0.0.1:{smtp.port}",
        "ca": str(imap.certificates.ca),
    }


def begin(
    client: TestClient, form: dict[str, str], where: str = "/settings/accounts/oauth"
) -> tuple[str, dict[str, str]]:
    """Go on to the provider's page; return where it is, and what the next step sends."""
    page = post(client, where, **form)
    [url] = re.findall(r'href="(http://127[^"]+/authorize[^"]*)"', page)
    [name] = re.findall(r'name="name" value="([^"]+)"', page)
    assert CLIENT_SECRET not in page
    return unescape(url), {"name": name, "address": ADDRESS, "passphrase": PASSPHRASE}


def come_back(url: str) -> None:
    with urlopen(url, timeout=30) as page:
        assert b"You may close this page" in page.read()


def finish(client: TestClient, form: dict[str, str]) -> str:
    """Press until the browser that came back has been noticed."""
    page = accounts_oauth._NOT_YET
    while accounts_oauth._NOT_YET in page:
        page = post(client, "/settings/accounts/oauth/finish", **form)
    return page


def test_a_yes_connects_and_nothing_secret_is_shown_or_stored(
    client: TestClient, provider: AuthorizationServer, form: dict[str, str], smtp: Server, tmp_path: Path
) -> None:
    assert "<option>tests</option>" in client.get(f"/settings/accounts/new?address={ADDRESS}").text
    url, next_step = begin(client, form)
    assert accounts_oauth._NOT_YET in post(client, "/settings/accounts/oauth/finish", **next_step)
    come_back(provider.consent(url))
    page = finish(client, next_step)
    readings: Readings = client.app.state.readings  # type: ignore[attr-defined]
    assert readings._thread is not None
    readings._thread.join(120)
    with opened(tmp_path) as store:
        [account] = store.accounts()
    assert (account.auth, account.oauth, account.client_id) == ("oauth", "tests", CLIENT)
    tested = post(client, "/settings/accounts/test", address=ADDRESS)
    assert f"{ADDRESS} works." in tested
    assert "It can't send yet" not in tested
    assert smtp.taken == []
    assert "by OAuth (tests)" in tested
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for secret in (CLIENT_SECRET, *provider.grants.access, *provider.grants.refresh):
        assert secret not in page + tested
        assert secret.encode() not in kept
    again = post(client, "/settings/accounts/oauth/finish", **next_step)
    assert accounts_oauth._OVER in again


def test_a_no_and_an_answer_for_another_try_connect_nothing(
    client: TestClient, provider: AuthorizationServer, form: dict[str, str], tmp_path: Path
) -> None:
    url, next_step = begin(client, form)
    come_back(provider.consent(url, no=True))
    page = finish(client, next_step)
    assert "you said no at the provider's page" in page
    assert f'value="{form["imap"]}"' in page
    url, next_step = begin(client, form)
    come_back(provider.consent(url, state="somebody-else"))
    assert "its state differs" in finish(client, next_step)
    with opened(tmp_path) as store:
        assert store.accounts() == []
    assert not provider.grants.access


def test_a_second_try_ends_the_first(client: TestClient, provider: AuthorizationServer, form: dict[str, str]) -> None:
    _, first = begin(client, form)
    url, second = begin(client, form)
    assert accounts_oauth._OVER in post(client, "/settings/accounts/oauth/finish", **first)
    come_back(provider.consent(url))
    assert accounts_oauth._OVER not in finish(client, second)


def test_a_mailbox_that_will_not_have_the_token_is_not_kept(
    client: TestClient, provider: AuthorizationServer, form: dict[str, str], imap: BadServer, tmp_path: Path
) -> None:
    imap.tokens = set()
    url, next_step = begin(client, form)
    come_back(provider.consent(url))
    assert "refuses the token" in finish(client, next_step)
    with opened(tmp_path) as store:
        assert store.accounts() == []
    assert wiring.open_secrets().get(f"oauth:{ADDRESS}") is None


def test_what_is_missing_is_said(client: TestClient, provider: AuthorizationServer, form: dict[str, str]) -> None:
    assert "Name a server" in post(client, "/settings/accounts/oauth", **{**form, "imap": "", "smtp": ""})
    assert "your own client id" in post(client, "/settings/accounts/oauth", **{**form, "client_id": ""})
    assert "known are google, microsoft, tests" in post(
        client, "/settings/accounts/oauth", **{**form, "oauth": "nobody"}
    )
    assert provider.grants.asked == []


def test_a_permission_that_has_ended_is_given_again(
    client: TestClient, provider: AuthorizationServer, form: dict[str, str], tmp_path: Path
) -> None:
    url, next_step = begin(client, form)
    come_back(provider.consent(url))
    finish(client, next_step)
    readings: Readings = client.app.state.readings  # type: ignore[attr-defined]
    assert readings._thread is not None
    readings._thread.join(120)
    kept = wiring.open_secrets().get(f"oauth:{ADDRESS}")
    assert kept is not None
    provider.grants.access.clear()  # taken back at the provider's
    provider.grants.refresh.clear()
    with pytest.raises(SourceError):
        jobs(lambda: opened(tmp_path))["Reading"](NOW)
    page = client.get("/settings/accounts").text
    assert "the permission has ended or was taken back" in page
    assert "Sign in again" in page
    again = {"address": ADDRESS}
    url, next_step = begin(client, again, "/settings/accounts/oauth/again")
    come_back(provider.consent(url, no=True))
    page = finish(client, next_step)
    assert "you said no at the provider's page" in page
    assert "<h1>Sign in again</h1>" in page
    assert wiring.open_secrets().get(f"oauth:{ADDRESS}") == kept
    url, next_step = begin(client, again, "/settings/accounts/oauth/again")
    come_back(provider.consent(url))
    assert f"Signed in anew: {ADDRESS} works." in finish(client, next_step)
    new = Tokens.parse(wiring.open_secrets().get(f"oauth:{ADDRESS}") or "")
    assert new.access in provider.grants.access
    assert new.client_secret == CLIENT_SECRET  # left empty, it stays as it is
    assert accounts_oauth._OVER in post(client, "/settings/accounts/oauth/finish", **next_step)
    readings._thread.join(120)
    with opened(tmp_path) as store:
        assert refusals(store) == {}
