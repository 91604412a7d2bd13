"""By when, until when, after when: deadlines have no start, open intervals no end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from .context import Context
from .grammar import rule
from .values import DAY, HOUR, MINUTE, WEEK, At, Day, Dur, Span, Tod, clock_span, midnight, span_of

_THINGS = ("DATE", "AT", "TOD", "SPAN", "IN", "IVL")


def _end(value: object, context: Context) -> tuple[Span, Span] | None:
    """Return a value's stretch, and the deadline that ends with it; a clock time ends when it strikes."""
    span = span_of(value, context, 1)
    if span is None or span.deadline:
        return None
    end = span.end
    tod = value.tod if isinstance(value, At) else value if isinstance(value, Tod) else None
    if tod is not None and tod.part == "midnight":
        assert span.start is not None
        end = midnight(span.start.date()) + timedelta(days=1 if isinstance(value, At) else 0)
    elif (tod is not None and not _is_part(tod)) or (isinstance(value, Span) and span.grain <= MINUTE):
        end = span.start if not (isinstance(value, At) and tod and tod.stop - tod.start > 3600) else span.end
    return (span, Span(None, end, span.grain, deadline=True)) if end else None


def _is_part(tod: Tod) -> bool:
    return tod.part not in {"", "noon", "close"}


def _by(context: Context, value: object) -> Span | None:
    found = _end(value, context)
    return found[1] if found else None


def _before(context: Context, value: object) -> Span | None:
    span = span_of(value, context, 1)
    if span is None or span.deadline or span.start is None:
        return None
    if isinstance(value, (At, Tod)):
        tod = value.tod if isinstance(value, At) else value
        if tod.part in {"end of day", "midnight"}:
            return _by(context, value)
    return Span(None, span.start, span.grain, deadline=True)


_BY = (
    "by", "until", "through", "no later than", "not later than", "on or before", "by or before", "by no later than",
    "at the latest by", "at the latest on", "latest by", "by latest", "at latest by", "up to", "up until", "by at the latest",
    "not after", "no later than by", "due", "due by", "due on", "due at", "is due", "are due", "by at latest", "by about", "by the latest",
    "on or by", "until about", "until the", "by on", "latest on", "by the", "until on", "no later", "later than no",
)  # fmt: skip
rule("DEAD", *(f"{word} {thing}" for word in _BY for thing in _THINGS))(_by)
rule("DEAD", "by DASHED", "before DASHED", "due DASHED", "until DASHED", "no later than DASHED", "due by DASHED")(_by)
rule("DEAD", *(f"{word} {hour}" for word in ("by", "no later than", "until", "not later than", "by about") for hour in ("HR", "HM", "WHR")), latent=True)(_by)
rule("DEAD", *(f"{thing} {tail}" for thing in _THINGS for tail in ("at the latest", "latest", "at latest", "the latest")))(_by)
rule("DEAD", "DEAD at the latest", "DEAD latest", "DEAD at latest", "DEAD the latest", "DEAD or earlier", "DEAD or sooner", "DEAD or before", "by DEAD", "until DEAD")(
    lambda _c, span: span
)
rule("DEAD", *(f"{word} {thing}" for word in ("before", "prior to", "ahead of", "earlier than", "any time before", "sometime before", "before the") for thing in _THINGS if thing != "IVL"))(_before)
rule("DEAD", *(f"before {hour}" for hour in ("HR", "WHR")), latent=True)(_before)
rule("DEAD", "before end of SPAN", "before the end of SPAN", "prior to the end of SPAN", "before the close of SPAN", "before SPAN is over", "before SPAN ends", "before SPAN is out", score=3)(
    lambda _c, span: Span(None, span.end, span.grain, deadline=True) if span.end else None
)


