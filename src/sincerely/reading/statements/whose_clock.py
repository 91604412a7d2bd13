"""Whether words that tell an hour name its zone, or leave it to whose clock is meant."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import Enum

from sincerely.reading.hours.zones_said import are_yours, behind
from sincerely.reading.letters.language import language_of
from sincerely.times import TimeMention

from .statement import CLOCK_GRAINS, Clock, Statement, statements

# No clock on earth goes so: what reads the same by it and by any other has no zone of its own.
_NOWHERE = timezone(timedelta(hours=-14))


class Told(Enum):
    """How words tell an hour."""

    BARE = "bare"
    ZONED = "zoned"
    YOURS = "yours"


def told_in(quote: str, clock: Clock, moment: datetime) -> Told | None:
    """Return how words tell an instant, read by a clock; None where they tell another one, or no hour."""
    language = language_of(quote)
    clock = Clock(at=clock.at, country=clock.country, calendar=clock.calendar, language=language)
    elsewhere = Clock(
        at=clock.at.replace(tzinfo=_NOWHERE), country=clock.country, calendar=clock.calendar, language=language
    )
    for one, other in zip(statements(quote, clock), statements(quote, elsewhere), strict=True):
        for index, mention in enumerate(one.times):
            if mention.grain not in CLOCK_GRAINS or moment not in {mention.start, mention.end}:
                continue
            if _is_zoned(one, mention) or index >= len(other.times) or _wall(other.times[index]) != _wall(mention):
                return Told.ZONED
            return Told.YOURS if are_yours(quote) else Told.BARE
    return None


def _is_zoned(said: Statement, mention: TimeMention) -> bool:
    return behind(said.text, mention.begin, mention.stop) is not None


def _wall(mention: TimeMention) -> tuple[datetime | None, ...]:
    return tuple(moment and moment.replace(tzinfo=None) for moment in (mention.start, mention.end))
