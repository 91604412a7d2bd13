"""Turns of phrase that count whatever the encoder hears, the reason that is named for them, and near misses."""

from __future__ import annotations

import pytest

from sincerely.app.models.tone_model import load_tone
from sincerely.gate.tone_words import PAY, WHY, is_blunt

GRUDGE, RUN_DOWN, PRESSES = WHY["bitterness"], WHY["disparagement"], WHY["pressure"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Four weeks have gone by. Am I still being considered or what? I have to plan my summer.", PRESSES),
        ("Did you get my papers, or what?", PRESSES),
        ("You strung me along for six weeks, and then it went to a cousin.", GRUDGE),
        ("Your choice was already made before I even sat down.", GRUDGE),
        ("Mir war von vornherein klar, dass ihr längst jemanden habt.", GRUDGE),
        ("So lange keine Antwort, das finde ich wirklich daneben.", RUN_DOWN),
        ("Ihre Art war ehrlich gesagt ziemlich respektlos.", RUN_DOWN),
    ],
)
def test_it_is_shown_with_its_reason(text: str, why: str) -> None:
    tone = load_tone()(text)
    assert tone.negative >= 0.85
    assert why in {culprit.why for culprit in tone.culprits}


@pytest.mark.parametrize(
    "text",
    [
        "Do you need a letter or a form or what?",
        "I wondered what to bring, a letter or what you call a dossier.",
        "Thank you for never stringing me along.",
        "She did not string me along, and I was grateful.",
        "The decision to move to Leeds was made before I applied.",
        "Mir war von Anfang an klar, dass Sie intern viel Wert auf Weiterbildung legen.",
        "Mir war von Anfang an klar, dass Sie schon jemanden brauchen, der anpackt.",
        "Das Büro ist gleich daneben.",
        "Meine Antwort war völlig daneben, entschuldigen Sie bitte.",
        "Es ist mir leider unmöglich, am Freitag zu kommen.",
    ],
)
def test_near_misses_are_not_blunt(text: str) -> None:
    assert not is_blunt(text.lower())


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Sag mal, beim Gehalt, ginge da noch was?", True),
        ("Is there any room on the base salary?", True),
        ("Y a-t-il une marge sur le salaire ?", True),
        ("Is there any room on the salary, or do you always lowball people?", False),
        ("Is there room for a second desk?", False),
        ("The salary is a joke.", False),
    ],
)
def test_a_question_for_more_pay(text: str, *, asks: bool) -> None:
    assert (PAY.search(text.lower()) is not None) is asks


def test_it_is_no_matter_of_tone() -> None:
    tone = load_tone()(
        "Mega, danke! Ich freue mich sehr. Sag mal, beim Gehalt, ginge da noch was? Ich melde mich am Freitag."
    )
    assert tone.culprits == ()
