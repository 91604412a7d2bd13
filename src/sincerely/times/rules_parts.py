"""Parts of weeks, months and years: "early next week", "end of Q2", weekends, "the first week of April"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from .context import Context
from .grammar import phrase, rule
from .values import DAY, MONTH, QUARTER, WEEK, YEAR, Day, Span, add_months, floor, midnight, shift, unit

Part = Callable[[Context, Span], Span | None]
# A week's parts are Monday to Wednesday, Wednesday and Thursday, Friday to Sunday; a month has three of ten days;
# a quarter's are its months; a year's are January to March, May to August, September to December.
_IN_DAYS = {WEEK: (0, 3, 2, 4, 4), MONTH: (0, 10, 10, 20, 20)}
_IN_MONTHS = {QUARTER: (0, 1, 1, 2, 2), YEAR: (0, 3, 4, 8, 8)}


_MOST_UNITS = 60


def _bounds(span: Span, first: int, second: int | None) -> Span | None:
    """Return the part between two of the marks of its grain; up to the end without a second."""
    if span.start is None or span.end is None or span.deadline:
        return None
    if span.grain in _IN_DAYS:
        marks = [span.start + timedelta(days=count) for count in _IN_DAYS[span.grain]]
        grain = DAY
    elif span.grain in _IN_MONTHS:
        marks = [add_months(span.start, count) for count in _IN_MONTHS[span.grain]]
        grain = MONTH
    else:
        return None
    return Span(marks[first], span.end if second is None else marks[second], grain)


def early(_context: Context, span: Span) -> Span | None:
    """Return a stretch's first part."""
    return _bounds(span, 0, 1)


def _middle(_context: Context, span: Span) -> Span | None:
    return _bounds(span, 2, 3)


def late(_context: Context, span: Span) -> Span | None:
    """Return a stretch's last part."""
    return _bounds(span, 4, None)


phrase("~early", "early [in|on|dash]; [the] start|beginning of [about]; [the] early|first part|days of")
phrase("~middle", "middle [dash]; [the] middle of; middle dash way through")
phrase(
    "~late",
    "late [in|dash]; [the] [very] end|close of [about]; [the] end; the last days of; the latter part of; later in",
)
rule("SPAN", "~early SPAN")(early)
rule("SPAN", "~middle SPAN")(_middle)
rule("SPAN", "~late SPAN")(late)


@rule("SPAN", "middle to|dash late SPAN; middle dash to dash late SPAN; middle or late SPAN")
def _middle_to_late(_context: Context, span: Span) -> Span | None:
    return _bounds(span, 2, None)


rule("SPAN", "early to|dash middle SPAN; early dash to dash middle SPAN; early or middle SPAN")(
    lambda _c, span: _bounds(span, 0, 3)
)


def _this(context: Context, grain: int) -> Span:
    return unit(context.at, grain)


rule("SPAN", "[the] end|close of [the] UNIT; [the] UNIT [dash] end; POSS end; end dash of dash UNIT; late in the UNIT")(
    lambda c, grain: late(c, _this(c, grain))
)
rule("SPAN", "[the] start|beginning of [the] UNIT; early in the UNIT")(lambda c, grain: early(c, _this(c, grain)))
rule("SPAN", "[the] middle of the UNIT; middle [dash] UNIT")(lambda c, grain: _middle(c, _this(c, grain)))
rule("SPAN", "midweek")(lambda c: _middle(c, _this(c, WEEK)))


def _middle_of(context: Context, grain: int, span: Span) -> Span | None:
    return _middle(context, span) if span.grain == grain else None


