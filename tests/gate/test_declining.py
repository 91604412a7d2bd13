"""A polite no is courteous, whatever the encoder hears in it; one that judges, begs or is wry is left to the encoder."""

from __future__ import annotations

import pytest

from sincerely.gate.tone import Heard, hear
from sincerely.gate.tone_declining import declines, wishes_well


@pytest.mark.parametrize(
    "sentence",
    [
        "Please consider this my withdrawal.",
        "I would like to withdraw my application, as I have found work nearer home.",
        "I am writing to let you know that I won't be going ahead.",
        "I'm afraid that I will have to say no.",
        "Thank you for your offer, which I must decline with regret.",
    ],
)
def test_who_says_no_for_themselves_judges_nobody(sentence: str) -> None:
    assert declines(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I decline, since nobody there can answer a letter.",
        "I am withdrawing before I waste another afternoon.",
        "I withdraw my application; clearly it was never read.",
        "Anything, just don't say no again, I can't take it any more.",
        "I was brought up to say nothing where I have nothing nice to say.",
        "I will decline unless I hear by noon.",
        "I decline “your” offer.",
        "I will bring the certificates along.",
    ],
)
def test_a_no_with_a_sting_is_none(sentence: str) -> None:
    assert not declines(sentence)


def test_a_wish_stands_for_itself() -> None:
    assert wishes_well("I wish you and your team every success in finding the right person.")
    assert not wishes_well("I wish you luck finding somebody desperate enough.")
    assert not wishes_well("I wish you had told me sooner.")


def _ear(*scores: float) -> Heard:
    return Heard(0.9, scores, {"threat": 1.0})


def test_beside_a_polite_no_what_strikes_still_strikes() -> None:
    calm = "I would like to withdraw my application. It is a long way to Thame. My son starts school. I start in June."
    assert hear(calm, lambda _: _ear(0.9, 0.1, 0.1, 0.1)).negative < 0.5
    struck = hear(calm, lambda _: _ear(0.9, 0.1, 0.9, 0.1))
    assert (struck.negative, [c.said.text for c in struck.culprits]) == (0.9, ["My son starts school."])
