"""Easter, the Hebrew calendar by arithmetic, and lunar feasts by table."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

# Day number of 1 Tishri of the year 1, counted as date.toordinal() counts.
_HEBREW_EPOCH = -1373427


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches (Gauss's rule as given by Butcher, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Eastern churches (Meeus, Julian), in our calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _hebrew_new_year(year: int) -> int:
    """Return the day number of 1 Tishri."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    if (3 * (day + 1)) % 7 < 3:
        day += 1
    return day


def _first_of_year(year: int) -> int:
    this, before, after = _hebrew_new_year(year), _hebrew_new_year(year - 1), _hebrew_new_year(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def _month_length(year: int, month: int) -> int:
    length = _first_of_year(year + 1) - _first_of_year(year)
    if month in {2, 4, 6, 10, 13} or (month == 12 and not _is_leap(year)):
        return 29
    if month == 8:
        return 30 if length % 10 == 5 else 29
    if month == 9:
        return 29 if length % 10 == 3 else 30
    return 30


def from_hebrew(year: int, month: int, day: int) -> list[date]:
    """Return a Hebrew feast's day in one of our years; the month counts from Nisan, 12 is the last Adar.

    Hebrew days begin at sunset: a feast begins on the evening before, and that evening's date is returned.
    """
    found = []
    for hebrew in (year + 3760, year + 3761):
        last = 13 if _is_leap(hebrew) else 12
        wanted = 13 if month == 12 and last == 13 else month
        order = [*range(7, last + 1), *range(1, 7)]
        number = _first_of_year(hebrew) + day - 1
        for passed in order[: order.index(wanted)]:
            number += _month_length(hebrew, passed)
        when = date.fromordinal(number - 1) + _observed(month, day, number)
        if when.year == year:
            found.append(when)
    return found


def _observed(month: int, day: int, number: int) -> timedelta:
    """Return by how much Israel moves its days of remembrance and independence off the Sabbath."""
    weekday = date.fromordinal(number).weekday()
    if (month, day) in {(2, 5), (2, 4)}:
        fifth = (weekday + 5 - day) % 7
        return timedelta(days={4: -1, 5: -2, 0: 1}.get(fifth, 0))
    if (month, day) == (1, 27):
        return timedelta(days={4: -1, 6: 1}.get(weekday, 0))
    return timedelta()


@cache
def _tables() -> dict[str, dict[int, tuple[date, ...]]]:
    from .feast_tables import TABLES

    found: dict[str, dict[int, tuple[date, ...]]] = {}
    name, year = "", 0
    for line in TABLES.strip().splitlines():
        if not line.startswith(" "):
            name, first = line.split()
            year = int(first)
            found[name] = {}
            continue
        for cell in line.split():
            days = tuple(date(year, int(d[:2]), int(d[2:])) for d in cell.split("+") if d != "-")
            found[name][year] = days
            year += 1
    return found


def from_table(name: str, year: int) -> list[date]:
    """Return the days of a lunar feast in a year; none outside its table."""
    return list(_tables()[name].get(year, ()))
