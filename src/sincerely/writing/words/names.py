"""How people are called. What can't be told from an address is not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sincerely.core.people import is_address, is_machine, is_person

from .given_names import GIVEN

_TITLES = re.compile(r"^(?:(?:prof|dre?|dipl)\.?(?:-ing\.?)?\s+)+", re.IGNORECASE)
_CIVIL = re.compile(r"^(?:mrs?|ms|miss|herr|frau|mme|m)\.?\s+", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:\([^)]*\)|,\s*(?:ph\.?\s?d\.?|mba|m\.?sc\.?|b\.?sc\.?|md|jr\.?|sr\.?|esq\.?|cpa|shrm\S*)|\s[|–-]\s.*|\svia\s.*)\s*$",
    re.IGNORECASE,
)
_PARTICLES = frozenset("von van de der den del della di da dos du la le zu zur ter ten el al bin ibn af av".split())


@dataclass(frozen=True)
class Person:
    """Somebody, by address and by name as far as they are known.

    Attributes:
        address: where they read mail; empty where only a name is known.
        title: such as ``Dr.`` or ``Prof. Dr.``.
        given: their first names.
        family: their last name, particles included.
    """

    address: str = ""
    title: str = ""
    given: str = ""
    family: str = ""

    @property
    def full(self) -> str:
        """First and last name, without a title."""
        return " ".join(part for part in (self.given, self.family) if part)

    @property
    def formal(self) -> str:
        """The name as strangers write it: with the title where there is one."""
        return f"{self.title} {self.family or self.given}".strip() if self.title else self.full

    @property
    def first(self) -> str:
        """The first name where it is one; of ``J. Smith`` the whole, because nobody is called J."""
        return self.full if len(self.given.rstrip(".")) < 2 else self.given.split()[0]


def person_of(who: str, shown: str = "") -> Person:
    """Return a person from an address or a name, and the name that their mail shows.

    >>> person_of("dana.whitlock@acme.example").full
    'Dana Whitlock'
    >>> person_of("mdelacroix@acme.example").full
    ''
    >>> person_of("x@acme.example", "Dr. Anna Müller-Lüdenscheidt (she/her)").formal
    'Dr. Müller-Lüdenscheidt'
    """
    address = who if is_address(who) else ""
    if shown and is_person(shown) and not is_address(shown):
        return _named(address, shown)
    if not address:
        return _named("", who)
    if is_machine(address) or not is_person(address):
        return Person(address)
    return _from_local(address)


def is_named(shown: str) -> bool:
    """Whether what stands beside an address is somebody's name, as far as first names are known: a house's is none."""
    given = _named("", shown).given.split()
    return bool(given) and given[0].casefold().partition("-")[0] in GIVEN


def _named(address: str, shown: str) -> Person:
    name = " ".join(shown.strip("\"' ").split())
    before = ""
    while name != before:
        before, name = name, _AFTER.sub("", name)
    if name.count(",") == 1:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    name = _CIVIL.sub("", name)
    found = _TITLES.match(name)
    title = found[0].strip() if found else ""
    words = _written(_CIVIL.sub("", name[len(title) :].strip()).split())
    if not words:
        return Person(address)
    if _is_turned(words, address):
        words = words[::-1]
    if len(words) == 1:
        return Person(address, title, "", words[0]) if title else Person(address, "", words[0], "")
    start = next((n for n, word in enumerate(words[1:-1], 1) if word.casefold() in _PARTICLES), len(words) - 1)
    return Person(address, title, " ".join(words[:start]), " ".join(words[start:]))


def _is_turned(words: list[str], address: str) -> bool:
    """Whether a name in two words has the family first, as its first name and its address tell: "Kern Anna" of anna.kern@."""
    if len(words) != 2:
        return False
    family, given = (word.casefold() for word in words)
    local = _from_local(address).given.casefold() if address else ""
    return given in GIVEN and family.partition("-")[0] not in GIVEN and local == given


def _written(words: list[str]) -> list[str]:
    """Return a name's words as names are written: MÜLLER Thomas is Thomas Müller, and lee chen is Lee Chen."""
    if not words:
        return words
    run = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
    known = words[0].casefold().partition("-")[0] in GIVEN
    if 0 < run < len(words) and not known:
        named = words[run].casefold() in GIVEN or max(map(len, words[:run])) > 3
        return [_large(word, small=n > 0) for n, word in enumerate([*words[run:], *words[:run]])] if named else words
    if run < len(words) and any(word != word.lower() for word in words):
        return [_large(word) if word.isupper() else word for word in words]
    return [_large(word, small=n > 0) for n, word in enumerate(words)]


def _large(word: str, *, small: bool = True) -> str:
    """Write a name's word with one capital, as far as it has but large letters, or but small ones."""
    if small and word.casefold() in _PARTICLES:
        return word.casefold()
    if (word != word.upper() and word != word.lower()) or (word.isupper() and len(word) < 3):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)


def _from_local(address: str) -> Person:
    local = address.rpartition("@")[0].partition("+")[0]
    parts = [part for part in re.split(r"[._]", local) if part]
    if not all(re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", part) for part in parts) or len(parts) > 4:
        return Person(address)
    # A particle stays small inside a name: Ann de Vries.
    last = len(parts) - 1
    names = [
        part if 0 < n < last and part in _PARTICLES else "-".join(piece.capitalize() for piece in part.split("-"))
        for n, part in enumerate(parts)
    ]
    if len(names) == 1:
        # One word may be a first name, a last name, or an initial run into it.
        return Person(address, "", names[0], "") if names[0].casefold() in GIVEN else Person(address)
    if len(parts[0]) == 1:
        return Person(address, "", f"{names[0]}.", " ".join(names[1:]))
    return Person(address, "", names[0], " ".join(names[1:]))
