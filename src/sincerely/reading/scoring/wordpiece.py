"""Words into the pieces that the encoder knows, as BERT's uncased vocabulary cuts them.

Greedy from the left, the longest known piece first (Wu et al. 2016, "Google's Neural Machine Translation System",
as used by Devlin et al. 2018). Words are cached: a mailbox says the same ones again and again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# A longer word is none, and costs more than it says.
_LONGEST_WORD = 40
# One character for one: places in the text stay the same.
_PLAIN_MARKS = str.maketrans("’‘ʼ`´“”„«»—–‐‑−", "'''''\"\"\"\"\"-----")


class Pieces:
    """A vocabulary, and how it cuts words.

    Args:
        vocabulary: the number of each piece; pieces inside a word begin with ``##``.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._numbers = vocabulary
        self.unknown = vocabulary[UNKNOWN]
        self.cls = vocabulary[CLS]
        self.sep = vocabulary[SEP]
        self.of_word = lru_cache(maxsize=30_000)(self._of_word)

    def mark(self, number: int) -> int:
        """Return one of the vocabulary's pieces that no text contains."""
        return self._numbers[f"[unused{number}]"]

    def place(self, word: str) -> int | None:
        """Return the number of a whole word, the lower the more frequent it is; None for one that is cut."""
        return self._numbers.get(word)

    def _of_word(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of a word."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        if not plain or len(plain) > _LONGEST_WORD:
            return (self.unknown,)
        found: list[int] = []
        begin = 0
        while begin < len(plain):
            prefix = "##" if begin else ""
            stop = len(plain)
            while stop > begin and prefix + plain[begin:stop] not in self._numbers:
                stop -= 1
            if stop == begin:
                return (self.unknown,)
            found.append(self._numbers[prefix + plain[begin:stop]])
            begin = stop
        return tuple(found)


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words and marks of a text with where they begin and stop."""
    for match in _WORD.finditer(text.translate(_PLAIN_MARKS)):
        yield match.start(), match.end(), match[0]
