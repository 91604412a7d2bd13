"""By whose clock an interview begins: the employer's, where they said so; the invitation's, where there is one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.mail_in.sync import sync
from sincerely.app.wiring import opened, reader
from sincerely.core.events import Slot
from sincerely.core.process import Process
from sincerely.sources.detect import open_source

ME, LEA = "robin@mail.example", "lea@harlowfoods.example"
NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
ASKS = "Thanks for applying as our Data Analyst! I'd love to set up a short interview. Which times suit you next week?"
CENTRAL = f"{ASKS} We're in Austin, so everything I say is Central."
ENTRY = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
DTSTART;TZID=America/Chicago:20261110T130000
DTEND;TZID=America/Chicago:20261110T133000
DTSTAMP:20261103T200000Z
ORGANIZER;CN=Lea Brunner:mailto:lea@harlowfoods.example
UID:one@harlowfoods.example
ATTENDEE;CN=Robin Ashdown:mailto:robin@mail.example
SUMMARY:{title}
END:VEVENT
END:VCALENDAR
"""


def mail(number: int, body: str, *, own: bool = False, subject: str = "Data Analyst", kind: str = "plain") -> str:
    """A mail of 2 November or one of the next days, by New York's clock; each answers the one before."""
    sender, recipient = (f"Robin Ashdown <{ME}>", f"Lea Brunner <{LEA}>")[:: 1 if own else -1]
    thread = f"In-Reply-To: <{number - 1}@x.example>\n" if number > 1 else ""
    return f"""From: {sender}
To: {recipient}
Subject: {subject if number == 1 else f"Re: {subject}"}
Date: {1 + number:02} Nov 2026 09:00:00 -0500
Message-ID: <{number}@x.example>
MIME-Version: 1.0
Content-Type: text/{kind}; charset=utf-8
{thread}
{body}
"""


