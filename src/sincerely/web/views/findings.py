"""A finding as every page shows it: what, when, why, and the sentence that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from sincerely.app.reporting import Line
from sincerely.app.wording import day, headline, moment
from sincerely.core.finding import Finding, Stage
from sincerely.core.process import Process

# More proofs than these on one line read as an accusation.
_PROOFS = 2


@dataclass(frozen=True)
class Proof:
    """One event that a finding stands on."""

    id: str
    words: str
    quote: str


@dataclass(frozen=True)
class Card:
    """One finding as a row shows it; ``id`` names it on its page."""

    id: str
    process: Process
    finding: Finding
    when: str
    proof: tuple[Proof, ...]
    tomorrow: str


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
    return Card(_id(line), line.process, line.finding, _when(line), proof[:_PROOFS], tomorrow)


def _id(line: Line) -> str:
    """Return a name that the same finding keeps while it stands, so that what is on the page can be compared."""
    named = f"{line.finding.code} {line.process.header.id} {line.finding.who}"
    return f"f-{blake2b(named.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def _when(line: Line) -> str:
    finding, zone = line.finding, line.process.header.tz
    if line.stage is Stage.LATE and finding.late:
        return f"late since {moment(finding.late, zone)}"
    if finding.due:
        return f"{'was due' if line.stage is Stage.DUE else 'due'} {moment(finding.due, zone)}"
    return f"until {moment(finding.closes, zone)}" if finding.closes else ""
