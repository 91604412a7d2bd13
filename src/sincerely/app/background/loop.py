"""Background work on a laptop: one thread that sleeps until something is due, on one store one program at a time.

A job that fails waits and is told of; it stops neither the others nor the pages.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sincerely.planning.waking import Schedule, jumped, starting

Job = Callable[[datetime], datetime | None]
"""Does its work and says when it wants to run again; raises where it could not."""

Alone = Callable[[], AbstractContextManager[Callable[[], bool] | None]]
"""Enters as the one program that works, and tells whether it still is; None where another is."""

Report = Callable[[tuple[str, ...]], None]
"""Is told what goes wrong, one sentence each, whenever that changes."""

# A machine that wakes from sleep may find its timers stopped too: so long at most until that is noticed.
SLICE = timedelta(seconds=60)
# Whatever a job says, it lets the others breathe.
BREATH = timedelta(seconds=1)


class Waiter:
    """Sleeps until a time is over or somebody calls; injected, so that tests need not wait."""

    def __init__(self) -> None:
        self._called = threading.Event()

    def wait(self, span: timedelta) -> bool:
        """Sleep; return whether somebody called."""
        called = self._called.wait(max(span.total_seconds(), 0))
        self._called.clear()
        return called

    def call(self) -> None:
        """Wake whoever sleeps; from any thread and from signal handlers."""
        self._called.set()


def now() -> datetime:
    """Return the wall clock's time."""
    return datetime.now().astimezone()


def passed() -> timedelta:
    """Return the time that has passed on a clock that nobody sets."""
    return timedelta(seconds=time.monotonic())


@dataclass
class Background:
    """The loop. `run` it in a thread of its own, or as the whole program.

    Attributes:
        jobs: in the order in which they run when several are due.
        alone: makes sure that no other program does the same.
        report: is told what goes wrong.
        waiter: sleeps.
        wall: the clock that events are told by; it may be set.
        monotonic: a clock that nobody sets.
        slept: told when the machine slept or its clock was set.
        ended: told when the work ends, or another program takes it over.
    """

    jobs: Mapping[str, Job]
    alone: Alone
    report: Report = lambda _: None
    waiter: Waiter = field(default_factory=Waiter)
    wall: Callable[[], datetime] = now
    monotonic: Callable[[], timedelta] = passed
    slept: Callable[[], None] = lambda: None
    ended: Callable[[], None] = lambda: None
    working: bool = False
    _wanted: set[str] = field(default_factory=set)
    _wanting: threading.Lock = field(default_factory=threading.Lock)
    _stopping: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """End the loop after the job that runs now; from any thread and from signal handlers."""
        self._stopping.set()
        self.waiter.call()

    def poke(self, *names: str) -> None:
        """Do these jobs now, or all of them where none is named: something happened. From any thread."""
        with self._wanting:
            self._wanted.update(names or self.jobs)
        self.waiter.call()

    def run(self) -> None:
        """Work until stopped; while another program works on the store, wait for it to end."""
        while not self._stopping.is_set():
            try:
                with self.alone() as held:
                    if held is not None:
                        self._work(held)
            except Exception as error:  # noqa: BLE001  (whatever is wrong with the store is shown, and tried again)
                self._tell((_said("background work", error),))
            self.working = False
            if not self._stopping.is_set():
                self.waiter.wait(SLICE)

    def _work(self, held: Callable[[], bool]) -> None:
        self.working = True
        schedule = starting(self.jobs, self.wall())
        told: tuple[str, ...] | None = None
        try:
            while not self._stopping.is_set() and held():
                schedule = self._due(schedule)
                if schedule.problems != told:
                    told = schedule.problems
                    self._tell(told)
                schedule = self._sleep(schedule)
        finally:
            self.ended()

    def _due(self, schedule: Schedule) -> Schedule:
        for name in schedule.due(self.wall()):
            if self._stopping.is_set():
                break
            try:
                again = self.jobs[name](self.wall())
                schedule = schedule.went_well(name, again and max(again, self.wall() + BREATH))
            except Exception as error:  # noqa: BLE001  (it is shown, and tried again later)
                schedule = schedule.failed(name, _said(name, error), self.wall())
        return schedule

    def _sleep(self, schedule: Schedule) -> Schedule:
        """Sleep until something is due, or somebody wants it; when a clock was set, everything is."""
        while not self._stopping.is_set():
            before, began = self.wall(), self.monotonic()
            if schedule.next_at is not None and schedule.next_at <= before:
                return schedule
            left = SLICE if schedule.next_at is None else min(schedule.next_at - before, SLICE)
            self.waiter.wait(left)
            if jumped(self.wall() - before, self.monotonic() - began):
                self.slept()
                return schedule.again(self.wall())
            if self._wanted:
                return schedule.again(self.wall(), self._taken())
        return schedule

    def _taken(self) -> frozenset[str]:
        """Return what was wanted until now."""
        with self._wanting:
            names, self._wanted = frozenset(self._wanted), set()
        return names

    def _tell(self, problems: tuple[str, ...]) -> None:
        try:
            self.report(problems)
        except Exception:  # noqa: BLE001  (where the store itself is broken there is nobody to tell)
            return


def _said(name: str, error: Exception) -> str:
    told = " ".join(str(error).split()) or type(error).__name__
    return f"{name}: {told}"
