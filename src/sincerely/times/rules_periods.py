"""Weeks, months, quarters, seasons and years, their parts, and runs of them: "early next week", "end of Q2"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from .context import Context
from .grammar import rule, same
from .numerals import full_year
from .values import DAY, HOUR, LOOK_BACK, MINUTE, MONTH, QUARTER, WEEK, YEAR, Day, Dur, Span, add_months, day_span, floor, midnight, shift, unit


# Whole units by distance: "next week", "last month".
def _relative(context: Context, relative: int, grain: int) -> Span | None:
    if grain < HOUR or (grain == HOUR and relative < 0):
        return None
    if grain == DAY:
        return None
    start = shift(floor(context.at, grain), grain, relative)
    return Span(start, shift(start, grain, 1), grain)


rule("SPAN", "REL ONE", "the REL ONE", "this REL ONE", "REL business ONE", "REL calendar ONE", "the REL calendar ONE", "REL POSS", "the REL POSS")(
    lambda c, *parts: _relative(c, parts[-2] if len(parts) == 2 else max(parts[:-1], key=abs), parts[-1])
)
rule("DATE", "REL ONE")(
    lambda c, relative, grain: Day.of(c.today + timedelta(days=relative)) if grain == DAY and relative else None
)
rule("SPAN", "JOINED")(lambda c, joined: _relative(c, *joined))
rule("SPAN", "ONE after next", "the ONE after next")(
    lambda c, grain: _relative(c, 2, grain) if grain != DAY else None
)
rule("SPAN", "ONE after REL ONE", "the ONE after REL ONE")(
    lambda c, one, relative, two: _relative(c, relative + 1, one) if one == two else None
)


# Several units: "the next 3 weeks" are the three after this one.
rule("SPAN", "N REL UNIT", "the N REL UNIT", "COUNT REL UNIT")(
    lambda c, n, relative, grain: _run(c, relative, Dur(((n, grain),))) if 1 < n <= 24 else None
)


@rule("SPAN", "REL DUR", "the REL DUR", "REL a DUR")
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


def _window(context: Context, relative: int, dur: Dur) -> Span | None:
    """Return the time from now on, or up to now, that a duration spans; days count whole."""
    if relative < 0:
        start = dur.after(context.at, context, -1)
        return Span(midnight(start.date()) if dur.grain >= DAY else start, context.at, dur.grain)
    end = dur.after(context.at, context)
    if dur.grain >= DAY:
        return Span(context.at, midnight(end.date()) + timedelta(days=1), DAY)
    return Span(context.at, end, MINUTE)


for _lead in ("in", "over", "during", "for", "throughout", "in about"):
    rule("SPAN", f"{_lead} the REL DUR", f"{_lead} REL DUR", f"{_lead} these REL DUR", f"{_lead} the REL a DUR", score=1)(
        lambda c, relative, dur: _window(c, relative, dur) if relative else None
    )


    rule("SPAN", f"{_lead} the REL MANY", f"{_lead} REL MANY", f"{_lead} these REL MANY")(
        lambda c, relative, grain: _window(c, relative, Dur(((3, grain),))) if relative else None
    )


# Months and years by name.
def _month(context: Context, month: int, year: int | None = None, relative: int | None = None) -> Span:
    if year is None:
        year = context.at.year
        if relative == -1:
            year -= month >= context.at.month
        elif relative == 1:
            year += month <= context.at.month
        else:
            year += month < context.at.month
    return unit(datetime(year, month, 1), MONTH)  # noqa: DTZ001 - wall time


rule("SPAN", "MON", latent=True)(lambda c, month: _month(c, month))
rule("SPAN", "SURE", "SURE dot")(lambda c, month: _month(c, month))
rule("SPAN", "MON YR", "MON comma YR", "MON of YR", "MON dash YR", "MON slash YR", "YR MON", "MON in YR", "YR slash MON", "MON lp YR rp")(
    lambda c, a, b: _month(c, min(a, b), max(a, b))
)
rule("SPAN", "MON tick YY", "MON dash tick YY")(lambda c, month, year: _month(c, month, year))
rule("SPAN", "MON YY", "MON dash YY", latent=True, score=-2)(lambda c, month, year: _month(c, month, year) if year < 2000 else None)
rule("SPAN", "REL MON", "the REL MON", "this REL MON")(
    lambda c, *parts: _month(c, parts[-1], None, parts[-2])
)
rule("SPAN", "MON SPAN", "MON of SPAN", "MON comma SPAN")(
    lambda c, month, span: _month(c, month, span.start.year) if span.grain == YEAR and span.start else None
)
rule("SPAN", "YR", latent=True)(lambda _c, year: unit(datetime(year, 1, 1), YEAR))  # noqa: DTZ001 - wall time
rule("SPAN", "in YR", "year YR", "the year YR", "in the year YR", "the year of YR", "in YR ERA", "calendar year YR", "fiscal year YR", "during YR", "of YR ERA")(
    lambda _c, year, *era: unit(datetime(year, 1, 1), YEAR)   # noqa: DTZ001 - wall time
)
@rule("SPAN", "in MON", "during MON", "back in MON", score=1)
def _in_month(context: Context, month: int) -> Span:
    """Return the month; one that is just over rather than next year's: "we met in January"."""
    found = _month(context, month)
    last = _month(context, month, None, -1)
    return last if last.end is not None and context.at - last.end <= timedelta(days=LOOK_BACK) else found


