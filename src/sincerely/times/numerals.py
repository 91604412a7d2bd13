"""Figures: what a number, or numbers joined by signs, can mean where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .chart import Reading
from .context import Context
from .lexicon import MONTH_WORDS
from .tokens import Island
from .values import HOUR, MINUTE, MONTH, NOON, SECOND, Day, Tod, days_in, midnight, unit

_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
# Figures with a slash that are sayings, not dates.
_DENOMINATORS = frozenset({16, 20, 24, 25})
# Denominators that people give scores and shares in.
_SHARES = frozenset({"2", "3", "4", "5", "6", "8", "10"})
_BEHIND_DATES = frozenset({"at", "@", "or", "and", "from", "first", "last", "early", "late", "-", "–", ",", ":", "("})
_SAYINGS = frozenset({(24, 7), (50, 50)})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_BEFORE_YEAR = frozenset({",", "-", "–", "/", "'", "."})
_PHONE_SIGNS = frozenset("-.–")


def full_year(number: int, digits: int, context: Context | None = None) -> int | None:
    """Return the year that two or four figures mean: at most twenty years ahead, else of the last century."""
    if digits == 4:
        return number if _FIRST_YEAR <= number <= _LAST_YEAR else None
    if digits != 2 or context is None:
        return None
    century = context.at.year // 100 * 100
    year = century + number
    return year if year <= context.at.year + 20 else year - 100


def clock(hour: int, minute: int | None = None, second: int | None = None, half: str = "") -> Tod | None:
    """Return a clock time.

    Args:
        hour: 0 to 24.
        minute: 0 to 59; None where only the hour was said.
        second: likewise.
        half: "a" before noon, "p" after noon, "" where it was not said.
    """
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and (minute or second)):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    start = hour * 3600 + (minute or 0) * 60 + (second or 0)
    grain, length = (HOUR, 3600) if minute is None else (MINUTE, 60) if second is None else (SECOND, 1)
    return Tod(start, start + length, grain, open12=not half and 1 <= hour <= 12)


def with_half(tod: Tod, half: str) -> Tod | None:
    """Return a clock time with "am" or "pm" added; "1515 pm" stays as it is."""
    hours, rest = divmod(tod.start, 3600)
    if hours > 12:
        return None if half == "a" and hours > 12 else tod
    if not tod.open12 and tod.stop - tod.start > (3600 if tod.grain == HOUR else 60):
        return None  # a range that has its halves: of "11:00 AM - 12:00 PM" the second belongs to noon
    start = hours % 12 * 3600 + rest + (NOON if half == "p" else 0)
    return Tod(start, start + tod.stop - tod.start, tod.grain, zone=tod.zone)


def calendar_day(first: int, second: int, year: int | None, *, day_first: bool) -> Day | None:
    """Return the date of two figures in the country's order, or in the other where only that makes a date."""
    day, month = (first, second) if day_first else (second, first)
    if not _exists(day, month, year):
        day, month = month, day
        if not _exists(day, month, year):
            return None
        return Day(year, month, day)
    return Day(year, month, day, swapped=day != month and _exists(month, day, year))


def _exists(day: int, month: int, year: int | None) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in(year or 2000, month)


def readings(island: Island, place: int, context: Context) -> list[Reading]:
    """Return what the number at a place can begin or be."""
    words = island.words
    size = len(words)
    number = words[place]
    if len(number) > 4 or _is_inside(island, place) or _is_phone(island, place):
        return []
    if _joins(island, place + 1, ",") and len(words[place + 2]) == 3 and len(number) <= 3:
        return [Reading("N", place + 3, int(number + words[place + 2]))]  # 1,200
    found = list(_ordinal(island, place))
    if found:
        return found
    sign = words[place + 1] if place + 1 < size and island.glued(place + 1) else ""
    joined = sign and place + 2 < size and words[place + 2][0].isdecimal() and island.glued(place + 2)
    if sign == "h":
        found.extend(_hour_sign(island, place, joined=bool(joined)))
    elif joined and sign in {":", ".", "/", "-", "–"}:
        found.extend(_JOINED[sign](island, place, context))
        if sign in ":.":
            return found
    found.extend(_single(number, place + 1, words[place - 1] if place else "", context))
    if len(number) == 2 and island.glued(place) and island.glued(place - 1) and words[place - 1] in MONTH_WORDS:
        found.append(Reading("YR", place + 1, full_year(int(number), 2, context)))  # "20SEP17"
    return found


