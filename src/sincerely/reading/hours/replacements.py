"""Replacing words of a text so that every place in what comes out is still known in what went in."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

Plain = str | Callable[[re.Match[str]], str]
Replace = Callable[[re.Pattern[str], Plain, str], str]
"""Puts something in the place of what a pattern finds in a text."""

_WORD = re.compile(r"\w+|\W")
# Longer stretches are replaced as one: to compare them word by word takes work that grows with the square.
_LONGEST = 200


def replaced(pattern: re.Pattern[str], plain: Plain, text: str) -> str:
    """Return a text with something else in the place of what a pattern finds: nobody asks where it stood."""
    return pattern.sub(plain, text)


class Followed:
    """Replaces like `replaced`, and remembers of each character where it came from.

    Attributes:
        places: for each character of the text as it is now where its origin begins and stops in the first text.
    """

    def __init__(self, text: str) -> None:
        self.places = [(place, place + 1) for place in range(len(text))]

    def __call__(self, pattern: re.Pattern[str], plain: Plain, text: str) -> str:
        """Return the text with the replacements in it."""
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        last = 0
        for match in pattern.finditer(text):
            new = match.expand(plain) if isinstance(plain, str) else plain(match)
            pieces += text[last : match.start()], new
            places += self.places[last : match.start()]
            places += self._moved(match, new)
            last = match.end()
        if not pieces:
            return text
        places += self.places[last:]
        self.places = places
        return "".join((*pieces, text[last:]))

    def _moved(self, match: re.Match[str], new: str) -> list[tuple[int, int]]:
        """Return the places of a replacement: words that stay keep their own, others have the stretch between those."""
        if len(match[0]) > _LONGEST:
            return [self._stretch(match.start(), match.end())] * len(new)
        old = _WORD.findall(match[0])
        words = _WORD.findall(new)
        found: list[tuple[int, int]] = []
        was, now, place = 0, 0, match.start()
        for mine, its, size in SequenceMatcher(None, old, words, autojunk=False).get_matching_blocks():
            gap = sum(map(len, old[was:mine]))
            stretch = self._stretch(place, place + gap)
            found += [stretch] * sum(map(len, words[now:its]))
            kept = sum(map(len, old[mine : mine + size]))
            own = self.places[place + gap : place + gap + kept]
            if (
                own and gap and now == its
            ):  # "il y a deux jours" becomes "deux jours ago": its first words are part of it
                own[0] = (stretch[0], own[0][1])
            found += own
            was, now, place = mine + size, its + size, place + gap + kept
        return found

    def _stretch(self, begin: int, stop: int) -> tuple[int, int]:
        if begin < stop:
            return self.places[begin][0], self.places[stop - 1][1]
        # What is put between two characters stands at the border.
        border = self.places[begin][0] if begin < len(self.places) else self.places[-1][1] if self.places else 0
        return border, border
