"""One page for before the interview: who, when, and what to ask before leaving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sincerely.core.events import Debriefed
from sincerely.core.facts import interviewers
from sincerely.core.process import Interview, Process
from sincerely.writing.grounds import Ground
from sincerely.writing.names import person_of
from sincerely.writing.passages import passages, wanted

from .exits import NothingThere

WHEN = "When may I expect to hear from you?"
_ASK = (
    WHEN,
    "Whom may I write to, and how do you prefer to be reached?",
    "What happens next, and who decides?",
    "Is there anything that I should send you?",
)
_MOST = 5


@dataclass(frozen=True, kw_only=True)
class Card:
    """What to take along.

    Attributes:
        title: role and employer.
        start, end: on the employer's clock.
        own: the start on the person's own clock, where it differs.
        people: whom they meet, names and addresses.
        said: the words that fixed it: where it is, how to get in.
        before: what was noted in earlier rounds.
        wants: what the posting asks for.
        ask: what to ask before leaving, the most important first.
    """

    title: str
    start: datetime
    end: datetime
    own: datetime | None
    people: tuple[str, ...]
    said: tuple[str, ...]
    before: tuple[str, ...]
    wants: tuple[str, ...]
    ask: tuple[str, ...] = _ASK

    def as_json(self) -> dict[str, Any]:
        """Return it as the command prints it."""
        return {
            "title": self.title,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "own": self.own.isoformat() if self.own else None,
            "people": list(self.people),
            "said": list(self.said),
            "before": list(self.before),
            "wants": list(self.wants),
            "ask": list(self.ask),
        }

    def text(self) -> str:
        """Return it as a page of plain text."""
        zone = getattr(self.start.tzinfo, "key", "")
        lines = [
            self.title,
            "",
            f"{self.start:%A} {self.start.day} {self.start:%B}, {self.start:%H:%M}–{self.end:%H:%M} ({zone})",
        ]
        if self.own is not None:
            lines.append(f"On your clock: {self.own:%A} {self.own.day} {self.own:%B}, {self.own:%H:%M}")
        parts = (("You meet", self.people), ("They wrote", self.said), ("From earlier rounds", self.before),
                 ("What they ask for", self.wants))  # fmt: skip
        for heading, items in parts:
            if items:
                lines += ["", heading, *(f"  {item}" for item in items)]
        lines += ["", "Before you leave, ask", *(f"  [ ] {question}" for question in self.ask)]
        return "\n".join(lines)


def card(
    process: Process, now: datetime, own: tzinfo, names: Mapping[str, str], posting: tuple[Ground, ...] = ()
) -> Card:
    """Return the card of the next interview, or of the last one where none lies ahead.

    Raises:
        NothingThere: no interview is known.
    """
    interview = _next(process, now)
    zone = process.header.tz
    start = interview.start.astimezone(zone)
    there = interview.start.astimezone(own)
    header = process.header
    return Card(
        title=" at ".join(part for part in (header.role, header.employer) if part) or header.id,
        start=start,
        end=interview.end.astimezone(zone),
        own=there if there.replace(tzinfo=None) != start.replace(tzinfo=None) else None,
        people=tuple(_shown(who, names) for who in interviewers(process, interview) or interview.people),
        said=tuple(dict.fromkeys(e.quote for e in interview.evidence if e.quote)),
        before=tuple(_noted(note) for note in process.all(Debriefed) if note.at < interview.start),
        wants=tuple(passage.text for passage in wanted(passages(posting))[:_MOST]),
    )


def _next(process: Process, now: datetime) -> Interview:
    ahead = [interview for interview in process.interviews if interview.end > now]
    if not ahead and process.last_interview is None:
        raise NothingThere(f"{process.header.id}: no interview is known; a card is for one")
    return ahead[0] if ahead else process.interviews[-1]


def _shown(who: str, names: Mapping[str, str]) -> str:
    name = person_of(who, names.get(who, "")).full
    return f"{name} <{who}>" if name and name != who else who


def _noted(note: Debriefed) -> str:
    parts = (note.topic, note.liked, note.fit, f"send: {note.send}" if note.send else "")
    about = f"{', '.join(note.who)}: " if note.who else ""
    return about + "; ".join(part for part in parts if part)