@rule("DEAD", "before the end of the UNIT", "before end of UNIT", "before the UNIT is out", "before UNIT end", "before the UNIT ends", "before the UNIT is over", "within the UNIT", "before EOUNIT", "before end of the UNIT", score=3)
def _before_end(context: Context, grain: int) -> Span | None:
    from .values import unit  # noqa: PLC0415

    if grain < HOUR:
        return None
    if grain == HOUR:
        return Span(None, context.elapsed(context.at, timedelta(hours=1)), MINUTE, deadline=True)
    return Span(None, unit(context.at, grain).end, grain, deadline=True)


# A day, and by when on it: "tomorrow before 4pm", "Thursday, no later than noon".
def _moved(context: Context, day: Day | At, tod: Tod) -> Span | None:
    base = day.day if isinstance(day, At) else day
    span = clock_span(base.resolve(context, 1), tod.settle(), context)
    return Span(None, span.end if _is_part(tod) else span.start, tod.grain, deadline=True)


for _word in ("by", "before", "until", "no later than", "till", "not later than", "prior to", "by about", "through"):
    for _hour in ("TOD", "HR", "HM"):
        rule("DEAD", f"DATE {_word} {_hour}", f"DATE comma {_word} {_hour}", f"AT {_word} {_hour}", score=1)(_moved)
        rule("DEAD", f"{_word} {_hour} DATE", f"{_word} {_hour} on DATE", f"{_word} {_hour} comma DATE", score=-1)(lambda c, tod, day: _moved(c, day, tod))


# Within a time from now.
def _within(context: Context, dur: Dur) -> Span:
    return _within_of(context, dur, context.at)


def _within_of(context: Context, dur: Dur, start: object) -> Span:
    end = dur.after(start, context)  # type: ignore[arg-type]  # a wall time
    if dur.grain >= DAY:
        return Span(None, midnight(end.date()) + timedelta(days=1), DAY, deadline=True)
    return Span(None, end, MINUTE if dur.grain >= MINUTE else dur.grain, deadline=True)


_WITHIN = (
    "within", "in less than", "in under", "in no more than", "in not more than", "in at most", "in fewer than", "inside", "within about", "within a maximum of",
    "in up to", "within at most", "within no more than", "no later than", "not later than", "in a maximum of", "within less than", "by no later than",
)  # fmt: skip
rule("DEAD", *(f"{word} DUR" for word in _WITHIN), "DUR at the latest", "in DUR at the latest", "allow DUR", "allow us DUR", "allow for DUR", "take DUR", "takes DUR", "give us DUR", "take about DUR", "takes about DUR", "allow at least DUR", "in DUR or less", "in DUR at most", "within DUR or less", "within DUR or so", "within DUR time", "within DUR tick time", "within DUR from now", "within DUR at most", "within DUR at the latest", score=1)(_within)
rule("DEAD", "within the REL DUR", "within REL DUR", "in less than the REL DUR", "within the REL a DUR", "within the DUR", "within these REL DUR", "within just DUR", score=2)(
    lambda c, *parts: _within(c, parts[-1]) if len(parts) == 1 or parts[0] >= 0 else None
)
rule("DEAD", "within the REL ONE", "within REL ONE", score=2)(lambda c, relative, grain: _within(c, Dur(((1, grain),))) if relative == 1 else None)
rule("DEAD", "within the REL MANY", score=2)(lambda c, relative, grain: _within(c, Dur(((3, grain),))) if relative == 1 else None)
rule("DEAD", "wait DUR", "wait for DUR", "timer for DUR", "alarm for DUR", "reminder for DUR", "snooze for DUR")(
    lambda c, dur: _within(c, dur) if dur.grain <= HOUR else None
)
for _word in ("of", "from", "after", "following"):
    rule("DEAD", f"within DUR {_word} DATE", f"within DUR {_word} AT", f"no later than DUR {_word} DATE", f"not later than DUR {_word} DATE", f"by DUR {_word} DATE", score=3)(
        lambda c, dur, base: _from(c, dur, base)
    )
