"""A mail's sentences with what each says: cues found, denied and supposed ones left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sincerely.core.working_time import WorkingCalendar
from sincerely.times import TimeMention, find, zones

from .clauses import Clauses, clauses
from .cues import Cues, Hit
from .foreign_dates import in_english
from .sentences import Sentence, sentences
from .words import plain

# More sentences than this are not read: no employer writes so much.
MOST = 400


@dataclass(frozen=True, kw_only=True)
class Clock:
    """By which the times of a mail are understood.

    Attributes:
        at: when it was sent, aware; in the sender's zone.
        country: whose holidays and order of day and month.
        calendar: working days, where they are known.
        language: of the mail.
    """

    at: datetime
    country: str = "US"
    calendar: WorkingCalendar | None = None
    language: str = "en"


_ZONE = re.compile(r"\b(?:" + "|".join(sorted(zones.NAMES)) + r")\b(?<!\bz)", re.IGNORECASE)


def mentions(text: str, clock: Clock) -> list[TimeMention]:
    """Return the time expressions of a text, by the clock of the mail.

    A zone that the sender's own clock shows ("EST" in a mail of five hours behind Greenwich) is the sender's wall time,
    whatever the clocks there will have done by then.
    """
    zone = _ZONE.search(text)
    offset = clock.at.utcoffset()
    if zone is None or offset is None or isinstance(clock.at.tzinfo, ZoneInfo):
        return find(text, clock.at, clock.country, clock.calendar)
    wall = clock.at.replace(tzinfo=None)
    if zones.offset_of(zone[0].lower(), wall) != offset:
        return find(text, clock.at, clock.country, clock.calendar)
    return [
        replace(
            m,
            start=m.start and m.start.replace(tzinfo=clock.at.tzinfo),
            end=m.end and m.end.replace(tzinfo=clock.at.tzinfo),
        )
        for m in find(text, wall, clock.country, clock.calendar)
    ]


@dataclass(frozen=True)
class Statement:
    """One sentence, and what was found in it.

    Attributes:
        sentence: the words with their place in the reply.
        said: its plain words and their modes.
        hits: the cues that count.
        bullet: whether it is an item of a list.
        clock: for its times.
    """

    sentence: Sentence
    said: Clauses
    hits: tuple[Hit, ...]
    bullet: bool
    clock: Clock = field(repr=False)

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """Return the time expressions of the sentence; their places are those in `text`."""
        return tuple(mentions(self.text, self.clock))

    @cached_property
    def text(self) -> str:
        """Return the sentence with its times in English; times have their places in it."""
        return in_english(self.sentence.text, self.clock.language)

    @cached_property
    def meanings(self) -> frozenset[str]:
        """Return what it says."""
        return frozenset(hit.means for hit in self.hits)

    def strength(self, means: str) -> float:
        """Return how strongly it says something: independent cues add up."""
        best: dict[str, float] = {}
        for hit in self.hits:
            if hit.means == means:
                best[hit.pattern] = max(best.get(hit.pattern, 0.0), hit.weight)
        return union(best.values())


def union(weights: Iterable[float]) -> float:
    """Return the chance that at least one of independent signs is right."""
    missed = 1.0
    for weight in weights:
        missed *= 1.0 - weight
    return 1.0 - missed


def statements(text: str, cues: Cues, clock: Clock) -> tuple[Statement, ...]:
    """Return the statements of a reply."""
    return tuple(statement_of(text, found, cues, clock) for found in sentences(text)[:MOST])


def statement_of(text: str, sentence: Sentence, cues: Cues, clock: Clock) -> Statement:
    """Return one sentence as a statement."""
    said = clauses(plain(sentence.text))
    return Statement(sentence, said, _kept(cues.find(said)), _is_bullet(text, sentence.begin), clock)


# What a sentence seems to say beside one of these, it does not say.
_DROPS = {
    "boilerplate": frozenset({"interview_changed", "interview_cancelled", "interview_set"}),
    "prefers-silence": frozenset({"rejection", "promise", "acknowledgement", "asks", "interview_invite"}),
    "reference_check": frozenset({"interview_invite"}),
}


def _kept(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Leave out what stands beside politeness and printed matter: "need to reschedule? Use this link"."""
    found = {hit.means for hit in hits}
    dropped = frozenset().union(*(_DROPS[means] for means in found & _DROPS.keys()))
    return tuple(hit for hit in hits if hit.means not in dropped)


def _is_bullet(text: str, begin: int) -> bool:
    start = text.rfind("\n", 0, begin) + 1
    lead = text[start:begin].strip(" \t>")
    return bool(lead) and len(lead) <= 4 and not lead.isalpha()


def strengths(said: Sequence[Statement]) -> dict[str, float]:
    """Return how strongly a whole mail says each thing."""
    weights: dict[str, dict[str, float]] = {}
    for statement in said:
        for hit in statement.hits:
            patterns = weights.setdefault(hit.means, {})
            patterns[hit.pattern] = max(patterns.get(hit.pattern, 0.0), hit.weight)
    return {means: union(patterns.values()) for means, patterns in weights.items()}
