"""Receipts: of an application, and of something else that somebody got."""

from __future__ import annotations

import pytest
from tests.reading.statements.test_answer_wanted import reading, told

from sincerely.core.events import Promised

WORK = "On Mon, Nov 16, 2026 at 9:00 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Hi Dana, here is the write-up of the queue that you asked for.\n>\n> Robin\n"
APPLIED = "On Mon, Nov 16, 2026 at 9:00 AM Robin Ashdown <robin@mail.example> wrote:\n\n> Dear Dana, I would like to apply as Clerk. My CV is attached.\n>\n> Robin\n"


@pytest.mark.parametrize(
    "text",
    [
        "got it, reading it on the plane tonight\n\nSent from my phone",
        "Got it, thank you. I will read it tonight.\n\nDana",
        "Received, thanks!\n\nDana",
    ],
)
def test_what_somebody_got_in_answer_to_other_work_is_no_application(text: str) -> None:
    assert told(reading(f"{text}\n\n{WORK}")) == ["heard"]


@pytest.mark.parametrize(
    "text",
    [
        f"Thank you for your application as Clerk, we have received it and will be in touch.\n\nDana\n\n{WORK}",
        f"Thanks, got it! We will look at it and come back to you.\n\nDana\n\n{APPLIED}",
    ],
)
def test_an_application_that_came_is_acknowledged(text: str) -> None:
    assert [one for one in told(reading(text)) if one.startswith("acknowledged")]


def test_days_that_nobody_can_count_are_no_promise() -> None:
    for text in (
        "We received your application. We read every single one ourselves, so give us a few days.\n\nDana",
        "Wir haben Ihre Bewerbung erhalten. Bitte geben Sie uns ein paar Tage Zeit.\n\nDana",
        "Nous avons bien reçu votre candidature. Laissez-nous quelques jours.\n\nDana",
    ):
        assert "promised" not in told(reading(text))
    assert "promised" in told(reading("Give us a few days, you will have our decision by Friday 27 November.\n\nDana"))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Following our call on Friday, I'll let you know soon.", []),
        ("Bonjour,\n\nJe reviens vers vous suite à notre échange de vendredi.", []),
        ("Following our call on Friday, I'll let you know by Thursday 26 November.", [26]),
        ("In the yard. Raj needs to know by Friday.", []),
        ("Do you need to know by Friday?", []),
        ("You need to know that we decide on Thursday 26 November.", [26]),
        ("We met the board on Friday and will let you know by Thursday 26 November.", [26]),
        ("I heard from Raj that we decide on Thursday 26 November.", [26]),
        ("She liked you a lot. The ball is in their court, should hear Wednesday or Thursday.", [19]),
        ("We agreed to tell everyone on Thursday 26 November.", [26]),
    ],
)
def test_a_day_that_is_over_is_none_to_wait_for(text: str, by: list[int]) -> None:
    events = [one.event for one in reading(f"{text}\n\nDana").events]
    assert [event.by.day for event in events if isinstance(event, Promised) and event.by] == by
