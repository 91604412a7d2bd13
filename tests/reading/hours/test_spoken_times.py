"""Times in a text alone: its language is told by its words, and what is found is given in its own words."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest

from sincerely.reading.hours.spoken_times import language_by_words, spoken_times
from sincerely.times import find

AT = datetime(2026, 6, 10, 10)  # noqa: DTZ001 - a wall time, as it is asked; a Wednesday


def _read(text: str, country: str) -> list[tuple[str, str, str]]:
    """Return what is found: the words, from when, until when."""
    found = spoken_times(text, AT, country)
    assert all(text[one.begin : one.stop] == one.quote for one in found)
    assert all(one.stop <= other.begin for one, other in pairwise(found))
    return [
        (one.quote, f"{one.start:%m-%d %H}" if one.start else "-", f"{one.end:%m-%d %H}" if one.end else "-")
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "country", "times"),
    [
        ("bis Ende nächster Woche", "DE", [("bis Ende nächster Woche", "-", "06-22 00")]),
        ("bis Ende nächster Woche", "US", [("bis Ende nächster Woche", "-", "06-22 00")]),
        ("Sie hören bis Freitag von uns.", "DE", [("bis Freitag", "-", "06-13 00")]),
        ("in 14 Tagen", "AT", [("in 14 Tagen", "06-24 00", "06-25 00")]),
        ("Binnen zwei Wochen melden wir uns.", "DE", [("Binnen zwei Wochen", "-", "06-25 00")]),
        ("Letzte Woche war ich bei Ihnen.", "DE", [("Letzte Woche", "06-01 00", "06-08 00")]),
        ("In der letzten Woche des Monats ist Inventur.", "DE", []),
        ("Von 2015 bis 2019 war ich in Köln.", "DE", [("Von 2015 bis 2019", "01-01 00", "01-01 00")]),
        (
            "Ginge es Montag oder Dienstag um 9 Uhr?",
            "DE",
            [("Montag", "06-15 00", "06-16 00"), ("Dienstag um 9 Uhr", "06-16 09", "06-16 09")],
        ),
        ("Frau Mai begleitet Sie.", "DE", []),
        ("d’ici la fin de la semaine prochaine", "FR", [("d’ici la fin de la semaine prochaine", "-", "06-22 00")]),
        ("Il y a deux semaines, j'ai postulé.", "FR", [("Il y a deux semaines", "05-27 00", "05-28 00")]),
        ("Jeudi entre 14h et 16h ?", "FR", [("Jeudi entre 14h et 16h", "06-11 14", "06-11 16")]),
        ("La semaine dernière, j'étais chez vous.", "FR", [("La semaine dernière", "06-01 00", "06-08 00")]),
    ],
)
def test_times_in_their_own_words(text: str, country: str, times: list[tuple[str, str, str]]) -> None:
    assert _read(text, country) == times


def test_a_mail_of_several_lines() -> None:
    text = "Hallo Dana,\n\nbis Freitag schicke ich alles.\nAm Montag, 15. Juni\num 14 Uhr passt es mir."
    assert _read(text, "DE") == [
        ("bis Freitag", "-", "06-13 00"),
        ("Am Montag, 15. Juni\num 14 Uhr", "06-15 14", "06-15 14"),
    ]


@pytest.mark.parametrize("country", ["US", "DE", "FR", "CH"])
@pytest.mark.parametrize(
    "text",
    [
        "by Friday",
        "We will get back to you by the end of next week.",
        "Send it to Mr. Freitag by Monday",
        "Die Hard on Friday",
        "Mai Nguyen will call on 3 July",
        "Morgan Stanley offers on Friday",
        "the ICI plant, Mars Inc., in 14 days",
    ],
)
def test_english_stays_english(text: str, country: str) -> None:
    assert language_by_words(text, country) == "en"
    assert spoken_times(text, AT, country) == find(text, AT, country)


def test_a_loan_is_no_language() -> None:
    assert language_by_words("mardi gras") == "en"
    assert language_by_words("Café Demain at 5pm") == "en"
