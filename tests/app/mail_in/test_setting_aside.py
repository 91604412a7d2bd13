"""A process that is none of the candidate's own is kept off, with all later mail, until they say otherwise or apply."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from tests.app.mail_in.test_passed_over import NOW, Mail, box, receive, store

from sincerely.app.mail_in.waiting_mail import waiting
from sincerely.app.processes.exits import NothingThere, note, redo, undo
from sincerely.app.processes.questions import open_questions
from sincerely.app.processes.regrouping import listed
from sincerely.app.processes.setting_aside import aside, bring_back, keep_aside, set_aside
from sincerely.core.events import Agreed, Event, Heard
from sincerely.core.header import Header
from sincerely.store.base import Store

__all__ = ["box", "store"]
HR = "Hanna Brook <hanna.brook@calderworks.example>"
PANEL: Mail = (
    "a", "", HR,
    ("Interview panel - Production Planner\nHi Mira,\n\nthank you for joining. The interview for the Production Planner position at Calder Works "
    "is fixed for Thursday 16 April at 11:00, in room 4. Please send me your available times for the second one.\n\nHanna Brook\nCalder Works"),
)  # fmt: skip
NEXT: Mail = (
    "c", "a", HR,
    ("Re: Interview panel - Production Planner\nHi Mira,\n\nwe have to move the interview for the Production Planner position to Friday 17 April at 9:00. "
    "Could you let me know whether that works?\n\nHanna Brook\nCalder Works"),
)  # fmt: skip
ANOTHER: Mail = (
    "d", "", HR,
    "Interview - Shift Lead\nHi Mira,\n\nyour interview for the Shift Lead position at Calder Works is on Monday 27 April at 14:00.\n\nHanna Brook\nCalder Works",
)  # fmt: skip
RECEIPT: Mail = (
    "e", "", "Calder Works <careers@calderworks.example>",
    ("Your application as Production Planner\nDear Mira Vogt,\n\nthank you for your application for the position of Production Planner at Calder Works. "
    "We have received it and will be in touch.\n\nCalder Works"),
)  # fmt: skip


@pytest.fixture
def name(store: Store, box: Path) -> str:
    receive(store, box, PANEL)
    (row,) = listed(store)
    set_aside(store, row.header, NOW)
    return row.header.id


def facts(store: Store, name: str) -> set[str]:
    process = store.process(name)
    return {event.verb for event in (*process.events, *process.unsure)} if process is not None else set()


def test_nothing_of_it_stands_and_nothing_is_asked(store: Store, name: str) -> None:
    assert listed(store) == []
    assert list(open_questions(store, NOW)) == []
    process = store.process(name)
    assert process is not None
    with pytest.raises(NothingThere, match="set aside already"):
        set_aside(store, process.header, NOW)


def test_later_mail_of_the_house_stays_off_too(store: Store, box: Path, name: str) -> None:
    receive(store, box, NEXT, ANOTHER)
    assert listed(store) == []
    assert list(open_questions(store, NOW)) == []
    assert aside(store) == [name]


def test_it_comes_back_with_what_was_read_meanwhile(store: Store, box: Path, name: str) -> None:
    receive(store, box, NEXT)
    bring_back(store, name[:4], NOW + timedelta(hours=1))
    assert {row.header.id for row in listed(store)} == {name}
    assert "moved" in facts(store, name)
    assert aside(store) == []


def test_it_is_undone_and_said_again(store: Store, name: str) -> None:
    undo(store, NOW + timedelta(hours=1))
    assert [row.header.id for row in listed(store)] == [name]
    assert aside(store) == []
    redo(store, NOW + timedelta(hours=2))
    assert listed(store) == []
    assert aside(store) == [name]


def test_an_application_there_brings_it_back(store: Store, box: Path, name: str) -> None:
    receive(store, box, RECEIPT)
    (row,) = listed(store)
    assert row.header.employer == "Calder Works"
    assert "acknowledged" in facts(store, row.header.id)
    assert "scheduled" not in facts(store, row.header.id)


def states(store: Store) -> dict[str, str]:
    return {row.header.role: row.state for row in listed(store)}


OTHER: Mail = (
    "f", "", "Calder Works <careers@calderworks.example>",
    ("Your application as Stock Clerk\nDear Mira Vogt,\n\nthank you for your application for the position of Stock Clerk at Calder Works. "
    "We have received it and will be in touch.\n\nCalder Works"),
)  # fmt: skip
BOTH = {"Production Planner": "applied", "Shift Lead": "interview ahead"}


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    ("applied", "found"), [(RECEIPT, BOTH), (OTHER, {"Stock Clerk": "applied", "Shift Lead": "interview ahead"})]
)
def test_who_applies_there_has_what_was_written_of_other_openings_too(
    store: Store, box: Path, name: str, applied: Mail, found: dict[str, str], *, apart: bool
) -> None:
    for mails in [(ANOTHER,), (applied,)] if apart else [(ANOTHER, applied)]:
        receive(store, box, *mails)
    assert states(store) == found


def test_what_waits_of_another_opening_begins_once_the_house_is_ones_own_again(
    store: Store, box: Path, name: str
) -> None:
    receive(store, box, ANOTHER)
    assert states(store) == {}
    assert [one.aside for one in waiting(store)] == [(name,)]
    bring_back(store, name, NOW + timedelta(hours=1))
    receive(store, box)
    assert states(store)["Shift Lead"] == "interview ahead"
    assert waiting(store) == []


def test_what_begins_nothing_still_is_read_again_once(store: Store, box: Path, name: str) -> None:
    receive(store, box, ANOTHER)
    bring_back(store, name, NOW + timedelta(hours=1))
    (box / "d.eml").unlink()
    for _ in range(2):
        receive(store, box)
        assert [one.aside for one in waiting(store)] == [()]


def test_of_a_house_where_one_applied_a_word_that_names_no_opening_is_of_ones_own(
    store: Store, box: Path, name: str
) -> None:
    receive(store, box, OTHER)
    receive(store, box, ("g", *NEXT[1:]))
    word = "Your interview\nDear Mira Vogt,\n\nyour interview at Calder Works is on Tuesday 28 April at 10:00.\n\nCalder Works"
    receive(store, box, ("h", "", "Ute Lind <ute.lind@calderworks.example>", word))
    assert states(store) == {"Stock Clerk": "interview ahead"}
    assert list(open_questions(store, NOW)) == []


def test_what_is_not_aside_cannot_be_brought_back(store: Store, name: str) -> None:
    with pytest.raises(NothingThere, match="is not set aside; what is: "):
        bring_back(store, "nobody", NOW)
    assert aside(store) == [name]


OWN: Mail = (
    "b", "", "Jo Bell <jo@bluepeak.example>",
    "Your application - Planner\nDear Mira Vogt,\n\nthank you for your application for the position of Planner at Bluepeak. We have received it.\n\nJo\nBluepeak",
)  # fmt: skip


@pytest.fixture
def asked(store: Store, box: Path) -> Header:
    """Return the process of a panel, in which a referee was asked and agreed; another is the candidate's own."""
    receive(store, box, PANEL, OWN)
    [header] = [row.header for row in listed(store) if row.header.employer == "Calder Works"]
    note(store, header, "asked kim@uni.example", NOW)
    note(store, header, "agreed kim@uni.example", NOW + timedelta(minutes=1))
    return header


