"""The notation in which rules are written, and the tree in which they are kept.

A rule says what a row of neighbours means together: ``MON DOM`` is a date. Patterns are rows of symbols, parted
by semicolons; ``[x]`` may be missing, ``a|b`` is either. Capitals carry a value, which the rule's function is
given; small words stand for themselves, and ``~name`` for a phrase that carries nothing. All patterns share one
prefix tree, so a chart cell is compared with every rule at once.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TypeVar

Meaning = Callable[..., object | None]
M = TypeVar("M", bound=Meaning)


class Rule:
    """What a finished row means.

    Attributes:
        result: category of the result.
        meaning: computes its value from the context and the values of the capitals; None where they
            don't fit together.
        score: added to the scores of the parts; negative for far-fetched readings.
        latent: the reading is too weak to be asserted unless it is used by another rule or is the whole text.
        glue: the rule adds nothing that makes the reading sure, so it is as weak as its part.
    """

    __slots__ = ("glue", "latent", "meaning", "result", "score")

    def __init__(self, result: str, meaning: Meaning, *, score: int, latent: bool, inherits: bool) -> None:
        self.result, self.meaning, self.score, self.latent = result, meaning, score, latent
        self.glue = inherits or meaning is glue


class Node:
    """A place in the prefix tree: how the row may go on, and which rules end here.

    Attributes:
        next: the places behind each symbol.
        ahead: those symbols, as they are at any time.
        done: the rules.
        carries: whether the symbol before has a value.
    """

    __slots__ = ("ahead", "carries", "done", "next")

    def __init__(self, symbol: str) -> None:
        self.next: dict[str, Node] = {}
        self.ahead = self.next.keys()
        self.done: list[Rule] = []
        self.carries = symbol.isupper()


ROOT = Node("")
# The small words that any rule names.
LITERALS: set[str] = set()


def rule(
    result: str, patterns: str, *, score: int = 0, latent: bool = False, inherits: bool = False
) -> Callable[[M], M]:
    """Declare the patterns of a meaning; its first argument is the context, then come the capitals' values.

    Args:
        result: category of the result.
        patterns: rows of symbols, parted by semicolons.
        score: see `Rule`.
        latent: see `Rule`.
        inherits: the reading is as weak as its weakest part.
    """

    def declare(meaning: M) -> M:
        one = Rule(result, meaning, score=score, latent=latent, inherits=inherits)
        for pattern in patterns.split(";"):
            parts = pattern.split()
            if "[" in pattern or "|" in pattern:
                for row in product(*map(_ways, parts)):
                    _insert(one, [symbol for symbol in row if symbol])
            else:
                _insert(one, parts)
        return meaning

    return declare


def phrase(name: str, patterns: str) -> None:
    """Declare a phrase that carries no value: ``~by`` is "by", "until", "no later than"."""
    rule(name, patterns)(said)


def said(_context: object, *_values: object) -> bool:
    """Return that a phrase stands here: the meaning of words that carry no value."""
    return True


def glue(_context: object, value: object) -> object:
    """Return a value as it is: the meaning of rules that only add small words to it."""
    return value


def same(_context: object, value: object) -> object:
    """Return a value as it is, where the words beside it make the reading sure."""
    return value


def _ways(part: str) -> list[str]:
    """Return the alternatives of one part of a pattern; the empty string where it may be missing."""
    if part[0] == "[":
        return [*part[1:-1].split("|"), ""]
    return part.split("|")


def _insert(rule_: Rule, row: list[str]) -> None:
    node = ROOT
    for symbol in row:
        following = node.next.get(symbol)
        if following is None:
            following = node.next[symbol] = Node(symbol)
            if not following.carries and symbol[0] != "~":
                LITERALS.add(symbol)
        node = following
    if rule_ not in node.done:
        node.done.append(rule_)
