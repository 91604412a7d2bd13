"""By when, until when, after when: deadlines have no start, open intervals no end."""

from __future__ import annotations

from datetime import datetime, timedelta

from .context import Context
from .grammar import glue, phrase, rule
from .values import (
    DAY,
    HOUR,
    MINUTE,
    QUARTER,
    SECOND,
    WEEK,
    At,
    Day,
    Dur,
    Span,
    Tod,
    add_months,
    clock_span,
    midnight,
    span_of,
    unit,
)  # fmt: skip

_THING = "DATE|AT|TOD|SPAN|IN|IVL"
_A_DAY = timedelta(days=1)
_HOURS_A_DAY = 24
_MONTHS = 12
_JUST_A_SECOND = Dur(((1, SECOND),))
# "By Tuesday or Friday": days so near each other that they are one deadline.
_SOON_AFTER = 14


def _tod(value: object) -> Tod | None:
    return value.tod if isinstance(value, At) else value if isinstance(value, Tod) else None


def _is_part(tod: Tod) -> bool:
    """Whether a time of day is a stretch that a deadline may use up ("by tomorrow morning"), not a stroke."""
    return tod.part not in {"", "noon", "close", "midnight"}


# By, until: to the end of a day or longer; a clock time ends when it strikes.
def _by(context: Context, value: object) -> Span | None:
    if isinstance(value, Day):
        return Span(None, midnight(value.resolve(context, 1)) + _A_DAY, DAY, deadline=True)
    span = span_of(value, context, 1)
    if span is None or span.deadline or span.start is None:
        return None
    end = span.end
    tod = _tod(value)
    if tod is not None and tod.part == "midnight":
        # Midnight elsewhere is no midnight here.
        end = (span.start if tod.zone else midnight(span.start.date())) + (
            _A_DAY if isinstance(value, At) else timedelta()
        )
    elif tod is not None and not _is_part(tod):
        end = span.end if isinstance(value, At) and tod.stop - tod.start > 3600 else span.start
    elif isinstance(value, Span) and span.grain <= MINUTE:
        end = span.start
    return Span(None, end, span.grain, deadline=True) if end else None


phrase("~no-later", "no|not later than; not a day|moment|minute|second later than")
phrase("~latest", "[at] [the] [very] latest")
phrase("~by", (
    "by [about|on|the]; until [about|on|the]; through; ~no-later [by]; by ~no-later; on|by or before; on or by; "
    "~latest [by|on]; by ~latest; up to|until; not after; [is|are] due [by|on|at]"
))  # fmt: skip
rule("DEAD", f"~by {_THING}|DASHED")(_by)
rule("DEAD", "~by HR|HM|WHR", latent=True)(_by)


@rule("DEAD", "~by DOTTED", score=-1)
def _by_dotted(context: Context, tod: Tod) -> Span | None:
    """Return by which hour: "by 9.30"; "by 9.12" is rather a day of December."""
    may_be_day = 1 <= tod.start // 60 % 60 <= _MONTHS
    return None if may_be_day or not context.day_first else _by(context, tod)


rule("DEAD", "by [the] close on DATE; by close DATE", score=1)(_by)
rule("DEAD", f"{_THING} ~latest; ~by HR|HM|WHR ~latest")(_by)
rule("DEAD", "DEAD ~latest; DEAD or earlier|sooner|before; by|until DEAD")(glue)


@rule("DEAD", "DEAD or [on|by] DATE|AT|TOD", score=-1)
def _later_of(context: Context, dead: Span, value: object) -> Span | None:
    """Return the later end: "by Tuesday or Wednesday"."""
    other = _by(context, value)
    if other is None or other.end is None or dead.end is None or other.end <= dead.end:
        return None
    return other if (other.end - dead.end).days < _SOON_AFTER else None


# Before: to the beginning of what is named; but a day, week or month that is running out is used up.
def _before(context: Context, value: object) -> Span | None:
    tod = _tod(value)
    if tod is not None and tod.part in {"end of day", "midnight"}:
        return _by(context, value)
    span = span_of(value, context, 1)
    if span is None or span.deadline or span.start is None:
        return None
    return Span(None, span.start, span.grain, deadline=True)


phrase("~before", "[any|some] [time] before [the]; sometime before; prior to; ahead of; earlier than")
phrase("~end-of", "[the] end|close of")
rule("DEAD", "~before DATE|AT|TOD|SPAN|IN|DASHED")(_before)
rule("DEAD", "before HR|WHR", latent=True)(_before)
# What is used up before it is over: "before Monday is out", "before the 10th closes".
phrase("~gone", "is|are over|out; ends; closes")
rule("DEAD", "~before DATE|SPAN ~gone; until DATE|SPAN ~gone", score=3)(_by)


