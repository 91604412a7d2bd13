"""Holidays by name, with year or without, and what is told from them: "after Easter", "Thanksgiving 2026"."""

from __future__ import annotations

from datetime import timedelta

from .context import Context
from .grammar import rule
from .holidays_by_name import in_year, nearest
from .values import DAY, YEAR, Day, Dur, Span, midnight


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


def _declare(result: str) -> None:
    rule(result, "HOL", "the HOL")(lambda c, name: _as(result, nearest(name, c)))
    rule(result, *(f"{the}HOL {link}YR" for the in ("", "the ") for link in ("", "of ", "in ", "comma ", "dash ")), score=1)(
        lambda c, name, year: _as(result, _of_year(c, name, year))
    )
    rule(result, "HOL SPAN", "HOL of SPAN", "HOL in SPAN")(
        lambda c, name, span: _as(result, _of_year(c, name, span.start.year)) if span.grain == YEAR and span.start else None
    )
    rule(result, "REL HOL", "the REL HOL", "REL REL HOL", "this HOL")(
        lambda c, *parts: _as(result, nearest(parts[-1], c, min(parts[:-1], default=0)))
    )
    rule(result, "HOL in DUR", "HOL DUR hence", "HOL DUR from now", "HOL in a DUR")(
        lambda c, name, dur: _as(result, _in_time(c, name, dur))
    )
    rule(result, "HOL DUR ago")(lambda c, name, dur: _as(result, _in_time(c, name, dur, -1)))
    rule(result, "the closest HOL to DATE", "closest HOL to DATE", "the nearest HOL to DATE")(lambda c, name, day: _as(result, _closest(c, 1, name, day)))
    rule(result, "the ORD closest HOL to DATE", "ORD closest HOL to DATE")(lambda c, n, name, day: _as(result, _closest(c, n, name, day)))


def _in_time(context: Context, name: str, dur: Dur, sign: int = 1) -> Span | None:
    """Return the holiday nearest to a moment so far away: "Thanksgiving in nine months"."""
    moment = dur.after(context.at, context, sign)
    if dur.grain == YEAR:
        return _of_year(context, name, moment.year)
    spans = [s for year in (moment.year - 1, moment.year, moment.year + 1) for s in in_year(name, year, context.country)]
    return min(spans, key=lambda s: abs(s.start - moment) if s.start else timedelta.max, default=None)


def _closest(context: Context, number: int, name: str, day: Day) -> Span | None:
    moment = midnight(day.resolve(context))
    spans = [s for year in range(moment.year - number - 1, moment.year + number + 2) for s in in_year(name, year, context.country)]
    spans.sort(key=lambda s: abs(s.start - moment) if s.start else timedelta.max)
    return spans[number - 1] if 1 <= number <= len(spans) else None


_declare("DATE")
_declare("SPAN")
