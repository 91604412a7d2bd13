"""Reports of processes: rules, policy and working calendars brought together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any

from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Accepted, Closed, Event, Rejected, Withdrew
from sincerely.core.finding import Finding, Stage
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import Report, report
from sincerely.rules import RULES


@dataclass(frozen=True)
class Line:
    """One finding that holds, of one process.

    Attributes:
        process: whose it is.
        finding: what holds.
        stage: how far along it is.
        alike: the same finding of further processes, where people are shown them as one, see `one_line`.
    """

    process: Process
    finding: Finding
    stage: Stage
    alike: tuple[Line, ...] = ()


def report_process(process: Process, now: datetime, policy: Policy) -> Report:
    """Return what holds of a process, by every rule."""
    calendar = working_calendar(process.header.country, process.header.zone)
    return report(process, now, RULES, policy.for_process(process.header.id), calendar)


def lines(processes: Iterable[Process], now: datetime, policy: Policy) -> list[Line]:
    """Return what holds of several processes, most urgent first."""
    return urgent_first((process, report_process(process, now, policy)) for process in processes)


def urgent_first(reports: Iterable[tuple[Process, Report]]) -> list[Line]:
    """Return what holds by some processes' reports, most urgent first."""
    found = []
    for process, current in reports:
        found += [Line(process, f, stage) for f, stage in zip(current.findings, current.stages, strict=True)]
    return sorted(found, key=_urgency)


# What is said of the whole search, and no other way of one process than of the next.
_OF_THE_SEARCH = frozenset({"REF001"})


def one_line(found: Iterable[Line]) -> list[Line]:
    """Return findings with those that say the same of the whole search as one, where nothing is due yet."""
    lines: list[Line] = []
    alike: dict[tuple[str, str], int] = {}
    for line in found:
        key = (line.finding.code, line.finding.message)
        if line.finding.code not in _OF_THE_SEARCH or line.stage is not Stage.OPEN:
            lines.append(line)
        elif key not in alike:
            alike[key] = len(lines)
            lines.append(line)
        else:
            first = lines[alike[key]]
            lines[alike[key]] = replace(first, alike=(*first.alike, line))
    return [_for_all(line) if line.alike else line for line in lines]


def _for_all(line: Line) -> Line:
    others = list(dict.fromkeys(other.process.header.employer or other.process.header.id for other in line.alike))
    rest = f"{len(others)} others" if len(others) > _NAMED else " and ".join(others)
    return replace(line, finding=line.finding._replace(message=f"{line.finding.message} The same for {rest}."))


_NAMED = 2
_ORDER = {Stage.LATE: 0, Stage.DUE: 1, Stage.SOON: 2, Stage.OPEN: 3}


def _urgency(line: Line) -> tuple[object, ...]:
    finding = line.finding
    when = finding.late if line.stage is Stage.LATE else finding.due
    return (_ORDER[line.stage], (when or finding.opens), finding.code, line.process.header.id, finding.who)


def state_of(process: Process, now: datetime) -> str:
    """Return one word for where a process stands."""
    outcome = process.outcome
    if outcome is not None:
        named = {Rejected: "rejected", Accepted: "accepted", Withdrew: "withdrawn", Closed: "closed"}
        return named[type(outcome)]
    if process.offer is not None:
        return "offer"
    last = process.last_interview
    if last is not None:
        return "interview ahead" if last.end > now else "interviewed"
    return "applied" if process.events else "new"


def as_json(line: Line, zone: tzinfo | None = None, *, naive: bool = False) -> dict[str, Any]:
    """Return a finding as the commands print it.

    Args:
        line: the finding and its process.
        zone: whose clock to show; the employer's where none is given.
        naive: show wall times without an offset, because that is how the question was asked.
    """
    finding, header = line.finding, line.process.header
    clock = zone or header.tz

    def say(instant: datetime | None) -> str | None:
        if instant is None:
            return None
        there = instant.astimezone(clock)
        return (there.replace(tzinfo=None) if naive else there).isoformat()

    fix = finding.fix
    return {
        "code": finding.code,
        "process": header.id,
        "who": finding.who,
        "message": finding.message,
        "opens": say(finding.opens if finding.since is None else finding.since),
        "due": say(finding.due),
        "late": say(finding.late),
        "closes": say(finding.closes),
        "stage": str(line.stage),
        "evidence": [evidence_json(event, say(event.at)) for event in finding.evidence],
        "fix": fix and {"do": fix.do, "what": fix.what, "to": fix.to, "label": fix.label, **_wait(fix.not_before, say)},
    }


def _wait(instant: datetime | None, say: Any) -> Mapping[str, str]:
    return {"not_before": say(instant)} if instant is not None else {}


def evidence_json(event: Event, at: str | None) -> dict[str, Any]:
    """Return what a finding stands on, as the commands print it."""
    shown = {"id": event.id, "verb": event.verb, "at": at, "source": event.source}
    return {**shown, "quote": event.quote} if event.quote else shown
