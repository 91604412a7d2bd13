"""Readings that the grammar allows but the surroundings refuse: parts of phone numbers, versions, names, addresses."""

from __future__ import annotations

import re

from .chart import Reading
from .lexicon import WORDS
from .tokens import Island

_WORD_AFTER = re.compile(r"[ \t\n]*([^\W\d_]+)")
_ALONE = frozenset({"now", "noon", "midnight", "midday"})
_FIGURE_AFTER = re.compile(r"[ \t]?\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\w]{0,2}$")
# Signs that make a figure part of something longer, when they touch it.
_JOINERS = frozenset("-–./:#$£€¥%@_=\\+&~^*|§№")
_AFTER_FIGURES = frozenset(
    "at on for to and or in if with is was are were will would works work from by before after until when which that "
    "then this the a an not also only via per during between around about through but so as because please we i you "
    "they he she it our your my his her their its has have had can could should may might must do does did be been "
    "am pm till since than there here what who how where while though although unless into onto over under ok okay "
    "thanks thank works suits best etc et est edt cet gmt utc ist pst pdt cst mst bst no yes just next last now still "
    "im ill youll well where's let lets both each once again instead too either latest sharp onwards onward noon eod "
    "room zoom teams online remote remotely you'll we'll i'll it's that's"
    .split()
)  # fmt: skip


def is_refused(island: Island, place: int, reading: Reading, low: str) -> bool:
    """Whether the surroundings say that these words are no time."""
    begin, stop = island.begins[place], island.ends[reading.end - 1]
    if begin and _touches_before(low, begin):
        return True
    words = island.words[place : reading.end]
    if words[-1] in _ALONE and _is_part_of_more(words, low, begin, stop):
        return True
    if _is_month_alone(island, place, reading.end) and _FIGURE_AFTER.match(low, stop):
        return True
    if len(words) == 3 and words[1] in "-–" and words[0][0].isdecimal() and words[2][0].isdecimal():
        return True  # "1997-2002"
    if _is_bare_figure(words):
        after = _WORD_AFTER.match(low, stop)
        if after and after[1] not in _AFTER_FIGURES:
            return not (reading.end < len(island.words) and "\n" in low[stop : after.start(1)])
    return False


def _is_part_of_more(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether "now", "noon" or "midnight" only colours something else: "is now running", "midnight blue"."""
    if len(words) > 1:
        return False
    if words[0] == "now":
        before = _WORD_BEFORE.search(low[max(0, begin - 12) : begin])
        return bool(low[stop : stop + 2].strip(" .!?\n")) or not before or before[1] not in {"is", "was"}
    after = _WORD_AFTER.match(low, stop)
    return bool(after and after[1] not in _AFTER_FIGURES)


def _is_bare_figure(words: list[str]) -> bool:
    """Whether a reading ends in a small figure that no month, sign or year vouches for: "at 3", "Monday 10"."""
    last = words[-1]
    if not (last[0].isdecimal() and len(last) <= 2) and last not in {"st", "nd", "rd", "th"}:
        return False
    return not any(word in ":/.-–" or _is_month(word) for word in words)


def _is_month(word: str) -> bool:
    return any(category == "MON" for category, _ in WORDS.get(word, ()))


def _is_month_alone(island: Island, place: int, end: int) -> bool:
    """Whether a reading ends in a month's name and has no figures."""
    words = island.words[place:end]
    return _is_month(words[-1]) and not any(w[0].isdecimal() for w in words)


def _touches_before(low: str, begin: int) -> bool:
    before = low[begin - 1]
    if before.isalnum() or before == "_":
        return True
    if before in _JOINERS:
        if before in "#$£€¥@=\\&^§№":
            return True
        return begin > 1 and low[begin - 2].isalnum() and (before not in "-–" or low[begin].isdecimal() or low[begin - 2].isalpha())
    return False


def _touches_after(low: str, stop: int, last: str) -> bool:
    after = low[stop]
    if after.isalnum() or after == "_" or (after == "'" and last[0].isdecimal()):
        return True
    following = low[stop + 1 : stop + 2]
    if after in "%°$€£@":
        return True
    if after in "-–/:.+=&" and following.isalnum():
        return not (after in ":/" and last.isalpha() and after == ":")
    return False

