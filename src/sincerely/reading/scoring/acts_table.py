"""The acts of many sentences at once: the sums that `acts.acts` makes for one, made over arrays for thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat
from typing import TYPE_CHECKING

from .acts import shape, word_class
from .acts_model import ACTS, CLASS_BITS, FIELD, HALF, SCALE, WORD_BITS, ActsModel
from .linear import FAR
from .words import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Weights = NDArray[np.float64]

# Words that are remembered; a mailbox has fewer.
_REMEMBERED = 200_000


class ActsTable:
    """A model as arrays. Says of every sentence what `acts.acts` says, but for the last digit of an exponential."""

    def __init__(self, model: ActsModel) -> None:
        self._model = model
        self._vocabulary = _Vocabulary(model)
        self._pairs = _Lookup(model.pairs)
        self._rows = _Lookup(model.rows)
        self._marks = _Bag(model.shape)

    def acts(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """Return how likely each sentence requests, promises, or proposes to meet."""
        said = [plain(sentence) for sentence in sentences]
        spoken = [place for place, words in enumerate(said) if words]
        found: list[dict[str, float]] = [dict.fromkeys(ACTS, 0.0) for _ in said]
        if spoken:
            listed = [said[place].split() for place in spoken]
            rows = self._sums_of_rows([said[place] for place in spoken], list(map(len, listed)))
            marks = self._marks.sums([shape(sentences[p], words) for p, words in zip(spoken, listed, strict=True)])
            likely = self._likely(rows, marks, [len(words) ** -0.5 for words in listed])
            for place, chances in zip(spoken, likely.tolist(), strict=True):
                found[place] = dict(zip(ACTS, chances, strict=True))
        return found

    def _likely(self, rows: Weights, marks: Weights, scales: Sequence[float]) -> Weights:
        import numpy as np

        scores = self._model.bias + np.array(scales)[:, None] * rows + marks
        likely: Weights = 1 / (1 + np.exp(-np.clip(scores, -FAR, FAR)))
        likely[scores < -FAR] = 0
        return likely

    def _sums_of_rows(self, said: Sequence[str], lengths: Sequence[int]) -> Weights:
        """Return each sentence's weights of rows of one and two words, and of three and four word classes.

        All sentences stand in one array, each between its two marks. A row that reaches over the marks from one
        sentence into the next is in no model, and weighs nothing.
        """
        places = self._vocabulary.places(f"^ {' $end ^ '.join(said)} $end".split())
        numbers, kinds = self._vocabulary.numbers[places], self._vocabulary.classes[places]
        weights = self._vocabulary.weights[places]
        self._pairs.add(numbers[:-1] << WORD_BITS | numbers[1:], weights)
        threes = kinds[:-2] << 2 * CLASS_BITS | kinds[1:-1] << CLASS_BITS | kinds[2:]
        self._rows.add(threes, weights)
        self._rows.add(threes[:-1] << CLASS_BITS | kinds[3:], weights)
        return _sum_each(weights, [length + 2 for length in lengths])


class _Vocabulary:
    """Every word's number, class and own weights, side by side; an unknown word has its class only."""

    def __init__(self, model: ActsModel) -> None:
        import numpy as np

        known = dict.fromkeys((*model.words, *model.single))
        rows = [(model.words.get(w, 0), model.classes.get(word_class(w), 0), model.single.get(w, 0)) for w in known]
        unknown = [(0, kind, 0) for kind in range(len(model.classes) + 1)]
        # Only words that are said weigh anything alone, and these two marks are none.
        marks = [(model.words.get(mark, 0), model.classes.get(mark, 0), 0) for mark in ("^", "$end")]
        table = [*unknown, *rows, *marks]
        self.numbers: Whole = np.array([number for number, _, _ in table], np.int64)
        self.classes: Whole = np.array([kind for _, kind, _ in table], np.int64)
        self.weights = _spread(weight for _, _, weight in table)
        self._classes = model.classes
        self._fixed = dict(zip((*known, "^", "$end"), range(len(unknown), len(table)), strict=True))
        self._place = lru_cache(maxsize=_REMEMBERED)(self._find)

    def places(self, words: Iterable[str]) -> Whole:
        """Return where words stand in the arrays."""
        import numpy as np

        return np.fromiter(map(self._place, words), np.int64)

    def _find(self, word: str) -> int:
        place = self._fixed.get(word)
        return self._classes.get(word_class(word), 0) if place is None else place


class _Lookup:
    """Weights by whole numbers."""

    def __init__(self, packed: Mapping[int, int]) -> None:
        import numpy as np

        ordered = sorted(packed)
        self._keys: Whole = np.array(ordered, np.int64)
        self._weights = _spread(packed[key] for key in ordered)

    def add(self, wanted: Whole, weights: Weights) -> None:
        """Add the weights of those numbers that are known to the rows of ``weights`` of the same place."""
        import numpy as np

        found = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        places = np.flatnonzero(self._keys[found] == wanted)
        weights[places] += self._weights[found[places]]


class _Bag:
    """Weights by name, where order does not count."""

    def __init__(self, packed: Mapping[str, int]) -> None:
        self._places = {name: place for place, name in enumerate(packed, 1)}
        self._weights = _spread((0, *packed.values()))

    def sums(self, bags: Sequence[Sequence[str]]) -> Weights:
        """Return the summed weights of each bag of names; none may be empty."""
        import numpy as np

        places = np.fromiter(map(self._places.get, chain.from_iterable(bags), repeat(0)), np.int64)
        return _sum_each(self._weights[places], [len(bag) for bag in bags])


def _spread(packed: Iterable[int]) -> Weights:
    """Return packed weights as rows of three: `unpack` of each, without a loop over fields."""
    import numpy as np

    # With half a field added to each of the three, none is negative, and all are five bytes of their own.
    halves = sum(HALF << (FIELD * place) for place in range(len(ACTS)))
    raw = b"".join((weight + halves).to_bytes(FIELD // 8 * len(ACTS), "little") for weight in packed)
    narrow = np.frombuffer(raw, np.uint8).reshape(-1, len(ACTS), FIELD // 8)
    wide = np.zeros((len(narrow), len(ACTS), 8), np.uint8)
    wide[:, :, : FIELD // 8] = narrow
    weights: Weights = (wide.view("<i8")[:, :, 0] - HALF) / SCALE
    return weights


def _sum_each(weights: Weights, lengths: Sequence[int]) -> Weights:
    """Return the sums of stretches of so many rows each."""
    import numpy as np

    begins = list(accumulate(lengths, initial=0))[:-1]
    sums: Weights = np.add.reduceat(weights, begins, axis=0)
    return sums
