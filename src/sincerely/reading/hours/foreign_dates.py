"""German and French words for times, put into the English that the time grammar reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from . import french_times, german_times
from .replacements import Plain, Replace, replaced

_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
# Clocks have twenty-four hours there: "um 8 Uhr" is in the evening only where that is said.
_MORNING = re.compile(r"(?<![\d:.])([78]):(\d\d)\b(?! ?[ap]m\b)")
_LATE = re.compile(r"\b(?:tonight|evening|afternoon|pm)\b", re.IGNORECASE)
# So is "um 6 Uhr", and "5 h 30"; whoever says a bare five may well mean the afternoon.
_HOUR = r"(?:[.:]\d\d)?\s?(?:uhr|h|heures)\b"
_SIX = re.compile(
    r"(?<![\d:.,/-])(?<!bis )(?<!\dh à )(?<!\d h à )(?<!heures à )"
    rf"(?:6(?={_HOUR}|\s?h\s?\d\d\b|(?:\s?h| heures)? ?(?:bis|–|-|à) ?(?:[7-9]|1\d){_HOUR})"
    r"|5(?=[.:]\d\d\s?uhr\b|\s?h\s?\d\d\b|\s?uhr\s?\d\d\b|\s?(?:h|heures) (?:\d\d\b|et (?:demie?|quart)\b)))",
    re.IGNORECASE,
)
_SAID_LATE = re.compile(
    r"(?<!guten )abend|nachmittag|\bnach der arbeit\b|\b(?:soir(?:ée)?|après-midi|dîner|apéritif|apéro|fin de journée)\b|\bpm\b|(?<=\d)pm\b",
    re.IGNORECASE,
)
# Where a stretch or a choice ends with it, its first hour tells; and what is due by six is due when a day's work is done.
_ENDS_WITH_SIX = re.compile(
    r"\d\s?(?:(?:uhr|h|heures)\b)?\s?(?:\d\d)?\s{0,2}(?:[–—-]|\b(?:bis|und|oder|à|et|ou)\b)\s{0,2}(?:(?:ca\.?|circa|etwa|gegen|zu|um|vers)\s)?(?:à\s)?$"
    r"|\b(?:bis|vor|spätestens|avant|jusqu['’]à)\b[^.;!?\d]*$",
    re.IGNORECASE,
)
# So many letters before an hour lead to it.
_LED = 30


def _early(match: re.Match[str]) -> str:
    """Return a six as the morning's, unless what leads to it says otherwise."""
    before = match.string[max(0, match.start() - _LED) : match.start()]
    return match[0] if _ENDS_WITH_SIX.search(before) else f"0{match[0]}"


_KEPT = re.compile(r"\0(\d+)\0")
_NTH = re.compile(r"\bthe (\d{1,2})th\b")
_DAYS = (*german_times.DAYS.values(), *german_times.SHORT_DAYS.values())
# What a time ends and begins with in English: only between two of them "oder" and "ou" are words of a list.
_ENDS = (
    *"0123456789", *(f"{figure}th" for figure in "0123456789"), *_DAYS, *german_times.MONTHS.values(),
    "noon", "morning", "afternoon", "evening", "today", "tomorrow", "week", "month",
)  # fmt: skip
_LEADS = "(?:(?:at|on|from|by|before|after|around|between|the|early|mid-) ?){0,2}"
_BEGINS = rf"{_LEADS}(?:\d|(?:{'|'.join(_DAYS)})\b)"
# In English a word behind an ordinal, or behind a feast, may be what it tells of; a word of another language is not.
_APART = re.compile(
    r"\b(?:the \d{1,2}th(?= (?:[a-zà-ÿ]|Zeit\b|Bescheid\b|Rückmeldung\b))(?! \w+en (?!(?:Sie|Ih\w+|Herr|Frau|Dr)\b)[A-ZÄÖÜ])|Easter|Christmas|Pentecost)"
    r"(?= (?!(?:at|on|of|or|and|to|from|by|before|after|around|between|in|noon|Monday|Sunday|Eve|Day)\b)[^\W\d])"
)
# Small words that behind a clock time are zones in English: "14:30 est confirmé" is no Eastern time.
_ZONES = {"est": "is", "ist": "is", "et": "and", "cet": "this", "art": "way", "mit": "with"}
_ZONE = re.compile(
    rf"((?:\d\d|\b(?:{'|'.join(dict.fromkeys((*_DAYS, *german_times.MONTHS.values())))})(?: \d{{4}})?),? )({'|'.join(_ZONES)})\b"
)
# Weekdays and months stand in compounds and plurals; what is left apart would be read in English by chance.
_TABLES = {"de": (german_times,), "fr": (french_times,)}


