"""Lists in which the dates share a month: "March 3, 4 or 5", "the 10th, 11th or 12th of March"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .context import Context
from .grammar import rule
from .values import Day


@dataclass(slots=True)
class Several:
    """Days one after another, each with the tokens that say it: first, one past the last, the day."""

    days: tuple[tuple[int, int, Day], ...]


# How a list goes on, and how many tokens that takes.
_LINKS = (("comma", 1), ("or", 1), ("and", 1), ("comma or", 2), ("comma and", 2), ("slash", 1))
# A day of the month in a list: the pattern, its tokens, and how many of them say the day.
_MEMBERS = (("DOM", 1, 1), ("NTH", 2, 2), ("the NTH", 3, 2))


def _after(context: Context, first: Day | Several, day: int, *, tokens: int, own: int) -> Several | None:
    """Add a day to what came before it, in the same month."""
    days = first.days if isinstance(first, Several) else ((context.place, context.end - tokens, first),)
    last = days[-1][2]
    # Days without their month are a list only as "the 9th, 10th": "9, 10" may be anything.
    if last.day is None or (last.month is None and own < 2) or last.year or not last.day < day <= 31:
        return None
    added = replace(last, day=day, weekday=None, swapped=False)
    return Several((*days, (context.end - own, context.end, added)))


def _before(context: Context, day: int, rest: Day | Several, *, tokens: int, own: int) -> Several | None:
    """Put a day in front of what follows it, in the same month."""
    days = rest.days if isinstance(rest, Several) else ((context.place + tokens, context.end, rest),)
    first = days[0][2]
    if first.day is None or first.month is None or first.day <= day or first.relative or first.weekday is not None:
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
