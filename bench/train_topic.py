"""Train the topic model: is a mail about the candidate's own job search?

Run: python bench/train_topic.py CORPUS HAM OUT, where CORPUS holds pairs .eml + .events, HAM raw mails without any
hiring. Prints held-out figures; writes coefficients as JSON.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from sincerely.app.models import load_models
from sincerely.reading import mime, reply
from sincerely.reading.reader import topic_features
from sincerely.reading.statements import Clock, statements
from sincerely.reading.topic import may_be_hiring

START = datetime(2026, 1, 1, tzinfo=UTC)
KEEP = 0.02


def seen(data: bytes, *, always: bool) -> list[str] | None:
    """Return the features of a mail; None when it would not be looked at."""
    models = load_models()
    letter = mime.parse(data)
    if not always and not may_be_hiring(letter):
        return None
    parts = reply.of(letter)
    clock = Clock(at=letter.date or START)
    said = statements(parts.reply, models.cues, clock)
    quoted = "\n".join(quote.text for quote in parts.quoted)
    return topic_features(letter, said, parts.reply, quoted)


def cases(corpus: Path, ham: Path) -> tuple[list[list[str]], list[int], list[str]]:
    """Return features, labels and groups: mails of one sender's domain stand together."""
    rows, labels, groups = [], [], []
    for path in sorted(corpus.glob("*.eml")):
        lines = path.with_suffix(".events").read_text("utf-8").splitlines()
        about = len([line for line in lines if line and not line.startswith("#")]) > 0 or "kind=outreach" in lines[0]
        data = path.read_bytes()
        sender = re.search(rb"^From:.*@([\w.-]+)", data, re.MULTILINE)
        rows.append(seen(data, always=True) or [])
        labels.append(int(about))
        groups.append(sender[1].decode() if sender else path.stem)
    for number, path in enumerate(sorted(ham.iterdir())):
        found = seen(path.read_bytes(), always=False)
        if found is not None:
            rows.append(found)
            labels.append(0)
            groups.append(f"ham{number % 50}")
    return rows, labels, groups


def matrix(rows: list[list[str]], index: dict[str, int]) -> csr_matrix:
    """Return rows of features as a sparse matrix of ones."""
    pointers, columns = [0], []
    for row in rows:
        columns += [index[name] for name in row if name in index]
        pointers.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(rows), len(index)))


def main(corpus: Path, ham: Path, out: Path) -> None:
    rows, labels, groups = cases(corpus, ham)
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    index = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= 2))}
    data, truth = matrix(rows, index), np.array(labels)
    weights = np.where(truth == 1, 1.0, 1.0)
    held_out = np.zeros(len(truth))
    for train, test in GroupKFold(5).split(data, truth, groups):
        model = LogisticRegression(C=0.15, max_iter=2000, class_weight="balanced")
        model.fit(data[train], truth[train], sample_weight=weights[train])
        held_out[test] = model.decision_function(data[test])
    slope = LogisticRegression(C=100).fit(held_out[:, None], truth)
    print(f"{len(truth)} mails, {truth.sum()} about hiring; held out: AUC {roc_auc_score(truth, held_out):.4f}, "
          f"found {np.mean(held_out[truth == 1] > 0):.3f}, false {np.mean(held_out[truth == 0] > 0):.4f}, "
          f"slope {slope.coef_[0][0]:.2f} {slope.intercept_[0]:.2f}")
    model = LogisticRegression(C=0.15, max_iter=2000, class_weight="balanced").fit(data, truth, sample_weight=weights)
    names = list(index)
    table = {names[at]: [0, round(float(w), 3)] for at, w in enumerate(model.coef_[0]) if abs(w) > KEEP}
    a, b = float(slope.coef_[0][0]), float(slope.intercept_[0])
    told = {"labels": ["hiring"], "bias": [round(float(model.intercept_[0]) + b / a, 3)], "slopes": [round(a, 3)], "weights": table}
    out.write_text(json.dumps(told, separators=(",", ":"), ensure_ascii=False), "utf-8")
    print(len(table), "weights", out.stat().st_size, "bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
