"""The engine: the one place that compares findings with the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol

from .events import Event
from .facts import earliest
from .finding import Finding, Stage
from .fold import fold
from .policy import Policy
from .process import Process
from .rulings import Exit, Snoozed
from .working_time import WorkingCalendar

Check = Callable[[Process, Policy, WorkingCalendar], Iterator[Finding]]


class Rule(Protocol):
    """What a rule's module offers.

    Attributes:
        CODE: its code, such as ``THX001``.
        NAME: its name, such as ``thank-you-owed``.
        NEEDS: it finds nothing unless an event of one of these verbs stands, see `Process.kinds`.
        Options: what a policy says of it.
    """

    CODE: str
    NAME: str
    NEEDS: frozenset[type[Event]]
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
    found = list[Finding]()
    for check in _concerned(tuple(rules), known.kinds):
        found += check(known, policy, calendar)
    if known.exits:
        found = list(_without_exits(known, found, calendar))
    # What has closed, most of a long history, bears neither on what holds nor on what comes.
    live = [finding for finding in found if finding.closes is None or finding.closes > now]
    holding = sorted([(f, f.stage(now)) for f in live if f.opens <= now], key=_rank)
    ahead = sorted([f for f in live if f.opens > now and (f.closes is None or f.opens < f.closes)], key=_by_opening)
    return Report(
        tuple([finding for finding, _ in holding]),
        earliest(following, *[finding.changes_after(now) for finding in live]),
        tuple([stage for _, stage in holding]),
        tuple(ahead),
    )


@lru_cache(maxsize=1024)
def _concerned(rules: tuple[Rule, ...], kinds: frozenset[type[Event]]) -> tuple[Check, ...]:
    """Return the rules that may find something where events of these verbs stand; histories repeat one another."""
    return tuple([rule.check for rule in rules if not rule.NEEDS.isdisjoint(kinds)])


def as_known(process: Process, now: datetime) -> tuple[Process, datetime | None]:
    """Return the process as it was known at an instant, and when the next event follows."""
    later = [outside.event.at for outside in process.around if outside.event.at > now]
    if process.told and process.told[-1].at > now:
        later += [event.at for event in process.told if event.at > now]
    if not later:
        return process, None
    around = tuple(o for o in process.around if o.event.at <= now)
    return fold(process.header, (e for e in process.reports if e.at <= now), around), min(later)


def _without_exits(process: Process, findings: Iterable[Finding], calendar: WorkingCalendar) -> Iterator[Finding]:
    """Leave out what was done or dismissed, and put off what was snoozed.

    An exit settles what had opened when it was taken: a new interview is a new debt. Of several reminders
    the latest counts.
    """
    for finding in findings:
        taken = [e for e in process.exits if _concerns(e, finding)]
        if not taken:
            yield finding
        elif all(isinstance(e, Snoozed) for e in taken):
            yield _put_off(finding, taken[-1], calendar)


def _concerns(taken: Exit, finding: Finding) -> bool:
    owed = finding.opens if finding.since is None else finding.since
    return taken.code == finding.code and (not taken.who or finding.who in taken.who) and owed <= taken.at


def _put_off(finding: Finding, taken: Exit, calendar: WorkingCalendar) -> Finding:
    until = taken.until if isinstance(taken, Snoozed) else None
    if until is not None and not isinstance(until, datetime):
        until = calendar.opening(until)
    return finding if until is None or until <= finding.opens else finding._replace(opens=until)


def _rank(held: tuple[Finding, Stage]) -> tuple[object, ...]:
    finding, stage = held
    return (_ORDER[stage], finding.due or finding.opens, finding.code, finding.who)


def _by_opening(finding: Finding) -> tuple[object, ...]:
    return (finding.opens, finding.code, finding.who)
