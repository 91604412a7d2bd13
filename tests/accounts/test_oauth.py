"""Signing in by OAuth: yes, no, ended, taken back, for somebody else, twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest
from tests.accounts.authorization_server import CLIENT, CLIENT_SECRET, AuthorizationServer
from tests.accounts.rings import Ring
from tests.sources.bad_imap import BadServer, Box
from tests.sources.certificates import Certificates, make

from sincerely.accounts.loopback import Loopback
from sincerely.accounts.oauth import Asking, Client, Endpoints, OAuthError, Tokens, endpoints_named, refreshed
from sincerely.accounts.vault_keyring import KeyringVault
from sincerely.app.connections.signing_in import secret_name, sign_in_of
from sincerely.sources.base import Raw, SourceError
from sincerely.sources.imap import Imap
from sincerely.sources.imap_line import Pace

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with AuthorizationServer() as running:
        yield running


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    return make(tmp_path / "tls")


@pytest.fixture
def endpoints(server: AuthorizationServer, tmp_path: Path) -> Endpoints:
    (tmp_path / "oauth.toml").write_text(server.toml)
    return endpoints_named("tests", tmp_path)


@pytest.fixture
def asking(endpoints: Endpoints) -> Asking:
    return Asking(endpoints, Client(CLIENT, CLIENT_SECRET), "http://127.0.0.1:1/")


@pytest.fixture
def tokens(server: AuthorizationServer, asking: Asking) -> Tokens:
    return asking.tokens(asking.code_of(server.consent(asking.url)), NOW)


def test_a_yes_brings_tokens(server: AuthorizationServer, tokens: Tokens) -> None:
    assert tokens.access in server.grants.access
    assert tokens.refresh in server.grants.refresh
    assert not tokens.ended(NOW + timedelta(minutes=50))
    assert tokens.ended(NOW + timedelta(minutes=60))
    assert Tokens.parse(tokens.dump()) == tokens
    for secret in (tokens.access, tokens.refresh, CLIENT_SECRET):
        assert secret not in repr(tokens)


def test_no_secret_stands_in_the_url(asking: Asking) -> None:
    for secret in (asking.verifier, CLIENT_SECRET):
        assert secret not in asking.url
        assert secret not in repr(asking)


def test_the_browser_comes_back(server: AuthorizationServer, endpoints: Endpoints) -> None:
    with Loopback() as loopback:
        asking = Asking(endpoints, Client(CLIENT, CLIENT_SECRET), loopback.redirect)

        def browse() -> None:
            with pytest.raises(OSError, match="404"):
                urlopen(f"{loopback.redirect}favicon.ico", timeout=10)
            with urlopen(server.consent(asking.url), timeout=10) as page:
                assert b"You may close this page" in page.read()

        browser = Thread(target=browse)
        browser.start()
        code = asking.code_of(loopback.answer(30))
        browser.join()
    assert asking.tokens(code, NOW).refresh in server.grants.refresh


def test_nobody_comes_back() -> None:
    times = iter([0.0, 10.0, 20.0])
    with Loopback() as loopback, pytest.raises(OAuthError, match="nobody came back"):
        loopback.answer(5, lambda: next(times))


def test_refused(server: AuthorizationServer, asking: Asking) -> None:
    with pytest.raises(OAuthError, match="you said no at the provider's page"):
        asking.code_of(server.consent(asking.url, no=True))


@pytest.mark.parametrize("no", [False, True])
def test_an_answer_for_another_sign_in(server: AuthorizationServer, asking: Asking, *, no: bool) -> None:
    with pytest.raises(OAuthError, match="its state differs"):
        asking.code_of(server.consent(asking.url, no=no, state="another"))
    with pytest.raises(OAuthError, match="its state differs"):
        asking.code_of("/?code=abc")
    assert server.grants.asked == []


def test_an_answer_without_a_code(asking: Asking) -> None:
    with pytest.raises(OAuthError, match="sent no code back"):
        asking.code_of(f"/?state={asking.state}")


def test_a_code_is_good_once(server: AuthorizationServer, asking: Asking) -> None:
    code = asking.code_of(server.consent(asking.url))
    asking.tokens(code, NOW)
    with pytest.raises(OAuthError, match="has ended or was taken back"):
        asking.tokens(code, NOW)


def test_a_stolen_code_is_worth_nothing(server: AuthorizationServer, asking: Asking, endpoints: Endpoints) -> None:
    """PKCE: whoever did not begin the sign-in cannot end it."""
    code = asking.code_of(server.consent(asking.url))
    with pytest.raises(OAuthError):
        Asking(endpoints, asking.client, asking.redirect).tokens(code, NOW)


def test_refresh(server: AuthorizationServer, endpoints: Endpoints, tokens: Tokens) -> None:
    new = refreshed(endpoints, CLIENT, tokens, NOW)
    assert new.access != tokens.access
    assert new.refresh == tokens.refresh
    server.grants.rotate = True
    newer = refreshed(endpoints, CLIENT, new, NOW)
    assert newer.refresh != new.refresh
    with pytest.raises(OAuthError):
        refreshed(endpoints, CLIENT, new, NOW)


def test_taken_back(server: AuthorizationServer, endpoints: Endpoints, tokens: Tokens) -> None:
    server.grants.refresh.clear()
    with pytest.raises(OAuthError, match="was taken back; sign in again") as caught:
        refreshed(endpoints, CLIENT, tokens, NOW)
    assert tokens.refresh not in str(caught.value)


def test_a_wrong_client(server: AuthorizationServer, endpoints: Endpoints) -> None:
    asking = Asking(endpoints, Client(CLIENT, "other"), "http://127.0.0.1:1/")
    with pytest.raises(OAuthError, match="does not know the client id"):
        asking.tokens(asking.code_of(server.consent(asking.url)), NOW)


def test_no_lasting_permission(server: AuthorizationServer, asking: Asking) -> None:
    server.grants.no_refresh = True
    with pytest.raises(OAuthError, match="no lasting permission"):
        asking.tokens(asking.code_of(server.consent(asking.url)), NOW)


@pytest.mark.parametrize("data", [b"<html>", b"[]", b"{}", b'{"access_token": "a", "expires_in": "soon"}'])
def test_an_answer_that_is_none(server: AuthorizationServer, asking: Asking, data: bytes) -> None:
    code = asking.code_of(server.consent(asking.url))
    server.grants.broken = data
    with pytest.raises(OAuthError, match="none that is known here"):
        asking.tokens(code, NOW)


def test_nobody_answers(tokens: Tokens, endpoints: Endpoints, server: AuthorizationServer) -> None:
    gone = Endpoints("tests", endpoints.authorize, "http://127.0.0.1:1/token", "mail")
    with pytest.raises(OAuthError, match=r"127\.0\.0\.1: does not answer"):
        refreshed(gone, CLIENT, tokens, NOW)


def test_a_mailbox_is_read_with_a_token_that_is_fetched_anew(
    server: AuthorizationServer, endpoints: Endpoints, tokens: Tokens, certificates: Certificates, tmp_path: Path
) -> None:
    """The kept token has ended; then the mail server takes no old one; then the permission is taken back."""
    vault = KeyringVault(Ring(), tmp_path)
    with BadServer(certificates) as mail:
        mail.boxes["INBOX"] = Box({1: b"Subject: a\r\n\r\nb\r\n"})
        mail.capabilities += " AUTH=XOAUTH2"
        mail.tokens = server.grants.access
        account = mail.account(auth="oauth", oauth="tests", client_id=CLIENT)
        vault.put(secret_name(account), tokens.dump())

        def read() -> int:
            source = Imap(account, sign_in_of(account, lambda: vault, tmp_path), Pace(lambda _: None))
            try:
                return sum(isinstance(item, Raw) for item in source.scan({}, lambda _: ()))
            finally:
                source.close()

        assert read() == 1  # its end lies in the past
        kept = Tokens.parse(vault.get(secret_name(account)) or "")
        assert kept.access != tokens.access
        server.grants.access.clear()
        assert read() == 1  # refused once, and renewed
        server.grants.access.clear()
        server.grants.refresh.clear()
        with pytest.raises(SourceError, match=r"was taken back; sign in again: .*robin@mail.example --sign-in"):
            read()
        assert not [asked for asked in mail.asked if "Bearer" in asked]


@pytest.mark.parametrize("name", ["google", "microsoft"])
def test_known_servers(tmp_path: Path, name: str) -> None:
    found = endpoints_named(name, tmp_path)
    assert found.authorize.startswith("https://")
    assert found.token.startswith("https://")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", 'no "authorize" for it; known are google, microsoft'),
        ('[own]\nauthorize="https://a.example"\ntoken="http://a.example"\nscope="s"', "begins with https://"),
        ("[own", "cannot be read"),
    ],
)
def test_servers_that_will_not_do(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "oauth.toml").write_text(text)
    with pytest.raises(OAuthError, match=says):
        endpoints_named("own", tmp_path)
