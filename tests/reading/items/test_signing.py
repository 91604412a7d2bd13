"""What is no test and no question for money: a contract to sign, referees who are asked, a program that pays wages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.reading.asked_cases import requests

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 10, 20, 9, tzinfo=UTC)


def reading(text: str, *, accepted: bool = True) -> Reading:
    """Read a mail from a house whose offer was accepted, or where none is known."""
    links = Links([Header(id="larkhill", employer="Larkhill", role="Clerk", zone="Europe/London", country="GB")])
    people = frozenset({"dana@larkhill.example"})
    links.learn("larkhill", Clues(message_id="1@larkhill.example", people=people, domain="larkhill.example", at=AT))
    links.learn("larkhill", Clues(people=people, accepted=accepted, at=AT))
    data = (
        "From: Dana Lee <dana@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Re: Larkhill\n"
        "Date: Tue, 27 Oct 2026 10:00:00 +0000\nMessage-ID: <2@larkhill.example>\nIn-Reply-To: <1@larkhill.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\nDana\n"
    )
    home = ("GB", "Europe/London")
    return read(data.encode(), me=ME, at=None, models=load_models(), links=links, home=home)


def told(found: Reading) -> dict[str, object]:
    """Return what is told, with its day: things by their names, else what happened."""
    every = [one.event for one in (*found.events, *found.questions)]
    return {
        event.who[0] if event.verb == "requested" else event.verb: getattr(event, "by", None)
        for event in every
        if event.verb in {"requested", "assessed", "offered"}
    }


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Splendid! Your contract is attached, if you could sign and let me have it back by 6/11.", date(2026, 11, 6)),
        ("Attached is your contract. Please sign it and return it by Friday.", date(2026, 10, 30)),
        (
            "Guten Tag,\n\nanbei der Arbeitsvertrag. Bitte unterschreiben Sie ihn und schicken Sie ihn bis Freitag zurück.",
            date(2026, 10, 30),
        ),
        (
            "Bonjour,\n\nVous trouverez ci-joint votre contrat. Merci de le signer et de nous le renvoyer d'ici vendredi.",
            date(2026, 10, 30),
        ),
    ],
)
def test_a_contract_that_is_to_come_back_signed_is_a_paper_asked_for(text: str, by: date) -> None:
    assert told(reading(text)) == {"form": by}


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for signing the contract and sending it back!",
        "We will sign the contract and send it to you on Friday.",
        "We have received the signed contract you sent.",
    ],
)
def test_a_contract_that_is_signed_is_asked_for_no_more(text: str) -> None:
    assert told(reading(text)) == {}


def test_before_it_is_accepted_a_contract_is_the_offer() -> None:
    assert "form" not in told(
        reading("Attached is your contract. Please sign it and return it by Friday.", accepted=False)
    )


@pytest.mark.parametrize(
    ("text", "tested"),
    [
        (
            "We'd like to get your references under way, so you'll have a link from Checkwell, our screening people.",
            False,
        ),
        ("You will get a link to a short online test from Testwell. Please complete it by Monday.", True),
    ],
)
def test_a_house_that_asks_referees_sets_no_test(text: str, *, tested: bool) -> None:
    assert ("assessed" in told(reading(text, accepted=False))) is tested


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Oh and could you drop me two or three lines on which payroll systems you've run before you two speak?",
            False,
        ),
        ("Could you tell me what you are looking for in terms of salary?", True),
        ("And what do you earn at the moment?", True),
        ("Bitte teilen Sie uns Ihre Gehaltsvorstellung mit.", True),
    ],
)
def test_who_is_asked_what_they_want_to_earn_is_asked_of_money(text: str, *, asked: bool) -> None:
    assert ("salary" in {item for one in requests(text, unsure=True) for item in one.who}) is asked
