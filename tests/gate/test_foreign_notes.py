"""German and French notes after an interview: what they thank for, why they fit, what they claim and leave open."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written

PROCESS = """process roussel employer="Ateliers Roussel" role="Menuisière" zone=Europe/Paris country=FR via=direct
2026-06-01 09:00 scheduled claire.morin@roussel.example start="2026-06-09 10:00" end="2026-06-09 11:00"
2026-06-09 11:00 interviewed claire.morin@roussel.example
2026-06-09 12:00 debriefed claire.morin@roussel.example liked="l'atelier ouvert" fit="restauré les volets d'une école à Niort"
"""
NOTE = (
    "Je vous remercie de m'avoir reçue hier pour le poste de menuisière. L'atelier ouvert m'a beaucoup plu : on y voit des jeunes qui"
    " osent poser des questions et des anciens qui prennent le temps de répondre. {} C'est ce travail du bois ancien que je retrouverais"
    " chez vous avec plaisir."
)


def _codes(text: str) -> set[str]:
    mail = f"From: Lise <lise@mail.example>\nTo: Claire Morin <claire.morin@roussel.example>\nSubject: Merci\n\nMadame,\n\n{text}\n\nLise\n"
    review = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS, mail).review()  # noqa: FBT003
    return {finding.code for finding in review.verdict.findings}


def test_thanks_and_a_fit_in_french() -> None:
    assert _codes(NOTE.format("J'ai restauré les volets d'une école à Niort.")) & {"OUT009", "OUT015"} == set()
    assert "OUT015" in _codes(NOTE.format("On y est bien."))


@pytest.mark.parametrize(
    ("line", "claims"),
    [
        ("J'ai dirigé pendant dix ans un atelier de douze personnes.", True),
        ("Ich spreche fließend Dänisch.", True),
        ("Ich spreche am Freitag mit meiner Chefin.", False),
        ("J'ai bien reçu votre message.", False),
    ],
)
def test_what_is_claimed(line: str, claims: bool) -> None:  # noqa: FBT001
    assert ("OUT009" in _codes(line)) is claims


def test_two_crosses_for_an_hour() -> None:
    assert "OUT006" in _codes("C'est noté pour vendredi à XX h.")
    assert "OUT006" not in _codes("Un buffet du XX siècle, taille XX.")
