"""People by their names where an address tells them: our own words are read, and not looked up."""

from __future__ import annotations

import re

from sincerely.writing.words.names import person_of

_ADDRESS = re.compile(r"[^\s,;:()<>\"“”]+@[^\s,;:()<>\"“”]*\w")


def named(words: str) -> str:
    """Return words of ours with each address that tells first and last name as that name; never what mail says.

    >>> named("Thank dana.whitlock@acme.example, lee@acme.example and hr@acme.example.")
    'Thank Dana Whitlock, lee@acme.example and hr@acme.example.'
    """
    return _ADDRESS.sub(_name, words)


def _name(found: re.Match[str]) -> str:
    person = person_of(found[0])
    # One name alone may be anybody's.
    return person.full if person.given and person.family else found[0]
