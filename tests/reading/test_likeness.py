"""Which titles name one opening, and which do not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.core.header import Header
from sincerely.reading.likeness import role_likeness
from sincerely.reading.linking import Clues, Links

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