Read = Callable[..., Process]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read mails of a candidate in New York, each in a sync of its own, and return the process."""
    numbers = count()

    def sync_each(*found: str) -> Process:
        with opened(tmp_path / "home") as store:
            for text in found:
                path = tmp_path / f"{next(numbers)}.eml"
                path.write_text(text)
                one = reader(store, [ME], NOW)
                one.zone = ZoneInfo("America/New_York")
                assert not sync(store, [open_source(path)], one, NOW, lambda *_: None).failed
            [row] = store.summaries()
            process = store.process(row.header.id)
        assert process is not None
        return process

    return sync_each


def asked(process: Process) -> list[str]:
    return [f"{one.start.astimezone(UTC):%d %H:%M}" for one in process.unsure if isinstance(one, Slot) and one.start]


def starts(process: Process) -> list[str]:
    return [f"{one.start.astimezone(UTC):%d %H:%M}" for one in process.interviews]


@pytest.mark.parametrize("title", ["Harlow intro: Robin x Lea", "Intro call", "Chat with Harlow", "Harlow <> Robin"])
def test_an_invitation_of_an_employer_says_when_it_is_whatever_its_title(read: Read, title: str) -> None:
    wish = mail(2, "Tuesday 11/10 at 1:00 or Wednesday noon would work.", own=True)
    process = read(mail(1, ASKS), wish, mail(3, ENTRY.format(title=title), kind="calendar"))
    assert starts(process) == ["10 19:00"]
    assert process.interviews[0].people == (LEA,)


def test_an_invitation_wins_over_the_hour_of_its_thread(read: Read) -> None:
    wish = mail(2, "Tuesday 11/10 at 1:00 your time or Wednesday noon your time would work.", own=True)
    both = mail(3, "", kind="plain").replace("Content-Type: text/plain", 'Content-Type: multipart/mixed; boundary="b"')
    words = "--b\nContent-Type: text/plain\n\nTuesday it is! Talk then.\n\n"
    entry = f"--b\nContent-Type: text/calendar; method=REQUEST\n\n{ENTRY.format(title='Intro: Robin x Lea')}\n--b--\n"
    assert starts(read(mail(1, ASKS), wish, f"{both}{words}{entry}")) == ["10 19:00"]


def test_what_an_employer_says_of_their_clock_holds_for_their_later_mails(read: Read) -> None:
    wish = mail(2, "Friday 11/6 at 12:00 or 12:30 Central works.", own=True)
    process = read(mail(1, CENTRAL), wish, mail(3, "12:30 on Friday it is, Ida Holm will send you a link."))
    assert process.header.zone == "America/Chicago"
    assert starts(process) == ["06 18:30"]


def test_a_time_by_the_clock_at_the_other_end_is_told_in_that_zone(read: Read) -> None:
    wish = mail(2, "Tuesday 11/10 at 1:00 your time would work.", own=True)
    assert starts(read(mail(1, CENTRAL), wish, mail(3, "Tuesday works, talk then!"))) == ["10 19:00"]


def test_who_said_nothing_of_their_clock_writes_by_that_of_their_mail(read: Read) -> None:
    wish = mail(2, "Friday 11/6 at 12:00 or 12:30 works.", own=True)
    process = read(mail(1, ASKS), wish, mail(3, "12:30 on Friday it is."))
    assert process.header.zone == "America/New_York"
    assert starts(process) == ["06 17:30"]


def test_a_time_with_a_zone_of_its_own_is_in_that(read: Read) -> None:
    wish = mail(2, "Friday 11/6 at 12:30 works.", own=True)
    assert starts(read(mail(1, CENTRAL), wish, mail(3, "12:30 ET on Friday it is."))) == ["06 17:30"]


def test_a_zone_in_the_subject_holds_for_the_mail(read: Read) -> None:
    subject = "Data Analyst interview @ Fri Nov 6, 12:30pm - 1pm (CST)"
    process = read(mail(1, "Your interview is confirmed for Friday, November 6 at 12:30.", subject=subject))
    assert starts(process) == ["06 18:30"]


SIGNED = "Lea Brunner\nPeople at Harlow | Austin, TX"


def test_where_only_the_place_hints_at_another_clock_the_hour_is_asked_about(read: Read) -> None:
    wish = mail(2, "Friday 11/6 would be best for me.", own=True)
    process = read(mail(1, ASKS), wish, mail(3, f"Your interview is on Friday at 12:30.\n\n--\n{SIGNED}"))
    assert (starts(process), asked(process)) == ([], ["06 17:30"])


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (f"Your interview is on Friday at 12:30 CT.\n\n--\n{SIGNED}", "06 18:30"),
        (f"Your interview is on Friday at 12:30 ET.\n\n--\n{SIGNED}", "06 17:30"),
        (f"Your interview is on Friday at 12:30, I'm on Central time.\n\n--\n{SIGNED}", "06 18:30"),
        ("Your interview is on Friday at 12:30.\n\n--\nLea Brunner, MD\nHarlow | Columbus, OH", "06 17:30"),
        ("Your interview is on Friday at 12:30.\n\n--\nLea Brunner\nHarlow | Austin, TX | Boston, MA", "06 17:30"),
    ],
)
def test_where_the_zone_is_told_or_the_place_tells_none_it_is_not(read: Read, words: str, start: str) -> None:
    wish = mail(2, "Friday 11/6 would be best for me.", own=True)
    process = read(mail(1, ASKS), wish, mail(3, words))
    assert (starts(process), asked(process)) == ([start], [])


def test_a_writer_whose_date_shows_a_clock_of_its_own_is_not_asked_about(read: Read) -> None:
    wish = mail(2, "Friday 11/6 would be best for me.", own=True)
    fixed = mail(3, f"Your interview is on Friday at 12:30.\n\n--\n{SIGNED}").replace(
        "09:00:00 -0500", "06:00:00 -0800"
    )
    assert starts(read(mail(1, ASKS), wish, fixed)) == ["06 20:30"]
