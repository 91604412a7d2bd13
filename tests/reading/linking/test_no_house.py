"""What stands where an employer's name may and is none: a kind of firm, an amount, a number, a title, a town."""

from __future__ import annotations

import pytest

from sincerely.reading.letters.mime import parse
from sincerely.reading.linking.clean_names import clean
from sincerely.reading.linking.employer import company_of
from sincerely.reading.linking.no_house import (
    is_no_house,
    is_only_a_place,
    is_region,
    is_spelled_by,
    is_where_one_would_work,
)
from sincerely.reading.scoring.insight import Stretch


@pytest.mark.parametrize(
    "name",
    [
        "Logistikunternehmens",
        "eines führenden Herstellers",
        "Eines Familienunternehmens",
        "une société industrielle",
        "Une entreprise familiale",
        "a leading manufacturer",
        "Unser Kunde",
        "CHF 96'000",
        "£41",
        "Vacancy 31/204",
        "Kennziffer 2026-12",
        "Référence n° 4417",
    ],
)
def test_what_kind_of_firm_it_is_or_a_figure_names_no_house(name: str) -> None:
    assert is_no_house(name)


@pytest.mark.parametrize(
    "name",
    [
        "Bauunternehmen Sorvan",
        "Verkehrsbetriebe Lohmen",
        "Une Pierre en Plus",
        "Ein Dach für alle",
        "Our Kerville Bakery",
        "Job 24",
        "Die Gruppe",
        "Kunde",
        "Groupe Valdor",
        "Company Nine",
        "Eurotherm",
        "Position Green",
        "A Place for Us",
    ],
)
def test_a_house_may_be_called_alike(name: str) -> None:
    assert not is_no_house(name)


def test_whom_a_letter_speaks_to_is_no_house() -> None:
    assert clean("Ihnen") == ""


def test_a_region_is_no_client() -> None:
    assert is_region("Region Sorvan", "ein Betrieb in der Region Sorvan")
    assert is_region("Greater Sorvan", "a bakery across Greater Sorvan")
    assert is_region("Raum Sorvan", "unser Mandant, Raum Sorvan")
    assert is_region("Region Sorvan", "")
    assert not is_region("Regional Health", "in Regional Health")
    assert not is_region("Region", "in der Region")


def test_a_client_may_be_called_after_its_region() -> None:
    assert not is_region("Region Sorvan", "unser Mandant, die Region Sorvan, möchte Sie kennenlernen")
    assert not is_region("Greater Sorvan", "Our client, Greater Sorvan, runs trains")
    assert not is_region("Région Sorvan", "un poste à la Région Sorvan")


@pytest.mark.parametrize(
    "text",
    [
        "Re: Boat builder\nWe'd like to see you at our yard in Sorvan.\nJoan\nSorvan",
        "Bewerbung\nals Konstrukteurin in Sorvan.\nWerkstraße 4, A-6850 Sorvan",
        "Menuisière à Sorvan\nvotre candidature au poste de menuisière à Sorvan.",
        "Konstrukteurin, Sorvan\nGrüße aus Sorvan\nMartina",
    ],
)
def test_where_one_is_only_in_it_is_a_place(text: str) -> None:
    assert is_only_a_place("Sorvan", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sorvan", "Thank you for your interest in Sorvan."),
        ("Sorvan", "We are in Sorvan. Sorvan is pleased to invite you."),
        ("Sorvan", "Vielen Dank für Ihre Bewerbung bei der Stadt Sorvan in Sorvan."),
        ("Stadt Sorvan", "Sachbearbeiterin in Stadt Sorvan"),
        ("Sorvan", "Merci de votre candidature à Sorvan"),
        ("Sorvan", "Dee\nSorvan"),
        ("Sorvan", "Dee, Sorvan"),
        ("Sorvan", ""),
        ("Optik Sorvan", "Verkäuferin in Optik Sorvan"),
    ],
)
def test_a_house_that_is_spoken_of_otherwise_is_none(name: str, text: str) -> None:
    assert not is_only_a_place(name, text)


def test_a_domain_spells_a_house_by_a_part_or_by_initials() -> None:
    assert is_spelled_by("sorvan-foods", "Sorvan")
    assert is_spelled_by("brh", "Bell Regional Health")
    assert not is_spelled_by("alpmontan", "Sorvan")


def told(sender: str, text: str, seen: str = "", *, subject: str = "Your application", signature: str = "") -> str:
    letter = parse(f"From: {sender}\nTo: robin@mail.example\nSubject: {subject}\n\n{text}\n".encode())
    return company_of(
        letter, text, signature, "", frozenset({"robin@mail.example"}), [Stretch(1, seen, 0.7, 0)] * bool(seen)
    )


def test_the_town_of_the_job_is_no_better_name_than_the_domains() -> None:
    text = "Danke für Ihre Bewerbung als Konstrukteurin in Sorvan."
    assert told("Ida <ida@alpmontan.example>", text, "Sorvan") == "Alpmontan"
    assert told("Ida <ida@sorvan.example>", text, "Sorvan") == "Sorvan"
    # Free mail has no name of its own.
    assert told("Ida <ida@gmail.com>", text, "Sorvan") == "Sorvan"


def test_an_agencys_client_is_neither_a_title_nor_a_region() -> None:
    sender = "Nina Falk <nina@northbridge-search.example>"
    text = "The client would like to invite you to an interview with Associate Director on Monday."
    assert told(sender, text, signature="Nina Falk\nAssociate Director\nNorthbridge Search") == ""
    assert told(sender, "My client wrote.", subject="Projektleiter Medtech, Region Sorvan") == ""
    assert told("Ida <ida@alpmontan.example>", "Danke.", "Region Sorvan") == "Region Sorvan"


@pytest.mark.parametrize(
    ("name", "text", "region"),
    [
        ("Nordheide", "Bewerbung als Monteurin Nordheide\nauf die Stelle im Außendienst für Nordheide.", True),
        (
            "Außendienst Nordheide",
            "Bewerbung Außendienst Nordheide\nauf die Stelle im Außendienst für Nordheide.",
            True,
        ),
        ("Kent", "Application\nthe post of Service Technician for Kent.", True),
        ("Loire", "Candidature\nau poste de technicienne pour la Loire.", True),
        ("Tallgrass", "Application\nI want to work for Tallgrass.", False),
        ("Reder", "Bewerbung für Reder\nich möchte gern für Reder arbeiten, denn Reder baut gut.", False),
        ("Tallgrass", "Application to Tallgrass, please\nthe post of technician for Tallgrass.", False),
        ("Gemeinde Nordheide", "Bewerbung\nals Bauleiterin für die Gemeinde Nordheide.", False),
        ("Loire", "Candidature\nje souhaite travailler pour Loire.", False),
        ("Nordheide", "Bewerbung\nals Monteurin für den Raum Nordheide.", True),
        ("Reder", "Bewerbung\nIch habe mich für Reder entschieden.", False),
        ("Reder", "Bewerbung\nMeine Begeisterung für Reder ist groß.", False),
        ("Tallgrass", "Application\nI would be a great fit for Tallgrass.", False),
        ("Tallgrass", "Application\nThank you for considering me for Tallgrass.", False),
        ("Valdor", "Candidature\nMa motivation pour Valdor est grande.", False),
    ],
)
def test_a_region_for_which_somebody_is_looked_for_is_no_house(name: str, text: str, *, region: bool) -> None:
    assert is_where_one_would_work(name, text) is region
