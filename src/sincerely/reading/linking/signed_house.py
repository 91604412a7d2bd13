"""The name with which a house signs, where another one is known for it: an application may have told the wrong one."""

from __future__ import annotations

import re

from sincerely.core.people import employer_key
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.people import is_persons

from . import relays
from .house_names import pack
from .likeness import employer_likeness
from .naming import stands_in
from .no_house import begins_as_region, shares_word

# Fewer letters of a domain may be anybody's, and so may a word that short.
_SHORTEST = 5
_ENDING = 6
_SAME = 0.8


def signs_as(letter: Letter, reply: str, signature: str, company: str, known: str) -> str:
    """Return the name with which a house signs and which its own domain spells, where its mail does not know another one.

    A name of several words, or with its legal form, was told by somebody who knew: a brand of the house's, say. A region
    that was taken for one has a single word, or says that it is one. What the domain spells as well is a form of it.

    Args:
        letter: a mail of the house's.
        reply: what its writer says.
        signature: the writer's signature.
        company: the employer's name as this mail gives it.
        known: what the employer is taken to be called.

    Returns:
        Empty where it signs with none, or the known one may be the house's.
    """
    label = relays.own_domain(letter.from_.address).partition(".")[0]
    if not (company and known and len(pack(label)) >= _SHORTEST) or relays.relay_of(letter) is not None:
        return ""
    shown = "" if is_persons(letter.from_) else letter.from_.name
    ending = "\n".join([*reply.rstrip().splitlines()[-_ENDING:], *signature.splitlines()[:8], shown])
    key = pack(employer_key(company))
    if len(key) < _SHORTEST or key not in pack(ending) or not shares_word(label, company):
        return ""
    if employer_likeness(company, known) >= _SAME or shares_word(label, known) or _is_in_full(known):
        return ""
    return "" if stands_in(known, f"{reply}\n{signature}\n{shown}") else company


def _is_in_full(known: str) -> bool:
    if begins_as_region(known):
        return False
    return " " in known or employer_key(known) != re.sub(r"[\W_]+", " ", known.casefold()).strip()
