"""A process that is none of the person's own: they sit on the panel, or it is the house that they work for today.

What was read of it never happened as theirs, and what is read later is kept likewise: filed with it, and corrected in
the same breath. So nothing of it is on Today, nothing is lost, and it comes back as a whole when the person says so.
Mail about other openings of that house begins nothing meanwhile, unless the person applied for one: it waits, and is
read again once they do, or say that it is their own. An application of theirs, or its receipt, brings it back by
itself: from then on it is one. What a referee said there holds for the whole search, and goes on with another process.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sincerely.app.processes import regrouping
from sincerely.app.processes.exits import BY_HAND, Deed, NothingThere, remember
from sincerely.app.processes.regrouping import listed, movable
from sincerely.core.events import Acknowledged, Agreed, Applied, Asked, Declined, Event
from sincerely.core.header import Header
from sincerely.core.people import same_employer
from sincerely.core.rulings import Corrected, Split
from sincerely.store.base import Change, Store

ASIDE = "aside"
"""Setting: names of the processes that are none of the person's own."""
_NOTE = "none of your own"
_BACK = "one of your own"
_OF_THE_SEARCH = (Asked, Agreed, Declined)


def set_aside(store: Store, header: Header, now: datetime) -> Deed:
    """Say that a process is none of one's own, as one deed that can be undone.

    Raises:
        NothingThere: that was said already.
    """
    kept = aside(store)
    if header.id in kept:
        raise NothingThere(f'"{header.id}" is set aside already')
    process = store.process(header.id)
    told = movable(process) if process is not None else []
    names, home = [*kept, header.id], None
    staying = [event for event in told if isinstance(event, _OF_THE_SEARCH)]
    if staying:
        home = _home(store, names)
    events = _correcting([e for e in told if home is None or e not in staying], now, BY_HAND, _NOTE)
    changes = [Change(header, events)]
    if home is not None:
        ids = tuple(dict.fromkeys(event.id for event in staying))
        events.append(Split(at=now, who=ids, to=home.id, source=BY_HAND))
        changes.append(Change(home, staying))
    return _say(store, changes, names, now, f"{header.id}: {_NOTE}")


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
    return _say(store, [Change(process.header, wrong)], rest, now, f"{found[0]}: {_BACK}")


def aside(store: Store) -> list[str]:
    """Return the names of the processes that are none of the person's own."""
    return list(store.setting(ASIDE) or ())


def keep_aside(store: Store, events: dict[str, list[Event]], headers: dict[str, Header], now: datetime) -> None:
    """Correct what was just read of processes that are set aside; an application brings one back.

    Args:
        store: the candidate's store, within the transaction that keeps the events.
        events: by process; corrections are added to them, and what referees said goes elsewhere.
        headers: what these processes are about.
        now: the instant.
    """
    kept = aside(store)
    back = [name for name in kept if applies(events.get(name, ()))]
    for name in kept:
        if name not in back and events.get(name):
            staying = [event for event in events[name] if isinstance(event, _OF_THE_SEARCH)]
            home = _home(store, kept) if staying else None
            if home is not None:
                headers.setdefault(home.id, home)
                events.setdefault(home.id, []).extend(staying)
                events[name] = [event for event in events[name] if event not in staying]
            events[name] += _correcting(events[name], now, "sync", _NOTE)
    if back:
        store.set_setting(ASIDE, [name for name in kept if name not in back])


def applies(events: Iterable[Event]) -> bool:
    """Whether the person applies there, or their application arrived."""
    return any(isinstance(event, Applied | Acknowledged) for event in events)


def aside_at(store: Store, employer: str) -> tuple[str, ...]:
    """Return the processes that are set aside at an employer's house; none where one of that house stands."""
    names = aside(store)
    if not names or not employer:
        return ()
    headers = [process.header for name in names if (process := store.process(name)) is not None]
    found = tuple(header.id for header in headers if same_employer(header.employer, employer))
    stands = (row.header.employer for row in listed(store) if row.header.id not in names)
    return () if found and any(same_employer(house, employer) for house in stands) else found


def _home(store: Store, but: Iterable[str]) -> Header | None:
    """Return the process that was heard of last and is sure to be one, but for some."""
    for row in listed(store):
        process = store.process(row.header.id) if row.header.id not in but else None
        if process is not None and process.events:
            return process.header
    return None


def _say(store: Store, changes: list[Change], names: list[str], now: datetime, label: str) -> Deed:
    before = aside(store)
    items = tuple((one.header.id, f"{event.id}/{event.source}") for one in changes for event in one.events)
    deed = Deed(now, label, items, settings={ASIDE: before})
    with store.transaction():
        store.add(changes, now)
        regrouping.remember(store, changes)
        store.set_setting(ASIDE, names)
        remember(store, deed)
    return deed


def _correcting(events: Iterable[Event], now: datetime, source: str, note: str) -> list[Event]:
    ids = tuple(dict.fromkeys(event.id for event in events))
    return [Corrected(at=now, who=ids, source=source, note=note)] if ids else []
