"""What words can mean: days (perhaps with fields missing), times of day, stretches of the calendar, durations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .context import Context

SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR = range(8)
GRAINS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
NOON = 43200
ONE_DAY = timedelta(days=1)
# How far back a date without a year may lie: "our talk on May 5" read in August; further back, the next one is meant.
LOOK_BACK = 100


_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_STEPS = (timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), ONE_DAY, timedelta(weeks=1))
_MONTHS = (1, 3, 12)


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[month]


def add_months(moment: datetime, count: int) -> datetime:
    """Return the same day and time some months on, or the month's last day where that is missing."""
    months = moment.year * 12 + moment.month - 1 + count
    year, month = months // 12, months % 12 + 1
    day = moment.day
    return moment.replace(year, month, day if day <= 28 else min(day, days_in(year, month)))


def shift(moment: datetime, grain: int, count: int) -> datetime:
    """Return a wall time moved by so many units."""
    if grain >= MONTH:
        return add_months(moment, count * _MONTHS[grain - MONTH])
    return moment + count * _STEPS[grain]


def floor(moment: datetime, grain: int) -> datetime:
    """Return the beginning of the unit that holds a wall time; weeks begin on Monday."""
    if grain <= HOUR:
        if grain == SECOND:
            return moment.replace(microsecond=0)
        return moment.replace(minute=moment.minute if grain == MINUTE else 0, second=0, microsecond=0)
    if grain <= WEEK:
        start = datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - wall times carry no zone in here
        return start - timedelta(days=start.weekday()) if grain == WEEK else start
    month = moment.month if grain == MONTH else (moment.month - 1) // 3 * 3 + 1 if grain == QUARTER else 1
    return datetime(moment.year, month, 1)  # noqa: DTZ001 - likewise


def moment(year: int, month: int = 1, day: int = 1) -> datetime:
    """Return the wall time at which a day begins."""
    return datetime(year, month, day)  # noqa: DTZ001 - wall times carry no zone in here


def midnight(day: date) -> datetime:
    """Return the wall time at which a day begins."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall times carry no zone in here


@dataclass(slots=True)
class Span:
    """A stretch of the calendar in wall time, half-open; an open side is None.

    Attributes:
        grain: the finest unit that the words gave.
        deadline: the words said by when.
    """

    start: datetime | None
    end: datetime | None
    grain: int
    deadline: bool = False


def unit(moment: datetime, grain: int) -> Span:
    """Return the whole unit that holds a wall time."""
    start = floor(moment, grain)
    return Span(start, shift(start, grain, 1), grain)


def day_span(day: date) -> Span:
    """Return a day as a stretch."""
    start = midnight(day)
    return Span(start, start + ONE_DAY, DAY)


@dataclass(slots=True)
class Day:
    """A day as far as the words said: year, month, day of month, weekday (Monday is 0)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    # The other order of day and month, where both make a date.
    swapped: bool = False
    # Told by its distance ("tomorrow"), not by the calendar.
    relative: bool = False

    @classmethod
    def of(cls, day: date) -> Day:
        """Return a day of which everything is known."""
        return cls(day.year, day.month, day.day, relative=True)

    def agrees(self, other: Day) -> bool:
        """Whether no field contradicts the other's."""
        return all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in (
                (self.year, other.year), (self.month, other.month),
                (self.day, other.day), (self.weekday, other.weekday),
            )
        )  # fmt: skip

    def resolve(self, context: Context, lean: int = 0) -> date:
        """Return the calendar day that is meant.

        Args:
            context: the reference time.
            lean: 1 where the day must lie ahead (a deadline, a plan), -1 where it must lie behind.

        Raises:
            ValueError: there is no such day.
        """
        if self.month is not None and self.day is not None:
            if self.year is not None:
                return date(self.year, self.month, self.day)
            return self._nearest_year(context, lean)
        if self.day is not None:
            return self._nearest_month(context)
        ahead = (self.weekday or 0) - context.today.weekday()
        return context.today + timedelta(days=ahead if ahead > 0 else ahead + 7)

    def _nearest_year(self, context: Context, lean: int) -> date:
        assert self.month is not None
        assert self.day is not None
        today = context.today
        back = 14 if lean > 0 else LOOK_BACK if lean == 0 else 366
        year = (today - timedelta(days=back)).year
        while self.day > days_in(year, self.month) or (today - date(year, self.month, self.day)).days > back:
            year += 1
            if year > today.year + 8:
                raise ValueError(self)
        usual = date(year, self.month, self.day)
        if self.weekday is None or usual.weekday() == self.weekday:
            return usual
        # The weekday tells a neighbouring year, if one agrees; close by, and otherwise, it is a slip of the pen.
        if -30 <= (usual - today).days <= 60:
            return usual
        near = [
            day
            for year in range(today.year - 1, today.year + 3)
            if self.day <= days_in(year, self.month)
            and (day := date(year, self.month, self.day)).weekday() == self.weekday
            and -190 < (day - today).days < 550
        ]
        return min(near, key=lambda d: abs((d - today).days), default=usual)

    def _nearest_month(self, context: Context) -> date:
        assert self.day is not None
        today = context.today
        first = date(today.year, today.month, 1)
        months = [add_months(midnight(first), count).date() for count in (0, 1, 2, 3, -1, 4, 5, 6)]
        days = [m.replace(day=self.day) for m in months if self.day <= days_in(m.year, m.month)]
        ahead = next(day for day in days if day >= today)
        if self.weekday is None or ahead.weekday() == self.weekday:
            return ahead
        for day in days[:4] + days[4:]:
            if day.weekday() == self.weekday and (day >= today or (today - day).days < 45):
                return day
        return ahead


