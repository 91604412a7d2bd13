"""A store that stays open: it loads a process once, as long as that is the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sincerely.core.header import Header
from sincerely.core.process import Process

from .rows import header_of, to_micros
from .sql_store import SqlStore
from .version import Version


@dataclass(frozen=True)
class _State:
    """What was loaded while no event was added and no header replaced: a process is made of nothing else."""

    version: Version
    newest: int
    headers: dict[str, Header]
    processes: dict[str, Process] = field(default_factory=dict)


class LastingStore(SqlStore):
    """For a server, which is asked for the same processes again and again.

    To load one costs as much as all that bears on it from the candidate's others: with 200 of them 20 ms and more.
    Inside a transaction, and where the database can't tell of changes, it is loaded each time.
    """

    _state: _State | None = None

    def process(self, name: str) -> Process | None:
        return next(iter(self.processes([name])), None) if self._current() else super().process(name)

    def processes(self, names: Iterable[str]) -> list[Process]:
        wanted, state = set(names), self._current()
        if state is None:
            return super().processes(wanted)
        held = state.processes
        held.update({process.header.id: process for process in super().processes(wanted - held.keys())})
        return [held[name] for name in state.headers if name in wanted and name in held]

    def lively(self, now: datetime) -> list[Process]:
        if self._current() is None:
            return super().lively(now)
        with self._reading():
            names = [header_of(row).id for row in self._rows("process_lively", now=to_micros(now))]
        found = {process.header.id: process for process in self.processes(names)}
        return [found[name] for name in names if name in found]

    def _current(self) -> _State | None:
        # The mark before everything else: what is added in between is looked at once more, and never missed.
        version, state = self.version(), self._state
        if version is None or (state is not None and state.version == version):
            return None if version is None else state
        with self._reading():
            newest, headers = self.newest(), self._headers()
        same = state is not None and (state.newest, state.headers) == (newest, headers)
        if state is not None and same and state.version.tables == version.tables:
            state = replace(state, version=version)
        else:
            state = _State(version, newest, headers)
        self._state = state
        return state
