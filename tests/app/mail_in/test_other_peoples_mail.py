"""1,406 real mails of 2002, none about hiring, and 140 calendars, some broken on purpose: no crash, no alarm."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.support import SHARED

from sincerely.app.mail_in.looking import look
from sincerely.app.models.reading_models import load_models
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
ME = frozenset({"robin.ashdown@mail.example"})
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not there"),
]


def test_no_mail_of_the_collection_is_about_hiring() -> None:
    models, alarms = load_models(), []
    files = sorted((SHARED / "mail" / "ham").glob("*.eml"))
    for file in files:
        reading = read(file.read_bytes(), me=ME, at=NOW, models=models, links=Links())
        if reading.kind != "other" or reading.events:
            alarms.append(f"{file.name}: {reading.kind} {[found.event.verb for found in reading.events]}")
    assert len(files) > 1400
    assert alarms == []


def test_every_calendar_gets_an_answer() -> None:
    files = sorted((SHARED / "calendars").rglob("*.ics"))
    answers = list(look(files, ME, NOW))
    assert len(answers) == len(files) > 100
    assert all("entries" in answer or answer["error"] for answer in answers)
