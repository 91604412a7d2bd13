"""Nothing is fixed that has no time, where an answer is still asked for or a card only seems to say so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 10, 5, 9, tzinfo=UTC)
CARD = "Dana Lee | Senior Consultant, Payroll\nFinch Recruitment, Leeds | 0113 496 0355 | 07700 900218"


def told(text: str) -> set[str]:
    """Return what a mail of a known process says, and with a mark what is asked about."""
    links = Links([Header(id="finch", employer="Finch", role="Clerk", zone="Europe/London", country="GB")])
    people = frozenset({"dana@finch.example"})
    links.learn("finch", Clues(message_id="1@finch.example", people=people, domain="finch.example", at=AT))
    data = (
        "From: Dana Lee <dana@finch.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Re: Thorn\n"
        "Date: Tue, 13 Oct 2026 09:31:00 +0100\nMessage-ID: <2@finch.example>\nIn-Reply-To: <1@finch.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
    found = read(data.encode(), me=ME, at=None, models=load_models(), links=links, home=("GB", "Europe/London"))
    return {one.event.verb for one in found.events} | {f"{one.event.verb}?" for one in found.questions}


@pytest.mark.parametrize(
    "text",
    [
        f"They can, link to follow\n\n{CARD}\nFinch acts as an employment agency for permanent recruitment.",
        (
            "I've talked to the team and we'd like you to meet Marcus Adair, our Head of People: 45 mins, video. Here's his "
            "calendar: https://slots.example/marcus/45\n\nOh and could you drop me two lines on which systems you've run, so "
            "it's in your file before you two speak?\n\nDana"
        ),
    ],
)
def test_no_interview_is_asked_about_that_has_no_time(text: str) -> None:
    assert not told(text) & {"scheduled", "scheduled?"}


def test_what_is_fixed_for_a_time_is_told() -> None:
    assert "scheduled" in told(f"Your interview with Neil Copper is confirmed for Friday 16 October at 9.45.\n\n{CARD}")


def test_who_asks_whether_to_put_one_forward_awaits_an_answer() -> None:
    text = "Hi Robin, they've gone with someone internal, sorry. I've another one in Wakefield, 50k, shall I put you forward?"
    assert "heard" in told(f"{text}\nD\n\n{CARD}")
