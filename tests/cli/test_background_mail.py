"""Mail in the background, on real servers: what is pushed is read at once, what is approved goes out by itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.outbox.server import Manners, Server, serving
from tests.sources.certificates import shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.app.background.loop import Background
from sincerely.app.outgoing.sending_by_itself import send_due
from sincerely.app.outgoing.sent_by_whom import turn
from sincerely.app.today.listing import today_of
from sincerely.app.today.policies import load_policy
from sincerely.app.today.unsent import untold
from sincerely.app.wiring import opened
from sincerely.cli.working import background
from sincerely.core.account import Server as At
from sincerely.core.outbound import State

from .calling import Call
from .desk import approved, keep
from .test_posting_commands import NEWS

pytestmark = pytest.mark.slow
POLICY = load_policy()
SECOND = timedelta(seconds=1)
PATIENCE = 120


@dataclass
class Desk:
    """A connected mailbox, a thank-you that is approved, and a clock."""

    call: Call
    address: str
    dovecot: Dovecot
    smtp: Server
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def now(self) -> datetime:
        return self.at

    def send(self, after: timedelta) -> datetime:
        """Let the background send what is due so long after the approval; return when it wants to look again."""
        with opened() as store:
            message = store.outgoing(1)
            assert message is not None
            assert message.approved_at is not None
            self.at = message.approved_at + after
            return send_due(store, self.now)

    def told(self) -> list[str]:
        with opened() as store:
            return list(untold(store, self.at))

    @property
    def state(self) -> State:
        with opened() as store:
            message = store.outgoing(1)
            assert message is not None
            return message.state

    @property
    def row(self) -> str:
        return self.call("outgoing").out


@pytest.fixture
def desk(call: Call, dovecot: Dovecot, address: str, tmp_path: Path) -> Iterator[Desk]:
    with serving(Manners(password=PASSWORD), "tls", shown(dovecot.certificates)) as smtp:
        keep(replace(dovecot.account(address), smtp=At("127.0.0.1", smtp.port)), PASSWORD)
        dovecot.put(address, [])
        approved(call, tmp_path, address)
        yield Desk(call, address, dovecot, smtp)


def news(address: str) -> bytes:
    date = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return NEWS.format(address=address, date=date).encode()


def test_what_is_approved_goes_out_by_itself_and_never_in_the_first_half_minute(desk: Desk) -> None:
    assert "goes out by itself from" in desk.row
    again = desk.send(29 * SECOND)
    assert desk.smtp.taken == []
    assert again == desk.at + SECOND
    desk.send(30 * SECOND)
    [taken] = desk.smtp.taken
    assert (taken.sender, taken.recipients, desk.state) == (desk.address, ("dana@acme.example",), State.SENT)
    desk.send(60 * SECOND)
    assert len(desk.smtp.taken) == 1


def test_until_then_it_can_be_withdrawn(desk: Desk) -> None:
    desk.send(29 * SECOND)
    assert desk.call("outgoing", "withdraw", "o1").code == 0
    desk.send(40 * SECOND)
    assert (desk.smtp.taken, desk.told()) == ([], [])


def test_whoever_sends_by_hand_is_not_sent_for(desk: Desk) -> None:
    assert desk.call("outgoing", "by-itself", "off").out.startswith("Nothing goes out by itself")
    desk.send(40 * SECOND)
    assert desk.smtp.taken == []
    with opened() as store:
        turn(store, on=True)
    desk.send(40 * SECOND)
    assert len(desk.smtp.taken) == 1


def test_one_that_is_the_persons_to_send(desk: Desk) -> None:
    assert desk.call("outgoing", "withdraw", "o1").code == 0
    assert desk.call("approve", "d1", "--from", f"Robin <{desk.address}>", "--by-hand").code == 0
    desk.send(timedelta(hours=1))
    assert desk.smtp.taken == []
    assert "goes out by itself" not in desk.row


def test_news_ends_the_approval_and_today_says_so(desk: Desk) -> None:
    desk.dovecot.put(desk.address, [news(desk.address)])
    desk.send(40 * SECOND)
    assert (desk.smtp.taken, desk.state) == ([], State.VOID)
    [told] = desk.told()
    assert "it did not go out. Something new is known since you approved it" in told
    assert 'then "sincerely approve d1"' in told
    with opened() as store:
        assert told in today_of(store, desk.at, POLICY).notices
    desk.call("approve", "d1", "--from", f"Robin <{desk.address}>")
    assert desk.told() == []


def test_a_day_later_the_person_is_asked_again(desk: Desk) -> None:
    desk.send(timedelta(hours=25))
    assert (desk.smtp.taken, desk.state) == ([], State.VOID)
    assert "that is over" in desk.told()[0]


def test_a_server_that_is_busy_is_tried_again_later_and_the_person_is_told(desk: Desk) -> None:
    desk.smtp.manners.instead("RCPT", b"450 4.2.0 greylisted, come back later")
    again = desk.send(30 * SECOND)
    assert (desk.state, again) == (State.APPROVED, desk.at + 60 * SECOND)
    assert "It is tried again from" in desk.told()[0]
    desk.send(60 * SECOND)
    assert desk.smtp.taken == []  # not yet
    desk.send(91 * SECOND)
    assert (desk.state, len(desk.smtp.taken), desk.told()) == (State.SENT, 1, [])


def test_a_mailbox_that_cannot_be_read_sends_nothing_and_the_person_is_told(desk: Desk) -> None:
    keep(replace(desk.dovecot.account(desk.address), smtp=At("127.0.0.1", desk.smtp.port)), "another password")
    desk.send(40 * SECOND)
    assert (desk.smtp.taken, desk.state) == ([], State.APPROVED)
    [told] = desk.told()
    assert "Your mailbox could not be read, and before that nothing is sent" in told


@contextmanager
def working(home: Path, *jobs: str) -> Iterator[tuple[Background, dict[str, threading.Semaphore]]]:
    """Work in the background; each of these jobs says when it has run."""
    work = background(home)
    ran = {name: threading.Semaphore(0) for name in jobs}

    def saying(name: str, job: Callable[[datetime], datetime | None]) -> Callable[[datetime], datetime | None]:
        def done(now: datetime) -> datetime | None:
            try:
                return job(now)
            finally:
                ran[name].release()

        return done if name in ran else job

    work.jobs = {name: saying(name, job) for name, job in work.jobs.items()}
    thread = threading.Thread(target=work.run)
    thread.start()
    try:
        yield work, ran
    finally:
        work.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()
        assert not [one for one in threading.enumerate() if one.name.startswith("sincerely-ear-")]


def known() -> bool:
    """Whether the news is in the store."""
    with opened() as store:
        process = store.process("acme")
        assert process is not None
        return any(event.source == "<news-1@acme.example>" for event in process.events)


@pytest.mark.parametrize("cut", [False, True], ids=["", "over a line that is made again"])
def test_mail_that_is_pushed_is_read_at_once(desk: Desk, home: Path, *, cut: bool) -> None:
    """The next look by itself is a quarter of an hour away: whoever notices before that was woken by the push."""
    with working(home, "Reading") as (work, ran):
        for _ in range(2):  # at the start, and once when the listening has begun
            assert ran["Reading"].acquire(timeout=PATIENCE)
        if cut:
            work.slept()  # as after a night
        desk.dovecot.put(desk.address, [news(desk.address)])
        while not known():
            assert ran["Reading"].acquire(timeout=PATIENCE)
