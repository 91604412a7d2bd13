"""Days: weekdays, days of the month, dates in words and figures, and what they say together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .context import Context
from .grammar import glue, phrase, rule, same
from .numerals import full_year
from .values import MONTH, QUARTER, WEEK, YEAR, Day, Span, floor, midnight, shift, unit

rule("DATE", "OFF")(lambda c, offset: Day.of(c.today + timedelta(days=offset)))
rule("DATE", "[the] day after tomorrow")(lambda c: Day.of(c.today + timedelta(days=2)))
rule("DATE", "[the] day before yesterday")(lambda c: Day.of(c.today - timedelta(days=2)))
rule("DATE", "DOW")(lambda _c, weekday: Day(weekday=weekday))
rule("DOW", "DOWX dot")(same)
rule("MON", "MONX dot")(same)
rule("DATE", "on [the|this] DATE")(same)
rule("DATE", "for|about|only DATE")(glue)


def _dom(_context: Context, day: int) -> Day:
    return Day(day=day)


rule("DATE", "the NTH; NTH dot")(_dom)
rule("DATE", "NTH", latent=True, score=-2)(_dom)
rule("WEAK", "DOM dot")(_dom)
# "3-12" is a date behind a preposition or beside the right weekday.
rule("WEAK", "DASHED")(same)
rule("DATE", "on DASHED")(same)
rule("DATE", "DOW [comma] DASHED")(lambda c, weekday, day: day if day.resolve(c).weekday() == weekday else None)


# Month and day, in either order, with or without a year.
_MONTH_DAY = "MON [the] ORD; MON comma|dash|slash DOM; MON DOM"
_DAY_MONTH = "[the] DOM [of] MON; [the] ORD [of] MON; DOM dot|dash|slash MON; [the] ORD day of MON"
_THE_YEAR = ("YR", "comma|of|dash|slash|dot YR", "lp YR rp")


def _month_day(_context: Context, month: int, day: int) -> Day | None:
    return Day(month=month, day=day) if day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31) else None


def _dated(context: Context, month: int, day: int, year: int | None) -> Day | None:
    found = _month_day(context, month, day)
    return _with_year(found, year) if found and year is not None else None


def _with_year(day: Day, year: int) -> Day:
    date(year, day.month or 1, day.day or 1)  # raises where that year has no such day
    return replace(day, year=year)


def _each(rows: str, tails: tuple[str, ...]) -> str:
    return ";".join(f"{row} {tail}" for row in rows.split(";") for tail in tails)


rule("DATE", _MONTH_DAY)(_month_day)
rule("DATE", _DAY_MONTH)(lambda c, day, month: _month_day(c, month, day))
rule("DATE", _each(_MONTH_DAY, _THE_YEAR))(_dated)
rule("DATE", _each(_DAY_MONTH, _THE_YEAR))(lambda c, day, month, year: _dated(c, month, day, year))
rule("DATE", "DOM MON YY", score=-2)(lambda c, day, month, year: _dated(c, month, day, year) if year < 2000 else None)
rule("DATE", "DOM MON tick YY; DOM dash MON dash YY; DOM slash MON slash YY; ORD MON tick YY", score=-2)(
    lambda c, day, month, year: _dated(c, month, day, year)
)
rule("DATE", "MON DOM|ORD [comma] tick YY; MON dash DOM dash YY; MON slash DOM slash YY", score=-2)(_dated)
rule("DATE", "MON DOM comma YY", score=-2)(
    lambda c, month, day, year: _dated(c, month, day, year) if year < 2000 else None
)
rule("DATE", "YR [comma] MON DOM; YR slash MON slash DOM; YR dash MON dash DOM")(
    lambda c, year, month, day: _dated(c, month, day, year)
)
rule("DATE", "DOM [dot] FMON; DOM de FMON")(lambda c, day, month: _month_day(c, month, day))
rule("DATE", "DOM [dot] FMON YR; DOM de FMON YR; DOM de FMON de YR")(
    lambda c, day, month, year: _dated(c, month, day, year)
)
rule("DATE", "DOM MON N ERA")(lambda c, day, month, year, era: _dated(c, month, day, year - era))
rule("DATE", "MON DOM [comma] N ERA")(lambda c, month, day, year, era: _dated(c, month, day, year - era))
rule("DATE", "MON ORD|DOM N", score=-1)(
    lambda c, month, day, year: _dated(c, month, day, full_year(year, 4, c)) if year > 999 else None
)


# Two descriptions of one day.
def merge(context: Context, one: Day, other: Day) -> Day | None:
    """Return the day that two descriptions mean together: "Thursday" and "the 12th"."""
    if one.agrees(other):
        return Day(
            one.year or other.year,
            one.month or other.month,
            one.day or other.day,
            one.weekday if one.weekday is not None else other.weekday,
            swapped=one.swapped and other.swapped,
            relative=one.relative or other.relative,
        )
    if one.relative != other.relative and one.day is not None and other.day is not None:
        # "tomorrow, March 5" though tomorrow is the 4th: the date is what was meant.
        return other if one.relative else one
    if one.swapped or other.swapped:
        return merge(context, _swap(one), _swap(other))
    return None


def _swap(day: Day) -> Day:
    return replace(day, month=day.day, day=day.month, swapped=False) if day.swapped else day


def _weekday_and_date(context: Context, weekday: int, day: Day) -> Day | None:
    if day.weekday is not None:
        return day if day.weekday == weekday else None
    if day.relative:
        return replace(day, weekday=weekday) if day.resolve(context).weekday() == weekday else None
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


_NAMED = "DOW [comma] [the] DATE; DOW dash DATE; DOW lp DATE rp"
_NAMED_BEHIND = "DATE [comma] DOW; DATE lp DOW rp"
rule("DATE", _NAMED)(_weekday_and_date)
rule("DATE", _NAMED_BEHIND)(lambda c, day, weekday: _weekday_and_date(c, weekday, day))
rule("DATE", _NAMED, score=-4)(_despite_weekday)
rule("DATE", _NAMED_BEHIND, score=-4)(lambda c, day, weekday: _despite_weekday(c, weekday, day))
rule("DATE", "DOW comma [the] DOM; DOW the DOM", score=-1)(lambda _c, weekday, day: Day(day=day, weekday=weekday))
rule("DATE", "DOW DOM", score=-1)(
    lambda c, weekday, day: Day(day=day, weekday=weekday) if is_day_of_month(c, weekday, day) else None
)
# Of a day farther off one says the month.
_HOURS, _SOON = 12, timedelta(days=21)


def is_day_of_month(context: Context, weekday: int, number: int) -> bool:
    """Whether the figure behind a weekday is a day of the month, and no hour: such a Wednesday the 8th is soon."""
    if number > _HOURS:
        return True
    day = Day(day=number, weekday=weekday).resolve(context)
    return day.weekday() == weekday and abs(day - context.today) <= _SOON


rule("DATE", "OFF [comma|dash] DATE; OFF lp DATE rp")(
    lambda c, offset, day: merge(c, Day.of(c.today + timedelta(days=offset)), day)
)
rule("DATE", "DATE [comma] OFF; DATE lp OFF rp")(
    lambda c, day, offset: merge(c, Day.of(c.today + timedelta(days=offset)), day)
)
rule("DATE", "DATE lp DATE rp")(merge)


# Weekdays by their distance.
def _weekday_of(context: Context, weekday: int, week: int) -> Day:
    monday = floor(shift(midnight(context.today), WEEK, week), WEEK)
    return Day.of((monday + timedelta(days=weekday)).date())


@rule("DATE", "[the] REL DOW; REL comma DOW")
def _relative_weekday(context: Context, relative: int, weekday: int) -> Day:
    """Return the weekday of next week; for "this" the next one from today on, for "last" the latest past."""
    today = context.today
    if relative < 0:
        return Day.of(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    if relative == 0:
        return Day.of(today + timedelta(days=(weekday - today.weekday()) % 7))
    return _weekday_of(context, weekday, 1)


rule("DATE", "[the|this] coming|upcoming DOW", score=1)(lambda _c, weekday: Day(weekday=weekday))
rule("DATE", "[the] DOW after next")(lambda c, weekday: _weekday_of(c, weekday, 2))


def _weeks_on(context: Context, weekday: int, weeks: int) -> Day:
    return Day.of(Day(weekday=weekday).resolve(context) + timedelta(weeks=weeks))


rule("DATE", "DOW week")(lambda c, weekday: _weeks_on(c, weekday, 1))
rule("DATE", "DOW fortnight")(lambda c, weekday: _weeks_on(c, weekday, 2))
rule("DATE", "N DOWS ago")(lambda c, count, weekday: _weeks_on(c, weekday, -count))
rule("DATE", "N DOWS|DOW from now; in N DOWS")(lambda c, count, weekday: _weeks_on(c, weekday, count - 1))


def _inside(_context: Context, weekday: int, span: Span) -> Day | None:
    """Return the weekday of a week."""
    if span.grain != WEEK or span.start is None or span.end is None or (span.end - span.start).days != 7:
        return None
    first = span.start.date()
    return Day.of(first + timedelta(days=(weekday - first.weekday()) % 7))


rule("DATE", "DOW [comma] [of|in|from|the] SPAN")(_inside)
rule("DATE", "SPAN [on|comma] DOW; SPAN lp DOW rp")(lambda c, span, weekday: _inside(c, weekday, span))


# Days of a month or year named elsewhere: "20th of next month", "the first Monday in March".
def _day_of(_context: Context, day: int, span: Span) -> Day | None:
    if span.start is None or day < 1:
        return None
    if span.grain == MONTH:
        return Day.of(span.start.date().replace(day=day))
    limit = {WEEK: 7, QUARTER: 92, YEAR: 366}.get(span.grain)
    return Day.of(span.start.date() + timedelta(days=day - 1)) if limit and day <= limit else None


rule("DATE", "[the] ORD [of] SPAN; [the] DOM of SPAN", score=-2)(
    lambda c, day, span: _day_of(c, day, span) if span.grain == MONTH else None
)
rule("DATE", "[the] ORD day of|in SPAN")(_day_of)
rule("DATE", "[the] ORD of the ONE", score=-2)(
    lambda _c, day, grain: Day(day=day) if grain == MONTH and 1 <= day <= 31 else None
)


@rule("DATE", "DATE [of|comma] SPAN")
def _completed(context: Context, day: Day, span: Span) -> Day | None:
    """Return a day that lacks its month or year, inside a month or year: "Tuesday 19th this month"."""
    if span.start is None or day.day is None or day.relative:
        return None
    if span.grain == MONTH and day.month is None:
        found = replace(day, year=span.start.year, month=span.start.month)
        return found if day.weekday in {None, found.resolve(context).weekday()} else None
    if span.grain == YEAR and day.month is not None and day.year is None:
        found = _with_year(day, span.start.year)
        return found if day.weekday in {None, found.resolve(context).weekday()} else None
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


def _day_before_end(_context: Context, number: int, span: Span) -> Day | None:
    return Day.of(span.end.date() - timedelta(days=number)) if span.end and span.grain >= WEEK else None


rule("DATE", "[the] ORD DOW of|in SPAN")(_nth_weekday)
rule("DATE", "[the] last DOW of|in SPAN")(lambda c, weekday, span: _nth_weekday(c, -1, weekday, span))
rule("DATE", "[the] ORD last DOW of SPAN; [the] ORD to last DOW of SPAN; [the] ORD dash to dash last DOW of SPAN")(
    lambda c, number, weekday, span: _nth_weekday(c, -number, weekday, span)
)
rule("DATE", "[the] last|final day of|in SPAN")(lambda c, span: _day_before_end(c, 1, span))
rule("DATE", "[the] ORD last day of SPAN")(_day_before_end)
rule("DATE", "[the] last|final day of|in [the|this] ONE", score=1)(
    lambda c, grain: _day_before_end(c, 1, unit(c.at, grain)) if grain >= WEEK else None
)


# Business days by their distance or place: "the next business day", "the last working day of March".
phrase("~bd", "business day; workday; weekday")
rule("DATE", "[the] next|following ~bd")(lambda c: Day.of(c.business_day(c.today, 1)))


def _business_day_of(context: Context, number: int, span: Span) -> Day | None:
    """Return the n-th business day of a stretch; from its end where the number is negative."""
    if span.start is None or span.end is None or span.grain < WEEK or not 1 <= abs(number) <= 20:
        return None
    edge = span.start.date() - timedelta(days=1) if number > 0 else span.end.date()
    return Day.of(context.business_day(edge, number))


rule("DATE", "[the] ORD ~bd of|in SPAN", score=1)(_business_day_of)
rule("DATE", "[the] last|final ~bd of|in SPAN", score=1)(lambda c, span: _business_day_of(c, -1, span))
rule("DATE", "[the] last|final ~bd of|in [the|this] ONE", score=1)(
    lambda c, grain: _business_day_of(c, -1, unit(c.at, grain))
)


# Counted from another day: "the Monday after Easter", "third Tuesday after Christmas".
def _weekday_after(context: Context, number: int, weekday: int, base: Day) -> Day:
    start = base.resolve(context)
    return Day.of(start + timedelta(days=(weekday - start.weekday() - 1) % 7 + 1 + 7 * (number - 1)))


def _weekday_before(context: Context, number: int, weekday: int, base: Day) -> Day:
    start = base.resolve(context)
    return Day.of(start - timedelta(days=(start.weekday() - weekday - 1) % 7 + 1 + 7 * (number - 1)))


rule("DATE", "[the] ORD DOW after|following DATE")(_weekday_after)
rule("DATE", "[the] DOW after|following DATE")(lambda c, weekday, base: _weekday_after(c, 1, weekday, base))
rule("DATE", "[the] ORD DOW before DATE")(_weekday_before)
rule("DATE", "[the] DOW before DATE; [the] DOW prior to DATE")(
    lambda c, weekday, base: _weekday_before(c, 1, weekday, base)
)
rule("DATE", "[the] day after DATE")(lambda c, base: Day.of(base.resolve(c) + timedelta(days=1)))
rule("DATE", "[the] day before DATE")(lambda c, base: Day.of(base.resolve(c) - timedelta(days=1)))


rule("DATE", "[the] eve of DATE", score=1)(lambda c, base: Day.of(base.resolve(c) - timedelta(days=1)))
rule("DATE", "[the] ides of MON")(lambda _c, month: Day(month=month, day=15 if month in {3, 5, 7, 10} else 13))


@rule("DATE", "next DATE")
def _next_date(context: Context, day: Day) -> Day | None:
    return Day.of(day.resolve(context, 1)) if day.month and day.day and not (day.year or day.relative) else None


@rule("DATE", "[the] closest|nearest DOW to DATE; the DOW closest|nearest to DATE")
def _closest(context: Context, weekday: int, base: Day) -> Day:
    start = base.resolve(context)
    ahead = (weekday - start.weekday()) % 7
    return Day.of(start + timedelta(days=ahead if ahead <= 3 else ahead - 7))
