"""How the encoder hears a text that is to go out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sincerely.gate.tone import Heard
from sincerely.reading.scoring import labels
from sincerely.reading.scoring.encoding import encode_draft
from sincerely.reading.scoring.insight import Encoder
from sincerely.reading.scoring.wordpiece import Pieces

_BADLY = labels.SAID.index("lands-badly")
_TONES = {tone: len(labels.SAID) + labels.MAIL.index(tone) for tone in labels.TONES}


@dataclass(frozen=True)
class EncodersEar:
    """Hears with the encoder that reads mail.

    Attributes:
        encoder: the network.
        pieces: its vocabulary.
        weights: of the whole text's view, of the worst sentence's, and a constant (`bench/reader/calibrate.py`).
    """

    encoder: Encoder
    pieces: Pieces
    weights: tuple[float, float, float]

    def __call__(self, sentences: Sequence[str]) -> Heard:
        """Return how a text of these sentences would land."""
        rows = encode_draft(sentences, self.pieces)
        seen = [self.encoder(row) for row in rows]
        # The first of a row's sentences is the subject, which a draft's text has not.
        scores = [one[_BADLY] for outputs in seen for one in outputs.sentences[1:]]
        whole, worst, bias = self.weights
        kinds = {tone: max(outputs.mail[column] for outputs in seen) for tone, column in _TONES.items()}
        negative = whole * max(outputs.mail[_BADLY] for outputs in seen) + worst * max(scores) + bias
        return Heard(_chance(negative), [_chance(score) for score in scores], kinds)


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))
