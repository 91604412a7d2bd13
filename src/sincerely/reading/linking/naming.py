"""Names that lead to a process, and its own."""

from __future__ import annotations

import re
from collections.abc import Container

from sincerely.core.header import Header
from sincerely.core.people import employer_key, is_same_person, name_words

from .clues import Clues
from .likeness import employer_likeness

# A name of so few letters may be a word of any text.
_SHORT = 4


def stands_in(house: str, text: str) -> bool:
    """Whether a text names an employer, with a capital: "Tallgrass" for "Tall Grass", too."""
    words = employer_key(house).split()
    if sum(map(len, words)) <= _SHORT:
        return False
    joined = r"\W{0,3}".join(map(re.escape, words))
    first = next(re.finditer(rf"(?<!\w){joined}(?!\w)", text, re.IGNORECASE), None)
    return first is not None and first[0][0] == first[0][0].upper()


def same_house(one: str, other: str) -> bool:
    """Whether two names are told, and mean one employer."""
    return bool(one and other) and employer_likeness(one, other) >= 0.8


def bears(who: str, name: str) -> bool:
    """Whether an address or a name is somebody's by both parts of their name: a friend may be called Dana, too."""
    words, parts = name_words(who), name_words(name)
    return len(parts) > 1 and not (len(words) == 1 and words[0] in parts) and is_same_person(name, who)


def proposed(clues: Clues, taken: Container[str]) -> Header:
    """Return what a process that a mail begins is about, by a name that no other has."""
    name = slug(clues.employer, clues.role) or slug(clues.domain.partition(".")[0], clues.role) or "process"
    unique, number = name, 2
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return Header(
        id=unique, employer=clues.employer, role=clues.role, zone=clues.zone, country=clues.country,
        via=clues.via, consultant=clues.consultant,
    )  # fmt: skip


def slug(employer: str, role: str) -> str:
    """Return a process's name by what it is about; empty where nothing tells the employer."""
    words = [*employer_key(employer).split()[:3], *re.findall(r"[^\W_]+", role.lower())[:4]]
    return "-".join(words) if employer else ""
