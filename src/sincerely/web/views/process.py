"""What a process's page shows: what holds, its way from the first mail to what comes next, and who is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sincerely.app.today.reporting import Line, state_of
from sincerely.app.today.wording import both_clocks, headline, moment
from sincerely.core.events import Event, Interviewed, Offered, Slot
from sincerely.core.finding import Finding
from sincerely.core.header import Header
from sincerely.core.process import Interview, Process
from sincerely.core.report import Report
from sincerely.core.verbs import OUTCOMES
from sincerely.web.actions import Serves

from .findings import row
from .naming import named
from .process_people import people, promises, references, requests
from .processes import TONES

_MINE = frozenset(
    """applied interviewed debriefed thanked submitted asked told briefed named reminded thanked-reference wrote
    accepted withdrew asked-why dismissed snoozed done started corrected""".split()
)


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


def process_page(process: Process, report: Report, now: datetime, serves: Serves) -> dict[str, Any]:
    """Return what a process's page shows.

    Args:
        process: which.
        report: what holds of it.
        now: the instant.
        serves: see `findings.row`.
    """
    held = [Line(process, f, stage) for f, stage in zip(report.findings, report.stages, strict=True)]
    standing = {event.id for event in process.events}
    past = [_step(event, process, standing, now.tzinfo) for event in process.told if event.at <= now]
    state = state_of(process, now)
    return {
        "header": process.header,
        "state": state,
        "tone": TONES.get(state, ""),
        "has_interview": bool(process.interviews),
        "rows": [row(line, now, serves) for line in held],
        "steps": [*past, Step(now=True), *_ahead(process, report.ahead, now)],
        "people": people(process, now),
        "promises": promises(process),
        "requests": requests(process),
        "references": references(process),
        "questions": [
            {"id": oddity.event.id, "words": oddity.question} for oddity in process.oddities if oddity.event.at <= now
        ],
    }


def _step(event: Event, process: Process, standing: set[str], own: tzinfo | None) -> Step:
    zone = process.header.tz
    tone = "mine" if event.verb in _MINE else ""
    if isinstance(event, (Slot, Interviewed)):
        tone = "interview"
    elif isinstance(event, (*OUTCOMES, Offered)):
        tone = "outcome"
    return Step(
        words=_words(event, process.header, own),
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
        (i.start, f"Interview until {i.end.astimezone(zone):%H:%M} with {_people(i)}")
        for i in process.interviews
        if i.start > now
    ]
    steps += [(f.opens, f.message) for f in findings]
    return [
        Step(
            words=named(words),
            when=both_clocks(at, zone, now.tzinfo),
            iso=at.astimezone(zone).isoformat(),
            tone="ahead",
        )
        for at, words in sorted(steps)
    ]


def _people(interview: Interview) -> str:
    return ", ".join(interview.people) or "people not named"


def _words(event: Event, header: Header, own: tzinfo | None) -> str:
    words = headline(event, header, own)
    # That a mail came back is about the address.
    return words if event.verb == "corrected" else named(words)
