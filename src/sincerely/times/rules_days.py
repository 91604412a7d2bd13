"""Days: weekdays, days of the month, dates in words and figures, and what they say together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .context import Context
from .grammar import rule, same
from .numerals import full_year
from .values import DAY, MONTH, QUARTER, WEEK, YEAR, Day, Span, floor, midnight, shift, unit


rule("DATE", "OFF")(lambda c, offset: Day.of(c.today + timedelta(days=offset)))
rule("DATE", "the day after tomorrow", "day after tomorrow")(lambda c: Day.of(c.today + timedelta(days=2)))
rule("DATE", "the day before yesterday", "day before yesterday")(lambda c: Day.of(c.today - timedelta(days=2)))
rule("DATE", "DOW")(lambda _c, weekday: Day(weekday=weekday))
rule("DOW", "DOW dot")(same)
rule("MON", "MON dot")(same)
rule("DATE", "the NTH", "NTH dot")(lambda _c, day: Day(day=day))
rule("DATE", "the NTH day", "the DOM of")(lambda _c, _d: None)
# "3-12" is a date behind a preposition or beside the right weekday.
rule("WEAK", "DASHED")(lambda _c, day: day)
rule("DATE", "on DASHED")(lambda _c, day: day)
rule("DATE", "DOW DASHED", "DOW comma DASHED")(
    lambda c, weekday, day: day if day.resolve(c).weekday() == weekday else None
)
rule("WEAK", "DOM dot")(lambda _c, day: Day(day=day))
rule("DATE", "NTH", latent=True, score=-2)(lambda _c, day: Day(day=day))
rule("DATE", "on DATE", "on the DATE", "on this DATE")(lambda _c, day: day)
rule("DATE", "for DATE", "about DATE", "only DATE")(same)
rule("DATE", "DATE lp DATE rp")(lambda c, a, b: merge(c, a, b))

# Month and day, in either order, with or without a year.
_MD = ("MON DOM", "MON ORD", "MON the ORD", "MON comma DOM", "MON dash DOM", "MON slash DOM")
_DM = (
    "DOM MON", "ORD MON", "ORD of MON", "DOM of MON", "the ORD MON", "the ORD of MON", "the DOM of MON", "the DOM MON",
    "DOM dot MON", "DOM dash MON", "DOM slash MON", "ORD day of MON", "the ORD day of MON",
)  # fmt: skip


def _month_day(_context: Context, month: int, day: int) -> Day | None:
    return Day(month=month, day=day) if 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31) else None


rule("DATE", *_MD)(_month_day)
rule("DATE", *_DM)(lambda c, day, month: _month_day(c, month, day))


def _with_year(day: Day | None, year: int | None) -> Day | None:
    if day is None or year is None:
        return None
    date(year, day.month or 1, day.day or 1)
    return replace(day, year=year)


_YEAR_BEHIND = ("YR", "comma YR", "of YR", "dash YR", "slash YR", "dot YR", "lp YR rp")
rule("DATE", *(f"{row} {y}" for row in _MD for y in _YEAR_BEHIND))(
    lambda c, month, day, year: _with_year(_month_day(c, month, day), year)
)
rule("DATE", *(f"{row} {y}" for row in _DM for y in _YEAR_BEHIND))(
    lambda c, day, month, year: _with_year(_month_day(c, month, day), year)
)
rule("DATE", "DOM MON YY", "DOM dash MON dash YY", "DOM slash MON slash YY", "DOM MON tick YY", "ORD MON tick YY", score=-2)(
    lambda c, day, month, year: _with_year(_month_day(c, month, day), year)
)
rule("DATE", "MON DOM tick YY", "MON DOM comma tick YY", "MON dash DOM dash YY", "MON slash DOM slash YY", "MON DOM comma YY", score=-2)(
    lambda c, month, day, year: _with_year(_month_day(c, month, day), year)
)
rule("DATE", "YR MON DOM", "YR slash MON slash DOM", "YR dash MON dash DOM", "YR comma MON DOM")(
    lambda c, year, month, day: _with_year(_month_day(c, month, day), year)
)


rule("DATE", "DOM MON N ERA")(lambda c, day, month, year, era: _with_year(_month_day(c, month, day), year - era))
rule("DATE", "MON DOM N ERA", "MON DOM comma N ERA")(
    lambda c, month, day, year, era: _with_year(_month_day(c, month, day), year - era)
)


def merge(context: Context, one: Day, other: Day) -> Day | None:
    """Return the day that two descriptions mean together: "Thursday" and "the 12th"."""
    if one.agrees(other):
        merged = Day(
            one.year or other.year,
            one.month or other.month,
            one.day or other.day,
            one.weekday if one.weekday is not None else other.weekday,
            one.swapped and other.swapped,
            one.relative or other.relative,
        )
        swapped = one.swapped or other.swapped
        return _settle(replace(merged, swapped=swapped))
    if one.relative != other.relative and None not in (other.day, one.day):
        # "tomorrow, March 5" though tomorrow is the 4th: the date is what was meant.
        return other if one.relative else one
    if one.swapped or other.swapped:
        return merge(context, _swap(one), _swap(other))
    return None


def _swap(day: Day) -> Day:
    return replace(day, month=day.day, day=day.month, swapped=False) if day.swapped else day


def _settle(day: Day) -> Day:
    """Where the weekday tells which figure is the month, follow it."""
    if not day.swapped or day.weekday is None or day.year is None or day.month is None or day.day is None:
        return day
    turned = date(day.year, day.day, day.month)
    if date(day.year, day.month, day.day).weekday() != day.weekday == turned.weekday():
        return _swap(day)
    return day


def _weekday_and_date(context: Context, weekday: int, day: Day) -> Day | None:
    if day.weekday is not None:
        return day if day.weekday == weekday else None
    if day.relative:
        assert day.year and day.month and day.day
        return day if date(day.year, day.month, day.day).weekday() == weekday else None
    named = replace(day, weekday=weekday)
    turned = replace(_swap(day), weekday=weekday) if day.swapped else None
    if turned and named.resolve(context).weekday() != weekday == turned.resolve(context).weekday():
        named = turned
    if day.year is not None and named.resolve(context).weekday() != weekday:
        return None
    return named


def _despite_weekday(context: Context, weekday: int, day: Day) -> Day | None:
    """Return a full date that is beside the wrong weekday: a slip, and the date counts."""
    if day.year is None or day.relative or day.weekday is not None:
        return None
    return day if day.resolve(context).weekday() != weekday else None


_NAMED = ("DOW DATE", "DOW comma DATE", "DOW the DATE", "DOW dash DATE", "DOW lp DATE rp", "DOW comma the DATE")
_NAMED_BEHIND = ("DATE DOW", "DATE comma DOW", "DATE lp DOW rp")
rule("DATE", *_NAMED)(_weekday_and_date)
rule("DATE", *_NAMED_BEHIND)(lambda c, day, weekday: _weekday_and_date(c, weekday, day))
rule("DATE", *_NAMED, score=-4)(lambda c, weekday, day: _despite_weekday(c, weekday, day))
rule("DATE", *_NAMED_BEHIND, score=-4)(lambda c, day, weekday: _despite_weekday(c, weekday, day))
rule("DATE", "DOW the DOM", "DOW comma the DOM", "DOW DOM", "DOW comma DOM", score=-1)(
    lambda _c, weekday, day: Day(day=day, weekday=weekday)
)
rule("DATE", "OFF DATE", "OFF comma DATE", "OFF lp DATE rp", "OFF dash DATE")(
    lambda c, offset, day: merge(c, Day.of(c.today + timedelta(days=offset)), day)
)
rule("DATE", "DATE OFF", "DATE comma OFF", "DATE lp OFF rp")(
    lambda c, day, offset: merge(c, Day.of(c.today + timedelta(days=offset)), day)
)


# Weekdays by their distance.
def _week_start(context: Context, weeks: int) -> date:
    return floor(shift(midnight(context.today), DAY, 7 * weeks), WEEK).date()


def _weekday_of(context: Context, weekday: int, week: int) -> Day:
    return Day.of(_week_start(context, week) + timedelta(days=weekday))


@rule("DATE", "REL DOW", "the REL DOW", "REL comma DOW")
def _relative_weekday(context: Context, relative: int, weekday: int) -> Day:
    """Return the weekday of next week; this week's for "this", unless it is over; the latest past for "last"."""
    today = context.today
    if relative < 0:
        return Day.of(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    if relative == 0:
        return Day.of(today + timedelta(days=(weekday - today.weekday()) % 7))
    return _weekday_of(context, weekday, 1)


rule("DATE", "coming DOW", "the coming DOW", "this coming DOW", "this upcoming DOW", "upcoming DOW", "the upcoming DOW", "this REL DOW", score=1)(
    lambda c, *parts: Day(weekday=parts[-1]) if len(parts) == 1 or parts[0] == 1 else None
)
rule("DATE", "DOW after next", "the DOW after next")(lambda c, weekday: _weekday_of(c, weekday, 2))
rule("DATE", "DOW week", "DOW fortnight")(
    lambda c, weekday: Day.of(Day(weekday=weekday).resolve(c) + timedelta(days=7))
)
rule("DATE", "N DOWS from now", "in N DOWS", "N DOW from now")(
    lambda c, count, weekday: Day.of(Day(weekday=weekday).resolve(c) + timedelta(days=7 * (count - 1)))
)


def _inside(_context: Context, weekday: int, span: Span) -> Day | None:
    """Return the weekday of a week."""
    if span.grain != WEEK or span.start is None or span.end is None or (span.end - span.start).days != 7:
        return None
    return Day.of((span.start + timedelta(days=weekday)).date())


rule("DATE", "DOW SPAN", "DOW of SPAN", "DOW comma SPAN", "DOW in SPAN", "DOW the SPAN")(_inside)
rule("DATE", "SPAN DOW", "SPAN on DOW", "SPAN comma DOW", "SPAN lp DOW rp")(lambda c, span, weekday: _inside(c, weekday, span))


# Days of a month or year named elsewhere: "20th of next month", "the first Monday in March".
def _day_of(context: Context, day: int, span: Span) -> Day | None:
    if span.start is None or day < 1:
        return None
    if span.grain == MONTH:
        return Day.of(span.start.date().replace(day=day))
    limit = {WEEK: 7, QUARTER: 92, YEAR: 366}.get(span.grain)
    return Day.of(span.start.date() + timedelta(days=day - 1)) if limit and day <= limit else None


rule("DATE", "ORD of SPAN", "the ORD of SPAN", "DOM of SPAN", "the DOM of SPAN", "ORD SPAN", "the ORD SPAN", score=-2)(
    lambda c, day, span: _day_of(c, day, span) if span.grain == MONTH else None
)
rule("DATE", "DATE SPAN", "DATE of SPAN", "DATE comma SPAN")(
    lambda c, day, span: _dom_in(c, day, span)
)
rule("DATE", "ORD day of SPAN", "the ORD day of SPAN", "ORD day in SPAN", "the ORD day in SPAN")(_day_of)


def _dom_in(context: Context, day: Day, span: Span) -> Day | None:
    """Return a day that lacks its month or year, inside a month or year: "Tuesday 19th ... this month"."""
    if span.start is None or day.day is None or day.relative:
        return None
    if span.grain == MONTH and day.month is None:
        found = replace(day, year=span.start.year, month=span.start.month)
        return found if day.weekday in {None, found.resolve(context).weekday()} else None
    if span.grain == YEAR and day.month is not None and day.year is None:
        return _with_year(day, span.start.year)
    return None


def _nth_weekday(_context: Context, number: int, weekday: int, span: Span) -> Day | None:
    """Return the n-th weekday of a stretch; from its end where the number is negative."""
    if span.start is None or span.end is None or span.grain < WEEK or number == 0:
        return None
    if number > 0:
        first = span.start.date()
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        final = span.end.date() - timedelta(days=1)
        found = final - timedelta(days=(final.weekday() - weekday) % 7 + 7 * (-number - 1))
    return Day.of(found) if span.start.date() <= found < span.end.date() else None


rule("DATE", "ORD DOW of SPAN", "the ORD DOW of SPAN", "ORD DOW in SPAN", "the ORD DOW in SPAN")(_nth_weekday)
rule("DATE", "last DOW of SPAN", "the last DOW of SPAN", "last DOW in SPAN", "the last DOW in SPAN")(
    lambda c, weekday, span: _nth_weekday(c, -1, weekday, span)
)
rule("DATE", "ORD last DOW of SPAN", "the ORD last DOW of SPAN", "ORD to last DOW of SPAN", "ORD dash to dash last DOW of SPAN")(
    lambda c, number, weekday, span: _nth_weekday(c, -number, weekday, span)
)
rule("DATE", "last day of SPAN", "the last day of SPAN", "last day in SPAN", "the last day in SPAN")(
    lambda _c, span: Day.of(span.end.date() - timedelta(days=1)) if span.end and span.grain >= WEEK else None
)
rule("DATE", "ORD last day of SPAN", "the ORD last day of SPAN")(
    lambda _c, number, span: Day.of(span.end.date() - timedelta(days=number)) if span.end and span.grain >= WEEK else None
)


# Counted from another day: "the Monday after Easter", "third Tuesday after Christmas".
def _weekday_after(context: Context, number: int, weekday: int, base: Day) -> Day:
    start = base.resolve(context)
    return Day.of(start + timedelta(days=(weekday - start.weekday() - 1) % 7 + 1 + 7 * (number - 1)))


def _weekday_before(context: Context, number: int, weekday: int, base: Day) -> Day:
    start = base.resolve(context)
    return Day.of(start - timedelta(days=(start.weekday() - weekday - 1) % 7 + 1 + 7 * (number - 1)))


for _the in ("", "the "):
    rule("DATE", f"{_the}ORD DOW after DATE", f"{_the}ORD DOW following DATE")(_weekday_after)
    rule("DATE", f"{_the}DOW after DATE", f"{_the}DOW following DATE")(lambda c, w, base: _weekday_after(c, 1, w, base))
    rule("DATE", f"{_the}ORD DOW before DATE")(_weekday_before)
    rule("DATE", f"{_the}DOW before DATE", f"{_the}DOW prior to DATE")(lambda c, w, base: _weekday_before(c, 1, w, base))
    rule("DATE", f"{_the}day after DATE")(lambda c, base: Day.of(base.resolve(c) + timedelta(days=1)))
    rule("DATE", f"{_the}day before DATE")(lambda c, base: Day.of(base.resolve(c) - timedelta(days=1)))


@rule("DATE", "the closest DOW to DATE", "closest DOW to DATE", "the DOW closest to DATE", "the nearest DOW to DATE")
def _closest(context: Context, weekday: int, base: Day) -> Day:
    start = base.resolve(context)
    ahead = (weekday - start.weekday()) % 7
    return Day.of(start + timedelta(days=ahead if ahead <= 3 else ahead - 7))


@rule("DATE", "MON ORD N", "MON DOM N", score=-1)
def _spoken_year(context: Context, month: int, day: int, year: int) -> Day | None:
    named = full_year(year, 4, context)
    return _with_year(_month_day(context, month, day), named) if named and year > 999 else None


_ = unit
