"""What an edited draft says that no ground has: numbers, dates, names, employers, skills.

Ordinary words are never questioned, only what can be wrong as a fact. German writes every noun large, so that a name
is told there by what stands before it, by its form, or by a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .words.days import words_of
from .words.given_names import GIVEN
from .words.phone import written_out
from .words.skills import SKILLS


@dataclass(frozen=True)
class Invented:
    """Words without ground.

    Attributes:
        quote: the words.
        begin, stop: where they stand in the text.
        why: ``number``, ``date``, ``name`` or ``skill``.
    """

    quote: str
    begin: int
    stop: int
    why: str


_NUMBERS = {
    word: number
    for number, words in {
        2: "two zwei twice both deux", 3: "three drei trois", 4: "four vier quatre", 5: "five fünf cinq",
        6: "six sechs", 7: "seven sieben sept", 8: "eight acht huit", 9: "nine neun neuf", 10: "ten zehn dix dizaine",
        11: "eleven elf onze", 12: "twelve zwölf dozen dutzend douze douzaine", 13: "thirteen treize",
        14: "fourteen quatorze", 15: "fifteen fünfzehn quinze quinzaine", 16: "sixteen seize", 17: "seventeen",
        18: "eighteen", 19: "nineteen", 20: "twenty zwanzig vingt vingtaine", 30: "thirty dreißig trente trentaine",
        40: "forty vierzig quarante", 50: "fifty fünfzig cinquante", 60: "sixty sechzig soixante",
        70: "seventy siebzig septante", 80: "eighty achtzig octante huitante", 90: "ninety neunzig nonante",
        100: "hundred hundert hundreds cent centaine", 1000: "thousand tausend thousands mille millier",
        1_000_000: "million millionen millions", 1_000_000_000: "billion milliarden milliard",
        1_000_000_000_000: "decade decades jahrzehnt jahrzehnte décennie décennies",
    }.items()
    for word in words.split()
}  # fmt: skip
_UNASKED = frozenset({"both", "twice"})
# French numbers that other languages have as words of another sense.
_WORDS_ELSEWHERE = frozenset("cent mille sept seize deux".split())
_ELIDED = re.compile(r"(?:[dljnmtsc]|qu|jusqu|lorsqu)['’](?=\w)", re.IGNORECASE)
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni
    juli oktober dezember tomorrow yesterday tonight gestern vorgestern übermorgen""".split()
)
_FRENCH_DAYS = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
    novembre décembre demain hier""".split()
)
_RELATIVE = re.compile(
    r"\b(?:(?:la|le) (?:semaine|mois|an|année) (?:prochaine?|derni(?:er|ère))|(?:next|last|this) (?:week|month|year|spring|summer|autumn|fall|winter)"
    r"|(?:nächste|letzte|diese)[nrs]? (?:woche|monat|jahr|sommer|winter|frühjahr)"
    r"|in (?:a|an|one|eine[mr]) (?:week|month|year|woche|monat|jahr))\b",
    re.IGNORECASE,
)
# Skills that are ordinary words too: only with a capital, and then they are names.
_ORDINARY = frozenset(
    """go r lean spring swift rust spark hive react express unity julia flask dash master native award prize patent promotion
    english german french certificate certification teaching publications pricing marketing logistics statistics
    leadership accounting translation recruiting nursing looker oracle git api apis html css rails""".split()
)
_ALLOWED = frozenset(
    """i i'm i've i'd i'll re cv pdf ok mr ms mrs mme mm m madame monsieur dr prof sie ihr ihre ihnen ihrem ihren ihrer ihres sich resume
    robin's""".split()
) - {"robin's"}
_AS_WORDS = frozenset("will mark may grace rose hope art frank dean ray bill sue pat rob drew faith joy dawn".split())
_WORD = re.compile(r"\d+(?:[.,:]\d+)+\w*|[^\W_](?:[\w+#.'’&-]*[\w+#])?")
_STARTS = re.compile(r"(?:^|[.!?:…]|[\"“„(]|[-•*])\s*$")
_AFTER_NAMING = re.compile(r"\b(?:bei|firma|herrn?|frau|dr\.|prof\.)\s+(?:der\s+|dem\s+)?$", re.IGNORECASE)


def invented(
    text: str, grounds: Iterable[str], days: Iterable[date] = (), language: str = "en"
) -> tuple[Invented, ...]:
    """Return what a text says without ground, in its order.

    Args:
        text: a mail.
        grounds: everything that it may stand on, in its own words: notes, CV, posting, mail, names.
        days: days that it may name, in whatever form.
        language: ``en``, ``de`` or ``fr``.
    """
    known = _known(tuple(grounds), tuple(days))
    found = {item.begin: item for item in _all(text, known, language)}
    return tuple(found[begin] for begin in sorted(found))


# Longer than any note.
_NOTE = 600


