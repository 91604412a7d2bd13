"""A connected mailbox signed in to anew, and a sealed file of secrets opened, where something failed for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from starlette.testclient import TestClient
from tests.outbox.server import Manners, serving
from tests.sources.certificates import make, shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.app import wiring
from sincerely.app.background.background_jobs import jobs, reporter
from sincerely.app.connections import unlocking
from sincerely.app.connections.not_let_in import refusals
from sincerely.app.mail_in.reading_in import Readings
from sincerely.app.wiring import opened
from sincerely.core.account import Account, Server
from sincerely.sources.base import SourceError

from .conftest import NOW
from .test_connecting import ADDRESS, PASSPHRASE, client, dovecot, post

__all__ = ["client", "dovecot"]
pytestmark = pytest.mark.slow
SECRET = f"password:{ADDRESS}"
BEFORE = "the password before"


@pytest.fixture
def connected(client: TestClient, dovecot: Dovecot, tmp_path: Path) -> Iterator[Account]:
    """A mailbox whose password was changed at the provider, and a passphrase that was typed."""
    unlocking.unlock(wiring.open_secrets(), PASSPHRASE)
    wiring.open_secrets().put(SECRET, BEFORE)
    account = dovecot.account(ADDRESS)
    with opened(tmp_path) as store:
        store.save_account(account, NOW)
    yield account
    thread = cast("Readings", client.app.state.readings)._thread  # type: ignore[attr-defined]
    if thread is not None:
        thread.join(120)


def in_the_background(folder: Path) -> None:
    """Do what the background does: read, and keep what is wrong."""
    try:
        jobs(lambda: opened(folder))["Reading"](NOW)
    except SourceError as error:
        reporter(lambda: opened(folder))((f"Reading: {error}",))


def started_anew() -> None:
    unlocking._said.clear()
    wiring._secrets_in.cache_clear()


def test_a_new_password_is_tried_and_kept_where_a_reading_was_refused(
    client: TestClient, connected: Account, tmp_path: Path
) -> None:
    in_the_background(tmp_path)
    there = "/settings/accounts/again?address=robin%40own.example"
    page = client.get("/settings/accounts").text
    assert "It was not let in when it was read last: the server refuses this name and password" in page
    assert there in page
    assert there in client.get("/").text
    assert "many providers want an app password" in client.get(there).text
    page = post(client, "/settings/accounts/password", address=ADDRESS, password="not the password")
    assert "the server refuses this name and password" in page
    assert "not the password" not in page
    assert "until then the one that was known stays" in post(client, "/settings/accounts/password", address=ADDRESS)
    assert wiring.open_secrets().get(SECRET) == BEFORE
    page = post(client, "/settings/accounts/password", address=ADDRESS, user="robin", password=PASSWORD)
    assert f"The new password is kept: {ADDRESS} works." in page
    assert "It was not let in" not in page
    assert wiring.open_secrets().get(SECRET) == PASSWORD
    with opened(tmp_path) as store:
        assert store.accounts() == [replace(connected, login="robin")]
        assert refusals(store) == {}


def test_a_reading_that_is_let_in_again_takes_the_line_back(
    client: TestClient, connected: Account, dovecot: Dovecot, tmp_path: Path
) -> None:
    in_the_background(tmp_path)
    wiring.open_secrets().put(SECRET, PASSWORD)
    with opened(tmp_path) as store:  # out of reach says nothing about the password
        store.save_account(replace(connected, imap=Server("127.0.0.1", 1)), NOW)
    in_the_background(tmp_path)
    assert "It was not let in" in client.get("/settings/accounts").text
    with opened(tmp_path) as store:
        store.save_account(connected, NOW)
    in_the_background(tmp_path)
    assert "It was not let in" not in client.get("/settings/accounts").text


def test_a_mailbox_that_is_no_longer_connected_is_not_signed_in_to(client: TestClient, connected: Account) -> None:
    assert client.get("/settings/accounts/again?address=nobody@own.example").status_code == 404
    wiring.open_secrets()
    page = post(client, "/settings/accounts/password", address=ADDRESS, user="ro\nbin", password=PASSWORD)
    assert "no control characters" in page
    post(client, "/settings/accounts/remove", address=connected.address)
    page = post(client, "/settings/accounts/password", address=ADDRESS, password=PASSWORD)
    assert "There is nothing here" in page
    assert wiring.open_secrets().get(SECRET) is None


def test_a_mailbox_to_send_with_gets_a_new_password_too(client: TestClient, tmp_path: Path) -> None:
    certificates = make(tmp_path / "tls")
    with serving(Manners(password=PASSWORD), "tls", shown(certificates)) as running:
        account = Account(address=ADDRESS, smtp=Server("127.0.0.1", running.port), ca=str(certificates.ca))
        with opened(tmp_path) as store:
            store.save_account(account, NOW)
        form = {"address": ADDRESS, "passphrase": PASSPHRASE}
        assert 'role="alert"' in post(client, "/settings/accounts/password", **form, password="wrong")
        assert wiring.open_secrets().get(SECRET) is None
        page = post(client, "/settings/accounts/password", **form, password=PASSWORD)
        assert f"The new password is kept: {ADDRESS} works." in page
        with opened(tmp_path) as store:
            store.save_account(replace(account, read_only=True), NOW)
        assert "New password" not in client.get("/settings/accounts").text
        page = post(client, "/settings/accounts/password", address=ADDRESS, password="another")
        assert "Let it send first" in page
        assert wiring.open_secrets().get(SECRET) == PASSWORD
        assert running.taken == []


def test_a_locked_file_is_opened_where_something_failed_for_it(
    client: TestClient, connected: Account, tmp_path: Path
) -> None:
    wiring.open_secrets().put(SECRET, PASSWORD)
    assert "Your passwords are locked" not in client.get("/settings/accounts").text
    started_anew()
    in_the_background(tmp_path)
    woken: list[int] = []
    client.app.state.pages.site.at_once = lambda: woken.append(1)  # type: ignore[attr-defined]
    assert 'href="/settings/unlock?then=/"' in client.get("/").text
    page = client.get("/settings/accounts").text
    assert "Your passwords are locked" in page
    assert "It was not let in" not in page  # nobody refused anything
    assert "is needed and there is nobody to ask" in post(client, "/settings/accounts/test", address=ADDRESS)
    page = post(client, "/settings/unlock", passphrase="wrong words", then="/settings/accounts")
    assert "that is not its passphrase" in page
    assert "wrong words" not in page
    assert 'name="then" value="/settings/accounts"' in page
    assert "Type the passphrase." in post(client, "/settings/unlock", then="https://evil.example/")
    assert woken == []
    page = post(client, "/settings/unlock", passphrase=PASSPHRASE, then="https://evil.example/")
    assert "Your passwords are unlocked until Sincerely stops." in page
    assert "Your passwords are locked" not in client.get("/settings/accounts").text
    assert woken == [1]
    assert f"{ADDRESS} works." in post(client, "/settings/accounts/test", address=ADDRESS)
    assert "They are not locked" in client.get("/settings/unlock").text
