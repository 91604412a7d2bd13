"""A mail's sentences, each with its words and times."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sincerely.core.working_time import WorkingCalendar
from sincerely.times import TimeMention, find

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


def mentions(text: str, clock: Clock) -> list[TimeMention]:
    """Return the time expressions of a text, by the clock of the mail."""
    return find(text, clock.at, clock.country, clock.calendar)


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
