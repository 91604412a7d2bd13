"""The engine: what holds at an instant, in which order, until when; and what exits do to it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.support import POLICY, load, made_rule, process_of, report_of

from sincerely.core.around import project
from sincerely.core.events import Applied, Event, Offered
from sincerely.core.finding import Finding, Stage
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.report import Report, Rule, report
from sincerely.core.rulings import Corrected, Dismissed, Done, Snoozed
from sincerely.core.working_time import WorkingCalendar
from sincerely.rules import RULES

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HEADER = Header(id="p", zone="UTC", country="US")
CALENDAR = WorkingCalendar(HEADER.tz)
HOUR = timedelta(hours=1)


def at(hours: float) -> datetime:
    return NOON + hours * HOUR


def finding(code: str = "X001", who: str = "-", **hours: float | None) -> Finding:
    times = {name: None if n is None else at(n) for name, n in hours.items()}
    return Finding(code=code, who=who, message="Do it.", evidence=(Applied(at=NOON),), **{"opens": NOON, **times})  # type: ignore[arg-type]  # names of instants


def told(found: list[Finding], now: datetime, *exits: Event) -> Report:
    return report(fold(HEADER, [Applied(at=at(-1000)), *exits]), now, [rule(found)], POLICY, CALENDAR)


def rule(found: list[Finding], needs: type[Event] = Applied) -> Rule:
    return made_rule(CODE="X001", NAME="x", NEEDS={needs}, Options=None, check=lambda *_: iter(found))


def test_a_rule_is_asked_only_where_a_verb_that_it_needs_stands() -> None:
    """What is corrected does not stand; a verb of another process of the candidate counts."""
    rules = [rule([finding()], Offered)]
    offered = Offered(at=at(-2))
    undone = Corrected(at=at(-1), who=(offered.id,))
    elsewhere = project(HEADER, [(Header(id="q"), [offered])])
    for process, stands in (
        (fold(HEADER, [Applied(at=at(-2))]), False),
        (fold(HEADER, [offered]), True),
        (fold(HEADER, [offered, undone]), False),
        (fold(HEADER, [], elsewhere), True),
        (fold(HEADER, [], project(HEADER, [(Header(id="q"), [offered, undone])])), False),
    ):
        assert bool(report(process, NOON, rules, POLICY, CALENDAR).findings) is stands


def test_an_interview_known_by_its_move_alone_is_one_all_the_same() -> None:
    (timeline,) = load(
        "process p zone=UTC country=US\n"
        '2026-03-02 09:00 moved dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
    )
    found = report_of(process_of(timeline), datetime(2026, 3, 4, 16, tzinfo=UTC))
    assert {"THX001", "THX003", "WAIT001", "WAIT002"} <= {finding.code for finding in found.findings}


def test_a_finding_holds_from_when_it_opens_until_it_closes() -> None:
    one = finding(due=1, late=2, closes=3)
    stages = [told([one], at(n)).stages for n in (-1, 0, 0.99, 1, 2, 2.99, 3)]
    assert stages == [(), (Stage.SOON,), (Stage.SOON,), (Stage.DUE,), (Stage.LATE,), (Stage.LATE,), ()]
    assert [told([one], at(n)).wake_at for n in (-1, 0, 1, 2, 3)] == [NOON, at(1), at(2), at(3), None]


def test_without_a_due_time_it_is_open_and_what_is_late_is_late() -> None:
    assert told([finding()], NOON).stages == (Stage.OPEN,)
    assert told([finding(late=1)], at(1)).stages == (Stage.LATE,)
    assert told([finding(due=1, late=1)], at(1)).stages == (Stage.LATE,)


def test_what_is_late_comes_first_then_what_is_due_sooner() -> None:
    found = [
        finding("X004"),
        finding("X003", due=9),
        finding("X003", "b", due=5),
        finding("X003", "a", due=5),
        finding("X002", due=-2),
        finding("X001", due=-3, late=-1),
        finding("X000", due=-1),
    ]
    assert [f"{f.code} {f.who}" for f in told(found, NOON).findings] == [
        "X001 -", "X002 -", "X000 -", "X003 a", "X003 b", "X003 -", "X004 -",
    ]  # fmt: skip


def test_it_does_not_wake_where_one_finding_hands_over_to_its_like() -> None:
    """At an instant at which nothing looks different nobody is woken."""
    assert told([finding(opens=-2, due=5, late=-1)], NOON).wake_at is None


def test_what_lies_ahead_is_told_in_its_order() -> None:
    found = [finding("X002", opens=3), finding("X001", opens=3), finding("X003", opens=1, closes=2)]
    ahead = told(found, NOON).ahead
    assert [f.code for f in ahead] == ["X003", "X001", "X002"]


def test_what_never_stands_is_not_announced() -> None:
    assert told([finding(opens=3, closes=2), finding(opens=3, closes=3)], NOON).ahead == ()


def test_an_exit_settles_what_had_opened() -> None:
    for taken in (Dismissed(at=at(1), code="X001"), Done(at=at(1), code="X001")):
        assert told([finding()], at(1), taken).findings == ()
        assert len(told([finding(opens=2)], at(2), taken).findings) == 1, "a new debt"
    assert len(told([finding(who="b")], at(1), Dismissed(at=at(1), code="X001", who=("a",))).findings) == 1
    assert len(told([finding("X002")], at(1), Dismissed(at=at(1), code="X001")).findings) == 1


@pytest.mark.parametrize(
    ("until", "opens"),
    [(at(5), at(5)), (date(2026, 3, 5), datetime(2026, 3, 5, 9, tzinfo=UTC)), (at(-1), None), (None, None)],
)
def test_a_reminder_puts_off(until: datetime | date | None, opens: datetime | None) -> None:
    snoozed = Snoozed(at=at(1), code="X001", until=until)
    found = told([finding()], at(1), snoozed)
    if opens is None:
        assert len(found.findings) == 1
    else:
        assert (found.findings, found.wake_at) == ((), opens)
        assert len(told([finding()], opens, snoozed).findings) == 1


def test_of_several_reminders_the_latest_counts_and_a_dismissal_ends_them() -> None:
    first, second = (Snoozed(at=at(n), code="X001", until=at(n + 5)) for n in (1, 2))
    assert told([finding()], at(3), second, first).wake_at == at(7)
    assert told([finding()], at(9), first, Dismissed(at=at(3), code="X001")).findings == ()


def test_the_next_event_wakes_at_the_latest() -> None:
    process = fold(HEADER, [Applied(at=at(5))])
    assert report(process, NOON, [], POLICY, CALENDAR).wake_at == at(5)
    assert report(process, at(5), [], POLICY, CALENDAR).wake_at is None


def test_an_event_of_another_process_wakes_too() -> None:
    here, there = load(
        "process a zone=UTC country=US\n2026-03-02 09:00 applied\n"
        "process b zone=UTC country=US\n2026-03-05 09:00 accepted\n"
    )
    process = process_of(here, [here, there])
    before = report_of(process, NOON)
    assert before.findings == ()
    assert before.wake_at == datetime(2026, 3, 5, 9, tzinfo=UTC)
    assert [f.code for f in report_of(process, before.wake_at).findings] == ["OFF003"]


def test_a_policy_may_shorten_the_wait_to_nothing() -> None:
    impatient = POLICY.with_overrides({"WAIT005": {"silent": "0d", "after_promise": "0d"}})
    (timeline,) = load("process a zone=UTC country=US\n2026-03-04 12:00 interviewed d@a.example\n")
    codes = {f.code for f in report(process_of(timeline), at(1), RULES, impatient, CALENDAR).findings}
    assert "WAIT005" in codes
    assert "WAIT002" not in codes
