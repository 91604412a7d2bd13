"""From the last look to the server: seconds in which one may still change one's mind, and at most one mail."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from starlette.testclient import TestClient
from tests.outbox.server import LOSE, Manners, Server, serving
from tests.sources.certificates import make

from sincerely.accounts import vault_file
from sincerely.app import wiring
from sincerely.app.connections import unlocking
from sincerely.app.connections.signing_in import secret_name
from sincerely.app.drafts.kept import message_named, take
from sincerely.app.outgoing.sending_by_itself import send_due
from sincerely.core.account import Account
from sincerely.core.account import Server as Place
from sincerely.core.outbound import State, Step
from sincerely.core.process import Process
from sincerely.web.app import Site

from .forms import send
from .test_draft_pages import Clock, act, approved, begun, browser, clock, message, site

__all__ = ["browser", "clock", "site"]

ME = "robin@mail.example"


@pytest.fixture
def server(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A mailbox that can send, whose password lies in a sealed file."""
    phrase = tmp_path / "passphrase"
    phrase.write_text("invented words that open it", "utf-8")
    phrase.chmod(0o600)
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    monkeypatch.setenv("SINCERELY_PASSPHRASE_FILE", str(phrase))
    monkeypatch.setattr(vault_file, "_COST", {"memory_kib": 64, "passes": 1, "lanes": 1})
    wiring._secrets_in.cache_clear()
    certificates = make(tmp_path / "tls")
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(certificates.certificate, certificates.key)
    with serving(Manners(password="right"), "tls", trust) as running:
        account = Account(address=ME, smtp=Place("127.0.0.1", running.port), ca=str(certificates.ca))
        wiring.open_secrets().put(secret_name(account), "right")
        with site.opened() as store:
            store.save_account(account, site.clock())
        yield running


def thanked(site: Site) -> int:
    with site.opened() as store:
        return sum(event.verb == "thanked" for event in cast("Process", store.process("acme")).events)


def by_itself(site: Site) -> None:
    """Do what the background does, at the site's time."""
    with site.opened() as store:
        send_due(store, site.clock)


def test_it_waits_half_a_minute_and_is_sent_once(browser: TestClient, site: Site, server: Server, clock: Clock) -> None:
    begun(browser)
    page = approved(browser, "send").text
    assert "It goes out in" in page
    assert 'data-left="30"' in page
    early = act(browser, "o1", "send")
    assert early.status_code == 409
    assert server.taken == []
    clock.now += timedelta(seconds=31)
    answer = act(browser, "o1", "send")
    assert "Sent." in answer.text
    [taken] = server.taken
    assert (taken.sender, taken.recipients) == (ME, ("dana@acme.example",))
    assert thanked(site) == 1
    again = act(browser, "o1", "send")
    assert (again.status_code, again.url.path) == (200, "/drafts/d1")
    assert len(server.taken) == 1
    assert "Sent" in browser.get("/outgoing").text


def test_taken_back_in_time_nothing_goes_out(browser: TestClient, site: Site, server: Server, clock: Clock) -> None:
    begun(browser)
    approved(browser, "send")
    assert "Taken back" in act(browser, "o1", "withdraw").text
    clock.now += timedelta(minutes=5)
    late = act(browser, "o1", "send")
    assert late.status_code == 409
    assert "This is not approved." in late.text  # and not by a number that nobody has seen
    by_itself(site)
    assert server.taken == []
    assert message(site).state is State.WITHDRAWN


def test_with_the_page_closed_the_background_sends_it(
    browser: TestClient, site: Site, server: Server, clock: Clock
) -> None:
    begun(browser)
    approved(browser, "send")
    by_itself(site)
    assert server.taken == []
    clock.now += timedelta(seconds=31)
    by_itself(site)
    by_itself(site)
    assert len(server.taken) == 1
    assert thanked(site) == 1


def test_the_background_was_first_and_the_page_says_that_it_went_out(
    browser: TestClient, site: Site, server: Server, clock: Clock
) -> None:
    """Both end with the same second; whoever comes second is not told that it can't be done."""
    begun(browser)
    approved(browser, "send")
    clock.now += timedelta(seconds=31)
    by_itself(site)
    answer = act(browser, "o1", "send")
    assert answer.status_code == 200
    assert "Sent Thu 5 March, 16:00." in answer.text
    assert len(server.taken) == 1


def test_while_the_background_sends_it_the_page_waits_for_it(
    browser: TestClient, site: Site, server: Server, clock: Clock
) -> None:
    begun(browser)
    approved(browser, "send")
    clock.now += timedelta(seconds=31)
    with site.opened() as store, store.transaction():
        found = message_named(store, "o1")
        take(store, found, found.after(Step.CLAIM, clock.now))
    answer = act(browser, "o1", "send")
    assert "It is being sent just now." in answer.text
    assert 'hx-get="/outgoing/o1"' in answer.text
    assert server.taken == []


def test_what_is_sent_by_hand_is_never_sent_from_here(
    browser: TestClient, site: Site, server: Server, clock: Clock
) -> None:
    begun(browser)
    page = approved(browser, "hand").text
    assert "Send it from here" in page
    clock.now += timedelta(minutes=5)
    by_itself(site)
    assert server.taken == []


def test_the_server_loses_the_answer_and_nothing_is_sent_twice(
    browser: TestClient, site: Site, server: Server, clock: Clock
) -> None:
    begun(browser)
    approved(browser, "send")
    clock.now += timedelta(seconds=31)
    server.manners.instead("TEXT", LOSE)
    answer = act(browser, "o1", "send")
    assert "In doubt" in answer.text
    by_itself(site)
    assert message(site).state is State.UNKNOWN
    assert "In doubt" in browser.get("/outgoing").text


def test_a_debrief_goes_to_oneself_alone(browser: TestClient, server: Server) -> None:
    page = browser.get("/debrief/acme").text
    assert "Mail them to myself" in page
    assert f"Sent to {ME}" in send(browser, page, "/debrief-mail/acme").text
    [taken] = server.taken
    assert taken.recipients == (ME,)
    server.manners.password = "another"
    assert send(browser, page, "/debrief-mail/acme").status_code == 502


def test_where_the_passwords_are_locked_they_are_opened_from_the_letter(
    browser: TestClient, server: Server, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SINCERELY_PASSPHRASE_FILE")
    monkeypatch.setattr(unlocking, "_said", [])
    wiring._secrets_in.cache_clear()
    begun(browser)
    page = approved(browser, "send").text
    assert "Your passwords are locked" in page
    clock.now += timedelta(seconds=31)
    page = act(browser, "o1", "send").text
    assert "Not sent." in page
    assert "Your passwords are locked" in page
    assert "Your passwords are locked" in browser.get("/outgoing").text
    words = {"passphrase": "invented words that open it"}
    page = send(browser, browser.get("/outgoing").text, "/settings/unlock", words).text
    assert "<h1>Outgoing</h1>" in page
    assert "Your passwords are locked" not in page
    clock.now += timedelta(hours=1)
    assert "Sent." in act(browser, "o1", "send").text
    assert len(server.taken) == 1
