"""What a rule may know besides its parts: the reference time, the country's habits, the working days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from sincerely.core.working_time import WorkingCalendar

# Countries that write the month first.
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "GU", "PR"})
_NO_HOLIDAYS = WorkingCalendar(UTC)


class Context:
    """One question's surroundings.

    Attributes:
        at: the reference time as a wall clock shows it.
        today: its day.
        zone: the zone of ``at``; None where it was given without.
        country: two letters.
        day_first: whether 3/4 is the third of April.
        place, end: the tokens that the rule at work covers.
    """

    __slots__ = ("at", "calendar", "country", "day_first", "end", "place", "today", "zone")

    def __init__(self, at: datetime, country: str, calendar: WorkingCalendar | None) -> None:
        self.zone: tzinfo | None = at.tzinfo
        self.at = at if at.tzinfo is None else at.replace(tzinfo=None)
        self.today: date = self.at.date()
        self.country = country.upper()[:2]
        self.day_first = self.country not in _MONTH_FIRST
        self.calendar = calendar or _NO_HOLIDAYS
        self.place = self.end = 0

    def business_day(self, day: date, count: int) -> date:
        """Return the ``count``-th business day after a day."""
        return self.calendar.business_day_after(day, count)

    def elapsed(self, start: datetime, delta: timedelta) -> datetime:
        """Return the wall time when so much time has passed, across clock changes where the zone is known."""
        if self.zone is None:
            return start + delta
        later = start.replace(tzinfo=self.zone).astimezone(UTC) + delta
        return later.astimezone(self.zone).replace(tzinfo=None)

    def offset(self, wall: datetime) -> timedelta | None:
        """Return our zone's offset at one of our wall times; None where our zone is unknown."""
        return None if self.zone is None else wall.replace(tzinfo=self.zone).utcoffset()

    def from_zone(self, wall: datetime, offset: timedelta) -> datetime:
        """Return our wall time of a wall time written with an offset; unchanged where our zone is unknown."""
        if self.zone is None:
            return wall
        return (wall - offset).replace(tzinfo=UTC).astimezone(self.zone).replace(tzinfo=None)