@dataclass(slots=True)
class Tod:
    """A time of day, or a stretch of it, in seconds after midnight; ``stop`` may lie on the next day.

    Attributes:
        grain: the finest unit that the words gave.
        open12: no one said whether before or after noon.
        part: "morning" and its like; "" for clock times.
        zone: offset rule of a zone named in the text.
    """

    start: int
    stop: int
    grain: int
    open12: bool = False
    part: str = ""
    zone: str = ""

    def afternoon(self) -> Tod:
        """Return the same after noon."""
        return Tod(self.start + NOON, self.stop + NOON, self.grain, part=self.part, zone=self.zone)

    def settle(self) -> Tod:
        """Return the reading that working people mean: 1 to 6 after noon, 7 to 12 as it stands."""
        if not self.open12:
            return self
        if 3600 <= self.start < 25200:
            return self.afternoon()
        return Tod(self.start, self.stop, self.grain, part=self.part, zone=self.zone)


@dataclass(slots=True)
class At:
    """A time of a day.

    Attributes:
        turned: the words gave the time before the day.
    """

    day: Day
    tod: Tod
    turned: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Dur:
    """A duration: units and how many, perhaps from a least to a most.

    Attributes:
        parts: count and grain, at most (fractions for hours and below).
        least: the same, at least; None where there is one figure.
        business: the days are business days.
        vague: "a few".
    """

    parts: tuple[tuple[float, int], ...]
    least: tuple[tuple[float, int], ...] | None = None
    business: bool = False

    @property
    def grain(self) -> int:
        """The finest unit in it."""
        return min(grain for _, grain in self.parts)

    def after(self, start: datetime, context: Context, sign: int = 1, *, least: bool = False) -> datetime:
        """Return the wall time so long after another; before it where ``sign`` is -1."""
        moment = start
        for count, grain in self.least if least and self.least else self.parts:
            if self.business and grain == DAY:
                day = context.business_day(moment.date(), sign * int(count))
                moment = datetime.combine(day, moment.time())
            elif grain <= HOUR:
                seconds = count * (1, 60, 3600)[grain]
                moment = context.elapsed(moment, sign * timedelta(seconds=seconds))
            elif count == int(count):
                moment = shift(moment, grain, sign * int(count))
            else:
                moment += sign * timedelta(days=round(count * (1, 7, 30.4, 91.3, 365.25)[grain - DAY]))
        return moment


def clock_span(day: date, tod: Tod, context: Context) -> Span:
    """Return a time of a calendar day in the context's own zone."""
    base = midnight(day)
    start, end = base + timedelta(seconds=tod.start), base + timedelta(seconds=tod.stop)
    if tod.zone:
        from .zones import offset_of

        offset = offset_of(tod.zone, start, context.offset(start))
        start, end = context.from_zone(start, offset), context.from_zone(end, offset)
    return Span(start, end, tod.grain)


def tod_span(tod: Tod, context: Context) -> Span:
    """Return the next such time of day: today's unless it is over; "at 7" may be this evening's 7."""
    settled = tod.settle()
    span = clock_span(context.today, settled, context)
    if tod.part != "midnight" and span.end is not None and span.end > context.at:
        return span
    if tod.open12 and settled.start < NOON and settled.stop + NOON <= 75600:
        later = clock_span(context.today, settled.afternoon(), context)
        if later.end is not None and later.end > context.at:
            return later
    return clock_span(context.today + ONE_DAY, settled, context)


def span_of(value: object, context: Context, lean: int = 0) -> Span | None:
    """Place any value on the calendar."""
    if isinstance(value, Span):
        return value
    if isinstance(value, Day):
        return day_span(value.resolve(context, lean))
    if isinstance(value, At):
        return clock_span(value.day.resolve(context, lean), value.tod.settle(), context)
    if isinstance(value, Tod):
        return tod_span(value, context)
    return None
