"""Weeks, months, quarters, years and seasons, by distance or by name, and runs of them: "the next 3 weeks"."""

from __future__ import annotations

from datetime import timedelta

from .context import Context
from .grammar import glue, rule, same
from .numerals import full_year
from .values import (
    DAY,
    HOUR,
    LOOK_BACK,
    MINUTE,
    MONTH,
    QUARTER,
    YEAR,
    Day,
    Dur,
    Span,
    add_months,
    floor,
    midnight,
    moment,
    shift,
    unit,
)  # fmt: skip

# "The coming weeks" are as many as "a few".
_FEW = 3


# Whole units by distance: "next week", "last month".
def _relative(context: Context, relative: int, grain: int) -> Span | None:
    if grain < HOUR or grain == DAY or (grain == HOUR and relative <= 0):
        return None
    start = shift(floor(context.at, grain), grain, relative)
    return Span(start, shift(start, grain, 1), grain)


rule("SPAN", "[the] REL [business|calendar] ONE; [the] REL POSS")(_relative)
rule("SPAN", "this REL ONE")(_relative)
rule("SPAN", "JOINED")(lambda c, joined: _relative(c, *joined))
rule("SPAN", "[the] ONE after next")(lambda c, grain: _relative(c, 2, grain))
rule("SPAN", "[the] ONE after REL ONE")(
    lambda c, one, relative, two: _relative(c, relative + 1, one) if one == two else None
)


@rule("DATE", "REL ONE")
def _next_day(context: Context, relative: int, grain: int) -> Day | None:
    return Day.of(context.today + timedelta(days=relative)) if grain == DAY and relative else None


# Several units: "the next 3 weeks" are the three after this one.
@rule("SPAN", "[the] REL DUR; REL a DUR")
def _run(context: Context, relative: int, dur: Dur) -> Span | None:
    if len(dur.parts) != 1 or dur.least or relative == 0:
        return None
    count, grain = dur.parts[0]
    if count != int(count) or dur.business:
        return _window(context, relative, dur)
    here = floor(context.at, grain)
    if relative > 0:
        start = shift(here, grain, 1)
        return Span(start, shift(start, grain, int(count)), grain)
    return Span(shift(here, grain, -int(count)), here, grain)


rule("SPAN", "[the] N REL UNIT; COUNT REL UNIT")(
    lambda c, n, relative, grain: _run(c, relative, Dur(((n, grain),))) if 1 < n <= 24 else None
)


def _window(context: Context, relative: int, dur: Dur) -> Span | None:
    """Return the time from now on, or up to now, that a duration spans; days count whole."""
    if relative == 0:
        return None
    if relative < 0:
        start = dur.after(context.at, context, -1)
        return Span(midnight(start.date()) if dur.grain >= DAY else start, context.at, dur.grain)
    end = dur.after(context.at, context)
    if dur.grain >= DAY:
        return Span(context.at, midnight(end.date()) + timedelta(days=1), DAY)
    return Span(context.at, end, MINUTE)


# Two weeks from now: "over the next fortnight".
rule("SPAN", "[the] REL fortnight")(lambda c, relative: _window(c, relative, Dur(((14, DAY),))))


_DURING = "in|over|during|for|throughout [the|these] REL"
rule("SPAN", f"{_DURING} [a] DUR", score=1)(_window)
rule("SPAN", f"{_DURING} ONE or two", score=2)(lambda c, relative, grain: _window(c, relative, Dur(((2, grain),))))
rule("SPAN", f"{_DURING} MANY", score=1)(lambda c, relative, grain: _window(c, relative, Dur(((_FEW, grain),))))


# Months and years by name.
def month_span(context: Context, month: int, year: int | None = None, relative: int = 0) -> Span:
    """Return a month of a year; without one the month that is running or comes next, or the last or next one."""
    if year is None:
        year = context.at.year
        if relative < 0:
            year -= month >= context.at.month
        elif relative > 0:
            year += month <= context.at.month
        else:
            year += month < context.at.month
    return unit(moment(year, month), MONTH)


rule("SPAN", "MON", latent=True)(month_span)
rule("SPAN", "SURE [dot]")(month_span)
rule("SPAN", "MON [comma|of|dash|slash|in] YR; MON lp YR rp")(month_span)
rule("SPAN", "YR [slash] MON")(lambda c, year, month: month_span(c, month, year))
rule("SPAN", "MON [dash] tick YY")(month_span)
rule("SPAN", "MON [dash] YY", latent=True, score=-2)(
    lambda c, month, year: month_span(c, month, year) if year < 2000 else None
)
rule("SPAN", "[the] REL MON")(lambda c, relative, month: month_span(c, month, None, relative))
rule("SPAN", "this REL MON")(lambda c, relative, month: month_span(c, month, None, relative))


@rule("SPAN", "MON [of|comma] SPAN")
def _month_of(context: Context, month: int, span: Span) -> Span | None:
    return month_span(context, month, span.start.year) if span.grain == YEAR and span.start else None


@rule("SPAN", "[back] in|during MON", score=1)
def _in_month(context: Context, month: int) -> Span:
    """Return the month; one that is just over rather than next year's: "we met in January"."""
    last = month_span(context, month, None, -1)
    if last.end is not None and context.at - last.end <= timedelta(days=LOOK_BACK):
        return last
    return month_span(context, month)


@rule("SPAN", "MON in DUR; MON DUR hence")
def _month_in(context: Context, month: int, dur: Dur) -> Span | None:
    return month_span(context, month, dur.after(context.at, context).year) if dur.grain == YEAR else None


def year_span(_context: Context, year: int, _era: int = 0) -> Span:
    """Return a calendar year."""
    return unit(moment(year), YEAR)


