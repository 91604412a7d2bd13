"""Employers' names that hold a desk's word, an article, a legal form or nothing but that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.mime import parse
from sincerely.reading.linking.clean_names import clean
from sincerely.reading.linking.house_names import bare
from sincerely.reading.linking.whole_names import as_shown, with_article, with_form
from sincerely.reading.linking.writers_house import house_of
from sincerely.reading.reader import Reading, read


def letter(sender: str, text: str) -> Letter:
    head = f"From: {sender}\nTo: Robin Ashdown <robin@mail.example>\nSubject: Interview\nDate: Tue, 03 Mar 2026 10:00:00 +0100"
    return parse(f"{head}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n".encode())


def reading(sender: str, text: str) -> Reading:
    at = datetime(2026, 3, 3, 15, tzinfo=UTC)
    return read(letter(sender, text), me=frozenset({"robin@mail.example"}), at=at, models=load_models())


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Brackwell Recruiting <careers@brackwellservices.example>", "Brackwell Services"),
        ("Brackwell HR <hr@brackwell.example>", "Brackwell Services"),
        ("Acme <jobs@acme.example>", "Acme Global"),
    ],
)
def test_a_name_that_ends_like_a_desks_is_kept_where_one_can_work_there(sender: str, company: str) -> None:
    text = (
        f"Hi Robin,\n\nwe invite you to an interview for the Accountant role at {company} on Friday, 13 March at 2 pm."
    )
    assert reading(sender, f"{text}\n\nJo Hart\n{company}").company == company


def test_a_desks_name_is_no_place_to_work() -> None:
    assert (
        as_shown("Acme Bank Campus", "Acme Bank", "acmebank", "We at Acme Bank Campus Recruiting thank you.")
        == "Acme Bank"
    )
    assert as_shown("Acme Services", "Acme", "acme-services") == "Acme Services"


@pytest.mark.parametrize(
    ("address", "company"),
    [
        ("claire.morel@labanquesorvan.example", "La Banque Sorvan"),
        ("claire.morel@sorvan.example", "Le Foyer"),
    ],
)
def test_a_french_article_that_is_written_large_belongs_to_the_name(address: str, company: str) -> None:
    text = f"Bonjour Robin,\n\nNous avons bien reçu votre candidature au poste de comptable chez {company}.\n\nCordialement,\nClaire Morel"
    assert reading(f"Claire Morel <{address}>", text).company == company


def test_an_article_of_the_sentence_does_not() -> None:
    assert with_article("Mairie de Sorvan", "mairie-sorvan", "La Mairie de Sorvan vous remercie.") == "Mairie de Sorvan"
    assert with_article("Groupe Dune", "dune", "au sein de la Groupe Dune") == "Groupe Dune"
    assert with_article("Dune", "dune", "chez La Dune") == "Dune"


@pytest.mark.parametrize("name", ["Ltd", "Group Inc.", "GmbH", "Alerts", "für Sorvan"])
def test_a_legal_form_or_what_something_is_for_is_no_name(name: str) -> None:
    assert clean(name) == ""


def test_a_society_has_its_legal_form_whole() -> None:
    assert with_form("Verein Larch e", "beim Verein Larch e.V. in Sorvan") == "Verein Larch e.V."
    assert with_form("Larch GmbH & Co", "Larch GmbH & Co. KGaA") == "Larch GmbH & Co. KGaA"
    assert with_form("Larch e", "Larch et Cie") == "Larch e"


def test_only_what_leads_a_house_is_a_desk_and_an_agency_may_be_called_rh() -> None:
    assert bare("Schulleitung Gymnasium Sorvan") == "Gymnasium Sorvan"
    assert bare("Projektleitung Nord") == "Projektleitung Nord"
    assert bare("Dune RH") == "Dune RH"
    assert bare("Dune - RH") == "Dune"
    assert bare("RH Dune") == "Dune"


def test_a_desk_that_neither_the_domain_nor_the_mail_names_is_no_house() -> None:
    assert house_of(letter("Customer Care Desk <care@larkspur.example>", "We solved your ticket 4711.")) == ""
    assert house_of(letter("LinkedIn Job Alerts <jobalerts-noreply@linkedin.com>", "12 new jobs")) == ""
