"""What the tone model sees of a sentence: words, their beginnings, rows of sorts, turns of phrase, shape."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from .tone_words import SORT, TURNS

_TOKEN = re.compile(r"[a-zà-ÿ]+(?:['-][a-zà-ÿ]+)*|\d+|[!?…]|\.\.\.")
_SCARE = re.compile(r"[\"“”„'‘](?=\w)([\w' -]{2,30}?)[.,!?]?[\"”“'’](?!\w)")
_LOUD = re.compile(r"\b[A-Z]{4,}\b")


def tokens(sentence: str) -> list[str]:
    """Return the words of a sentence in lower case; figures are all alike."""
    found = _TOKEN.findall(sentence.lower().replace("’", "'"))
    return ["0" if token.isdigit() else token for token in found]


def features(sentence: str, words: list[str]) -> list[str]:
    """Return the names of what stands in a sentence."""
    found = [f"w {word}" for word in words]
    found += [f"p {word[:5]}" for word in words if len(word) > 5]
    sorts = [SORT[word] for word in words if word in SORT]
    kinds = sorted(set(sorts))
    found += [f"s {name}" for name in kinds]
    found += [f"ss {one} {two}" for one, two in pairwise(sorts)]
    found += [f"sp {one} {two}" for one, two in combinations(kinds, 2)]
    lower = sentence.lower().replace("’", "'")
    found += [f"t {name}" for name, pattern in TURNS if pattern.search(lower)]
    return found + shape(sentence, words)


def shape(sentence: str, words: list[str]) -> list[str]:
    """Return the marks of shape: length, exclamation, quotation marks around a word or two, capitals."""
    found = [f"n {min(len(words), 35) // 5}"]
    if (count := sentence.count("!")) > 0:
        found.append(f"! {min(count, 3)}")
    if "?" in sentence:
        found.append("?")
    if _SCARE.search(sentence):
        found.append("scare")
    if _LOUD.search(sentence):
        found.append("loud")
    if ":" in sentence or "–" in sentence:
        found.append("turn")
    if ", " in sentence and len(words) < 12:
        found.append("short,")
    return found
