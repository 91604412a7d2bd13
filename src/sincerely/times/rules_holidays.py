"""Holidays by name, with year or without, and what is told from them: "Thanksgiving 2026", "last Christmas"."""

from __future__ import annotations

from datetime import datetime, timedelta

from .coming_holidays import next_one
from .context import Context
from .grammar import rule
from .holidays_by_name import in_year, nearest
from .values import DAY, YEAR, Day, Dur, Span, midnight

_FRIDAY = 4


def _as(result: str, span: Span | None) -> Day | Span | None:
    """Return a holiday of one day as a day, a longer one as a stretch, each for the rule that wants it."""
    if span is None or span.start is None or span.end is None:
        return None
    single = span.grain == DAY and span.end - span.start == timedelta(days=1)
    if result == "DATE":
        return Day.of(span.start.date()) if single else None
    return None if single else span


def _of_year(context: Context, name: str, year: int) -> Span | None:
    found = in_year(name, year, context.country)
    return found[0] if found else None


def _by_distance(context: Context, name: str, moment: datetime, reach: int = 1) -> list[Span]:
    """Return a holiday's dates around a moment, the nearest first."""
    years = range(moment.year - reach, moment.year + reach + 1)
    found = [span for year in years for span in in_year(name, year, context.country)]
    return sorted(found, key=lambda span: abs(span.start - moment) if span.start else timedelta.max)


def _in_time(context: Context, name: str, dur: Dur, sign: int = 1) -> Span | None:
    """Return the holiday nearest to a moment so far away: "Thanksgiving in nine months"."""
    moment = dur.after(context.at, context, sign)
    if dur.grain == YEAR:
        return _of_year(context, name, moment.year)
    return next(iter(_by_distance(context, name, moment)), None)


def _closest(context: Context, number: int, name: str, day: Day) -> Span | None:
    if not 1 <= number <= 9:
        return None
    found = _by_distance(context, name, midnight(day.resolve(context)), number + 1)
    return found[number - 1] if number <= len(found) else None


def _declare(result: str) -> None:
    """Declare each way to name a holiday, for those of one day or for longer ones."""
    rule(result, "[the|this] HOL")(lambda c, name: _as(result, next_one(name, c)))
    rule(result, "[the] HOL [of|in|comma|dash] YR", score=1)(lambda c, name, year: _as(result, _of_year(c, name, year)))
    rule(result, "HOL [of|in] SPAN")(
        lambda c, name, span: (
            _as(result, _of_year(c, name, span.start.year)) if span.grain == YEAR and span.start else None
        )
    )
    rule(result, "[the] REL HOL")(lambda c, relative, name: _as(result, nearest(name, c, relative)))
    rule(result, "this REL HOL")(lambda c, relative, name: _as(result, nearest(name, c, relative)))
    rule(result, "HOL in DUR; HOL DUR hence; HOL DUR from now")(
        lambda c, name, dur: _as(result, _in_time(c, name, dur))
    )
    rule(result, "HOL DUR ago")(lambda c, name, dur: _as(result, _in_time(c, name, dur, -1)))
    rule(result, "[the] closest|nearest HOL to DATE")(lambda c, name, day: _as(result, _closest(c, 1, name, day)))
    rule(result, "[the] ORD closest|nearest HOL to DATE")(
        lambda c, n, name, day: _as(result, _closest(c, n, name, day))
    )


@rule("SPAN", "[the] HOL ~weekend; [the] HOL ~weekend [of|in] YR", score=1)
def _long_weekend(context: Context, name: str, year: int | None = None) -> Span | None:
    """Return the weekend that a holiday makes long."""
    span = _of_year(context, name, year) if year else next_one(name, context)
    if span is None or span.start is None:
        return None
    weekday = span.start.weekday()
    if weekday in {_FRIDAY - 1, _FRIDAY}:
        monday = span.start + timedelta(days=7 - weekday)
        return Span(span.start, max(monday, span.end) if span.end and weekday == _FRIDAY else monday, DAY)
    saturday = span.start - timedelta(days=(weekday - 5) % 7)
    return Span(saturday, max(saturday + timedelta(days=2), span.start + timedelta(days=1 if weekday < 2 else 0)), DAY)


_declare("DATE")
_declare("SPAN")
