"""Titles that German and French mails tell in so many words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.linking.role_told import role_told
from sincerely.reading.reader import read


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
    assert role_told(subject, "Wir sehen uns dann am Montag.") == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wir suchen eine Lagerleiterin, wie Sie wissen.", "Lagerleiterin"),
        ("Gesucht wird ein Seilbahnwart.", "Seilbahnwart"),
        ("Ihre Bewerbung als Product Owner ist da.", "Product Owner"),
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


GERMAN, FRENCH, ENGLISH = (
    "Wir sehen uns dann am Montag.",
    "Nous vous attendons lundi avec plaisir.",
    "We will see you on Monday.",
)
NAMES = (
    *(
        "Kristin",
        "Florentin",
        "Corentin",
        "Valentin",
        "Severin",
        "Dr Hoffmann",
        "Herr Bergmann",
        "Gespräch Frau Weber",
        "Gespräch mit Schumacher",
    ),
    *("Termin mit Kaufmann", "Call with Stewart", "Team Disponenten"),
)
NOTHING = (
    *(
        "Termin näher",
        "Gegenwart",
        "Begleiter",
        "Vertrauensarzt",
        "Termin beim Betriebsarzt",
        "Zusage Sekretärin",
        "Halbleiter",
        "Employment contract",
        "Server test",
        "Product exercise",
    ),
    *("Hausarzt", "Wasserleitung", "Termin vom Disponenten"),
)
FRENCH_NOTHING = (
    *("Entretien avec Fabienne", "Patrice", "Entretien complémentaire", "Suite préliminaire", "Demande supplémentaire"),
    *(
        "Réunion plénière",
        "Visite sanitaire",
        "Semaine particulière",
        "Matinée régulière",
        "Heureuse nouvelle",
        "Dialogue",
    ),
    *("Catalogue", "Semaine entière", "Ancienne adresse", "Visite quotidienne", "Réponse nombreuse", "M. Facteur"),
)
ENGLISH_NOTHING = (
    *("Employment contract", "the position", "your internship", "Chat with product", "Server test", "Owner visit"),
    *("panel with partner", "doctor appointment", "driver check", "former colleague", "Mandarin test"),
)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        *((subject, GERMAN) for subject in (*NAMES, *NOTHING)),
        *((subject, FRENCH) for subject in FRENCH_NOTHING),
        *((subject, ENGLISH) for subject in ENGLISH_NOTHING),
    ],
)
def test_a_subject_that_names_somebody_or_something_else_is_no_title(subject: str, text: str) -> None:
    assert role_told(subject, text) == ""


@pytest.mark.parametrize("subject", ["Neil Kaufmann", "Gespräch Leiter", "Entretien Leiter"])
def test_a_title_has_no_word_of_a_persons_name(subject: str) -> None:
    assert role_told(subject, GERMAN, ["Anna Leiter", "Neil Kaufmann"]) == ""


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Bankkaufmann", GERMAN),
        ("Uhrmacherin", GERMAN),
        ("Hauswart", GERMAN),
        ("Orgelbauer", GERMAN),
        ("secrétaire", FRENCH),
        ("Vétérinaire", FRENCH),
        ("esthéticienne", FRENCH),
        ("traductrice", FRENCH),
        ("infirmière", FRENCH),
        ("vendeuse", FRENCH),
    ],
)
def test_trades_that_end_like_names_and_adjectives_are_titles(subject: str, text: str) -> None:
    assert role_told(subject, text) == subject


@pytest.mark.parametrize(
    "text",
    [
        "Im Gespräch der Geschäftsführer und ich.",
        "Als Gesprächspartnerin werden Sie Frau Kern treffen.",
        "Gespräch Teilnehmerin ist auch Frau Kern.",
        "Das Gespräch Hoffmann findet statt.",
        "Ihre Bewerbung Frau Bergmann ist da.",
        "La candidature de Fabienne Morel est arrivée.",
    ],
)
def test_whom_one_is_to_talk_with_is_no_title(text: str) -> None:
    assert role_told("Neues", text) == ""


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


@pytest.mark.parametrize(
    "sentence",
    [
        "You will meet our Head of Data, Anna Berg.",
        "Your interviewer is Anna Berg, Lead Designer.",
        "You will meet the team leader and the shop steward.",
        "The Director of Nursing will join us.",
    ],
)
def test_what_those_are_whom_one_is_to_meet_is_not_the_opening(sentence: str) -> None:
    mail = f"""From: Dee Fox <dee.fox@saguaro.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview
Date: Tue, 03 Mar 2026 10:00:00 +0100

Dear Robin,

your interview is on Monday, 9 March 2026, at 10 am in our office. {sentence}

Dee Fox
Saguaro
"""
    told = read(
        mail.encode(), me=frozenset({"robin@mail.example"}), at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models()
    )
    assert told.role == ""
