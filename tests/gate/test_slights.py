"""What calls their doing insulting, or doubts that anybody read, is heard; an own debt and a lasting interest are plain."""

from __future__ import annotations

import pytest

from sincerely.app.models.tone_model import load_tone
from sincerely.gate.fit import tells_a_fit
from sincerely.gate.tone_turns import is_hard

HEAR = load_tone()


@pytest.mark.parametrize(
    "line",
    [
        "to be honest i find this insulting after a day of leave.",
        "i find the process disrespectful, and it showed.",
        "i find it insulting to be told by a machine.",
        "your rejection letter was frankly disrespectful.",
        "i doubt that anybody even opened my application.",
        "i doubt your panel has read my cv at all.",
        "i think the board had made up its mind before i walked in.",
        "ich finde es ehrlich gesagt beleidigend, so eine automatische absage zu bekommen.",
        "ich bezweifle, dass sie meine bewerbung überhaupt gelesen haben.",
        "je trouve cela franchement insultant.",
        "je doute que vous ayez même lu mon dossier.",
    ],
)
def test_a_slight_is_hard(line: str) -> None:
    assert is_hard(line)
    assert HEAR(line).negative >= 0.85


@pytest.mark.parametrize(
    "line",
    [
        "i find it insulting to my patients when nobody answers the bell, so i always do.",
        "i find it disrespectful to be late, so i left an hour early.",
        "i doubt you read my application yet, so i send it again.",
        "i had made up my mind before i came in: i would like to work with you.",
        "they had decided before i came to sell the old press, and i wrote the handbook for the new one.",
        "i did not find it insulting at all, and thank you for being frank.",
        "your letter was not dismissive at all, and i thank you for it.",
        "ich finde es beleidigend für die pflegekräfte, wenn niemand fragt.",
        "ich bezweifle, dass ich vor mai anfangen kann.",
        "je doute que le train soit à l'heure.",
    ],
)
def test_what_judges_nobody_here_is_not(line: str) -> None:
    assert not is_hard(line)


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("I promised you an answer by today.", True),
        ("I still owe you a decision by Friday.", True),
        ("Still very interested.", True),
        ("Hi Mads, how's it going? Still very interested. No rush if things are busy.", True),
        ("Ich hatte Ihnen eine Antwort bis heute versprochen.", True),
        ("Weiterhin sehr interessiert.", True),
        ("Je vous avais promis une réponse pour aujourd'hui.", True),
        ("You promised me an answer by today.", False),
        ("I owe you nothing.", False),
        ("I need an answer by today.", False),
    ],
)
def test_an_own_debt_and_an_interest_that_lasts_land_well(text: str, lands: bool) -> None:  # noqa: FBT001
    assert (HEAR(text).negative < 0.5) is lands


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        (
            "I rewrote all of ours two years ago and the calls fell by a third, and I would like to try the same here.",
            True,
        ),
        ("We moved the counter and complaints dropped by half.", True),
        ("I hope the rain dropped off on your way home.", False),
        ("I was glad to hear that your numbers grew by a third.", False),
    ],
)
def test_what_came_of_ones_work_is_why_one_fits(text: str, fits: bool) -> None:  # noqa: FBT001
    assert tells_a_fit(text) is fits
