"""The day that stands with a thing, where one sentence names several: "X by Friday, and Y by the 29th"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sincerely.reading.scoring.words import plain
from sincerely.reading.statements import deadlines
from sincerely.reading.statements.statement import Statement
from sincerely.times import TimeMention

from .named import Named, named


class _Day(NamedTuple):
    """A day of a sentence.

    Attributes:
        begin: its first word.
        stop: after its last.
        day: which.
    """

    begin: int
    stop: int
    day: date


# Whoever is to answer by a day hands in nothing by that.
ANSWER = re.compile(
    r"\b(?:confirm|reply|respond|rsvp|bestätig\w*|rückmeldung|confirme[rz]|répond\w*|let (?:me|us) know|decides?|decision)\b",
    re.IGNORECASE,
)


def in_own_clause(statement: Statement, item: str, items: Mapping[str, str], counted: date | None) -> date | None:
    """Return the day that stands with an item, where its statement tells several.

    Args:
        statement: that names the item.
        item: one of `labels.ITEMS`.
        items: for each item its words, divided by bars.
        counted: the day that the statement counts back from the interview, if it does.
    """
    words = plain(statement.text).split()
    some = named(words, items)
    own = next((one for one in some if one.item == item), None)
    days = sorted(_days(statement, some, counted))
    if own is None or len(days) < 2:
        return None
    behind = next((day for day in days if day.begin >= own.stop), None)
    before = next((day for day in reversed(days) if day.begin < own.begin), None)
    if behind is not None and before is not None and _is_anothers(words, behind, own, some):
        behind = None
    chosen = behind or before
    return chosen.day if chosen is not None and chosen.day >= statement.clock.at.date() else None


def _days(statement: Statement, items: Sequence[Named], counted: date | None) -> Iterator[_Day]:
    """Yield the days of a statement by which something is due: said so, counted back, or named behind a thing in a row."""
    text = statement.text
    phrase = deadlines.counted_back(text) if counted is not None else None
    due = _DUE.search(text)
    since = due.start() if due else len(text)
    for mention in statement.times:
        begin, stop = _place(text, mention.begin), _place(text, mention.stop)
        day = deadlines.day_of(mention)
        if day is None or (phrase is not None and phrase[0] < mention.stop and mention.begin < phrase[1]):
            continue
        if deadlines.is_deadline(mention) or (mention.begin > since and _is_rows(mention, begin, items)):
            yield _Day(begin, stop, day)
    if phrase is not None and counted is not None:
        yield _Day(_place(text, phrase[0]), _place(text, phrase[1]), counted)


# "The transcript is due 6 March, the portfolio 12 March": the second day is a deadline as well.
_DUE = re.compile(r"\b(?:due(?! to\b)|deadlines?|fällig)\b", re.IGNORECASE)


def _is_rows(mention: TimeMention, begin: int, items: Sequence[Named]) -> bool:
    return mention.grain == "day" and any(0 <= begin - one.stop <= 1 for one in items)


def _place(text: str, at: int) -> int:
    return len(plain(text[:at]).split())


_BORDERS = frozenset(", ; : . and or und oder et".split())


def _is_anothers(words: Sequence[str], day: _Day, own: Named, items: Sequence[Named]) -> bool:
    """Whether a day behind an item is that of another item, or of an answer.

    Another item stands between; or the day begins a clause that names one: "by 12 March your portfolio".
    """
    between = words[own.stop : day.begin]
    if any(own.stop <= one.begin < day.begin for one in items) or ANSWER.search(" ".join(between)):
        return True
    following = next((one for one in items if one.begin >= day.stop), None)
    begins = bool(between) and between[-1] in _BORDERS
    return begins and following is not None and _BORDERS.isdisjoint(words[day.stop : following.begin])
