"""Processes as they stand, loaded with what lies around them, and their reports' outcome written back.

Everything here runs inside a transaction of its caller.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

from sincerely.core.around import Outside, bears_outside, project
from sincerely.core.events import Event, Found
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.people import employer_key
from sincerely.core.process import Process
from sincerely.core.rulings import Exit
from sincerely.core.verbs import VERBS

from .base import Judge
from .database import Database
from .rows import (
    HEADER_COLUMNS,
    Row,
    event_of,
    header_of,
    maybe_instant,
    maybe_micros,
    plain,
    told,
    write_json,
)

Key = tuple[str, str]
"""A candidate and the name of one of the candidate's processes."""

# A transaction sees one tenant: to make it worth its while, a sweep looks at more rows than it will take, and takes
# together what belongs to one.
_AHEAD = 10
# Is no process, and is at no employer.
_NOBODY = Header(id="\x00")
_ANY_TIME = datetime.min.replace(tzinfo=UTC)
BEARING = tuple(verb for verb, kind in VERBS.items() if issubclass(kind, Exit) or bears_outside(kind(at=_ANY_TIME)))
"""Verbs of the events that can bear on a candidate's other processes.

Whether an exit does depends on its code: all are loaded, and `project` chooses.
"""


# The same few employers, again and again.
_employer_key = lru_cache(maxsize=4096)(employer_key)