def _is_inside(island: Island, place: int) -> bool:
    """Whether the number continues one that began before: the 30 of 3:30."""
    if place < 2 or not (island.glued(place) and island.glued(place - 1)):
        return False
    before = island.words[place - 2]
    return before[0].isdecimal() and (
        island.words[place - 1] == ":"
        or (island.words[place - 1] == "," and len(island.words[place]) == 3)
        or (island.words[place - 1] == "." and len(before) < 4 and not _is_clock_behind(island, place))
    )


def _is_clock_behind(island: Island, place: int) -> bool:
    """Whether the last of three numbers with stops is no year but a time: "08.12.1707"."""
    word = island.words[place]
    return len(word) == 4 and place > 3 and island.words[place - 3] == "." and full_year(int(word), 4) is None


def _is_phone(island: Island, place: int) -> bool:
    """Whether a number is one of three or more groups, some of three figures, joined by dashes or dots."""
    words = island.words
    first = place
    while first >= 2 and _joins(island, first - 1, words[first - 1]) and words[first - 1] in _PHONE_SIGNS:
        if not words[first - 2][0].isdecimal():
            break
        first -= 2
    groups = [words[first]]
    after = first + 1
    while after + 1 < len(words) and words[after] in _PHONE_SIGNS and _joins(island, after, words[after]):
        groups.append(words[after + 1])
        after += 2
    if len(groups) == 2 and words[first + 1] == "-" and [len(group) for group in groups] == [3, 4]:
        # "555-0111"; but "915-1030" are hours.
        return groups[1][0] == "0" or any(int(group) % 5 for group in groups)
    return len(groups) > 2 and any(len(group) == 3 or len(group) > 4 for group in groups)


def _ordinal(island: Island, place: int) -> Iterator[Reading]:
    words = island.words
    if place + 1 == len(words) or words[place + 1] not in _ORDINAL_ENDS:
        return
    if island.glued(place + 1) or words[place + 1] == "th":
        value = int(words[place])
        if value:
            yield Reading("ORD", place + 2, value)
            if value <= 31:
                yield Reading("NTH", place + 2, value)


def _hour_sign(island: Island, place: int, *, joined: bool) -> Iterator[Reading]:
    hour = int(island.words[place])
    if joined and len(island.words[place + 2]) == 2:
        tod = clock(hour, int(island.words[place + 2]))
        if tod:
            tod.open12 = False
            yield Reading("TOD", place + 3, tod)
    elif (tod := clock(hour)) is not None:
        tod.open12 = False
        yield Reading("TOD", place + 2, tod, -1, latent=True)


