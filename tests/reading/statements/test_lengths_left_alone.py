"""German and French words for how long something takes or lasts, where no answer is due and nothing begins."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import datetime

import pytest

from sincerely.reading.hours.foreign_dates import in_english
from sincerely.times import find

AT = datetime(2026, 3, 4, 12)
COUNTRY = {"de": "DE", "fr": "FR"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wir bieten Ihnen die Stelle an. Sie haben sechs Monate, um sich einzuarbeiten."),
        ("de", "Du hast zwei Tage, an denen du im Büro bist."),
        ("de", "Sie haben 30 Tage für Urlaub."),
        ("de", "Falls Sie haben drei Tage, kommen Sie."),
        ("de", "Lassen Sie sich eine Woche Zeit."),
        ("de", "Wir sind zu drei Viertel elf Personen."),
        ("fr", "Vous avez 25 jours ouvrés."),
        ("fr", "Vous avez six mois pour faire vos preuves."),
        ("fr", "Si vous avez deux jours, venez."),
        ("fr", "Si vous avez deux jours."),
    ],
)
def test_a_length_of_something_else_is_no_deadline(language: str, text: str) -> None:
    assert find(in_english(text, language), AT, COUNTRY[language]) == []


def test_three_days_in_the_office_are_no_deadline() -> None:
    text = in_english("Sie haben drei Tage, Montag bis Mittwoch, im Büro.", "de")
    assert [mention for mention in find(text, AT, "DE") if mention.start is None] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie haben fünf Tage Zeit."),
        ("de", "Sie haben fünf Tage, um uns zu antworten."),
        ("fr", "Vous avez cinq jours pour nous répondre."),
        ("fr", "Vous avez cinq jours ouvrés."),
    ],
)
def test_so_long_there_is_to_answer(language: str, text: str) -> None:
    [mention] = find(in_english(text, language), AT, COUNTRY[language])
    assert mention.start is None


@pytest.mark.parametrize(
    "text",
    [
        "mardi 10 mars, 2 heures avec Ida Holm",
        "Comptez demain 2 heures pour l'exercice.",
        "mardi 5 heures par semaine",
        "Mardi, 3 heures suffiront.",
        "Mardi, 8 heures suffiront.",
        "Mardi, 8 heures avec Ida Holm",
        "lundi, 35 heures par semaine",
    ],
)
def test_so_many_hours_are_no_hour_of_the_clock(text: str) -> None:
    said = in_english(text, "fr")
    assert [m.quote for m in find(said, AT, "FR") if m.start and m.grain in {"minute", "hour"} and ":" in m.quote] == []


def test_a_day_and_an_hour_are() -> None:
    [mention] = find(in_english("mercredi 11 mars, 10 heures", "fr"), AT, "FR")
    assert mention.start == datetime(2026, 3, 11, 10)


def test_three_quarters_of_two_weeks_are_no_hour() -> None:
    assert "1:45" not in in_english("Das dauert drei Viertel zwei Wochen, dann geht es weiter.", "de")


def test_three_quarters_of_an_hour_are_told_on_the_clock() -> None:
    [mention] = find(in_english("Freitag, drei viertel zehn Uhr", "de"), AT, "DE")
    assert mention.start == datetime(2026, 3, 6, 9, 45)