rule("SPAN", "in SPAN", "on SPAN", "during SPAN", "of SPAN", "about SPAN", "the SPAN", "for SPAN", "sometime SPAN", "sometime in SPAN", "throughout SPAN", "all SPAN", "sometime during SPAN", "the month of SPAN", "within SPAN", "over SPAN")(
    lambda _c, span: None if span.deadline else span
)


@rule("SPAN", "MON in DUR", "MON DUR hence")
def _month_in(context: Context, month: int, dur: object) -> Span | None:
    if not isinstance(dur, Dur) or dur.grain != YEAR:
        return None
    return _month(context, month, dur.after(context.at, context).year)


@rule("YR", "WYEAR")
def _worded(context: Context, year: int) -> int | None:
    return full_year(year, 4, context)


rule("WYEAR", "WN thousand WN", "WN thousand and WN", "WN thousand N", "WN thousand")(
    lambda _c, thousands, rest=0: 1000 * thousands + rest if thousands in {1, 2} and rest < 100 else None
)
rule("WYEAR", "WN hundred WN", "WN TENS WN", "WN WN")(
    lambda _c, century, *rest: century * 100 + sum(rest) if century in {19, 20} and 10 <= sum(rest) < 100 else None
)

# Quarters and halves.
def _quarter(context: Context, number: int, year: int | None = None) -> Span | None:
    if not 1 <= number <= 4:
        return None
    if year is None:
        year = context.at.year + (number * 3 < context.at.month)
    return unit(datetime(year, number * 3 - 2, 1), QUARTER)  # noqa: DTZ001 - wall time


for _quarter_row in ("q N", "ORD UNIT", "the ORD UNIT", "UNIT N", "q dash N"):
    def _numbered(context: Context, *parts: int, row: str = _quarter_row) -> Span | None:
        number, *rest = parts
        if "UNIT" in row:
            grain = rest.pop(0) if row != "UNIT N" else number
            number = number if row != "UNIT N" else rest.pop(0)
            if grain != QUARTER:
                return None
        return _quarter(context, number, rest[0] if rest else None)

    rule("SPAN", _quarter_row, *(f"{_quarter_row} {y}" for y in ("YR", "of YR", "comma YR", "slash YR", "dash YR", "in YR")))(_numbered)
    rule("SPAN", f"{_quarter_row} of SPAN", f"{_quarter_row} SPAN")(
        lambda c, *parts, numbered=_numbered: numbered(c, *parts[:-1], parts[-1].start.year) if parts[-1].grain == YEAR else None
    )
