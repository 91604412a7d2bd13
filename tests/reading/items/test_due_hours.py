"""By which hour something that is asked for is due, where a mail tells one; a bare day stays a day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Requested
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

MAIL = """From: Dana Lee <dana@acme.example>
To: Robin Ashdown <robin@mail.example>
Subject: {subject}
Date: {date}
Message-ID: <one@acme.example>
Content-Type: text/plain; charset=utf-8

{text}
"""
FROM_BERLIN = "Tue, 03 Mar 2026 10:00:00 +0100"


def due(text: str, sent: str = FROM_BERLIN) -> str:
    """Return by when what a mail asks for is due: a day, or a time on the clock of the mail."""
    subject = {"Guten": "Ihre Bewerbung", "Bonjour": "Votre candidature"}.get(
        text.split(maxsplit=1)[0], "Your application"
    )
    mail = MAIL.format(subject=subject, date=sent, text=text)
    reading = read(
        mail.encode(),
        me=frozenset({"robin@mail.example"}),
        at=datetime(2026, 3, 3, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    by = next(one.event.by for one in reading.events if isinstance(one.event, Requested))
    return f"{by.astimezone(reading.zone):%Y-%m-%d %H:%M}" if isinstance(by, datetime) else f"{by}"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Dear Robin,\n\nPlease send me your portfolio before 5pm Friday.\n\nDana", "2026-03-06 17:00"),
        (
            "Dear Robin,\n\nWe still need your transcript by noon on Wednesday, 11 March.\n\nDana",
            "2026-03-11 12:00",
        ),
        (
            "Dear Robin,\n\nPlease upload your portfolio by 11:59 PM on Sunday 8 March.\n\nDana",
            "2026-03-08 23:59",
        ),
        (
            "Dear Robin,\n\nPlease upload your portfolio by midnight on Sunday 8 March.\n\nDana",
            "2026-03-08 23:59",
        ),
        (
            "Dear Robin,\n\nIf we could have your portfolio back first thing Friday, Rosa can read it.\n\nDana",
            "2026-03-06 10:00",
        ),
        ("Dear Robin,\n\nPlease send your portfolio by first thing Monday.\n\nDana", "2026-03-09 10:00"),
        (
            "Dear Robin,\n\nPlease send your portfolio on Friday. We'll read it first thing Monday.\n\nDana",
            "2026-03-06",
        ),
        (
            "Guten Tag Robin,\n\nbitte senden Sie uns Ihr Portfolio bis Freitag 12 Uhr.\n\nDana",
            "2026-03-06 12:00",
        ),
        (
            "Guten Tag Robin,\n\nbitte senden Sie uns Ihr Portfolio bis Dienstag, 10. März, 18:00 Uhr.\n\nDana",
            "2026-03-10 18:00",
        ),
        (
            "Bonjour Robin,\n\nMerci de nous envoyer votre portfolio avant vendredi midi.\n\nDana",
            "2026-03-06 12:00",
        ),
        (
            "Bonjour Robin,\n\nMerci de nous envoyer votre portfolio au plus tard le lundi 9 mars à 18h.\n\nDana",
            "2026-03-09 18:00",
        ),
    ],
)
def test_an_hour_by_which_something_is_due_is_kept(text: str, by: str) -> None:
    assert due(text) == by


@pytest.mark.parametrize(
    "text",
    [
        "Dear Robin,\n\nPlease send me your portfolio by Friday.\n\nDana",
        "Dear Robin,\n\nPlease send me your portfolio by Friday. I am in the office until 5pm on that day.\n\nDana",
        "Dear Robin,\n\nPlease send me your portfolio by close of business on Friday.\n\nDana",
        "Dear Robin,\n\nPlease send me your portfolio by end of day Friday.\n\nDana",
        "Dear Robin,\n\nPlease send me your portfolio by Friday morning.\n\nDana",
        "Guten Tag Robin,\n\nbitte senden Sie uns Ihr Portfolio bis Freitag. Am Freitag rufe ich Sie um 12 Uhr an.\n\nDana",
        "Bonjour Robin,\n\nMerci de nous envoyer votre portfolio d'ici vendredi. Le vendredi, le bureau ferme à midi.\n\nDana",
    ],
)
def test_a_day_without_an_hour_stays_a_day(text: str) -> None:
    assert due(text) == "2026-03-06"


def test_an_hour_of_another_clock_is_the_instant_that_it_is_there() -> None:
    text = "Dear Robin,\n\nPlease upload your portfolio by 11:59 PM AEDT, Sunday 8 March.\n\nDana"
    assert due(text, "Mon, 02 Mar 2026 09:00:00 +1100") == "2026-03-08 23:59"
    assert due(text) == "2026-03-08 13:59"


def test_an_hour_that_was_over_when_the_mail_was_sent_leaves_the_day() -> None:
    text = "Dear Robin,\n\nPlease upload your portfolio today by 9:00.\n\nDana"
    assert due(text) == "2026-03-03"
