"""Texts of candidates with how they land, from our own files of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_KINDS = {"badmouthing": "disparagement", "overfamiliar": "over-familiarity"}


@dataclass
class Text:
    """One text with its label, and where the words stand that carry it."""

    text: str
    negative: bool
    culprits: list[tuple[int, int]]
    kinds: list[str]
    group: str
    ours: bool


def of_set(path: Path, part: str) -> list[Text]:
    """Return one part of the labelled set."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        if told["part"] == part:
            spans = [(told["text"].index(c), told["text"].index(c) + len(c)) for c in told["culprits"]]
            found.append(
                Text(told["text"], told["negative"], spans, told["kinds"], told["id"].rpartition("-")[0], ours=False)
            )
    return found


def of_sentences(path: Path) -> list[Text]:
    """Return texts one a line, each with what is wrong with it."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        told = json.loads(line)
        spans = [(told["text"].index(c), told["text"].index(c) + len(c)) for c in told["culprits"]]
        why = _KINDS.get(told["why"], told["why"])
        negative = told["label"] == "negative"
        found.append(Text(told["text"], negative, spans, [why] if negative else [], told["id"], ours=True))
    return found


def of_corpus(folder: Path) -> list[Text]:
    """Return every text of our own."""
    found = []
    for path in sorted(folder.glob("tone_*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            if line[:2] not in {"N ", "P ", "R "}:
                continue
            spans, text, at = [], "", 0
            for piece in re.split(r"([{}])", line[2:]):
                if piece == "{":
                    at = len(text)
                elif piece == "}":
                    spans.append((at, len(text)))
                else:
                    text += piece
            negative = line[0] == "N"
            # A sentence and its counterpart stand on neighbouring lines and share a fold.
            found.append(
                Text(
                    text,
                    negative,
                    spans if spans or not negative else [(0, len(text))],
                    [],
                    f"{path.stem}-{number // 2}",
                    ours=True,
                )
            )
    for path in sorted(folder.glob("tone_*.jsonl")):
        found += of_sentences(path)
    return found
