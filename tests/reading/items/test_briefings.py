"""A mail that tells a referee of the opening and what to speak of is a briefing; two lines are not."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

import pytest

from sincerely.reading.items.briefings import is_briefing
from sincerely.reading.statements.statement import Clock, statements

CLOCK = Clock(at=datetime(2026, 3, 2, tzinfo=UTC))


def briefs(text: str) -> bool:
    return is_briefing(statements(text, CLOCK))


@pytest.mark.parametrize(
    "text",
    [
        (
            "The job is at Fellway, a family firm: they want somebody for the night shift rota. Lee Park will call you on Monday. "
            "If you could talk about the summer when we moved the depot, that would be great."
        ),
        (
            "It is for the buyer role at Quill. Jo Marsh rings you next week. What would help most is the supplier change in 2022 "
            "and how we settled the claims afterwards."
        ),
        (
            "Es geht um die Stelle als Disponent bei Fellway, ein Team von sechs Leuten. Frau Beck ruft dich nächste Woche an. "
            "Wenn du von der Umstellung im Lager erzählen könntest, wäre das toll."
        ),
        (
            "The next one is Fellway, a family firm, as night shift manager. A form from Checkwell will reach you by mail in the "
            "next days. They'd like to hear how we moved the depot and how I deal with drivers."
        ),
        (
            "Thank you! The one that counts is Fellway, as depot manager, and you will get a form on Monday. They care most about "
            "the summer of 2022. It would help if you said how we brought in the new rota."
        ),
        (
            "Als Nächstes kommt Fellway, die Stelle als Disponent, sie rufen dich wohl am Montag an. Sie wollen vor allem wissen, "
            "wie wir das Lager umgestellt haben und wie ich mit Fahrern auskomme."
        ),
        (
            "J'ai donné ton nom pour le poste d'acheteuse chez Fellway, à Nantes, une équipe de six. Mme Petit t'appellera lundi. "
            "Si tu pouvais insister sur le changement de fournisseur, ce serait parfait."
        ),
    ],
)
def test_what_prepares_for_the_call_is_a_briefing(text: str) -> None:
    assert briefs(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "The interview at Fellway went well. Lee Park may call you next week about the buyer role, so please keep your phone at "
            "hand; nothing else to do for now, thank you so much."
        ),
        (
            "Could you talk to my mother about the garden when you have a moment? She has been asking about the apple trees ever "
            "since we met in the autumn, and I never know what to say."
        ),
        (
            "May I name you as a reference for the jobs that I am applying for this spring? It would mean a lot to me, and I "
            "would tell you before anybody calls."
        ),
        "If you could mention it, great.",
        (
            "The interview for the buyer role went well, and they want to know by Friday whether I can start in May, which I think "
            "I can; I will tell you more as soon as I hear anything from them."
        ),
        (
            "Thank you so much for talking to Lee Park about the buyer role: they care a lot about what former managers say, and it "
            "helped, because I have the offer in my hands since this morning!"
        ),
        (
            "L'entretien chez Fellway s'est bien passé, un appel est possible la semaine prochaine pour le poste d'acheteuse. "
            "Je te préviens dès que j'en sais plus, merci encore mille fois."
        ),
    ],
)
def test_a_word_that_a_call_may_come_is_none(text: str) -> None:
    assert not briefs(text)


def test_texts_of_any_length_are_looked_at_in_time() -> None:
    started = monotonic()
    for text in ("if you could " * 8_000, "si tu " * 20_000, "wenn du " * 20_000, "it would be x " * 8_000):
        briefs(text)
    assert monotonic() - started < 5
