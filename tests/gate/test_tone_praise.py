"""Praise that means what it says is none of sarcasm; praise that a fact in its sentence belies is not soothed."""

from __future__ import annotations

import pytest

from sincerely.app.models.tone_model import load_tone
from sincerely.gate.tone_praise import praised

HALF = 0.5
MEANT = """
Impressive how fast you turned the old mill into a workshop.
It is remarkable how many people stay with you for twenty years.
How lovely to be interviewed by somebody who knows the trade.
How refreshing to meet a panel that laughs.
I'm sure that Ms. Brandt is doing her very best to find a date, and any of them suits me.
Glückwunsch, dass Sie so schnell jemanden gefunden haben.
Herr Lorenz ist sicher sehr beschäftigt mit dem Umzug, daher melde ich mich nächste Woche.
Respekt, dass Sie zu viert drei Linien fahren.
Bravo pour le prix que votre maison a reçu la veille.
It is amazing how patient your nurses are.
How kind of you to show me the garden.
Respekt, eine Backstube um zwei Uhr früh so gut gelaunt zu führen.
Schön, dass Sie auch Quereinsteiger nehmen.
Vous avez sûrement beaucoup de candidatures à lire.
"""
BELIED = """
Thanks for finally getting back to me; I had almost forgotten that I applied.
I'm sure that Mr. Doyle is very busy with whatever it is that he does.
It is remarkable how many people it takes to lose one CV.
Glückwunsch, dass Sie nach drei Monaten eine Antwort gefunden haben.
Respekt, dass man zu viert kommen kann und keiner eine Frage hat.
Admirable, cette façon de ne jamais rappeler.
Bravo pour ces trois rendez-vous annulés la veille.
Remarkable, the arrogance of your panel.
Impressive how little you know about planning.
I'm sure your boss would love to hear how you treat people.
I admire the confidence with which you mispronounced my name three times.
You must be so proud of firing half your staff.
Good luck finding a fool who does this for that money.
Respekt, so unfähig muss man erst einmal sein.
Sicher finden Sie einen Dummen.
Félicitations pour votre mépris.
Remarquable, votre incompétence.
"""
THANKED = """
Thank you for the quick answer, I can see that hiring idiots is your strength.
Thank you for the most pointless interview of my life.
Merci de m'avoir pris pour un imbécile.
"""


def _negative(said: str) -> float:
    return load_tone()(f"Dear Ms Hale,\n\n{said}\n\nKind regards\nRobin\n").negative


@pytest.mark.parametrize("said", MEANT.strip().splitlines())
def test_praise_that_is_meant_does_not_land_badly(said: str) -> None:
    assert praised([said]) == [True]
    assert _negative(said) < HALF


@pytest.mark.parametrize("said", [*BELIED.strip().splitlines(), *THANKED.strip().splitlines()])
def test_praise_that_is_belied_is_heard_as_it_is(said: str) -> None:
    assert praised([said]) == [False]
    assert _negative(said) >= HALF


def test_what_belies_one_sentence_speaks_against_the_next() -> None:
    said = ["Thank you for your reply, which took eleven weeks.", "I do admire such room for reflection."]
    assert praised(said) == [False, False]


def test_it_is_linear() -> None:
    assert praised(["thank you very " * 20000, "remarkable " * 20000]) == [False, True]
