"""Readings that the grammar allows but the surroundings refuse: parts of phone numbers, versions, names, addresses."""

from __future__ import annotations

import re

from .chart import Reading
from .tokens import Island

_WORD_AFTER = re.compile(r"[ \t\n]*([^\W\d_]+)")
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
    if stop < len(low) and _touches_after(low, stop, island.words[reading.end - 1]):
        return True
    last = island.words[reading.end - 1]
    if last[0].isdecimal() or last in {"st", "nd", "rd", "th"}:
        after = _WORD_AFTER.match(low, stop)
        if after and after[1] not in _AFTER_FIGURES:
            return not (reading.end < len(island.words) and low[stop : after.start(1)].count("\n"))
    return False


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
    if after.isalnum() or after == "_":
        return True
    following = low[stop + 1 : stop + 2]
    if after in "%°$€£@":
        return True
    if after in "-–/:.+=&" and following.isalnum():
        return not (after in ":/" and last.isalpha() and after == ":")
    return False


_ = _WORD_BEFORE
