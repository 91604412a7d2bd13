"""The first import of an old mailbox: what has long been silent is closed kindly, in one line that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sincerely.app.processes.exits import Deed, add_all
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Closed, Moved, Offered, Promised, Requested, Scheduled
from sincerely.core.facts import day_of
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar
from sincerely.store.base import Change, Store

SILENT = timedelta(days=45)
# Nobody is let go before this many business days after the date that they named: the same as WAIT005.
AFTER_PROMISE = 10


def close_silent(store: Store, names: Iterable[str], now: datetime) -> Deed | None:
    """Close those of the named processes that were silent for 45 days and have nothing ahead.

    They end when the 45 days were over, or what was still ahead then; not today: nothing is owed for what ended long
    ago.
    """
    changes = []
    for name in names:
        process = store.process(name)
        if process is not None and (ended := silent_since(process, now)) is not None:
            changes.append(Change(process.header, [Closed(at=ended, reason="silent", source="first import")]))
    if not changes:
        return None
    count = len(changes)
    label = f"closed {count} {'process' if count == 1 else 'processes'} that had long been silent"
    return add_all(store, changes, now, label)


def silent_since(process: Process, now: datetime) -> datetime | None:
    """Return when a process had been silent for long with nothing ahead, None where it has not, or has ended."""
    if process.outcome is not None or not process.told:
        return None
    last = max([process.told[-1].at, *(interview.end for interview in process.interviews)])
    if now - last < SILENT:
        return None
    calendar = working_calendar(process.header.country, process.header.zone)
    ended = max([last + SILENT, *_over(process, calendar)])
    return ended if ended <= now else None


def _over(process: Process, calendar: WorkingCalendar) -> Iterator[datetime]:
    """Yield when what was ahead is over: dates named or set by the employer, those put as a question among them."""
    for event in (*process.events, *process.unsure):
        if isinstance(event, Promised) and event.by is not None:
            yield calendar.opening(calendar.business_day_after(day_of(event.by, calendar), AFTER_PROMISE))
        elif isinstance(event, Requested | Offered) and event.by is not None:
            yield event.by if isinstance(event.by, datetime) else calendar.end_of(event.by)
    for event in process.unsure:
        if isinstance(event, Scheduled | Moved):
            yield from (at for at in (event.start, event.end) if at is not None)