rule("SPAN", "YR q N", "YR dash q N")(lambda c, year, number: _quarter(c, number, year))
rule("SPAN", "h N YR", "h N", latent=True)(
    lambda c, n, year=None: _part_of_year(year or c.at.year, 6 * n - 5, 6) if n in {1, 2} else None
)


def _part_of_year(year: int, first: int, months: int) -> Span:
    start = datetime(year, first, 1)  # noqa: DTZ001 - wall time
    return Span(start, add_months(start, months), MONTH)


@rule("SPAN", "ORD half of SPAN", "the ORD half of SPAN", "ORD half SPAN")
def _half(_context: Context, number: int, span: Span) -> Span | None:
    if span.start is None or span.end is None or number not in {1, 2}:
        return None
    middle = {
        YEAR: add_months(span.start, 6), MONTH: span.start + timedelta(days=15),
        WEEK: span.start + timedelta(days=3), QUARTER: span.start + timedelta(days=45),
    }.get(span.grain)  # fmt: skip
    if middle is None:
        return None
    return Span(span.start, middle, DAY) if number == 1 else Span(middle, span.end, DAY)


# Parts: thirds of a month, of a year; Monday to Wednesday, Wednesday and Thursday, Friday to Sunday of a week.
def _early(_context: Context, span: Span) -> Span | None:
    if span.start is None or span.deadline:
        return None
    ends = {
        WEEK: span.start + timedelta(days=3), MONTH: span.start + timedelta(days=10),
        QUARTER: add_months(span.start, 1), YEAR: add_months(span.start, 3),
    }  # fmt: skip
    end = ends.get(span.grain)
    return Span(span.start, end, MONTH if span.grain >= QUARTER else DAY) if end else None


def _middle(_context: Context, span: Span) -> Span | None:
    if span.start is None or span.deadline:
        return None
    bounds = {
        WEEK: (span.start + timedelta(days=2), span.start + timedelta(days=4)),
        MONTH: (span.start + timedelta(days=10), span.start + timedelta(days=20)),
        QUARTER: (add_months(span.start, 1), add_months(span.start, 2)),
        YEAR: (add_months(span.start, 4), add_months(span.start, 8)),
    }.get(span.grain)
    return Span(*bounds, MONTH if span.grain >= QUARTER else DAY) if bounds else None


def _late(_context: Context, span: Span) -> Span | None:
    if span.start is None or span.end is None or span.deadline:
        return None
    starts = {
        WEEK: span.start + timedelta(days=4), MONTH: span.start + timedelta(days=20),
        QUARTER: add_months(span.start, 2), YEAR: add_months(span.start, 8),
    }  # fmt: skip
    start = starts.get(span.grain)
    return Span(start, span.end, MONTH if span.grain >= QUARTER else DAY) if start else None


_THE = ("", "the ")
rule(
    "SPAN", "early SPAN", "early in SPAN", "early on SPAN", "early dash SPAN",
    *(f"{the}{word} of SPAN" for the in _THE for word in ("start", "early part", "first part", "early days", "first days")),
)(_early)  # fmt: skip
rule("SPAN", "middle SPAN", "middle dash SPAN", "middle of SPAN", "the middle of SPAN", "middle to late SPAN", "middle dash way through SPAN")(_middle)
rule("SPAN", "late SPAN", "late in SPAN", "late dash SPAN", "end of SPAN", "the end of SPAN", "end SPAN", "the end SPAN", "the last days of SPAN", "the close of SPAN", "close of SPAN", "the latter part of SPAN", "the very end of SPAN", "later in SPAN")(_late)


def _this(context: Context, grain: int) -> Span:
    return unit(context.at, grain)