rule("DEAD", "~before ~end-of DATE; by ~end-of DATE", score=3)(_by)


@rule("DEAD", "~before ~end-of SPAN", score=3)
def _to_the_end(_context: Context, span: Span) -> Span | None:
    return Span(None, span.end, span.grain, deadline=True) if span.end else None


@rule(
    "DEAD",
    "~before ~end-of [the] UNIT; before UNIT end; before the UNIT is over|out; before the UNIT ends; within the UNIT",
    score=3,
)
def _this_one_out(context: Context, grain: int) -> Span | None:
    if grain < HOUR:
        return None
    if grain == HOUR:
        return Span(None, context.elapsed(context.at, timedelta(hours=1)), MINUTE, deadline=True)
    return Span(None, unit(context.at, grain).end, grain, deadline=True)


rule("DEAD", "before EOW|EOM|EOQ|EOY", score=3)(
    lambda c, name: _this_one_out(c, {"EOW": WEEK, "EOM": 5, "EOQ": 6, "EOY": 7}[name])
)


# A day, and by when on it: "tomorrow before 4pm", "by 5pm Friday".
@rule("DEAD", "DATE|AT [comma] ~by|~before TOD|HR|HM", score=1)
def _on_day(context: Context, day: Day | At, tod: Tod) -> Span | None:
    base = day.day if isinstance(day, At) else day
    span = clock_span(base.resolve(context, 1), tod.settle(), context)
    return Span(None, span.end if _is_part(tod) else span.start, tod.grain, deadline=True)


rule("DEAD", "~by|~before TOD|HR|HM [on|comma] DATE", score=-1)(lambda c, tod, day: _on_day(c, day, tod))


# Within a time, from now or from a named day.
def _within(context: Context, dur: Dur, start: datetime | None = None) -> Span:
    end = dur.after(start or context.at, context)
    if dur.grain >= DAY:
        return Span(None, midnight(end.date()) + _A_DAY, DAY, deadline=True)
    return Span(None, end, min(dur.grain, MINUTE), deadline=True)


phrase("~at-most", "less|fewer than; under; no|not more than; at most; up to; a maximum of")
phrase("~within", "within [about|just|these|the]; in|within ~at-most; inside [of]; ~no-later; by ~no-later")
rule("DEAD", "~within DUR", score=1)(lambda c, dur: _within(c, dur) if dur.grain > SECOND else None)
rule("DEAD", "~within DUR", latent=True)(_within)
rule("DEAD", "DUR ~latest; in DUR ~latest; in DUR or less; in DUR at most", score=1)(_within)
rule(
    "DEAD",
    "within DUR or less|so; within DUR [tick] time; within DUR from now; within DUR at most; within DUR ~latest",
    score=1,
)(_within)
rule("DEAD", "within [the|these] REL [a] DUR; in ~at-most the REL DUR", score=2)(
    lambda c, relative, dur: _within(c, dur) if relative >= 0 else None
)
rule("DEAD", "within [the] REL ONE", score=2)(
    lambda c, relative, grain: _within(c, Dur(((1, grain),))) if relative == 1 else None
)
rule("DEAD", "within [the] REL ONE or two", score=2)(
    lambda c, relative, grain: _within(c, Dur(((2, grain),))) if relative == 1 else None
)
rule("DEAD", "within [the] REL business ONE|BDAY", score=2)(
    lambda c, relative, _day: _within(c, Dur(((1, DAY),), business=True)) if relative == 1 else None
)
rule("DEAD", "within the REL MANY", score=2)(
    lambda c, relative, grain: _within(c, Dur(((3, grain),))) if relative == 1 else None
)
phrase("~allow", "allow [us|for|about]; allow [at] least; take|takes [about|us]; give us")
rule("DEAD", "~allow DUR", score=1)(lambda c, dur: _within(c, dur) if DAY <= dur.grain <= WEEK else None)
# What stands open for so long: "the offer is valid for seven days", "you have five days to accept".
rule("DEAD", "valid|open|live|alive|good|active|available|works for [just|only] DUR; open|live|alive|active DUR")(
    lambda c, dur: _within(c, dur) if HOUR <= dur.grain <= WEEK else None
)
# Told from the mail on: "72 hours from receipt", "five working days from the date of this letter".
phrase("~this-mail", "receipt; receiving this; the date of this; when this")
rule("DEAD", "DUR from ~this-mail", score=2)(lambda c, dur: _within(c, dur) if HOUR <= dur.grain <= WEEK else None)
rule("DEAD", "have [until|just|only] DUR to")(lambda c, dur: _within(c, dur) if _is_a_day_or_more(dur) else None)


