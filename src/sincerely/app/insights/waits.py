"""How long something took, when some of it is still waited for: the share that had come by each day.

Leaving out those still waiting would flatter (only the quick ones are in), and so would counting them as noes.
Each counts for as long as it was watched: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete
observations", Journal of the American Statistical Association 53 (1958). The range beside a share is the 95 %
interval on the log-log scale (J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time
Data", 1980) with Greenwood's variance: it stays between 0 and 1 also for few.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import exp, log, sqrt

# From this many on, a figure means something: fewer are told one by one, and no median is given.
ENOUGH = 3
_NORMAL_95 = 1.959964


@dataclass(frozen=True, order=True)
class Wait:
    """One wait.

    Attributes:
        days: how long it took, or has been watched; elapsed days of 24 hours.
        answered: whether it ended with an answer; else it is still waited for, or nothing was to be expected any more.
    """

    days: float
    answered: bool


@dataclass(frozen=True)
class Step:
    """A day on which answers came.

    Attributes:
        day: that day.
        share: of all, had come by then (0 to 1).
        low, high: between these the share lies in 19 of 20 such searches; None where it can't be said.
        waiting: how many were being waited for just before.
        came: how many came then.
    """

    day: float
    share: float
    low: float | None
    high: float | None
    waiting: int
    came: int


@dataclass(frozen=True)
class Curve:
    """The share that had answered by each day.

    Attributes:
        waits: every wait, the shortest first.
        steps: the days on which answers came.
    """

    waits: tuple[Wait, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def count(self) -> int:
        """How many waits there are."""
        return len(self.waits)

    @property
    def answered(self) -> int:
        """How many of them were answered."""
        return sum(wait.answered for wait in self.waits)

    @property
    def enough(self) -> bool:
        """Whether there are so many that a share means something."""
        return self.count >= ENOUGH

    @property
    def median(self) -> float | None:
        """The day by which half had answered; None where that day has not come, or for too few."""
        if self.answered < ENOUGH:
            return None
        return next((step.day for step in self.steps if step.share >= 0.5), None)

    @property
    def longest(self) -> float:
        """The longest wait, in days; 0 for none."""
        return self.waits[-1].days if self.waits else 0.0

    def by(self, day: float) -> Step | None:
        """Return the last step up to a day; None before the first."""
        return next((step for step in reversed(self.steps) if step.day <= day), None)

    def watched(self, day: float) -> int:
        """Return how many waits had lasted at least so long, answered later or not yet."""
        return sum(wait.days >= day for wait in self.waits)


def curve(waits: Iterable[Wait]) -> Curve:
    """Return the share that had answered by each day."""
    ordered = tuple(sorted(waits))
    steps: list[Step] = []
    still, variance, before = 1.0, 0.0, 0
    for day, group in groupby(ordered, key=lambda wait: wait.days):
        ended = list(group)
        came = sum(wait.answered for wait in ended)
        waiting = len(ordered) - before
        before += len(ended)
        if not came:
            continue
        still *= 1 - came / waiting
        if came < waiting:
            variance += came / (waiting * (waiting - came))
        low, high = _range(still, variance)
        steps.append(Step(day, 1 - still, low, high, waiting, came))
    return Curve(ordered, tuple(steps))


def _range(still: float, variance: float) -> tuple[float | None, float | None]:
    """Return the 95 % interval of the share that had answered, of the share that had not and its variance."""
    if not 0 < still < 1:
        return None, None
    spread = exp(_NORMAL_95 * sqrt(variance) / abs(log(still)))
    return 1 - still ** (1 / spread), 1 - still**spread