for _place, _pattern, _part in (
    ("end", ("end of the UNIT", "the end of the UNIT", "end of UNIT", "the end of UNIT", "UNIT end", "the UNIT end", "POSS end", "UNIT dash end", "end dash of dash UNIT", "close of the UNIT", "the close of the UNIT", "late in the UNIT"), _late),
    ("start", ("start of the UNIT", "the start of the UNIT", "start of UNIT", "early in the UNIT", "the start of UNIT"), _early),
    ("middle", ("middle of the UNIT", "the middle of the UNIT", "middle dash UNIT", "middle UNIT", "midweek"), _middle),
):
    rule("SPAN", *_pattern)(
        lambda c, grain=WEEK, part=_part: part(c, _this(c, grain)) if grain >= WEEK else None
    )
for _abbreviation, _grain, _part in (
    ("EOW", WEEK, _late), ("EOM", MONTH, _late), ("EOQ", QUARTER, _late), ("EOY", YEAR, _late),
    ("BOW", WEEK, _early), ("BOM", MONTH, _early), ("BOQ", QUARTER, _early), ("BOY", YEAR, _early),
):  # fmt: skip
    rule("SPAN", f"the {_abbreviation}", f"at the {_abbreviation}", f"at {_abbreviation}", f"{_abbreviation}", latent=_abbreviation in {"BOY", "BOW", "BOM"})(
        lambda c, _v, grain=_grain, part=_part: part(c, _this(c, grain))
    )
    rule("SPAN", f"{_abbreviation} SPAN", f"{_abbreviation} of SPAN")(lambda c, _v, span, grain=_grain, part=_part: part(c, span) if span.grain == grain else None)
rule("SPAN", "at SPAN", "towards SPAN", "toward SPAN")(lambda _c, span: span)


@rule("SPAN", "later SPAN", "later on SPAN")
def _later(context: Context, span: Span) -> Span | None:
    """Return what is left of a week, month or year after today."""
    if span.start is None or span.end is None or span.grain < WEEK or not span.start <= context.at < span.end:
        return None
    start = midnight(context.today) + timedelta(days=1)
    return Span(start if start < span.end else context.at, span.end, DAY)


rule("SPAN", "later in the UNIT", "the rest of the UNIT", "rest of the UNIT", "the remainder of the UNIT", "later on in the UNIT")(
    lambda c, grain: _later(c, _this(c, grain)) if grain >= WEEK else None
)
rule("SPAN", "the rest of SPAN", "rest of SPAN", "the remainder of SPAN")(_later)
rule("SPAN", "earlier SPAN", "earlier in SPAN")(
    lambda c, span: Span(span.start, midnight(c.today), DAY) if span.start and span.end and span.start < midnight(c.today) < span.end else None
)

# Weekends.
def _weekend(context: Context, weeks: int) -> Span:
    start = floor(shift(midnight(context.today), DAY, 7 * weeks), WEEK) + timedelta(days=5)
    return Span(start, start + timedelta(days=2), DAY)


