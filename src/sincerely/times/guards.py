"""Readings that the grammar allows but the surroundings refuse: parts of phone numbers, versions, names, addresses."""

from __future__ import annotations

import re

from .chart import Reading
from .lengths import is_told
from .lexicon import ANCHORS, MONTH_WORDS, WEEKDAY_WORDS
from .rules_lists import Several
from .sayings import AFTER_FIGURES, WORD_AFTER, is_saying
from .tokens import Island
from .values import Day

_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_ALONE = frozenset({"now", "noon", "midnight", "midday", "second"})
_DOMAINS = frozenset(
    {"com", "net", "org", "io", "co", "ai", "edu", "gov", "html", "htm", "php", "app", "dev", "uk", "de", "example"}
)
_LENGTH_LEADS = frozenset({"in", "within"})
_LEADS = frozenset({"in", "next", "first", "second", "third", "fourth"})
_NUMBERED = frozenset({
    "page", "part", "room", "floor", "patch", "step", "chapter", "slide", "item", "round",
    "number", "no", "pp", "vol", "section", "level", "score", "of", "jr", "req", "requisition", "ref", "reference",
    "id", "ticket", "case", "invoice", "sku", "release", "version", "build", "article", "clause", "psalm",
})  # fmt: skip
_WEAK_DAYS = frozenset({"sun", "sat", "mon"})
_SEASONS = frozenset({"spring", "fall"})
_YEARS = frozenset({"years", "months", "weeks", "days", "hours"})
_TOLD = frozenset({"day", "morning", "afternoon", "evening", "night"})
# "From Thursday at 2 to Friday at 10" is no stretch of time behind these, but one time given up for another.
_MOVED = re.compile(
    r"\b(?:mov|reschedul|shift|push|chang|switch|postpon|bring|brought|swap|reporté|déplac|décal|repouss|avancé|passe(?!r\b))"
    r"\w*\b[^.!?;\n]{0,70}$"
)
# So many words a day may have: of "from Thu 27 March to Mon 31 March" no end is a stretch either.
_DATE_LONG = 4
# So many words behind "from X" the "to Y" may follow.
_NEAR = 6
_PER = re.compile(r"\s+(?:an?|per)\s+(?:hour|day|week|month|year|head|person)\b")
_HOUR_WORDS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
)
# "100% (4:47)": what a battery has left.
_CHARGED = re.compile(r"%\s*\($")
# What an ordinal may count though a word of time stands beside it: "Monday on the 5th floor".
_RANKED = frozenset(
    {"floor", "street", "avenue", "ave", "grade", "round", "edition", "century", "place", "attempt", "anniversary"}
)
_MORE_AFTER = re.compile(r"[ \t]\d|[ \t]+to[ \t]+last\b")
# A year before the calendar of this grammar.
_LONG_AGO = re.compile(r",?[ \t]+1[0-8]\d\d\b")
# "March of Dimes", "12 March Street".
_NAMED_AFTER_MONTH = re.compile(
    r"[ \t]+(?:of[ \t]+(?!the\b|this\b|next\b|last\b|that\b)[^\W\d]|"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|way|court|square|place|boulevard|blvd|close|terrace|crescent)\b)"
)
_STREET_AFTER = re.compile(r"[ \t](?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|plaza)\b")
# In other countries the street stands first, and often a day is what it is named after.
_BEFORE_NAMED_DAY = frozenset(
    {"du", "des", "de", "del", "dos", "calle", "avenida", "avda", "plaza", "paseo", "rua", "piazza", "corso", "viale"}
)
_STREET = re.compile(
    r"\b(?:(?:rue|avenue|av\.?|boulevard|bd\.?|(?<!sur )(?<!en )place|quai|square|esplanade|allée|"
    r"impasse|chemin|passage|pont|stade|collège|lycée|école|métro|station|arrêt|gare)\sd[ue]|"
    r"(?:straße|strasse|str\.|platz|allee|brücke|weg)\sdes|"
    r"(?:calle|avenida|avda\.?|plaza|paseo|rua|praça|piazza|corso|viale)(?:\s(?:del?|dos))?)\s"
    r"(?:\d{1,2}(?:er|\.)?\s(?:de\s)?)?$"
)
_PART_AFTER = re.compile(r"\s+(?:in the |at )?(?:morning|afternoon|evening|night)\b")
_ENDS_LATEST = frozenset({"by", "than", "until", "till", "before"})
# Before figures that count people or things: "there will be 2 or 3 tomorrow".
_BEFORE_COUNTS = frozenset({"be", "meet", "only", "question", "questions", "see", "with", "least", "most", "join"})
# Behind a bare hour: it has a day of its own, "at 10 or 11 on Wednesday".
_OWN_DAY = frozenset({"on", "am", "pm"})
# "Before Monday is out" is a time, "before Monday is out of the question" one and a remark.
_GONE = re.compile(r"\s+(?:of|to|for)\b")
_ENDS = re.compile(r"\s+(?:the|a|an|our|my|your|his|her|their|all|any)\b")
_MORE_TIME = re.compile(r"\s+(?:\d|noon\b|lunch)")
_FIGURE_AFTER = re.compile(r"[ \t]?\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\w]{0,2}$")
# Signs that make a figure part of something longer, when they touch it.
_JOINERS = frozenset("-–./:#$£€¥%@_=\\+&~^*|§№")
_AFTER_ORDINALS = AFTER_FIGURES | {
    "free",
    "open",
    "available",
    "good",
    "great",
    "fine",
    "perfect",
    "ideal",
    "better",
    "any",
}


