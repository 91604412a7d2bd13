"""Train the acts model: does a sentence request, promise, or propose to meet?

Run: python bench/train_acts.py DATA CORPUS OUT, where DATA holds email_intent_train.jsonl and mailex_sample.jsonl,
CORPUS the sentences_*.txt of our own. Prints five-fold figures; writes coefficients as JSON.
With ``--folds SENTENCES`` it only prints, for each sentence of that file, the chance that a model gives it which was
trained on the other folds.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from sincerely.reading.letters.sentences import sentences
from sincerely.reading.scoring.acts import acts, rows, shape
from sincerely.reading.scoring.acts_model import from_rows, read_acts, stored
from sincerely.reading.scoring.words import plain

C = 1.5
KEEP = 0.06
# Own sentences by label: which acts they hold. What is not named here holds none.
OWN = {
    "request": {"request"}, "reference_check": {"request"}, "assessment": {"request"}, "asks": {"request"},
    "interview_invite": {"request", "meeting"}, "interview_set": {"meeting"}, "interview_changed": {"meeting"},
    "promise": {"promise"}, "outreach": {"request"}, "prefers-contact": {"request"}, "prefers-no-calls": {"request"},
}  # fmt: skip
MEETING = re.compile(
    r"\b(?:meet(?:ing)?|lunch|dinner|drinks|coffee|get together|conference call|interview|appointment|catch up|talk|call)\b"
    r".{0,60}\b(?:today|tomorrow|tonight|\w+day|next week|this week|weekend|morning|afternoon|noon|\d{1,2}(?::\d\d)? ?(?:am|pm))\b"
    r"|\b(?:let us|shall we|would you like to|do you want to|are you free|are you available|can we|could we|why do not we|love to|like to)\b"
    r".{0,40}\b(?:meet|lunch|dinner|coffee|get together|talk|chat|join|come over|discuss)\b|\bschedule\b.{0,30}\b(?:meeting|call|time|interview)\b"
)
PROMISE = re.compile(
    r"\b(?:i|we) (?:will|shall|am going to|are going to|plan to|should be able to) (?!not\b|need\b|have to\b|want\b|be (?:glad|happy|delighted|pleased|honou?red|thrilled|there|able)\b)\w+"
    r"|\byou will (?:hear|receive|get|have)\b"
)


def own(folder: Path) -> list[tuple[str, set[str]]]:
    """Return our own sentences with their acts."""
    found = []
    for path in sorted(folder.glob("sentences_*.txt")):
        label = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("["):
                label = line.strip("[]")
            elif line.strip():
                found.append((line.strip(), OWN.get(label, set())))
    return found


def mailex(path: Path) -> list[tuple[str, int]]:
    """Return sentences of business mail: 1 where all triggers of a mail request, 0 where a sentence has no trigger."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        mail = json.loads(line)
        text = re.sub(r" (n't|'ll|'ve|'re|'m|'d|'s)\b", r"\1", mail["text"])
        text = re.sub(r" ([.,?!;:])", r"\1", text)
        triggers = [re.sub(r" (n't|'ll|'ve|'re|'m|'d|'s)\b", r"\1", trigger).lower() for trigger in mail["triggers"]]
        asks = all(name.startswith(("Request", "Amend")) for name in mail["events"])
        for sentence in sentences(text):
            held = any(trigger in sentence.text.lower() for trigger in triggers)
            if len(sentence.text.split()) > 2 and (asks or not held):
                found.append((sentence.text, int(held)))
    return found


def numbered(lists: list[list[str]], least: int) -> dict[str, int]:
    counts = Counter(name for names in lists for name in set(names))
    return {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}


def matrix(lists: list[list[str]], index: dict[str, int], scale: np.ndarray) -> csr_matrix:
    pointers, columns, values = [0], [], []
    for names, factor in zip(lists, scale, strict=True):
        counts = Counter(name for name in names if name in index)
        columns += [index[name] for name in counts]
        values += [factor * count for count in counts.values()]
        pointers.append(len(columns))
    return csr_matrix((values, columns, pointers), shape=(len(lists), len(index)))


class Seen:
    """Sentences as the model sees them."""

    def __init__(self, texts: list[str]) -> None:
        words = [plain(text).split() or ["^"] for text in texts]
        self.rows = [[row if isinstance(row, str) else " ".join(row) for row in rows(w)] for w in words]
        self.shape = [shape(t, w) for t, w in zip(texts, words, strict=True)]
        self.scale = np.array([len(w) ** -0.5 for w in words])

    def of(self, which: np.ndarray, indexes: tuple[dict[str, int], dict[str, int]]) -> csr_matrix:
        return hstack([
            matrix([self.rows[i] for i in which], indexes[0], self.scale[which]),
            matrix([self.shape[i] for i in which], indexes[1], np.ones(len(which))) * 0.6,
        ]).tocsr()  # fmt: skip

    def indexes(self, which: np.ndarray) -> tuple[dict[str, int], dict[str, int]]:
        return numbered([self.rows[i] for i in which], 2), numbered([self.shape[i] for i in which], 5)


