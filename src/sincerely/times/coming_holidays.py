"""Holidays that a text names by no name: "after the holiday" in late November means Thanksgiving, in the United States.

Whoever writes so means the next one, and both know which; so it must be near, and no day on which only some have leave
may come first: then nobody outside can tell.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from .context import Context
from .holidays_by_name import by_rule, nearest
from .values import DAY, Span

THE_DAY = "the coming holiday"
"""Stands for the public holiday ahead, where a name of a holiday could stand."""
THE_BREAK = "the coming break"
"""Stands for the days between Christmas and New Year on which a house is closed."""
THE_DAYS = "the coming holidays"
"""Stands for the feast of more than one day that lies ahead: Christmas with New Year, Easter, Whitsun."""
_KINDS = frozenset({THE_DAY, THE_BREAK, THE_DAYS})
LEADS = frozenset({"before", "after", "until", "till", "by", "to", "following"})
"""Words before it; without one "enjoy the holiday" tells no time, and "over the holiday" mostly one that is past."""
# What of "the holiday party" and "the holiday schedule" the word only tells the kind.
_OF_A_KIND = re.compile(
    r"[ -](?:party|parties|lunch|dinner|event|gathering|celebrations?|schedules?|calendar|hours|rush|card|gift|bonus"
    r"|pay|allowance|entitlement|request|policy|cover|sales?|orders?|work|staff|campaign|peak|job|home|let|inn|club"
    r"|parks?|resort|village|package|makers?|form)\b"
)
# Some days more than a holiday: from before Christmas into the new year, where no other holiday comes first.
_OFF = re.compile(r"[ -](?:break|period|shut-?down|closure|closing|recess)\b")
# Nobody speaks of a holiday that is further ahead as of the one; of Christmas, one does.
_NEAR = 21
_CHRISTMAS_NEAR = 45
# Good Friday and Easter Monday are one holiday to whoever waits for an answer.
_ONE_FEAST = timedelta(days=3)

# Days by country, as `holiday_names` writes them; behind the bar those that not everybody has.
_UNITED_STATES = "1-1 3mon1 -1mon5 7-4 1mon9 4thu11 12-25 | 3mon2 6-19 2mon10 11-11"
_GERMANY = "1-1 easter-2 easter+1 5-1 easter+39 easter+50 10-3 12-25 12-26 | 1-6 easter+60 8-15 10-31 11-1"
_BRITAIN = "1-1 easter-2 easter+1 1mon5 -1mon5 -1mon8 12-25 12-26 | 7-12 3-17 11-30"
_DAYS = {
    "US": _UNITED_STATES,
    "CA": "1-1 easter-2 mon<5-25 7-1 1mon9 2mon10 12-25 | 3mon2 6-24 1mon8 9-30 11-11",
    "GB": _BRITAIN,
    "IE": "1-1 3-17 easter+1 1mon5 1mon6 1mon8 -1mon10 12-25 12-26 | 1mon2 easter-2",
    "DE": _GERMANY,
    "AT": "1-1 1-6 easter+1 5-1 easter+39 easter+50 easter+60 8-15 10-26 11-1 12-8 12-25 12-26 |",
    "CH": "1-1 easter-2 easter+1 easter+39 easter+50 8-1 12-25 | 1-2 5-1 easter+60 8-15 11-1 12-8 12-26",
    "FR": "1-1 easter+1 5-1 5-8 easter+39 7-14 8-15 11-1 11-11 12-25 | easter+50",
}
_FEASTS = ("12-24*9", "easter-2*4", "easter+49*2")
# There "the holiday" is somebody's own leave; a day off for all is a bank or public one.
_OWN_LEAVE = frozenset({"GB", "IE", "AU", "NZ"})


def name_of(words: str, text: str, place: int, country: str) -> str:
    """Return what "the holiday", "the bank holiday" or "the public holidays" stands for; "" where it is no day.

    Args:
        words: these.
        text: in which they stand.
        place: where they end in it.
        country: two letters.
    """
    if _OF_A_KIND.match(text, place):
        return ""
    if words.endswith("holidays"):
        return THE_DAYS if words == "the public holidays" else ""
    if _OFF.match(text, place):
        return THE_BREAK
    return "" if words == "the holiday" and country in _OWN_LEAVE else THE_DAY


def next_one(name: str, context: Context) -> Span | None:
    """Return the holiday that is on or comes next, by its name or by none."""
    if name in _KINDS:
        return _coming(name, context.today, context.country)
    return nearest(name, context)


@lru_cache(maxsize=512)
def _coming(name: str, today: date, country: str) -> Span | None:
    """Return the holiday, or the feast, that is near; None where none is, or where one comes first that few have."""
    if name == THE_DAYS:
        return _feast(today)
    day = _holiday(today, _DAYS.get(country, "12-25 |"))
    if name == THE_DAY or day is None:
        return day
    feast = _feast(today)
    return feast if feast and feast.start and day.start and feast.start <= day.start else None


def _feast(today: date) -> Span | None:
    for rule in _FEASTS:
        near = _CHRISTMAS_NEAR if rule == _FEASTS[0] else _NEAR
        for year in (today.year - 1, today.year):
            for span in by_rule(rule, year):
                if _is_ahead(span, today, near):
                    return span
    return None


def _holiday(today: date, rules: str) -> Span | None:
    sure, _, few = rules.partition("|")
    ahead = sorted(
        (span.start, span.end, rule in sure.split())
        for rule in (*sure.split(), *few.split())
        for year in (today.year, today.year + 1)
        for span in by_rule(rule, year)
        if span.start is not None and span.end is not None and _is_ahead(span, today, _NEAR)
    )
    if not ahead or not ahead[0][2]:
        return None
    start, end = ahead[0][:2]
    for further, over, known in ahead[1:]:
        if known and further - end < _ONE_FEAST:
            end = over
    return Span(start, end, DAY)


def _is_ahead(span: Span, today: date, near: int) -> bool:
    if span.start is None or span.end is None:
        return False
    return span.end.date() > today and (span.start.date() - today).days <= near
