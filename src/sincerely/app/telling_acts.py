"""Speech acts of sentences, as the commands print them."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from sincerely.reading.acts import ActsModel, acts, read_acts


@lru_cache(maxsize=1)
def _model() -> ActsModel:
    return read_acts(json.loads((files("sincerely.data") / "models" / "acts.json").read_text("utf-8")))


def told(sentence: str) -> dict[str, float]:
    """Return how likely a sentence asks for something, promises something, proposes to meet (0 to 1 each)."""
    return {name: round(float(score), 4) for name, score in acts(sentence, _model()).items()}