for _end in ("weekend", "week dash end"):
    rule("SPAN", f"REL {_end}", f"the REL {_end}", f"on the REL {_end}")(lambda c, n: _weekend(c, n))
    rule("SPAN", f"the {_end}", f"at the {_end}", f"on the {_end}", f"over the {_end}", f"during the {_end}", f"for the {_end}")(lambda c: _weekend(c, 0))
    rule("SPAN", f"{_end} after next", f"the {_end} after next")(lambda c: _weekend(c, 2))
    rule("SPAN", f"last {_end} of SPAN", f"the last {_end} of SPAN", f"last {_end} in SPAN", f"the last {_end} in SPAN")(
        lambda _c, span: _last_weekend(span)
    )
    rule("SPAN", f"ORD {_end} of SPAN", f"the ORD {_end} of SPAN", f"ORD {_end} in SPAN", f"the ORD {_end} in SPAN")(lambda _c, n, span: _nth_weekend(n, span))
    rule("SPAN", f"the {_end} of DATE", f"{_end} of DATE")(
        lambda c, day: _weekend(c, (floor(midnight(day.resolve(c)), WEEK) - floor(midnight(c.today), WEEK)).days // 7)
    )


def _last_weekend(span: Span) -> Span | None:
    if span.end is None or span.grain < MONTH:
        return None
    final = span.end - timedelta(days=1)
    start = final - timedelta(days=(final.weekday() - 5) % 7)
    return Span(start, start + timedelta(days=2), DAY)


def _nth_weekend(number: int, span: Span) -> Span | None:
    if span.start is None or span.grain < MONTH or not 1 <= number <= 5:
        return None
    start = span.start + timedelta(days=(5 - span.start.weekday()) % 7 + 7 * (number - 1))
    return Span(start, start + timedelta(days=2), DAY)


# Weeks by a day in them, or by number.
rule("SPAN", "week of DATE", "the week of DATE", "week of the DATE", "the week of the DOM", "week of the DOM", "the same week as DATE")(
    lambda c, day: unit(midnight((Day(day=day) if isinstance(day, int) else day).resolve(c)), WEEK)
)
rule("SPAN", "week commencing DATE", "week starting DATE", "week start DATE", "the week commencing DATE", "the week starting DATE", "the week start DATE", "week-of slash c DATE", "the week start on DATE", "week start on DATE")(
    lambda c, day: Span(midnight(day.resolve(c)), midnight(day.resolve(c)) + timedelta(days=7), WEEK)
)
rule("SPAN", "week ending DATE", "the week ending DATE", "week ending on DATE", "the week ending on DATE")(
    lambda c, day: Span(midnight(day.resolve(c)) - timedelta(days=6), midnight(day.resolve(c)) + timedelta(days=1), WEEK)
)
rule("SPAN", "the week of SPAN")(lambda _c, span: span if span.grain == WEEK else None)
rule("SPAN", "the UNIT after DATE", "the UNIT following DATE", "UNIT after DATE", "the UNIT after SPAN")(
    lambda c, grain, base: _unit_after(c, grain, base)
)
rule("SPAN", "the UNIT before DATE")(lambda c, grain, day: _unit_before(c, grain, day))


def _unit_after(context: Context, grain: int, base: Day | Span) -> Span | None:
    if grain < WEEK:
        return None
    start = base.start if isinstance(base, Span) else midnight(base.resolve(context))
    return unit(shift(start, grain, 1), grain) if start else None


def _unit_before(context: Context, grain: int, day: Day) -> Span | None:
    return unit(shift(midnight(day.resolve(context)), grain, -1), grain) if grain == WEEK else None


def _nth_week(_context: Context, number: int, span: Span) -> Span | None:
    """Return the n-th week that lies wholly in a stretch; from its end where the number is negative."""
    if span.start is None or span.end is None or span.grain < MONTH or number == 0:
        return None
    first = span.start + timedelta(days=-span.start.weekday() % 7)
    last = floor(span.end, WEEK) - timedelta(days=7)
    start = first + timedelta(days=7 * (number - 1)) if number > 0 else last + timedelta(days=7 * (number + 1))
    if number >= 4 and start + timedelta(days=7) > span.end and start < span.end:
        return Span(start, start + timedelta(days=7), WEEK)
    return Span(start, start + timedelta(days=7), WEEK) if first <= start <= last else None


for _in in ("of", "in"):
    rule("SPAN", f"ORD week {_in} SPAN", f"the ORD week {_in} SPAN", f"ORD full week {_in} SPAN", f"the ORD full week {_in} SPAN")(_nth_week)
    rule("SPAN", f"last week {_in} SPAN", f"the last week {_in} SPAN", f"final week {_in} SPAN", f"the final week {_in} SPAN")(lambda c, span: _nth_week(c, -1, span))
    rule("SPAN", f"ORD last week {_in} SPAN", f"the ORD last week {_in} SPAN")(lambda c, n, span: _nth_week(c, -n, span))
    rule("SPAN", f"ORD UNIT {_in} SPAN", f"the ORD UNIT {_in} SPAN")(lambda _c, n, grain, span: _nth_unit(n, grain, span))
    rule("SPAN", f"last UNIT {_in} SPAN", f"the last UNIT {_in} SPAN")(
        lambda _c, grain, span: unit(span.end - timedelta(days=1), grain) if span.end and WEEK < grain < span.grain else None
    )
    rule("SPAN", f"ORD COUNT UNIT {_in} SPAN", f"the ORD COUNT UNIT {_in} SPAN", f"ORD N UNIT {_in} SPAN", f"the ORD N UNIT {_in} SPAN")(
        lambda _c, n, count, grain, span: Span(span.start, shift(span.start, grain, int(count)), grain) if n == 1 and span.start and DAY <= grain < span.grain else None
    )
rule("SPAN", "ORD half of the UNIT", "the ORD half of the UNIT")(lambda c, n, grain: _half(c, n, _this(c, grain)))
rule("SPAN", "week N", "week number N", "cw N", "kw N", "calendar week N", latent=True)(
    lambda c, n: _iso_week(c, n) if 1 <= n <= 53 else None
)


def _nth_unit(number: int, grain: int, span: Span) -> Span | None:
    if span.start is None or span.end is None or grain not in {MONTH, QUARTER} or grain >= span.grain:
        return None
    found = unit(shift(span.start, grain, number - 1), grain)
    return found if found.start and found.start < span.end else None


def _iso_week(context: Context, number: int) -> Span:
    return unit(midnight(date.fromisocalendar(context.at.year, number, 1)), WEEK)


# Seasons: from the equinoxes and solstices, northern.
_SEASONS = ((3, 20), (6, 21), (9, 23), (12, 21))


def _season(year: int, which: int) -> Span:
    start = datetime(year, *_SEASONS[which])  # noqa: DTZ001 - wall time
    end = datetime(year + (which == 3), *_SEASONS[(which + 1) % 4])  # noqa: DTZ001 - wall time
    return Span(start, end, DAY)


def _near_season(context: Context, which: int, relative: int = 0) -> Span:
    """Return the season that is running or comes next; one further for "next" while it runs; the last that is over."""
    year = context.at.year - 1
    while (found := _season(year, which)).end is not None and found.end <= context.at:  # type: ignore[operator]  # a season ends
        year += 1
    running = found.start is not None and found.start <= context.at
    return _season(year + (1 if relative > 0 and running else -1 if relative < 0 else 0), which)


rule("SPAN", "REL SEASON", "the REL SEASON")(lambda c, relative, which: _near_season(c, which, relative))
rule("SPAN", "in the SEASON", "in SEASON", "by SEASON", "during the SEASON", "over the SEASON", "this coming SEASON", "the SEASON of", "end of the SEASON")(lambda c, which: _near_season(c, which))
rule("SPAN", "SEASON YR", "SEASON of YR", "the SEASON of YR", "SEASON comma YR", "YR SEASON")(lambda _c, a, b: _season(max(a, b), min(a, b)))
rule("SPAN", "early SEASON", "early in the SEASON")(lambda c, which: _third(_near_season(c, which), 0))
rule("SPAN", "late SEASON", "late in the SEASON", "end of SEASON", "the end of SEASON", "the end of the SEASON")(lambda c, which: _third(_near_season(c, which), 2))
rule("SPAN", "middle SEASON", "middle dash SEASON", "the middle of SEASON")(lambda c, which: _third(_near_season(c, which), 1))


def _third(span: Span, which: int) -> Span:
    assert span.start is not None
    assert span.end is not None
    first, second = span.start + timedelta(days=31), span.start + timedelta(days=61)
    return Span((span.start, first, second)[which], (first, second, span.end)[which], DAY)


@rule("SPAN", "REL season", "the REL season")
def _whole_season(context: Context, relative: int) -> Span:
    which, year = next(
        (w, y)
        for y in (context.at.year - 1, context.at.year)
        for w in (range(4) if y == context.at.year else (3,))
        if (s := _season(y, w)).start and s.end and s.start <= context.at < s.end
    )
    index = year * 4 + which + relative
    return _season(index // 4, index % 4)