rule("SPAN", "midweek [of|in|comma] SPAN")(lambda c, span: _middle_of(c, WEEK, span))
rule("SPAN", "middle [dash] UNIT [of|in|comma] SPAN")(_middle_of)
for _names, _part in ((("EOW", "EOM", "EOQ", "EOY"), late), (("BOW", "BOM", "BOQ", "BOY"), early)):
    for _name, _grain in zip(_names, (WEEK, MONTH, QUARTER, YEAR), strict=True):

        def _abbreviated(context: Context, _name: str, grain: int = _grain, part: Part = _part) -> Span | None:
            return part(context, _this(context, grain))

        rule("SPAN", f"the {_name}; at [the] {_name}")(_abbreviated)
        # "BOY" is also a word in capitals.
        rule("SPAN", _name, latent=_part is early)(_abbreviated)
        rule("SPAN", f"{_name} [of] SPAN")(
            lambda c, _n, span, grain=_grain, part=_part: part(c, span) if span.grain == grain else None
        )


@rule("SPAN", "[the] ORD half [of] SPAN")
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


rule("SPAN", "[the] latter half [of] SPAN")(lambda c, span: _half(c, 2, span))
rule("SPAN", "[the] ORD half of the UNIT")(lambda c, number, grain: _half(c, number, _this(c, grain)))


# What is left, and what is over.
@rule("SPAN", "later [on] SPAN; the rest|remainder of SPAN; rest of SPAN")
def _rest(context: Context, span: Span) -> Span | None:
    """Return what is left of a week, month or year after today."""
    if span.start is None or span.end is None or span.grain < WEEK or not span.start <= context.at < span.end:
        return None
    start = midnight(context.today) + timedelta(days=1)
    return Span(start if start < span.end else context.at, span.end, DAY)


rule("SPAN", "later [on] in the UNIT; [the] rest|remainder of the UNIT")(
    lambda c, grain: _rest(c, _this(c, grain)) if grain >= WEEK else None
)


@rule("SPAN", "earlier [in] SPAN")
def _so_far(context: Context, span: Span) -> Span | None:
    today = midnight(context.today)
    if span.start is None or span.end is None or not span.start < today < span.end:
        return None
    return Span(span.start, today, DAY)


# Weekends, Saturday and Sunday.
def _weekend(context: Context, weeks: int = 0) -> Span:
    start = floor(shift(midnight(context.today), WEEK, weeks), WEEK) + timedelta(days=5)
    return Span(start, start + timedelta(days=2), DAY)


phrase("~weekend", "weekend; week dash end")
rule("SPAN", "[on] [the] REL ~weekend")(_weekend)
rule("SPAN", "[at|on|over|during|for] the ~weekend")(_weekend)
rule("SPAN", "[the] ~weekend after next")(lambda c: _weekend(c, 2))


@rule("SPAN", "[the] last ~weekend of|in SPAN")
def _last_weekend(_context: Context, span: Span) -> Span | None:
    if span.end is None or span.grain < MONTH:
        return None
    final = span.end - timedelta(days=1)
    start = final - timedelta(days=(final.weekday() - 5) % 7)
    return Span(start, start + timedelta(days=2), DAY)


@rule("SPAN", "[the] ORD ~weekend of|in SPAN")
def _nth_weekend(_context: Context, number: int, span: Span) -> Span | None:
    if span.start is None or span.grain < MONTH or not 1 <= number <= 5:
        return None
    start = span.start + timedelta(days=(5 - span.start.weekday()) % 7 + 7 * (number - 1))
    return Span(start, start + timedelta(days=2), DAY)


@rule("SPAN", "[the] ~weekend of DATE")
def _weekend_of(context: Context, day: Day) -> Span:
    monday = floor(midnight(day.resolve(context)), WEEK)
    return Span(monday + timedelta(days=5), monday + timedelta(days=7), DAY)


# Weeks by a day in them, or by number.
@rule("SPAN", "[the] week of [the] DATE; the same week as DATE")
def _week_of(context: Context, day: Day) -> Span:
    return unit(midnight(day.resolve(context)), WEEK)


rule("SPAN", "[the] week of the DOM")(lambda c, day: _week_of(c, Day(day=day)))


