"""One opening that became two processes at one employer: it is asked before anything is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.drafts.drafting import NoSuchDraft, Plain, drafts
from sincerely.app.processes.exits import undo
from sincerely.app.processes.questions import answer, open_questions
from sincerely.app.processes.regrouping import standing
from sincerely.app.today.listing import agreeing, today_of
from sincerely.app.today.policies import policy_of
from sincerely.app.wiring import opened
from sincerely.core.timeline import parse
from sincerely.store.base import Change, Store
from sincerely.writing.facts.grounds import Draft

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
TITLE = """process birk-engineer employer="Birk Systems" role="Software Engineer" zone=America/New_York country=US
2026-11-02 09:00 acknowledged
"""
ACCEPTED = "2026-11-19 10:00 offered by=2026-11-27\n2026-11-23 10:00 accepted\n"
TEAM = """process birk-storage employer="Birk" role="Storage Platform" zone=America/New_York country=US
2026-11-03 09:00 heard dana@birk.example asks=yes
2026-11-10 15:00 interviewed dana@birk.example
"""
PORTER = """process birk-porter employer="Birk Systems" role="Night Porter" zone=America/New_York country=US
2026-11-04 09:00 acknowledged
"""
TARN = """process tarn employer="Tarn Foods" role="Storage" zone=America/New_York country=US
2026-11-04 09:00 heard ida@tarn.example asks=yes
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def tell(store: Store, *stories: str) -> None:
    told = [one for story in stories for one in parse(story)]
    store.add([Change(one.header, one.events) for one in told], NOW)


def asked(store: Store) -> list[str]:
    return [question.event.id for question in open_questions(store, NOW) if question.same is not None]


def codes(store: Store, process: str) -> set[str]:
    today = agreeing(today_of(store, NOW, policy_of(store)))
    shown = (*today.late, *today.due, *today.soon, *today.waiting)
    return {line.finding.code for line in shown if line.process.header.id == process}


def withdrawal(store: Store, process: str) -> None:
    found = store.process(process)
    assert found is not None
    drafts(found, "OFF003", Plain(), at=NOW)


def test_nothing_is_withdrawn_from_what_may_be_the_accepted_job(store: Store) -> None:
    tell(store, TITLE + ACCEPTED, TEAM)
    assert codes(store, "birk-storage") == {"OFF004"}
    with pytest.raises(NoSuchDraft, match="may be this very opening"):
        withdrawal(store, "birk-storage")
    [question] = asked(store)
    answer(store, question, yes=True, now=NOW)
    [row] = standing(store.summaries())
    assert (row.header.id, row.header.role, row.state) == ("birk-engineer", "Software Engineer", "accepted")
    assert not codes(store, "birk-storage") & {"OFF003", "OFF004"}


def test_two_openings_are_told_apart_and_one_is_withdrawn_from(store: Store) -> None:
    tell(store, TITLE + ACCEPTED, TEAM)
    [question] = asked(store)
    answer(store, question, yes=False, now=NOW)
    assert asked(store) == []
    assert "OFF003" in codes(store, "birk-storage")
    withdrawal(store, "birk-storage")
    undo(store, NOW)
    assert asked(store) == [question]
    assert codes(store, "birk-storage") == {"OFF004"}


def test_what_a_third_employer_offered_is_told_and_withdrawn_for(store: Store) -> None:
    held = "2026-11-19 10:00 offered by=2026-12-04\n"
    third = TARN + "2026-11-20 10:00 offered by=2026-12-11\n"
    tell(store, TITLE + held, TEAM, third)
    assert {"OFF002", "OFF004"} <= codes(store, "birk-storage")
    found = store.process("birk-storage")
    assert found is not None
    [told] = drafts(found, "OFF002", Plain(), at=NOW)
    assert isinstance(told, Draft)
    assert "11 December" in told.body or "December 11" in told.body
    assert "4 December" not in told.body
    assert "December 4" not in told.body
    store.add([Change(one.header, one.events) for one in parse(TARN + "2026-11-23 09:00 accepted\n")], NOW)
    assert "OFF003" in codes(store, "birk-storage")
    withdrawal(store, "birk-storage")


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        ((TITLE, TEAM), 1),
        ((TITLE, PORTER), 0),  # both were applied for, and both have titles
        ((TITLE + ACCEPTED, PORTER), 1),  # where a job hangs on it, it is asked all the same
        ((TITLE, TARN), 0),
        ((TITLE, TEAM + "2026-11-12 09:00 rejected\n"), 0),
        ((TITLE, TEAM + "2026-11-12 09:00 apart birk-engineer\n"), 0),
    ],
    ids=["a team's name", "two titles", "two titles, one accepted", "another house", "over", "told apart"],
)
def test_when_it_is_asked(store: Store, stories: tuple[str, ...], expected: int) -> None:
    tell(store, *stories)
    assert len(asked(store)) == expected
