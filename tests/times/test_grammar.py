"""The rules as a whole: each function takes what its patterns give, and nothing depends on chance."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sincerely.times import find  # noqa: F401 - declares the rules
from sincerely.times.grammar import ROOT, Node, Rule
from sincerely.times.lexicon import WORDS


def rules(node: Node = ROOT, path: tuple[str, ...] = (), values: int = 0) -> Iterator[tuple[str, Rule, int]]:
    for rule in node.done:
        yield " ".join(path), rule, values
    for symbol, child in node.next.items():
        yield from rules(child, (*path, symbol), values + child.carries)


def test_every_meaning_takes_its_patterns_values() -> None:
    for pattern, rule, values in rules():
        try:
            inspect.signature(rule.meaning).bind(None, *[0] * values)
        except TypeError as error:
            message = f"{pattern} -> {rule.result}: {error}"
            raise AssertionError(message) from error


def test_every_symbol_comes_from_somewhere() -> None:
    """No pattern waits for a category that no word and no rule makes."""
    from_figures = {"N", "DOM", "HR", "MM", "YY", "YR", "HM", "HMM", "NTH", "ORD", "FRAC", "DEC", "DOTTED", "DASHED"}
    from_signs = {"HOL", "MER", "AMA", "PMP", "SHORTMIN"}
    made = {rule.result for _, rule, _ in rules()} | from_figures | from_signs
    made |= {category for entries in WORDS.values() for category, _ in entries}
    wanted = {symbol for pattern, _, _ in rules() for symbol in pattern.split()}
    assert wanted <= made, wanted - made


@pytest.mark.slow
def test_the_answer_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "import json,sys; from datetime import datetime; from sincerely.times import find\n"
        "for line in open(sys.argv[1], encoding='utf-8'):\n"
        "    raw = json.loads(line); print(find(raw['text'], datetime.fromisoformat(raw['at']), raw['country']))"
    )
    cases = Path(__file__).parent / "deadlines.jsonl"
    answers = {
        subprocess.run(
            [sys.executable, "-c", script, str(cases)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(answers) == 1
