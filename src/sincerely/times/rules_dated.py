"""A day together with its time: "Thursday the 12th at 3", "tomorrow morning", "tonight at 8"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from .context import Context
from .grammar import glue, rule
from .rules_clock import END_OF_DAY, FIRST_THING, NIGHT, finer, in_part
from .rules_days import is_day_of_month, merge
from .rules_hours import hours_from_to
from .values import HOUR, NOON, At, Day, Dur, Span, Tod, span_of


def _join(_context: Context, day: Day, tod: Tod) -> At:
    return At(day, tod)


def _turned(_context: Context, tod: Tod, day: Day) -> At:
    return At(day, tod, turned=True)


rule("AT", "DATE [comma|dash|colon|tee|dot|and] [the] TOD; DATE comma dash TOD; DATE lp TOD rp; DATE AFTER")(_join)
# "Monday 3/9 10am" is no Monday the 3rd.
rule("AT", "DATE slash TOD", score=-2)(lambda _c, day, tod: At(day, tod) if day.month or day.day is None else None)
rule("AT", "DATE WCLOCK; DATE comma|dash|about HM", score=-2)(_join)
# "2 November 1815" is rather a year, except alone or with a weekday that does not fit the year.
rule("AT", "DATE HM", score=-2)(lambda _c, day, tod: At(day, tod) if day.weekday is not None else None)
rule("AT", "DATE HM", score=-2, latent=True)(_join)
rule("AT", "DATE [comma|at|about|dash] DOTTED; DATE lp DOTTED rp", score=-3)(_join)
rule("AT", "TOD [of|dash|the] DATE; TOD lp DATE rp; AFTER [on] DATE")(_turned)
rule("AT", "TOD comma DATE", score=-2)(_turned)
rule("AT", "[at] DOTTED [on] DATE")(lambda c, tod, day: At(day, tod) if c.day_first else None)
rule("AT", "[the] POD of DATE; in|on the POD of DATE")(_turned)


for _which in ("early", "late"):
    rule("AT", f"{_which} DATE POD", score=1)(
        lambda _c, day, part, which=_which: At(day, fine) if (fine := finer(which, part)) else None
    )


@rule("AT", "DOW HR", score=-1)
def _bare_hour(context: Context, weekday: int, tod: Tod) -> At | None:
    """Return the hour that stands behind a weekday: "Fri 10?", where no 10th soon is a Friday."""
    hour = tod.start // 3600
    return At(Day(weekday=weekday), tod) if hour > 0 and not is_day_of_month(context, weekday, hour) else None


# Said from today.
def _days_on(context: Context, days: int, tod: Tod) -> At:
    return At(Day.of(context.today + timedelta(days=days)), tod)


def _within(context: Context, tod: Tod, part: Tod) -> At | None:
    found = in_part(context, tod, part)
    return _days_on(context, 0, found) if found else None


_CLOCKS = "TOD|HR|WHR|HM|HMM"
rule("AT", f"[at] {_CLOCKS} this POD")(_within)
rule("AT", f"[at] {_CLOCKS} TONIGHT")(lambda c, tod, _tonight: _within(c, tod, NIGHT))
rule("AT", "HR OFF")(lambda c, tod, days: replace(_days_on(c, days, tod), turned=True))
rule("AT", "this POD")(lambda c, tod: _days_on(c, 0, tod))
rule("AT", "TONIGHT")(lambda c, _tonight: _days_on(c, 0, NIGHT))
_MEALS = frozenset({"lunch", "breakfast", "dinner"})
LATE_NIGHT = Tod(75600, 2 * NOON, HOUR, part="late night")
rule("AT", "late TONIGHT")(lambda c, _tonight: _days_on(c, 0, LATE_NIGHT))
rule("AT", "late last night")(lambda c: _days_on(c, -1, LATE_NIGHT))
rule("AT", "last night")(lambda c: _days_on(c, -1, NIGHT))
rule("AT", "next POD")(lambda c, tod: _days_on(c, 1, tod) if tod.part not in _MEALS else None)
rule("AT", "[the] end of OFF; close of OFF; end of day OFF")(lambda c, days: _days_on(c, days, END_OF_DAY))


@rule("AT", "later OFF; OFF later")
def _later(context: Context, days: int) -> At | None:
    return _days_on(context, 0, Tod(context.at.hour * 3600, 2 * NOON, HOUR, part="later")) if days == 0 else None


rule("AT", "[the] rest|remainder of the day")(lambda c: _later(c, 0))


rule("AT", "early DATE; DATE early; first thing [on] DATE; DATE first thing")(lambda _c, day: At(day, FIRST_THING))
rule("AT", "late DATE; DATE late; last thing [on] DATE")(
    lambda _c, day: At(day, Tod(57600, 2 * NOON, HOUR, part="late"))
)


# Told in two steps.
@rule("AT", f"AT [at|about] {_CLOCKS}; AT comma|dash|colon TOD; AT lp TOD rp; AT [at|comma] DOTTED")
def _refine(context: Context, at: At, tod: Tod) -> At | None:
    """Return a day's part made a clock time: "tomorrow morning at 9"."""
    if not at.tod.part or tod.part:
        return None
    found = in_part(context, tod, at.tod)
    return At(at.day, found) if found else None


rule("AT", "TOD [comma|on] AT; HR|HM AT")(lambda c, tod, at: _refine(c, at, tod))


@rule("AT", "AT [comma|on] DATE; AT lp DATE rp")
def _redated(context: Context, at: At, day: Day) -> At | None:
    merged = merge(context, at.day, day)
    return At(merged, at.tod) if merged else None


rule("AT", "AT ZONE; AT lp ZONE rp")(
    lambda _c, at, zone: None if at.tod.part else At(at.day, replace(at.tod, zone=zone))
)
rule("AT", "AT [comma] YR")(
    lambda _c, at, year: At(replace(at.day, year=year), at.tod) if at.day.day and at.day.year is None else None
)
rule("AT", "at|on|for|the|about|sometime AT")(glue)


# Ranges that begin with a dated time.
@rule("AT", "[from] AT ~to TOD|HR|HM", score=-1)
def _extended(_context: Context, first: At, second: Tod) -> At | None:
    """Return a dated time made a range by the hour that follows: "Monday 2pm to 3pm"."""
    if first.tod.part and not second.part:
        return None
    tod = hours_from_to(first.tod, second)
    return At(first.day, tod) if tod else None


rule("AT", "AT plus N", score=1)(lambda _c, at, n: at if n == 1 and at.tod.stop - at.tod.start > 3600 else None)


def _lasting(context: Context, dur: Dur, start: At | Tod) -> Span | None:
    span = span_of(start, context)
    if span is None or span.start is None or dur.grain > HOUR:
        return None
    return Span(span.start, dur.after(span.start, context), min(span.grain, dur.grain))


rule("IN", "AT|TOD for DUR; AT lp DUR rp; AT comma DUR")(lambda c, start, dur: _lasting(c, dur, start))
rule("IN", "for DUR [starting] [from] AT; for DUR [starting] from TOD")(_lasting)