# "Cut by 2.50 euros", "4.15-5.20 plus benefits", but not "9.30 per video".
_AMOUNT = re.compile(
    r"\s?(?:%|(?:euros?|eur|gbp|usd|chf|dollars?|pounds?|cents?|per ?cent\w*|(?:percentage )?points?"
    r"|(?:an?|per) (?:hour|day|week|month|year)|per (?:annum|person|head|unit)|(?:mi|bi)llion|times|depending|plus|net"
    r"|of the|miles|metres|meters|litres|km|kg|cm|seconds?|minutes|hours|(?:this|last) (?:year|month|quarter)|gross)\b)"
)
# "We pay 12.50 to 13.50", "a GPA of 3.50"; "cut by 1.50".
_BEFORE_AMOUNT = re.compile(
    r"\b(?:pay|pays|paid|scored?|scores|gpa|sections?|chapters?|clauses?|ratio|references?)(?: of| is)? $"
)
_CHANGED = re.compile(r"\b(?:cut|grew|grown|rose|risen|fell|raised?|increased?|reduced|won|lost) $")


def is_refused(island: Island, place: int, reading: Reading, low: str) -> bool:
    """Whether the surroundings say that these words are no time."""
    begin, stop = island.begins[place], island.ends[reading.end - 1]
    if (
        begin
        and (
            (_touches_before(low, begin) and not _is_second_day(island, place))
            or _is_counted(island, place, reading, low, begin)
        )
    ) or (stop < len(low) and _touches_after(low, stop, island, reading.end)):
        return True
    words = island.words[place : reading.end]
    if len(words) > 2 and (_goes_on(words, low, stop) or _is_rows_number(words)):
        return True
    if ("." in words or "twenty" in words) and _is_amount(words, low, begin, stop):
        return True
    if words[0] in _LENGTH_LEADS and is_told(words, low, begin, stop):
        return True
    if isinstance(reading.value, Several) and _is_no_list(island, place, reading.value, reading.end - 1, low):
        return True
    if begin and (words[0][0].isdecimal() or words[0] in MONTH_WORDS) and _is_street(low, begin):
        return True
    if not isinstance(reading.value, Day) and _is_moved(island, place, reading, low):
        return True
    return is_saying(words, low, begin, stop) or _is_no_time(island, reading, words, low, begin)


