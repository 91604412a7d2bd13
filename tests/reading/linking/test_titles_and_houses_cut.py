"""What stands around a title in its sentence, and around a house's name in its mailbox, is no part of either."""

from __future__ import annotations

import pytest

from sincerely.reading.linking.house_names import parted
from sincerely.reading.linking.role import clean
from sincerely.reading.linking.whole_names import with_purpose, without_desk, without_role

TITLES = {
    "Braumeister nun": "Braumeister",
    "Hausleitung weiter": "Hausleitung",
    "Geschäftsführerin weiterhin im Rennen": "Geschäftsführerin",
    "Leiter Weiterbildung": "Leiter Weiterbildung",
    "Cabin Crew assessment": "Cabin Crew",
    "Animator test": "Animator",
    "Frontend Developer Coding Test": "Frontend Developer",
    "Head of Assessment": "Head of Assessment",
    "Director, Assessment": "Director, Assessment",
    "Learning and Assessment": "Learning and Assessment",
    "Test Engineer": "Test Engineer",
    "experienced Deputy Manager": "Deputy Manager",
    "im Housekeeping": "Housekeeping",
    "un garde champêtre": "garde champêtre",
    "son chauffeur": "chauffeur",
    "Sonographer": "Sonographer",
}


@pytest.mark.parametrize("told", TITLES)
def test_what_a_sentence_says_around_a_title_is_none_of_it(told: str) -> None:
    assert clean(told) == TITLES[told]


@pytest.mark.parametrize(
    ("name", "label", "left"),
    [
        ("Fenwick Prep Bursar", "fenwickprep", "Fenwick Prep"),
        ("Larch & Sons Graduate", "larch", "Larch & Sons"),
        ("Sorvan Büro", "sorvan", "Sorvan"),
        ("Post Office", "postoffice", "Post Office"),
        ("Corran Estate Office", "elsewhere", "Corran Estate Office"),
        ("Office", "office", "Office"),
        ("Larch Office", "", "Larch Office"),
    ],
)
def test_a_desk_behind_the_name_that_the_domain_spells_is_taken_off(name: str, label: str, left: str) -> None:
    assert without_desk(name, name, label) == left


def test_a_name_that_its_mailbox_does_not_show_keeps_its_last_word() -> None:
    assert without_desk("Corran Estate Office", "Estate Office", "corranestate") == "Corran Estate Office"


def test_the_opening_behind_a_dash_is_no_part_of_a_name() -> None:
    assert without_role("Harrow Data - Analyst", "analyst") == "Harrow Data"
    assert without_role("Harrow Data - Leeds", "analyst") == "Harrow Data - Leeds"
    assert without_role("Analyst", "analyst") == "Analyst"


@pytest.mark.parametrize(
    ("name", "shown", "whole"),
    [
        ("Landesamt", "Landesamt für Wasser", "Landesamt für Wasser"),
        ("Wasser", "Landesamt für Wasser", "Landesamt für Wasser"),
        ("Applied Optics", "Director's Office - Institute of Applied Optics", "Institute of Applied Optics"),
        ("Optics", "Applied Optics", "Optics"),
        ("Larch", "Larch Careers", "Larch"),
        ("Larch", "the desk of Larch", "Larch"),
        ("Larch", "", "Larch"),
    ],
)
def test_what_a_house_is_for_belongs_to_its_name(name: str, shown: str, whole: str) -> None:
    assert with_purpose(name, shown) == whole


def test_a_domain_is_not_cut_where_no_word_could_begin() -> None:
    ranks = {"have": 2500, "paper": 3000, "crane": 9000, "games": 4000}
    assert parted("havelwerk", ranks.get) == "Havelwerk"
    assert parted("papercranegames", ranks.get) == "Paper Crane Games"
    assert parted("papersprout", ranks.get) == "Paper Sprout"
