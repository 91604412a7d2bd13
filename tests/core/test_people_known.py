"""Whose addresses a process knows: of everybody who brought news of it."""

from __future__ import annotations

import pytest

from sincerely.core.facts import people_known
from sincerely.core.fold import fold
from sincerely.core.timeline import parse

HEAD = 'process a employer="Acme" role="Nurse" zone=Europe/London country=GB\n'


@pytest.mark.parametrize(
    "line",
    [
        "offered dana@acme.example by=2026-03-13",
        "rejected dana@acme.example",
        'cancelled dana@acme.example start="2026-03-12 14:00"',
        "moved dana@acme.example",
        'told-why dana@acme.example reason="experience"',
    ],
)
def test_who_brought_the_news_can_be_written_to(line: str) -> None:
    [timeline] = parse(f"{HEAD}2026-03-05 10:00 {line}\n", "story")
    assert people_known(fold(timeline.header, timeline.events)) == ("dana@acme.example",)
