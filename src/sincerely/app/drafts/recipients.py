"""Whom a mail goes to, as programs write it: one person each, and nothing that a header could hide."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sincerely.core.people import is_address

MOST = 20
_ADDRESS = r"[^\s<>()\[\]@,;:\"\\]{1,64}@[^\s<>()\[\]@,;:\"\\]{1,255}"
_PERSON = re.compile(rf"(?:(?:[^<>()@,;:\"\\]*|\"[^\"\\<>@]*\")\s*<({_ADDRESS})>|({_ADDRESS}))")


class NoRecipient(ValueError):
    """Somebody who can't be written to like this; the message says what was expected."""


def recipients(field: str, told: Iterable[str]) -> tuple[str, ...]:
    """Return people as they are written into a header, white space apart.

    Args:
        field: what to call it in errors, such as ``to``.
        told: each ``Name <address>`` or a bare address.

    Raises:
        NoRecipient: one of them is neither, or there are too many.
    """
    people = [each.strip() for each in told]
    if len(people) > MOST:
        raise NoRecipient(f"{field}: expected at most {MOST} addresses, found {len(people)}")
    for person in people:
        found = _PERSON.fullmatch(person) if person.isprintable() else None
        if found is None or not is_address(found[1] or found[2]):
            raise NoRecipient(f'{field}: expected "Name <address>" or an address, found "{person[:80]}"')
    return tuple(" ".join(person.split()) for person in people)
