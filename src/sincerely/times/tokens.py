"""Text into islands: stretches of neighbouring words and figures that can have to do with time.

Nearly all text is told apart here, by one look at each word. Only islands that hold an anchor (a weekday, a
unit, "tomorrow") or figures in the shape of a time reach the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .lexicon import ANCHORS, GLUED_UNITS, WORDS

# A word with inner apostrophes, figures, or one sign; and the space behind it.
_TOKEN = re.compile(r"([^\W\d_]++(?:'[^\W\d_]++)*+|\d++|\S)(\s*+)")
# The same for small letters of ASCII alone, where it costs a quarter less.
_TOKEN_ASCII = re.compile(r"([a-z]++(?:'[a-z]++)*+|[0-9]++|\S)(\s*+)")
# Signs that print alike.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-", "―": "—"})
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
# By byte of ASCII: small letters stay, figures are "0", all else parts words.
_LETTERS = bytes(byte if chr(byte).islower() else 48 if chr(byte).isdigit() else 32 for byte in range(128)).ljust(256)
# Characters that are split into tokens at a time: long texts need no more memory than that.
_CHUNK = 1 << 16
# More tokens than any expression has; longer islands (tables of dates) are cut here.
LONGEST = 56
_SHAPING = frozenset(":/.-–")
# Letters that may touch a number: "3pm", "12th", "15h00", "2w", "11apr".
_TOUCHING = frozenset({"am", "pm", "a", "p", "st", "nd", "rd", "th", "t", "z", "ish", "o'clock", "q"})


class Island:
    """Neighbouring tokens: lower-case words and where they stand in the text.

    Attributes:
        words, begins, ends: one entry a token.
        anchored: a word or a shape says that this may be a time.
    """

    __slots__ = ("anchored", "begins", "ends", "words")

    def __init__(self, words: list[str], begins: list[int], ends: list[int], *, anchored: bool) -> None:
        self.words = words
        self.begins = begins
        self.ends = ends
        self.anchored = anchored

    def glued(self, place: int) -> bool:
        """Whether a token touches the one before it."""
        return place > 0 and self.begins[place] == self.ends[place - 1]


def lower(text: str) -> str:
    """Return the text in small letters, each still at its place."""
    low = text.lower()
    if text.isascii():
        return low
    if len(low) != len(text):  # a few letters grow when made small
        low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    return low.translate(_PLAIN)


def has_anchor(low: str) -> bool:
    """Whether any word or figure could belong to a time: the cheap first look."""
    if len(low) > _CHUNK:
        return True
    if low.isascii():  # as nearly all English is: a third of the cost of finding words by a pattern
        letters = low.encode().translate(_LETTERS)
        return b"0" in letters or not ANCHORS.isdisjoint(letters.decode().split())
    return not ANCHORS.isdisjoint(_WORD.findall(low)) or any(map(low.__contains__, "0123456789"))


def may_begin(low: str) -> bool:
    """Whether a text may begin with an island, by its first word."""
    first = _TOKEN.match(low, len(low) - len(low.lstrip()))
    return first is not None and (first[1] in WORDS or first[1][0].isdecimal())


def _tokens(low: str, start: int) -> Iterable[tuple[str, str]]:
    """Return the tokens from a place on, each with the space behind it."""
    pattern = _TOKEN_ASCII if low.isascii() else _TOKEN
    # Short texts, as nearly all are, are split at once.
    return pattern.findall(low, start) if len(low) <= _CHUNK else _in_chunks(low, start, pattern)


def _in_chunks(low: str, start: int, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield the tokens of a long text, piece by piece."""
    while start < len(low):
        stop = len(low)
        if stop - start > _CHUNK:
            # Chunks begin with a token: cut behind space.
            space = _SPACE.search(low, start + _CHUNK, start + 2 * _CHUNK)
            stop = space.end() if space else start + 2 * _CHUNK
            while stop < len(low) and low[stop].isspace():
                stop += 1
        yield from pattern.findall(low, start, stop)
        start = stop


def islands(low: str, *, every: bool = False) -> Iterator[Island]:
    """Yield the islands of a text in small letters, in order.

    Args:
        low: the text, see `lower`.
        every: those without an anchor too: nine in ten of a text's.
    """
    words: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    anchored = False
    last = len(low) - len(low.lstrip())  # where the token before ended, and
    gap = ""  # the space behind it
    number = False  # whether it was a number
    for word, space in _tokens(low, last):
        begin = last + len(gap)
        known = word in WORDS
        digits = not known and word[0].isdecimal()
        over = not (known or digits)
        parted = False
        if gap or not begin:
            if over and not words:  # most words of a text
                last, gap = begin + len(word), space
                continue
            parted = gap != " " and _parts(gap, low, begin)
        elif digits:
            over = _foreign_left(low, begin, words)
        elif number and word[0].isalpha() and not _may_touch(word) and words:
            del words[-1], begins[-1], ends[-1]  # "2x", "7zip": the number belongs to a name
        last, gap = begin + len(word), space
        if words and (over or parted or len(words) >= LONGEST):
            if anchored or every:
                yield Island(words, begins, ends, anchored=anchored)
                words, begins, ends, anchored = [], [], [], False
            else:
                words.clear()
                begins.clear()
                ends.clear()
        if over:
            number = False
            continue
        words.append(word)
        begins.append(begin)
        ends.append(last)
        number = digits
        if not anchored and (
            word in ANCHORS or ((digits or word in _SHAPING) and _shapes(low, word, begin, last, digits=digits))
        ):
            anchored = True
    if words and (anchored or every):
        yield Island(words, begins, ends, anchored=anchored)


def _parts(gap: str, low: str, begin: int) -> bool:
    """Whether a gap separates: an empty line, a table's columns, or a list's next number."""
    if len(gap) > 8 or gap.count("\n") > 1 or (len(gap) > 3 and "\n" not in gap):
        return True
    return "\n" in gap and low[begin].isdecimal() and low[begin + 1 : begin + 2] in {".", ")"}


def _may_touch(word: str) -> bool:
    """Whether letters that touch a number can be its unit, month or half of the day."""
    if word in _TOUCHING or word in GLUED_UNITS:
        return True
    return any(category in {"MON", "UNIT"} for category, _ in WORDS.get(word, ()))


def _foreign_left(low: str, begin: int, words: list[str]) -> bool:
    """Whether a number is glued to letters that have nothing to do with time ("mp3")."""
    if begin == 0 or not (low[begin - 1].isalpha() or low[begin - 1] == "_"):
        return False
    return not (words and _may_touch(words[-1]))


def _shapes(low: str, word: str, begin: int, end: int, *, digits: bool) -> bool:
    """Whether figures stand in the shape of a time or date here: "3:30", "3/4", "3pm", "12th"."""
    if digits:
        if len(word) == 4 and word[:2] in {"19", "20"}:
            return True
        after = low[end : end + 2].lstrip()[:1]
        return after.isalpha() and after in "apsnrthoqw"
    return begin > 0 and low[begin - 1].isdecimal() and low[end : end + 1].isdecimal()
