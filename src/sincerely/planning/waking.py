"""When background work is next worth its while: pure, and told the time.

Each job says itself when it wants to run again. One that failed waits longer each time. Between the wall clock and
the monotonic one a difference means that the machine slept or that its clock was set: then everything is looked at
again, whatever was planned on the old clock.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
# Clocks may run apart by so much without having been set.
TOLERATED = timedelta(seconds=5)


@dataclass(frozen=True)
class Due:
    """One job's plan.

    Attributes:
        at: when it runs next; None: not until something happens.
        failures: how often it has failed since it last went well.
        problem: what was wrong the last time; "" where nothing was.
    """

    at: datetime | None
    failures: int = 0
    problem: str = ""


@dataclass(frozen=True)
class Schedule:
    """What runs when."""

    jobs: Mapping[str, Due] = field(default_factory=dict)

    def due(self, now: datetime) -> tuple[str, ...]:
        """Return the jobs whose time has come, in their order."""
        return tuple(name for name, one in self.jobs.items() if one.at is not None and one.at <= now)

    @property
    def next_at(self) -> datetime | None:
        """When the next job is due."""
        return min((one.at for one in self.jobs.values() if one.at is not None), default=None)

    @property
    def problems(self) -> tuple[str, ...]:
        """What went wrong and has not gone well since."""
        return tuple(one.problem for one in self.jobs.values() if one.problem)

    def went_well(self, name: str, next_at: datetime | None) -> Schedule:
        """Return the schedule after a job that says when it wants to run again."""
        return self._with(name, Due(next_at))

    def failed(self, name: str, problem: str, now: datetime) -> Schedule:
        """Return the schedule after a job that failed: it waits twice as long each time, at most an hour."""
        failures = self.jobs[name].failures + 1
        pause = min(FIRST_PAUSE * 2 ** min(failures - 1, 12), LONGEST_PAUSE)
        return self._with(name, Due(now + pause, failures, problem))

    def again(self, now: datetime, names: Container[str] | None = None) -> Schedule:
        """Return the schedule when some jobs, or all, are to be done now: the clock was set, or something happened."""
        return Schedule(
            {name: replace(one, at=now) if names is None or name in names else one for name, one in self.jobs.items()}
        )

    def _with(self, name: str, due: Due) -> Schedule:
        return Schedule({**self.jobs, name: due})


def starting(names: Iterable[str], now: datetime) -> Schedule:
    """Return a schedule in which everything is due."""
    return Schedule({name: Due(now) for name in names})


def jumped(wall: timedelta, monotonic: timedelta) -> bool:
    """Whether the wall clock went on, or back, by something else than the time that passed."""
    return abs(wall - monotonic) > TOLERATED
