"""What expressions lend each other: "Tuesday at 10 or 2pm", "Monday or Wednesday next week"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from .context import Context
from .lexicon import WORDS
from .values import DAY, HOUR, At, Day, Span, Tod

# Between two times of one list.
_JOINED = re.compile(r"[\s,;/&|()–-]*(?:(?:or|and|to|at|from|then|also|alternatively|@)\b[\s,;/&|()–-]*){0,2}")
_OR = re.compile(r"\b(?:or|and)\b")
# Between what begins after a feast and the day of it: "after Thanksgiving, probably Monday".
_LIKELY = re.compile(
    r"[\s,;:(–-]{1,4}(?:(?:most|more|very) )?"
    r"(?:(?:prob(?:ably)?|likely|maybe|perhaps|possibly|hopefully|so|say)\b[\s,.]{1,3})?(?:on )?(?:the )?"
)
# Between a time and its day: "10am your time on Friday".
_WHOSE_TIME = re.compile(r"[\s(]+(?:your|my|our|local|the local)[ ]time[\s,)]+")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n\s*\n|\n\s*[>*•-]")
_OF_DAYS = frozenset({"DOW", "MON", "FMON", "OFF", "TONIGHT", "REL", "JOINED"})
# A weekday with an article before these is told by another day, and ends no list: "the Friday after Christmas".
_OF_ANOTHER_DAY = frozenset({"after", "before", "following", "prior"})
# How far a time of day may stand from the day it belongs to, in one sentence.
_REACH = 90


@dataclass(slots=True)
class Draft:
    """An expression before it is placed on the calendar.

    Attributes:
        value: what it means.
        begin, stop: its place in the text.
        words: its tokens, in small letters.
    """

    value: object
    begin: int
    stop: int
    words: list[str]


def lend(drafts: list[Draft], low: str, context: Context) -> None:
    """Complete expressions by their neighbours, in place."""
    _unite(drafts, low)
    since: datetime | None = None
    for first, second in pairwise(drafts):
        gap = low[first.stop : second.begin]
        since = _counted_from(since, first, second, gap, context)
        joined = _JOINED.fullmatch(gap) is not None
        day = first.value.day if isinstance(first.value, At) else first.value
        if isinstance(second.value, Tod) and isinstance(day, Day):
            whole_day = isinstance(first.value, Day)
            if joined or (whole_day and _is_near(gap)):
                second.value = At(day, second.value)
        elif isinstance(second.value, Span):
            if joined and _OR.search(gap) and isinstance(first.value, At | Span):
                second.value = _on(_day_of(first.value), second, context)  # "Thursday before 10am or after 3pm"
            elif isinstance(first.value, Day) and second.value.end is None and _is_near(gap):
                second.value = _on(first.value, second, context)  # "on Thursday I am free after 17:00"
    for second, first in pairwise(reversed(drafts)):
        if _JOINED.fullmatch(low[first.stop : second.begin]):
            if isinstance(first.value, Tod) and isinstance(second.value, At) and second.value.turned:
                first.value = At(second.value.day, first.value, turned=True)  # "10am or 11am on Tuesday"
            else:
                _lend_week(first, second, context)


def _counted_from(since: datetime | None, first: Draft, second: Draft, gap: str, context: Context) -> datetime | None:
    """Move a bare weekday behind the end of a feast to the first one after it; return that end, for a list's next."""
    span = first.value
    if isinstance(span, Span) and span.end is None and span.grain >= DAY and _LIKELY.fullmatch(gap):
        since = span.start
    elif _JOINED.fullmatch(gap) is None:
        since = None
    day = second.value.day if isinstance(second.value, At) else second.value
    if since is None or since <= context.at or not isinstance(day, Day) or day.day is not None or day.weekday is None:
        return since
    later = Day.of(since.date() + timedelta(days=(day.weekday - since.weekday()) % 7))
    second.value = replace(second.value, day=later) if isinstance(second.value, At) else later
    return since


def _is_near(gap: str) -> bool:
    return len(gap) <= _REACH and not _SENTENCE_END.search(gap)


def _day_of(value: At | Span) -> Day | None:
    """Return the day of a time; None of what is longer than hours, or begins on one day and ends on another."""
    if isinstance(value, At):
        return value.day
    moment = value.start or value.end
    if moment is None or value.grain > HOUR or (value.start and value.end):
        return None
    return Day.of(moment.date())


def _on(day: Day | None, draft: Draft, context: Context) -> object:
    """Return what begins or ends at a time of the clock alone and is open, on a day; anything else as it is."""
    span = draft.value
    if day is None or not isinstance(span, Span) or span.grain > HOUR or (span.start is None) == (span.end is None):
        return span
    moment = span.start or span.end
    if moment is None or (moment.date() - context.today).days not in {0, 1} or any(map(_names_day, draft.words)):
        return span
    placed = datetime.combine(day.resolve(context, 1), moment.timetz())
    return replace(span, start=placed) if span.start else replace(span, end=placed)


def _names_day(word: str) -> bool:
    return any(category in _OF_DAYS for category, _ in WORDS.get(word, ()))


def _unite(drafts: list[Draft], low: str) -> None:
    """Join a time and the day behind it where only the words "your time" part them."""
    for place in range(len(drafts) - 2, -1, -1):
        first, second = drafts[place], drafts[place + 1]
        if not (isinstance(first.value, Tod) and isinstance(second.value, Day)):
            continue
        if _WHOSE_TIME.fullmatch(low[first.stop : second.begin]):
            united = At(second.value, first.value, turned=True)
            drafts[place : place + 2] = [Draft(united, first.begin, second.stop, first.words + second.words)]


def _lend_week(first: Draft, second: Draft, context: Context) -> None:
    """Move a bare weekday into the week that the weekday behind it names."""
    one = first.value.day if isinstance(first.value, At) else first.value
    two = second.value.day if isinstance(second.value, At) else second.value
    if not (isinstance(one, Day) and isinstance(two, Day)) or one.day is not None or one.weekday is None:
        return
    words = [word for word in second.words if word not in {"on", "the"}]
    if not two.relative or len(words) < 3 or not _is_weekday(words[0]):
        return
    if words[1] in _OF_ANOTHER_DAY and "the" in second.words:
        return
    try:
        other = two.resolve(context)
        day = Day.of(other + timedelta(days=one.weekday - other.weekday()))
    except (ValueError, OverflowError):  # no such day, or beyond the calendar's ends
        return
    if day.resolve(context) >= context.today or other < context.today:
        first.value = replace(first.value, day=day) if isinstance(first.value, At) else day


def _is_weekday(word: str) -> bool:
    return any(category == "DOW" for category, _ in WORDS.get(word, ()))
