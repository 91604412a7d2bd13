"""Counts, durations, and the days and instants that they lead to: "in two weeks", "3 days ago", "a week from Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from .context import Context
from .grammar import rule, same
from .values import DAY, HOUR, MINUTE, SECOND, WEEK, Day, Dur, Span, day_span, shift, span_of

# A quantity is a number, or a least and a most.
Quantity = float | tuple[float, float]


@rule("N", "TENS WN", "TENS dash WN")
def _compound(_context: Context, tens: int, ones: int) -> int | None:
    return tens + ones if 1 <= ones <= 9 else None


@rule("ORD", "TENS WORD", "TENS dash WORD")
def _compound_ordinal(_context: Context, tens: int, ones: int) -> int | None:
    return tens + ones if ones <= 9 else None


@rule("QTY", "N", "DEC", "FRAC", "COUNT", "a COUNT")
def _plain(_context: Context, number: float) -> float | None:
    return number if 0 < number < 1000 else None


rule("QTY", "N lp N rp")(lambda _c, word, figure: word if word == figure else None)
rule("QTY", "N and a half")(lambda _c, number: number + 0.5)
rule("QTY", "a couple", "a couple of", "couple of", "couple", "a couple more")(lambda _c: 2)
rule("QTY", "about QTY", "QTY more", "just QTY", "only QTY", "another QTY")(same)


@rule("QTY", "N dash N", "N to N", "N or N", "N and N", "N dash to dash N", "between N and N", "COUNT to N")
def _range(_context: Context, least: int, most: int) -> Quantity | None:
    return (least, most) if 0 < least < most < 1000 else None


@rule("DUR", "QTY UNIT", "QTY dash UNIT")
def _duration(_context: Context, quantity: Quantity, unit: int) -> Dur | None:
    if isinstance(quantity, tuple):
        return Dur(((quantity[1], unit),), ((quantity[0], unit),))
    return Dur(((quantity, unit),))


@rule("DUR", "QTY business UNIT", "QTY full business UNIT", "QTY business dash UNIT")
def _business(context: Context, quantity: Quantity, unit: int) -> Dur | None:
    found = _duration(context, quantity, unit)
    assert isinstance(found, Dur)
    return replace(found, business=unit == DAY)


rule("DUR", "QTY POSS time", "a POSS time")(lambda _c, *parts: Dur(((parts[0] if len(parts) == 2 else 1, parts[-1]),)))
rule("DUR", "QTY BDAY")(lambda c, q, _d: _business(c, q, DAY))
rule("DUR", "a UNIT", "one UNIT")(lambda _c, unit: Dur(((1, unit),)))
rule("DUR", "a business UNIT", "one business UNIT")(lambda _c, unit: Dur(((1, unit),), business=unit == DAY))
rule("DUR", "a BDAY")(lambda _c, _d: Dur(((1, DAY),), business=True))
rule("DUR", "a UNIT and a half")(lambda _c, unit: Dur(((1.5, unit),)))
rule("DUR", "half a UNIT", "half UNIT", "a half UNIT", "half dash UNIT")(lambda _c, unit: Dur(((0.5, unit),)))
rule("DUR", "FRAC of a UNIT", "FRAC UNIT")(lambda _c, part, unit: Dur(((part, unit),)))
rule("DUR", "a fortnight", "one fortnight", "the fortnight")(lambda _c: Dur(((2, WEEK),)))
rule("DUR", "QTY fortnight")(lambda _c, q: Dur(((2 * q, WEEK),)) if isinstance(q, int) else None)
rule("DUR", "a DUR", "up to DUR", "about DUR", "full DUR", score=-1)(same)


@rule("DUR", "N UNIT of a UNIT")
def _quarters(_context: Context, count: int, unit: int, whole: int) -> Dur | None:
    return Dur(((count / 4, whole),)) if unit == 6 and whole <= HOUR else None


@rule("DUR", "N dash UNIT of a UNIT")
def _dashed_quarters(context: Context, count: int, unit: int, whole: int) -> object:
    return _quarters(context, count, unit, whole)


rule("DUR", "a UNIT of a UNIT")(lambda c, unit, whole: _quarters(c, 1, unit, whole))


rule("MINUTES", "QTY SHORTMIN")(_duration)
rule("DUR", "DUR MINUTES", "MINUTES DUR", "DUR comma MINUTES", "DUR and MINUTES", "DUR comma and MINUTES")(lambda c, a, b: _sum(c, a, b))


@rule("DUR", "DUR DUR", "DUR comma DUR", "DUR and DUR", "DUR comma and DUR")
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
    if dur.least:
        nearer = _point(dur.after(base, context, sign, least=True), dur.grain)
        if sign > 0:
            return Span(nearer.start, found.end, found.grain)
        return Span(found.start, nearer.end, found.grain)
    return found


def _split(result: str, context: Context, dur: Dur, base: datetime, sign: int) -> Day | Span | None:
    """Return a day for the rule that wants days, a stretch for the one that wants instants."""
    found = _away(context, dur, base, sign)
    is_day = dur.grain >= DAY and not dur.least
    if result == "DATE":
        return Day.of(found.start.date()) if is_day and found.start else None
    return None if is_day else found


_AHEAD = (
    "in DUR", "in about DUR", "in just DUR", "in another DUR", "DUR from now", "DUR from today", "DUR hence", "DUR ahead", "in DUR from now", "in DUR time", "in DUR tick time", "about DUR from now",
)  # fmt: skip
# Told from somewhere in a story, unless they stand alone.
_TOLD = ("DUR later", "DUR out", "DUR away")
_BACK = ("DUR ago", "about DUR ago")


def _declare(result: str) -> None:
    rule(result, *_AHEAD)(lambda c, d: _split(result, c, d, c.at, 1))
    rule(result, *_BACK)(lambda c, d: _split(result, c, d, c.at, -1))
    rule(result, *_TOLD, latent=True)(lambda c, d: _split(result, c, d, c.at, 1))
    rule(result, "in MINUTES")(lambda c, d: _split(result, c, d, c.at, 1))
    rule(result, "plus DUR", "plus MINUTES", latent=True)(lambda c, d: _split(result, c, d, c.at, 1))
    rule(result, "dash DUR", latent=True)(lambda c, d: _split(result, c, d, c.at, -1))

    def from_base(context: Context, dur: Dur, base: object) -> Day | Span | None:
        span = span_of(base, context)
        if span is None or span.start is None:
            return None
        return _split(result, context, dur, span.start, 1)

    def before_base(context: Context, dur: Dur, base: object) -> Day | Span | None:
        span = span_of(base, context)
        if span is None or span.start is None:
            return None
        return _split(result, context, dur, span.start, -1)

    bases = ("DATE", "AT", "SPAN", "TOD")
    rule(result, *(f"DUR {word} {base}" for word in ("from", "after", "following") for base in bases))(from_base)
    rule(result, "DUR on DATE")(lambda c, dur, base: from_base(c, dur, base) if dur.grain == WEEK else None)
    rule(result, *(f"DUR {word} {base}" for word in ("before", "ahead of", "prior to") for base in bases))(before_base)
    rule(result, "DATE plus DUR", "AT plus DUR")(lambda c, base, dur: from_base(c, dur, base))
    rule(result, "DATE dash DUR", score=-1)(lambda c, base, dur: before_base(c, dur, base))


_declare("DATE")
_declare("IN")


@rule("IN", "OFF in DUR")
def _today_in(context: Context, offset: int, dur: Dur) -> object:
    return _split("IN", context, dur, context.at, 1) if offset == 0 else None


rule("NOW", "now")(lambda c: _point(c.at, SECOND))
@rule("IVL", "DUR")
def _bare_range(context: Context, dur: Dur) -> Span | None:
    """Return when it is so many business days on: "7-10 business days" is always counted from now."""
    return _away(context, dur, context.at, 1) if dur.business and dur.least else None


rule("NOW", "right now", "as of now", "at the moment", "at this moment", "at this time", "atm", "at present", latent=True)(lambda c: _point(c.at, SECOND))


@rule("IN", "the UNIT after", latent=True)
def _unit_after(context: Context, unit: int) -> object:
    return _away(context, Dur(((1, unit),)), context.at, 1)