def test_what_a_referee_said_there_holds_for_the_rest_of_the_search(store: Store, asked: Header) -> None:
    set_aside(store, asked, NOW + timedelta(hours=1))
    [own] = listed(store)
    assert {"acknowledged", "asked", "agreed"} == facts(store, own.header.id)
    undo(store, NOW + timedelta(hours=2))
    assert facts(store, own.header.id) == {"acknowledged"}
    assert {"asked", "agreed"} < facts(store, asked.id)


def test_where_nothing_else_goes_on_it_is_set_aside_with_the_rest(store: Store, name: str) -> None:
    process = store.process(name)
    assert process is not None
    bring_back(store, name, NOW)
    note(store, process.header, "agreed kim@uni.example", NOW)
    set_aside(store, process.header, NOW + timedelta(hours=1))
    assert listed(store) == []


def test_what_a_referee_says_later_goes_on_with_the_candidates_own(store: Store, asked: Header) -> None:
    set_aside(store, asked, NOW)
    agreed: Event = Agreed(at=NOW, who=("lou@uni.example",), source="<z@x.example>")
    heard: Event = Heard(at=NOW, who=("hanna.brook@calderworks.example",), source="<y@x.example>")
    events, headers = {asked.id: [agreed, heard]}, {asked.id: asked}
    keep_aside(store, events, headers, NOW)
    [own] = listed(store)
    assert events[own.header.id] == [agreed]
    assert [event.verb for event in events[asked.id]] == ["heard", "corrected"]
    assert set(headers) == {asked.id, own.header.id}
