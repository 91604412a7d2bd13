"""Times in a text alone, of which no mail says the language: it is told by the words, and by the country in doubt.

What is English is read as it is; German and French are put into the English that the time grammar reads, and what is
found is given back in the text's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sincerely.core.working_time import WorkingCalendar
from sincerely.reading.letters.language import language_of, small_words
from sincerely.reading.letters.sentences import sentences
from sincerely.times import TimeMention, find

from . import french_times, german_times
from .foreign_dates import in_english
from .replacements import Followed

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
_TABLES = {"de": german_times, "fr": french_times}
_AT_HOME = {
    "de": frozenset({"DE", "AT", "CH", "LI", "LU"}),
    "fr": frozenset({"FR", "BE", "CH", "LU", "MC"}),
}
# English words, names among them, that are spelt like words of the other languages; and what all of them share.
_SHARED = frozenset(
    """a am an and apart april art at august avant bald bin den der die do elf en est et fin gut he her hat in is it la man mai
    mar mars me midi min mit mon my no november on or par plus port pour prior rat second sept september six so sous std sur
    tag tout us via von vor vous war was will""".split()
)
# What English says of times: a text that has more of this is English.
_ENGLISH = (small_words("en") - _SHARED) | frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march may june july october december
    mon tue wed thu fri sat sun today tomorrow yesterday tonight noon midnight morning afternoon evening day days week
    weeks weekend month months year years hour hours minute minutes next last until before after within between since
    end early late later about around ago now""".split()
)
_GERMAN = """bis spätestens innerhalb binnen nächste nächsten nächster kommende kommenden kommender letzte letzten letzter
    ende mitte anfang noch hier"""
_FRENCH = """quinzaine avant ici jusqu après prochain prochaine délai début matin soir entre dernière dernier avons avez plaît"""
_PARTS = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "früh")
_OWN = {
    code: frozenset(
        word
        for phrase in (*small_words(code), *table.DAYS, *table.MONTHS, *table.OTHERS, *table.UNITS, *table.NUMBERS, *more)
        for word in _WORD.findall(phrase)
        if word not in _SHARED
        if word not in _ENGLISH
    )
    for code, table, more in (
        ("de", german_times, (*_GERMAN.split(), *(day + part for day in german_times.DAYS for part in _PARTS))),
        ("fr", french_times, _FRENCH.split()),
    )
}  # fmt: skip
_HINTS = frozenset().union(*_OWN.values(), ("d'ici", "d’ici", "jusqu'au", "jusqu'à", "jusqu’au", "jusqu’à"))
# Longer texts show their language between blanks; in shorter ones every word has to be looked at.
_LONG = 48


def language_by_words(text: str, country: str = "US") -> str:
    """Return the language by which a text's times are read: ``en``, ``de`` or ``fr``.

    >>> language_by_words("bis Ende nächster Woche"), language_by_words("by Friday", "DE"), language_by_words("mardi gras")
    ('de', 'en', 'en')
    """
    low = text.lower()
    if _HINTS.isdisjoint(low.split() if len(low) > _LONG else _WORD.findall(low)):
        return ENGLISH
    told = language_of(text)
    if told in _TABLES:
        return told
    words = set(_WORD.findall(low))
    english = len(words & _ENGLISH)
    counts = {code: len(words & own) for code, own in _OWN.items()}
    best = max(counts, key=lambda code: (counts[code], country in _AT_HOME[code]))
    if told == ENGLISH and len(words) > _SMALL_TEXT and counts[best] <= english:
        return ENGLISH
    # One word may be a name or a loan; not where it is the country's language, or all that is said.
    enough = 1 if country in _AT_HOME[best] or len(words) == 1 else 2
    return best if counts[best] >= enough and counts[best] > english else ENGLISH


# So few words have no small ones to go by.
_SMALL_TEXT = 3


def spoken_times(
    text: str, at: datetime, country: str = "US", calendar: WorkingCalendar | None = None
) -> list[TimeMention]:
    """Return the time expressions of a text in English, German or French, in order, none overlapping another.

    Args:
        text: any text.
        at: the reference; without an offset a wall time, and answered likewise.
        country: two letters: whose order of day and month, whose holidays, and in doubt whose language.
        calendar: working days, where they are known.
    """
    language = language_by_words(text, country)
    if language == ENGLISH:
        return find(text, at, country, calendar)
    plain, places = _followed(text, language)
    home = country if country in _AT_HOME[language] else language.upper()
    found: list[TimeMention] = []
    for mention in find(plain, at, home, calendar):
        begin, stop = places[mention.begin][0], places[mention.stop - 1][1]
        begin = max(begin, found[-1].stop if found else 0)
        if begin < stop:
            found.append(replace(mention, quote=text[begin:stop], begin=begin, stop=stop))
    return found


def _followed(text: str, language: str) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return a text with its times in English, sentence by sentence, and where each character came from."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    last = 0
    for sentence in sentences(text):
        said = re.sub(r"[\r\n\t]", " ", text[sentence.begin : sentence.stop])
        follow = Followed(said)
        pieces += text[last : sentence.begin], in_english(said, language, follow)
        places += [(place, place + 1) for place in range(last, sentence.begin)]
        places += [(sentence.begin + begin, sentence.begin + stop) for begin, stop in follow.places]
        last = sentence.stop
    pieces.append(text[last:])
    places += [(place, place + 1) for place in range(last, len(text))]
    return "".join(pieces), places
