"""A mail that only says whom one will meet: they are met at the interview that its process has ahead."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Cancelled, Event, Scheduled, Slot
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 12, 14, tzinfo=UTC)
FIXED = Scheduled(at=AT, who=("dana@larkhill.example",), start=THURSDAY, end=THURSDAY.replace(hour=15))
MAIL = (
    "From: Dana Lee <dana@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Your interview panel\n"
    "Date: Fri, 06 Mar 2026 10:00:00 +0000\nIn-Reply-To: <1@larkhill.example>\n\nHi Robin,\n\n"
    "Just to let you know who you'll be meeting on {day}:\n\n- Ida Holm, Ward Manager (ida.holm@larkhill.example)\n"
    "- Dr Tom Blanc, Consultant\n\nYou should hear from us by the end of next week.\n\nGood luck!\nDana\n"
)


def slots(*learnt: Slot, day: str = "Thursday", mail: str = MAIL) -> list[Event]:
    links = Links([Header(id="larkhill", employer="Larkhill")])
    clues = Clues(message_id="1@larkhill.example", people=frozenset({"dana@larkhill.example"}), slots=learnt, at=AT)
    links.learn("larkhill", clues)
    told = read(
        mail.format(day=day).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models(), links=links
    )
    return [found.event for found in told.events if isinstance(found.event, Slot)]


def test_the_panel_is_met_at_the_interview_that_is_known() -> None:
    [event] = slots(FIXED)
    assert isinstance(event, Scheduled)
    assert (event.start, event.end) == (FIXED.start, FIXED.end)
    assert event.who == ("ida.holm@larkhill.example", "Tom Blanc")
    assert event.quote == "Just to let you know who you'll be meeting on Thursday:"


@pytest.mark.parametrize(
    ("learnt", "day"),
    [
        ((), "Thursday"),
        ((FIXED,), "Wednesday"),
        ((FIXED, Cancelled(at=AT, start=THURSDAY)), "Thursday"),
        ((Scheduled(at=AT, start=AT),), "Thursday"),
    ],
    ids=["nothing is known", "another day", "cancelled", "it is over"],
)
def test_no_interview_is_made_of_a_list_alone(learnt: tuple[Slot, ...], day: str) -> None:
    assert slots(*learnt, day=day) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Unfortunately, we will not be taking your application further. The panel:",
        "We are delighted to offer you the job. On your first day you will meet:",
        "The panel members who read your file:",
        "At your induction you will be meeting:",
    ],
    ids=["a no", "an offer", "who only read", "at work"],
)
def test_after_a_yes_or_a_no_and_elsewhere_nobody_is_met_at_the_interview(heading: str) -> None:
    mail = MAIL.replace("Just to let you know who you'll be meeting on {day}:", heading)
    assert mail != MAIL
    assert slots(FIXED, mail=mail) == []


def test_titles_are_no_part_of_a_listed_name() -> None:
    rows = MAIL.replace("- Dr Tom Blanc, Consultant", "- Mme Perrin, DRH")
    [event] = slots(FIXED, mail=rows)
    assert event.who == ("ida.holm@larkhill.example", "Perrin")
