"""What each token of an island can mean by itself, before any rule; words with a common second meaning need support."""

from __future__ import annotations

import re
from functools import lru_cache

from . import numerals
from .chart import Reading
from .coming_holidays import LEADS, name_of
from .context import Context
from .holiday_names import COMMON_WORDS, NAMES_BY_FIRST, RULES, UNNAMED, stem
from .lexicon import FIRST_OF_NAMES, GLUED_UNITS, WORDS
from .tokens import Island
from .values import MINUTE, Day

_BEFORE = re.compile(r"([^\W\d_]+)[^\w.;!?]*$")
# Words that are seldom a time: they count only with support from a neighbour.
_WEAK_DAYS = {"mon": 0, "tu": 1, "wed": 2, "sat": 5, "sun": 6}
_WEAK_MONTHS = frozenset({"may", "march", "mar"})
_MONTH_LEADS = frozenset(
    {"in", "of", "by", "early", "late", "mid", "middle", "until", "till", "since", "before", "end", "-", "–"}
)
_LEADS = frozenset({"on", "by", "until", "till", "since", "before", "next", "through", "this", "last", "early", "late"})
_BETWEEN = frozenset({",", ".", "and", "or", "-", "–", "/", "to", "&", "("})
_BETWEEN_DAYS = frozenset({",", "-", "–", "—", "/", "&", "to", "through", "thru", "till", "until", "or", "and", "from"})
_SUNDAY = 6
# Behind these, "last" is a verb.
_HELPERS = frozenset({
    "will", "should", "would", "can", "could", "may", "might", "must", "to", "typically", "usually", "generally", "not",
    "normally", "often", "shall", "does", "cannot", "ll", "always", "interviews", "sessions", "calls", "it",
})  # fmt: skip
# Words in holidays' names that are written with a stop.
_IN_NAMES = frozenset({"-", "–", "."})
_SHORTENED = frozenset({"st", "jr", "dr"})
_NUMBER_CATEGORIES = frozenset({"N", "ORD", "COUNT"})


def lexical(island: Island, text: str, context: Context) -> list[list[Reading]]:
    """Return each token's own readings.

    Args:
        island: the tokens.
        text: the whole text as it was written: capitals matter.
        context: the reference time.
    """
    found = []
    for place, word in enumerate(island.words):
        if word[0].isdecimal():
            found.append(numerals.readings(island, place, context))
        elif word in _SPECIAL or word in FIRST_OF_NAMES:
            found.append(_peculiar(island, place, text, context.country))
        else:
            found.append(_plain(word, place + 1))
    return found


def _peculiar(island: Island, place: int, text: str, country: str) -> list[Reading]:
    """Return the readings of a word that hang on its surroundings."""
    word = island.words[place]
    end = place + 1
    special = _SPECIAL.get(word)
    found = special(island, place, text) if special is not None else _plain(word, end)
    seconds = FIRST_OF_NAMES.get(word)
    if seconds is not None and (not seconds or _is_followed(island, end, seconds)):
        found = [*found, *_holidays(island, place, text, country)]
    return found


@lru_cache(maxsize=8192)
def _plain(word: str, end: int) -> list[Reading]:
    """Return what a word means by itself, wherever it stands; shared, so nobody may change it."""
    return [Reading(category, end, value) for category, value in WORDS.get(word, ())]


def _entries(island: Island, place: int) -> list[Reading]:
    return list(_plain(island.words[place], place + 1))


def _weak_day(island: Island, place: int, text: str) -> list[Reading]:
    """Read "Sat": a day only beside something else of a date."""
    value = _WEAK_DAYS[island.words[place]]
    if _is_supported(island, place):
        return [Reading("DOW", place + 1, value), Reading("DOWX", place + 1, value)]
    begin, end = island.begins[place], island.ends[place]
    capital = text[begin].isupper()
    before = island.words[place - 1] if place else ""
    if before == "the" and text[begin:end].isupper():
        return []  # "on the SAT"
    if capital and (_joins_day(island.words, place, 1) or _joins_day(island.words, place, -1)):
        return [Reading("DOW", place + 1, value), Reading("DOWX", place + 1, value)]
    if before == "from" and value == _SUNDAY:
        return []  # "a server from Sun"
    if capital or len(island.words) <= 2:
        return [Reading("DATE", place + 1, Day(weekday=value), latent=True)]
    return []


