"""Promises that are made in the words that everybody has for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Moved, Promised
from sincerely.reading.letters.language import language_of
from sincerely.reading.letters.sentences import Sentence
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.statements.statement import Clock, Statement
from sincerely.reading.statements.stock_promises import promised_times

CLOCK = Clock(at=datetime(2026, 11, 5, 15, tzinfo=UTC))


@pytest.mark.parametrize(
    ("sentence", "promises"),
    [
        ("They pushed the decision, now looking like Wednesday.", True),
        ("The decision has been delayed until Wednesday.", True),
        ("We'll be in touch by Friday.", True),
        ("You should hear back from us by Friday.", True),
        ("Die Entscheidung verschiebt sich auf Mittwoch.", True),
        ("Leider verzögert sich unsere Entscheidung bis Mittwoch.", True),
        ("Wir melden uns bis Freitag, 13.11., bei Ihnen.", True),
        ("Sie hören bis Freitag von uns.", True),
        ("La décision est repoussée, ce sera plutôt mercredi pour nous.", True),
        ("Nous reviendrons vers vous d'ici vendredi.", True),
        ("They pushed the interview to Wednesday.", False),
        ("We will not get back to you before Friday.", False),
        ("If you sign by Friday, we'll be in touch.", False),
        ("Will you let us know by Friday?", False),
        ("Melden Sie sich bitte bis Freitag.", False),
        ("Ich melde mich wegen unseres Termins am Freitag.", False),
        ("Sobald wir entschieden haben, melden wir uns.", False),
        ("Das Gespräch am Freitag hat uns gefallen, wir melden uns.", False),
        ("It was good to see you on Friday, you'll hear from us.", False),
        ("Ihre Entscheidung hat bis Mittwoch Zeit.", False),
        ("Je reviens vers vous au sujet de notre rendez-vous de jeudi.", False),
        ("Vous pouvez revenir vers nous d'ici vendredi.", False),
    ],
)
def test_a_sentence_says_when_the_house_decides_or_writes(sentence: str, *, promises: bool) -> None:
    clock = replace(CLOCK, language=language_of(sentence))
    assert bool(promised_times(Statement(Sentence(sentence, 0, len(sentence)), clock))) is promises


MAIL = """From: Gesa Pruss <g.pruss@ottertal-personal.example>
To: Ida Berg <ida.berg@mail.example>
Subject: {subject}
Date: Thu, 05 Nov 2026 15:40:00 +0100
Message-ID: <stock@ottertal-personal.example>
Content-Type: text/plain; charset=utf-8

{text}

Gesa Pruss
"""


@pytest.mark.parametrize(
    "text",
    [
        (
            "Hallo Ida, der Chef ist gerade im Werk, die Entscheidung verschiebt sich auf Mittwoch. Bleib dran. "
            "Und du hast mir nie gesagt, ob noch was anderes läuft!"
        ),
        (
            "Bonjour Ida, le patron a dû partir à l'usine, la décision est repoussée, plutôt mercredi. Patience. "
            "Et vous ne m'avez pas dit si vous aviez d'autres pistes !"
        ),
        (
            "Hi Ida, the boss got pulled to the other plant so they pushed the decision, now looking like Wednesday. Hang "
            "tight. And you never told me if there's anything else in play!"
        ),
    ],
)
def test_a_decision_that_is_put_off_to_a_day_is_promised_by_it(text: str) -> None:
    told = read(
        MAIL.format(text=text, subject="Ottertal").encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=None,
        models=load_models(),
        links=Links(),
    )
    events = [found.event for found in told.events]
    assert [one.by for one in events if isinstance(one, Promised)] == [date(2026, 11, 11)]
    assert not [one for one in events if isinstance(one, Moved)]
