"""Whom one will meet, by the words around their names."""

from __future__ import annotations

import pytest

from sincerely.app.models import load_models
from sincerely.core.events import Moved, Scheduled
from sincerely.reading.reader import read

HEAD = "From: Dana Lee <dana@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Interview\n"
DATE = "Date: Tue, 03 Mar 2026 10:00:00 +0000\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("you will meet Lena Petrov and Ida Holm.", {"Lena Petrov", "Ida Holm"}),
        ("you will meet Lena Petrov, and not Ida Holm.", {"Lena Petrov"}),
        ("you will meet me and Lena Petrov.", {"dana@larkhill.example", "Lena Petrov"}),
        ("you will meet Lena Petrov. Scheduled for you by Ida Holm.", {"Lena Petrov"}),
        ("you will meet Lena Petrov. Ida Holm has had to step down from the panel.", {"Lena Petrov"}),
    ],
)
def test_those_are_met_who_are_said_to_be_there(text: str, who: set[str]) -> None:
    said = (
        f"Dear Robin,\n\nYour interview is confirmed for Thursday, 12 March at 2:00 PM: {text}\n\nDana Lee\nLarkhill\n"
    )
    reading = read((HEAD + DATE + said).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    # Whether it is sure enough to be told is not what is looked at here.
    news = [found.event for found in (*reading.events, *reading.questions)]
    [met] = [event.who for event in news if isinstance(event, Scheduled | Moved)]
    assert set(met) == who
