"""The loop, on clocks that the tests move: nothing here waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sincerely.app.background.loop import SLICE, Background, Waiter

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass
class Clock(Waiter):
    """Both clocks, and a waiter under whose hands time passes; ``happens`` says what else happens while it waits."""

    at: datetime = NOW
    ran: timedelta = timedelta()
    waited: list[timedelta] = field(default_factory=list)
    happens: dict[int, Callable[[], object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def wait(self, span: timedelta) -> bool:
        self.waited.append(span)
        self.at += span
        self.ran += span
        self.happens.get(len(self.waited), lambda: None)()
        return super().wait(timedelta())

    def wall(self) -> datetime:
        return self.at

    def monotonic(self) -> timedelta:
        return self.ran


@contextmanager
def first() -> Iterator[Callable[[], bool] | None]:
    yield lambda: True


@contextmanager
def second() -> Iterator[Callable[[], bool] | None]:
    yield None


class Job:
    """Runs every hour, and stops the loop after so many runs."""

    def __init__(self, clock: Clock, runs: int, every: timedelta = HOUR) -> None:
        self.clock, self.runs, self.every = clock, runs, every
        self.ran: list[datetime] = []
        self.faults: dict[int, Exception] = {}
        self.loop: Background | None = None

    def __call__(self, now: datetime) -> datetime:
        self.ran.append(now)
        if len(self.ran) == self.runs:
            assert self.loop is not None
            self.loop.stop()
        if fault := self.faults.get(len(self.ran)):
            raise fault
        return now + self.every


Alone = Callable[[], AbstractContextManager[Callable[[], bool] | None]]


def loop(clock: Clock, job: Job, alone: Alone = first, told: list[tuple[str, ...]] | None = None) -> Background:
    told = [] if told is None else told
    made = Background({"Reading": job}, alone, told.append, clock, clock.wall, clock.monotonic)
    job.loop = made
    return made


def in_turn(*ways: Alone) -> Alone:
    """Each time the next of these."""
    left = iter(ways)

    def alone() -> AbstractContextManager[Callable[[], bool] | None]:
        return next(left)()

    return alone


def test_it_sleeps_until_the_job_says() -> None:
    clock = Clock()
    job = Job(clock, 3)
    loop(clock, job).run()
    assert job.ran == [NOW, NOW + HOUR, NOW + 2 * HOUR]
    assert max(clock.waited) <= SLICE


def test_a_machine_that_slept_looks_at_once() -> None:
    clock = Clock()
    job = Job(clock, 2)
    clock.happens = {5: lambda: setattr(clock, "at", clock.at + 8 * HOUR)}
    loop(clock, job).run()
    assert job.ran == [NOW, NOW + 8 * HOUR + 5 * MINUTE]


def test_a_clock_that_was_set_back_looks_at_once() -> None:
    clock = Clock()
    job = Job(clock, 2)
    clock.happens = {5: lambda: setattr(clock, "at", NOW - 3 * HOUR)}
    loop(clock, job).run()
    assert job.ran == [NOW, NOW - 3 * HOUR]


def test_whoever_pokes_it_is_heard() -> None:
    clock = Clock()
    job = Job(clock, 2)
    made = loop(clock, job)
    clock.happens = {2: made.poke}
    made.run()
    assert job.ran == [NOW, NOW + 2 * MINUTE]


def test_what_fails_is_told_waits_and_is_tried_again() -> None:
    clock = Clock()
    job = Job(clock, 4)
    job.faults = {1: OSError("the disk is full"), 2: OSError("the disk is full")}
    told: list[tuple[str, ...]] = []
    loop(clock, job, told=told).run()
    assert job.ran == [NOW, NOW + MINUTE / 2, NOW + MINUTE * 1.5, NOW + MINUTE * 1.5 + HOUR]
    assert told[:2] == [("Reading: the disk is full",), ()]


def test_a_job_that_wants_to_run_at_once_lets_others_breathe() -> None:
    clock = Clock()
    job = Job(clock, 3, every=-HOUR)
    loop(clock, job).run()
    assert job.ran == [NOW + timedelta(seconds=n) for n in range(3)]


def test_the_second_does_no_work_until_the_first_has_ended() -> None:
    clock = Clock()
    job = Job(clock, 1)
    loop(clock, job, in_turn(second, second, first)).run()
    assert job.ran == [NOW + 2 * SLICE]


def test_a_lock_that_was_lost_ends_the_work() -> None:
    clock = Clock()
    job = Job(clock, 2)
    asked = iter([True, False])

    @contextmanager
    def losing() -> Iterator[Callable[[], bool] | None]:
        yield lambda: next(asked)

    loop(clock, job, in_turn(losing, first)).run()
    assert len(job.ran) == 2


def test_a_store_that_cannot_be_locked_is_told() -> None:
    clock = Clock()
    job = Job(clock, 1)
    told: list[tuple[str, ...]] = []

    @contextmanager
    def broken() -> Iterator[Callable[[], bool] | None]:
        raise OSError("the network drive has gone away")
        yield None

    loop(clock, job, in_turn(broken, first), told).run()
    assert told[0] == ("background work: the network drive has gone away",)
    assert len(job.ran) == 1
