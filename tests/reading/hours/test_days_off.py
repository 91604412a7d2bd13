"""Days off that German and French tell by no name: the season says which are meant."""

from __future__ import annotations

from datetime import datetime

import pytest

from sincerely.reading.hours.foreign_dates import in_english
from sincerely.times.find import find


@pytest.mark.parametrize(
    ("language", "text", "at", "wanted"),
    [
        ("de", "Wir melden uns nach den Feiertagen.", "2026-12-10", "2027-01-02 –"),
        ("de", "Vor den Feiertagen wird es nichts mehr.", "2026-03-26", "– 2026-04-03"),
        ("de", "Wir sprechen nach dem Feiertag.", "2026-09-28", "2026-10-04 –"),
        ("de", "Wir sprechen nach dem Feiertag.", "2026-07-28", ""),
        ("de", "Unsere Schichten an Feiertagen stehen im Vertrag.", "2026-12-10", ""),
        ("fr", "Nous reviendrons vers vous après les fêtes.", "2026-12-10", "2027-01-02 –"),
        ("fr", "Réponse avant les fêtes de fin d'année.", "2026-12-10", "– 2026-12-24"),
        ("fr", "Nous reviendrons vers vous après les fêtes.", "2026-07-10", ""),
        ("fr", "On en reparle après le pont de l’Ascension.", "2026-05-06", "2026-05-18 –"),
        ("fr", "On en reparle après le pont du 8 mai.", "2026-05-04", "2026-05-09 –"),
        ("fr", "On en reparle après le 11.", "2026-11-06", "2026-11-12 –"),
        ("fr", "Tournez à gauche après le pont.", "2026-05-06", ""),
    ],
)
def test_days_off_that_are_told_by_no_name(language: str, text: str, at: str, wanted: str) -> None:
    found = find(in_english(text, language), datetime.fromisoformat(f"{at}T18:00"), language.upper())
    told = [" ".join("–" if side is None else f"{side:%Y-%m-%d}" for side in (one.start, one.end)) for one in found]
    assert " ".join(told) == wanted
