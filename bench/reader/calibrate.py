"""Fit how the encoder's two views of what a mail says become one probability, on mails that were held out.

Run: python bench/reader/calibrate.py --hold 12 --out src/sincerely/data/models/reader.json

The whole mail's view and the strongest sentence's are weighed against each other by a logistic regression over all things
that a mail can say, with a small shift for each sort of thing (`requested`, `prefers`, …), drawn towards none where few
mails show it; the same for kinds is one temperature, and for how a draft lands another regression. Uses the network as it is shipped, with its eight-bit weights.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from cases import SAID, UNKNOWN, drafts, ham, held_out, load
from sklearn.linear_model import LogisticRegression

from sincerely.app.models.encoder import OnnxEncoder, load_pieces

_BADLY = SAID["lands-badly"]
_NAMES = list(dict.fromkeys(name.partition(":")[0] for name in SAID))
# The two views' weights are as good as free; a shift of this size is as likely as not.
_FREE = 10.0
_SHIFT = 0.7


def _sorts() -> np.ndarray:
    """Return for each thing that a mail can say which sort it is of, as a row of one and zeros."""
    rows = np.zeros((len(SAID), len(_NAMES)))
    for name, index in SAID.items():
        rows[index, _NAMES.index(name.partition(":")[0])] = _SHIFT
    return rows


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hold", type=int, default=12)
    parser.add_argument("--among", default="")
    parser.add_argument("--ham", type=int, default=150)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    pieces = load_pieces()
    _, held = held_out(load(pieces) + ham(pieces, args.ham) + drafts(pieces), args.hold, args.among)
    encoder = OnnxEncoder()
    views, truth, kinds, right = [], [], [], []
    heard: list[tuple[float, float]] = []
    badly: list[bool] = []
    for case in held:
        seen = encoder(case.encoded)
        strongest = np.max(np.array(seen.sentences), axis=0)
        if case.kind == UNKNOWN:
            heard.append((seen.mail[_BADLY], max(row[_BADLY] for row in seen.sentences[1:])))
            badly.append(bool(case.said[_BADLY] > 0.5))
            continue
        views += list(zip(seen.mail[: len(SAID)], strongest, strict=True))
        truth += list(case.said > 0.5)
        kinds.append(seen.kind)
        right.append(case.kind)
    model = LogisticRegression(C=1, max_iter=1000).fit(
        np.hstack([np.array(views) * _FREE, np.tile(_sorts(), (len(kinds), 1))]), np.array(truth)
    )
    weights = [round(float(w), 3) for w in (*model.coef_[0][:2] * _FREE, model.intercept_[0])]
    shifts = {name: round(float(w) * _SHIFT, 2) for name, w in zip(_NAMES, model.coef_[0][2:], strict=True)}
    temperature = min(np.arange(0.5, 3, 0.05), key=lambda t: _surprise(np.array(kinds) * t, np.array(right)))
    tone = [round(w, 3) for w in _ear(np.array(heard), np.array(badly))]
    args.out.write_text(
        json.dumps({"said": weights, "kind": round(float(temperature), 2), "shifts": shifts, "tone": tone}), "utf-8"
    )
    print(f"shifts {shifts}")
    print(f"{len(held)} mails: said {weights}, kinds sharpened by {temperature:.2f}; tone {tone}")


def _ear(heard: np.ndarray, badly: np.ndarray) -> list[float]:
    """Return what the two views of a draft weigh, and a constant.

    Neither can speak for a text by speaking against it: where few texts make it seem so, the other one stands alone.
    """
    kept = [0, 1]
    while True:
        ear = LogisticRegression(C=1).fit(heard[:, kept], badly)
        if (ear.coef_[0] >= 0).all():
            weights = dict(zip(kept, ear.coef_[0], strict=True))
            return [*(float(weights.get(view, 0.0)) for view in (0, 1)), float(ear.intercept_[0])]
        kept.pop(int(np.argmin(ear.coef_[0])))


def _surprise(scores: np.ndarray, right: np.ndarray) -> float:
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    return float(-np.log(chances[np.arange(len(right)), right]).mean())


if __name__ == "__main__":
    main()
