"""Measure the ear for tone on one part of the labelled texts: area under the curve, words found, speed, by kind.

Run: python bench/measure_tone.py [PART], where PART is ``test`` (kept for this; the default) or ``train``.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from sklearn.metrics import roc_auc_score
from tone_texts import of_set

from sincerely.app.models.tone_model import load_tone

TEXTS = Path(__file__).resolve().parents[1] / "tests" / "gate" / "tone" / "texts.jsonl"


def main(part: str) -> None:
    """Print the figures of one part."""
    texts = of_set(TEXTS, part)
    truth = [text.negative for text in texts]
    hear = load_tone()
    hear("Thank you.")
    begun = time.process_time()
    heard = [hear(text.text) for text in texts]
    took = time.process_time() - begun
    values = [tone.negative for tone in heard]
    found = sum(
        any(c.said.begin < stop and begin < c.said.stop for c in tone.culprits for begin, stop in text.culprits)
        for text, tone in zip(texts, heard, strict=True)
        if text.negative
    )
    right = sum((value >= 0.5) == wanted for value, wanted in zip(values, truth, strict=True))
    missed = Counter(
        kind for text, value in zip(texts, values, strict=True) if text.negative and value < 0.5 for kind in text.kinds
    )
    print(
        f"{part}: {len(texts)} texts, AUC {roc_auc_score(truth, values):.3f}, right at a half {right / len(truth):.3f}, "
        f"words met in {found / sum(truth):.2f} of the negative, {len(texts) / took:.0f} texts/s of one core"
    )
    print(
        f"missed by kind: {dict(missed)}; held for bad wrongly: {sum(v >= 0.5 for v, t in zip(values, truth, strict=True) if not t)}"
    )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "test")
