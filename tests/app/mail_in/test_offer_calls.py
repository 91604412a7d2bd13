"""A call in which an offer is told or talked through is no interview."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.app.mail_in.test_arranging import Read, asked, home, mail, read, reply, starts
from tests.support import HEAD, load, process_of

from sincerely.core.facts import open_interviews

__all__ = ["home", "read"]

THANKS = "Thank you for your application for the Data Analyst position. We have received it and will review it."
FRIDAY = datetime(2026, 12, 4, 11, tzinfo=UTC)


def _two(read: Read, asks: str, yes: str, *, german: bool = False) -> tuple[list[datetime], list[datetime | None]]:
    asking = mail(3, asks, to=2, german=german).replace("27 Nov", "1 Dec")
    answer = reply(yes, 4, 3, german=german).replace("27 Nov", "1 Dec")
    found = read(mail(1, THANKS), reply("Thank you, I look forward to it."), asking, answer)
    return starts(found), asked(found)


@pytest.mark.parametrize(
    ("asks", "yes"),
    [
        ("I have good news! Are you around for a call on Friday at 11?", "Yes!! Friday at 11 is perfect."),
        ("Could we speak on Friday at 11am to go over the offer?", "Friday at 11 works."),
        ("I'd love to talk you through our offer on Friday at 11am. Does that work?", "Yes, Friday at 11 works."),
    ],
)
def test_a_call_about_an_offer(read: Read, asks: str, yes: str) -> None:
    assert _two(read, asks, yes) == ([], [])


def test_a_call_about_an_offer_in_german(read: Read) -> None:
    asks = "Passt es Ihnen am Freitag um 11 Uhr, damit wir unser Angebot besprechen können?"
    assert _two(read, asks, "Freitag um 11 Uhr passt mir gut.", german=True)[0] == []


@pytest.mark.parametrize(
    "asks",
    [
        "Good news: the team would like to meet you for a second interview. Would Friday at 11am work?",
        "I have good news! Could you do a call with our Head of Data on Friday at 11am?",
        "We would like to invite you to an interview. Could you do Friday at 11am?",
    ],
)
def test_good_news_may_be_the_next_round(read: Read, asks: str) -> None:
    assert _two(read, asks, "Friday at 11 works for me.")[0] == [FRIDAY]


CALL = '2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 11:00" end="2026-03-04 11:30"\n'
PANEL = '2026-03-02 09:00 scheduled dana@acme.example, lee@acme.example start="2026-03-04 11:00"\n'


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (f"{CALL}2026-03-04 14:00 offered dana@acme.example by=2026-03-12\n", 0),
        # An offer that came later, from somebody else, or after a talk with more people.
        (f"{CALL}2026-03-09 14:00 offered dana@acme.example by=2026-03-12\n", 1),
        (f"{CALL}2026-03-04 14:00 offered hr@acme.example by=2026-03-12\n", 1),
        (f"{PANEL}2026-03-04 14:00 offered dana@acme.example by=2026-03-12\n", 1),
    ],
)
def test_a_call_with_the_one_whose_offer_followed_it(lines: str, left: int) -> None:
    [timeline] = load(HEAD + lines)
    assert len(open_interviews(process_of(timeline))) == left