def _joins_day(words: list[str], place: int, step: int) -> bool:
    """Whether a weekday stands beyond the sign or word beside a place: "Mon-Wed", "Sat to Sun"."""
    other = place + 2 * step
    if not (0 <= other < len(words) and words[place + step] in _BETWEEN_DAYS) or words[other] == words[place]:
        return False
    return words[other] in _WEAK_DAYS or any(category == "DOW" for category, _ in WORDS.get(words[other], ()))


def _weak_month(island: Island, place: int, text: str) -> list[Reading]:
    """Read "may": a month when written with a capital or beside something else of a date."""
    begin, end = island.begins[place], island.ends[place]
    capital = text[begin].isupper() and not text[begin + 1 : end].isupper()  # "MAY" may be anything
    if capital or _is_supported(island, place, _MONTH_LEADS) or len(island.words) == 1:
        return _entries(island, place)
    return []


def _is_supported(island: Island, place: int, leads: frozenset[str] = _LEADS) -> bool:
    words = island.words
    if place and words[place - 1] in leads:
        return True
    before, after = place - 1, place + 1
    if after + 1 < len(words):
        if words[after] in {"at", "@"} and words[place] in {"mon", "wed"} and _is_number(words[after + 1]):
            return True
        if words[after] in {"next", "this"} and words[after + 1] in {"week", "week's"}:
            return True
    while before > 0 and words[before] in _BETWEEN:
        before -= 1
    while after + 1 < len(words) and words[after] in _BETWEEN:
        after += 1
    if before >= 0 and _belongs(words[before]) and (before == place - 1 or not _is_number(words[before])):
        return True
    return after < len(words) and _belongs(words[after])


def _belongs(word: str) -> bool:
    """Whether a word beside "Sat" or "may" makes it part of a date."""
    if word in _WEAK_DAYS or word in _WEAK_MONTHS:
        return False
    return _is_number(word) or any(category in {"POD", "MON", "DOW", "ORD"} for category, _ in WORDS.get(word, ()))


def _is_number(word: str) -> bool:
    return word[0].isdecimal()


def _second(island: Island, place: int, text: str) -> list[Reading]:
    """Read "second": a unit of time only behind a count."""
    del text
    found = _entries(island, place)
    before = island.words[place - 1] if place else ""
    counted = before and (_is_number(before) or before in {"a", "one", "per"})
    return [reading for reading in found if reading.category != "UNIT" or counted]


def _last(island: Island, place: int, text: str) -> list[Reading]:
    """Read "last": no determiner where it is a verb, as in "will last two hours"."""
    begin = island.begins[place]
    before = _BEFORE.search(text[max(0, begin - 24) : begin])
    if before and before.group(1).lower() in _HELPERS and not (place > 1 and _is_ordinal(island.words[place - 2])):
        return []
    return _entries(island, place)


def _is_ordinal(word: str) -> bool:
    return any(category == "ORD" for category, _ in WORDS.get(word, ()))


def _half_of_day(island: Island, place: int, text: str) -> list[Reading]:
    """Read "am", "a.m.", "p", which need a number before them; "a" is the article elsewhere."""
    del text
    words = island.words
    word = words[place]
    end = place + 1
    if word in {"a", "p"} and end < len(words):
        dotted = words[end] == "." and end + 1 < len(words) and words[end + 1] == "m"
        if dotted:
            end += 2
            if end < len(words) and words[end] == "." and island.glued(end):
                end += 1
            return [Reading("MER", end, word)] if _follows_number(island, place) else []
        if words[end] == "m" and _follows_number(island, place):
            return [Reading("MER", end + 1, word)]
    if word in {"am", "pm"}:
        return [Reading("MER", end, word[0])] if _follows_number(island, place) else []
    if island.glued(place) and _is_number(words[place - 1]):
        hour = int(words[place - 1])
        if not (place > 1 and words[place - 2] == ":") and not 1 <= hour <= 12 and len(words[place - 1]) <= 2:
            return []  # "4p", not "22p"
        return [Reading("PMP" if word == "p" else "AMA", end, word)]
    return _entries(island, place) if word == "a" else []


def _follows_number(island: Island, place: int) -> bool:
    if not place:
        return False
    before = island.words[place - 1]
    if _is_number(before) or before in {"the", "o'clock", "ish", "in", ".", "oclock"}:
        return True
    return any(category in _NUMBER_CATEGORIES for category, _ in WORDS.get(before, ()))


