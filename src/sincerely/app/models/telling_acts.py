"""Speech acts of sentences, as the commands print them."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sincerely.app.models.acts_model import load_acts
from sincerely.reading.scoring.acts import acts
from sincerely.reading.scoring.acts_table import ActsTable


def told(sentence: str) -> dict[str, float]:
    """Return how likely a sentence asks for something, promises something, proposes to meet (0 to 1 each)."""
    return _rounded(acts(sentence, load_acts()))


def told_of_all(sentences: Sequence[str]) -> list[dict[str, float]]:
    """Return the same for each of many sentences, faster from some ten of them on."""
    return [_rounded(said) for said in _table().acts(sentences)]


@lru_cache(maxsize=1)
def _table() -> ActsTable:
    table = ActsTable(load_acts())
    # What is loaded by now stays: the collector need not look through it again and again.
    gc.freeze()
    return table


def _rounded(said: Mapping[str, float]) -> dict[str, float]:
    return {name: round(score, 4) for name, score in said.items()}
