"""A whole story on live servers: Dovecot keeps the mail, aiosmtpd takes it, the background does the rest.

Nobody waits: the test's clock says what day it is, and the background's jobs run in their order as they do in the
loop. The person does what only a person does: answers the debrief, reads the drafts, approves them, lets go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from tests.cli.conftest import address, dovecot, home
from tests.sources.certificates import shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.app import wiring
from sincerely.app.background.background_jobs import jobs
from sincerely.app.connections.signing_in import secret_name
from sincerely.app.drafts.draft_grounds import gathered, one_process
from sincerely.app.drafts.drafting import Wish, drafts
from sincerely.app.drafts.keeping import keep
from sincerely.app.interviews.debriefing import Answers, debrief
from sincerely.app.outgoing.approving import Wish as Approval
from sincerely.app.outgoing.approving import approve_draft
from sincerely.app.processes.exits import find, settle
from sincerely.app.today.listing import today_of
from sincerely.app.today.policies import load_policy
from sincerely.core.account import Server
from sincerely.core.outbound import State
from sincerely.gate.approval import Refused
from sincerely.writing.facts.grounds import Draft

pytestmark = pytest.mark.slow
__all__ = ["address", "dovecot", "home"]
POLICY = load_policy()
ZONE = ZoneInfo("America/New_York")
DANA = "dana.ito@acme.example"

INVITATION = """Dear Robin,

thank you for your application for the Data Analyst position at Acme. We would like to invite you to an interview on
Wednesday, March 4, 2026, from 2:00 pm to 3:00 pm in our office in New York. You will meet me; I lead the data team.

Kind regards,
Dana Ito
Acme
"""
ENTRY = """BEGIN:VCALENDAR
PRODID:-//Acme//Calendar//EN
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:interview-1@acme.example
DTSTAMP:20260302T140000Z
DTSTART:20260304T190000Z
DTEND:20260304T200000Z
SUMMARY:Interview: Data Analyst (Robin Vale)
ORGANIZER;CN=Dana Ito:mailto:dana.ito@acme.example
ATTENDEE;CN=Dana Ito;PARTSTAT=ACCEPTED:mailto:dana.ito@acme.example
ATTENDEE;CN=Robin Vale;RSVP=TRUE:mailto:{address}
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""
PROMISE = """Dear Robin,

it was good to meet you yesterday. We are talking to two more people for the Data Analyst position, and you will hear
from us by Friday, March 13, 2026.

Kind regards,
Dana Ito
Acme
"""
REJECTION = """Dear Robin,

thank you for interviewing with us for the Data Analyst position. After careful consideration we have decided to move
forward with another candidate. We wish you every success in your search.

Kind regards,
Dana Ito
Acme
"""


@dataclass
class Keeps:
    """What aiosmtpd asks: it takes every mail, and keeps it."""

    taken: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        self.taken.append((list(envelope.rcpt_tos), envelope.content))
        return "250 2.0.0 taken"


@pytest.fixture
def keeps() -> Keeps:
    return Keeps()


@pytest.fixture
def port(keeps: Keeps, dovecot: Dovecot) -> Iterator[int]:
    def signs_in(_server: Any, _session: Any, _envelope: Any, _mechanism: str, told: Any) -> AuthResult:
        right = isinstance(told, LoginPassword) and told.password == PASSWORD.encode()
        return AuthResult(success=right, handled=True)

    controller = Controller(
        keeps,
        hostname="127.0.0.1",
        port=_free_port(),
        tls_context=shown(dovecot.certificates),
        require_starttls=True,
        authenticator=signs_in,
        auth_required=True,
    )
    controller.start()
    yield controller.port
    controller.stop()


def _free_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


def at(text: str) -> datetime:
    """An instant of March 2026, where the employer is: "4 14:00"."""
    day, _, clock = text.partition(" ")
    hour, _, minute = clock.partition(":")
    second = minute[3:] or "0"
    return datetime(2026, 3, int(day), int(hour), int(minute[:2]), int(second), tzinfo=ZONE)