def _glued_unit(island: Island, place: int, text: str) -> list[Reading]:
    """Read the single letters of "2h 5m": units only where they touch a number."""
    del text
    if not (island.glued(place) and _is_number(island.words[place - 1])):
        return [Reading(c, place + 1, v) for c, v in WORDS.get(island.words[place], ())]
    unit = GLUED_UNITS[island.words[place]]
    return [Reading("SHORTMIN" if unit <= MINUTE else "UNIT", place + 1, unit)]


def _greenwich(island: Island, place: int, text: str) -> list[Reading]:
    """Read the "Z" of "2026-12-03T14:00:00Z": a zone only where it touches a time."""
    del text
    words = island.words
    timed = place > 2 and island.glued(place) and words[place - 2] == ":" and len(words[place - 1]) == 2
    return [Reading("ZONE", place + 1, "z")] if timed and words[place - 1].isdecimal() else []


def _is_followed(island: Island, place: int, stems: frozenset[str]) -> bool:
    """Whether a place holds one of these words, or a sign that may stand before it."""
    if place == len(island.words):
        return False
    word = island.words[place]
    return word in _IN_NAMES or stem(word) in stems


def _holidays(island: Island, place: int, text: str, country: str) -> list[Reading]:
    words = island.words
    capital = text[island.begins[place]].isupper()
    found = []
    for rest, name in NAMES_BY_FIRST.get(stem(words[place]), ()):
        end = place + 1
        for wanted in rest:
            while end < len(words) and (
                words[end] in {"-", "–"} or (words[end] == "." and words[end - 1] in _SHORTENED)
            ):
                end += 1
            if end == len(words) or stem(words[end]) != wanted:
                break
            end += 1
        else:
            dated = end < len(words) and _is_number(words[end])
            if name in COMMON_WORDS and not (capital or dated):
                continue
            meant = name
            if name in UNNAMED and not (dated and name in RULES) and " ".join(words[place:end]) != "the holidays":
                meant = _unnamed(island, place, end, text, country)
                if not meant:
                    continue
            found.append(Reading("HOL", end, meant, len(rest)))
    return found


def _unnamed(island: Island, place: int, end: int, text: str, country: str) -> str:
    """Return what "the holiday" or "the bank holiday" stands for; "" where the words tell of no day."""
    if not place or island.words[place - 1] not in LEADS:
        return ""
    return name_of(" ".join(island.words[place:end]), text, island.ends[end - 1], country)


def _abbreviation(island: Island, place: int, text: str) -> list[Reading]:
    """Read "COB" and "BOY": in capitals, for small they are words of their own."""
    begin, end = island.begins[place], island.ends[place]
    return _entries(island, place) if text[begin:end].isupper() else []


def _sign(island: Island, place: int, text: str) -> list[Reading]:
    """Read "+" and "-": also the offset of a zone, as in "10:00 -0400"."""
    del text
    found = _entries(island, place)
    words = island.words
    after = place + 1
    if place and after < len(words) and len(words[after]) == 4 and words[after].isdecimal() and island.glued(after):
        apart = not island.glued(place) or words[place] == "+"
        hours, minutes = int(words[after][:2]), int(words[after][2:])
        if apart and hours <= 14 and minutes in {0, 30, 45}:
            east = (hours * 60 + minutes) * (1 if words[place] == "+" else -1)
            return [*found, Reading("ZONE", after + 1, f"{east:+d}", 2)]
    if _is_offset(island, place):
        east = (int(words[after]) * 60 + int(words[after + 2])) * (1 if words[place] == "+" else -1)
        return [*found, Reading("ZONE", after + 3, f"{east:+d}", 4)]
    return found


def _is_offset(island: Island, place: int) -> bool:
    """Whether a sign begins the "-05:00" of "17:00:00-05:00" or "T17:00-05:00"."""
    words = island.words
    if not (3 < place < len(words) - 3 and words[place - 2] == ":" and words[place - 4] in {":", "t"}):
        return False
    if not all(island.glued(place + step) for step in range(4)) or words[place + 2] != ":":
        return False
    return words[place + 1] <= "14" and words[place + 3] in {"00", "30", "45"}


_SPECIAL = {
    **dict.fromkeys(("bow", "boy", "bom", "boq", "cob", "cop"), _abbreviation),
    **dict.fromkeys(("+", "-", "−"), _sign),
    **dict.fromkeys(_WEAK_DAYS, _weak_day),
    **dict.fromkeys(_WEAK_MONTHS, _weak_month),
    **dict.fromkeys(GLUED_UNITS, _glued_unit),
    **dict.fromkeys(("a", "p", "am", "pm"), _half_of_day),
    "second": _second,
    "last": _last,
    "z": _greenwich,
}
