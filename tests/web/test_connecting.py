"""A mailbox connected on the page: a real Dovecot, its password nowhere but in the vault, read at once."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.dav.conftest import radicale
from tests.dav.radicale import PASSWORD as CALENDAR_PASSWORD
from tests.dav.radicale import USER, Radicale
from tests.outbox.server import Manners, serving
from tests.sources.certificates import make, shown
from tests.sources.dovecot import PASSWORD, Dovecot, running
from tests.support import POLICY

from sincerely.accounts import vault_file
from sincerely.app import wiring
from sincerely.app.connections import mailboxes, unlocking
from sincerely.app.mail_in.reading_in import Readings
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN, token
from .test_start_page import RECEIPT

__all__ = ["radicale"]
pytestmark = pytest.mark.slow
ADDRESS = "robin@own.example"
PASSPHRASE = "four words are best"


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running() as server:
        yield server


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    monkeypatch.setattr(vault_file, "_COST", {"memory_kib": 64, "passes": 1, "lanes": 1})
    monkeypatch.setattr(unlocking, "_said", [])
    wiring._secrets_in.cache_clear()
    site = Site(lambda: opened(tmp_path), POLICY, lambda: NOW, (HOST,), folder=tmp_path)
    app = lend(site)
    with TestClient(app, base_url=f"http://{HOST}") as found:
        yield found
        app.state.readings.close()


def post(client: TestClient, path: str, **form: str) -> str:
    form = {"token": token(client.get("/settings").text), **form}
    return unescape(client.post(path, data=form, headers=ORIGIN).text)


def test_it_is_tried_kept_and_read(client: TestClient, dovecot: Dovecot, tmp_path: Path) -> None:
    mail = RECEIPT.partition("\n")[2].replace("\n", "\r\n").encode()
    dovecot.put(ADDRESS, [mail])
    form = {
        "address": ADDRESS,
        "imap": f"tls://127.0.0.1:{dovecot.port}",
        "smtp": "tls://127.0.0.1:1",
        "ca": str(dovecot.certificates.ca),
        "since": "all",
        "password": "not the password",
        "passphrase": PASSPHRASE,
    }
    page = post(client, "/settings/accounts/new", **form)
    assert "the server refuses this name and password" in page
    assert "not the password" not in page
    page = post(client, "/settings/accounts/new", **{**form, "password": PASSWORD})
    assert "it can't send yet: The server was not reached" in page
    readings: Readings = client.app.state.readings  # type: ignore[attr-defined]
    assert readings._thread is not None
    readings._thread.join(120)
    found = readings.look()
    assert found is not None
    assert (found.state, found.what, found.new) == ("done", ADDRESS, 1)
    assert "Acme Corp" in client.get("/processes").text
    page = post(client, "/settings/accounts/test", address=ADDRESS)
    assert f"{ADDRESS} works." in page
    assert "It can't send yet" in page
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert PASSWORD.encode() not in path.read_bytes()
    assert "is connected already" in post(client, "/settings/accounts/new", **{**form, "password": PASSWORD})
    assert "No mailbox is connected" in post(client, "/settings/accounts/remove", address=ADDRESS)
    assert wiring.open_secrets().get(f"password:{ADDRESS}") is None


def test_erasing_takes_the_passwords_too(client: TestClient, dovecot: Dovecot, tmp_path: Path) -> None:
    form = {"imap": f"tls://127.0.0.1:{dovecot.port}", "ca": str(dovecot.certificates.ca), "password": PASSWORD}
    post(client, "/settings/accounts/new", address=ADDRESS, passphrase=PASSPHRASE, **form)
    readings: Readings = client.app.state.readings  # type: ignore[attr-defined]
    assert readings._thread is not None
    readings._thread.join(120)
    assert (tmp_path / "secrets.sealed").exists()
    assert "1 kept passwords" in post(client, "/settings/data/erase", said="erase everything")
    assert not (tmp_path / "secrets.sealed").exists()


def test_a_wrong_passphrase_is_asked_for_again(client: TestClient, dovecot: Dovecot) -> None:
    form = {"imap": f"tls://127.0.0.1:{dovecot.port}", "ca": str(dovecot.certificates.ca), "password": PASSWORD}
    wiring.open_secrets()
    unlocking.unlock(wiring.open_secrets(), PASSPHRASE)
    wiring.open_secrets().put("password:other@own.example", "x")
    unlocking._said.clear()
    wiring._secrets_in.cache_clear()
    assert "Passphrase of your secrets" in client.get(f"/settings/accounts/new?address={ADDRESS}").text
    page = post(client, "/settings/accounts/new", address=ADDRESS, passphrase="wrong words", **form)
    assert "that is not its passphrase" in page
    assert "Passphrase of your secrets" in page


def test_to_send_only_and_back_to_the_letter(client: TestClient, tmp_path: Path) -> None:
    """Whoever brought a file, and wants their letter sent, need not let their mailbox be read."""
    certificates = make(tmp_path / "tls")
    with serving(Manners(password=PASSWORD), "tls", shown(certificates)) as running:
        form = {"address": ADDRESS, "then": "/drafts", "ca": str(certificates.ca), "passphrase": PASSPHRASE}
        there = {**form, "smtp": f"tls://127.0.0.1:{running.port}"}
        assert "Name a server" in post(client, "/settings/accounts/new", **form, password=PASSWORD)
        assert "Name a server" in post(client, "/settings/accounts/new", **there, password=PASSWORD, read_only="yes")
        page = post(client, "/settings/accounts/new", **there, password="wrong")
        assert 'role="alert"' in page
        assert 'name="then" value="/drafts"' in page
        page = post(client, "/settings/accounts/new", **there, password=PASSWORD)
        assert "<h1>Drafts</h1>" in page
        assert f"{ADDRESS} is connected, to send with." in page
        page = post(client, "/settings/accounts/test", address=ADDRESS)
        assert f"{ADDRESS} works." in page
        assert "It can't send yet" not in page
        assert running.taken == []
    post(client, "/settings/accounts/remove", address=ADDRESS)
    assert wiring.open_secrets().get(f"password:{ADDRESS}") is None


def test_a_server_that_says_nothing_is_not_waited_for(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits for us to begin TLS, and we for its greeting: told once, with what to write instead."""
    monkeypatch.setattr(mailboxes, "_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        form = {"address": ADDRESS, "imap": f"127.0.0.1:{silent.getsockname()[1]}", "password": PASSWORD}
        page = post(client, "/settings/accounts/new", **form, passphrase=PASSPHRASE)
        assert "the server does not answer" in page
        assert "tls://HOST:PORT" in page
        silent.accept()[0].close()
        silent.settimeout(0)
        with pytest.raises(BlockingIOError):
            silent.accept()


def test_it_never_leads_back_to_somebody_elses_page(client: TestClient, tmp_path: Path) -> None:
    certificates = make(tmp_path / "tls")
    with serving(Manners(password=PASSWORD), "tls", shown(certificates)) as running:
        form = {"address": ADDRESS, "then": "https://evil.example/drafts", "ca": str(certificates.ca)}
        form |= {"smtp": f"tls://127.0.0.1:{running.port}", "password": PASSWORD, "passphrase": PASSPHRASE}
        form["token"] = token(client.get("/settings").text)
        answer = client.post("/settings/accounts/new", data=form, headers=ORIGIN, follow_redirects=False)
        assert answer.headers["location"] == "/drafts"


# Calendars


def test_a_calendar_server_is_tried_kept_filled_and_forgotten(
    client: TestClient, radicale: Radicale, tmp_path: Path
) -> None:
    with opened(tmp_path) as store:
        take(store, story(tmp_path), NOW)
    form = {"url": radicale.url, "user": USER, "passphrase": PASSPHRASE}
    page = post(client, "/settings/calendar/server", **form, password="not the password")
    assert "refused the user or the password" in page
    assert "not the password" not in page
    assert 'value="robin"' in page
    post(client, "/settings/calendar/server", **form, password=CALENDAR_PASSWORD)
    assert "entries written" in post(client, "/settings/calendar/push")
    assert any(b"Acme" in data for data in radicale.stored().values())
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or CALENDAR_PASSWORD.encode() not in path.read_bytes()
    unlocking._said.clear()  # it is another day, and the program was started anew
    wiring._secrets_in.cache_clear()
    page = post(client, "/settings/calendar/push")
    assert "its password can't be had" in page
    assert "Passphrase of your secrets" in page
    address = radicale.address()
    assert address in post(client, "/settings/calendar/read", address=address)
    post(client, "/undo")
    with opened(tmp_path) as store:
        assert store.setting("calendar")["reads"] == []
    unlocking.unlock(wiring.open_secrets(), PASSPHRASE)
    name = f"caldav:{USER}@{radicale.url}"
    assert wiring.open_secrets().get(name) == CALENDAR_PASSWORD
    page = post(client, "/settings/calendar/server", url="")
    assert "Calendars that are read" not in page
    assert "Undo brings back the server, but not the password" in page
    assert wiring.open_secrets().get(name) is None
    post(client, "/undo")
    page = client.get("/settings/calendar").text
    assert f"No password is kept for {radicale.url} any more" in page
    assert "needs a password" in post(client, "/settings/calendar/server", url=radicale.url, user=USER)
    post(client, "/settings/calendar/server", url=radicale.url, user=USER, password=CALENDAR_PASSWORD)
    assert "No password is kept" not in client.get("/settings/calendar").text
    assert wiring.open_secrets().get(name) == CALENDAR_PASSWORD


def story(folder: Path) -> Path:
    file = folder / "story.timeline"
    file.write_text(
        'process acme employer="Acme" role="Data analyst" zone=UTC country=US\n'
        f"{NOW - timedelta(days=1):%Y-%m-%d} 09:00 requested writing-sample by={NOW + timedelta(days=2):%Y-%m-%d}\n"
    )
    return file