@dataclass
class Story:
    """The candidate's side: a mailbox, a clock, a background."""

    dovecot: Dovecot
    address: str
    keeps: Keeps
    now: datetime = field(default_factory=lambda: at("2 9:00"))

    def arrives(self, when: str, subject: str, text: str, entry: str = "") -> None:
        """A mail from the employer lies in the inbox."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = f"Dana Ito <{DANA}>", self.address, subject
        mail["Date"], mail["Message-ID"] = (
            format_datetime(at(when)),
            f"<{when.replace(' ', '.').replace(':', '')}@acme.example>",
        )
        mail.set_content(text)
        if entry:
            told = entry.format(address=self.address).replace("\n", "\r\n").encode()
            mail.add_attachment(told, "text", "calendar", params={"method": "REQUEST"}, filename="invite.ics")
        self.dovecot.put(self.address, [mail.as_bytes()])

    def background(self, when: str) -> None:
        """Do what the background does at an instant; what goes wrong in it is raised."""
        self.now = at(when)
        for job in jobs(wiring.opened, clock=lambda: self.now).values():
            job(self.now)

    def holds(self) -> set[str]:
        """Codes of what Today shows."""
        with wiring.opened() as store:
            return {line.finding.code for line in today_of(store, self.now, POLICY).all}

    @property
    def name(self) -> str:
        """The one process."""
        with wiring.opened() as store:
            [row] = store.summaries()
            return row.header.id

    def events(self) -> list[tuple[str, str]]:
        """What is known, by day."""
        with wiring.opened() as store:
            process = store.process(self.name)
            assert process is not None
            return [(f"{event.at.astimezone(ZONE).day}", event.verb) for event in process.events]

    def writes(self, code: str, when: str) -> None:
        """Have a mail drafted, read it and approve it."""
        self.now = at(when)
        with wiring.opened() as store:
            found = gathered(store, one_process(store, self.name), self.now, "Robin Vale")
            [made] = drafts(found.process, code, found.background, Wish(), self.now)
            assert isinstance(made, Draft), made
            [kept] = keep(store, found.process, code, [made], self.now)
            sender = f"Robin Vale <{self.address}>"
            approved = approve_draft(store, kept.written.name, Approval(sender=sender), lambda _: self.now)
            assert not isinstance(approved, Refused), approved

    def held_until(self) -> datetime | None:
        with wiring.opened() as store:
            return store.outgoings()[0].not_before

    def sent(self) -> list[str]:
        """Subjects of what the server took; all of it went to Dana, and to nobody else."""
        assert all(people == [DANA] for people, _ in self.keeps.taken)
        return [str(message_from_bytes(data)["Subject"]) for _, data in self.keeps.taken]


@pytest.fixture
def story(dovecot: Dovecot, address: str, home: Path, port: int, keeps: Keeps) -> Story:
    account = replace(dovecot.account(address, since_days=0), smtp=Server("127.0.0.1", port, "starttls"))
    wiring.open_secrets().put(secret_name(account), PASSWORD)
    with wiring.opened() as store:
        store.save_account(account, datetime.now(UTC))
        store.set_setting("me", [address])
    return Story(dovecot, address, keeps)


def test_from_the_invitation_to_letting_go(story: Story, home: Path) -> None:
    an_interview_and_a_note(story)
    a_promise_and_a_question_held_until_its_day(story)
    a_no_and_one_question(story)
    silence(story)
    each_once(story)
    assert PASSWORD.encode() not in (home / "sincerely.db").read_bytes()


def an_interview_and_a_note(story: Story) -> None:
    """The person answers the debrief, has a note drafted, and approves it; half a minute later it goes out."""
    story.arrives("2 9:00", "Interview for the Data Analyst position at Acme", INVITATION, ENTRY)
    story.background("2 9:05")
    assert ("2", "scheduled") in story.events()
    assert "THX001" not in story.holds()
    story.background("4 15:10")
    assert {"THX001", "THX003"} <= story.holds()
    with wiring.opened() as store:
        process = store.process(story.name)
        assert process is not None
        notes = {"liked": "the migration story", "fit": "ran two such migrations"}
        debrief(store, process, Answers(who=(DANA,), notes=notes), at("4 15:20"))
    story.writes("THX001", "4 15:30")
    story.background("4 15:30:29")
    assert story.sent() == []
    story.background("4 15:30:30")
    assert len(story.sent()) == 1
    assert b"migration" in story.keeps.taken[0][1]
    assert ("4", "thanked") in story.events()
    assert "THX001" not in story.holds()


def a_promise_and_a_question_held_until_its_day(story: Story) -> None:
    """Now waiting is right; what is approved too soon is held."""
    story.arrives("5 10:00", "Re: Interview for the Data Analyst position at Acme", PROMISE)
    story.background("5 10:05")
    assert ("5", "promised") in story.events()
    assert "WAIT002" in story.holds()
    story.writes("WAIT003", "16 11:00")
    assert story.held_until() == at("17 9:00")
    for early in ("16 11:01", "16 17:00", "17 8:59"):
        story.background(early)
        assert len(story.sent()) == 1
    story.background("17 9:00")
    assert len(story.sent()) == 2
    assert ("17", "wrote") in story.events()


def a_no_and_one_question(story: Story) -> None:
    """After a day of rest the person asks why, once."""
    story.arrives("19 10:00", "Your application at Acme", REJECTION)
    story.background("19 10:05")
    assert ("19", "rejected") in story.events()
    assert "BYE001" not in story.holds()
    story.background("20 10:05")
    assert "BYE001" in story.holds()
    story.writes("BYE001", "20 10:10")
    story.background("20 10:11")
    assert len(story.sent()) == 3
    assert ("20", "asked-why") in story.events()
    assert "BYE001" not in story.holds()


def silence(story: Story) -> None:
    """It is let go, and nothing is left to do."""
    story.background("27 10:15")
    assert "BYE002" in story.holds()
    with wiring.opened() as store:
        settle(store, find(store, POLICY, story.now, "BYE002"), "done", story.now)
    story.background("27 10:20")
    assert ("27", "closed") in story.events()
    assert story.holds() == set()


def each_once(story: Story) -> None:
    """Each mail went out once, is recorded once, and lies once in Sent; what came is as unread as it was."""
    assert len(story.sent()) == 3
    with wiring.opened() as store:
        assert [message.state for message in store.outgoings()] == [State.SENT] * 3
    verbs = [verb for _, verb in story.events()]
    assert [verbs.count(one) for one in ("thanked", "wrote", "asked-why")] == [1, 1, 1]
    with story.dovecot.client(story.address) as client:
        client.select_folder("Ausgang", readonly=True)
        assert len(client.search()) == 3
        client.select_folder("INBOX", readonly=True)
        flags = client.get_flags(client.search())
    assert len(flags) == 3
    assert not any(b"\\Seen" in each for each in flags.values())
