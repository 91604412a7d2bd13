"""Questions that are nothing but a day and an hour."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from sincerely.reading.meetings.bare_questions import is_asked_barely
from sincerely.reading.statements.meeting_times import slots
from sincerely.reading.statements.statement import Clock, statements

AT = datetime(2026, 11, 9, 12, tzinfo=UTC)


def asked(text: str, language: str = "en", **more: object) -> bool:
    said = statements(text, Clock(at=AT, country="US", language=language))
    about = {"known": True, "human": True, "sender": "lea@harlow.example", "employers": {"lea@harlow.example"}} | more
    scene: Any = SimpleNamespace(said=said, at=AT, **about)
    return any(is_asked_barely(slot, scene) for slot in slots(said, lambda *_: 1.0))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Saturday morning 9ish at the plant?", "en"),
        ("Enjoyed it. Saturday 9ish at our yard? And I still need that form.", "en"),
        ("How about Thursday at 3?", "en"),
        ("Does Thursday 3pm work for you?", "en"),
        ("Maybe Thursday at 3 here?", "en"),
        ("Passt Donnerstag um 15 Uhr bei uns?", "de"),
        ("Jeudi à 15h chez nous ?", "fr"),
    ],
)
def test_a_day_and_hour_and_nothing_else(text: str, language: str) -> None:
    assert asked(text, language)
    assert not asked(text, language, known=False)
    assert not asked(text, language, employers=set())


@pytest.mark.parametrize(
    "text",
    [
        "Can you send the form by Thursday at 3?",
        "Is the deadline Thursday at 3?",
        "Can Ida call your referees Thursday at 3?",
        "Thursday at 3 is the fire drill, did you know?",
        "Did you see the game on Thursday at 3?",
        "Thursday at 3.",
        "Thursday?",
        "At 3?",
        "Last Thursday at 3?",
    ],
)
def test_other_questions(text: str) -> None:
    assert not asked(text)
