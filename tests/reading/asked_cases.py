"""A mail after an interview, and what it asks for by when."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Requested
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

MAIL = """From: Dana Holt <dana.holt@brightforge.example>
To: Ida Berg <ida.berg@mail.example>
Subject: Your interview for the Data Analyst position at Brightforge
Date: Mon, 02 Mar 2026 10:00:00 +0000
Message-ID: <asked@brightforge.example>
Content-Type: text/plain; charset=utf-8

Hi Ida,

Thank you for speaking with us about the Data Analyst role at Brightforge.

{text}

Best,
Dana
"""


def requests(text: str, *, unsure: bool = False) -> list[Requested]:
    """Return what is surely asked for, or also what is put to the person as a question."""
    told = read(
        MAIL.format(text=text).encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=datetime(2026, 3, 2, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    return [
        found.event
        for found in (*told.events, *(told.questions if unsure else ()))
        if isinstance(found.event, Requested)
    ]


def days(text: str) -> dict[str, date | None]:
    """Return each thing that is surely asked for with its day."""
    asked = requests(text)
    return {one.who[0]: one.by.date() if isinstance(one.by, datetime) else one.by for one in asked}
