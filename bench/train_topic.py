"""Train the topic model: is a mail about the candidate's own job search?

Run: python bench/train_topic.py CORPUS HAM OUT, where CORPUS holds pairs .eml + .events in ``train`` and bundles of
mails in ``bundles``, HAM raw mails without any hiring. Prints held-out figures; writes coefficients as JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "corpus" / "bundles"))

import check

from sincerely.reading.letters import mime, reply
from sincerely.reading.staging import topic_features
from sincerely.reading.statements.statement import Clock, statements
from sincerely.reading.topic import glance

START = datetime(2026, 1, 1, tzinfo=UTC)
KEEP = 0.02
C = 0.15
# How many hiring mails the first look may miss, of senders never seen.
MISSED = 0.005


def seen(data: bytes) -> tuple[list[str], list[str]]:
    """Return what a glance and what the topic model see of a mail."""
    letter = mime.parse(data)
    parts = reply.of(letter)
    clock = Clock(at=letter.date or START)
    said = statements(parts.reply, clock)
    quoted = "\n".join(quote.text for quote in parts.quoted)
    return sorted(glance(letter)), topic_features(letter, said, parts.reply, quoted)


def mails(corpus: Path, ham: Path) -> Iterator[tuple[bytes, bool]]:
    """Yield every mail with whether it brings something about the candidate's own search."""
    for path in sorted((corpus / "train").glob("*.eml")):
        lines = path.with_suffix(".events").read_text("utf-8").splitlines()
        about = any(line and not line.startswith("#") for line in lines) or "kind=outreach" in lines[0]
        yield path.read_bytes(), about
    for path in sorted((corpus / "bundles").glob("*.mails")):
        for mail in check.mails(path.read_text("utf-8")):
            yield check.as_bytes(mail.mail), bool(mail.events) or mail.kind == "outreach"
    for path in sorted(ham.iterdir()):
        yield path.read_bytes(), False


def cases(corpus: Path, ham: Path) -> tuple[list[list[str]], list[list[str]], np.ndarray, list[str]]:
    """Return both kinds of features, labels and groups: mails of one sender's domain stand together."""
    glances: list[list[str]] = []
    rows: list[list[str]] = []
    labels: list[int] = []
    groups: list[str] = []
    for data, about in mails(corpus, ham):
        sender = re.search(rb"^From:.*@([\w.-]+)", data, re.MULTILINE)
        quick, full = seen(data)
        glances.append(quick)
        rows.append(full)
        labels.append(int(about))
        groups.append(sender[1].decode() if sender else str(len(groups)))
    return glances, rows, np.array(labels), groups


def matrix(rows: list[list[str]], index: dict[str, int]) -> csr_matrix:
    """Return rows of features as a sparse matrix of ones."""
    pointers, columns = [0], []
    for row in rows:
        columns += [index[name] for name in row if name in index]
        pointers.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(rows), len(index)))


def counted(rows: list[list[str]], least: int) -> dict[str, int]:
    """Return the features that stand in enough mails, numbered."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    return {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}


def held_out(data: csr_matrix, truth: np.ndarray, groups: list[str], c: float) -> np.ndarray:
    """Return scores of models that have not seen a mail of that sender's house."""
    scores = np.zeros(len(truth))
    for train, test in GroupKFold(5).split(data, truth, groups):
        model = LogisticRegression(C=c, max_iter=3000, class_weight="balanced").fit(data[train], truth[train])
        scores[test] = model.decision_function(data[test])
    return scores


def save(out: Path, label: str, bias: float, slope: float, names: list[str], weights: np.ndarray) -> None:
    """Write coefficients that matter."""
    table = {name: [0, round(float(w), 3)] for name, w in zip(names, weights, strict=True) if abs(w) > KEEP}
    told = {"labels": [label], "bias": [round(bias, 3)], "slopes": [round(slope, 3)], "weights": table}
    out.write_text(json.dumps(told, separators=(",", ":"), ensure_ascii=False), "utf-8")
    print(f"  {out.name}: {len(table)} weights, {out.stat().st_size} bytes")


def train_glance(rows: list[list[str]], truth: np.ndarray, groups: list[str], out: Path) -> np.ndarray:
    """Train the first look: it may let much through, and must miss next to nothing."""
    index = counted(rows, 2)
    data = matrix(rows, index)
    scores = held_out(data, truth, groups, 0.05)
    line = float(np.quantile(scores[truth == 1], MISSED))
    print(f"glance: with {MISSED:.1%} missed, {np.mean(scores[truth == 0] > line):.1%} of other mail is let through")
    model = LogisticRegression(C=0.05, max_iter=3000, class_weight="balanced").fit(data, truth)
    save(out / "glance.json", "look", float(model.intercept_[0]) - line, 1.0, list(index), model.coef_[0])
    return scores > line


def main(corpus: Path, ham: Path, out: Path) -> None:
    glances, rows, truth, groups = cases(corpus, ham)
    looked = train_glance(glances, truth, groups, out) | (truth == 1)
    index = counted(rows, 2)
    data = matrix(rows, index)
    scores = held_out(data, truth, groups, C)
    slope = LogisticRegression(C=100).fit(scores[looked][:, None], truth[looked])
    a, b = float(slope.coef_[0][0]), float(slope.intercept_[0])
    print(
        f"topic: {looked.sum()} of {len(truth)} mails are looked at, {truth.sum()} are about hiring; held out: AUC "
        f"{roc_auc_score(truth[looked], scores[looked]):.4f}, found {np.mean(scores[truth == 1] > 0):.3f}, "
        f"false {np.mean(scores[(truth == 0) & looked] > 0):.4f}"
    )
    model = LogisticRegression(C=C, max_iter=3000, class_weight="balanced").fit(data, truth)
    save(out / "topic.json", "hiring", float(model.intercept_[0]) + b / a, a, list(index), model.coef_[0])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
