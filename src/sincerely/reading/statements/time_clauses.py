"""What stands around a time in its sentence, and whether its own words say the day."""

from __future__ import annotations

import re

from .slots import Slot
from .statement import Statement

_HEAD = re.compile(r"(?:(?:from|to|on|at|for|until|till|the)\s+)*", re.IGNORECASE)
# "M. Roy", "Dr. Roy" and "A. Roy" end no clause.
_CLAUSE = re.compile(
    r"[,;:!?(–—]|(?<!\b(?-i:[A-Z]))(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bHr)(?<!\bFr)(?<!\bMme)\.|\s-\s|\b(?:but|and|so|because|sondern|aber|und|mais|et)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|today|tonight|tomorrow|next|this"
    r"|week|morrow)|\d(?:st|nd|rd|th)\b|(?<![\d:.])\d{1,2}/\d{1,2}\b(?!:)|\d{4}-\d\d\b|\d-\d{1,2}-\d|(?<![\d-])\d{1,2}\.\d{1,2}\.",
    re.IGNORECASE,
)


def names_day(quote: str) -> bool:
    """Whether the words of a time say which day it is on."""
    return _DATED.search(quote) is not None


def around(slot: Slot, statement: Statement) -> tuple[str, str]:
    """Return the words of a time's clause before it, its own prepositions among them, and those behind it."""
    text = statement.text
    first = max((time.stop for time in statement.times if time.stop <= slot.begin), default=0)
    last = min((time.begin for time in statement.times if time.begin >= slot.stop), default=len(text))
    head = _HEAD.match(text, slot.begin, slot.stop)
    begin = head.end() if head else slot.begin
    breaks = [mark.end() for mark in _CLAUSE.finditer(text, first, begin)]
    end = _CLAUSE.search(text, slot.stop, last)
    return text[breaks[-1] if breaks else first : begin], text[slot.stop : end.start() if end else last].lstrip(")")


def until_next(slot: Slot, statement: Statement) -> str:
    """Return what stands between a time and the next one of its sentence, or the sentence's end."""
    text = statement.text
    return text[slot.stop : min((time.begin for time in statement.times if time.begin >= slot.stop), default=len(text))]
