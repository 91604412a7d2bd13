"""Whose address is known from their own mail is thanked by it, where an invitation has only the name."""

from __future__ import annotations

import pytest

from sincerely.core.facts import interviewers
from sincerely.core.fold import fold
from sincerely.core.timeline import parse

HEAD = 'process a employer="Acme" role="Nurse" zone=Europe/London country=GB\n'


@pytest.mark.parametrize(
    ("wrote", "who"),
    [
        ("imogen.hart@acme.example", "imogen.hart@acme.example"),
        ("ihart@acme.example", "ihart@acme.example"),
        ("dana.lee@acme.example", "Imogen Hart"),
        ("imogen.lee@acme.example", "Imogen Hart"),
    ],
)
def test_a_name_has_the_address_from_which_that_one_writes(wrote: str, who: str) -> None:
    story = f'{HEAD}2026-03-05 10:00 heard {wrote} asks=yes\n2026-03-05 11:00 scheduled "Imogen Hart" start="2026-03-09 10:00"\n'
    [timeline] = parse(story, "story")
    process = fold(timeline.header, timeline.events)
    assert interviewers(process, process.interviews[0]) == (who,)
