"""Which events stand once corrections are taken into account."""

from __future__ import annotations

from .events import Event
from .rulings import Corrected, Split

# What was inferred with less confidence is put to the person as a question before anything is made of it.
SURE = 0.5
CORRECTIONS = (Corrected, Split)


def uncorrected(events: tuple[Event, ...]) -> list[Event]:
    """Leave out what was corrected; a corrected correction corrects nothing."""
    if {type(event) for event in events}.isdisjoint(CORRECTIONS):
        return list(events)
    struck: set[str] = set()
    # The latest correction is judged first: only one that stands itself strikes anything. What was split off
    # belongs to another process.
    for event in reversed(events):
        if (
            isinstance(event, CORRECTIONS)
            and event.confidence >= SURE
            and struck.isdisjoint((event.id, f"{event.id}/{event.source}"))
        ):
            struck.update(event.who)
    # ``ID/SOURCE`` strikes one report of a fact, ``ID`` every report of it.
    return [event for event in events if event.id not in struck and f"{event.id}/{event.source}" not in struck]
