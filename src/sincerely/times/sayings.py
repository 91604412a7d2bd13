"""Words of time that are names, parts of sayings, or beside something that they only describe."""

from __future__ import annotations

import re

from .lexicon import ANCHORS, FIRST_OF_NAMES, WEEKDAY_WORDS

WORD_AFTER = re.compile(r"[ \t\n]*([^\W\d_]+)")
# What may follow a bare figure that is a time: "at 3 on Monday", not "at 3 companies".
_FUNCTION_WORDS = """
at on for to and or in if with is was are were will would works work from by before after until when which that
then this the a an not also only via per during between around about through but so as because please we i you
they he she it our your my his her their its has have had can could should may might must do does did be been am
pm till since than there here what who how where while though although unless into onto over under ok okay
thanks thank suits best etc et est edt cet gmt utc ist pst pdt cst mst bst no yes just next last now still im
ill youll well where's let lets both each once again instead too either latest sharp onwards onward noon eod
room zoom teams online remote remotely you'll we'll i'll it's that's
suits looks sounds seems fits doesn't isn't won't
pls plz thx cheers kindly max rather otherwise
"""
AFTER_FIGURES = frozenset(_FUNCTION_WORDS.split())
# Holidays' names that are more often beside something else than days: "Christmas party", "Easter eggs".
_FESTIVE = frozenset({"christmas", "xmas", "easter", "thanksgiving", "halloween"})
_GREETING = re.compile(r"\b(?:dear|hi|hello|hey|mr|mrs|ms|dr|every|each|happy)\.? $")
_HAPPY = re.compile(r"\b(?:happy|merry)\s+$")
_IDIOM_BEFORE = re.compile(r"\bways\s+to\s+$")
_IDIOM_AFTER = re.compile(r"[ -]*(?:(?:-?morning[ -])?quarterback\w*|night live|night football|night fever)\b")
_WHO_HAS = re.compile(r"\b(?:you|you'll|candidates|applicants|everyone|will|now|still)\s+$")
_ADJECTIVES = frozenset({"minute", "hour", "day", "week", "month", "year"})


def is_saying(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether words of time are said of something else.

    Args:
        words: the expression's tokens in small letters.
        low: the whole text in small letters.
        begin: where the expression begins.
        stop: and where it ends.
    """
    first, last = words[0], words[-1]
    if (first in WEEKDAY_WORDS or last in WEEKDAY_WORDS or last == "morning") and _is_name_of_day(low, begin, stop):
        return True
    if first == "through" and words[1] == "at":
        return True  # "the budget comes through at the end of May"
    if first == "have":
        # Only who is told has so long to do it: not "may we have two days to think".
        return _WHO_HAS.search(low[max(0, begin - 24) : begin]) is None
    if last in _ADJECTIVES and len(words) > 2 and words[-2] == "-" and words[-3] not in {"-", "end", "mid"}:
        return WORD_AFTER.match(low, stop) is not None  # "in a 30-minute call"
    if first in FIRST_OF_NAMES and _HAPPY.search(low[max(0, begin - 8) : begin]):
        return True
    return len(words) <= 2 and _is_any_night(words, low, stop)


def _is_name_of_day(low: str, begin: int, stop: int) -> bool:
    """Whether a weekday is a name, or part of a saying: "Hi Wednesday", "eight ways to Sunday"."""
    if _IDIOM_AFTER.match(low, stop):
        return True
    before = low[max(0, begin - 12) : begin]
    return _GREETING.search(before) is not None or _IDIOM_BEFORE.search(before) is not None


def _is_any_night(words: list[str], low: str, stop: int) -> bool:
    """Whether no particular day is meant: "at night", "Christmas party"."""
    if words == ["at", "night"]:
        return True
    if words[-1] not in _FESTIVE or words[0] == "this":
        return False
    after = WORD_AFTER.match(low, stop)
    return bool(after and after[1] not in AFTER_FIGURES and after[1] not in ANCHORS)
