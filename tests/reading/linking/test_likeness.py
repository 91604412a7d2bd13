"""Which titles name one opening, and which do not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.core.header import Header
from sincerely.reading.linking.likeness import role_likeness
from sincerely.reading.linking.links import Clues, Links

AT = datetime(2026, 3, 3, 10, tzinfo=UTC)
DANA, LEE = frozenset({"dana@acme.example"}), frozenset({"lee@acme.example"})


def of_acme(role: str) -> Links:
    """Return the links of one process, in which Dana interviews."""
    links = Links([Header(id="acme", employer="Acme Corp", role=role, zone="Australia/Melbourne", country="AU")])
    links.learn("acme", Clues(people=DANA, domain="acme.example", at=AT))
    return links


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("Perioperative RN", "RN Periop"),
        ("Registered Nurse - Emergency Department", "RN ED"),
        ("Entwicklungsingenieur Hydraulik", "Leiter"),
        ("Ingénieure hydraulique", "Responsable"),
    ],
)
def test_whom_the_candidate_met_writes_of_that_process_whatever_she_signs_for(known: str, told: str) -> None:
    news = Clues(people=DANA, domain="acme.example", employer="Theatre Services", role=told, at=AT)
    assert of_acme(known).find(news).process == "acme"


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("Perioperative RN", "RN ED"),
        ("Registered Nurse - ICU", "RN ED"),
        ("Registered Nurse", "Enrolled Nurse"),
        ("Accountant Manager", "Account Manager"),
        ("Entwicklungsingenieur Hydraulik", "Leiter Entwicklung"),
    ],
)
def test_whom_the_candidate_met_may_write_of_another_opening(known: str, told: str) -> None:
    for people in (DANA, LEE):
        assert of_acme(known).find(Clues(people=people, domain="acme.example", role=told, at=AT)).process is None


def test_a_desk_of_the_house_writes_of_the_opening_that_its_colleague_calls_by_initials() -> None:
    news = Clues(people=LEE, domain="acme.example", employer="Corp", role="RN ED", at=AT)
    assert of_acme("Registered Nurse - Emergency Department").find(news).process == "acme"


def test_words_told_by_their_initials_count_once() -> None:
    assert role_likeness("RN ED", "Registered Nurse ICU") < 0.5
    assert role_likeness("RN ED", "Registered Nurse Emergency Department") == 1.0
    assert role_likeness("CN", "Clinical Nurse - Aged Care") > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chargé de projet", "Data Engineer"),
        ("CHARGÉ DE PROJET", "Data Engineer"),
        ("Assistent am Empfang", "Account Manager"),
        ("Trainee Vertrieb", "Trainee Vertriebsinnendienst"),
        ("Leiter Personal", "Leiter Personalentwicklung"),
        ("Software Tester", "Softwareentwickler Tester"),
        ("Marketing Intern", "International Marketing Manager"),
        ("Local Manager", "Localisation Manager"),
    ],
)
def test_a_word_of_its_own_is_no_other_one_cut_short_and_a_small_word_no_initials(one: str, other: str) -> None:
    assert role_likeness(one, other) < 0.5
    assert role_likeness(other, one) < 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RN PERIOP", "Registered Nurse - Perioperative"),
        ("Senior AM", "Senior Account Manager"),
        ("Responsable RH", "Responsable Ressources Humaines"),
        ("Physio", "Physiotherapist"),
    ],
)
def test_capitals_and_what_is_cut_before_its_ending_are_short_for_the_whole(one: str, other: str) -> None:
    assert role_likeness(one, other) == role_likeness(other, one) == 1.0


def test_what_is_too_long_for_a_title_is_not_held_word_against_word() -> None:
    words = [f"word{number}" for number in range(20_000)]
    assert role_likeness(" ".join(words), " ".join(reversed(words))) == 1.0