def _is_a_day_or_more(dur: Dur) -> bool:
    count, grain = dur.parts[0]
    return DAY <= grain <= WEEK or (grain == HOUR and count >= _HOURS_A_DAY)


phrase("~wait", "wait [for]; timer|alarm|reminder|snooze for")
rule("DEAD", "~wait DUR")(lambda c, dur: _within(c, dur) if dur.grain <= HOUR and dur != _JUST_A_SECOND else None)


@rule("DEAD", "~within DUR of|from|after|following DATE|AT; by DUR of|from|after|following DATE|AT", score=3)
def _within_of(context: Context, dur: Dur, base: object) -> Span | None:
    span = span_of(base, context)
    return _within(context, dur, span.start) if span and span.start else None


@rule("DEAD", "~no-later|by DUR before DATE; at least DUR before DATE", score=3)
def _so_long_before(context: Context, dur: Dur, day: Day) -> Span:
    end = dur.after(midnight(day.resolve(context, 1)), context, -1)
    return Span(None, midnight(end.date()) + _A_DAY, DAY, deadline=True)


# After: from the end of a day or longer, from the stroke of a clock time. From, since: from the beginning.
def _after(context: Context, value: object) -> Span | None:
    span = span_of(value, context)
    if span is None or span.deadline or span.start is None:
        return None
    tod = _tod(value)
    start = span.start if tod is not None and not tod.part else span.end
    return Span(start, None, span.grain) if start else None


def _since(context: Context, value: object) -> Span | None:
    span = span_of(value, context)
    return Span(span.start, None, span.grain) if span and span.start and not span.deadline else None


def _since_then(context: Context, value: object) -> Span | None:
    """Return what is open since a day, month or season that is past: "since Monday", "since mid-January"."""
    span = span_of(value, context, -1)
    if span is None or span.start is None or span.deadline:
        return None
    start = span.start
    if start > context.at and isinstance(value, Day | At):
        day = value if isinstance(value, Day) else value.day
        start -= timedelta(weeks=1) if day.weekday is not None and day.day is None else timedelta()
    elif start > context.at and isinstance(value, Span) and span.grain <= QUARTER:
        start = add_months(start, -12)
    return Span(start, None, span.grain)


phrase("~after", "[sometime|shortly|soon|right|just|until] after; any|some time after; later than; not until after")
phrase("~since", (
    "from; as of|from; starting|beginning [on|from|at|in]; no|not earlier than; no sooner than; "
    "not before; effective [from]"
))  # fmt: skip
phrase("~onward", "[and] onward; or|and later; or|and after; forward; on")
rule("OPEN", "~after DATE|AT|SPAN|IN|IVL")(_after)
rule("OPEN", "~after TOD", inherits=True)(_after)
rule("OPEN", "past TOD|AT")(_after)
rule("OPEN", "after HR", latent=True)(_after)
rule("OPEN", "~since DATE|AT|SPAN|IVL")(_since)
rule("OPEN", "since [about|around] DATE|AT|SPAN|IVL")(_since_then)
rule("OPEN", "~since|since TOD", inherits=True)(_since)
rule("OPEN", "DATE|AT|TOD|SPAN onward|forward; DATE|AT|TOD|SPAN or|and later|after|onward")(_since)
rule("OPEN", "from DATE|AT|TOD|SPAN|HR ~onward", score=1)(_since)


def _after_time(context: Context, dur: Dur) -> Span:
    start = dur.after(context.at, context)
    return Span(midnight(start.date()) if dur.grain >= DAY else start, None, max(dur.grain, MINUTE))


rule("OPEN", "after DUR")(lambda c, dur: _after_time(c, dur) if DAY <= dur.grain <= WEEK else None)
rule("OPEN", "in more than DUR; at least DUR from now")(
    lambda c, dur: _after_time(c, dur) if dur.grain <= WEEK else None
)
rule("OPEN", "after DUR", latent=True)(_after_time)


@rule("OPEN", "DATE [comma] ~after|~since|since TOD|HR|HM [onward]; DATE past TOD")
def _from_hour(context: Context, day: Day, tod: Tod) -> Span:
    span = clock_span(day.resolve(context), tod.settle(), context)
    return Span(span.end if tod.part else span.start, None, tod.grain)


rule("OPEN", "after|from TOD|HR|HM [on] DATE; from TOD|HR|HM ~onward [on] DATE")(
    lambda c, tod, day: _from_hour(c, day, tod)
)


@rule("IVL", "OPEN [comma] [but|and] DEAD")
def _after_and_by(_context: Context, after: Span, dead: Span) -> Span | None:
    if after.start is None or after.end or dead.end is None or after.start >= dead.end:
        return None
    return Span(after.start, dead.end, min(after.grain, dead.grain))
