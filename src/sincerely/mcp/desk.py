"""What the tools work on: the store as far as a proposing program may go, the policy, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sincerely.app.connections.access import CAN_PROPOSE
from sincerely.app.connections.narrowing import narrowed
from sincerely.core.policy import Policy
from sincerely.store.base import Store


@dataclass(frozen=True)
class Desk:
    """What the tools work on.

    Attributes:
        opened: opens the person's store.
        policy: the profile.
        clock: tells the time, aware.
    """

    opened: Callable[[], AbstractContextManager[Store]]
    policy: Policy
    clock: Callable[[], datetime]

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store for reading and proposing, and nothing else."""
        with self.opened() as store:
            yield narrowed(store, CAN_PROPOSE)

    def within(self, _: tzinfo) -> datetime:
        """Return the instant, whatever zone's clock is asked for: it is no wall time."""
        return self.clock()
