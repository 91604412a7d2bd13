"""What a sentence names, and the next one asks for as "them"."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.asked_cases import days, requests

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Event, Promised, Requested
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.statements.them import asks_for_them


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Bitte laden Sie diese bis Montag im Portal hoch.", True),
        ("Schicken Sie sie mir bitte.", True),
        ("Schick sie mir bitte bis Freitag.", True),
        ("Please upload them by Monday.", True),
        ("Could you send it over today?", True),
        ("Merci de les déposer sur le portail.", True),
        ("Pourriez-vous nous les envoyer ?", True),
        ("Bitte laden Sie diese App herunter.", False),
        ("Bitte laden Sie die Datei hoch.", False),
        ("Bitte schicken Sie sie nicht weiter.", False),
        ("Please don't send them by post.", False),
        ("We will send them to you by Monday.", False),
        ("Nous les envoyons demain.", False),
        ("Wenn Sie mögen, schicken Sie sie mir.", False),
    ],
)
def test_a_sentence_asks_for_what_was_named_before(sentence: str, *, asks: bool) -> None:
    assert asks_for_them(sentence) is asks


def test_what_was_named_before_is_asked_for_by_the_day_said_of_it() -> None:
    text = "Your certificates (Reder, Pohl) are not in the file. Please upload them by Monday 9 March."
    assert days(text)["certificate"] == date(2026, 3, 9)


def test_what_was_named_before_is_asked_for_in_french() -> None:
    assert days("Je ne trouve pas vos certificats (Reder, Pohl). Merci de les déposer sur le portail.") == {
        "certificate": None
    }


def test_what_came_is_not_asked_for_again() -> None:
    assert not requests("We have received your certificates. Please let us keep them.", unsure=True)


@pytest.mark.parametrize(
    "text",
    [
        "Ferner bitten wir Sie, eine Kopie Ihres Führerscheins bis zum 9. März hochzuladen.",
        "Nous vous prions, madame, d'envoyer votre permis de conduire d'ici le 9 mars.",
        "We also ask you, please, to send a copy of your driving licence by 9 March.",
    ],
)
def test_a_driving_licence_is_one_paper(text: str) -> None:
    assert [one.who for one in requests(text, unsure=True)] == [("id",)]


def test_a_driving_licence_stands_beside_a_certificate() -> None:
    text = "Please send us your driving licence and your welding certificate."
    assert {one.who for one in requests(text)} == {("id",), ("certificate",)}


GERMAN = """From: Heidrun Pohl <h.pohl@werke-ottertal.example>
To: Ida Berg <ida.berg@mail.example>
Subject: Ihr Gespräch bei den Werken Ottertal
Date: Mon, 02 Mar 2026 10:00:00 +0100
Message-ID: <them@werke-ottertal.example>
Content-Type: text/plain; charset=utf-8

Sehr geehrte Frau Berg,

vielen Dank für das Gespräch heute Vormittag. {text}

Freundliche Grüße
Heidrun Pohl
Werke Ottertal GmbH
"""


def german(text: str) -> list[Event]:
    """Return what a German mail surely says."""
    told = read(
        GERMAN.format(text=text).encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=None,
        models=load_models(),
        links=Links(),
    )
    return [found.event for found in told.events]


def test_in_german_a_bracket_parts_no_clause_and_the_next_sentence_has_the_day() -> None:
    [one] = german(
        "Ihre Zeugnisse (Reder, Pohl) fehlen uns noch. Bitte laden Sie diese bis Montag, 9.3., im Portal hoch."
    )
    assert isinstance(one, Requested)
    assert (one.who, one.by) == (("certificate",), date(2026, 3, 9))


def test_the_readers_day_is_no_promise() -> None:
    text = "Zwei Blätter waren unleserlich. Bitte laden Sie diese bis Montag, 9.3., noch einmal im Portal hoch."
    assert not [one for one in german(text) if isinstance(one, Promised)]


def test_the_houses_own_day_beside_it_is_one() -> None:
    text = "Bitte laden Sie diese bis Montag, 9.3., im Portal hoch. Wir melden uns bis Freitag, 13.3., bei Ihnen."
    [one] = [one for one in german(text) if isinstance(one, Promised)]
    assert one.by == date(2026, 3, 13)
