"""A mail's sentences, each with its words and times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sincerely.core.working_time import WorkingCalendar
from sincerely.times import TimeMention, find, zones

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
    """One sentence, its words and its times.

    Attributes:
        sentence: the words with their place in the reply.
        clock: for its times.
    """

    sentence: Sentence
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
    def words(self) -> tuple[str, ...]:
        """Return its plain words and marks."""
        return tuple(plain(self.sentence.text).split())


def statements(text: str, clock: Clock) -> tuple[Statement, ...]:
    """Return the statements of a reply."""
    return tuple(Statement(found, clock) for found in sentences(text)[:MOST])
