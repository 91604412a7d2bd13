"""Counts and durations, and the days and instants that they lead to: "in two weeks", "a week from Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from .context import Context
from .grammar import glue, phrase, rule
from .values import DAY, HOUR, MINUTE, QUARTER, SECOND, WEEK, Day, Dur, Span, day_span, shift, span_of

# A quantity is a number, or a least and a most.
Quantity = float | tuple[float, float]
_MOST = 1000


@rule("N", "TENS [dash] WN")
def _compound(_context: Context, tens: int, ones: int) -> int | None:
    return tens + ones if 1 <= ones <= 9 else None


@rule("ORD", "TENS [dash] WORD")
def _compound_ordinal(_context: Context, tens: int, ones: int) -> int | None:
    return tens + ones if ones <= 9 else None


@rule("QTY", "N; DEC; FRAC; COUNT; a COUNT")
def _plain(_context: Context, number: float) -> float | None:
    return number if 0 < number < _MOST else None


@rule("QTY", "N dash|to|or|and N; N dash to dash N; between N and N; COUNT to N")
def _range(_context: Context, least: int, most: int) -> Quantity | None:
    return (least, most) if 0 < least < most < _MOST else None


rule("QTY", "N lp N rp")(lambda _c, word, figure: word if word == figure else None)
rule("QTY", "N and a half")(lambda _c, number: number + 0.5)
rule("QTY", "[a] couple [of]; a couple more")(lambda _c: 2)
rule("QTY", "about|just|only|another QTY; QTY more")(glue)


# "5m" is a duration only beside another one, or after "in" or a plus.
@rule("MINUTES", "QTY SHORTMIN")
@rule("DUR", "QTY [dash] UNIT; QTY POSS time")
def _duration(_context: Context, quantity: Quantity, unit: int) -> Dur:
    if isinstance(quantity, tuple):
        return Dur(((quantity[1], unit),), ((quantity[0], unit),))
    return Dur(((quantity, unit),))


rule("DUR", "QTY calendar UNIT")(_duration)


@rule("DUR", "QTY [full] business [dash] UNIT")
def _business(context: Context, quantity: Quantity, unit: int) -> Dur:
    return replace(_duration(context, quantity, unit), business=unit == DAY)


def _one(_context: Context, unit: int, count: float = 1) -> Dur:
    return Dur(((count, unit),))


rule("DUR", "QTY BDAY")(lambda c, quantity, _day: _business(c, quantity, DAY))
rule("DUR", "a BDAY")(lambda c, _day: _business(c, 1, DAY))
rule("DUR", "a|one business UNIT")(lambda c, unit: _business(c, 1, unit))
rule("DUR", "a|one UNIT; a POSS time")(_one)


@rule("DUR", "a|one ONE or two")
def _one_or_two(_context: Context, unit: int) -> Dur:
    return Dur(((2, unit),), ((1, unit),))


rule("DUR", "DUR or so", score=1)(glue)
rule("DUR", "a UNIT and a half")(lambda c, unit: _one(c, unit, 1.5))
rule("DUR", "half [a] UNIT; a half UNIT; half dash UNIT")(lambda c, unit: _one(c, unit, 0.5))
rule("DUR", "FRAC [of] [a] UNIT")(lambda c, part, unit: _one(c, unit, part))
rule("DUR", "a|one|the fortnight")(lambda c: _one(c, WEEK, 2))
rule("DUR", "QTY fortnight")(lambda c, count: _one(c, WEEK, 2 * count) if isinstance(count, int) else None)
rule("DUR", "a|about|full DUR; up to DUR", score=-1)(glue)


@rule("DUR", "N [dash] UNIT of a UNIT")
def _quarters(_context: Context, count: int, unit: int, whole: int) -> Dur | None:
    """Return quarters of an hour."""
    return Dur(((count / 4, whole),)) if unit == QUARTER and whole <= HOUR else None


rule("DUR", "a UNIT of a UNIT")(lambda c, unit, whole: _quarters(c, 1, unit, whole))


@rule("DUR", "DUR [comma] [and] DUR|MINUTES; MINUTES DUR")
def _sum(_context: Context, first: Dur, second: Dur) -> Dur | None:
    if first.least or second.least or first.grain <= max(grain for _, grain in second.parts):
        return None
    return Dur(first.parts + second.parts)


def _point(moment: datetime, grain: int) -> Span:
    """Return the instant as the stretch that its grain makes: a day, a minute, a second."""
    if grain >= DAY:
        return day_span(moment.date())
    fine = MINUTE if grain >= MINUTE else SECOND
    return Span(moment, shift(moment, fine, 1), fine)


def _away(context: Context, dur: Dur, base: datetime, sign: int) -> Span:
    """Return when it is so long after a moment, or before it."""
    found = _point(dur.after(base, context, sign), dur.grain)
    if not dur.least:
        return found
    nearer = _point(dur.after(base, context, sign, least=True), dur.grain)
    if sign > 0:
        return Span(nearer.start, found.end, found.grain)
    return Span(found.start, nearer.end, found.grain)


def _split(result: str, context: Context, dur: Dur, base: datetime, sign: int) -> Day | Span | None:
    """Return a day for the rule that wants days, a stretch for the one that wants instants."""
    found = _away(context, dur, base, sign)
    is_day = dur.grain >= DAY and not dur.least
    if result == "DATE":
        return Day.of(found.start.date()) if is_day and found.start else None
    return None if is_day else found


phrase("~in", "in [about|just|another]")


def _declare(result: str) -> None:
    """Declare each way to count from now or from a named time, for days or for instants."""

    def ahead(context: Context, dur: Dur) -> Day | Span | None:
        return _split(result, context, dur, context.at, 1)

    def back(context: Context, dur: Dur) -> Day | Span | None:
        return _split(result, context, dur, context.at, -1)

    def from_base(context: Context, dur: Dur, base: object, sign: int = 1) -> Day | Span | None:
        span = span_of(base, context)
        return _split(result, context, dur, span.start, sign) if span and span.start else None

    rule(result, "~in DUR [time]; ~in DUR tick time; in DUR from now; [about] DUR from now|today; DUR hence")(ahead)
    rule(result, "[about] DUR ago")(back)
    rule(result, "in MINUTES")(lambda c, dur: ahead(c, dur) if dur.grain == MINUTE else None)
    # Told from somewhere in a story, unless they stand alone.
    rule(result, "DUR later|out|away|ahead; plus DUR|MINUTES", latent=True)(ahead)
    rule(result, "dash DUR", latent=True)(back)
    rule(result, "DUR from|after|following DATE|AT|SPAN|TOD")(from_base)
    rule(result, "DUR before DATE|AT|SPAN|TOD; DUR ahead of DATE|AT|SPAN; DUR prior to DATE|AT|SPAN")(
        lambda c, dur, base: from_base(c, dur, base, -1)
    )
    rule(result, "DUR on DATE")(lambda c, dur, base: from_base(c, dur, base) if dur.grain == WEEK else None)
    # "A fortnight today", "a week tomorrow".
    rule(result, "DUR OFF")(
        lambda c, dur, days: (
            from_base(c, dur, Day.of(c.today + timedelta(days=days))) if dur.grain == WEEK and days >= 0 else None
        )
    )
    rule(result, "DATE|AT plus DUR")(lambda c, base, dur: from_base(c, dur, base))
    rule(result, "DATE dash DUR", score=-1)(lambda c, base, dur: from_base(c, dur, base, -1))


_declare("DATE")
_declare("IN")


@rule("DATE", "this time REL ONE")
def _this_time(context: Context, relative: int, grain: int) -> Day | None:
    """Return the day that lies a week, a month or a year on: "this time next week"."""
    if grain < WEEK or relative != 1:
        return None
    found = _away(context, _one(context, grain), context.at, 1)
    return Day.of(found.start.date()) if found.start else None


rule("DATE", "this time OFF")(lambda c, days: Day.of(c.today + timedelta(days=days)))


@rule("IN", "OFF in DUR")
def _today_in(context: Context, offset: int, dur: Dur) -> object:
    return _split("IN", context, dur, context.at, 1) if offset == 0 else None


@rule("IVL", "DUR")
def _bare_range(context: Context, dur: Dur) -> Span | None:
    """Return when it is so many business days on: "7-10 business days" is always counted from now."""
    return _away(context, dur, context.at, 1) if dur.business and dur.least else None


rule("NOW", "now")(lambda c: _point(c.at, SECOND))
rule("NOW", "right now; as of now; at the moment; at this moment|time; atm; at present", latent=True)(
    lambda c: _point(c.at, SECOND)
)
rule("IN", "the UNIT after", latent=True)(lambda c, unit: _away(c, _one(c, unit), c.at, 1))
