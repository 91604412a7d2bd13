"""What a mail tells that waits for the reader's answer: an offer's day where one is held, else that somebody asks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Heard, Offered
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def reading(text: str, *, offer: bool = False, sender: str = "Dana Lee <dana@larkhill.example>") -> Reading:
    """Read a mail from somebody of a process, in which an offer may be held."""
    links = Links([Header(id="larkhill", employer="Larkhill", role="Clerk", zone="UTC", country="GB")])
    people = frozenset({"dana@larkhill.example"})
    links.learn("larkhill", Clues(message_id="1@larkhill.example", people=people, domain="larkhill.example", at=AT))
    links.learn("larkhill", Clues(people=people, offer=offer, at=AT))
    data = (
        f"From: {sender}\nTo: Robin Ashdown <robin@mail.example>\nSubject: Re: Larkhill\nDate: Tue, 17 Nov 2026 10:00:00 +0000\n"
        "Message-ID: <2@larkhill.example>\nIn-Reply-To: <1@larkhill.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    )
    return read(data.encode(), me=ME, at=None, models=load_models(), links=links)


def told(found: Reading) -> list[str]:
    """Return what is told, and with a mark what is asked about."""
    return [one.event.verb for one in found.events] + [f"{one.event.verb}?" for one in found.questions]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Of course, take the weekend. Ms Harlow needs your answer by Monday noon, though.\n\nDana", MONDAY_NOON),
        ("A quick reminder that your offer expires on Friday 27 November.\n\nDana", date(2026, 11, 27)),
        ("Guten Tag, unser Angebot gilt bis zum 27. November. Melden Sie sich gern bei Fragen.\n\nDana", date(2026, 11, 27)),
        ("Bonjour Madame,\n\nNotre offre reste valable jusqu'au 27 novembre.\n\nDana", date(2026, 11, 27)),
        ("We will hold the position for you until Friday 27 November.\n\nDana", date(2026, 11, 27)),
        ("Happy to extend this: you have until Friday 27 November to decide.\n\nDana", date(2026, 11, 27)),
        ("Guten Tag, ja, Homeoffice geht. Wir erwarten Ihre Entscheidung bis zum 27. November.\n\nGruß\nDana", date(2026, 11, 27)),
        ("Bonjour, le télétravail est possible. Nous attendons votre décision pour lundi midi.\n\nDana", MONDAY_NOON),
        ("We can extend the deadline to Friday 27 November.\n\nDana", date(2026, 11, 27)),
        ("We can give you until Friday 27 November.\n\nDana", date(2026, 11, 27)),
        ("Guten Tag, wir verlängern die Frist bis zum 27. November.\n\nGruß\nDana", date(2026, 11, 27)),
        ("Bonjour, nous prolongeons le délai jusqu'au 27 novembre.\n\nCordialement\nDana", date(2026, 11, 27)),
    ],
)  # fmt: skip
def test_an_offer_that_is_held_stands_until_the_day_of_its_answer(text: str, by: date) -> None:
    assert not [one for one in told(reading(text, offer=True)) if one.endswith("?")]
    offers = [one.event for one in reading(text, offer=True).events if isinstance(one.event, Offered)]
    assert [offer.by for offer in offers] == [by]


@pytest.mark.parametrize(
    "text",
    [
        "Please let us know by Friday which day suits you for the tour of the plant.\n\nDana",
        "We need your answer about the parking space by Friday.\n\nDana",
        "The offer stands, of course, and we will send the contract by Friday.\n\nDana",
        "Good question. We'll give you an answer on that by Friday.\n\nDana",
        "Merci de me dire d'ici vendredi si vous venez à la fête du personnel.\n\nDana",
        "I am on leave until Friday 27 November. Let me know if you have questions.\n\nDana",
        "Please reply by Friday 27 November about the Saturday visit.\n\nDana",
        "Please let us know by Friday 27 November when you want to start.\n\nDana",
    ],
)
def test_another_answer_moves_no_offers_day(text: str) -> None:
    assert not [verb for verb in told(reading(text, offer=True)) if verb.startswith("offered")]


@pytest.mark.parametrize(
    "text",
    [
        "The plant manager liked you. We'd need to hear from you by Friday.\n\nDana",
        "Danke für das gute Gespräch. Bitte geben Sie uns bis Freitag Bescheid, ob wir weiter mit Ihnen rechnen dürfen.\n\nDana",
        "Faites-moi un petit mail avec vos impressions avant lundi.\n\nDana",
        "Avec Tom on aimerait bien que tu nous fasses un petit topo, une page max. Rien de pressé.\n\nDana",
        "They will decide by Friday. Other final rounds / offers?\n\nDana",
        "They moved the decision to Wednesday. And you never told me if there's anything else in play!\n\nDana",
        "Pour le topo, si tu peux l'envoyer dimanche soir plutôt que lundi, je le lis dans le train.\n\nDana",
        "Thank you for coming in. Is the work permit question still open?\n\nDana",
    ],
)
def test_somebody_asks(text: str) -> None:
    found = reading(text)
    asks = [one.event.asks for one in found.events if isinstance(one.event, Heard)]
    assert asks == [True]
    assert "offered" not in told(found)


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("Good talking today. I'll run it by my partner and get back to you by the end of next week.\n\nDana", True),
        ("Thank you for coming in. You'll have our answer by Monday. Any questions?\n\nDana", True),
        ("It was a pleasure. We will decide by Friday, ok?\n\nDana", True),
        ("What does the role involve? You will lead a team of four. We will decide by Friday.\n\nDana", True),
        ("Thanks for the note! Wasn't that tour something? We will be in touch by Friday.\n\nDana", True),
        (
            "We will decide by Friday.\n\nDana Lee\nLarkhill Staffing | 4 Mill Lane\nWant a new job? Refer a friend!",
            True,
        ),
        ("Merci pour cet échange ce matin. Bonne fin de semaine !\n\nDana", False),
        ("I passed it on to the team. Could you imagine how many applications we got? 300!\n\nDana", False),
        ("All received, thank you. Need anything from me? Just shout.\n\nDana", False),
        ("Alles erhalten, danke. Sonst noch etwas? Rufen Sie mich einfach an.\n\nDana", False),
    ],
)
def test_who_only_promises_or_chats_asks_nothing(text: str, *, promises: bool) -> None:
    found = reading(text)
    assert not [one for one in found.events if isinstance(one.event, Heard) and one.event.asks]
    assert ("promised" in told(found)) == promises


@pytest.mark.parametrize(
    "text",
    [
        "Dear Robin, the client liked you. We need your decision by Friday 20 November.\n\nDana Lee",
        "Chère Madame, prenez le week-end : Madame Harlow a besoin de votre réponse lundi à midi au plus tard.\n\nDana",
    ],
)
def test_what_the_reader_owes_is_nobodys_promise(text: str) -> None:
    data = f"From: Dana Lee <dana@larkhill.example>\nTo: robin@mail.example\nSubject: Re: Larkhill\nDate: Tue, 17 Nov 2026 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    found = read(data.encode(), me=ME, at=None, models=load_models())
    assert not [one for one in told(found) if one.startswith("promised")]
    assert found.kind != "promise"


def test_a_friend_from_free_mail_asks_for_nothing() -> None:
    found = reading("Can you feed the cat on Saturday?\n\nPat", sender="Pat Moor <pat@gmail.com>")
    assert "heard" not in told(found)
