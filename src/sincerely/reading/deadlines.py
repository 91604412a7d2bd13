"""By which day something is due: the day that a sentence, or one beside it, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sincerely.times import TimeMention

from .statements import Statement

_INSTANT = timedelta(microseconds=1)
_FRIDAY = 4
# "Within two weeks" counts days; "by the end of next week" means that week's working days.
_WEEK = re.compile(
    r"\b(?:this|next|coming|following|the|that)\s+week\b|\bweek (?:of|beginning|commencing)\b|\bend of (?:the )?week\b",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:by|before|until|till|no later than|not later than|at the latest|due|deadline|within|in the next|end of|eod|cob"
    r"|latest|closes?|expires?|valid|open until|on or before|bis|spätestens|innerhalb|avant|d'ici|au plus tard)\b",
    re.IGNORECASE,
)


def day_of(mention: TimeMention) -> date | None:
    """Return the last day of a time expression; None when it has no end. A week ends with its last working day."""
    if mention.end is not None:
        day = (mention.end - _INSTANT).date()
        if day.weekday() > _FRIDAY and _WEEK.search(mention.quote):
            day -= timedelta(days=day.weekday() - _FRIDAY)
        return day
    return mention.start.date() if mention.start is not None else None


def is_deadline(mention: TimeMention) -> bool:
    """Whether the words say by when."""
    return mention.start is None and mention.end is not None


def last_day(statement: Statement, at: int = 0) -> date | None:
    """Return the day by which a statement says that something happens, if it names one ahead.

    Args:
        statement: the sentence.
        at: where in its plain words the happening stands; the time next to it counts, behind it rather than before.
    """
    today = statement.clock.at.date()
    place = at / max(1, len(statement.said.text))
    ranked: list[tuple[bool, float, date]] = []
    for mention in statement.times:
        day = day_of(mention)
        if day is None or day < today:
            continue
        distance = mention.begin / max(1, len(statement.text)) - place
        ranked.append((not is_deadline(mention), abs(distance) + (0.5 if distance < -0.1 else 0.0), day))
    return min(ranked)[2] if ranked else None


def deadline(statement: Statement) -> date | None:
    """Return the day of a deadline: by its words, or because the sentence speaks of one."""
    today = statement.clock.at.date()
    loose: date | None = None
    speaks_of_one = _DUE.search(statement.text) is not None
    for mention in statement.times:
        day = day_of(mention)
        if day is None or day < today:
            continue
        if is_deadline(mention):
            return day
        if loose is None and speaks_of_one:
            loose = day
    return loose


def near(said: Sequence[Statement], index: int, reach: int = 2) -> date | None:
    """Return the deadline of a statement, else of the nearest one after it, else just before it."""
    for at in (
        index,
        *range(index + 1, min(index + 1 + reach, len(said))),
        *range(index - 1, max(-1, index - 1 - reach), -1),
    ):
        day = deadline(said[at])
        if day is not None:
            return day
    return None
