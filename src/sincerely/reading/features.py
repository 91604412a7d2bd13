"""What the linear models see of a text: words, rows of words, and parts of words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

_LONGEST_WORD = 24


def of_sentence(said: str, *, question: bool = False) -> list[str]:
    """Return the features of a plain sentence: one to three words in a row, and its shape."""
    words = [_shown(word) for word in said.split()]
    features = [f"w {word}" for word in words]
    padded = ["^", *words, "$"]
    features += [f"b {one} {two}" for one, two in pairwise(padded)]
    features += [f"t {one} {two} {three}" for one, two, three in zip(padded, padded[1:], padded[2:], strict=False)]
    features.append(f"n {min(len(words), 40) // 5}")
    if question or "?" in words:
        features.append("q")
    return features


def of_words(said: str) -> Iterator[str]:
    """Yield the parts of each word of a plain sentence."""
    for word in said.split():
        yield from parts(word)


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a word that carry meaning in unseen forms: its beginning and its end."""
    word = _shown(word)
    if len(word) < 5 or not word.isalpha():
        return ()
    word = word[:_LONGEST_WORD]
    return (f"p {word[:4]}", f"p {word[:6]}", f"s {word[-3:]}", f"s {word[-4:]}")


@lru_cache(maxsize=20_000)
def _shown(word: str) -> str:
    """Return a word as the models see it: figures are all alike."""
    if not word[:1].isdigit():
        return word
    return "0:0" if ":" in word else "0" * min(len(word), 5)
