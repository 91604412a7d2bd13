"""The store over a database: one tenant's candidate, whose rows are all that it sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

from sincerely.core.around import bears_outside, project
from sincerely.core.events import Event
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.process import Process

from . import judging
from .accounts import Accounts
from .answers import Answers
from .base import Added, Change, Erasure, Judge, StoreError, Summary
from .database import Database
from .erasing import Erasing
from .handing import Handing
from .outbound import Outbound
from .papers import Papers
from .reminders import Reminders
from .rows import event_of, event_values, header_of, header_values, plain, summary_of, to_micros
from .searching import Searching
from .version import Version

Report = tuple[str, str]
"""An event's id and its source: who reports which fact."""

_NOT_YET_JUDGED: Mapping[str, Any] = {
    "state": "",
    "holds": False,
    "wake_at": None,
    "first_at": None,
    "last_at": None,
    "events": 0,
}


class SqlStore(Papers, Outbound, Reminders, Accounts, Handing, Searching, Answers, Erasing):
    """Implements `base.Store`: processes here, what else there is in the classes that it is made of."""

    def __init__(self, database: Database, tenant: str, candidate: str, judge: Judge) -> None:
        super().__init__(database, tenant, candidate)
        self._judge = judge

    def transaction(self) -> AbstractContextManager[None]:
        return self._writing()

    def add(self, changes: Iterable[Change], now: datetime) -> Added:
        told: dict[str, dict[Report, Event]] = {}
        wanted: dict[str, Header] = {}
        for change in changes:
            wanted.setdefault(change.header.id, change.header)
            reports = told.setdefault(change.header.id, {})
            for event in change.events:
                reports.setdefault((event.id, event.source), event)
        if not wanted:
            return Added((), ())
        with self._writing():
            headers = self._headers()
            made = [header for name, header in wanted.items() if name not in headers]
            self._make(made)
            headers.update({header.id: header for header in made})
            new = self._unknown(told)
            self._insert(new, now)
            changed = {header.id for header in made} | {name for name, events in new.items() if events}
            judged = changed | _shown_to(headers, new)
            self._rejudge({name: header for name, header in headers.items() if name in judged}, now)
        ids = dict.fromkeys(event.id for events in new.values() for event in events)
        return Added(tuple(ids), tuple(name for name in headers if name in judged))

    def set_header(self, header: Header, now: datetime) -> None:
        with self._writing():
            headers = self._headers()
            old = headers.get(header.id)
            if old is None:
                raise StoreError(f'{self._database.place}: no process is called "{header.id}"; add it first')
            values = {f"new_{name}": value for name, value in header_values(header).items() if name != "id"}
            keys = {"its_tenant": plain(self._tenant), "its_candidate": plain(self._candidate)}
            self._database.run("process_set_header", [{**keys, "its_id": plain(header.id), **values}])
            headers[header.id] = header
            # Others see this process under its employer's name, and check-ins count for the employer as a whole.
            self._rejudge(headers if old.employer != header.employer else {header.id: header}, now)

    def erase(self, erasure: Erasure, now: datetime) -> None:
        with self._writing():
            self._erase(erasure)
            self._rejudge(self._headers(), now)

    def judge_all(self, now: datetime) -> None:
        with self._writing():
            self._rejudge(self._headers(), now)

    def process(self, name: str) -> Process | None:
        with self._reading():
            rows = self._rows("process_header", id=plain(name))
            return next(iter(self._loaded(map(header_of, rows))), None)

    def processes(self, names: Iterable[str]) -> list[Process]:
        wanted = set(names)
        if not wanted:
            return []
        with self._reading():
            return self._loaded([header for name, header in self._headers().items() if name in wanted])

    def histories(self) -> list[Process]:
        with self._reading():
            headers = self._headers()
            events = judging.events_of(self._database, self._tenant, list(self._keyed(headers)))
        return [fold(headers[name], told) for (_, name), told in events.items()]

    def newest(self) -> int:
        with self._reading():
            [[last]] = self._rows("event_newest")
            return last or 0

    def version(self) -> Version | None:
        return self._database.version()

    def summaries(self) -> list[Summary]:
        with self._reading():
            return [summary_of(row) for row in self._rows("process_summaries")]

    def lively(self, now: datetime) -> list[Process]:
        with self._reading():
            return self._loaded([header_of(row) for row in self._rows("process_lively", now=to_micros(now))])

    def sweep(self, now: datetime, limit: int = 1000) -> list[str]:
        found = judging.sweep(self._database, self._tenant, [self._candidate], self._judge, now, limit)
        return [name for _, name in found]

    def next_wake(self) -> datetime | None:
        with self._reading():
            return judging.next_wake(self._database, self._tenant, self._candidate)

    def event(self, process: str, event_id: str) -> Event | None:
        with self._reading():
            rows = self._rows("event_one", process=plain(process), event_id=event_id)
            return event_of(rows[0]) if rows else None

    def backup(self, target: Path) -> None:
        self._database.backup(target)

    def close(self) -> None:
        self._database.close()

    def _headers(self) -> dict[str, Header]:
        return {header.id: header for header in map(header_of, self._rows("process_headers"))}

    def _make(self, headers: list[Header]) -> None:
        self._run("process_add", ({**header_values(header), **_NOT_YET_JUDGED} for header in headers))

    def _unknown(self, told: Mapping[str, Mapping[Report, Event]]) -> dict[str, list[Event]]:
        """Return, of each process's events, those that it does not have yet from the same source."""
        known = judging.events_of(self._database, self._tenant, [(self._candidate, name) for name in told])
        held = {name: {(event.id, event.source) for event in events} for (_, name), events in known.items()}
        return {
            name: [event for report, event in reports.items() if report not in held[name]]
            for name, reports in told.items()
        }

    def _insert(self, events: Mapping[str, list[Event]], now: datetime) -> None:
        added_at = to_micros(now)
        self._run(
            "event_add",
            (
                {**event_values(event), "process": plain(name), "added_at": added_at}
                for name, new in events.items()
                for event in new
            ),
        )

    def _loaded(self, headers: Iterable[Header]) -> list[Process]:
        keyed = self._keyed({header.id: header for header in headers})
        return [process for _, process in judging.processes(self._database, self._tenant, keyed)] if keyed else []

    def _rejudge(self, headers: Mapping[str, Header], now: datetime) -> None:
        judging.rejudge(self._database, self._tenant, self._keyed(headers), self._judge, now)

    def _keyed(self, headers: Mapping[str, Header]) -> dict[judging.Key, Header]:
        return {(self._candidate, name): header for name, header in headers.items()}


def _shown_to(headers: Mapping[str, Header], new: Mapping[str, list[Event]]) -> set[str]:
    """Return the processes whose ``around`` shows any of these events of other processes."""
    bearing = [(headers[name], [e for e in events if bears_outside(e)]) for name, events in new.items()]
    bearing = [(header, events) for header, events in bearing if events]
    return {name for name, header in headers.items() if bearing and project(header, bearing)}
