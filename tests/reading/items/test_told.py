"""What the candidate tells in a sentence to who asked for it is handed in by that."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

import pytest
from tests.reading.items.test_as_asked import handed_in

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Submitted
from sincerely.reading.items import told as items_told
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.statements.statement import Clock, statements

CLOCK = Clock(at=datetime(2026, 3, 2, tzinfo=UTC))
MAIL = """From: Ida Berg <ida.berg@mail.example>
To: Dana Holt <dana.holt@brightforge.example>
Subject: Re: Your application for Data Analyst at Brightforge
Date: Mon, 02 Mar 2026 10:00:00 +0000
Message-ID: <told@mail.example>
Content-Type: text/plain; charset=utf-8

Dear Dana,

{text}

Best regards,
Ida

On Fri, 27 Feb 2026 at 09:00, Dana Holt <dana.holt@brightforge.example> wrote:

> Dear Ida,
>
> Could you tell me your notice period and your salary expectation?
>
> Dana
"""


def told(text: str) -> set[str]:
    return {item for each in statements(text, CLOCK) for item in items_told.told(each)}


@pytest.mark.parametrize(
    "text",
    [
        "Donnerstag um 16 Uhr passt mir gut. Mein Lohnwunsch liegt bei 71'000 CHF und meine Kündigungsfrist beträgt drei Monate.",
        "Vielen Dank, Dienstag um 10 Uhr passt mir gut. Meine Kündigungsfrist beträgt sechs Wochen.",
        "Tuesday at 10 works well for me, thank you. My notice is four weeks.",
    ],
)
def test_a_notice_period_that_is_told_is_handed_in_and_nobody_is_asked_about_it(text: str) -> None:
    reading = read(
        MAIL.format(text=text).encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=datetime(2026, 3, 2, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    sure = {one.event.who[0] for one in reading.events if isinstance(one.event, Submitted)}
    assert "start-date" in sure
    assert not [one for one in reading.questions if isinstance(one.event, Submitted)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Meine Kündigungsfrist beträgt 3 Monate, die Gehaltsvorstellung liegt bei 71'000 CHF.",
            {"start-date", "salary"},
        ),
        ("Meine Kündigungsfrist beträgt sechs Wochen zum Monatsende.", {"start-date"}),
        ("My notice is four weeks.", {"start-date"}),
        ("I have a three-month notice period.", {"start-date"}),
        ("I've to give two weeks' notice.", {"start-date"}),
        ("I could start on 1 May.", {"start-date"}),
        ("Ich könnte am 1. Mai anfangen.", {"start-date"}),
        ("Mon préavis est de deux mois.", {"start-date"}),
        ("My salary expectation is around 64,000 a year.", {"salary"}),
    ],
)
def test_what_is_told_in_words_is_handed_in(text: str, items: set[str]) -> None:
    assert told(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "I will check my notice period and tell you tomorrow.",
        "Is a notice period of four weeks a problem for you?",
        "My last notice period was three months.",
        "Meine Kündigungsfrist kläre ich noch.",
        "I could start with the test on Monday.",
        "I could start the exercise on Monday.",
        "Could I start on 1 May?",
        "The notice on your door says four weeks.",
        "I am not sure yet what salary I expect.",
        "The salary you named, 64,000, is too low.",
        "Your rate was 400 EUR, and I expect your answer.",
        "Die Kündigungsfrist in Ihrem Vertrag beträgt vier Wochen.",
        "I can start at 9 on Monday, if that suits the panel.",
        "I could start by walking you through the plan on Monday.",
        "Meine Gehaltsvorstellung teile ich Ihnen am Montag mit.",
        "I have three months of notice left on my lease.",
        "I need a day's notice for the interview.",
        "I would need two weeks' notice to book the train.",
        "I expect about 2000 visitors at the fair.",
    ],
)
def test_what_only_names_it_tells_nothing(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. I will check my notice period with HR, and tell you my salary expectation then.",
        "Meine Kündigungsfrist muss ich noch klären, meine Gehaltsvorstellung teile ich Ihnen dann ebenfalls mit.",
        "Je vérifie mon préavis et mes prétentions et je reviens vers vous.",
    ],
)
def test_what_is_still_to_be_found_out_is_not_handed_in(text: str) -> None:
    reading = read(
        MAIL.format(text=text).encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=datetime(2026, 3, 2, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    assert not [one for one in reading.events if isinstance(one.event, Submitted)]


def test_words_of_any_length_are_read_in_time() -> None:
    for text in ("my notice is " + "three " * 20_000, "ich könnte " * 10_000, "my salary " * 10_000):
        started = monotonic()
        assert told(text) == set()
        assert monotonic() - started < 5


def length(text: str) -> int | None:
    return items_told.bare_length(statements(text, CLOCK))


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, I missed that: three weeks.",
        "Four weeks!",
        "It's a month",
        "Drei Monate zum Quartalsende.",
        "C'est trois mois.",
    ],
)
def test_a_length_and_little_else_is_an_answer(text: str) -> None:
    assert length(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I am away for three weeks.",
        "Can you give me three weeks?",
        "The course took me two months.",
        "We met two weeks ago.",
        "Ich melde mich in zwei Wochen.",
        "Je serai absente pendant trois semaines.",
        "See you Monday.",
    ],
)
def test_a_length_of_something_else_is_none(text: str) -> None:
    assert length(text) is None


def test_a_length_answers_only_who_asked_for_it() -> None:
    asked = "Thank you for your application. What is your notice period, please?"
    assert "start-date" in handed_in(asked, "Oh yes: three weeks.")
    assert "start-date" not in handed_in(asked, "The course takes three weeks, so I am a little slow with mail.")
    assert "start-date" not in handed_in(asked, "Oh yes: three weeks.", thread="")


def test_lengths_are_looked_at_in_time() -> None:
    for text in (": three " * 20_000, "- it's " * 20_000):
        started = monotonic()
        length(text)
        assert monotonic() - started < 5
