"""Whether a name is a person's: the candidate's own, a correspondent's, or somebody's whom one is to meet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from sincerely.core.people import name_words
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.people import is_titled, split, untitled


def called(letter: Letter, me: frozenset[str]) -> set[str]:
    """Return the words of the candidate's name: as the mail shows it, and as the addresses spell it."""
    shown = {
        word
        for box in (*letter.to, *letter.cc, letter.from_)
        if box.address.lower() in me
        for word in box.name.lower().split()
    }
    return shown | {word for address in me for word in name_words(address) if len(word) > 1}


def surely_persons(boxes: Iterable[Address]) -> set[str]:
    """Return the names that are no firm's: one has a title, another's address spells both its names, "ana.roth@…"."""
    found: set[str] = set()
    for name, address in boxes:
        plain = untitled(name)
        local = re.split(r"[._-]", address.partition("@")[0].lower())
        if is_titled(name) or (len(local) > 1 and list(name_words(plain)) == local):
            found |= {name.lower(), plain.lower()}
    return found


def is_somebodys(name: str, people: Collection[str]) -> bool:
    """Whether a name, or each of several, is one that is known of a person, or part of it.

    Args:
        name: as a sentence has it: "Dr Ana Roth and Lee".
        people: names of people, in small letters.
    """
    known = [set(person.split()) for person in people]
    pieces = [set(piece.lower().split()) for piece in split(name)]
    return bool(pieces) and all(any(piece <= whole for whole in known) for piece in pieces)