def _is_amount(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether figures, mostly with a dot, are money, marks or parts of a text, by what stands behind or before them."""
    if words[:3] == ["from", "twenty", "to"] or (words[:2] == ["twenty", "to"] and low.endswith("from ", 0, begin)):
        return True  # "narrowed from twenty to six"
    if "." not in words[1:] or not words[-1].isdecimal():
        return False  # "9.30 am" is an hour
    if _AMOUNT.match(low, stop):
        return True
    before = low[max(0, begin - 24) : begin]
    if words[0] == "by":
        return _CHANGED.search(before) is not None
    return words[0].isdecimal() and _BEFORE_AMOUNT.search(before) is not None


def _goes_on(words: list[str], low: str, stop: int) -> bool:
    """Whether what seems to end a day goes on otherwise: "before Monday ends the process"."""
    last = words[-1]
    if last in {"over", "out"}:
        return words[-2] in {"is", "are"} and _GONE.match(low, stop) is not None
    if last == "after" and words[-2] in {"or", "and"}:
        return _MORE_TIME.match(low, stop) is not None
    if last == "on" and words[0] == "from":
        after = WORD_AFTER.match(low, stop)
        return bool(after and after[1].removesuffix("s") in WEEKDAY_WORDS)  # "from ten to six on Fridays"
    return last in {"ends", "closes"} and _ENDS.match(low, stop) is not None


def _is_no_time(island: Island, reading: Reading, words: list[str], low: str, begin: int) -> bool:
    """Whether the last word, and what stands behind it, say that the words are no time."""
    last, stop = words[-1], island.ends[reading.end - 1]
    if last in _WEAK_DAYS:
        after = WORD_AFTER.match(low, stop)
        return bool(after and after[1] not in AFTER_FIGURES)  # "on Sun products"
    if last in MONTH_WORDS:
        return _is_name_of_month(words, low, stop)
    if last in _ALONE and _is_part_of_more(words, low, begin, stop):
        return True
    if (words[0] in _LEADS or last in _SEASONS) and _is_told(words, low, begin, stop):
        return True
    if last in _ORDINAL_ENDS and _STREET_AFTER.match(low, stop):
        return True
    if last[0].isdecimal() or last in _ORDINAL_ENDS or last in _HOUR_WORDS:
        if _LONG_AGO.match(low, stop):
            return True
        return _is_mere_figure(island, reading, words, low)
    return False


def _is_no_list(island: Island, place: int, several: Several, last: int, low: str) -> bool:
    """Whether a bare figure at an end of a list counts something, or begins a time of its own.

    Such are "Tuesday at 10 or 11 people", "at 10 or 11 on Wednesday", "16 February or 18 February", "rooms 2 or 3pm".
    """
    days = isinstance(several.days[-1][2], Day)
    if island.words[last][0].isdecimal():
        after = WORD_AFTER.match(low, island.ends[last])
        if after and (after[1] in MONTH_WORDS if days else _is_counted_by(after[1])):
            return True
    if days:
        return False
    # "At 7 or 8 in the evening" is told by what stands behind, and "by Friday 5pm or 6" ends with its first hour.
    if _PART_AFTER.match(low, island.ends[last]) or not _ENDS_LATEST.isdisjoint(
        island.words[max(0, place - 3) : place]
    ):
        return True
    begin = island.begins[place]
    before = _WORD_BEFORE.search(low[max(0, begin - 14) : begin])
    if not island.words[place][0].isdecimal() or not before:
        return False
    return before[1].removesuffix("s") in _NUMBERED or before[1] in _BEFORE_COUNTS


_DASHES = frozenset({"-", "–", "—"})


def _is_rows_number(words: list[str]) -> bool:
    """Whether a figure numbers what is told: "Interview 1 - Tuesday, May 26"; no range of days begins so."""
    return words[0].isdecimal() and words[1] in _DASHES and words[2] in WEEKDAY_WORDS


def _is_counted_by(word: str) -> bool:
    """Whether a bare hour before a word is none: it counts that word, or is part of another time with it."""
    return word not in AFTER_FIGURES or word in ANCHORS or word in _OWN_DAY


def _is_street(low: str, begin: int) -> bool:
    """Whether a day is one that a street or square is named after: "rue du 4 Septembre", "Straße des 17. Juni"."""
    # The word before tells nearly always that there is none.
    near = low[max(0, begin - 12) : begin]
    word = near[near.rfind(" ", 0, -1) + 1 : -1]
    if word not in _BEFORE_NAMED_DAY and not word[:1].isdecimal():
        return False
    return _STREET.search(low, max(0, begin - 32), begin) is not None


def _is_second_day(island: Island, place: int) -> bool:
    """Whether a weekday stands behind another and a sign: "Tue/Wed"."""
    if place < 2 or island.words[place - 1] not in {"/", "-", "–", "&"}:
        return False
    return island.words[place] in WEEKDAY_WORDS and island.words[place - 2] in WEEKDAY_WORDS


def _is_moved(island: Island, place: int, reading: Reading, low: str) -> bool:
    """Whether "from X to Y" tells where something was and where it is put."""
    words = island.words
    led = words[place] == "from"
    before = words[max(0, place - _DATE_LONG) : place]
    if not led and ("from" not in before or "to" in before):
        return False
    if "to" not in words[place : reading.end + (_NEAR if led else 0)]:
        return False
    begin = island.begins[place]
    return _MOVED.search(low[max(0, begin - 90) : begin]) is not None


def _is_counted(island: Island, place: int, reading: Reading, low: str, begin: int) -> bool:
    """Whether "3/13" counts pages, patches or parts."""
    if reading.end - place != 3 or island.words[place + 1] != "/":
        return False
    before = _WORD_BEFORE.search(low[max(0, begin - 14) : begin])
    return low[begin - 1] == "[" or bool(before and before[1] in _NUMBERED)


def _is_told(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether words belong to a story: "in 44 years of research", "the next day", "the fall of an empire"."""
    if words[-1] in _SEASONS:
        return low[stop : stop + 4] == " of " and not low[stop + 4 : stop + 6].isdecimal()
    if words[0] == "in":
        return words[-1] in _YEARS and low[stop : stop + 4] == " of "
    before = low[max(0, begin - 4) : begin].split()[-1:]
    return before == ["the"] and words[-1] in _TOLD if words[0] == "next" else before == ["a"]


def _is_name_of_month(words: list[str], low: str, stop: int) -> bool:
    """Whether a month's name at the end belongs to something else: "March of Dimes", "February 151998"."""
    if _NAMED_AFTER_MONTH.match(low, stop):
        return True
    return _FIGURE_AFTER.match(low, stop) is not None and not any(word[0].isdecimal() for word in words)


def _is_mere_figure(island: Island, reading: Reading, words: list[str], low: str) -> bool:
    """Whether figures are a span of years, the number of an act, or a count of something."""
    if len(words) >= 2 and words[-2] == "the" and len(words[-1]) == 4:
        return True  # "the 1996 act"
    if len(words) > 2 and not isinstance(reading.value, Day) and all(w[0].isdecimal() or w in "-–" for w in words):
        return True  # "1997-2002"
    stop = island.ends[reading.end - 1]
    bare = len(words) == 2 and words[0] == "at"  # "at 1900 Market Street", "at three days a week"
    if (len(words[-1]) > 2 and not bare) or any(word in ":/.-–" or word in MONTH_WORDS for word in words):
        return False
    after = WORD_AFTER.match(low, stop)
    if _MORE_AFTER.match(low, stop) or (words[0] == "at" and _PER.match(low, stop)):
        return True  # "2 1/2", "the 2nd to last line", "at 420 a day"
    if words[-1] in _HOUR_WORDS and after and not after[1].endswith("s"):
        return False
    ordinal = words[-1] in _ORDINAL_ENDS
    if after is None or after[1] in (_AFTER_ORDINALS if ordinal else AFTER_FIGURES):
        return False
    if ordinal and after[1] not in _RANKED and not ANCHORS.isdisjoint(words):
        return False  # "the afternoon of the 17th free"
    # A line's end parts as well as a stop does, where the next line begins with a word of time.
    return not (reading.end < len(island.words) and "\n" in low[stop : after.start(1)])


def _is_part_of_more(words: list[str], low: str, begin: int, stop: int) -> bool:
    """Whether "now", "noon" or "midnight" only colours something else: "is now running", "midnight blue"."""
    after = WORD_AFTER.match(low, stop)
    if words[-1] == "second":
        return bool(after and after[1] not in AFTER_FIGURES)
    if len(words) > 1:
        return False
    if words[0] == "now":
        before = _WORD_BEFORE.search(low[max(0, begin - 12) : begin])
        return bool(low[stop : stop + 200].strip(" .!?\n")) or not before or before[1] not in {"is", "was"}
    return bool(after and after[1] not in AFTER_FIGURES)


def _touches_before(low: str, begin: int) -> bool:
    before = low[begin - 1]
    if before.isalnum() or before == "_":
        return True
    if before == "(":
        return _CHARGED.search(low, max(0, begin - 6), begin) is not None
    if before in _JOINERS:
        if before in "#$£€¥@=\\&^§№":
            return True
        return begin > 1 and low[begin - 2].isalnum()
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
        name = WORD_AFTER.match(low, stop + 1)
        return bool(name and name[1] in _DOMAINS)
    if after in "-–/" and end + 1 < len(island.words):
        return island.words[end + 1] not in ANCHORS and not following.isdecimal()
    return after not in ":."
