"""A six on a clock of twenty-four hours: the morning's by itself, and the evening's where a stretch or a day's work ends."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import datetime

import pytest

from sincerely.reading.hours.foreign_dates import in_english
from sincerely.times import find

AT = datetime(2026, 3, 4, 12)


def shown(text: str, language: str) -> list[str]:
    found = find(in_english(text, language), AT, {"de": "DE", "fr": "FR"}[language])
    return [f"{m.start:%H:%M}-{m.end:%H:%M}" if m.start and m.end else f"{m.start or m.end:%H:%M}" for m in found]


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("de", "am Montag zwischen 3 und 6 Uhr", ["15:00-18:00"]),
        ("fr", "lundi entre 4 h et 6 h", ["16:00-18:00"]),
        ("de", "Montag, 2–6 Uhr", ["14:00-18:00"]),
        ("de", "Montag, 3 - 6 Uhr", ["15:00-18:00"]),
        ("de", "Montag, von 4 Uhr - 6 Uhr", ["16:00-18:00"]),
        ("de", "Montag, 13–6 Uhr", ["13:00-18:00"]),
        ("de", "Montag, von 3 bis ca. 6 Uhr", ["15:00-18:00"]),
        ("fr", "lundi de 4 à 6 h", ["16:00-18:00"]),
        ("fr", "lundi de 3 h 30 à 6 h 30", ["15:30-18:30"]),
        ("fr", "lundi de 15h30 à 6h30", ["15:30-18:30"]),
    ],
)
def test_a_stretch_that_ends_at_six_is_the_afternoons(language: str, text: str, hours: list[str]) -> None:
    assert shown(text, language) == hours


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("de", "am Montag um 4 oder 6 Uhr", "18:00"),
        ("fr", "lundi à 4 h ou 6 h", "18:00"),
        ("de", "bis spätestens 6 Uhr am Montag", "18:00"),
        ("de", "bis Montag, 6 Uhr", "18:00"),
        ("fr", "avant lundi 6 h", "18:00"),
        ("de", "Wir treffen uns am Montag um 6 Uhr. Danach gehen wir zum Abendessen.", "18:00"),
        ("de", "am Freitag um 6 Uhr zum Abendessen", "18:00"),
        ("de", "Feierabendrunde am Freitag um 6 Uhr", "18:00"),
        ("de", "Nachmittagskaffee am Freitag um 5.30 Uhr", "17:30"),
        ("fr", "lundi en fin de journée, vers 6 h", "18:00"),
        ("fr", "Le dîner est vendredi à 6 h", "18:00"),
        ("de", "am Montag um 6 Uhr", "06:00"),
        ("de", "Guten Abend, wir beginnen am Montag um 6 Uhr.", "06:00"),
        ("fr", "lundi à 6 h", "06:00"),
    ],
)
def test_when_six_is_in_the_evening(language: str, text: str, hour: str) -> None:
    [*_, last] = shown(text, language)
    assert last.startswith(hour) or last.endswith(hour)