def best_line(truth: np.ndarray, chance: np.ndarray) -> float:
    """Return the threshold at which F1 is best."""
    return max(np.arange(0.3, 0.6, 0.01), key=lambda line: f1_score(truth, chance > line))


def five_fold(seen: Seen, truth: np.ndarray, count: int, weights: np.ndarray) -> np.ndarray:
    """Return held-out scores of the first ``count`` sentences; the others always train."""
    more = np.arange(count, len(truth))
    scores = np.zeros(count)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=0).split(np.zeros(count), truth[:count]):
        which = np.concatenate([train, more])
        indexes = seen.indexes(which)
        model = LogisticRegression(C=C, max_iter=3000).fit(
            seen.of(which, indexes), truth[which], sample_weight=weights[which]
        )
        scores[test] = model.decision_function(seen.of(test, indexes))
    return scores


def folds(path: Path) -> None:
    """Print the held-out chance of every sentence, one a line; as shipped, with the line of best F1 moved to 0.5."""
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    business, ours = mailex(path.parent / "mailex_sample.jsonl"), own(Path(__file__).parent / "corpus")
    truth = np.array([int(case["intent"]) for case in cases] + [held for _, held in business]
                     + [int("request" in held or "meeting" in held) for _, held in ours])  # fmt: skip
    weights = np.concatenate([np.ones(len(cases)), np.full(len(business), 0.4), np.full(len(ours), 0.5)])
    seen = Seen([case["text"] for case in cases] + [text for text, _ in business] + [text for text, _ in ours])
    scores = five_fold(seen, truth, len(cases), weights)
    line = best_line(truth[: len(cases)], 1 / (1 + np.exp(-scores)))
    for score in scores - float(np.log(line / (1 - line))):
        print(round(1 / (1 + float(np.exp(-score))), 4))


def main(data: Path, corpus: Path, out: Path) -> None:
    intent = [json.loads(line) for line in (data / "email_intent_train.jsonl").read_text("utf-8").splitlines()]
    business, ours = mailex(data / "mailex_sample.jsonl"), own(corpus)
    texts = [case["text"] for case in intent] + [text for text, _ in business] + [text for text, _ in ours]
    seen = Seen(texts)
    count = len(intent)
    truth = np.array([int(case["intent"]) for case in intent] + [held for _, held in business]
                     + [int("request" in held or "meeting" in held) for _, held in ours])  # fmt: skip
    weights = np.concatenate([np.ones(count), np.full(len(business), 0.4), np.full(len(ours), 0.5)])
    scores = five_fold(seen, truth, count, weights)
    chance = 1 / (1 + np.exp(-scores))
    line = best_line(truth[:count], chance)
    shift = float(np.log(line / (1 - line)))
    print(
        f"intent, five-fold on {count}: F1 {f1_score(truth[:count], chance > 0.5):.4f} at 0.5, {f1_score(truth[:count], chance > line):.4f} "
        f"at {line:.2f}; the shipped scores are shifted so that this line is 0.5"
    )
    said = [plain(text) for text in texts]
    labels = {
        "promise": [int(PROMISE.search(s) is not None) for s in said],
        "meeting": [int(MEETING.search(s) is not None) for s in said],
    }
    for at, (_, held) in enumerate(ours, count + len(business)):
        for name, row in labels.items():
            row[at] = max(row[at], int(name in held))
    everything = np.arange(len(texts))
    indexes = seen.indexes(everything)
    full = seen.of(everything, indexes)
    table = [LogisticRegression(C=C, max_iter=3000).fit(full, truth, sample_weight=weights)]
    for name in ("promise", "meeting"):
        target = np.array(labels[name])
        held_out = five_fold(seen, target, len(texts), np.ones(len(texts)))
        mine = np.arange(len(texts) - len(ours), len(texts))
        print(f"{name}: F1 held out on our own {len(ours)} sentences {f1_score(target[mine], held_out[mine] > 0):.3f}")
        table.append(LogisticRegression(C=C, max_iter=3000).fit(full, target))
    save(out, table, indexes, shift)
    model = read_acts(json.loads(out.read_text("utf-8")))
    begin = time.process_time()
    for text in texts:
        acts(text, model)
    print(f"{len(texts) / (time.process_time() - begin):.0f} sentences/s, {out.stat().st_size} bytes")


def save(
    out: Path, table: list[LogisticRegression], indexes: tuple[dict[str, int], dict[str, int]], shift: float
) -> None:
    weights = np.stack([model.coef_[0] for model in table], axis=1)
    first = len(indexes[0])
    rows_ = {
        n: [round(float(w), 2) for w in weights[i]] for n, i in indexes[0].items() if np.abs(weights[i]).max() > KEEP
    }
    shape_ = {n: [round(float(w) * 0.6, 3) for w in weights[first + i]] for n, i in indexes[1].items()}
    bias = [round(float(model.intercept_[0]), 3) for model in table]
    bias[0] -= round(shift, 3)
    told = stored(from_rows(bias, rows_, shape_))
    out.write_text(json.dumps(told, separators=(",", ":"), ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--folds":
        folds(Path(sys.argv[2]))
    else:
        main(*map(Path, sys.argv[1:4]))
