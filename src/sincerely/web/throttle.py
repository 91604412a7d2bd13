"""Attempts that failed: whoever guesses waits, longer each time. Nobody is made to sleep; they are told when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

# So many clients are remembered; beyond, those who failed longest ago are forgotten.
_MOST = 1000


@dataclass(frozen=True)
class Pace:
    """How long somebody waits.

    Attributes:
        free: so many failures cost nothing.
        first: the wait after the next one; it doubles with each.
        longest: no wait is longer.
        forgotten: failures count for so long after the last.
    """

    free: int
    first: timedelta
    longest: timedelta
    forgotten: timedelta


TOKENS = Pace(10, timedelta(seconds=2), timedelta(minutes=5), timedelta(minutes=15))
PASSPHRASE = Pace(4, timedelta(seconds=2), timedelta(minutes=15), timedelta(hours=12))
# Many machines may guess at once; the person must still get in.
EVERYBODY = Pace(50, timedelta(seconds=1), timedelta(seconds=30), timedelta(hours=1))


class Attempts:
    """Counts failures by client."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._failed: dict[str, tuple[int, datetime]] = {}
        self._lock = Lock()

    def wait(self, client: str, now: datetime) -> int:
        """Return how many whole seconds a client has to wait; 0 when it may try."""
        with self._lock:
            count, last = self._failed.get(client, (0, now))
        over = count - self._pace.free
        if over < 0 or now - last >= self._pace.forgotten:
            return 0
        # 2 ** 20 seconds are longer than any pace: no need to reckon further.
        pause = min(self._pace.first * 2 ** min(over, 20), self._pace.longest)
        left = (last + pause - now).total_seconds()
        return max(0, -int(-left // 1))

    def fail(self, client: str, now: datetime) -> None:
        """Remember a failure."""
        with self._lock:
            count, last = self._failed.pop(client, (0, now))
            self._failed[client] = (1 if now - last >= self._pace.forgotten else count + 1, now)
            while len(self._failed) > _MOST:
                self._failed.pop(next(iter(self._failed)))

    def succeed(self, client: str) -> None:
        """Forget a client's failures."""
        with self._lock:
            self._failed.pop(client, None)
