"""A process that is none of the person's own: they sit on the panel, or it is the house that they work for today.

What was read of it never happened as theirs, and what is read later is kept likewise: filed with it, and corrected in
the same breath. So nothing of it is on Today, nothing is lost, and it comes back as a whole when the person says so.
An application of theirs, or its receipt, brings it back by itself: from then on it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sincerely.app.processes.exits import BY_HAND, Deed, NothingThere, remember
from sincerely.app.processes.regrouping import listed, movable
from sincerely.core.events import Acknowledged, Applied, Event
from sincerely.core.header import Header
from sincerely.core.people import same_employer
from sincerely.core.rulings import Corrected
from sincerely.store.base import Change, Store

ASIDE = "aside"
"""Setting: names of the processes that are none of the person's own."""
_NOTE = "none of your own"
_BACK = "one of your own"


def set_aside(store: Store, header: Header, now: datetime) -> Deed:
    """Say that a process is none of one's own, as one deed that can be undone.

    Raises:
        NothingThere: that was said already.
    """
    kept = aside(store)
    if header.id in kept:
        raise NothingThere(f'"{header.id}" is set aside already')
    process = store.process(header.id)
    wrong = _correcting(movable(process), now, BY_HAND, _NOTE) if process is not None else []
    return _say(store, header, wrong, [*kept, header.id], now, f"{header.id}: {_NOTE}")


def bring_back(store: Store, name: str, now: datetime) -> Deed:
    """Say that a process is one's own after all, with everything that was read of it in the meantime.

    Raises:
        NothingThere: no process of that name is set aside, or several are.
    """
    kept = aside(store)
    found = [one for one in kept if one == name] or [one for one in kept if one.startswith(name)]
    process = store.process(found[0]) if len(found) == 1 else None
    if process is None:
        raise NothingThere(f'"{name}" is not set aside; what is: {", ".join(found or kept) or "nothing"}')
    by = tuple(event.id for event in process.told if isinstance(event, Corrected) and event.note == _NOTE)
    wrong: list[Event] = [Corrected(at=now, who=by, source=BY_HAND, note=_BACK)] if by else []
    rest = [one for one in kept if one != found[0]]
    return _say(store, process.header, wrong, rest, now, f"{found[0]}: {_BACK}")


def aside(store: Store) -> list[str]:
    """Return the names of the processes that are none of the person's own."""
    return list(store.setting(ASIDE) or ())


def keep_aside(store: Store, events: Mapping[str, list[Event]], now: datetime) -> None:
    """Correct what was just read of processes that are set aside; an application brings one back.

    Args:
        store: the candidate's store, within the transaction that keeps the events.
        events: by process; corrections are added to them.
        now: the instant.
    """
    kept = aside(store)
    back = [name for name in kept if applies(events.get(name, ()))]
    for name in kept:
        if name not in back and events.get(name):
            events[name] += _correcting(events[name], now, "sync", _NOTE)
    if back:
        store.set_setting(ASIDE, [name for name in kept if name not in back])


def applies(events: Iterable[Event]) -> bool:
    """Whether the person applies there, or their application arrived."""
    return any(isinstance(event, Applied | Acknowledged) for event in events)


def is_of_a_house_aside(store: Store, employer: str) -> bool:
    """Whether an employer is the house of a process that is set aside, and of none that stands."""
    names = aside(store)
    if not names or not employer:
        return False
    headers = [process.header for name in names if (process := store.process(name)) is not None]
    if not any(same_employer(header.employer, employer) for header in headers):
        return False
    return not any(same_employer(row.header.employer, employer) for row in listed(store) if row.header.id not in names)


def _say(store: Store, header: Header, events: list[Event], names: list[str], now: datetime, label: str) -> Deed:
    before = aside(store)
    items = tuple((header.id, f"{event.id}/{event.source}") for event in events)
    deed = Deed(now, label, items, settings={ASIDE: before})
    with store.transaction():
        store.add([Change(header, events)], now)
        store.set_setting(ASIDE, names)
        remember(store, deed)
    return deed


def _correcting(events: Iterable[Event], now: datetime, source: str, note: str) -> list[Event]:
    ids = tuple(dict.fromkeys(event.id for event in events))
    return [Corrected(at=now, who=ids, source=source, note=note)] if ids else []
