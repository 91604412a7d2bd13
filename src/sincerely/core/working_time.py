"""Working time: business days, working hours and public holidays of one country and zone.

"Business day" (bd) always means the employer's. Instants come back in UTC, so that comparing and adding hours
is exact on days when clocks change. ``t + n bd`` is the *n*-th business day after *t*'s local
date, at *t*'s time of day moved into 9:00-17:00. A day given as a deadline means the last working moment up
to its end. Hours are elapsed time; plain days keep the wall-clock time.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

OPENS = time(9)
CLOSES = time(17)
_DAY = timedelta(days=1)
# A day, the one before and the one after. No zone ever changed its clocks and changed them back within it: the
# shortest that the tz database knows are the 95 hours of Freetown in 1939.
_STEADY = 3 * _DAY
# A stretch without any business day longer than this means a broken calendar, not a long holiday.
_LONGEST_PAUSE = 60
_REMEMBERED = 20_000


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """When people at one employer work.

    Attributes:
        zone: the employer's time zone.
        weekend: weekdays without work, Monday is 0.
        holidays: the public holidays; like ``weekend`` anything that says what is in it, perhaps once it is asked.
    """

    zone: tzinfo
    weekend: Container[int] = frozenset({5, 6})
    holidays: Container[date] = field(default=frozenset())
    _after: dict[tuple[int, int], date] = field(default_factory=dict, init=False, repr=False)
    _offsets: dict[int, timedelta | None] = field(default_factory=dict, init=False, repr=False)

    def local(self, instant: datetime) -> datetime:
        """Return the employer's wall-clock time of an instant."""
        try:
            return instant.astimezone(self.zone)
        except OverflowError:  # the calendar's first and last hours do not exist on every clock
            return instant

    def wall(self, instant: datetime) -> tuple[date, time]:
        """Return the day and the time that the employer's calendar and clock show at an instant."""
        offset = self._steady(instant.toordinal()) if instant.tzinfo is UTC else None
        there = self.local(instant) if offset is None else instant + offset
        return there.date(), there.time()

    def day(self, instant: datetime) -> date:
        """Return the employer's calendar day of an instant."""
        offset = self._steady(instant.toordinal()) if instant.tzinfo is UTC else None
        return (self.local(instant) if offset is None else instant + offset).date()

    def _steady(self, day: int) -> timedelta | None:
        """Return the offset from UTC, None where clocks change that day, the day before or the day after.

        Adding it to an instant in UTC costs a third of asking the zone, and so it is on nearly all days.
        """
        try:
            return self._offsets[day]
        except KeyError:
            if len(self._offsets) >= _REMEMBERED:
                self._offsets.clear()
            offset = self._offsets[day] = self._offset_around(day)
            return offset

    def _offset_around(self, day: int) -> timedelta | None:
        try:
            begin = datetime.combine(date.fromordinal(day - 1), time(0), UTC)
            before, after = (t.astimezone(self.zone).utcoffset() for t in (begin, begin + _STEADY))
        except (OverflowError, ValueError):  # at the calendar's ends
            return None
        return before if before == after else None

    def at(self, day: date, clock: time) -> datetime:
        """Return the instant, in UTC, at which the employer's clock shows that time of that day."""
        offset = self._steady(day.toordinal())
        if offset is not None:
            return datetime.combine(day, clock, UTC) - offset
        try:
            return datetime.combine(day, clock, self.zone).astimezone(UTC)
        except OverflowError:  # the first and the last day of the calendar have no neighbours
            return datetime.combine(day, clock, UTC)

    def is_business_day(self, day: date) -> bool:
        """Whether people work that day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def business_day_after(self, day: date, count: int) -> date:
        """Return the ``count``-th business day after ``day``; before it for a negative count.

        A count of 0 is the day itself. At the ends of the calendar (years 1 and 9999) the last day stands.
        """
        # Processes of one employer's country ask about the same few months again and again.
        key = (day.toordinal(), count)  # a number is found sooner than a date
        known = self._after.get(key)
        if known is None:
            if len(self._after) >= _REMEMBERED:
                self._after.clear()
            known = self._after[key] = self._walk(day, count)
        return known

    def _walk(self, day: date, count: int) -> date:
        step = _DAY if count > 0 else -_DAY
        left, idle = abs(count), 0
        while left:
            try:
                day += step
            except OverflowError:
                return day
            if self.is_business_day(day) or idle > _LONGEST_PAUSE:
                left, idle = left - 1, 0
            else:
                idle += 1
        return day

    def add_business_days(self, instant: datetime, count: int) -> datetime:
        """Return ``instant + count bd``, its time of day moved into working hours."""
        today, clock = self.wall(instant)
        day = self.business_day_after(today, count)
        if clock <= OPENS:
            return self.opening(day)
        return self.closing(day) if clock >= CLOSES else self.at(day, clock)

    def add_days(self, instant: datetime, count: int) -> datetime:
        """Return the instant ``count`` days later on the employer's wall clock."""
        try:
            day, clock = self.wall(instant)
            return self.at(day + timedelta(days=count), clock)
        except OverflowError:
            return instant

    def opening(self, day: date) -> datetime:
        """Return 9:00 of that day."""
        return self.at(day, OPENS)

    def closing(self, day: date) -> datetime:
        """Return 17:00 of that day."""
        return self.at(day, CLOSES)

    def last_working_moment(self, day: date, not_before: datetime | None = None) -> datetime:
        """Return the last working moment up to the end of ``day``.

        Where that lies before ``not_before`` (the request came after it), the end of the day counts.
        """
        working = day if self.is_business_day(day) else self.business_day_after(day, -1)
        moment = self.closing(working)
        if not_before is not None and moment < not_before:
            return self.end_of(day)
        return moment

    def end_of(self, day: date) -> datetime:
        """Return the instant at which that day is over: the midnight that follows."""
        try:
            return self.at(day + _DAY, time(0))
        except OverflowError:
            return self.at(day, time.max)
