"""A day of several interviews, each with somebody else: its card has them all, and its notes are about who was met where."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.support import HEAD, load, process_of

from sincerely.app.interviews.carding import card
from sincerely.app.interviews.debriefing import Answers, debrief
from sincerely.app.wiring import opened
from sincerely.core.process import Process
from sincerely.store.base import Change

DAY = """2026-03-02 09:00 scheduled ana.rao@acme.example start="2026-03-04 09:00" end="2026-03-04 10:00"
2026-03-02 09:01 scheduled jtakeda@acme.example start="2026-03-04 12:30" end="2026-03-04 13:30"
2026-03-02 09:02 scheduled blind@acme.example start="2026-03-04 14:45" end="2026-03-04 15:30"
"""
NEXT = '2026-03-02 09:03 scheduled lee@acme.example start="2026-03-06 09:00" end="2026-03-06 10:00"\n'
NEW_YORK = ZoneInfo("America/New_York")
EVE, AFTER = datetime(2026, 3, 3, 20, tzinfo=UTC), datetime(2026, 3, 4, 23, tzinfo=UTC)
NAMES = {"jtakeda@acme.example": "Jun Takeda"}


def _process(lines: str) -> Process:
    [timeline] = load(HEAD + lines)
    return process_of(timeline)


def test_the_card_of_such_a_day_has_all_of_them() -> None:
    made = card(_process(DAY + NEXT), EVE, NEW_YORK, NAMES)
    assert made.hours == "09:00–15:30"
    assert [person.at for person in made.people] == ["09:00–10:00", "12:30–13:30", "14:45–15:30"]
    assert str(made.people[1]) == "12:30–13:30 Jun Takeda <jtakeda@acme.example>"


def test_what_is_over_is_on_the_card_no_more() -> None:
    made = card(_process(DAY), datetime(2026, 3, 4, 16, tzinfo=UTC), NEW_YORK, NAMES)
    assert [person.address for person in made.people] == ["jtakeda@acme.example", "blind@acme.example"]


def test_the_card_of_one_interview_has_no_hours_beside_its_people() -> None:
    made = card(_process(NEXT), EVE, NEW_YORK, NAMES)
    assert ([person.at for person in made.people], made.hours) == ([""], "09:00–10:00")


def _noted(tmp_path: Path, *who: str) -> list[tuple[str, ...]]:
    """Return who was met in each of the interviews of a day after notes about some of them."""
    [timeline] = load(HEAD + DAY)
    with opened(tmp_path) as store:
        store.add([Change(timeline.header, list(timeline.events))], AFTER)
        process = store.process(timeline.header.id)
        assert process is not None
        debrief(store, process, Answers(who=who, notes={"liked": "the talk"}), AFTER)
        after = store.process(timeline.header.id)
        assert after is not None
        return [interview.people for interview in after.interviews]


PEOPLE = [("ana.rao@acme.example",), ("jtakeda@acme.example",), ("blind@acme.example",)]


def test_notes_about_one_of_them_are_about_their_own_slot(tmp_path: Path) -> None:
    assert _noted(tmp_path, "jtakeda") == PEOPLE


def test_notes_about_a_name_are_about_the_address_that_spells_it(tmp_path: Path) -> None:
    assert _noted(tmp_path, "Jun Takeda") == PEOPLE


def test_notes_about_two_of_them_are_about_both_slots(tmp_path: Path) -> None:
    assert _noted(tmp_path, "blind", "ana.rao@acme.example") == PEOPLE


def test_somebody_whom_nobody_named_was_in_the_last_one(tmp_path: Path) -> None:
    assert _noted(tmp_path, "Kim Osei") == [*PEOPLE[:2], ("blind@acme.example", "Kim Osei")]
