"""Letters that nobody sees: zero-width ones, soft hyphens, marks of direction. Words are read without them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it is seen.

    Attributes:
        text: without what nobody sees.
        begins: where each stretch of it begins.
        shifts: how many letters were left out before each of these.
    """

    text: str
    begins: list[int]
    shifts: list[int]

    def place(self, index: int) -> int:
        """Return where a letter of the text stands in the one that was given."""
        return index + self.shifts[bisect_right(self.begins, index) - 1]


def seen(text: str) -> Seen | None:
    """Return a text as it is seen; None where that is how it is written."""
    if _INVISIBLE.search(text) is None:
        return None
    pieces: list[str] = []
    begins, shifts = [0], [0]
    last = length = 0
    for match in _INVISIBLE.finditer(text):
        pieces.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        begins.append(length)
        shifts.append(last - length)
    return Seen("".join((*pieces, text[last:])), begins, shifts)
