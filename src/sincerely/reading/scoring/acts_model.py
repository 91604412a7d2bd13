"""The coefficients of the acts, three to a number, and the form in which the package ships them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ACTS = ("request", "promise", "meeting")

# Three weights stand in one whole number, each in its own field of bits: a row costs one addition, not three.
FIELD = 40
SCALE = 1 << 20
_LOW = (1 << FIELD) - 1
HALF = 1 << (FIELD - 1)
# Numbers of words and of word classes, side by side in one number: a row of them is looked up without making a tuple.
WORD_BITS = 20
CLASS_BITS = 10


@dataclass(frozen=True)
class ActsModel:
    """Coefficients of the three acts, in the order of `ACTS`, packed three to a number (see `pack`).

    Attributes:
        bias: of each act.
        words: a number for every word that stands in a pair; others have none.
        classes: a number for every word class that stands in a row.
        single: by word.
        pairs: by the numbers of two words.
        rows: by the numbers of three or four word classes.
        shape: by a mark of shape.
    """

    bias: tuple[float, float, float]
    words: Mapping[str, int]
    classes: Mapping[str, int]
    single: Mapping[str, int]
    pairs: Mapping[int, int]
    rows: Mapping[int, int]
    shape: Mapping[str, int]


def pack(weights: Sequence[float]) -> int:
    """Return three weights as one number whose sums are the sums of all three."""
    return sum(round(weight * SCALE) << (FIELD * place) for place, weight in enumerate(weights))


def unpack(total: int) -> tuple[float, float, float]:
    """Return the three sums of packed weights."""
    found = []
    for _ in ACTS:
        low = ((total + HALF) & _LOW) - HALF
        found.append(low / SCALE)
        total = (total - low) >> FIELD
    return found[0], found[1], found[2]


def from_rows(
    bias: Sequence[float], rows: Mapping[str, Sequence[float]], shape: Mapping[str, Sequence[float]]
) -> ActsModel:
    """Make the model of weights by name, as training finds them: rows of classes begin with a "/"."""
    words: dict[str, int] = {}
    classes: dict[str, int] = {}
    single: dict[str, int] = {}
    pairs: dict[int, int] = {}
    of_classes: dict[int, int] = {}
    for name, weights in rows.items():
        first, *rest = name.split(" ")
        if not rest:
            single[first] = pack(weights)
        elif first == "/":
            row = _joined((classes.setdefault(kind, len(classes) + 1) for kind in rest), CLASS_BITS)
            of_classes[row] = pack(weights)
        else:
            pair = _joined((words.setdefault(word, len(words) + 1) for word in (first, *rest)), WORD_BITS)
            pairs[pair] = pack(weights)
    one, two, three = bias
    return ActsModel(
        (one, two, three), words, classes, single, pairs, of_classes, {name: pack(w) for name, w in shape.items()}
    )


def _joined(numbers: Iterable[int], bits: int) -> int:
    code = 0
    for number in numbers:
        code = code << bits | number
    return code


def stored(model: ActsModel) -> dict[str, Any]:
    """Return the JSON form: packed already, since packing 22,000 rows at every start takes longer than reading them.

    Words and classes stand in the order of their numbers, from 1; every table is two lists, its keys and its weights.
    """
    tables = {name: getattr(model, name) for name in _TABLES}
    return {
        "bias": list(model.bias),
        "words": list(model.words),
        "classes": list(model.classes),
        **{name: [list(table), list(table.values())] for name, table in tables.items()},
    }


def read_acts(told: Mapping[str, Any]) -> ActsModel:
    """Make the model from its JSON form."""
    one, two, three = told["bias"]
    words, classes = ({name: number for number, name in enumerate(told[kind], 1)} for kind in ("words", "classes"))
    tables = {name: dict(zip(*told[name], strict=True)) for name in _TABLES}
    return ActsModel((one, two, three), words, classes, **tables)


_TABLES = ("single", "pairs", "rows", "shape")