@rule("SPAN", "[the] week commencing|starting|beginning|start [on|the] DATE; w slash c DATE")
def _week_from(context: Context, day: Day) -> Span:
    start = midnight(day.resolve(context))
    return Span(start, start + timedelta(days=7), WEEK)


@rule("SPAN", "[the] week ending [on] DATE; w slash e DATE")
def _week_to(context: Context, day: Day) -> Span:
    end = midnight(day.resolve(context)) + timedelta(days=1)
    return Span(end - timedelta(days=7), end, WEEK)


rule("SPAN", "the week of SPAN")(lambda _c, span: span if span.grain == WEEK else None)


@rule("SPAN", "[the] UNIT after|following DATE; the UNIT after SPAN")
def _unit_after(context: Context, grain: int, base: Day | Span) -> Span | None:
    start = base.start if isinstance(base, Span) else midnight(base.resolve(context))
    return unit(shift(start, grain, 1), grain) if start and grain >= WEEK else None


@rule("SPAN", "the UNIT before DATE")
def _unit_before(context: Context, grain: int, day: Day) -> Span | None:
    return unit(shift(midnight(day.resolve(context)), grain, -1), grain) if grain == WEEK else None


@rule("SPAN", "[the] ORD [full] week of|in SPAN")
def _nth_week(_context: Context, number: int, span: Span) -> Span | None:
    """Return the n-th week that lies wholly in a stretch; from its end where the number is negative."""
    if span.start is None or span.end is None or span.grain < MONTH or number == 0:
        return None
    first = span.start + timedelta(days=-span.start.weekday() % 7)
    last = floor(span.end, WEEK) - timedelta(weeks=1)
    start = first + timedelta(weeks=number - 1) if number > 0 else last + timedelta(weeks=number + 1)
    # "The fourth week" may reach over the month's end.
    latest = span.end - timedelta(days=1) if number >= 4 else last
    return Span(start, start + timedelta(weeks=1), WEEK) if first <= start <= latest else None


rule("SPAN", "[the] last|final week of|in SPAN")(lambda c, span: _nth_week(c, -1, span))
rule("SPAN", "[the] ORD last week of|in SPAN")(lambda c, number, span: _nth_week(c, -number, span))


@rule("SPAN", "[the] ORD UNIT of|in SPAN", score=-1)
def _nth_unit(_context: Context, number: int, grain: int, span: Span) -> Span | None:
    if span.start is None or span.end is None or grain not in {MONTH, QUARTER} or grain >= span.grain:
        return None
    found = unit(shift(span.start, grain, number - 1), grain)
    return found if found.start and found.start < span.end else None


@rule("SPAN", "[the] last|final UNIT of|in SPAN", score=-1)
def _last_unit(_context: Context, grain: int, span: Span) -> Span | None:
    return unit(span.end - timedelta(days=1), grain) if span.end and WEEK < grain < span.grain else None


@rule("SPAN", "[the] first COUNT|N UNIT of|in SPAN; [the] first couple [of] UNIT of|in SPAN")
def _first_units(_context: Context, *parts: object) -> Span | None:
    count, grain, span = parts if len(parts) == 3 else (2, *parts)
    assert isinstance(count, int)
    assert isinstance(grain, int)
    assert isinstance(span, Span)
    if span.start is None or not DAY <= grain < span.grain:
        return None
    return Span(span.start, shift(span.start, grain, count), grain)


@rule("SPAN", "[the] last|final COUNT|N UNIT of|in SPAN", score=1)
def _last_units(_context: Context, count: int, grain: int, span: Span) -> Span | None:
    if span.end is None or not DAY <= grain < span.grain or count > _MOST_UNITS:
        return None
    return Span(shift(span.end, grain, -count), span.end, grain)


@rule("SPAN", "week [number] N; cw|kw N", latent=True)
@rule("SPAN", "calendar week N")
def _numbered_week(context: Context, number: int) -> Span | None:
    return unit(midnight(date.fromisocalendar(context.at.year, number, 1)), WEEK) if 1 <= number <= 53 else None
