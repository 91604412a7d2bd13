"""Who tells of an offer elsewhere does not ask for news, and spends no check-in."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Wrote
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read
from sincerely.reading.statements.other_offer import tells_of_offer
from sincerely.reading.statements.statement import Clock, statements

AT = datetime(2026, 3, 2, tzinfo=UTC)
CLOCK = Clock(at=AT)


@pytest.mark.parametrize(
    "text",
    [
        "I should tell you that I received an offer yesterday and have to answer by Friday.",
        "I am holding another offer until the 27th.",
        "I have an offer from another firm.",
        "I've been offered a job elsewhere.",
        "Mir liegt inzwischen ein Angebot vor, auf das ich bis Freitag antworten muss.",
        "Ich habe ein anderes Angebot bekommen.",
        "Par transparence : j'ai reçu une proposition ailleurs vendredi.",
        "J'ai une offre ailleurs et je dois répondre avant vendredi.",
    ],
)
def test_an_offer_elsewhere_is_told(text: str) -> None:
    assert tells_of_offer(statements(text, CLOCK)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your offer.",
        "I have not received an offer yet.",
        "Is there any news about the offer?",
        "I have received your offer with thanks.",
        "I wanted to ask whether there is any news.",
        "Could you offer another day?",
        "Ich habe Ihr Angebot erhalten.",
        "Je voulais savoir si vous aviez pris une décision.",
        "Avez-vous une autre proposition de date ?",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert tells_of_offer(statements(text, CLOCK)) is None


MAIL = """From: Nora Feld <nora.feld@mail.example>
To: Lee Park <lee.park@fellway.example>
Subject: Re: Buyer
Date: Tue, 10 Mar 2026 09:00:00 +0000
Message-ID: <one@mail.example>
Content-Type: text/plain; charset=utf-8

Hi Lee,

{text}

Nora
"""


def purposes(text: str) -> set[str]:
    links = Links([Header(id="fellway", employer="Fellway", role="Buyer", zone="Europe/London", country="GB")])
    people = frozenset({"lee.park@fellway.example"})
    links.learn("fellway", Clues(people=people, domain="fellway.example", at=AT))
    mail = MAIL.format(text=text).encode()
    reading = read(mail, me=frozenset({"nora.feld@mail.example"}), models=load_models(), links=links, at=AT)
    return {each.event.purpose for each in reading.events if isinstance(each.event, Wrote)}


def test_it_is_no_check_in() -> None:
    assert "check-in" not in purposes(
        "just to be open with you: I received an offer elsewhere on Friday and have to answer by the 27th. Fellway remains very "
        "interesting for me. Do you think that they could decide before?"
    )
    assert purposes(
        "I wanted to ask whether there is any news about my application. Have you been able to decide?"
    ) == {"check-in"}


def test_sentences_of_any_length_are_looked_at_in_time() -> None:
    started = monotonic()
    for text in ("i have just " * 8_000, "ich habe " * 10_000, "a " * 40_000):
        tells_of_offer(statements(text, CLOCK))
    assert monotonic() - started < 5
