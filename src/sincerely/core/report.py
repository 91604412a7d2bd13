"""The engine: the one place that compares findings with the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from .events import Exit, Snoozed
from .finding import Finding, Stage
from .fold import fold
from .policy import Policy
from .process import Process
from .working_time import WorkingCalendar


class Rule(Protocol):
    """What a rule's module offers."""

    CODE: str
    NAME: str
    Options: type[Any]

    def check(self, process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
        """Yield what holds, has held or will hold, as far as the events tell."""


@dataclass(frozen=True)
class Report:
    """What holds now, and when the answer next changes.

    Attributes:
        findings: what holds, late first, then by the time it is due.
        wake_at: until then the report stays as it is; None: until something happens.
        stages: each finding's stage, in their order.
        ahead: what will hold later if nothing happens, by the time it opens.
    """

    findings: tuple[Finding, ...]
    wake_at: datetime | None
    stages: tuple[Stage, ...] = ()
    ahead: tuple[Finding, ...] = ()


_ORDER = {Stage.LATE: 0, Stage.DUE: 1, Stage.SOON: 2, Stage.OPEN: 3}


def report(process: Process, now: datetime, rules: Sequence[Rule], policy: Policy, calendar: WorkingCalendar) -> Report:
    """Return what holds at ``now``, and the instant at which that will next be different.

    Events later than ``now`` are ignored, and the next of them bounds ``wake_at``. For every ``t`` with
    ``now <= t < wake_at`` the report is the same, stages too.
    """
    known, following = as_known(process, now)
    found = tuple(_without_exits(known, _check(known, rules, policy, calendar), calendar))
    holding = _holding(found, now)
    edges = sorted({edge for finding in found for edge in finding.edges if edge > now})
    changes = next((edge for edge in edges if _holding(found, edge) != holding), None)
    if following is not None and (changes is None or following < changes):
        changes = following
    return Report(
        tuple(f for f, _ in holding),
        changes,
        tuple(stage for _, stage in holding),
        tuple(sorted((f for f in found if _ahead(f, now)), key=lambda f: (f.opens, f.code, f.who))),
    )


def _ahead(finding: Finding, now: datetime) -> bool:
    return finding.opens > now and (finding.closes is None or finding.opens < finding.closes)


def as_known(process: Process, now: datetime) -> tuple[Process, datetime | None]:
    """Return the process as it was known at an instant, and when the next event follows."""
    later = [event.at for event in process.told if event.at > now]
    later += [outside.event.at for outside in process.around if outside.event.at > now]
    if not later:
        return process, None
    around = tuple(o for o in process.around if o.event.at <= now)
    return fold(process.header, (e for e in process.reports if e.at <= now), around), min(later)


def _check(process: Process, rules: Iterable[Rule], policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    for rule in rules:
        yield from rule.check(process, policy, calendar)


def _without_exits(process: Process, findings: Iterable[Finding], calendar: WorkingCalendar) -> Iterator[Finding]:
    """Leave out what was done or dismissed, and put off what was snoozed.

    An exit settles what had opened when it was taken: a new interview is a new debt. Of several reminders
    the latest counts.
    """
    for finding in findings:
        taken = [e for e in process.exits if _concerns(e, finding)] if process.exits else []
        if not taken:
            yield finding
        elif all(isinstance(e, Snoozed) for e in taken):
            yield _put_off(finding, taken[-1], calendar)


def _concerns(taken: Exit, finding: Finding) -> bool:
    return taken.code == finding.code and (not taken.who or finding.who in taken.who) and finding.opens <= taken.at


def _put_off(finding: Finding, taken: Exit, calendar: WorkingCalendar) -> Finding:
    until = taken.until if isinstance(taken, Snoozed) else None
    if until is not None and not isinstance(until, datetime):
        until = calendar.opening(until)
    return finding if until is None or until <= finding.opens else replace(finding, opens=until)


def _holding(findings: tuple[Finding, ...], at: datetime) -> tuple[tuple[Finding, Stage], ...]:
    held = [(finding, finding.stage(at)) for finding in findings if finding.holds(at)]
    return tuple(sorted(held, key=lambda pair: _rank(*pair)))


def _rank(finding: Finding, stage: Stage) -> tuple[object, ...]:
    return (_ORDER[stage], (finding.due or finding.opens).timestamp(), finding.code, finding.who)
