"""When one is to be at the door, and when the interview begins."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Scheduled
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

MAIL = """From: Dana Holt <dana.holt@brightforge.example>
To: Ida Berg <ida.berg@mail.example>
Subject: Data Analyst at Brightforge
Date: Thu, 05 Nov 2026 15:40:00 +0000
Message-ID: <door@brightforge.example>
Content-Type: text/plain; charset=utf-8

{text}

Dana Holt
"""


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "Hi Ida, please be at reception at 1.45pm on Wednesday 11 November. Your interview with Jo Marsh starts at 2pm.",
            "14:00",
        ),
        (
            "Hi Ida, please arrive at 1.45pm on Wednesday 11 November to sign in; the interview with Jo begins at 2pm.",
            "14:00",
        ),
        (
            (
                "Guten Tag Frau Berg,\n\nbitte melden Sie sich am Mittwoch, 11.11., um 13:45 Uhr am Empfang an. "
                "Das Gespräch mit Frau Reder beginnt um 14 Uhr.\n\nFreundliche Grüße"
            ),
            "14:00",
        ),
        (
            (
                "Bonjour Madame Berg,\n\nmerci de vous présenter à l'accueil à 13h45 le mercredi 11 novembre. "
                "L'entretien avec Mme Roux débute à 14h.\n\nCordialement"
            ),
            "14:00",
        ),
        # Nothing else begins, or something else than the interview does.
        (
            "Hi Ida, please arrive at 1.45pm on Wednesday 11 November to sign in. We look forward to the interview.",
            "13:45",
        ),
        (
            "Hi Ida, please arrive at 1.45pm on Wednesday 11 November for your interview. The tour of the plant starts at 2pm.",
            "13:45",
        ),
    ],
)
def test_an_interview_begins_when_it_is_said_to_and_not_when_one_arrives(text: str, begins: str) -> None:
    told = read(
        MAIL.format(text=text).encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=None,
        models=load_models(),
        links=Links(),
    )
    starts = [found.event.start for found in told.events if isinstance(found.event, Scheduled)]
    assert [f"{start:%H:%M}" for start in starts if start is not None] == [begins]
