"""Who says that they have talked, in the thread of what they asked, and asks no more has their answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Heard, Promised
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.spoken import spoken_in

AT = datetime(2026, 11, 17, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Good talkin today.",
        "Great speaking with you.",
        "We spoke yesterday with you about the pay.",
        "Lovely to talk to you this morning.",
        "Thanks for the chat earlier.",
        "Thank you for the call.",
        "As discussed on the phone, the client wants two days in the office.",
        "Danke für das nette Telefonat.",
        "Wie eben besprochen melde ich mich.",
        "Merci pour cet échange.",
        "Comme convenu au téléphone, je transmets votre dossier.",
    ],
)
def test_a_talk_that_has_been(text: str) -> None:
    assert spoken_in([plain(text).split()]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Looking forward to talking to you.",
        "We spoke yesterday to your referees.",
        "Great talking to Raj about you.",
        "It was great to catch up with Raj today.",
        "It would be great talking to you.",
        "Good to talk whenever suits you.",
        "I will call you tomorrow.",
        "Thank you for the call invitation.",
        "Thank you for applying.",
        "As discussed in my last mail, they want two days in the office.",
        "Ich freue mich auf das Gespräch.",
        "Merci pour votre candidature.",
    ],
)
def test_no_talk_or_one_to_come(text: str) -> None:
    assert spoken_in([plain(text).split()]) is None


def words(text: str, *, thread: bool = True) -> list[bool | str]:
    """Return what a consultant's mail says in a process that is known: whether its word asks, and what else."""
    links = Links([Header(id="tarn", employer="Tarn Foods", role="Cook", via="agency", consultant="jo@fern.example")])
    links.learn("tarn", Clues(message_id="1@fern.example", people=frozenset({"jo@fern.example"}), at=AT))
    answers = "In-Reply-To: <1@fern.example>\n" if thread else ""
    mail = (
        "From: Jo Lane <jo@fern.example>\nTo: robin@mail.example\nSubject: Re: Cook at Tarn Foods\n"
        f"Date: Tue, 17 Nov 2026 10:00:00 +0000\nMessage-ID: <2@fern.example>\n{answers}\nHi Robin,\n\n{text}\n\nJo\n"
    )
    found = read(mail.encode(), me=frozenset({"robin@mail.example"}), at=AT, models=load_models(), links=links).events
    return [one.event.asks if isinstance(one.event, Heard) else one.event.verb for one in found]


TALKED = "Good talking today. I'll run it by them and get back to you by the end of next week."


def test_a_promise_after_a_talk_in_the_thread_is_a_word_that_asks_nothing() -> None:
    assert words(TALKED) == [Promised.verb, False]


@pytest.mark.parametrize(
    "text",
    [
        "I'll get back to you by the end of next week.",
        "I'll ring you tomorrow, and you will hear from them by the end of next week.",
        f"{TALKED} Did you find out whether you can travel?",
    ],
)
def test_a_promise_alone_or_a_talk_that_leaves_the_question_is_none(text: str) -> None:
    assert False not in words(text)


def test_outside_the_thread_nobody_knows_what_was_spoken_of() -> None:
    assert words(TALKED, thread=False) == [Promised.verb]
