"""A mail's sentences, each with its words and times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cached_property

from sincerely.core.working_time import WorkingCalendar
from sincerely.reading.hours.foreign_dates import in_english
from sincerely.reading.hours.zones_said import Named, behind
from sincerely.reading.letters.sentences import Sentence, sentences
from sincerely.reading.scoring.words import plain
from sincerely.times import TimeMention, find

CLOCK_GRAINS = frozenset({"hour", "minute", "second"})
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
    found = find(text, clock.at, clock.country, clock.calendar)
    named = [zone for one in found if one.grain in CLOCK_GRAINS and (zone := behind(text, one.begin, one.stop))]
    return _by_their_zones(text, named, clock) if named else found


# The time grammar reads on over what nobody sees.
_UNSEEN = "\u200b"
# Half a day apart: no two zones are told from each other by chance.
_APART = timezone(timedelta(hours=-12))


def _by_their_zones(text: str, named: Sequence[Named], clock: Clock) -> list[TimeMention]:
    """Read a text as if the zones were not in it, and put the times before them on the clock of the mail.

    A time that the grammar gave a zone of its own, "2 PM EDT (America/New_York)", is one instant on every clock.
    """
    bare = text
    fill = _UNSEEN if len({str(zone.zone) for zone in named}) == 1 else " "  # one time has one zone
    for zone in named:
        bare = bare[: zone.begin] + fill * (zone.stop - zone.begin) + bare[zone.stop :]
    found = find(bare, clock.at, clock.country, clock.calendar)
    elsewhere = find(bare, clock.at.replace(tzinfo=_APART), clock.country, clock.calendar)
    fixed = {one.begin for one, other in zip(found, elsewhere, strict=False) if _wall(one) != _wall(other)}
    return [
        one if zone is None else _beside(one, zone, text, None if one.begin in fixed else clock.at.tzinfo)
        for one in found
        for zone in [next((zone for zone in named if _touches(one, zone, bare)), None)]
    ]


def _wall(mention: TimeMention) -> tuple[datetime | None, ...]:
    return tuple(moment and moment.replace(tzinfo=None) for moment in (mention.start, mention.end))


def _touches(mention: TimeMention, zone: Named, bare: str) -> bool:
    """Whether a zone stands in a time or right behind it."""
    on_clock = mention.grain in CLOCK_GRAINS and mention.begin < zone.begin
    return on_clock and not bare[min(mention.stop, zone.begin) : zone.begin].strip(f" {_UNSEEN}")


def _beside(mention: TimeMention, zone: Named, text: str, clock: tzinfo | None) -> TimeMention:
    """Return a time with the zone behind it; put on a clock, where one is given."""
    stop = max(mention.stop, zone.stop)
    mention = replace(mention, stop=stop, quote=text[mention.begin : stop])
    if clock is None or mention.start is None:
        return mention  # "by 11:59 PM (America/Los_Angeles)": it is due on the day that is written
    try:
        start, end = (
            moment and moment.replace(tzinfo=zone.zone).astimezone(clock) for moment in (mention.start, mention.end)
        )
    except OverflowError:  # the calendar's first and last hours do not exist on every clock
        return mention
    return replace(mention, start=start, end=end)


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