rule("DEAD", "no later than DUR before DATE", "at least DUR before DATE", "by DUR before DATE", "not later than DUR before DATE", score=3)(
    lambda c, dur, day: Span(None, midnight(dur.after(midnight(day.resolve(c, 1)), c, -1).date()) + timedelta(days=1), DAY, deadline=True)
)


def _from(context: Context, dur: Dur, base: object) -> Span | None:
    span = span_of(base, context)
    return _within_of(context, dur, span.start) if span and span.start else None


# After.
def _after(context: Context, value: object) -> Span | None:
    span = span_of(value, context)
    if span is None or span.deadline or span.start is None:
        return None
    tod = value.tod if isinstance(value, At) else value if isinstance(value, Tod) else None
    start = span.start if tod is not None and not tod.part else span.end
    return Span(start, None, span.grain) if start else None


def _since(context: Context, value: object) -> Span | None:
    span = span_of(value, context)
    return Span(span.start, None, span.grain) if span and span.start and not span.deadline else None


_LATER = ("after", "sometime after", "any time after", "later than", "not until after", "until after", "no earlier than after", "anytime after", "past", "shortly after", "soon after", "right after", "just after", "the day after")
rule("OPEN", *(f"{word} {thing}" for word in _LATER[:-1] for thing in _THINGS if word != "past" or thing in {"TOD", "AT"}))(_after)
rule("OPEN", "after HR", latent=True)(_after)
_FROM = (
    "since", "from", "as of", "starting", "starting on", "starting from", "beginning", "start", "start on", "start from", "no earlier than", "not before",
    "effective", "as from", "not earlier than", "starting at", "no sooner than", "starting in", "start in", "effective from",
)  # fmt: skip
rule("OPEN", *(f"{word} {thing}" for word in _FROM for thing in _THINGS if thing != "IN"))(_since)
rule("OPEN", *(f"{thing} {tail}" for thing in ("DATE", "AT", "TOD", "SPAN") for tail in ("onward", "or later", "and later", "or after", "on onward", "and onward", "and after", "forward")))(_since)
rule("OPEN", "from DATE onward", "from DATE on", "from AT on", "from SPAN on", "from SPAN onward", "from DATE forward", "from AT onward", "from TOD onward", "from HR onward", score=1)(_since)
def _after_time(context: Context, dur: Dur) -> Span:
    start = dur.after(context.at, context)
    return Span(midnight(start.date()) if dur.grain >= DAY else start, None, max(dur.grain, MINUTE))


rule("OPEN", "after DUR", "in more than DUR", "at least DUR from now")(
    lambda c, dur: _after_time(c, dur) if dur.grain <= WEEK else None
)
rule("OPEN", "after DUR", latent=True)(_after_time)
for _hour in ("TOD", "HR", "HM"):
    rule("OPEN", f"DATE after {_hour}", f"DATE comma after {_hour}", f"DATE from {_hour}", f"DATE from {_hour} onward", f"DATE starting {_hour}", f"DATE starting at {_hour}", f"DATE past {_hour}", f"DATE any time after {_hour}", f"DATE not before {_hour}")(
        lambda c, day, tod: _open_day(c, day, tod)
    )
    rule("OPEN", f"after {_hour} DATE", f"after {_hour} on DATE", f"from {_hour} on DATE", f"from {_hour} DATE")(lambda c, tod, day: _open_day(c, day, tod))
rule("IVL", "OPEN but DEAD", "OPEN and DEAD", "OPEN DEAD", "OPEN comma but DEAD")(
    lambda _c, after, dead: Span(after.start, dead.end, min(after.grain, dead.grain)) if after.end is None and after.start and dead.end and after.start < dead.end else None
)


def _open_day(context: Context, day: Day, tod: Tod) -> Span:
    span = clock_span(day.resolve(context), tod.settle(), context)
    return Span(span.end if tod.part else span.start, None, tod.grain)


_ = (HOUR, replace)
