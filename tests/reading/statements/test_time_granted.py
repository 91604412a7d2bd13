"""An offer stays open until its answer: a word about something else is none, and time that is asked for may be granted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Offered, Promised, Wrote
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 10, 20, 9, tzinfo=UTC)
ASKS = (
    "\n\nOn Mon, 26 Oct 2026 at 20:02, Robin Ashdown <robin@mail.example> wrote:\n\n> Dear Dana,\n>\n"
    "> Thank you so much! May I tell you my answer by the end of next week?\n>\n> Robin\n"
)
ASKS_TWICE = ASKS.replace("> Robin\n", "> Could we talk before that?\n>\n> Robin\n")
BITTET = (
    "\n\nAm Mo., 26. Okt. 2026 um 20:02 Uhr schrieb Robin Ashdown <robin@mail.example>:\n\n> Liebe Frau Lee,\n>\n"
    "> vielen Dank! Ich bräuchte noch ein paar Tage Bedenkzeit.\n>\n> Robin\n"
)
DEMANDE = (
    "\n\nLe lun. 26 oct. 2026 à 20:02, Robin Ashdown <robin@mail.example> a écrit :\n\n> Bonjour,\n>\n"
    "> Merci beaucoup ! Pourrais-je avoir quelques jours de réflexion ?\n>\n> Robin\n"
)
OFFER = (
    "\n\nOn Mon, 26 Oct 2026 at 09:00, Dana Lee <dana@larkhill.example> wrote:\n\n"
    "> We would love to have you. Let us know by Thursday week? And may I ring you at noon tomorrow?\n"
)


def reading(text: str, *, own: bool = False) -> Reading:
    """Read a mail of a process in which an offer is held."""
    links = Links([Header(id="larkhill", employer="Larkhill", role="Clerk", zone="Europe/London", country="GB")])
    people = frozenset({"dana@larkhill.example"})
    links.learn("larkhill", Clues(message_id="1@larkhill.example", people=people, domain="larkhill.example", at=AT))
    links.learn("larkhill", Clues(people=people, offer=True, at=AT))
    dana, robin = "Dana Lee <dana@larkhill.example>", "Robin Ashdown <robin@mail.example>"
    data = (
        f"From: {robin if own else dana}\nTo: {dana if own else robin}\nSubject: Re: Larkhill\n"
        "Date: Tue, 27 Oct 2026 10:00:00 +0000\nMessage-ID: <2@larkhill.example>\nIn-Reply-To: <1@larkhill.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
    home = ("GB", "Europe/London")
    return read(data.encode(), me=ME, at=None, models=load_models(), links=links, home=home)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (f"oh all right. friday week but no later pet, the lads are moaning{ASKS}", date(2026, 11, 6)),
        (f"OK, until Friday then.\n\nDana{ASKS}", date(2026, 11, 6)),  # the Friday that was asked for
        (f"Friday 6 November is fine.\n\nDana{ASKS_TWICE}", date(2026, 11, 6)),
        (f"Sure, take until the 6th.\n\nDana{ASKS_TWICE}", date(2026, 11, 6)),
        (f"Friday 6 November is fine.\n\nDana{ASKS}", date(2026, 11, 6)),
        (f"Guten Tag,\n\ngut, aber spätestens Freitag.\n\nViele Grüße\nDana{BITTET}", date(2026, 10, 30)),
        (f"Bonjour,\n\nVendredi au plus tard.\n\nDana{DEMANDE}", date(2026, 10, 30)),
    ],
)
def test_a_day_in_few_words_to_who_asked_for_time_is_the_days_of_the_offer(text: str, by: date) -> None:
    events = [one.event for one in reading(text).events]
    assert [event.by for event in events if isinstance(event, Offered)] == [by]
    assert not [event for event in events if isinstance(event, Promised)]


@pytest.mark.parametrize(
    "text",
    [
        f"I'm away until Friday 6 November.\n\nDana{ASKS}",
        f"The team lunch is on Friday 6 November.\n\nDana{ASKS}",
        f"Can we talk on Friday 6 November?\n\nDana{ASKS}",
        f"Wednesday 4 November is fine.\n\nDana{ASKS_TWICE}",  # for the answer, or for the talk?
        f"Guten Tag,\n\nich bin bis Freitag im Urlaub.\n\nDana{BITTET}",
        f"Bonjour,\n\nJe suis absente jusqu'à vendredi.\n\nDana{DEMANDE}",
        f"Friday 6 November is fine.\n\nDana{OFFER}",
    ],
)
def test_another_day_moves_no_offer(text: str) -> None:
    assert not [one for one in reading(text).events if isinstance(one.event, Offered)]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Dear Dana, how lovely, thank you. Noon is fine, on my mobile.", "other"),
        ("Thank you so much. I have one more talk tomorrow. May I tell you my answer by Friday?", "other"),
        ("Thanks Dana, see you on Thursday!", "other"),
        ("Guten Tag Frau Lee, morgen Mittag passt mir gut.", "other"),
        ("Bonjour, demain à midi me convient.", "other"),
        ("Yes, I have a driving licence.", "other"),
        ("No, I don't need a parking space, thanks.", "other"),
        ("Nein, einen Parkplatz brauche ich nicht.", "other"),
        ("Non, pas besoin de place de parking.", "other"),
        ("Yes, that's my number.", "other"),
        ("No, thank you.", "reply"),
        ("Nein, danke.", "reply"),
        ("Sorry, it's a no from me.", "reply"),
        ("Great, I'm in!", "reply"),
        ("Leider muss ich absagen.", "reply"),
    ],
)
def test_only_a_yes_or_a_no_answers_an_offer(text: str, purpose: str) -> None:
    words = [one.event for one in reading(f"{text}\n\nRobin{OFFER}", own=True).events]
    assert [word.purpose for word in words if isinstance(word, Wrote)] == [purpose]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Hi Dana, I've thought about it long and hard and I'm going to stay where I am.", "withdrew"),
        ("Yes please! When do I get the contract?", "accepted"),
    ],
)
def test_what_may_decide_is_asked(text: str, verb: str) -> None:
    offer = OFFER.replace(" And may I ring you at noon tomorrow?", "")
    found = reading(f"{text}\n\nRobin{offer}", own=True)
    assert [one.event.verb for one in found.questions] == [verb]


def test_a_bare_no_is_no_yes() -> None:
    assert not reading(f"No, thank you.\n\nRobin{OFFER}", own=True).questions


def test_who_is_given_the_weekend_answers_when_it_is_over() -> None:
    found = reading(
        f"Sure, take the weekend.\n\nDana{ASKS.replace('May I tell you my answer by the end of next week?', 'Could I have a bit more time to think?')}"
    )
    assert [one.event.by for one in found.events if isinstance(one.event, Offered)] == [date(2026, 11, 1)]
