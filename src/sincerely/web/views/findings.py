"""A finding as every page shows it: what, when, the sentence that it stands on, and the one action that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from hashlib import blake2b

from sincerely.app.today.ending import end_of
from sincerely.app.today.reporting import Line
from sincerely.app.today.today import WAITING
from sincerely.app.today.wording import both_clocks, clocks, day, headline
from sincerely.core.finding import Finding, Stage
from sincerely.core.process import Process
from sincerely.web.actions import Action, Serves, action_of

from .naming import named

_TONES = {Stage.LATE: "is-late", Stage.DUE: "is-due", Stage.SOON: "is-soon", Stage.OPEN: "is-soon"}


# Of these the address itself is the matter.
_BY_ADDRESS = frozenset({"MAIL001"})


@dataclass(frozen=True)
class Proof:
    """One event that a finding stands on."""

    id: str
    words: str
    quote: str


@dataclass(frozen=True)
class Row:
    """One finding.

    Attributes:
        id: names it on its page, the same while it stands, so that one page can be compared with the next.
        process: whose it is.
        finding: what holds.
        message: what it says, with people by their names.
        tone: the class of its stage.
        when: since when it is late, or by when it is due.
        proof: the event that shows it best; None where it stands on what was not said.
        tomorrow: the first day on which one can be reminded of it, ISO 8601.
        action: what settles it.
        waits: there is nothing to do, so nothing can be done elsewhere.
    """

    id: str
    process: Process
    finding: Finding
    message: str
    tone: str
    when: str
    proof: Proof | None
    tomorrow: str
    action: Action | None
    waits: bool


def first_day(now: datetime) -> str:
    """Return the first day on which one can be reminded of something, ISO 8601."""
    return (now + timedelta(days=1)).date().isoformat()


def row(line: Line, now: datetime, serves: Serves) -> Row:
    """Return a finding as a row."""
    finding = line.finding
    return Row(
        id=line_id(line),
        process=line.process,
        finding=finding,
        message=finding.message if finding.code in _BY_ADDRESS else named(finding.message),
        tone=_TONES[line.stage],
        when=_when(line, now),
        proof=_proof(line, now.tzinfo),
        tomorrow=first_day(now),
        action=action_of(line, serves),
        waits=finding.code in WAITING,
    )


def line_id(line: Line) -> str:
    """Return what names a finding on pages and in what they send, the same while it stands."""
    named = f"{line.finding.code} {line.process.header.id} {line.finding.who}{' and alike' if line.alike else ''}"
    return f"f-{blake2b(named.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def _proof(line: Line, own: tzinfo | None) -> Proof | None:
    """Return the first event with words of its own: more than one reads as an accusation."""
    header = line.process.header
    here = {event.id for event in line.process.told}
    shown = [event for event in line.finding.evidence if event.id in here]
    best = next((event for event in shown if event.quote), next(iter(shown), None))
    if best is None:
        return None
    return Proof(best.id, f"{day(best.at, header.tz)}: {named(headline(best, header, own))}", best.quote)


def _when(line: Line, now: datetime) -> str:
    """Return by when it is due, was due, or holds: the day that the message names, and no other beside it."""
    finding, zone, own = line.finding, line.process.header.tz, now.tzinfo
    end = end_of(line, now)
    if end is not None:
        return f"until {clocks(end, zone, own)}"
    if finding.due:
        said = {Stage.LATE: "was due", Stage.DUE: "due since"}.get(line.stage, "due")
        return f"{said} {both_clocks(finding.due, zone, own)}"
    if line.stage is Stage.LATE and finding.late:
        return f"late since {both_clocks(finding.late, zone, own)}"
    return f"until {both_clocks(finding.closes, zone, own)}" if finding.closes else ""