rule("SPAN", "YR", latent=True)(year_span)
rule("SPAN", "in [the] [year] YR; [the] year [of] YR; calendar|fiscal year YR; during YR; in|of YR ERA")(year_span)
rule("YR", "WYEAR")(lambda c, year: full_year(year, 4, c))
rule("WYEAR", "WN thousand; WN thousand [and] WN|N")(
    lambda _c, thousands, rest=0: 1000 * thousands + rest if thousands in {1, 2} and rest < 100 else None
)
rule("WYEAR", "WN hundred WN; WN TENS [dash] WN; WN WN; WN TENS")(
    lambda _c, century, *rest: century * 100 + sum(rest) if century in {19, 20} and 10 <= sum(rest) < 100 else None
)


@rule("SPAN", "[all] in|during|throughout|within|over SPAN; [the] month of SPAN; sometime [in|during] SPAN")
def _lasting(_context: Context, span: Span) -> Span | None:
    return None if span.deadline else span


rule("SPAN", "on|of|the SPAN", inherits=True)(_lasting)
rule("SPAN", "about|for|all SPAN")(glue)
rule("SPAN", "at|towards|toward SPAN")(same)


@rule("SPAN", "[early] in the new ONE", score=3)
def _new_year(context: Context, grain: int) -> Span | None:
    """Return the first months of the year to come: "early in the new year"."""
    start = moment(context.at.year + 1)
    return Span(start, add_months(start, 3), MONTH) if grain == YEAR else None


# Quarters and halves.
def _quarter(context: Context, number: int, year: int | None = None) -> Span | None:
    if not 1 <= number <= 4:
        return None
    if year is None:
        year = context.at.year + (number * 3 < context.at.month)
    return unit(moment(year, number * 3 - 2), QUARTER)


def _named_quarter(context: Context, number: int, grain: int, year: int | None = None) -> Span | None:
    return _quarter(context, number, year) if grain == QUARTER else None


def _of_year(context: Context, number: int, span: Span) -> Span | None:
    return _quarter(context, number, span.start.year) if span.grain == YEAR and span.start else None


rule("SPAN", "q [dash] N [of|comma|slash|dash|in] YR; q [dash] N; q N tick YY; q N slash YY")(_quarter)
rule("SPAN", "YR [dash] q N")(lambda c, year, number: _quarter(c, number, year))
rule("SPAN", "[the] ORD UNIT; [the] ORD UNIT [of|comma|in] YR")(_named_quarter)
rule("SPAN", "UNIT N; UNIT N [of|comma|in] YR", score=-1)(
    lambda c, grain, number, *year: _named_quarter(c, number, grain, *year)
)
rule("SPAN", "q N [of] SPAN")(_of_year)
rule("SPAN", "[the] ORD UNIT [of] SPAN")(
    lambda c, number, grain, span: _of_year(c, number, span) if grain == QUARTER else None
)
rule("SPAN", "h N [dash|slash] YR")(lambda _c, number, year: _half_year(year, number))
rule("SPAN", "YR h N")(lambda _c, year, number: _half_year(year, number))
rule("SPAN", "h N", latent=True)(lambda c, number: _half_year(c.at.year, number))


def _half_year(year: int, number: int) -> Span | None:
    if number not in {1, 2}:
        return None
    start = moment(year, 6 * number - 5)
    return Span(start, add_months(start, 6), MONTH)


# Seasons, northern, from the equinoxes and solstices.
_SEASONS = ((3, 20), (6, 21), (9, 23), (12, 21))


def _season(year: int, which: int) -> Span:
    end = moment(year + (which == 3), *_SEASONS[(which + 1) % 4])
    return Span(moment(year, *_SEASONS[which]), end, DAY)


def _near_season(context: Context, which: int, relative: int = 0) -> Span:
    """Return the season that is running or comes next; "next" while it runs is one further, "last" one before."""
    now = (context.at.month, context.at.day)
    begins, ends = _SEASONS[which], _SEASONS[(which + 1) % 4]
    year = context.at.year
    if which == 3:
        year -= now < ends
        running = now < ends or now >= begins
    else:
        year += now >= ends
        running = begins <= now < ends
    return _season(year + (1 if relative > 0 and running else -1 if relative < 0 else 0), which)


rule("SPAN", "[the] REL SEASON")(lambda c, relative, which: _near_season(c, which, relative))
rule("SPAN", "in|during|over the SEASON; in|by SEASON; this coming SEASON")(_near_season)
rule("SPAN", "SEASON [of|comma] YR; the SEASON of YR")(lambda _c, which, year: _season(year, which))
rule("SPAN", "YR SEASON")(lambda _c, year, which: _season(year, which))
rule("SPAN", "early SEASON; early in the SEASON")(lambda c, which: _third(_near_season(c, which), 0))
rule("SPAN", "middle [dash] SEASON; the middle of SEASON")(lambda c, which: _third(_near_season(c, which), 1))
rule("SPAN", "late SEASON; late in the SEASON; [the] end of [the] SEASON")(
    lambda c, which: _third(_near_season(c, which), 2)
)


def _third(span: Span, which: int) -> Span:
    assert span.start is not None
    assert span.end is not None
    bounds = (span.start, span.start + timedelta(days=31), span.start + timedelta(days=61), span.end)
    return Span(bounds[which], bounds[which + 1], DAY)


@rule("SPAN", "[the] REL season")
def _any_season(context: Context, relative: int) -> Span:
    today = (context.at.month, context.at.day)
    begun = sum(start <= today for start in _SEASONS)
    index = context.at.year * 4 + begun - 1 + relative
    return _season(index // 4, index % 4)
