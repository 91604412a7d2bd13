"""Readings that the grammar allows but the surroundings refuse: parts of phone numbers, versions, names, addresses."""

from __future__ import annotations

import re

from .chart import Reading
from .lexicon import ANCHORS, WORDS
from .tokens import Island
from .values import Day

_WORD_AFTER = re.compile(r"[ \t\n]*([^\W\d_]+)")
_ALONE = frozenset({"now", "noon", "midnight", "midday", "second"})
_DOMAINS = frozenset(
    {"com", "net", "org", "io", "co", "ai", "edu", "gov", "html", "htm", "php", "app", "dev", "uk", "de", "example"}
)
_TOLD = frozenset({"day", "morning", "afternoon", "evening", "night"})
# "March of Dimes", "12 March Street".
_NAMED_AFTER_MONTH = re.compile(
    r"[ \t]+(?:of[ \t]+(?!the\b|this\b|next\b|last\b|that\b)[^\W\d]|"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|way|court|square|place|boulevard|blvd|close|terrace|crescent)\b)"
)
_FIGURE_AFTER = re.compile(r"[ \t]?\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\w]{0,2}$")
# Signs that make a figure part of something longer, when they touch it.
_JOINERS = frozenset("-–./:#$£€¥%@_=\\+&~^*|§№")
_AFTER_FIGURES = frozenset(
    ["at", "on", "for", "to", "and", "or", "in", "if", "with", "is", "was", "are", "were", "will", "would", "works", "work", "from", "by", "before", "after", "until", "when", "which", "that", "then", "this", "the", "a", "an", "not", "also", "only", "via", "per", "during", "between", "around", "about", "through", "but", "so", "as", "because", "please", "we", "i", "you", "they", "he", "she", "it", "our", "your", "my", "his", "her", "their", "its", "has", "have", "had", "can", "could", "should", "may", "might", "must", "do", "does", "did", "be", "been", "am", "pm", "till", "since", "than", "there", "here", "what", "who", "how", "where", "while", "though", "although", "unless", "into", "onto", "over", "under", "ok", "okay", "thanks", "thank", "works", "suits", "best", "etc", "et", "est", "edt", "cet", "gmt", "utc", "ist", "pst", "pdt", "cst", "mst", "bst", "no", "yes", "just", "next", "last", "now", "still", "im", "ill", "youll", "well", "where's", "let", "lets", "both", "each", "once", "again", "instead", "too", "either", "latest", "sharp", "onwards", "onward", "noon", "eod", "room", "zoom", "teams", "online", "remote", "remotely", "you'll", "we'll", "i'll", "it's", "that's"]
)  # fmt: skip


def is_refused(island: Island, place: int, reading: Reading, low: str) -> bool:
    """Whether the surroundings say that these words are no time."""
    begin, stop = island.begins[place], island.ends[reading.end - 1]
    if begin and _touches_before(low, begin):
        return True
    if stop < len(low) and _touches_after(low, stop, island, reading.end):
        return True
    words = island.words[place : reading.end]
    if words[-1] in _ALONE and _is_part_of_more(words, low, begin, stop):
        return True
    if _is_month(words[-1]) and _NAMED_AFTER_MONTH.match(low, stop):
        return True
    if _is_month_alone(island, place, reading.end) and _FIGURE_AFTER.match(low, stop):
        return True
    if len(words) >= 2 and words[-2] == "the" and len(words[-1]) == 4 and words[-1].isdecimal():
        return True  # "the 1996 act"
    if len(words) > 2 and not isinstance(reading.value, Day) and all(w[0].isdecimal() or w in "-–" for w in words):
        return True  # "1997-2002"
    if words[0] == "next" and words[-1] in _TOLD and low[max(0, begin - 4) : begin].strip() == "the":
        return True  # "the next day" of a story
    if _is_bare_figure(words):
        after = _WORD_AFTER.match(low, stop)
        if after and after[1] not in _AFTER_FIGURES:
            return not (reading.end < len(island.words) and "\n" in low[stop : after.start(1)])
    return False


def _is_part_of_more(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether "now", "noon" or "midnight" only colours something else: "is now running", "midnight blue"."""
    after = _WORD_AFTER.match(low, stop)
    if words[-1] == "second":
        return bool(after and after[1] not in _AFTER_FIGURES)
    if len(words) > 1:
        return False
    if words[0] == "now":
        before = _WORD_BEFORE.search(low[max(0, begin - 12) : begin])
        return bool(low[stop : stop + 2].strip(" .!?\n")) or not before or before[1] not in {"is", "was"}
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
        return (
            begin > 1
            and low[begin - 2].isalnum()
            and (before not in "-–" or low[begin].isdecimal() or low[begin - 2].isalpha())
        )
    return False


def _touches_after(low: str, stop: int, island: Island, end: int) -> bool:
    after, following = low[stop], low[stop + 1 : stop + 2]
    last = island.words[end - 1]
    if after.isalnum() or after in "_%°$€£@" or (after == "'" and last[0].isdecimal()):
        return True
    if after not in "-–/:.+=&" or not following.isalnum():
        return False
    if not last.isalpha():
        return True
    if after == "." and following.isalpha():
        name = _WORD_AFTER.match(low, stop + 1)
        return bool(name and name[1] in _DOMAINS)
    if after in "-–/" and end + 1 < len(island.words):
        return island.words[end + 1] not in ANCHORS and not following.isdecimal()
    return after not in ":."
