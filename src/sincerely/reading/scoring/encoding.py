"""A mail as the encoder sees it: pieces of words, each with the part of the mail it stands in and the form it has.

One row for the whole mail: who wrote it, the subject, the reply sentence by sentence, the signature, the beginning of
what it answers. Capitals would be lost with the uncased vocabulary, and times look like any other figures: both
are told to the encoder beside the pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .wordpiece import Pieces, words

if TYPE_CHECKING:  # the ear for tone needs no grammar of times
    from sincerely.times import TimeMention

HEADER, SUBJECT, REPLY, SIGNATURE, QUOTED = range(5)
# How many pieces each part may take; together no more than the encoder's 512 places.
_ROOM = {HEADER: 36, SUBJECT: 40, REPLY: 300, SIGNATURE: 48, QUOTED: 72}
_SHAPES = 4
_TIMES = 4
FORMS = 5 * _SHAPES * _TIMES
"""How many combinations of part, shape and time there are."""
_LOWER, _CAPITAL, _UPPER, _FIGURE = range(_SHAPES)
_NO_TIME, _DEADLINE, _CLOCK, _DAY = range(_TIMES)
_CLOCK_GRAINS = frozenset({"hour", "minute", "second"})
# So many letters make a piece, at the least that English takes.
_LETTERS = 3
_FLAGS = ("sent", "answers", "relay", "bulk", "invites", "cancels", "attached")


class Span(NamedTuple):
    """A stretch of pieces: the first, and the one after the last."""

    begin: int
    stop: int


class Word(NamedTuple):
    """A word of the mail.

    Attributes:
        source: -1 for the writer's name and address, -2 for the subject, -3 the signature, -4 what is quoted; else which
            statement it stands in.
        begin, stop: where it stands in that text, in characters.
        piece: its first piece.
    """

    source: int
    begin: int
    stop: int
    piece: int


@dataclass(frozen=True)
class Encoded:
    """A mail in numbers.

    Attributes:
        pieces: numbers of the vocabulary.
        forms: for each piece its part, shape and time as one number below `FORMS`.
        sentences: the subject, then every statement that found room.
        mentions: for each time of these statements: the statement, which of its times, and its pieces.
        words: every word with its first piece.
        texts: what ``Word.source`` points into, by number.
    """

    pieces: Sequence[int]
    forms: Sequence[int]
    sentences: Sequence[Span]
    mentions: Sequence[tuple[int, int, Span]]
    words: Sequence[Word]
    texts: dict[int, str] = field(repr=False)


WRITER, TITLE, SIGN, ANSWERED = -1, -2, -3, -4


def encode_draft(sentences: Sequence[str], pieces: Pieces) -> list[Encoded]:
    """Return a text that the candidate wrote, with nothing around it, in as many rows as it takes."""
    found: list[Encoded] = []
    row, first = Row(pieces), 0
    for index, text in enumerate(sentences):
        if row.left(REPLY) < _ROOM[REPLY] and row.left(REPLY) < len(text) / _LETTERS:
            found.append(Encoded(row.pieces, row.forms, row.sentences, (), row.words, row.texts))
            row, first = Row(pieces), index
        if not row.sentences:
            row.flags([True])
            row.sentence(TITLE, "", SUBJECT)
        row.sentence(index - first, text, REPLY)
    found.append(Encoded(row.pieces, row.forms, row.sentences, (), row.words, row.texts))
    return found if sentences else []


class Row:
    """Takes the parts of a mail or draft in until their room is full."""

    def __init__(self, pieces: Pieces) -> None:
        self._cut = pieces
        self._used = dict.fromkeys(_ROOM, 0)
        self._room = dict(_ROOM)
        self.pieces = [pieces.cls]
        self.forms = [0]
        self.sentences: list[Span] = []
        self.mentions: list[tuple[int, int, Span]] = []
        self.words: list[Word] = []
        self.texts: dict[int, str] = {}

    def left(self, part: int) -> int:
        return self._room[part] - self._used[part]

    def lend(self, part: int, to: int, text: str) -> None:
        """Let one part have what a later one's text will not need: a long mail has seldom much below it."""
        spare = max(0, self._room[part] - self._needs(text))
        self._room[part] -= spare
        self._room[to] += spare

    def _needs(self, text: str) -> int:
        """Return how many pieces a text takes, its mark included; no more than it may."""
        found = 1
        for _, _, word in words(text):
            found += len(self._cut.of_word(word))
            if found > max(_ROOM.values()):
                break
        return found

    def flags(self, flags: Sequence[bool]) -> None:
        for index, flag in enumerate(flags):
            if flag:
                self.pieces.append(self._cut.mark(index + 1))
                self.forms.append(0)

    def text(self, source: int, text: str, part: int, times: Sequence[TimeMention] = ()) -> Span:
        """Take a text in, as far as there is room; return its pieces, the mark behind them included."""
        self.texts[source] = text
        begin = len(self.pieces)
        room = self.left(part)
        places: list[tuple[int, int, int]] = []
        for at, end, word in words(text):
            numbers = self._cut.of_word(word)
            if len(self.pieces) - begin + len(numbers) > room:
                break
            self.words.append(Word(source, at, end, len(self.pieces)))
            places.append((at, end, len(self.pieces)))
            form = (part * _SHAPES + _shape(word)) * _TIMES + _time(at, times)
            self.pieces.extend(numbers)
            self.forms.extend([form] * len(numbers))
        self.pieces.append(self._cut.sep)
        self.forms.append(part * _SHAPES * _TIMES)
        self._used[part] += len(self.pieces) - begin
        for index, mention in enumerate(times):
            inside = [piece for at, end, piece in places if at < mention.stop and end > mention.begin]
            if inside:
                self.mentions.append((source, index, Span(inside[0], inside[-1] + 1)))
        return Span(begin, len(self.pieces))

    def sentence(self, source: int, text: str, part: int, times: Sequence[TimeMention] = ()) -> None:
        self.sentences.append(self.text(source, text, part, times))


def _shape(word: str) -> int:
    if word[0].isdigit():
        return _FIGURE
    if not word[0].isupper():
        return _LOWER
    return _UPPER if len(word) > 1 and word.isupper() else _CAPITAL


def _time(at: int, times: Sequence[TimeMention]) -> int:
    for mention in times:
        if mention.begin <= at < mention.stop:
            if mention.start is None:
                return _DEADLINE
            return _CLOCK if mention.grain in _CLOCK_GRAINS else _DAY
    return _NO_TIME
