"""Lists whose members share a month or a day: "March 3, 4 or 5", "the 10th or 11th of March", "Friday at 9 or 2"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from .context import Context
from .grammar import rule
from .values import DAY, HOUR, At, Day, Span, Tod, clock_span, shift


@dataclass(slots=True)
class Several:
    """Days, or times of a day, one after another, each with the tokens that say it: first, one past the last, which."""

    days: tuple[tuple[int, int, Day | At | Tod | Span], ...]


# How a list goes on, and how many tokens that takes.
_LINKS = (("comma", 1), ("or", 1), ("and", 1), ("comma or", 2), ("comma and", 2), ("slash", 1))
# A day of the month in a list: the pattern, its tokens, and how many of them say the day.
_MEMBERS = (("DOM", 1, 1), ("NTH", 2, 2), ("the NTH", 3, 2))


def _after(context: Context, first: Day | Several, day: int, *, tokens: int, own: int) -> Several | None:
    """Add a day to what came before it, in the same month."""
    days = first.days if isinstance(first, Several) else ((context.place, context.end - tokens, first),)
    last = days[-1][2]
    # Days without their month are a list only as "the 9th, 10th": "9, 10" may be anything.
    if not isinstance(last, Day) or last.day is None or (last.month is None and own < 2):
        return None
    if last.year or not last.day < day <= 31:
        return None
    added = replace(last, day=day, weekday=None, swapped=False)
    return Several((*days, (context.end - own, context.end, added)))


def _before(context: Context, day: int, rest: Day | Several, *, tokens: int, own: int) -> Several | None:
    """Put a day in front of what follows it, in the same month."""
    days = rest.days if isinstance(rest, Several) else ((context.place + tokens, context.end, rest),)
    first = days[0][2]
    if not isinstance(first, Day) or first.day is None or first.month is None or first.day <= day:
        return None
    if first.relative or first.weekday is not None:
        return None
    added = replace(first, day=day, swapped=False)
    return Several(((context.place, context.place + own, added), *days))


for _link, _length in _LINKS:
    for _member, _tokens, _own in _MEMBERS:
        rule("SEVERAL", f"DATE|SEVERAL {_link} {_member}", score=-3)(
            lambda c, first, day, tokens=_length + _tokens, own=_own: _after(c, first, day, tokens=tokens, own=own)
        )
        for _lead, _extra in (("", 0), ("on ", 1)):
            rule("SEVERAL", f"{_lead}{_member} {_link} DATE|SEVERAL", score=-3)(
                lambda c, day, rest, tokens=_extra + _tokens + _length, own=_extra + _tokens: _before(
                    c, day, rest, tokens=tokens, own=own
                )
            )


# Hours of one day, of which the bare ones stand between its first or its last time and "or".
_EVENING = 17 * 3600


def _is_stroke(tod: Tod) -> bool:
    return not tod.part and tod.stop - tod.start <= 3600


def _later(first: Tod, hour: Tod) -> Tod:
    """Return a bare hour behind another: "8pm or 9" are both in the evening."""
    after = hour.afternoon() if hour.open12 else hour
    return after if not first.open12 and first.start >= _EVENING and after.start > first.start else hour


def _earlier(hour: Tod, last: Tod) -> Tod:
    """Return a bare hour before another: "8 or 9pm" are both in the evening, "11 or 2pm" are not."""
    after = hour.afternoon() if hour.open12 else hour
    return after if not last.open12 and after.start < last.start else hour


def _hours_behind(context: Context, first: At | Tod, *hours: Tod, link: int) -> Several | None:
    """Return the hours behind a time, on its day; ``link`` tokens stand before the last."""
    tod = first.tod if isinstance(first, At) else first
    if not _is_stroke(tod):
        return None
    begins = [context.end - 1, *(context.end - 2 - link - 2 * i for i in range(len(hours) - 1))][::-1]
    listed = [(begin, begin + 1, _later(tod, hour)) for begin, hour in zip(begins, hours, strict=True)]
    stop = begins[0] - (link if len(hours) == 1 else 1)
    day = first.day if isinstance(first, At) else None
    return Several((
        (context.place, stop, first),
        *((begin, end, At(day, hour) if day else hour) for begin, end, hour in listed),
    ))  # fmt: skip


def _hours_before(context: Context, *values: Tod | At, link: int) -> Several | None:
    """Return the hours before a time that has its day behind it, on that day: "10 or 11 tomorrow"."""
    *hours, last = values
    if not (isinstance(last, At) and last.turned and _is_stroke(last.tod)):
        return None
    places = [context.place + 2 * i for i in range(len(hours))]
    listed = [
        (place, place + 1, At(last.day, _earlier(hour, last.tod), turned=True))
        for place, hour in zip(places, hours, strict=True)
        if isinstance(hour, Tod)
    ]
    return Several((*listed, (places[-1] + 1 + link, context.end, last)))


for _link, _length in (("or", 1), ("comma or", 2)):
    for _more in range(3):
        rule("SEVERAL", f"AT|TOD {'comma HR ' * _more}{_link} HR", score=-8, inherits=True)(
            lambda c, first, *hours, link=_length: _hours_behind(c, first, *hours, link=link)
        )
        rule("SEVERAL", f"HR {'comma HR ' * _more}{_link} AT", score=-8, inherits=True)(
            lambda c, *values, link=_length: _hours_before(c, *values, link=link)
        )


# Two ends of one day: "Thursday before 10 or after 3".
def _also(context: Context, first: Span, hour: Tod, *, after: bool) -> Several | None:
    """Return what stands open before or after a bare hour, on the day of the time before it."""
    moment = first.start or first.end
    if first.grain > HOUR or moment is None or (first.start is not None and first.end is not None):
        return None
    at = clock_span(moment.date(), hour.settle(), context).start
    second = Span(at, None, HOUR) if after else Span(None, at, HOUR, deadline=True)
    return Several(((context.place, context.end - 3, first), (context.end - 2, context.end, second)))


rule("SEVERAL", "DEAD or after HR", score=-8, inherits=True)(lambda c, first, hour: _also(c, first, hour, after=True))
rule("SEVERAL", "OPEN or before HR", score=-8, inherits=True)(lambda c, first, hour: _also(c, first, hour, after=False))


# What comes a day, a week or a month after the time before it.
def _next_weekday(context: Context, first: Day | At, weekday: int) -> Several:
    """Return a day and the next such weekday behind it: "next Tuesday or the Tuesday after", both at the same hour."""
    day = (first.day if isinstance(first, At) else first).resolve(context)
    behind = Day.of(day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1))
    return _and_then(context, first, At(behind, first.tod) if isinstance(first, At) else behind)


def _next_unit(context: Context, first: Day | Span, grain: int) -> Several | None:
    """Return a day or stretch and the one behind it: "tomorrow or the day after", "next week or the week after"."""
    if isinstance(first, Day):
        return _and_then(context, first, Day.of(first.resolve(context) + timedelta(days=1))) if grain == DAY else None
    if first.grain != grain or first.start is None or first.end is None:
        return None
    return _and_then(context, first, Span(first.end, shift(first.end, grain, 1), grain))


def _and_then(context: Context, first: Day | At | Span, second: Day | At | Span) -> Several:
    return Several(((context.place, context.end - 4, first), (context.end - 3, context.end, second)))


for _or in ("or", "and"):
    for _behind in ("after", "following"):
        rule("SEVERAL", f"DATE|AT {_or} the DOW {_behind}", score=-14)(_next_weekday)
        rule("SEVERAL", f"DATE|SPAN {_or} the ONE {_behind}", score=-14)(_next_unit)
