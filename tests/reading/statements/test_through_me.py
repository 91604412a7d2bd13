"""A consultant's wish that nobody at the client be written to directly; and what only sounds like it."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Prefers
from sincerely.reading.reader import read
from sincerely.reading.statements.through_me import goes_through_sender


@pytest.mark.parametrize(
    "text",
    [
        "Pls don't contact Lydia or anyone there directly, everything goes thru me.",
        "Please do not approach the client directly.",
        "All communication goes through us.",
        "Please only write through me.",
        "Bitte wenden Sie sich nicht direkt an den Kunden.",
        "Bitte nehmen Sie nicht direkt Kontakt mit dem Betrieb auf.",
        "Kontaktieren Sie den Kunden bitte nicht direkt.",
        "Die gesamte Kommunikation läuft über mich.",
        "Alles Weitere läuft über mich.",
    ],
)
def test_everything_goes_through_the_consultant(text: str) -> None:
    assert goes_through_sender(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please do not contact me directly.",
        "Please don't call us directly, use the portal.",
        "Do not email your documents directly.",
        "Don't hesitate to contact Lydia directly.",
        "Please don't contact your referees directly yet.",
        "Feel free to contact Lydia directly.",
        "Everything went through fine.",
        "Everything is through the portal.",
        "All roads lead through me.",
        "Wenden Sie sich gern direkt an Frau Roth.",
        "Bitte melden Sie sich nicht direkt bei uns.",
        "Würden Sie Auskunft über mich erteilen?",
        "Wir können nicht direkt zusagen.",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert not goes_through_sender(text)


MAIL = """From: Jo Marsh <jo@talent.example>
To: Robin Ashdown <robin@mail.example>
Subject: {subject}
Date: Mon, 9 Mar 2026 10:00:00 +0000

{text}
"""


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Acme Corp - they want to meet you",
            (
                "Robin,\n\nThe client is Acme Corp. They want a video call with Lydia Stroud on Thursday at 10. Please don't"
                " contact Lydia or anyone there directly, everything goes through me.\n\nJo"
            ),
        ),
        (
            "Acme GmbH: Gespräch",
            (
                "Guten Tag,\n\nder Kunde möchte Sie am Donnerstag um 10 Uhr kennenlernen. Bitte wenden Sie sich nicht direkt an den"
                " Kunden, alles läuft über mich.\n\nMit freundlichen Grüßen\nJo Marsh"
            ),
        ),
    ],
)
def test_the_wish_is_read(subject: str, text: str) -> None:
    mail = MAIL.format(subject=subject, text=text).encode()
    found = read(mail, me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    wishes = [each.event for each in found.events if isinstance(each.event, Prefers)]
    assert [(wish.contact, wish.channel) for wish in wishes] == [("jo@talent.example", "contact")]
