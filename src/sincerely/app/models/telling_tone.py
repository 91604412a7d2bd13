"""How texts would land, as the commands print it."""

from __future__ import annotations

from typing import Any

from sincerely.app.models.tone_model import load_tone


def told(text: str) -> dict[str, Any]:
    """Return how likely a text is to land badly and how courteous it is (0 to 1 each), and the words that carry it."""
    tone = load_tone()(text)
    return {
        "negative": round(tone.negative, 4),
        "polite": round(tone.polite, 4),
        "culprits": [
            {"quote": text[c.said.begin : c.said.stop], "begin": c.said.begin, "stop": c.said.stop, "why": c.why}
            for c in tone.culprits
        ],
    }
