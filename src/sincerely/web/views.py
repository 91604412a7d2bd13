"""What the pages show: plain values for the templates, made from processes and findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sincerely.app.evidence import Evidence
from sincerely.app.questions import Question
from sincerely.app.reporting import Line, report_process, state_of
from sincerely.app.today import Today
from sincerely.app.wording import day, headline, moment
from sincerely.core.events import OUTCOMES, Event, Interviewed, Offered, Slot
from sincerely.core.finding import Finding, Stage
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.store.base import Summary

_MINE = frozenset(
    """applied interviewed debriefed thanked submitted asked told briefed named reminded thanked-reference wrote
    accepted withdrew asked-why dismissed snoozed done started corrected""".split()
)
_GROUPS = (("late", "Late"), ("due", "Due"), ("soon", "Soon"))
# More proofs than these on one card read as an accusation.
_PROOFS = 2


@dataclass(frozen=True)
class Proof:
    """One event that a finding stands on."""

    id: str
    words: str
    quote: str


@dataclass(frozen=True)
class Card:
    """One finding as a card shows it."""

    process: Process
    finding: Finding
    when: str
    proof: tuple[Proof, ...]
    tomorrow: str


@dataclass(frozen=True)
class Step:
    """One line of a process's way; ``now`` is the line between past and future."""

    words: str = ""
    when: str = ""
    iso: str = ""
    tone: str = ""
    quote: str = ""
    id: str = ""
    struck: bool = False
    now: bool = False


def card(line: Line, now: datetime) -> Card:
    """Return a finding's card."""
    header = line.process.header
    here = {event.id for event in line.process.told}
    proof = tuple(
        Proof(event.id, f"{day(event.at, header.tz)}: {headline(event, header)}", event.quote)
        for event in line.finding.evidence
        if event.id in here
    )
    tomorrow = (now + timedelta(days=1)).date().isoformat()
    return Card(line.process, line.finding, _when(line), proof[:_PROOFS], tomorrow)


def _when(line: Line) -> str:
    finding, zone = line.finding, line.process.header.tz
    if line.stage is Stage.LATE and finding.late:
        return f"late since {moment(finding.late, zone)}"
    if finding.due:
        return f"{'was due' if line.stage is Stage.DUE else 'due'} {moment(finding.due, zone)}"
    return f"until {moment(finding.closes, zone)}" if finding.closes else ""


def today_page(found: Today, *, empty: bool) -> dict[str, Any]:
    """Return what the Today page shows."""
    now = found.now
    groups = [
        {"name": name, "title": title, "lines": [card(line, now) for line in getattr(found, name)]}
        for name, title in _GROUPS
        if getattr(found, name)
    ]
    return {
        "heading": f"{now:%A} {now.day} {now:%B}",
        "lede": _lede(found),
        "groups": groups,
        "waiting": [card(line, now) for line in found.waiting],
        "done": found.done,
        "questions": found.questions,
        "notices": found.notices,
        "empty": empty,
    }


def _lede(found: Today) -> str:
    pressing = len(found.late) + len(found.due)
    if pressing:
        return f"{pressing} {'thing wants' if pressing == 1 else 'things want'} to be done now."
    if found.soon:
        return "Nothing presses. What follows can be done in good time."
    return "All letters are answered." if found.waiting or found.done else ""


def process_page(process: Process, now: datetime, policy: Policy) -> dict[str, Any]:
    """Return what a process's page shows: what holds, and its way from the first mail to what comes next."""
    header = process.header
    report = report_process(process, now, policy)
    held = [Line(process, f, stage) for f, stage in zip(report.findings, report.stages, strict=True)]
    standing = {event.id for event in process.events}
    past = [_step(event, process, standing) for event in process.told if event.at <= now]
    return {
        "header": header,
        "state": state_of(process, now),
        "has_interview": bool(process.interviews),
        "lines": [card(line, now) for line in held],
        "steps": [*past, Step(now=True), *_ahead(process, report.ahead, now)],
        "questions": [
            {"id": oddity.event.id, "words": oddity.question} for oddity in process.oddities if oddity.event.at <= now
        ],
    }


def _step(event: Event, process: Process, standing: set[str]) -> Step:
    zone = process.header.tz
    tone = "mine" if event.verb in _MINE else ""
    if isinstance(event, (Slot, Interviewed)):
        tone = "interview"
    elif isinstance(event, (*OUTCOMES, Offered)):
        tone = "outcome"
    return Step(
        words=headline(event, process.header),
        when=moment(event.at, zone),
        iso=event.at.astimezone(zone).isoformat(),
        tone=tone,
        quote=event.quote,
        id=event.id,
        struck=event.id not in standing and event.verb != "corrected",
    )


def _ahead(process: Process, findings: tuple[Finding, ...], now: datetime) -> list[Step]:
    zone = process.header.tz
    steps = [
        (i.start, f"Interview until {i.end.astimezone(zone):%H:%M} with {', '.join(i.people) or 'people not named'}")
        for i in process.interviews
        if i.start > now
    ]
    steps += [(f.opens, f.message) for f in findings]
    return [
        Step(words=words, when=moment(at, zone), iso=at.astimezone(zone).isoformat(), tone="ahead")
        for at, words in sorted(steps)
    ]


def processes_page(rows: list[Summary]) -> dict[str, Any]:
    """Return what the list of processes shows."""
    return {
        "rows": [
            {
                "id": row.header.id,
                "employer": row.header.employer or row.header.id,
                "role": row.header.role,
                "state": row.state,
                "last": day(row.last_at, row.header.tz) if row.last_at else "",
            }
            for row in rows
        ]
    }


def questions_page(found: list[Question]) -> dict[str, Any]:
    """Return what the page of questions shows."""
    return {
        "rows": [
            {
                "id": q.event.id,
                "process": q.header.id,
                "name": q.header.employer or q.header.id,
                "when": moment(q.event.at, q.header.tz),
                "words": q.words,
                "quote": q.event.quote,
            }
            for q in found
        ]
    }


def evidence_page(process: Process, event: Event, found: Evidence | None, note: str) -> dict[str, Any]:
    """Return what an event's evidence shows: the sentence, in its mail."""
    zone = process.header.tz
    return {
        "header": process.header,
        "words": headline(event, process.header),
        "when": moment(event.at, zone),
        "sure": f"{event.confidence:.0%} sure" if event.confidence < 1 else "",
        "quote": event.quote,
        "event_id": event.id,
        "mail": found,
        "note": note,
    }
