"""What is asked of where a mail belongs: remembered, answered, and the answer taken back.

What is asked, and what counts until the answer, see `reading.linking.which_opening`. The answer no hands the mail on
to the next of the openings that it may be about, where it is asked of that one; the last one that is left it is, but
where it may be of none of them: then it is asked of the last one, too, and a no strikes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sincerely.app.processes.exits import BY_HAND, Deed, keep_with
from sincerely.app.processes.regrouping import apart, new_name, remember
from sincerely.app.today.wording import title
from sincerely.core.asking import still_open
from sincerely.core.corrections import SURE, uncorrected
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected, Split
from sincerely.reading.linking.which_opening import Doubt, is_of_one_opening
from sincerely.store.base import Change, Store

DOUBTED, ANSWERED = "belonging", "belonging_answered"
BETWEEN = "between_openings"
"""Setting of an older version: by the name of a fact, the processes to which it may belong, in the order of asking."""
_MOST = 200


def keep(store: Store, doubts: Iterable[Doubt]) -> None:
    """Remember what is to be asked; within a transaction."""
    new = {one.asked: one for one in doubts}
    if new:
        rows: list[dict[str, Any]] = store.setting(DOUBTED) or []
        kept = {row["asked"]: row for row in rows} | {name: asdict(one) for name, one in new.items()}
        store.set_setting(DOUBTED, list(kept.values())[-_MOST:])


def _kept(store: Store) -> dict[str, Doubt]:
    """Return what was remembered, answered or not, by the event that is shown."""
    older: dict[str, list[str]] = store.setting(BETWEEN) or {}
    found = {
        name: Doubt(name, first, (name,), (name,), others=tuple(others), open=True)
        for name, (first, *others) in older.items()
    }
    return found | {row["asked"]: _doubt_of(row) for row in store.setting(DOUBTED) or ()}


def _doubt_of(row: Mapping[str, Any]) -> Doubt:
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Doubt(**told)


def answered_doubts(store: Store) -> tuple[Doubt, ...]:
    """Return what was asked and answered."""
    answered = set(store.setting(ANSWERED) or ())
    return tuple(one for name, one in _kept(store).items() if name in answered)


def open_doubts(store: Store) -> dict[str, Doubt]:
    """Return what is to be answered still, by the event that is shown."""
    answered = set(store.setting(ANSWERED) or ())
    return {name: one for name, one in _kept(store).items() if name not in answered}


def doubtful(doubts: Mapping[str, Doubt], besides: Iterable[Process]) -> list[str]:
    """Return the names of the processes whose messages may belong elsewhere, besides some that are at hand.

    Those at hand are lively, as every process is that is unsure of something.
    """
    known = {process.header.id for process in besides}
    standing = (one for one in doubts.values() if one.asked not in one.lowered)
    names = dict.fromkeys(name for one in standing for name in (one.process, *one.others))
    return [name for name in names if name not in known]


def doubts_of(process: Process, doubts: Mapping[str, Doubt]) -> Iterator[tuple[Event, Doubt]]:
    """Yield what is asked of a process, by what of it weighs most: what waits for the answer, or what stands."""
    unsure, standing = ({event.id: event for event in some} for some in (still_open(process), process.events))
    for each in doubts.values():
        one = each.at(process.header.id)
        if one is None:
            continue
        waits = [unsure[name] for name in one.lowered if name in unsure]
        event = waits[-1] if waits else None if one.asked in one.lowered else standing.get(one.asked)
        if event is not None:
            yield event, one


def answer(store: Store, process: Process, one: Doubt, *, yes: bool, now: datetime) -> Deed:
    """Take the answer to whether a message belongs to a process, as one deed that can be undone."""
    told = [event for event in (*process.events, *process.unsure) if event.id in one.events]
    waits = [event for event in told if event.id in one.lowered and event.confidence < SURE]
    # What is known now cannot be later than what comes next.
    sure = [replace(event, at=min(event.at, now), confidence=1.0, source=BY_HAND) for event in waits]
    settled = {ANSWERED: [*(store.setting(ANSWERED) or ()), one.asked][-_MOST:]}
    here = title(process.header)
    if yes:
        changes = [Change(process.header, sure)] if sure else []
        return keep_with(store, changes, settled, now, f"Yes: to {here}")
    left = [known.header for name in one.others if (known := store.process(name)) is not None and known.events]
    if one.open and not left:
        wrong = Corrected(at=now, who=_ids(filter(is_of_one_opening, told)), source=BY_HAND)
        return keep_with(store, [Change(process.header, [wrong])], settled, now, f"No: not {here} either")
    to = left[0] if left else _of_its_own(store, process.header, one)
    if one.open or len(left) > 1:
        moved, settled, label = told, {}, f"Not {here}; it is asked of {title(to)}"
    else:
        moved, label = [event for event in told if event not in waits] + sure, f"No: to {title(to)}"
    away = Split(at=now, who=_ids(told), to=to.id, source=BY_HAND)
    changes = [Change(to, [*moved, *_taken_back(store, moved, to, now)]), Change(process.header, [away])]
    with store.transaction():
        deed = keep_with(store, changes, settled, now, label)
        remember(store, changes)
    return deed


def _taken_back(store: Store, moved: Iterable[Event], to: Header, now: datetime) -> Iterator[Corrected]:
    """Yield that an undoing does not hold any more: these facts were moved there before, and that was taken back."""
    process = store.process(to.id)
    names = {name for event in moved for name in (event.id, f"{event.id}/{event.source}")}
    told = uncorrected(process.told) if process is not None else []
    undone = [one.id for one in told if isinstance(one, Corrected) and not names.isdisjoint(one.who)]
    if undone:
        yield Corrected(at=now, who=tuple(undone), source=BY_HAND)


def _of_its_own(store: Store, header: Header, one: Doubt) -> Header:
    name = new_name(store, header.employer, one.role)
    return replace(apart(header, name), role=one.role)


def _ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(event.id for event in events))
