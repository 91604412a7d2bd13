"""The first import of an old mailbox: what has long been silent is closed kindly, in one line that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sincerely.core.events import Closed
from sincerely.core.process import Process
from sincerely.store.base import Change, Store

from .exits import Deed, add_all

SILENT = timedelta(days=45)


def close_silent(store: Store, names: Iterable[str], now: datetime) -> Deed | None:
    """Close those of the named processes that were silent for 45 days and have nothing ahead.

    They end when the 45 days were over, not today: nothing is owed for what ended long ago.
    """
    changes = []
    for name in names:
        process = store.process(name)
        if process is not None and (ended := _silent_since(process, now)) is not None:
            changes.append(Change(process.header, [Closed(at=ended, reason="silent", source="first import")]))
    if not changes:
        return None
    count = len(changes)
    label = f"closed {count} {'process' if count == 1 else 'processes'} that had long been silent"
    return add_all(store, changes, now, label)


def _silent_since(process: Process, now: datetime) -> datetime | None:
    if process.outcome is not None or not process.told:
        return None
    last = max([process.told[-1].at, *(interview.end for interview in process.interviews)])
    ended = last + SILENT
    return ended if ended <= now else None
