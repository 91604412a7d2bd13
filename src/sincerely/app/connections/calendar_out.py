"""What is due and what to wait for, into calendars: as a file, and pushed to a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from sincerely.app.connections import calendar_settings
from sincerely.app.today.reporting import report_process
from sincerely.core.policy import Policy
from sincerely.dav.errors import Changed
from sincerely.planning.entries import CalendarEntry, Held, entries_of, face_of
from sincerely.planning.entry_words import Shows
from sincerely.planning.ics_text import calendar_text
from sincerely.planning.pushing import WRITES, Do, Step, There, Written, after, changed_since, plan
from sincerely.reading.calendars.entries import entries as read_entries
from sincerely.store.base import Store

NAME = "Sincerely"


class OwnCalendar(Protocol):
    """Our calendar on a server; see `outbox.calendars.ServerCalendar`."""

    url: str

    def make(self, mark: str) -> str:
        """Make it."""

    def there(self) -> dict[str, str]:
        """Return names and versions."""

    def texts(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """Return what some entries say."""

    def write(self, name: str, text: str, etag: str) -> str:
        """Write an entry over a version."""

    def withdraw(self, name: str, etag: str) -> None:
        """Take an entry away."""


@dataclass(frozen=True)
class Pushed:
    """What a push did, or would do.

    Attributes:
        steps: each entry and what becomes of it, those that write first.
        left: entries that somebody else had changed in the meantime; they were left alone.
        summaries: of entries that are wanted, by UID.
    """

    steps: tuple[Step, ...]
    left: frozenset[str]
    summaries: Mapping[str, str]

    @property
    def writes(self) -> int:
        """How many entries were, or would be, written or withdrawn."""
        return sum(1 for step in self.steps if step.do in WRITES and step.uid not in self.left)


def entries_for(store: Store, policy: Policy, now: datetime, zone: tzinfo, shows: Shows) -> tuple[CalendarEntry, ...]:
    """Return the entries for what holds now."""
    held = []
    for process in store.lively(now):
        report = report_process(process, now, policy)
        held.append(Held(process.header, report.findings, report.ahead))
    return entries_of(held, zone, shows, calendar_settings.load(store).seed)


def as_file(found: Iterable[CalendarEntry], now: datetime) -> str:
    """Return entries as one ``.ics`` file."""
    return calendar_text(found, now, name=NAME)


def push(
    store: Store, calendar: OwnCalendar, wanted: tuple[CalendarEntry, ...], now: datetime, *, dry_run: bool = False
) -> Pushed:
    """Bring our calendar up to date, and return what was done.

    What is written is remembered entry by entry: whatever breaks, the next push goes on from there.

    Raises:
        DavError: the server can't be used; what was written before stays remembered.
    """
    known = calendar_settings.written(store) if calendar.url else {}
    if not calendar.url and not dry_run:
        settings = calendar_settings.load(store)
        calendar_settings.save(store, replace(settings, own=calendar.make(settings.seed[:8])))
        calendar_settings.save_written(store, {})
    there = _there(calendar, known, wanted) if calendar.url else {}
    steps = plan(wanted, known, there)
    summaries = {entry.uid: entry.summary for entry in wanted}
    left = frozenset[str]() if dry_run else _run(store, calendar, steps, known, now)
    return Pushed(steps, left, summaries)


def _there(calendar: OwnCalendar, known: Mapping[str, Written], wanted: Iterable[CalendarEntry]) -> dict[str, There]:
    found = {name: There(etag) for name, etag in calendar.there().items()}
    doubtful = changed_since(known, found, wanted)
    for name, data in calendar.texts(doubtful).items():
        found[name] = There(found[name].etag, _face(data))
    return found


def _face(data: bytes) -> str:
    """Return the face of what somebody may have changed; none where it is no longer one entry."""
    found = read_entries(data, own_zone=UTC).entries
    if len(found) != 1 or found[0].start is None or found[0].end is None:
        return ""
    [one] = found
    assert one.start is not None
    assert one.end is not None
    if one.all_day:
        return face_of(one.start.date(), one.end.date(), one.summary, one.description)
    return face_of(one.start.astimezone(UTC), one.end.astimezone(UTC), one.summary, one.description)


def _run(
    store: Store, calendar: OwnCalendar, steps: Iterable[Step], known: dict[str, Written], now: datetime
) -> frozenset[str]:
    """Take the steps; return the entries that somebody else had changed in the meantime."""
    left = set()
    for step in steps:
        try:
            etag = _take(calendar, step, now)
        except Changed:
            left.add(step.uid)
            continue
        before = known.pop(step.uid, None)
        new = after(step, etag, before)
        if new is not None:
            known[step.uid] = new
        if new != before:
            calendar_settings.save_written(store, known)
    return frozenset(left)


def _take(calendar: OwnCalendar, step: Step, now: datetime) -> str:
    if step.entry is not None:
        return calendar.write(step.href, calendar_text([step.entry], now), step.etag)
    if step.do is Do.WITHDRAW:
        calendar.withdraw(step.href, step.etag)
    return step.etag
