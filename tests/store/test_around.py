"""What the store puts around a process is what the core projects, however it saves work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.core.around import bears_outside, project
from sincerely.core.events import Agreed, Applied, Event, Found, Offered, Wrote
from sincerely.core.header import Header
from sincerely.core.rulings import Corrected, Done
from sincerely.store.judging import Surroundings

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
EMPLOYERS = st.sampled_from(["", "Acme Corp", "ACME", "Bolt Ltd", "Curio Inc", "Dune plc"])
MAKERS: dict[type[Event], dict[str, Any]] = {
    Agreed: {"who": ("kim@uni.example",)},
    Applied: {},
    Corrected: {"who": ("0123456789ab",)},
    Done: {"code": "WAIT003"},
    Found: {"who": ("42",)},
    Offered: {},
    Wrote: {"purpose": "check-in"},
}


@st.composite
def events(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(list(MAKERS)))
    values = {**MAKERS[kind], "confidence": draw(st.sampled_from([0.5, 1.0])), "source": draw(st.sampled_from("ab"))}
    if kind is Found:
        values["employer"] = draw(EMPLOYERS)
    return kind(at=START + timedelta(minutes=draw(st.integers(0, 3))), **values)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(EMPLOYERS, st.lists(events(), max_size=4)), max_size=5))
def test_around_is_what_the_core_projects(drawn: list[tuple[str, list[Event]]]) -> None:
    processes = [(Header(id=f"p{n}", employer=employer), found) for n, (employer, found) in enumerate(drawn)]
    surroundings = Surroundings()
    for header, found in processes:
        for event in filter(bears_outside, found):
            surroundings.show(header.id, header.employer, event)
    for header, found in processes:
        assert surroundings.process(header, found).around == project(header, processes)
