"""The notation in which rules are written, and the tree in which they are kept.

A rule says what a row of neighbours means together: ``MON DOM`` is a date. A pattern is a row of symbols;
``[x]`` may be missing, ``a|b`` is either. Capitals carry a value, which the rule's function is given;
small words stand for themselves. All patterns share one prefix tree, so a chart cell is compared with
every rule at once.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

Meaning = Callable[..., object | None]

# Whatever can be placed on the calendar.
MACROS = {"X": "DATE|AT|TOD|SPAN|IN|HOL"}


class Rule:
    """What a finished row means.

    Attributes:
        result: category of the result.
        meaning: computes its value from the context and the values of the capitals; None where they
            don't fit together.
        score: added to the scores of the parts; negative for far-fetched readings.
        latent: the reading is too weak to be asserted unless it is used by another rule or is the whole text.
        glue: the rule only adds small words, so the reading is as weak as its part.
    """

    __slots__ = ("glue", "latent", "meaning", "result", "score")

    def __init__(self, result: str, meaning: Meaning, *, score: int, latent: bool) -> None:
        self.result, self.meaning, self.score, self.latent = result, meaning, score, latent
        self.glue = meaning is same


class Node:
    """A place in the prefix tree: how the row may go on, and which rules end here."""

    __slots__ = ("carries", "done", "next")

    def __init__(self, symbol: str) -> None:
        self.next: dict[str, Node] = {}
        self.done: list[Rule] = []
        self.carries = symbol.isupper()

    def step(self, symbol: str) -> Node:
        """Return the node that one more symbol leads to."""
        found = self.next.get(symbol)
        if found is None:
            found = self.next[symbol] = Node(symbol)
        return found


ROOT = Node("")


def _ways(part: str) -> list[str]:
    """Return the alternatives of one part of a pattern; the empty string where it may be missing."""
    missing = part.startswith("[")
    names = part.strip("[]").split("|")
    ways = [way for name in names for way in MACROS.get(name, name).split("|")]
    return [*ways, ""] if missing else ways


def add(rule: Rule, pattern: str) -> None:
    """Write one pattern of a rule into the tree."""
    for row in product(*(_ways(part) for part in pattern.split())):
        node = ROOT
        for symbol in row:
            if symbol:
                node = node.step(symbol)
        if rule not in node.done:
            node.done.append(rule)


def rule(
    result: str, *patterns: str, score: int = 0, latent: bool = False
) -> Callable[[Meaning], Meaning]:
    """Declare the patterns of a meaning; its first argument is the context, then come the capitals' values."""

    def declare(meaning: Meaning) -> Meaning:
        one = Rule(result, meaning, score=score, latent=latent)
        for pattern in patterns:
            add(one, pattern)
        return meaning

    return declare


def same(_context: object, value: object) -> object:
    """Pass a value on as it is: the meaning of rules that only add glue."""
    return value