class Surroundings:
    """What each of a candidate's processes shows to the others."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[Header, list[Event]]] = {}
        self._at_employer: dict[str, set[str]] = defaultdict(set)

    def show(self, process: str, employer: str, event: Event) -> None:
        """Take one more event that can bear on others; those of one process in the order in which they were added."""
        if process not in self._shown:
            self._shown[process] = Header(id=process, employer=employer), []
            self._at_employer[_employer_key(employer)].add(process)
        self._shown[process][1].append(event)
        if isinstance(event, Found):
            self._at_employer[_employer_key(event.employer)].add(process)

    def process(self, header: Header, events: Iterable[Event]) -> Process:
        """Return a process, folded, with its ``around``."""
        return fold(header, events, self._around(header))

    def _around(self, header: Header) -> tuple[Outside, ...]:
        near = self._at_employer.get(_employer_key(header.employer), set()) - {header.id}
        # To whoever is at another employer all show the same.
        apart = [o for o in self._seen_by_all if o.process != header.id and o.process not in near]
        if not near:
            return tuple(apart)
        shown = project(header, (self._shown[name] for name in sorted(near)))
        return tuple(sorted((*apart, *shown), key=lambda outside: (outside.event.at, outside.process)))

    @cached_property
    def _seen_by_all(self) -> tuple[Outside, ...]:
        return project(_NOBODY, self._shown.values())


def events_of(database: Database, tenant: str, keys: Sequence[Key]) -> dict[Key, list[Event]]:
    """Load the events of some processes, oldest first."""
    rows = _rows_of(database, tenant, keys)
    return {key: [event_of(row) for row in rows[key]] for key in keys}


def _rows_of(database: Database, tenant: str, keys: Sequence[Key]) -> dict[Key, list[Row]]:
    pairs = write_json([[plain(candidate), plain(name)] for candidate, name in keys])
    found: dict[Key, list[Row]] = defaultdict(list)
    for candidate, *row in database.rows("event_among", {"tenant": plain(tenant), "pairs": pairs}):
        found[told(candidate), told(row[0])].append(row)
    return found


def _rows_around(database: Database, tenant: str, candidates: Iterable[str]) -> dict[str, list[Row]]:
    """Load the rows of what the processes of some candidates show to each other, each with the employer in front."""
    values = {
        "tenant": plain(tenant),
        "candidates": write_json([plain(candidate) for candidate in candidates]),
        "verbs": write_json(BEARING),
    }
    found: dict[str, list[Row]] = defaultdict(list)
    for candidate, *row in database.rows("event_bearing", values):
        found[told(candidate)].append(row)
    return found


def processes(database: Database, tenant: str, headers: Mapping[Key, Header]) -> Iterator[tuple[Key, Process]]:
    """Load some processes, and yield them folded, each with its ``around``; one candidate's after another's."""
    candidates: dict[str, list[Header]] = defaultdict(list)
    for (candidate, _), header in headers.items():
        candidates[candidate].append(header)
    around = _rows_around(database, tenant, candidates)
    own = _rows_of(database, tenant, list(headers))
    # Rows become events when their turn comes: there are many, and few candidates' are wanted at a time.
    for candidate, wanted in candidates.items():
        surroundings = Surroundings()
        for employer, *row in around.pop(candidate, ()):
            surroundings.show(told(row[0]), told(employer), event_of(row))
        for header in wanted:
            key = candidate, header.id
            yield key, surroundings.process(header, [event_of(row) for row in own.pop(key, ())])


def judged_values(process: Process, judge: Judge, now: datetime) -> dict[str, Any]:
    """Report a process and return what its row keeps of the report."""
    judged = judge(process, now)
    standing = [event.at for event in process.events]
    return {
        "state": plain(judged.state),
        "holds": judged.holds,
        "wake_at": maybe_micros(judged.wake_at),
        "first_at": maybe_micros(min(standing, default=None)),
        "last_at": maybe_micros(max(standing, default=None)),
        "events": len(process.told),
    }


def rejudge(database: Database, tenant: str, headers: Mapping[Key, Header], judge: Judge, now: datetime) -> None:
    """Report processes and keep what comes of it."""
    if not headers:
        return
    database.run(
        "process_set_judged",
        [
            {
                "its_tenant": plain(tenant),
                "its_candidate": plain(candidate),
                "its_id": plain(name),
                **{f"new_{key}": value for key, value in judged_values(process, judge, now).items()},
            }
            for (candidate, name), process in processes(database, tenant, headers)
        ],
    )


def sweep(
    database: Database, tenant: str, candidates: Sequence[str], judge: Judge, now: datetime, limit: int
) -> list[Key]:
    """Judge again the processes of some candidates whose ``wake_at`` has come, the longest due first.

    On PostgreSQL a row that another transaction is at work on is passed over.
    """
    values = {
        "tenant": plain(tenant),
        "candidates": write_json([plain(candidate) for candidate in candidates]),
        "now": maybe_micros(now),
        "most": limit,
    }
    with database.writing(tenant):
        due = {
            (told(row[0]), told(row[1])): header_of(row[1 : 1 + len(HEADER_COLUMNS)])
            for row in database.rows("process_due", values)
        }
        rejudge(database, tenant, due, judge, now)
    return list(due)


def sweep_all(database: Database, judge: Judge, now: datetime, limit: int = 1000) -> list[tuple[str, str, str]]:
    """Judge again what is due of every tenant and candidate: the worker's sweep.

    Several workers may call it at once; none waits for another, and no process is judged twice.

    Args:
        database: where the rows are.
        judge: reports a process.
        now: what is due by then.
        limit: at most so many processes; call again while something comes back.

    Returns:
        Tenant, candidate and name of each process that was judged.
    """
    with database.reading(""):
        due = database.rows("due", {"now": maybe_micros(now), "most": limit * _AHEAD})
    tenants: dict[str, dict[str, None]] = {}
    for tenant, candidate in due:
        tenants.setdefault(told(tenant), {})[told(candidate)] = None
    swept: list[tuple[str, str, str]] = []
    for tenant, candidates in tenants.items():
        found = sweep(database, tenant, list(candidates), judge, now, limit - len(swept))
        swept += [(tenant, candidate, name) for candidate, name in found]
        if len(swept) >= limit:
            break
    return swept


def next_wake(database: Database, tenant: str, candidate: str) -> datetime | None:
    """Return the earliest ``wake_at`` of a candidate."""
    rows = database.rows("process_next_wake", {"tenant": plain(tenant), "candidate": plain(candidate)})
    return maybe_instant(rows[0][0]) if rows else None
