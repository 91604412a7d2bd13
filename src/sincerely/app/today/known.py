"""One candidate's processes and their reports, kept from one page to the next as long as they are the same.

A process changes when an event is added, here or in another process that bears on it, or when its header is replaced.
Its report changes at the instant that the report itself names. Nothing is asked again before one of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sincerely.app.today.reporting import Line, report_process, urgent_first
from sincerely.core.header import Header
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.report import Report
from sincerely.store.base import Store, Summary
from sincerely.store.version import Version


@dataclass
class _State:
    """What was loaded and reported while nothing changed."""

    newest: int
    headers: tuple[Header, ...]
    policy: Policy
    version: Version | None = None
    rows: Sequence[Summary] = ()
    processes: dict[str, Process] = field(default_factory=dict)
    reports: dict[str, tuple[datetime, Report]] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """What is known, as the store stands now.

    Attributes:
        rows: every process as lists show it.
    """

    rows: Sequence[Summary]
    _store: Store
    _state: _State

    def processes(self, names: Iterable[str]) -> list[Process]:
        """Return the named processes; those that were not wanted before are loaded."""
        wanted, held = list(names), self._state.processes
        missing = [name for name in wanted if name not in held]
        if missing:
            held.update({process.header.id: process for process in self._store.processes(missing)})
        return [held[name] for name in wanted if name in held]

    def lively(self, now: datetime) -> list[Process]:
        """Return the processes that something may hold of, as `Store.lively` does."""
        return self.processes(
            row.header.id for row in self.rows if row.holds or (row.wake_at is not None and row.wake_at <= now)
        )

    def same_until(self, now: datetime) -> datetime | None:
        """Return until when what was reported, and whether something may hold, stays as it is; None: until a change."""
        told = [row.wake_at for row in self.rows]
        told += [report.wake_at for _, report in self._state.reports.values()]
        return min((at for at in told if at is not None and at > now), default=None)

    def lines(self, processes: Iterable[Process], now: datetime) -> list[Line]:
        """Return what holds of processes, most urgent first."""
        return urgent_first((process, self.report(process, now)) for process in processes)

    def report(self, process: Process, now: datetime) -> Report:
        """Return what holds of a process that this look gave."""
        name = process.header.id
        if name in self._state.reports:
            made_at, report = self._state.reports[name]
            if made_at <= now and (report.wake_at is None or now < report.wake_at):
                return report
        report = report_process(process, now, self._state.policy)
        self._state.reports[name] = now, report
        return report


class Known:
    """What was loaded and reported of one candidate; never used for another's store."""

    def __init__(self) -> None:
        self._state: _State | None = None

    def look(self, store: Store, policy: Policy) -> Look:
        """Return what is known; all of it is forgotten where anything was added or renamed since."""
        # The marks first: what is added in between is loaded once more, and never missed.
        version, state = store.version(), self._state
        if state is not None and state.policy is policy and version is not None and state.version == version:
            return Look(state.rows, store, state)
        newest, rows = store.newest(), store.summaries()
        headers = tuple(row.header for row in sorted(rows, key=lambda row: row.header.id))
        if state is None or (state.newest, state.headers) != (newest, headers) or state.policy is not policy:
            state = _State(newest, headers, policy)
        elif version is not None and state.version is not None and version.tables != state.version.tables:
            state = _State(newest, headers, policy)  # something was erased, or it is another store
        # Another object than before: whoever looks at this moment keeps the rows that go with their mark.
        state = self._state = replace(state, version=version, rows=rows)
        return Look(rows, store, state)
