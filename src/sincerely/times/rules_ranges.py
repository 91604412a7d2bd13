"""From one time to another: days, dated times, months and years."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from .context import Context
from .grammar import rule
from .rules_clock import _span as clock_range
from .values import DAY, HOUR, MONTH, YEAR, At, Day, Dur, Span, Tod, clock_span, midnight, span_of

_TO = ("dash", "to", "until", "through", "dash to dash", "to the", "through the", "until the", "dash the")
_AND = ("and", "and the", "dash", "to")


def _rows(one: str, two: str) -> list[str]:
    return [
        *(f"{lead}{one} {join} {two}" for lead in ("", "from ", "on ", "starting ") for join in _TO),
        *(f"{lead} {one} {join} {two}" for lead in ("between", "between the") for join in _AND),
        f"from the {one} to {two}", f"from the {one} to the {two}", f"from {one} up to {two}",
    ]  # fmt: skip


def _stretch(context: Context, first: Day, second: Day) -> Span | None:
    """Return both days and all between; what one of them lacks, the other lends."""
    first, second = _lend(first, second)
    start = first.resolve(context)
    if second.year is None or second.relative:
        end = _following(context, start, second)
    else:
        end = second.resolve(context)
        if first.year is None:
            start = first_before(context, first, end)
    if end < start or (end - start).days > 4000:
        return None
    return Span(midnight(start), midnight(end) + timedelta(days=1), DAY)


def first_before(context: Context, day: Day, end: object) -> object:
    """Return the last such day not after another."""
    found = replace(day, year=end.year).resolve(context) if day.month else day.resolve(context)  # type: ignore[attr-defined]  # a date
    return found if found <= end else replace(day, year=end.year - 1).resolve(context)  # type: ignore[attr-defined, operator]  # a date


def _lend(first: Day, second: Day) -> tuple[Day, Day]:
    if first.day is not None and first.month is None and second.month is not None and second.day and first.day <= second.day:
        first = replace(first, month=second.month, year=second.year)
    if second.day is not None and second.month is None and first.month is not None:
        second = replace(second, month=first.month, year=first.year)
    if first.year is not None and second.year is None and second.month and not first.relative:
        second = replace(second, year=first.year + ((second.month, second.day or 1) < (first.month or 1, first.day or 1)))
    return first, second


def _following(context: Context, start: object, day: Day) -> object:
    """Return the first such day not before another."""
    found = day.resolve(context)
    if found >= start:  # type: ignore[operator]  # dates
        if day.weekday is not None and day.day is None:
            return start + timedelta(days=(day.weekday - start.weekday()) % 7)  # type: ignore[attr-defined, operator]
        return found
    if day.day is None and day.weekday is not None:
        return start + timedelta(days=(day.weekday - start.weekday()) % 7)  # type: ignore[attr-defined, operator]
    if day.month is not None and day.day is not None and day.year is None:
        return replace(day, year=start.year + ((day.month, day.day) < (start.month, start.day))).resolve(context)  # type: ignore[attr-defined]
    return found


rule("IVL", *_rows("DATE", "DATE"))(_stretch)
rule("IVL", *_rows("DATE", "DOM"), *_rows("DATE", "ORD"))(
    lambda c, first, day: _stretch(c, first, Day(day=day)) if first.day and first.month and day <= 31 and day > first.day else None
)
rule("IVL", *(f"{row} comma YR" for row in _rows("DATE", "DOM")), *(f"{row} YR" for row in _rows("DATE", "ORD")), *(f"{row} YR" for row in _rows("DATE", "DOM")))(
    lambda c, first, day, year: _stretch(c, replace(first, year=year), Day(year, first.month, day)) if first.day and first.month and not first.year else None
)
rule("IVL", *_rows("DOM", "DATE"), *_rows("ORD", "DATE"))(
    lambda c, day, second: _stretch(c, Day(day=day), second) if second.day and second.month and day < second.day else None
)
rule("IVL", *_rows("DOW", "DATE"), score=-1)(lambda c, weekday, second: None)
rule("IVL", "DOM comma DATE", "DOM and DATE", "DOM slash DATE", "ORD and DATE", score=-2)(
    lambda c, day, second: _stretch(c, Day(day=day), second) if second.day == day + 1 and second.month else None
)


def _weekdays_of(context: Context, first: int, second: int, week: Span) -> Span | None:
    """Return "Wednesday to Friday" of a named week."""
    if week.start is None or week.end is None or (week.end - week.start).days != 7 or second < first:
        return None
    return Span(week.start + timedelta(days=first), week.start + timedelta(days=second + 1), DAY)


rule("IVL", *(f"{row} {link}SPAN" for row in _rows("DOW", "DOW") for link in ("", "of ", "comma ")), *(f"SPAN {row}" for row in ("DOW to DOW", "DOW dash DOW", "comma DOW to DOW", "from DOW to DOW")), score=1)(
    lambda c, *parts: _weekdays_of(c, *parts) if isinstance(parts[2], Span) else _weekdays_of(c, parts[1], parts[2], parts[0])
)


# Months and years.
def _run(_context: Context, first: Span, second: Span) -> Span | None:
    if first.start is None or second.end is None or first.deadline or second.deadline or first.grain != second.grain:
        return None
    start, end = first.start, second.end
    if end <= start and first.grain == MONTH:
        return None
    return Span(start, end, first.grain) if start < end else None


rule("IVL", *_rows("SPAN", "SPAN"))(_run)


def _months(context: Context, first: int, second: int, year: int | None = None) -> Span | None:
    from .rules_periods import _month  # noqa: PLC0415

    end = _month(context, second, year)
    if year is None:
        start = _month(context, first)
        end = _month(context, second, start.start.year + (second < first) if start.start else None)
    else:
        start = _month(context, first, year - (first > second))
    return Span(start.start, end.end, MONTH)


rule("IVL", *_rows("MON", "MON"), score=1)(_months)
rule("IVL", *(f"{row} YR" for row in _rows("MON", "MON")), *(f"{row} comma YR" for row in _rows("MON", "MON")), score=2)(_months)
rule("IVL", "DATE to SPAN", "from DATE to SPAN", "DATE dash SPAN", "between DATE and SPAN", "from DATE until SPAN", "from DATE through SPAN")(
    lambda c, day, span: _open_to(midnight(day.resolve(c)), span.end, span.grain) if not span.deadline else None
)
rule("IVL", "SPAN to DATE", "from SPAN to DATE", "from SPAN until DATE", "from SPAN through DATE")(
    lambda c, span, day: _open_to(span.start, midnight(day.resolve(c)) + timedelta(days=1), DAY) if not span.deadline else None
)
rule("IVL", *(f"{lead}now {join} {x}" for x in ("DATE", "SPAN", "AT", "TOD") for lead, join in (("between ", "and"), ("from ", "until"), ("from ", "to"), ("from ", "through"), ("", "until"), ("", "through"))))(
    lambda c, value: _open_to(c.at, (span_of(value, c, 1) or Span(None, None, 0)).end, DAY)
)


def _open_to(start: object, end: object, grain: int) -> Span | None:
    return Span(start, end, grain) if start and end and start < end else None  # type: ignore[operator, arg-type]  # wall times


# Dated times.
def _between_times(context: Context, first: At, second: At) -> Span | None:
    start, end = span_of(first, context), span_of(second, context)
    if start is None or end is None or start.start is None:
        return None
    stop = end.end if second.tod.part else end.start
    return _open_to(start.start, stop, min(start.grain, end.grain))


rule("IVL", *_rows("AT", "AT"))(_between_times)
rule("IVL", *_rows("AT", "DATE"))(lambda c, first, day: _between_times(c, first, At(day, Tod(0, 86400, HOUR, part="day"))))
rule("IVL", *_rows("DATE", "AT"))(lambda c, day, second: _between_times(c, At(_lend(day, second.day)[0], Tod(0, 60, HOUR)), second))


def _extend(_context: Context, first: At, second: Tod) -> At | None:
    """Return a dated time made a range by the hour that follows: "Monday 2pm to 3pm"."""
    if first.tod.part and not second.part:
        return None
    tod = clock_range(first.tod, second)
    return At(first.day, tod) if tod else None


rule("AT", *(f"{lead}AT {join} {hour}" for lead in ("", "from ") for join in ("dash", "to", "until", "through", "and") for hour in ("TOD", "HR", "HM") if join != "and"), score=-1)(_extend)
rule("AT", "AT plus N", score=1)(lambda _c, at, n: at if n == 1 and at.tod.stop - at.tod.start > 3600 else None)


# A stretch of days and a time of day.
@rule("IVL", "IVL TOD", "IVL comma TOD", "IVL at TOD", "IVL lp TOD rp")
def _daily(context: Context, days: Span, tod: Tod) -> Span | None:
    if days.start is None or days.end is None or days.grain != DAY:
        return None
    first = clock_span(days.start.date(), tod.settle(), context)
    last = clock_span((days.end - timedelta(days=1)).date(), tod.settle(), context)
    return Span(first.start, last.end, tod.grain)


rule("IVL", "IVL YR", "IVL comma YR")(
    lambda _c, span, year: Span(span.start.replace(year=year), span.end.replace(year=year + span.end.year - span.start.year), span.grain) if span.start and span.end and span.grain <= DAY else None
)
rule("IVL", "TOD IVL", "TOD on IVL", "TOD comma IVL")(lambda c, tod, days: _daily(c, days, tod))
rule("IVL", "for DUR from DATE", "from DATE for DUR", "DATE for DUR", "for DUR starting DATE", "for DUR starting on DATE", "for DUR starting from DATE", "for DUR start DATE")(
    lambda c, *parts: _lasting(c, *(parts if isinstance(parts[1], Day) else parts[::-1]))
)


def _lasting(context: Context, dur: Dur, day: Day) -> Span | None:
    start = midnight(day.resolve(context, 1))
    return Span(start, dur.after(start, context), DAY) if dur.grain >= DAY else None


_ = YEAR
