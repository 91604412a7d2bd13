"""How long an interview lasts is not how long what one is to show may be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sincerely.reading.statements import meeting_times as meetings
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Clock, statements

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
START = datetime(2026, 3, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("fr", "Nous vous demandons de préparer une présentation de 15 minutes.", None),
        ("fr", "L'entretien dure 45 minutes.", 45),
        ("de", "Bitte bereiten Sie einen Vortrag von 15 Minuten vor.", None),
        ("de", "Das Gespräch dauert etwa 45 Minuten.", 45),
        ("en", "The interview will take 45 minutes.", 45),
        ("en", "Please prepare a presentation of 15 minutes.", None),
    ],
)
def test_a_presentations_length_is_its_own(language: str, text: str, minutes: int | None) -> None:
    said = statements(text, Clock(at=AT, country="GB", language=language))
    end = meetings.lengthened(Slot(START, None, 0, 0, 0, 1.0), said).end
    assert end == (START + timedelta(minutes=minutes) if minutes else None)
