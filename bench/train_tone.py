"""Train the tone model: would this land badly?

Run: python bench/train_tone.py TEXTS CORPUS OUT, where TEXTS is tests/gate/tone/texts.jsonl (its ``train`` part is used)
and CORPUS holds our own tone_*.txt. Prints figures on folds of the training texts, personas apart; writes coefficients
as JSON. ``--test`` adds the held-out part, once.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from tone_texts import Text, of_corpus, of_set

from sincerely.gate.text import sentences
from sincerely.gate.tone import hear, of_text, read_tone
from sincerely.gate.tone_features import features, tokens

C = 4.0
SCALE = 3.0
LEAST = 2
DIGITS = 3


class Table:
    """Sentences of many texts, as rows of features and of vectors."""

    def __init__(self, texts: list[Text]) -> None:
        self.names: list[list[str]] = []
        label, of, weight = [], [], []
        for at, text in enumerate(texts):
            for said in sentences(text.text):
                words = tokens(said.text)
                held = any(begin < said.stop and said.begin < stop for begin, stop in text.culprits)
                self.names.append(features(said.text, words))
                label.append(int(held))
                of.append(at)
                weight.append(1.0 if held or not text.negative else 0.6)
        self.labels, self.owner, self.weights = np.array(label), np.array(of), np.array(weight)

    def matrix(self, rows: np.ndarray, index: dict[str, int]) -> csr_matrix:
        data, columns, starts = [], [], [0]
        for row in rows:
            counts = Counter(n for n in self.names[row] if n in index)
            scale = max(len(self.names[row]), 1) ** -0.5
            columns += [index[n] for n in counts]
            data += [scale * c for c in counts.values()]
            starts.append(len(columns))
        return csr_matrix((data, columns, starts), shape=(len(rows), len(index))) * SCALE

    def index(self, rows: np.ndarray) -> dict[str, int]:
        counts = Counter(n for row in rows for n in set(self.names[row]))
        return {n: i for i, n in enumerate(sorted(n for n, c in counts.items() if c >= LEAST))}


def fit(table: Table, rows: np.ndarray, index: dict[str, int]) -> LogisticRegression:
    return LogisticRegression(C=C, max_iter=2000).fit(
        table.matrix(rows, index), table.labels[rows], sample_weight=table.weights[rows]
    )


def text_scores(table: Table, scores: np.ndarray, texts: list[Text]) -> np.ndarray:
    by_text = defaultdict(list)
    for at, score in zip(table.owner, scores, strict=True):
        by_text[at].append(score)
    return np.array([of_text(by_text[at]) for at in range(len(texts))])


def main(texts_at: Path, corpus: Path, out: Path, *, test: bool) -> None:
    texts = of_set(texts_at, "train") + of_corpus(corpus)
    table = Table(texts)
    groups = np.array([t.group for t in texts])
    truth = np.array([t.negative for t in texts])
    ours = np.array([t.ours for t in texts])
    out_of_fold = np.zeros(len(table.names))
    for train, held in GroupKFold(5, shuffle=True, random_state=0).split(truth, truth, groups):
        rows = np.flatnonzero(np.isin(table.owner, train))
        tested = np.flatnonzero(np.isin(table.owner, held))
        index = table.index(rows)
        out_of_fold[tested] = fit(table, rows, index).decision_function(table.matrix(tested, index))
    seen_texts = text_scores(table, out_of_fold, texts)
    second = LogisticRegression(C=1.0, fit_intercept=False).fit(seen_texts[~ours], truth[~ours])
    chance = second.decision_function(seen_texts)
    print(f"{len(texts)} texts, {len(table.names)} sentences")
    print(f"sentences, five folds: AUC {roc_auc_score(table.labels, out_of_fold):.3f}")
    print(
        f"texts of the set, five folds, personas apart: AUC {roc_auc_score(truth[~ours], chance[~ours]):.3f}; worst sentence alone {roc_auc_score(truth[~ours], seen_texts[~ours, 1]):.3f}"
    )
    print(f"our own, five folds: AUC {roc_auc_score(truth[ours], chance[ours]):.3f}")
    rows = np.arange(len(table.names))
    index = table.index(rows)
    model = fit(table, rows, index)
    told = shipped(model, index, table, second.coef_[0], texts)
    out.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8")
    measure(out, texts_at, test=test)


def shipped(
    model: LogisticRegression, index: dict[str, int], table: Table, second: np.ndarray, texts: list[Text]
) -> dict[str, object]:
    coefficients = model.coef_[0]
    weights = {
        n: round(float(coefficients[i]) * SCALE, DIGITS) for n, i in index.items() if abs(coefficients[i]) > 0.01
    }
    return {
        "bias": round(float(model.intercept_[0]), DIGITS),
        "weights": weights,
        "text": [round(float(c), DIGITS) for c in second],
        "kinds": kinds(table, texts),
    }


def kinds(table: Table, texts: list[Text]) -> dict[str, dict[str, float]]:
    """Return for each kind how much more often a feature stands in its sentences than in the other bad ones."""
    bad = [row for row in range(len(table.names)) if table.labels[row] and len(texts[table.owner[row]].kinds) == 1]
    among = Counter(n for row in bad for n in set(table.names[row]))
    found = {}
    for kind in sorted({k for t in texts for k in t.kinds}):
        rows = [row for row in bad if texts[table.owner[row]].kinds == [kind]]
        counts = Counter(n for row in rows for n in set(table.names[row]))
        share = len(rows) / max(len(bad), 1)
        found[kind] = {
            n: round(float(np.log((c + 1) / ((among[n] + 2) * share + 0.5))), 2)
            for n, c in counts.items()
            if among[n] >= 3 and n[:2] in {"w ", "s ", "t ", "ss"}
        }
    return found


def measure(out: Path, texts_at: Path, *, test: bool) -> None:
    model = read_tone(json.loads(out.read_text("utf-8")))
    for part in ("train", "test") if test else ("train",):
        texts = of_set(texts_at, part)
        begin = time.process_time()
        heard = [hear(t.text, model) for t in texts * 5][: len(texts)]
        took = time.process_time() - begin
        values, truth = [h.negative for h in heard], [t.negative for t in texts]
        found = sum(
            any(c.said.begin < stop and begin_ < c.said.stop for c in h.culprits for begin_, stop in t.culprits)
            for h, t in zip(heard, texts, strict=True)
            if t.negative
        )
        right = sum((v >= 0.5) == t for v, t in zip(values, truth, strict=True))
        print(
            f"{part}: AUC {roc_auc_score(truth, values):.3f}, right at a half {right / len(truth):.3f}, culprits met in {found / sum(truth):.2f} of the negative, {5 * len(texts) / took:.0f} texts/s; {out.stat().st_size // 1024} kB"
        )


if __name__ == "__main__":
    given = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    main(given[0], given[1], given[2], test="--test" in sys.argv)
