"""Fit how the encoder's two views of what a mail says become one probability, on mails that were held out.

Run: python bench/reader/calibrate.py --hold 12 --out src/sincerely/data/models/reader.json

The whole mail's view and the strongest sentence's are weighed against each other by a logistic regression over all things
that a mail can say; the same for kinds is one temperature, and for how a
draft lands another regression. Uses the network as it is shipped, with its eight-bit weights.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from cases import SAID, UNKNOWN, drafts, ham, held_out, load
from sklearn.linear_model import LogisticRegression

from sincerely.app.encoder import OnnxEncoder, load_pieces

_BADLY = SAID["lands-badly"]


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
    model = LogisticRegression(C=100).fit(np.array(views), np.array(truth))
    weights = [round(float(w), 3) for w in (*model.coef_[0], model.intercept_[0])]
    temperature = min(np.arange(0.5, 3, 0.05), key=lambda t: _surprise(np.array(kinds) * t, np.array(right)))
    ear = LogisticRegression(C=1).fit(np.array(heard), np.array(badly))
    tone = [round(float(w), 3) for w in (*ear.coef_[0], ear.intercept_[0])]
    args.out.write_text(json.dumps({"said": weights, "kind": round(float(temperature), 2), "tone": tone}), "utf-8")
    print(f"{len(held)} mails: said {weights}, kinds sharpened by {temperature:.2f}; tone {tone}")


def _surprise(scores: np.ndarray, right: np.ndarray) -> float:
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    return float(-np.log(chances[np.arange(len(right)), right]).mean())


if __name__ == "__main__":
    main()
