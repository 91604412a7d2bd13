"""An interview of which it is asked whether it was moved or cancelled: what would follow from it waits for the answer."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from tests.support import HEAD, load, process_of, report_of

from sincerely.app.processes.questions import questions
from sincerely.core.asking import doubted

SET = '2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
MOVED = '2026-03-03 16:00 moved dana@acme.example start="2026-03-06 10:00" confidence=0.45 quote="maybe"\n'
OFF = '2026-03-03 16:00 cancelled dana@acme.example confidence=0.45 quote="maybe"\n'
ASKS = "2026-03-03 16:00 heard dana@acme.example asks=yes\n"
LATER = datetime(2026, 3, 6, 23, tzinfo=UTC)
HELD = {"THX001", "THX002", "THX003", "WAIT001", "WAIT002", "WAIT003"}


def codes(text: str, now: datetime = LATER) -> set[str]:
    [timeline] = load(HEAD + text)
    return {finding.code for finding in report_of(process_of(timeline), now).findings}


def waits(text: str) -> list[bool]:
    [timeline] = load(HEAD + text)
    return [question.waits for question in questions([process_of(timeline)])]


@pytest.mark.parametrize("doubt", [MOVED, OFF])
def test_what_follows_from_an_interview_waits_for_the_answer(doubt: str) -> None:
    assert {"THX001", "THX003", "WAIT002"} <= codes(SET)
    assert not codes(SET + doubt) & HELD
    assert not codes(SET + doubt, datetime(2026, 3, 20, 12, tzinfo=UTC)) & HELD
    assert waits(SET + doubt) == [True]


def test_in_whatever_order_it_is_told() -> None:
    for order in permutations((SET, MOVED, ASKS)):
        assert codes("".join(order)) == {"REF001", "WAIT004"}


@pytest.mark.parametrize(
    "more",
    [
        "2026-03-04 15:00 interviewed dana@acme.example\n",
        '2026-03-04 18:00 debriefed - liked="the migration"\n',
        "2026-03-04 18:00 thanked dana@acme.example\n",
        '2026-03-04 09:00 scheduled dana@acme.example start="2026-03-04 14:00"\n',
    ],
)
def test_what_shows_that_it_took_place_ends_the_doubt(more: str) -> None:
    [timeline] = load(HEAD + SET + MOVED + more)
    assert not doubted(process_of(timeline))
    assert codes(SET + MOVED + more) & HELD


def test_another_interview_is_not_in_doubt() -> None:
    first = '2026-02-20 09:00 scheduled lee@acme.example start="2026-02-25 14:00" end="2026-02-25 15:00"\n'
    [timeline] = load(HEAD + first + SET + MOVED)
    [one] = doubted(process_of(timeline))
    assert one.start == datetime(2026, 3, 4, 19, tzinfo=UTC)
    later = MOVED.replace("03-03 16", "03-05 16")  # a day after it ended: about another one, if any
    [timeline] = load(HEAD + SET + later)
    assert not doubted(process_of(timeline))


def test_a_move_to_the_time_that_is_known_is_no_doubt() -> None:
    assert codes(SET + MOVED.replace("03-06 10:00", "03-04 14:00")) & HELD


@pytest.mark.parametrize("told", [MOVED + ASKS, ASKS + MOVED, OFF + ASKS, ASKS + OFF])
def test_a_mail_that_moves_and_asks_is_still_to_be_answered(told: str) -> None:
    sure = told.replace(" confidence=0.45", "")
    assert "WAIT004" in codes(SET + sure)
    assert "WAIT004" in codes(SET + told)
    assert "WAIT004" not in codes(SET + sure + "2026-03-03 17:00 wrote dana@acme.example purpose=reply\n")
    fixed = '2026-03-03 17:00 scheduled dana@acme.example start="2026-03-09 10:00"\n'
    assert "WAIT004" not in codes(SET + sure + fixed)


def test_what_is_known_by_now_is_not_asked() -> None:
    later = '2026-03-03 18:00 moved dana@acme.example start="2026-03-06 10:00"\n'
    assert waits(SET + MOVED + later) == []
    other = '2026-03-03 10:00 scheduled lee@acme.example start="2026-03-09 14:00"\n'
    assert waits(SET + MOVED + later + other) == [False]  # it may be the other one that is moved


@pytest.mark.parametrize("doubt", [MOVED, OFF])
def test_a_line_that_nothing_shows_takes_nothing_back(doubt: str) -> None:
    """A timeline's own unsure line, without a mail's words or a calendar's entry, is asked and bears on nothing."""
    assert {"THX001", "THX003", "WAIT002"} <= codes(SET + doubt.replace(' quote="maybe"', ""))