@dataclass(frozen=True)
class _Tongue:
    """How one language says times.

    Attributes:
        signs: whether a text may hold one at all.
        names: what looks like a time and is none.
        phrases: patterns and what stands for them, in this order.
        words, word: single words that are left, and a pattern that finds them.
        links: "or" and, in a group, "and" before a time.
    """

    signs: re.Pattern[str]
    names: re.Pattern[str]
    phrases: tuple[tuple[re.Pattern[str], Plain], ...]
    words: Mapping[str, str]
    word: re.Pattern[str]
    links: re.Pattern[str]

    def put(self, text: str, put: Replace) -> str:
        """Return a text with its times in English, as the given way of replacing writes it."""
        if not self.signs.search(text):
            return text
        if not _SAID_LATE.search(text):
            text = put(_SIX, _early, text)
        kept: list[str] = []

        def keep(match: re.Match[str]) -> str:
            kept.append(match[0])
            return f"\0{len(kept) - 1}\0"

        text = put(self.names, keep, text.replace("\0", " "))
        for pattern, plain in self.phrases:
            text = put(pattern, plain, text)
        text = put(self.word, lambda match: self.words[match[0].lower()], text)
        text = put(_APART, r"\g<0>,", put(self.links, _linked, text))
        if not _LATE.search(text):
            text = put(_MORNING, r"0\1:\2", text)
        text = put(_ZONE, lambda match: match[1] + _ZONES[match[2]], text)
        text = put(_KEPT, lambda match: kept[int(match[1])], text)
        return put(_NTH, lambda match: f"the {match[1]}{_ENDINGS.get(int(match[1]), 'th')}", text)


def in_english(text: str, language: str, put: Replace = replaced) -> str:
    """Return a sentence whose times the English grammar reads; other words stay as they are.

    Args:
        text: a sentence.
        language: of the mail; one that has no table of its own is read by all of them, since a short text may be taken
            for its neighbour.
        put: how words are replaced: one that follows them knows where each stood.
    """
    if language == "en":
        return text
    for table in _TABLES.get(language, (german_times, french_times)):
        text = _tongue(table).put(text, put)
    return text


@lru_cache(maxsize=2)
def _tongue(table: ModuleType) -> _Tongue:
    plain: Mapping[str, str] = {**table.DAYS, **table.MONTHS, **table.OTHERS}
    counted = "|".join(sorted(table.NUMBERS, key=len, reverse=True))
    units = "|".join(sorted(table.UNITS, key=len, reverse=True))
    plural = {f"{day}s": f"{english}s" for day, english in table.DAYS.items()}
    words = {**plain, **plural, **table.UNITS, **table.NUMBERS}
    # A number is one only before what it counts: "un" and "eine" are articles elsewhere.
    named = "|".join(re.escape(word) for word in sorted({**plain, **plural}, key=len, reverse=True))
    pattern = rf"\b(?:{named}|(?:{counted})(?= (?:{units}|to (?:\d|{counted}))\b)|(?<=[\w\d] )(?:{units}))\b"
    return _Tongue(
        re.compile(rf"(?<!\w)(?:{table.SIGNS})(?!\w)", re.IGNORECASE),
        re.compile(table.NO_TIME, re.IGNORECASE),
        tuple((re.compile(given, re.IGNORECASE), english) for given, english in table.PHRASES),
        words,
        re.compile(pattern, re.IGNORECASE),
        re.compile(rf",? (?:(?:{table.OR}) (?={_BEGINS}|tomorrow|noon|next week)|({table.AND}) (?={_BEGINS}))"),
    )


def _linked(match: re.Match[str]) -> str:
    """Return the English of what stands between two times, and anything else as it is."""
    if not match.string.endswith(_ENDS, 0, match.start()):
        return match[0]
    return " and " if match[1] else " or "
