"""The date of a named holiday in a year: fixed days, counted weekdays, Easter, Hebrew and lunar feasts."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from .context import Context
from .feasts import easter, from_hebrew, from_table, orthodox_easter
from .holiday_names import RULES
from .values import DAY, MINUTE, Span, midnight

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIXED = re.compile(r"(\d+)-(\d+)")
_COUNTED = re.compile(r"(-?\d)([a-z]{3})(\d+)([+-]\d+)?")
_WORKDAY = re.compile(r"workday(\d+)-(\d+)")
_BESIDE = re.compile(r"([a-z]{3})([<>])(\d+)-(\d+)")
_MOVABLE = re.compile(r"(easter|orthodox)([+-]\d+)")
_HEBREW = re.compile(r"hebrew(\d+)-(\d+)")
_TABLE = re.compile(r"@([a-z-]+?)([+-]\d+)?")


@lru_cache(maxsize=4096)
def in_year(name: str, year: int, country: str) -> tuple[Span, ...]:
    """Return the holiday's days in a year; nothing where none is known or it doesn't fall in that year."""
    by_country = RULES.get(name)
    if by_country is None:
        return ()
    return by_rule(by_country.get(country) or by_country.get("") or next(iter(by_country.values())), year)


def by_rule(rule: str, year: int) -> tuple[Span, ...]:
    """Return the days in a year of a rule as `holiday_names` writes them."""
    rule, _, length = rule.partition("*")
    if rule.startswith("@earth-hour"):
        return (_earth_hour(year),)
    spans = []
    for day in _days(rule, year):
        count = _ramadan_length(day) if length == "ramadan" else int(length or 1)
        start = midnight(day)
        spans.append(Span(start, start + timedelta(days=count), DAY))
    return tuple(spans)


def _days(rule: str, year: int) -> list[date]:
    if match := _FIXED.fullmatch(rule):
        return _existing(year, int(match[1]), int(match[2]))
    if match := _WORKDAY.fullmatch(rule):
        return [_workday(date(year, int(match[1]), int(match[2])))]
    if match := _COUNTED.fullmatch(rule):
        return [_counted(year, int(match[3]), int(match[1]), _WEEKDAYS.index(match[2])) + _shift(match[4])]
    if match := _BESIDE.fullmatch(rule):
        return [_beside(date(year, int(match[3]), int(match[4])), _WEEKDAYS.index(match[1]), match[2])]
    if match := _MOVABLE.fullmatch(rule):
        base = easter(year) if match[1] == "easter" else orthodox_easter(year)
        return [base + _shift(match[2])]
    if match := _HEBREW.fullmatch(rule):
        return from_hebrew(year, int(match[1]), int(match[2]))
    if match := _TABLE.fullmatch(rule):
        return [day + _shift(match[2]) for day in _tabled(match[1], year)]
    message = f"no such holiday rule: {rule}"
    raise LookupError(message)


def _shift(days: str | None) -> timedelta:
    return timedelta(days=int(days or 0))


def _existing(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:  # 29 February
        return []


def _counted(year: int, month: int, number: int, weekday: int) -> date:
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (number + 1))


def _beside(day: date, weekday: int, side: str) -> date:
    if side == "<":
        return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _tabled(name: str, year: int) -> list[date]:
    if name == "parsi":
        # The Shahenshahi year has 365 days: its first day moves back one in each leap year.
        return [date(2018, 8, 17) + timedelta(days=365 * (year - 2018))]
    if name == "rabindra":
        return [date(year, 5, 9)]
    if name == "jumuat":
        return [day - timedelta(days=(day.weekday() - 4 - 1) % 7 + 1) for day in from_table("eid-al-fitr", year)]
    return from_table(name, year)


def _workday(day: date) -> date:
    """Return the weekday nearest before a day at the weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _ramadan_length(first: date) -> int:
    after = [day for year in (first.year, first.year + 1) for day in from_table("eid-al-fitr", year) if day > first]
    return (after[0] - first).days if after else 30


def _earth_hour(year: int) -> Span:
    """Return 20:30 to 21:30 of the last Saturday of March; a week before where that is Holy Saturday."""
    day = _counted(year, 3, -1, 5)
    if easter(year) == day + timedelta(days=1):
        day -= timedelta(days=7)
    start = datetime(day.year, day.month, day.day, 20, 30)  # noqa: DTZ001 - wall time
    return Span(start, start + timedelta(hours=1), MINUTE)


def nearest(name: str, context: Context, relative: int = 0, number: int = 1) -> Span | None:
    """Return the holiday that is on or comes next; the one before where ``relative`` is negative."""
    year = context.at.year
    today = midnight(context.today)
    found = [span for y in range(year - number - 1, year + number + 2) for span in in_year(name, y, context.country)]
    found.sort(key=lambda span: (span.start, span.end))
    if relative < 0:
        past = [span for span in found if span.end is not None and span.end <= today]
        return past[-1] if past else None
    after = [span for span in found if span.end is not None and span.end > today]
    return after[0] if after else None
