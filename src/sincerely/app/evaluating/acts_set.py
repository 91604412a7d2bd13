"""Acts of speech: does the writer of a sentence ask for something or propose it?

The command `sincerely acts` is asked, in a process of its own, as anybody would. That it knows the sentences from its
training is no merit: the figure that counts is of five folds, each answered by a model that was trained on the other
four. Training is no part of the product; ``bench/train_acts.py --folds FILE`` does it, and prints for each sentence of
the file, in order, the probability that its writer asks or proposes.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .figures import OURS, Fault, Measure, Outcome, Score, f1, share
from .folders import Folders
from .peers import Peers

_ABOUT = (
    "Sentences of business mail: whether their writer asks for something or proposes it. Ours is the larger of "
    "`request` and `meeting`. Five folds: each answered by a model that was trained on the others."
)
_FOLDS = "asks or proposes: F1, five folds"
_SHIPPED = "asks or proposes: F1 of the shipped model, which knows these sentences"
_SPEED = "speed: sentences, from JSON to JSON"
_LIKELY = 0.5
_LONGEST = 1800


class ActsError(Exception):
    """The command or the training could not answer; the message says why."""


def measure(folders: Folders, _peers: Peers) -> Outcome:
    """Measure the acts."""
    if not folders.sentences.is_file():
        return Outcome("acts", "Acts", _ABOUT, skipped=f"{folders.sentences} is not there")
    rows = [json.loads(line) for line in folders.sentences.read_text("utf-8").splitlines()]
    texts, truth = [str(row["text"]) for row in rows], [bool(row["intent"]) for row in rows]
    try:
        answered, rate = _asked([sys.executable, "-m", "sincerely", "acts", "--jsonl"], texts)
    except ActsError as error:
        return Outcome("acts", "Acts", _ABOUT, skipped=f"there is no command acts that answers: {error}")
    lines = [*_quality(_SHIPPED, answered, truth), Measure(_SPEED, {OURS: rate}, "a second", 20_000, steady=False)]
    notes, faults = [], []
    try:
        folds = _folds([sys.executable, str(folders.acts_training), "--folds", str(folders.sentences)], len(texts))
        lines[:0] = _quality(_FOLDS, folds, truth, at_least=0.85)
        faults = list(_faults(texts, folds, truth))
    except ActsError as error:
        notes.append(f"Five folds were not measured: {error}.")
    return Outcome("acts", "Acts", _ABOUT, lines, faults=faults, notes=notes)


def _quality(name: str, found: Sequence[float], truth: Sequence[bool], at_least: float | None = None) -> list[Measure]:
    said = [probability >= _LIKELY for probability in found]
    right = sum(one and true for one, true in zip(said, truth, strict=True))
    same = sum(one == true for one, true in zip(said, truth, strict=True))
    return [
        Measure(name, {OURS: Score(f1(right, sum(said), sum(truth)))}, at_least=at_least),
        Measure(name.replace("F1", "right"), {OURS: share(same, len(truth))}),
    ]


def _faults(texts: Sequence[str], found: Sequence[float], truth: Sequence[bool]) -> list[Fault]:
    return [
        Fault(_FOLDS, text, f"{probability:.2f}, not {'above' if true else 'below'} {_LIKELY}")
        for text, probability, true in zip(texts, found, truth, strict=True)
        if (probability >= _LIKELY) != true
    ]


def _asked(command: Sequence[str], texts: Sequence[str]) -> tuple[list[float], Score]:
    """Return how likely each sentence asks or proposes, and how many sentences a second were answered."""
    lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
    _, started = _run(command, lines[:1])
    answers, spent = _run(command, lines)
    found = []
    for number, line in enumerate(answers.splitlines()):
        told = json.loads(line)
        if told.get("id") != number or "acts" not in told:
            raise ActsError(f"to sentence {number + 1} it says {line[:80]}")
        found.append(max(told["acts"]["request"], told["acts"]["meeting"]))
    if len(found) != len(texts):
        raise ActsError(f"{len(found)} answers to {len(texts)} sentences")
    return found, Score((len(texts) - 1) / max(spent - started, 1e-9))


def _folds(command: Sequence[str], wanted: int) -> list[float]:
    """Return the probability of each sentence, from a model that has not seen it."""
    if not Path(command[1]).is_file():
        raise ActsError(f"{command[1]} is not there")
    answers, _ = _run(command, [])
    try:
        found = [float(line) for line in answers.split()]
    except ValueError as error:
        raise ActsError(f"{command[1]}: expected a number a line ({error})") from error
    if len(found) != wanted:
        raise ActsError(f"{command[1]}: {len(found)} answers to {wanted} sentences")
    return found


def _run(command: Sequence[str], lines: Sequence[str]) -> tuple[str, float]:
    """Run a command on lines of standard input; return what it says, and its processor time."""
    before = _children()
    said = "".join(line + "\n" for line in lines)
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and scripts of our own
            list(command), input=said, capture_output=True, text=True, encoding="utf-8", timeout=_LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ActsError(f"no answer after {_LONGEST} seconds") from error
    if done.returncode:
        words = done.stderr.strip().splitlines()
        raise ActsError(words[-1].rstrip(".") if words else f"exit code {done.returncode}")
    return done.stdout, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