class _Known:
    """What the grounds have: words, numbers, days."""

    def __init__(self, grounds: Iterable[str], days: Iterable[date]) -> None:
        told = tuple(grounds)
        # A note says Tuesday where it was typed "tues".
        spelt = (written_out(text) for text in told if len(text) < _NOTE)
        self.text = "\n".join((*told, *spelt)).casefold()
        words = [one for word in _WORD.findall(self.text) for one in {word, _ELIDED.sub("", word, count=1)}]
        self.words = {form for word in words for form in _forms(word)}
        self.days = {word for day in days for word in words_of(day)}
        self.numbers = {n for word in re.findall(r"[\w.,]+", self.text) for n in _number(word)}
        self.numbers |= {float(word) for word in self.days if word.isdigit()}

    def has(self, word: str) -> bool:
        """Whether every part of a word is known, plural and possessive apart."""
        forms = _forms(word.casefold())
        if forms & self.words:
            return True
        parts = re.split(r"[-&]", word.casefold())
        return len(parts) > 1 and all(not part or _forms(part) & self.words for part in parts)


@lru_cache(maxsize=4)
def _known(grounds: tuple[str, ...], days: tuple[date, ...]) -> _Known:
    # Sentence after sentence is looked at beside the same grounds, and again with every letter that is typed.
    return _Known(grounds, days)


def _forms(word: str) -> set[str]:
    bare = re.sub(r"['’]s?$", "", word.strip(".-'’&"))
    return {bare, bare.removesuffix("s"), f"{bare}s", *re.split(r"[-._@&]", bare)}


def _number(word: str) -> Iterator[float]:
    plain = word.casefold().strip(".,")
    if plain in _NUMBERS:
        yield float(_NUMBERS[plain])
    for part in re.findall(r"\d[\d.,]*", plain):
        digits = re.sub(r"[.,](?=\d{3}\b)", "", part.strip(".,")).replace(",", ".")
        if digits.count(".") <= 1:
            yield float(digits)
            yield from (float(piece) for piece in re.findall(r"\d+", part))


def _all(text: str, known: _Known, language: str) -> Iterator[Invented]:
    for match in _RELATIVE.finditer(text):
        if match[0].casefold() not in known.text:
            yield Invented(match[0], match.start(), match.end(), "date")
    for match in _WORD.finditer(text):
        word, begin = match[0], match.start()
        elided = _ELIDED.match(word) if language == "fr" else None
        if elided:
            word, begin = word[elided.end() :], begin + elided.end()
        before = text[: match.start()].rpartition("\n")[2]
        why = _why(word, before, known, language)
        if not why and word[:1].isupper():
            named = _german_name if language == "de" else _english_name
            # Behind "d'" no sentence begins.
            why = "name" if named(word, f"{before}{elided[0]}" if elided else before, known) else ""
        if why:
            yield Invented(word, begin, match.end(), why)


def _why(word: str, before: str, known: _Known, language: str) -> str:
    """Return what kind of fact a word is that no ground has; empty where it is none, or has one."""
    plain = re.sub(r"['’]s$", "", word.casefold().rstrip(".'’"))
    if any(c.isdigit() for c in plain):
        numbers = list(_number(word))
        if known.has(word) or (numbers and numbers[0] in known.numbers):
            return ""
        return "number"
    if plain in _NUMBERS and plain not in _UNASKED and (language == "fr" or plain not in _WORDS_ELSEWHERE):
        return "" if float(_NUMBERS[plain]) in known.numbers else "number"
    if language == "fr" and plain in _FRENCH_DAYS:
        return "" if plain in known.days or plain in known.words else "date"
    is_day = plain in _DAYS and (word[:1].isupper() or plain in {"tomorrow", "yesterday", "tonight", "gestern"})
    if is_day or (word == "May" and not _STARTS.search(before)):
        return "" if plain in known.days or plain in known.words else "date"
    pieces = [plain, *plain.split("-")]
    if any(piece in SKILLS and piece not in _ORDINARY for piece in pieces) and not known.has(word):
        return "skill"
    return ""


def _english_name(word: str, before: str, known: _Known) -> bool:
    plain = word.casefold().replace("’", "'")
    if plain in _ALLOWED or plain in known.days or known.has(word):
        return False
    if not _STARTS.search(before):
        return True
    shaped = any(c.isupper() or c.isdigit() for c in word[1:])
    return shaped or (plain in GIVEN and plain not in _AS_WORDS) or plain in SKILLS - _ORDINARY


def _german_name(word: str, before: str, known: _Known) -> bool:
    plain = word.casefold()
    if plain in _ALLOWED or plain in known.days or known.has(word) or plain.startswith(("ihr", "euer", "eure")):
        return False
    if any(c.isupper() for c in word[1:]) or _AFTER_NAMING.search(before):
        return True
    if plain in GIVEN and plain not in _AS_WORDS:
        return True
    # Two large words in a row are a name, or a noun with one behind it: "Projekt Falke".
    previous = re.search(r"([^\W\d_]\w*) $", before)
    behind = previous is not None and previous[1][:1].isupper() and previous[1].casefold() not in _ALLOWED
    return behind and not _STARTS.search(before[: previous.start()] if previous else "")
