"""Titles and employers as people say them inside a sentence."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.opening_names import short_employer, short_role

from .drafting import draft

HELD = "2026-03-04 15:00 interviewed dana@acme.example\n"


def asked(employer: str, role: str) -> str:
    head = f'process acme employer="{employer}" role="{role}" zone=Europe/London country=GB\n'
    return draft(f"{head}{HELD}", "WAIT003").body


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("PhD position: sediment transport", "PhD position"),
        ("Job: Senior Analyst", "Senior Analyst"),
        ("[Req 4411] Data Analyst", "Data Analyst"),
        ("Data Analyst - JR004512", "Data Analyst"),
        ("Erzieher (m/w/d) in Teilzeit", "Erzieher in Teilzeit"),
        ("Koch m/w/d", "Koch"),
        ("Développeuse back-end (H/F)", "Développeuse back-end"),
        ("Referent für Presse (m/w/d), Kennziffer 12/2026", "Referent für Presse"),
        ("Postdoc (2 years, 100%)", "Postdoc"),
        ("Projektleiter:in (w/m/d) 80-100%", "Projektleiter:in"),
        # What only looks like it stays.
        ("Year 4 Teacher", "Year 4 Teacher"),
        ("Engineer II", "Engineer II"),
        ("M/E Engineer", "M/E Engineer"),
        ("ID card officer", "ID card officer"),
        ("Nurse (Band 5)", "Nurse (Band 5)"),
        ("R&D Manager", "R&D Manager"),
        ("12345", "12345"),
    ],
)
def test_a_title_is_said_without_what_only_a_register_needs(title: str, said: str) -> None:
    assert short_role(title) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Corvid Analytics Inc., Inc.", "Corvid Analytics"),
        ("Kestrel Holding GmbH, Inc.", "Kestrel Holding"),
        ("Klinikum Nord gGmbH Heide", "Klinikum Nord Heide"),
        ("Atelier Marée SAS", "Atelier Marée"),
        ("Acme Corp", "Acme Corp"),
        ("Marks & Co", "Marks & Co"),
        ("SE", "SE"),
    ],
)
def test_an_employer_is_said_without_its_legal_forms(name: str, said: str) -> None:
    assert short_employer(name) == said


def test_an_institute_has_its_article_and_a_position_is_no_position_role() -> None:
    assert "about the PhD position at the Institute for Coastal Research." in asked(
        "Institute for Coastal Research", "PhD position: sediment transport"
    )


def test_a_bank_and_a_firm_have_none() -> None:
    assert "the Analyst role at Bank of Northland." in asked("Bank of Northland", "Analyst")


def test_a_title_with_a_preposition_is_the_role_of_somebody() -> None:
    assert "about the role of Executive Assistant to the CEO at Lumen." in asked(
        "Lumen", "Executive Assistant to the CEO"
    )
