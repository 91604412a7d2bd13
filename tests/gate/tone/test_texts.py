"""The texts for tone keep their own promises, before anything is measured by them.

Nothing here judges tone. Each promise is also broken on purpose, to see that its check notices.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.gate.tone import texts
from tests.gate.tone.texts import Text

TEXTS = texts.load(texts.FILE.read_text(encoding="utf-8").splitlines())
Breaks = Callable[[Text], Text]


def _negative(text: Text) -> bool:
    return text.negative and not text.subtle


def _passing(text: Text) -> bool:
    return not text.negative and not text.report


def _faults_with(chosen: Callable[[Text], bool], broken: Breaks, how_many: int = 1) -> list[str]:
    """The faults of the set once its first texts of that sort are broken."""
    marked = [at for at, text in enumerate(TEXTS) if chosen(text)][:how_many]
    return list(texts.faults([broken(text) if at in marked else text for at, text in enumerate(TEXTS)]))


def test_the_set_is_sound() -> None:
    assert list(texts.faults(TEXTS)) == []


def test_the_set_is_the_one_that_was_measured_by() -> None:
    written = (Path(texts.FILE).parent / "texts.sha256").read_text(encoding="utf-8").split()
    assert written == [sha256(texts.FILE.read_bytes()).hexdigest(), texts.FILE.name]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chosen", "broken", "fault"),
    [
        (_negative, lambda t: replace(t, culprits=["words that nobody wrote"]), "culprit found 0 times"),
        (_negative, lambda t: replace(t, text=f"{t.text} {t.culprits[0]}"), "culprit found 2 times"),
        (_negative, lambda t: replace(t, culprits=[t.text, t.culprits[0]]), "culprits overlap"),
        (_negative, lambda t: replace(t, culprits=[""]), "a culprit that is empty"),
        (_negative, lambda t: replace(t, culprits=[]), "disagree"),
        (_negative, lambda t: replace(t, kinds=[]), "disagree"),
        (_negative, lambda t: replace(t, kinds=["rudeness"]), "unknown kinds"),
        (_negative, lambda t: replace(t, kinds=["threat", "threat"]), "a kind twice"),
        (_negative, lambda t: replace(t, report=True), "a report counted as negative"),
        (_passing, lambda t: replace(t, subtle=True), "subtle without being negative"),
        (lambda t: t.subtle, lambda t: replace(t, text=f"{t.text} What idiots."), "subtle with ['idiots']"),
        (_passing, lambda t: replace(t, employer="Nobody & Sons"), "the employer is not named"),
        (_passing, lambda t: replace(t, genre="poem"), "unknown genre"),
        (_passing, lambda t: replace(t, id="seven"), "the id is not persona-number"),
        (_passing, lambda t: replace(t, why=""), "why is not a short line"),
        (_passing, lambda t: replace(t, negative="no"), "negative is no bool"),
        (_passing, lambda t: replace(t, text=""), "0 sentences"),
        (_passing, lambda t: replace(t, text=" ".join(f"Word {n} it is." for n in range(9))), "9 sentences"),
        (_passing, lambda t: replace(t, text=f"{t.text} See https://blog.example/me."), "an address"),
        (_passing, lambda t: replace(t, part={"train": "test", "test": "train"}[t.part]), "is in both parts"),
    ],
)
def test_a_broken_text_is_noticed(chosen: Callable[[Text], bool], broken: Breaks, fault: str) -> None:
    assert any(fault in line for line in _faults_with(chosen, broken))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chosen", "broken", "fault"),
    [
        (lambda _: True, lambda t: replace(t, text=f"{t.text} We met on Tuesday."), "a sentence 2 times: we met"),
        (lambda _: True, lambda t: replace(t, text=f"{t.text} {t.id} saw a red fox cross the yard"), "6 words in"),
        (lambda _: True, lambda t: replace(t, id="same-one-1"), "this id 2 times"),
    ],
)
def test_two_alike_are_noticed(chosen: Callable[[Text], bool], broken: Breaks, fault: str) -> None:
    assert any(fault in line for line in _faults_with(chosen, broken, 2))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chosen", "broken", "fault"),
    [
        (_negative, lambda t: replace(t, negative=False), "negative in train"),
        (lambda t: t.subtle, lambda t: replace(t, subtle=False), "subtle among the negative in train"),
        (lambda t: t.report, lambda t: replace(t, report=False), "fewer than 25 reports"),
        (lambda t: "begging" in t.kinds, lambda t: replace(t, kinds=["pressure"]), "begging only 0 times in test"),
        (lambda t: t.part == "test", lambda t: replace(t, part="train"), "in the test part"),
        (lambda t: t.genre == "post", lambda t: replace(t, genre="mail"), "post in train"),
        (lambda t: t.genre == "post", lambda t: replace(t, negative=True), "negative among posts"),
        (lambda t: t.persona == TEXTS[0].persona, lambda t: replace(t, negative=True), "has one tone only"),
        (_negative, lambda t: replace(t, text=f"{t.text} {t.text}"), "lengths give it away"),
        (_passing, lambda t: replace(t, text="It was fine."), "harsh words among what passes"),
        (lambda t: t.negative, lambda t: replace(t, text="It was a joke."), "kind words among the negative"),
        (lambda t: t.negative, lambda t: replace(t, employer=""), "negative among those that name the employer"),
    ],
)
def test_a_set_out_of_balance_is_noticed(chosen: Callable[[Text], bool], broken: Breaks, fault: str) -> None:
    assert any(fault in line for line in _faults_with(chosen, broken, len(TEXTS)))


def test_too_few_are_noticed() -> None:
    assert any("only 359 texts" in line for line in texts.faults(TEXTS[:359]))


def test_one_voice_under_two_names_is_noticed() -> None:
    first = TEXTS[0].persona.split("-")[0]
    other = replace(TEXTS[-1], id=f"{first}-of-another-trade-1")
    assert any(f"two personas are called {first}" in line for line in texts.faults([*TEXTS[:-1], other]))


def test_sentences_end_where_readers_think() -> None:
    assert texts.sentences('Dear Mr. Fenwick, hello. "Is it?" he said… Yes!\nBest,\n– M.') == [
        "Dear Mr Fenwick, hello.",
        '"Is it?"',
        "he said…",
        "Yes!",
        "Best,",
        "– M.",
    ]