def _single(number: str, end: int, before: str, context: Context) -> Iterator[Reading]:
    value, digits = int(number), len(number)
    yield Reading("N", end, value)
    if digits <= 2:
        if 1 <= value <= 31:
            yield Reading("DOM", end, value)
        if value <= 24 and (hour := clock(value)) is not None:
            if digits == 2 and value < 10:
                hour.open12 = False
            yield Reading("HR", end, hour)
        if digits == 2:
            # Years of two figures and spaced minutes stand behind something that asks for them.
            if before in _BEFORE_YEAR or before in MONTH_WORDS:
                yield Reading("YY", end, full_year(value, 2, context))
            if value < 60 and before and before[0].isdecimal():
                yield Reading("MM", end, value)
        return
    if digits == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        yield Reading("YR", end, value)
    tod = clock(value // 100, value % 100)
    if tod is not None:
        tod.open12 = tod.open12 and digits == 3
        yield Reading("HM" if digits == 4 else "HMM", end, tod)


def _colons(island: Island, place: int, _context: Context) -> Iterator[Reading]:
    words = island.words
    if len(words[place + 2]) != 2 or len(words[place]) > 2:
        return
    hour, minute = int(words[place]), int(words[place + 2])
    end, second = place + 3, None
    if _joins(island, end, ":") and len(words[end + 1]) == 2:
        second, end = int(words[end + 1]), end + 2
        if _joins(island, end, "."):
            end += 2  # fractions of a second
    tod = clock(hour, minute, second)
    if tod is not None:
        if len(words[place]) == 2 and hour < 10:
            tod.open12 = False
        yield Reading("TOD", end, tod)


def _joins(island: Island, place: int, sign: str) -> bool:
    """Whether a sign and a number follow at once."""
    return (
        place + 1 < len(island.words)
        and island.words[place] == sign
        and island.glued(place)
        and island.glued(place + 1)
        and island.words[place + 1][0].isdecimal()
    )


def _three(island: Island, place: int, sign: str, context: Context, *, day_first: bool) -> Iterator[Reading]:
    """Read year-month-day or the two other orders with a two- or four-figure year behind."""
    words = island.words
    first, second, third = words[place], words[place + 2], words[place + 4]
    if len(first) == 4:
        year = full_year(int(first), 4, context)
        day = year and calendar_day(int(second), int(third), year, day_first=False)
        if day:
            yield Reading("DATE", place + 5, Day(day.year, day.month, day.day))
        return
    year = full_year(int(third), len(third), context)
    if year is None or len(first) > 2 or len(second) > 2:
        return
    day = calendar_day(int(first), int(second), year, day_first=day_first)
    if day:
        # "2.4.18" is a version where people write the month first.
        version = sign == "." and len(first) == 1 and len(third) == 2
        weak = version and not context.day_first
        yield Reading("WEAK" if weak else "DATE", place + 5, day, latent=version)


def _slashes(island: Island, place: int, context: Context) -> Iterator[Reading]:
    words = island.words
    first, second = words[place], words[place + 2]
    if _joins(island, place + 3, "/"):
        yield from _three(island, place, "/", context, day_first=context.day_first)
        return
    yield from _month_and_year(first, second, place + 3)
    if len(first) > 2 or len(second) > 2:
        return
    if (int(first), int(second)) in _SAYINGS:
        return
    day = calendar_day(int(first), int(second), None, day_first=context.day_first)
    if day:
        sure = _is_surely_date(first, second) or _opens_text(island, place, second)
        yield Reading("DATE", place + 3, day, latent=not sure)
    if second != "0":
        yield Reading("FRAC", place + 3, int(first) / max(int(second), 1))


def _is_surely_date(first: str, second: str) -> bool:
    """Whether "3/13" can be nothing else: neither a fraction nor the third of some."""
    if first[0] == "0" or (second[0] == "0" and len(second) == 2):
        return True
    small, large = sorted((int(first), int(second)))
    return small <= 12 < large and int(second) not in _DENOMINATORS


def _opens_text(island: Island, place: int, second: str) -> bool:
    """Whether "11/12" opens a text and goes on as a date does: "11/12 or 12/12", "11/12 at the latest"."""
    after = island.words[place + 3 : place + 4]
    return island.begins[place] == 0 and second not in _SHARES and bool(after) and after[0] in _BEHIND_DATES


def _month_and_year(first: str, second: str, end: int) -> Iterator[Reading]:
    month, year = (second, first) if len(first) == 4 else (first, second)
    if len(year) == 4 and len(month) <= 2 and 1 <= int(month) <= 12 and _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        yield Reading("SPAN", end, unit(midnight(date(int(year), int(month), 1)), MONTH))


_MONTHS = 12


def _dots(island: Island, place: int, context: Context) -> Iterator[Reading]:
    words = island.words
    size = len(words)
    first, second = words[place], words[place + 2]
    if _joins(island, place + 3, ".") and not _is_clock_behind(island, place + 4):
        yield from _three(island, place, ".", context, day_first=_dots_day_first(island, place, context))
        return
    if len(first) > 2 or len(second) > 2:
        return
    ended = place + 3 < size and words[place + 3] == "." and island.glued(place + 3)
    # Where the day is put first "9.30" is no day of September.
    may_be_day = int(second) <= _MONTHS or not context.day_first
    day = calendar_day(int(first), int(second), None, day_first=context.day_first or ended) if may_be_day else None
    if day:
        if context.day_first:
            yield Reading("DATE", place + 3, day, -1, latent=True)
        if ended:
            yield Reading("DATE", place + 4, day, latent=True)
    tod = clock(int(first), int(second)) if len(second) == 2 else None
    if tod:
        tod.open12 = tod.open12 and len(first) == 1
        yield Reading("DOTTED", place + 3, tod)
    yield Reading("DEC", place + 3, float(f"{first}.{second}"))


def _dots_day_first(island: Island, place: int, context: Context) -> bool:
    return context.day_first or int(island.words[place]) > 12


def _dashes(island: Island, place: int, context: Context) -> Iterator[Reading]:
    words = island.words
    first, second = words[place], words[place + 2]
    if _joins(island, place + 3, words[place + 1]):
        yield from _three(island, place, "-", context, day_first=context.day_first)
    if len(first) == 4 and len(second) == 2:
        for reading in _month_and_year(first, second, place + 3):
            reading.latent = True
            yield reading
    elif len(first) <= 2 and len(second) <= 2:
        day = calendar_day(int(first), int(second), None, day_first=context.day_first)
        if day:
            yield Reading("DASHED", place + 3, day, -3)


_JOINED = {":": _colons, "/": _slashes, ".": _dots, "-": _dashes, "–": _dashes}
