"""How French mails greet and end, and whether they say vous or tu."""

from __future__ import annotations

import pytest

from sincerely.writing.french.greeting import french_greeting, is_formal, last_words, tells
from sincerely.writing.german.greeting import NOBODY_TOLD, Told
from sincerely.writing.words.names import Person

CLAIRE = Person("claire.delorme@rhone.example", "", "Claire", "Delorme")
HER = Told("Frau")


@pytest.mark.parametrize(
    ("to", "told", "thread", "formal", "line"),
    [
        (Person("rh@rhone.example"), NOBODY_TOLD, "", True, "Madame, Monsieur,"),
        (Person("rh@rhone.example"), NOBODY_TOLD, "", False, "Bonjour,"),
        (Person("contact@a.example", "", "Secrétariat de", "mairie"), NOBODY_TOLD, "", True, "Madame, Monsieur,"),
        (Person("laruche@a.example", "", "La", "Ruche"), NOBODY_TOLD, "", False, "Bonjour,"),
        (Person("equipe@a.example", "", "Sérénis", "Recrutement"), NOBODY_TOLD, "", True, "Madame, Monsieur,"),
        (Person("c@a.example", "", "Claire", "Ferme"), NOBODY_TOLD, "", True, "Bonjour Claire Ferme,"),
        (Person("t.belkacem@a.example", "", "Tarek", "Belkacem"), NOBODY_TOLD, "", True, "Bonjour Tarek Belkacem,"),
        (Person("", "", "Tarek", "Belkacem"), NOBODY_TOLD, "", True, "Bonjour Tarek Belkacem,"),
        (
            Person("lenoir@brasserie-lenoir.example", "", "Brasserie", "Lenoir"),
            NOBODY_TOLD,
            "",
            True,
            "Madame, Monsieur,",
        ),
        (Person("bonjour@logivia.example", "", "Logivia", ""), NOBODY_TOLD, "", False, "Bonjour,"),
        (CLAIRE, HER, "", True, "Madame Delorme,"),
        (CLAIRE, HER, "Madame,\n\nNous vous remercions.", True, "Madame Delorme,"),
        (CLAIRE, HER, "Bonjour Madame Vale,\n\nNous vous remercions.", True, "Bonjour Madame Delorme,"),
        (CLAIRE, Told("Herr"), "Monsieur,\n\nNous vous remercions.", True, "Monsieur Delorme,"),
        (CLAIRE, NOBODY_TOLD, "Bonjour Madame Vale,\n\nNous vous remercions.", True, "Bonjour Claire Delorme,"),
        (CLAIRE, NOBODY_TOLD, "Bonjour Robin,\n\nJe vous remercie.", True, "Bonjour Claire,"),
        (CLAIRE, HER, "Bonjour Robin,\n\nJe vous remercie.", True, "Bonjour Claire,"),
        (CLAIRE, HER, "Bonjour à tous,\n\nJe vous remercie.", True, "Bonjour Madame Delorme,"),
        (CLAIRE, NOBODY_TOLD, "Salut Robin,\n\nTu peux venir ?", False, "Salut Claire,"),
        (CLAIRE, HER, "Bonjour Robin,\n\nTu peux venir ?", False, "Bonjour Claire,"),
    ],
)
def test_who_is_greeted_as_they_greet(to: Person, told: Told, thread: str, *, formal: bool, line: str) -> None:
    assert french_greeting(to, told, thread, formal=formal) == line


@pytest.mark.parametrize(
    ("text", "formal"),
    [
        ("Nous vous remercions de votre candidature.", True),
        ("Peux-tu venir mardi ?", False),
        ("Je t'appelle demain.", False),
        ("Tu verras, nous vous attendons tous avec plaisir.", False),
        ("Le ton de votre lettre nous a plu.", True),
        ("Votre lettre est d'un bon ton.", True),
        ("Merci, à mardi.", True),
    ],
)
def test_tu_is_said_back_to_who_says_it(text: str, *, formal: bool) -> None:
    assert is_formal(text) is formal


def test_what_tells_nothing_is_known() -> None:
    assert not tells("Merci, à mardi.")
    assert not tells("Le bon ton.")
    assert tells("Je te remercie.")


def test_last_words_are_as_plain_as_theirs() -> None:
    assert last_words("", formal=True) == "Bien cordialement,"
    assert last_words("À bientôt.\n\nCordialement,\nClaire", formal=True) == "Cordialement,"
    assert last_words("Bien cordialement,\nClaire", formal=True) == "Bien cordialement,"
    assert last_words("Cordialement,\nClaire", formal=False) == "Bien à toi,"
