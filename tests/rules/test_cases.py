"""The rules against cases that were written from the design alone, by somebody who had not read them."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import datetime

import pytest
from tests.each import of_each
from tests.rules.case_files import Case, Check, Wanted, cases
from tests.support import POLICY, process_of, report_of

from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.finding import Finding
from sincerely.core.policy import Span
from sincerely.core.process import Process
from sincerely.core.report import report
from sincerely.core.timeline import Timeline
from sincerely.rules import RULES

CASES = cases()
each_case = of_each(CASES, lambda case: case.name)


def _processes(timelines: tuple[Timeline, ...]) -> dict[str, Process]:
    return {timeline.header.id: process_of(timeline, timelines) for timeline in timelines}


def _standing(process: Process, at: datetime) -> tuple[Finding, ...]:
    return tuple(report_of(process, at).findings)


def _shown(findings: tuple[Finding, ...]) -> str:
    return "; ".join(f"{f.code} {f.who} [{f.opens} due {f.due} late {f.late} closes {f.closes}]" for f in findings)


def _complaints(check: Check, findings: tuple[Finding, ...]) -> list[str]:
    if check.kind == "all":
        return _not_exactly(check, findings)
    wanted = check.wanted[0]
    fitting = [finding for finding in findings if wanted.fits(finding.code, finding.who)]
    if check.kind == "not":
        return [f"{check.line}: it stands: {_shown(tuple(fitting))}"] if fitting else []
    if not fitting:
        return [f"{check.line}: it does not stand; there stand: {_shown(findings)}"]
    wrong = [_differences(wanted, finding) for finding in fitting]
    return [] if not all(wrong) else [f"{check.line}: {'; '.join(wrong[0])}"]


def _not_exactly(check: Check, findings: tuple[Finding, ...]) -> list[str]:
    left = list(findings)
    missing = []
    # Those that name somebody choose first; "*" takes what is left.
    for wanted in sorted(check.wanted, key=lambda one: one.who == "*"):
        found = next((finding for finding in left if wanted.fits(finding.code, finding.who)), None)
        if found is None:
            missing.append(str(wanted))
        else:
            left.remove(found)
    if not missing and not left:
        return []
    return [f"{check.line}: missing {missing}, too many: {_shown(tuple(left))}"]


def _differences(wanted: Wanted, finding: Finding) -> list[str]:
    found: dict[str, object] = {
        "opens": finding.opens,
        "due": finding.due,
        "late": finding.late,
        "closes": finding.closes,
        "to": finding.fix.to if finding.fix else None,
        "not_before": finding.fix.not_before if finding.fix else None,
    }
    return [f"{key} is {found[key]}, not {value}" for key, value in wanted.values if found[key] != value]


@each_case
def test_case(case: Case) -> None:
    processes = _processes(case.timelines)
    complaints = [
        text for check in case.checks for text in _complaints(check, _standing(processes[check.process], check.at))
    ]
    if case.differs:
        assert complaints, f"{case.place}: it does so now, and need not be excused: {case.differs}"
    else:
        assert not complaints, f"{case.place}\n" + "\n".join(complaints)


@each_case
def test_lines_repeated_and_out_of_order_say_the_same(case: Case) -> None:
    processes = _processes(case.timelines)
    shuffled = _processes(tuple(_shuffled(timeline) for timeline in case.timelines))
    for check in case.checks:
        before, after = processes[check.process], shuffled[check.process]
        assert report_of(before, check.at) == report_of(after, check.at), check.line


def _shuffled(timeline: Timeline) -> Timeline:
    """Repeat every line and mix them, but keep the order of what happened in one minute."""
    source = random.Random(timeline.header.id)
    events = list(timeline.events) * 2
    source.shuffle(events)
    order = {id(event): place for place, event in enumerate(timeline.events)}
    by_time: dict[datetime, list[int]] = {}
    for place, event in enumerate(events):
        by_time.setdefault(event.at, []).append(place)
    for places in by_time.values():
        kept = sorted((events[place] for place in places), key=lambda event: order[id(event)])
        for place, event in zip(places, kept, strict=True):
            events[place] = event
    return Timeline(timeline.header, tuple(events), timeline.expected)


@each_case
def test_what_stands_is_well_formed(case: Case) -> None:
    """Every finding names its evidence, its dates and one remedy, and stands within its own bounds."""
    for name, process in _processes(case.timelines).items():
        for at in sorted({check.at for check in case.checks if check.process == name}):
            findings = _standing(process, at)
            twice = [key for key, n in Counter((f.code, f.who) for f in findings).items() if n > 1]
            assert not twice, f"{twice} stand twice at {at}"
            for finding in findings:
                _well_formed(finding, at)


def _well_formed(finding: Finding, at: datetime) -> None:
    assert finding.evidence, f"{finding.code} names no event"
    assert all(event.at <= at for event in finding.evidence), f"{finding.code} knows the future"
    assert finding.message, finding.code
    assert not re.search(r"\b(?:ago|today|tomorrow|yesterday|now)\b", finding.message), finding.message
    # WAIT002 asks for nothing to be done; all others name what settles them.
    assert (finding.fix is None) == (finding.code == "WAIT002"), finding.code
    assert finding.opens <= at, finding
    assert finding.closes is None or finding.closes > at, finding
    for edge in finding.edges:
        assert edge.utcoffset() is not None, finding


# The gate's own figures are fixed by its own cases: tests/gate/test_figures.py.
_RULES = {rule.CODE for rule in RULES}
FIGURES = [(code, key) for code, table in POLICY.tables.items() if code in _RULES for key in table]


def _other(value: object) -> object:
    """Return a slightly different figure of the same kind."""
    if isinstance(value, str):
        span = Span.parse(value)
        return f"{span.count + 1}{span.unit}"
    assert isinstance(value, int | float)
    return value + (1 if isinstance(value, int) else 0.2)


@pytest.mark.parametrize(("code", "key"), FIGURES, ids=[f"{code}.{key}" for code, key in FIGURES])
def test_every_figure_of_the_policy_is_fixed_by_a_case(code: str, key: str) -> None:
    """Were it another figure, some case would fail: no cell of the design's table is left untested."""
    changed = POLICY.with_overrides({code: {key: _other(POLICY.tables[code][key])}})
    for case in CASES:
        checks = [check for check in case.checks if any(wanted.code == code for wanted in check.wanted)]
        processes = _processes(case.timelines) if checks else {}
        for check in checks:
            process = processes[check.process]
            calendar = working_calendar(process.header.country, process.header.zone)
            if _complaints(check, report(process, check.at, RULES, changed, calendar).findings):
                return
    pytest.fail(f"{code}.{key} may be what it likes")


def test_every_rule_has_cases() -> None:
    said = {wanted.code for case in CASES for check in case.checks for wanted in check.wanted if check.kind != "not"}
    assert said == {rule.CODE for rule in RULES}


def test_the_cases_are_many() -> None:
    assert len(CASES) >= 120
    assert len({case.name for case in CASES}) == len(CASES)
