"""A program's mail that says that work came shows it in those words, however little else it says."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Acknowledged, Heard
from sincerely.core.items import says_received
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

MAIL = """From: Brightforge <noreply@recorded-answers.example>
To: Nora Feld <nora.feld@mail.example>
Subject: {subject}
Date: Tue, 10 Nov 2026 12:00:00 +0100
Message-ID: <done@recorded-answers.example>
Auto-Submitted: auto-generated
Content-Type: text/plain; charset=utf-8

{text}
"""


def received(subject: str, text: str) -> list[str]:
    """Return the words in which a mail shows that something came."""
    reading = read(
        MAIL.format(subject=subject, text=text).encode(),
        me=frozenset({"nora.feld@mail.example"}),
        at=datetime(2026, 11, 10, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    shown = [one.event.quote for one in reading.events if isinstance(one.event, Acknowledged | Heard)]
    return [quote for quote in shown if says_received(quote)]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Interview submitted: Product Designer at Brightforge",
            "Hi Nora,\n\nInterview submitted. No further action is needed.\n\nYour Brightforge team",
        ),
        (
            "Your Brightforge interview",
            "Hello Nora,\n\nYour video interview has been received. Thank you for your interest in Product Designer.",
        ),
        (
            "Test completed",
            "Hi Nora,\n\nThank you for completing the test for Product Designer at Brightforge. It will be reviewed.",
        ),
        (
            "Brightforge: task completed",
            "Hello Nora,\n\nYour questionnaire for Product Designer at Brightforge has been submitted. No action is required.",
        ),
        (
            "Brightforge: Test abgeschlossen",
            "Guten Tag Nora Feld,\n\nSie haben den Test für die Stelle Product Designer erfolgreich abgeschlossen.",
        ),
    ],
)
def test_it_is_shown_in_its_own_words(subject: str, text: str) -> None:
    assert received(subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Reminder: your video interview",
            "Hi Nora,\n\nPlease record your interview. Once submitted, you'll get a confirmation by email.",
        ),
        (
            "Your test is waiting",
            "Hi Nora,\n\nYour test for Product Designer has not been submitted yet. Please submit by Friday.",
        ),
        (
            "Application submitted",
            "Dear Nora,\n\nYour application for Product Designer at Brightforge has been submitted.",
        ),
    ],
)
def test_what_is_still_to_be_done_is_not_shown_as_done(subject: str, text: str) -> None:
    assert not received(subject, text)
