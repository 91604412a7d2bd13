"""Processes merged and split by hand. Each is one deed of events that can be undone, and later mail follows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, count

from sincerely.app.processes.exits import BY_HAND, Deed, NothingThere, add_all, said_by_hand
from sincerely.core.corrections import uncorrected
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.core.rulings import Apart, Corrected, Merged, Split
from sincerely.core.timeline import Timeline
from sincerely.store.base import Change, Message, Store, Summary

# Which processes hold such events: so that a sync need not look at all of them.
REGROUPED = "regrouped"
# Of these a merger keeps what a person said. Where an employer is, its hours hang on: that stays.
_WORDS = ("employer", "role", "via", "consultant")
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def listed(store: Store) -> list[Summary]:
    """Return the processes that stand: one whose events all went elsewhere is none any more."""
    return standing(store.summaries())


def standing(rows: Iterable[Summary]) -> list[Summary]:
    """Return those of some processes that stand."""
    return [row for row in rows if row.last_at is not None or not row.events]


def named(store: Store, name: str) -> Header:
    """Return the one process whose name is this, or begins so; of what was merged, the one that it is part of now.

    Raises:
        NothingThere: none does, or several do.
    """
    headers = [row.header for row in listed(store)]
    found = [h for h in headers if h.id == name] or [h for h in headers if h.id.startswith(name)]
    if not found:
        standing_now = {header.id: header for header in headers}
        merged = regrouped(store)[0]
        went = {home(merged, one) for one in merged if one == name} or {
            home(merged, one) for one in merged if one.startswith(name)
        }
        found = [standing_now[one] for one in sorted(went) if one in standing_now]
    if len(found) == 1:
        return found[0]
    names = ", ".join(h.id for h in (found or headers)[:8]) or 'none yet; "sincerely sync PATH" reads your mail'
    how = "several processes begin" if found else "no process begins"
    raise NothingThere(f'{how} with "{name}": there are {names}')


def merge(store: Store, other: Header, into: Header, now: datetime) -> Deed:
    """Say that two processes are one: the first one's events belong to the second from now on.

    Raises:
        NothingThere: they are the same already.
    """
    if other.id == into.id:
        raise NothingThere(f'"{into.id}" is one process already; name two')
    moved = _standing(store, other)
    if not moved:
        raise NothingThere(f'"{other.id}" has no events that could be moved')
    changes = _merging(moved, other, into, now, BY_HAND)
    changes += _back_again(store, into, moved, now)
    return _add(store, changes, now, f"{other.id} merged into {into.id}", _kept_words(store, other, into))


def _kept_words(store: Store, other: Header, into: Header) -> dict[str, dict[str, str]]:
    """Return what one process says of an opening and the other does not know, or was not told by hand."""
    here, there = said_by_hand(store, into.id), said_by_hand(store, other.id)
    told = {name: getattr(other, name) for name in _WORDS if name in there and name not in here}
    if "via" in here or "consultant" in here:
        told = {name: value for name, value in told.items() if name not in {"via", "consultant"}}
    if not into.role and "role" not in here:
        told["role"] = other.role
    told = {name: value for name, value in told.items() if value != getattr(into, name)}
    return {into.id: told} if told else {}


def _back_again(store: Store, to: Header, moved: Sequence[Event], now: datetime) -> list[Change]:
    """Return that an undoing does not hold any more: these events were here before, and that was taken back."""
    process = store.process(to.id)
    names = {name for event in moved for name in (event.id, f"{event.id}/{event.source}")}
    told = uncorrected(process.told) if process is not None else []
    bound = _of_regrouping(process.told) if process is not None else set()
    undone = [e.id for e in told if isinstance(e, Corrected) and e.id in bound and not names.isdisjoint(e.who)]
    return [Change(to, [Corrected(at=now, who=tuple(undone), source=BY_HAND)])] if undone else []


def join(store: Store, name: str, into: str, now: datetime) -> None:
    """Say that what was no more than a question belongs to a process that is known; within a transaction."""
    other, home = store.process(name), store.process(into)
    if other is not None and home is not None and (moved := movable(other)):
        changes = _merging(moved, other.header, home.header, now, "sync")
        store.add(changes, now)
        remember(store, changes)


def _merging(moved: Sequence[Event], other: Header, into: Header, now: datetime, source: str) -> list[Change]:
    away = Split(at=now, who=_ids(moved), to=into.id, source=source)
    here = Merged(at=now, who=(other.id,), source=source)
    return [Change(into, [*moved, here]), Change(other, [away])]


def split(store: Store, header: Header, events: Sequence[Event], to: Header, now: datetime) -> Deed:
    """Say that some events of a process belong to another, which is made where it does not exist yet.

    Raises:
        NothingThere: no event is named, or all are.
    """
    standing = _standing(store, header)
    if not events or len(_ids(events)) >= len(_ids(standing)):
        raise NothingThere(f'name some of the events of "{header.id}", and not all of them')
    away = Split(at=now, who=_ids(events), to=to.id, source=BY_HAND)
    changes = [Change(to, list(events)), Change(header, [away])]
    return _add(store, changes, now, f"{len(_ids(events))} events of {header.id} split off to {to.id}")


def apart(header: Header, name: str, *, employer: str = "", role: str = "") -> Header:
    """Return what a process that is split off is about: the same but for what is said."""
    return replace(header, id=name, employer=employer or header.employer, role=role or header.role)


def movable(process: Process) -> list[Event]:
    """Return the events that can be split off.

    Not what a regrouping was taken back by: elsewhere it would strike what it never was about, and gone from here the
    regrouping would hold again.
    """
    bound = _of_regrouping(process.told)
    return [event for event in uncorrected(process.told) if event.id not in bound]


def _of_regrouping(events: Iterable[Event]) -> set[str]:
    """Return the names of events by which processes were merged or split, and that was taken back or said again."""
    bound: set[str] = set()
    apart: set[str] = set()
    for event in events:
        about = {name.partition("/")[0] for name in event.who} if isinstance(event, Corrected) else set()
        if isinstance(event, Apart):
            apart.add(event.id)  # goes along itself, as anything that a person said of a process
        elif isinstance(event, Merged | Split) or not about.isdisjoint(bound | apart):
            bound.add(event.id)
    return bound


def new_name(store: Store, employer: str, role: str) -> str:
    """Return a name for a process that no other has."""
    base = "-".join("".join(c if c.isalnum() else " " for c in f"{employer} {role}".casefold()).split()) or "process"
    taken = {row.header.id for row in store.summaries()}
    return next(name for name in chain([base], (f"{base}-{number}" for number in count(2))) if name not in taken)


def regrouped(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    """Return what later mail has to follow: names of merged processes, and sources of events split off."""
    merged: dict[str, str] = {}
    sources: dict[str, str] = {}
    for name in store.setting(REGROUPED) or ():
        process = store.process(name)
        if process is None:
            continue
        for event in uncorrected(process.told):
            if isinstance(event, Merged):
                merged.update(dict.fromkeys(event.who, name))
            elif isinstance(event, Split):
                sources.update(dict.fromkeys(_sources(process, event), event.to))
    return merged, sources


def home(merged: Mapping[str, str], name: str) -> str:
    """Return the process that one is part of now, by which was merged into which; itself where it was not."""
    for _ in range(len(merged)):
        if name not in merged:
            break
        name = merged[name]
    return name


def mails_of(store: Store, name: str) -> list[Message]:
    """Return the messages of a process and of those that were merged into it, oldest first."""
    merged = regrouped(store)[0]
    names = [one for one in merged if one != name and home(merged, one) == name]
    mails = store.messages_of(name)
    if not names:
        return mails
    for one in names:
        mails += store.messages_of(one)
    return sorted(mails, key=lambda mail: mail.date or _LONG_AGO)


def _sources(process: Process, away: Split) -> set[str]:
    return {event.source for event in process.told if event.id in away.who and event.source.startswith("<")}


def _standing(store: Store, header: Header) -> list[Event]:
    process = store.process(header.id)
    return movable(process) if process is not None else []


def _ids(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(event.id for event in events))


def _add(
    store: Store,
    changes: Sequence[Change],
    now: datetime,
    label: str,
    headers: Mapping[str, Mapping[str, str]] | None = None,
) -> Deed:
    with store.transaction():
        deed = add_all(store, changes, now, label, headers)
        remember(store, changes)
    return deed


def remember(store: Store, changes: Iterable[Change | Timeline]) -> None:
    """Note which of these processes were merged or split, so that later mail can follow."""
    new = [c.header.id for c in changes if any(isinstance(event, Merged | Split) for event in c.events)]
    if new:
        store.set_setting(REGROUPED, list(dict.fromkeys([*(store.setting(REGROUPED) or ()), *new])))
