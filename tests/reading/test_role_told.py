"""Titles that German and French mails tell in so many words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models import load_models
from sincerely.reading.reader import read
from sincerely.reading.role_told import role_told


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Seilbahnwart", "Seilbahnwart"),
        ("AW: Bewerbung Seilbahnwart (zweiter Versuch)", "Seilbahnwart"),
        ("annonce relieuse", "relieuse"),
        ("bursar: Tuesday", "bursar"),
        ("ta relecture", ""),
        ("Seilbahn", ""),
        ("Der neue Seilbahnwart und unser Sommerfest", ""),
        ("!!! bursar", ""),
    ],
)
def test_a_subject_can_be_a_title_and_nothing_else(subject: str, title: str) -> None:
    assert role_told(subject, "Bis dann.") == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wir suchen eine Lagerleiterin, wie Sie wissen.", "Lagerleiterin"),
        ("Gesucht wird ein Seilbahnwart.", "Seilbahnwart"),
        ("Ihre Ernennung zur Lagerleiterin ist vorgesehen.", "Lagerleiterin"),
        ("Bergbahnen Talbach, Bewerbung Seilbahnwart", "Seilbahnwart"),
        ("Was: Gespräch Elektroniker Anlagentechnik", "Elektroniker Anlagentechnik"),
        ("Als Seilbahnwart brauchst du Schwindelfreiheit.", "Seilbahnwart"),
        ("La place de relieuse est à vous.", "relieuse"),
        ("Nous avons besoin d'une gardienne de refuge, vite.", "gardienne de refuge"),
        ("Die Lagerleiterin führt das Gespräch.", ""),
        ("Wir suchen eine Lösung.", ""),
        ("Ihre Bewerbung vom Montag liegt der Geschäftsleitung vor.", ""),
        ("La place de parking est à vous.", ""),
        ("Notre relieuse vous attend.", ""),
    ],
)
def test_a_text_tells_a_title_behind_words_that_announce_one(text: str, title: str) -> None:
    assert role_told("Neues", text) == title


@pytest.mark.parametrize(
    "piece", ["Stelle ", "suchen eine ", "Bewerbung als A", "besoin d'une a", "place de la ", "a" * 30]
)
def test_a_long_text_that_tells_none_is_gone_through_once(piece: str) -> None:
    assert role_told("x", piece * 3000) == ""


def test_where_nothing_else_is_seen_what_is_told_is_the_opening() -> None:
    mail = """From: Bergbahnen Talbach <personal@bergbahnen-talbach.example>
To: Robin Ashdown <robin@mail.example>
Subject: Ihr Gespräch am Montag
Date: Tue, 03 Mar 2026 10:00:00 +0100
Content-Type: text/plain; charset=utf-8

Guten Tag Herr Ashdown,

leider müssen wir das Vorstellungsgespräch am Montag, 9. März 2026, um 10 Uhr absagen, die Leitung ist krank.

Bergbahnen Talbach, Besetzung Seilbahnwart
"""
    told = read(
        mail.encode(), me=frozenset({"robin@mail.example"}), at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models()
    )
    assert told.role == "Seilbahnwart"
