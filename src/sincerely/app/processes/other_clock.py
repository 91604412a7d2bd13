"""Times that were read by the wrong clock: 12:30 stays 12:30 when the employer turns out to be in another zone.

What came with a zone of its own stays the instant that it is: an invitation's entry, "14:00 CET". So does what the
candidate wrote, by his or her own clock, and what a person noted by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sincerely.app.processes.exits import BY_HAND
from sincerely.core.corrections import uncorrected
from sincerely.core.events import Event, Slot, Wrote, field_names
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected
from sincerely.reading.statements.statement import Clock
from sincerely.reading.statements.whose_clock import Told, told_in

_INSTANTS = ("start", "end", "was", "by")


def on_other_clock(process: Process, zone: str, now: datetime) -> list[Event]:
    """Return the events that put a process's times on another zone's clock: what they were is corrected, and said anew.

    Args:
        process: with the zone by whose clock they were read.
        zone: by whose clock they were meant.
        now: the instant.
    """
    stand = uncorrected(process.reports)
    meant = [event for event in stand if _is_meant(event, stand, process.header)]
    if not meant:
        return []
    wrong = Corrected(
        at=now, who=tuple(dict.fromkeys(event.id for event in meant)), source=BY_HAND, note="another clock"
    )
    return [wrong, *(_moved(event, process.header.tz, ZoneInfo(zone)) for event in meant)]


def _is_meant(event: Event, stand: Sequence[Event], header: Header) -> bool:
    """Whether an event's hour was read by the process's clock because no words told whose it is."""
    moment = _moment(event)
    if moment is None or event.source == BY_HAND or (isinstance(event, Slot) and event.uid):
        return False
    told = next((how for one in _shown_by(event, stand) if (how := _how(one, moment, header))), None)
    return told is not None and told is not Told.ZONED


def _how(one: Event, moment: datetime, header: Header) -> Told | None:
    """Return how the words of an event tell an instant; the candidate's own by his or her own clock tell its zone."""
    told = told_in(one.quote, Clock(at=one.at.astimezone(header.tz), country=header.country[:2]), moment)
    return Told.ZONED if told is Told.BARE and isinstance(one, Wrote) else told


def _shown_by(event: Event, stand: Sequence[Event]) -> Iterator[Event]:
    """Yield what may show the hour: an event itself, else what was said before it, the latest first."""
    yield event
    yield from (one for one in reversed(stand) if one.at <= event.at and one is not event and one.quote)


def _moment(event: Event) -> datetime | None:
    found = (getattr(event, name, None) for name in ("start", "by"))
    return next((one for one in found if isinstance(one, datetime)), None)


def _moved(event: Event, before: tzinfo, after: tzinfo) -> Event:
    names = [name for name in _INSTANTS if name in field_names(type(event))]
    moved: dict[str, Any] = {
        name: value.astimezone(before).replace(tzinfo=after)
        for name in names
        if isinstance(value := getattr(event, name), datetime)
    }
    return replace(event, **moved)
