"""From one time to another: days, dated times, months and years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from .context import Context
from .grammar import rule
from .rules_periods import month_span
from .values import DAY, HOUR, MONTH, WEEK, At, Day, Dur, Span, Tod, clock_span, midnight, span_of

_LONGEST = timedelta(days=4000)


def _rows(one: str, two: str, tail: str = "") -> str:
    """Return the ways to say a range."""
    end = f"[the] {two} {tail}"
    return (
        f"[from|on|starting] {one} ~to {end}; from the {one} ~to {end}; between [the] {one} ~and {end};"
        f"from {one} up to {end}"
    )


def _stretch(context: Context, first: Day, second: Day) -> Span | None:
    """Return both days and all between; what one of them lacks, the other lends."""
    first, second = _lend(first, second)
    if second.year is None or second.relative:
        start = first.resolve(context)
        end = _following(context, start, second)
    else:
        end = second.resolve(context)
        start = first.resolve(context) if first.year is not None else _last_before(context, first, end)
    if end < start or end - start > _LONGEST:
        return None
    return Span(midnight(start), midnight(end) + timedelta(days=1), DAY)


def _lend(first: Day, second: Day) -> tuple[Day, Day]:
    """Return both days with the month and year that only one of them names."""
    if first.day and first.month is None and second.month and second.day and first.day <= second.day:
        first = replace(first, month=second.month, year=second.year)
    if second.day and second.month is None and first.month:
        second = replace(second, month=first.month, year=first.year)
    if first.year and second.year is None and second.month and not first.relative:
        earlier = (second.month, second.day or 1) < (first.month or 1, first.day or 1)
        second = replace(second, year=first.year + earlier)
    return first, second


def _last_before(context: Context, day: Day, end: date) -> date:
    """Return the last such day not after another."""
    if day.month is None:
        return day.resolve(context)
    found = replace(day, year=end.year).resolve(context)
    return found if found <= end else replace(day, year=end.year - 1).resolve(context)


def _following(context: Context, start: date, day: Day) -> date:
    """Return the first such day not before another."""
    found = day.resolve(context)
    if day.day is None and day.weekday is not None:
        return start + timedelta(days=(day.weekday - start.weekday()) % 7)
    if found < start and day.month is None and day.day is not None and day.day > start.day:
        return start.replace(day=day.day)
    if found < start and day.month is not None and day.day is not None and day.year is None:
        return replace(day, year=start.year + ((day.month, day.day) < (start.month, start.day))).resolve(context)
    return found


rule("IVL", _rows("DATE", "DATE"))(_stretch)


@rule("IVL", _rows("DATE", "DOM|ORD"))
def _to_day(context: Context, first: Day, day: int) -> Span | None:
    return _stretch(context, first, Day(day=day)) if first.day and first.month and first.day < day <= 31 else None


@rule("IVL", _rows("DATE", "DOM|ORD", "[comma] YR"))
def _to_day_of_year(context: Context, first: Day, day: int, year: int) -> Span | None:
    if not (first.day and first.month) or first.year:
        return None
    return _stretch(context, replace(first, year=year), Day(year, first.month, day))


@rule("IVL", _rows("DOM|ORD", "DATE"))
def _from_day(context: Context, day: int, second: Day) -> Span | None:
    return _stretch(context, Day(day=day), second) if second.day and second.month and day < second.day else None


rule("IVL", "[from|on] DOM dot dash|until|to DATE")(_from_day)  # "25.-27.09.2026"
rule("IVL", "DOM and|slash DATE; ORD and DATE", score=-2)(
    lambda c, day, second: _from_day(c, day, second) if second.day == day + 1 and second.weekday is None else None
)


def _weekdays(_context: Context, first: int, second: int, week: Span) -> Span | None:
    """Return "Wednesday to Friday" of a named week."""
    if week.start is None or week.grain != WEEK or second < first:
        return None
    return Span(week.start + timedelta(days=first), week.start + timedelta(days=second + 1), DAY)


rule("IVL", _rows("DOW", "DOW", "[of|comma] SPAN"), score=1)(_weekdays)
rule("IVL", "SPAN [comma|from] DOW ~to DOW", score=1)(lambda c, week, first, second: _weekdays(c, first, second, week))


# Months and years.
@rule("IVL", _rows("SPAN", "SPAN"))
def _spans(_context: Context, first: Span, second: Span) -> Span | None:
    if first.deadline or second.deadline or first.grain != second.grain:
        return None
    return _between(first.start, second.end, first.grain)


def _between(start: datetime | None, end: datetime | None, grain: int) -> Span | None:
    return Span(start, end, grain) if start and end and start < end else None


def _months(context: Context, first: int, second: int, year: int | None = None) -> Span | None:
    if year is not None:
        return _between(
            month_span(context, first, year - (first > second)).start, month_span(context, second, year).end, MONTH
        )
    start = month_span(context, first).start
    return (
        None
        if start is None
        else _between(start, month_span(context, second, start.year + (second < first)).end, MONTH)
    )


rule("IVL", _rows("MON", "MON"), score=1)(_months)
rule("IVL", _rows("MON", "MON", "[comma] YR"), score=2)(_months)
rule("IVL", "[from] DATE ~to SPAN; between DATE and SPAN")(
    lambda c, day, span: None if span.deadline else _between(midnight(day.resolve(c)), span.end, span.grain)
)
rule("IVL", "[from] SPAN to|until|through DATE")(
    lambda c, span, day: (
        None if span.deadline else _between(span.start, midnight(day.resolve(c)) + timedelta(days=1), DAY)
    )
)


@rule("IVL", "between now and DATE|SPAN|AT|TOD; [from] now ~to DATE|SPAN|AT|TOD")
def _from_now(context: Context, value: object) -> Span | None:
    span = span_of(value, context, 1)
    return _between(context.at, span.end, DAY) if span else None


# Dated times.
@rule("IVL", _rows("AT", "AT"))
def _between_times(context: Context, first: At, second: At) -> Span | None:
    start, end = span_of(first, context), span_of(second, context)
    if start is None or end is None:
        return None
    return _between(start.start, end.end if second.tod.part else end.start, min(start.grain, end.grain))


_WHOLE_DAY = Tod(0, 86400, HOUR, part="day")
rule("IVL", _rows("AT", "DATE"))(lambda c, first, day: _between_times(c, first, At(day, _WHOLE_DAY)))
rule("IVL", _rows("DATE", "AT"))(
    lambda c, day, second: _between_times(c, At(_lend(day, second.day)[0], _WHOLE_DAY), second)
)


# A stretch of days and a time of day, or a year.
@rule("IVL", "IVL [comma|at] TOD; IVL lp TOD rp")
def _daily(context: Context, days: Span, tod: Tod) -> Span | None:
    if days.start is None or days.end is None or days.grain != DAY:
        return None
    first = clock_span(days.start.date(), tod.settle(), context)
    last = clock_span((days.end - timedelta(days=1)).date(), tod.settle(), context)
    return Span(first.start, last.end, tod.grain)


rule("IVL", "TOD [on|comma] IVL")(lambda c, tod, days: _daily(c, days, tod))


@rule("IVL", "IVL [comma] YR")
def _in_year(_context: Context, span: Span, year: int) -> Span | None:
    if span.start is None or span.end is None or span.grain > DAY:
        return None
    return Span(
        span.start.replace(year=year), span.end.replace(year=year + span.end.year - span.start.year), span.grain
    )


def _lasting(context: Context, dur: Dur, day: Day) -> Span | None:
    start = midnight(day.resolve(context, 1))
    return Span(start, dur.after(start, context), DAY) if dur.grain >= DAY else None


rule("IVL", "for DUR from|starting|start|beginning [on|from] DATE", score=1)(_lasting)
rule("IVL", "[from] DATE for DUR")(lambda c, day, dur: _lasting(c, dur, day))
