"""By which day the candidate says that an offer will be answered: it is thanked for, and the answer stays owed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Accepted, Event, Wrote
from sincerely.core.header import Header
from sincerely.reading.letters.language import language_of
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import read
from sincerely.reading.statements.own_answer import day_of_answer
from sincerely.reading.statements.statement import Clock, statements

FRIDAY = datetime(2026, 3, 20, 10, tzinfo=UTC)
WEDNESDAY = date(2026, 3, 25)


def day(text: str) -> date | None:
    return day_of_answer(statements(text, Clock(at=FRIDAY, country="GB", language=language_of(text))))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the offer. I'll tell you by Wednesday.",
        "I will confirm by Wednesday.",
        "By Wednesday I'll tell you whether I can accept.",
        "I would like to sleep on it and will let you know by Wednesday.",
        "You will hear from me on Wednesday.",
        "I'll say yes or no by Wednesday.",
        "I'll give you my final decision on Wednesday.",
        "Vielen Dank für das Angebot. Ich antworte Ihnen bis Mittwoch.",
        "Vielen Dank für das Angebot. Sie hören bis Mittwoch von mir.",
        "Ich bespreche das Angebot zu Hause und melde mich bis Mittwoch.",
        "Merci beaucoup pour votre offre. Je vous donne ma réponse mercredi.",
        "Merci pour votre offre. Je reviens vers vous mercredi.",
    ],
)
def test_a_day_for_ones_own_answer(text: str) -> None:
    assert day(text) == WEDNESDAY


@pytest.mark.parametrize(
    "text",
    [
        "Could you tell me by Wednesday whether the salary is negotiable?",
        "I'll tell the agency by Wednesday.",
        "I will answer your questions by Wednesday.",
        "I'll tell you my start date by Wednesday.",
        "I'll let you know which desk I need by Wednesday.",
        "I will send you the form by Wednesday.",
        "I would be happy to start on Wednesday.",
        "Dana will let me know by Wednesday.",
        "I'd like more time to read the contract that you sent on Wednesday.",
        "Thank you for the call on Wednesday. I'll tell you soon.",
        "Ich schicke Ihnen das Formular bis Mittwoch.",
        "Vielen Dank für das Angebot. Ich sage Ihnen bis Mittwoch meine Bankverbindung.",
        "Merci pour votre offre. Je vous dis à mercredi.",
        "Merci pour votre offre. Je vous envoie le formulaire d'ici mercredi.",
    ],
)
def test_a_day_for_something_else(text: str) -> None:
    assert day(text) is None


def sent(text: str, subject: str = "Re: Your offer") -> list[Event]:
    """Return what the candidate's answer to an offer says."""
    links = Links([Header(id="acme", employer="Acme", role="Data Analyst")])
    people = frozenset({"dana@acme.example"})
    links.learn("acme", Clues(message_id="o@acme.example", people=people, offer=True, at=FRIDAY))
    mail = (
        f"From: robin@mail.example\nTo: dana@acme.example\nSubject: {subject}\nDate: Fri, 20 Mar 2026 10:00:00 +0000\n"
        f"Message-ID: <r@mail.example>\nIn-Reply-To: <o@acme.example>\n\nHi Dana,\n\n{text}\n\nBest regards\nRobin\n"
    )
    reading = read(mail.encode(), me=frozenset({"robin@mail.example"}), at=FRIDAY, models=load_models(), links=links)
    return [found.event for found in (*reading.events, *reading.questions)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Thank you so much for the offer. I'll tell you by Wednesday.", "Re: Your offer"),
        ("Many thanks, Dana! I'll tell you by Wednesday.", "Re: Good news"),
        ("Merci beaucoup pour votre offre. Je vous réponds d'ici mercredi.", "Re: Votre offre"),
    ],
)
def test_thanks_for_an_offer_that_name_a_day_leave_it_open(text: str, subject: str) -> None:
    [word] = sent(text, subject)
    assert isinstance(word, Wrote)
    assert (word.purpose, word.by) == ("other", WEDNESDAY)


def test_who_accepts_and_leaves_something_else_for_later_has_accepted() -> None:
    yes, *_ = sent("I accept with pleasure, and I'll tell you by Wednesday when I can start.")
    assert isinstance(yes, Accepted)


def test_thanks_that_neither_take_nor_leave_an_offer_leave_it_open() -> None:
    [word] = sent("Thank you, that is all clear.")
    assert isinstance(word, Wrote)
    assert (word.purpose, word.by) == ("other", None)
