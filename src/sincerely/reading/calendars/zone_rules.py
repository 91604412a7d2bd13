"""A time zone that a calendar describes itself: a VTIMEZONE block."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple, Self

from .lines import Component

_OFFSET = re.compile(r"\s*([+-])([0-9]{2}):?([0-9]{2}):?([0-9]{2})?\s*$")
_WALL = re.compile(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?)?")
_NTH = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ZERO = timedelta(0)
_MOST = 64


class Onset(NamedTuple):
    """When clocks change, and to what.

    Attributes:
        first: the wall time, on the clock before, of the first change.
        month: month of the yearly change; 0 when it happened once.
        nth, weekday: which weekday of that month (-1 is the last); nth 0 means ``day``.
        day: day of that month.
        last: last year of the rule.
        before, after: offset of the clock before and after.
    """

    first: datetime
    month: int
    nth: int
    weekday: int
    day: int
    last: int
    before: timedelta
    after: timedelta

    def wall(self, year: int) -> datetime | None:
        """Return the wall time of the change in a year, on the clock before."""
        if not self.month:
            return self.first if year == self.first.year else None
        if not self.first.year <= year <= self.last:
            return None
        day = date(year, self.month, self.day) if not self.nth else _nth(year, self.month, self.nth, self.weekday)
        return datetime.combine(day, self.first.time())


class RuleZone(tzinfo):
    """A zone made of onsets. Only what calendars write: yearly rules by month and weekday, and single changes."""

    def __init__(self, name: str, onsets: tuple[Onset, ...]) -> None:
        self.name = name
        self.onsets = onsets
        self._years: dict[int, tuple[tuple[datetime, Onset], ...]] = {}

    def __reduce__(self) -> tuple[type[RuleZone], tuple[str, tuple[Onset, ...]]]:
        return RuleZone, (self.name, self.onsets)  # how it is pickled

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RuleZone) and self.onsets == other.onsets

    def __hash__(self) -> int:
        return hash(self.onsets)

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        if when is None:
            return None
        wall = when.replace(tzinfo=None)
        offset = self.onsets[0].before
        for start, onset in self._changes(wall.year):
            # An hour that comes twice: the second time is after the change.
            shift = onset.after - onset.before if when.fold and onset.after < onset.before else _ZERO
            if start + shift <= wall:
                offset = onset.after
        return offset

    def dst(self, when: datetime | None) -> timedelta | None:
        del when
        return _ZERO

    def tzname(self, when: datetime | None) -> str:
        del when
        return self.name

    def fromutc(self, when: datetime) -> datetime:
        clock = when.replace(tzinfo=None)
        offset, folded = self.onsets[0].before, False
        for start, onset in self._changes(clock.year):
            since = clock - (start - onset.before)
            if since >= _ZERO:
                offset = onset.after
                folded = _ZERO <= since < onset.before - onset.after
        return (clock + offset).replace(tzinfo=self, fold=int(folded))

    def _changes(self, year: int) -> tuple[tuple[datetime, Onset], ...]:
        """Return the changes that matter in a year, in order: those near it, and the last before it."""
        if year not in self._years:
            years = [y for y in (year - 1, year, year + 1) if 0 < y < 10000]
            near = [(wall, o) for o in self.onsets for y in years if (wall := o.wall(y))]
            earlier = [(o.wall(min(o.last, year - 2)) or o.first, o) for o in self.onsets if o.first.year < year - 1]
            self._years[year] = tuple(sorted(earlier + near))
        return self._years[year]


def zone_of(block: Component) -> RuleZone:
    """Read a VTIMEZONE block.

    Raises:
        ValueError: it says nothing that can be used.
    """
    onsets = [
        onset for part in block.inside[:_MOST] if part.name in {"STANDARD", "DAYLIGHT"} for onset in _onsets(part)
    ]
    if not onsets:
        raise ValueError("describes no clock")
    return RuleZone(block.text("TZID"), tuple(sorted(onsets)))


def _onsets(part: Component) -> list[Onset]:
    before, after = (_offset(part.text(name)) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    first = _wall(part.text("DTSTART"))
    rule = part.text("RRULE").upper()
    if not rule:
        more = [_wall(v) for p in part.all("RDATE")[:_MOST] for v in p.value.split(",")[:_MOST]]
        return [Onset(start, 0, 0, 0, 1, start.year, before, after) for start in (first, *more)]
    items = dict(item.partition("=")[::2] for item in rule.split(";"))
    if items.get("FREQ") != "YEARLY":
        raise ValueError("changes its clock other than yearly")
    month = int(items.get("BYMONTH") or first.month)
    if not 1 <= month <= 12:
        raise ValueError(f"names the month {month}")
    last = _wall(items["UNTIL"]).year if items.get("UNTIL") else 9999
    nth, weekday, day = 0, 0, min(first.day, 28)
    if found := _NTH.match(items.get("BYDAY", "")):
        nth, weekday = int(found[1] or 1), _DAYS.index(found[2])
        days = re.findall(r"[0-9]+", items.get("BYMONTHDAY", ""))
        if days and not found[1]:  # "the Sunday among the days 8 to 14"
            nth = min(5, (int(days[0]) + 6) // 7)
    elif found := re.match(r"[0-9]{1,2}", items.get("BYMONTHDAY", "")):
        day = min(max(int(found[0]), 1), 28)
    return [Onset(first, month, nth, weekday, day, last, before, after)]


def _offset(text: str) -> timedelta:
    found = _OFFSET.match(text)
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        raise ValueError(f"has the offset {text[:20]!r}")
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -offset if found[1] == "-" else offset


def _wall(text: str) -> datetime:
    found = _WALL.match(text)
    if not found:
        raise ValueError(f"has the date {text[:20]!r}")
    return datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001 - six numbers, a wall time


def _nth(year: int, month: int, nth: int, weekday: int) -> date:
    """Return the nth weekday of a month; the last for a negative nth, and for a fifth that there is not."""
    if nth > 0:
        first = date(year, month, 1)
        day = 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1)
        return date(year, month, day) if day <= _length(year, month) else date(year, month, day - 7)
    last = _length(year, month)
    back = (date(year, month, last).weekday() - weekday) % 7 + 7 * (-nth - 1)
    return date(year, month, max(1, last - back))


def _length(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day
