"""Whose mail it is where it names no employer, and names made whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.letters.mime import parse
from sincerely.reading.linking.whole_names import as_shown, begins_with_head, with_form
from sincerely.reading.linking.writers_house import house_of
from sincerely.reading.reader import Reading, read

MAIL = "From: {sender}\nTo: Robin Ashdown <robin@mail.example>\nSubject: {subject}\nDate: Tue, 03 Mar 2026 10:00:00 -0500\n\n{text}\n"


def reading(sender: str, subject: str, text: str) -> Reading:
    data = MAIL.format(sender=sender, subject=subject, text=text).encode()
    at = datetime(2026, 3, 3, 15, tzinfo=UTC)
    return read(data, me=frozenset({"robin@mail.example"}), at=at, models=load_models())


@pytest.mark.parametrize(
    ("sender", "house"),
    [
        ("Brackwell Motors Careers <brackwell@myworkday.com>", "Brackwell Motors"),
        ("Tarn & Fell Candidate Experience <survey@tarnfell.example>", "Tarn & Fell"),
        ("Checkwell on behalf of Brackwell Motors <no-reply@checkwell.example>", ""),
        ("Dana Lee <dana.lee@brackwell.example>", ""),
        ("<hello@brackwell.example>", ""),
    ],
)
def test_a_desk_or_a_program_shows_its_house_and_a_person_does_not(sender: str, house: str) -> None:
    letter = parse(MAIL.format(sender=sender, subject="Verify your account", text="Your code is 4711.").encode())
    assert house_of(letter) == house


def test_an_agency_is_named_where_the_client_is_not_and_is_never_the_employer() -> None:
    found = reading(
        "Imogen Hale <imogen@halesearch.example>",
        "Head of Finance",
        "Hi Robin,\n\nI came across your profile and would like to tell you about a Head of Finance role with my client, "
        "a manufacturer in Leeds. Are you open to a short call?\n\nImogen Hale\nHale Search",
    )
    assert (found.via, found.company, found.house) == ("agency", "", "Hale Search")


def test_what_a_checker_writes_in_an_employers_name_is_the_employers() -> None:
    found = reading(
        "Checkwell on behalf of Brackwell Motors <no-reply@checkwell.example>",
        "Action required: your references",
        "Dear Robin,\n\nPlease enter the names of two references by Friday.\n\nThe Checkwell team",
    )
    assert found.company == "Brackwell Motors"


def test_a_name_cut_in_its_legal_form_is_made_whole() -> None:
    assert with_form("Gerlach GmbH & Co", "Bernd Oster\nGerlach GmbH & Co. KG") == "Gerlach GmbH & Co. KG"
    assert with_form("Zuyder Energie B", "Recruiter, Zuyder Energie B.V.") == "Zuyder Energie B.V."
    assert with_form("Larch B", "in Larch B we meet.") == "Larch B"
    assert with_form("Gerlach", "Gerlach KG") == "Gerlach"


def test_what_an_office_is_for_begins_with_the_office() -> None:
    text = "Amt für Wald Seeland"
    assert text[begins_with_head(text, 4) :] == text
    assert begins_with_head("wir sind für Wald", 9) == 9
    assert begins_with_head("Amt Seeland", 4) == 4


def test_a_desks_name_behind_the_firms_is_none_of_it() -> None:
    assert as_shown("Acme Bank Campus", "Acme Bank") == "Acme Bank"
    assert as_shown("Acme Bank Trust", "Acme Bank") == "Acme Bank Trust"
    assert as_shown("Acme Bank", "") == "Acme Bank"


@pytest.mark.parametrize(
    ("sign_off", "company"),
    [
        ("Mit freundlichen Grüßen\nPersonalabteilung\nKlinikum Marnheim", "Klinikum Marnheim"),
        ("Sportliche Grüße\nTimo", "Adlerhorst Sport"),
    ],
)
def test_a_greeting_or_a_desk_is_no_employer(sign_off: str, company: str) -> None:
    domain = "klinikum-marnheim" if "Klinikum" in sign_off else "adlerhorst-sport"
    found = reading(
        f"Timo Gross <t.gross@{domain}.example>",
        "Kleine Änderung",
        f"Hallo Robin,\n\nkönnten wir unser Gespräch am Mittwoch auf 18:30 Uhr verschieben?\n\n{sign_off}",
    )
    assert found.company == company
