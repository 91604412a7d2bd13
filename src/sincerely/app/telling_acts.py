"""Speech acts of sentences, as the commands print them."""

from __future__ import annotations

from sincerely.reading.acts import acts

from .models import load_acts


def told(sentence: str) -> dict[str, float]:
    """Return how likely a sentence asks for something, promises something, proposes to meet (0 to 1 each)."""
    return {name: round(float(score), 4) for name, score in acts(sentence, load_acts()).items()}
