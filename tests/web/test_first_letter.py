"""The first two minutes: from nothing, by a mailbox as a file, to the first thank-you at a mail server.

Nobody knows anything here but what the pages say: each press is on what a person would press, and they are counted.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from playwright.sync_api import Browser, Locator, Page, expect
from tests.sources.certificates import Certificates, make, shown
from tests.support import POLICY

from sincerely.accounts import vault_file
from sincerely.app import wiring
from sincerely.app.connections import unlocking
from sincerely.app.outgoing.sending_by_itself import send_due
from sincerely.app.wiring import opened
from sincerely.sample.write import Sample, write
from sincerely.web.app import Site

from .axe import violations
from .live import chromium, served

pytestmark = pytest.mark.slow

PASSWORD, PASSPHRASE = "invented-Pa55/phrase-ü", "four words are best"
OPENING = datetime(2026, 11, 27, 20, tzinfo=UTC)
TOPIC, LIKED = "the ward dashboards and why nurses stopped trusting them", "that you let nurses decide what is counted"
NEED, DID = "dashboards that people on the ward use", "rebuilt a bed report with the staff who read it"
# From the empty page on, each press and each field that is filled.
MOST_PRESSES, MOST_FIELDS = 8, 8


class _Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = OPENING

    def __call__(self) -> datetime:
        return self.now


@dataclass
class _Provider:
    """What stands in for the provider's server: it wants TLS and the password. The names are aiosmtpd's."""

    certificates: Certificates
    taken: list[Any] = field(default_factory=list)
    port: int = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(envelope)
        return "250 OK"

    @staticmethod
    def knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, told: Any) -> AuthResult:
        right = isinstance(told, LoginPassword) and told.password == PASSWORD.encode()
        return AuthResult(success=right, handled=right)


@dataclass
class _Person:
    """Somebody at the page, whose presses and fields are counted."""

    page: Page
    presses: int = 0
    fields: int = 0

    def press(self, what: Locator) -> None:
        what.click()
        self.presses += 1

    def button(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name=name, exact=True).first)

    def link(self, name: str) -> None:
        self.press(self.page.get_by_role("link", name=name, exact=True).first)

    def write(self, label: str | re.Pattern[str], text: str) -> None:
        self.page.get_by_label(label).first.fill(text)
        self.fields += 1

    def meets_no_hindrance(self) -> None:
        """See that the page is no wider than the window, and that whoever reads by other means can use it."""
        assert not violations(self.page)
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return write(tmp_path_factory.mktemp("sample"), OPENING)


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[_Provider]:
    found = _Provider(make(tmp_path / "tls"))
    controller = Controller(
        found,
        hostname="127.0.0.1",
        port=_free_port(),
        tls_context=shown(found.certificates),
        require_starttls=True,
        authenticator=found.knows,
        auth_required=True,
    )
    controller.start()
    found.port = controller.port
    yield found
    controller.stop()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: _Clock) -> Site:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("SINCERELY_HOME", str(home))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    monkeypatch.setattr(vault_file, "_COST", {"memory_kib": 64, "passes": 1, "lanes": 1})
    monkeypatch.setattr(unlocking, "_said", [])
    wiring._secrets_in.cache_clear()
    return Site(lambda: opened(home), POLICY, clock, (), folder=home)


@pytest.mark.parametrize("width", [1440, 390])
def test_from_an_empty_page_to_the_first_thanks(
    chrome: Browser, site: Site, sample: Sample, provider: _Provider, clock: _Clock, width: int
) -> None:
    with served(site) as address:
        context = chrome.new_context(
            base_url=address, viewport={"width": width, "height": 844}, reduced_motion="reduce"
        )
        me = _Person(context.new_page())
        me.page.clock.install(time=OPENING)
        me.page.goto("/")
        _bring(me, sample)
        _say_what_only_they_know(me)
        _connect(me, provider)
        _send(me, provider, clock)
        assert me.presses <= MOST_PRESSES
        assert me.fields <= MOST_FIELDS
        context.close()
    assert _read(provider)["from"] == f"Robin Ashdown <{sample.me}>"
    with site.opened() as store:
        [process] = [
            store.process(row.header.id) for row in store.summaries() if row.header.employer == "Larkspur Health"
        ]
        assert process is not None
        assert [event.who for event in process.events if event.verb == "thanked"] == [
            ("dana.whitlock@larkspurhealth.example",)
        ]
        send_due(store, lambda: clock.now + timedelta(hours=1))  # nothing is sent twice, whoever comes later
    assert len(provider.taken) == 1


def _bring(me: _Person, sample: Sample) -> None:
    me.link("Begin")
    me.page.get_by_label("Files").set_input_files(sample.mbox)
    me.fields += 1
    me.button("Read it")
    expect(me.page.get_by_role("heading", name="inbox.mbox was read")).to_be_visible(timeout=240_000)
    expect(me.page.get_by_text("Bring your Sent mail too")).to_be_visible()
    me.meets_no_hindrance()


def _say_what_only_they_know(me: _Person) -> None:
    me.link("Write the thank-you")
    expect(me.page.get_by_text("Your letter stands on what only you know")).to_be_visible()
    me.write(re.compile("talk about"), TOPIC)
    me.write("What did you like about it?", LIKED)
    me.write("They need", NEED)
    me.write("You have done", DID)
    me.meets_no_hindrance()
    me.button("Write the letter")
    letter = me.page.get_by_label("The letter")
    expect(letter).to_have_value(re.compile(r"^Hi Dana,\n[^$]*Best,\nRobin\s*$"))
    me.button("Last look")


def _connect(me: _Person, provider: _Provider) -> None:
    me.link("connect your mailbox")
    expect(me.page.get_by_label("Address", exact=True)).to_have_value("robin.ashdown@mail.example")
    me.page.get_by_label("Password", exact=True).fill(PASSWORD)
    me.page.get_by_label("A new passphrase for your secrets").fill(PASSPHRASE)
    me.page.get_by_role("textbox", name=re.compile("SMTP")).fill(f"127.0.0.1:{provider.port}")
    me.fields += 3
    # Only here: the server is nobody's whose certificate the system knows.
    me.page.get_by_text("A server of my own", exact=True).click()
    me.page.get_by_label("File with its certificate authority").fill(str(provider.certificates.ca))
    me.button("Try it, and connect")
    expect(me.page.get_by_role("heading", name="Last look")).to_be_visible(timeout=60_000)
    expect(me.page.locator("#toasts")).to_contain_text("is connected, to send with")
    me.meets_no_hindrance()
    assert not provider.taken


def _send(me: _Person, provider: _Provider, clock: _Clock) -> None:
    me.button("Send it")
    expect(me.page.locator("[data-left]")).to_have_text("30")
    expect(me.page.get_by_role("button", name="Undo")).to_be_visible()
    expect(me.page.get_by_role("button", name="Send it now")).to_be_hidden()
    assert not provider.taken
    clock.now += timedelta(seconds=31)
    me.page.clock.fast_forward(31_000)
    expect(me.page.locator(".fate")).to_contain_text("Sent Fri 27 November", timeout=60_000)
    assert urlsplit(me.page.url).path == "/drafts/d1"


def _read(provider: _Provider) -> EmailMessage:
    """Return what the server was given, after a look at its text."""
    [taken] = provider.taken
    assert (taken.mail_from, taken.rcpt_tos) == ("robin.ashdown@mail.example", ["dana.whitlock@larkspurhealth.example"])
    mail = message_from_bytes(taken.content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["to"] == "dana.whitlock@larkspurhealth.example"
    assert mail["in-reply-to"]
    text = " ".join(mail.get_content().split())
    for words in (
        TOPIC,
        LIKED,
        NEED,
        DID,
        "Thank you for the chance to speak with you on Wednesday, November 25",
        "Best, Robin",
    ):
        assert words in text
    return mail
