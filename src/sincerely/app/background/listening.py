"""Listen to connected mailboxes: a thread for each that waits for the server's push, and says that something came.

Polite: one connection a mailbox, kept for as long as the server likes; a mailbox that can't be reached is tried after
30 seconds, then ever later; one in which mail pours in is told of at once, and then less and less often. Whether a
mailbox can be read at all is told by the reading, not here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from sincerely.app.background.loop import Waiter, passed
from sincerely.core.account import Account
from sincerely.planning.waking import FIRST_PAUSE, LONGEST_PAUSE

# RFC 2177 lets an IDLE last 29 minutes; what stands between forgets a silent line after ten or fifteen.
IDLE = timedelta(minutes=9)
# Whoever gets mail more often than this is told of it less often, up to the longest.
QUICK, FIRST_GAP, LONGEST_GAP = timedelta(minutes=1), timedelta(seconds=2), timedelta(minutes=5)
# How often a thread that is asked to end is told so again: it may be connecting just now.
_NUDGE = 0.2
_PATIENCE = 50


class Mailbox(Protocol):
    """What can be waited for."""

    def wait(self, seconds: float) -> bool:
        """Wait for a push, at most so long, and return whether to look."""

    def interrupt(self) -> None:
        """End a wait in another thread."""

    def close(self) -> None:
        """Let go of the connection."""


Open = Callable[[Account, Callable[[float], None]], Mailbox]
"""Opens a mailbox; what it is given sleeps, where a server pushes nothing, and can be woken."""


class Ear:
    """One mailbox, listened to. `run` it in a thread of its own.

    Attributes:
        mailbox: what is waited for.
        heard: told when something may have come.
        waiter: sleeps between tries.
        monotonic: a clock that nobody sets.
    """

    def __init__(
        self,
        open_mailbox: Callable[[Callable[[float], None]], Mailbox],
        heard: Callable[[], None],
        waiter: Waiter | None = None,
        monotonic: Callable[[], timedelta] = passed,
    ) -> None:
        self.waiter = waiter or Waiter()
        self.mailbox = open_mailbox(lambda seconds: self._rest(timedelta(seconds=seconds)))
        self.heard = heard
        self.monotonic = monotonic
        self._stopping = threading.Event()

    def stop(self) -> None:
        """End `run`, from any thread; ask again until it has ended, for it may be connecting just now."""
        self._stopping.set()
        self.again()

    def again(self) -> None:
        """Look at once, over a new connection: the machine slept, and what is connected may be dead."""
        self.waiter.call()
        self.mailbox.interrupt()

    def run(self) -> None:
        """Listen until stopped."""
        failures, gap, told = 0, FIRST_GAP, self.monotonic() - LONGEST_GAP
        first = True  # what came before the first connection is looked for once
        while not self._stopping.is_set():
            try:
                came = self.mailbox.wait(0 if first else IDLE.total_seconds()) or first
            except Exception:  # noqa: BLE001  (the reading tells what is wrong with a mailbox; here it is tried again)
                self.mailbox.close()
                failures, first = failures + 1, True
                self._rest(min(FIRST_PAUSE * 2 ** min(failures - 1, 12), LONGEST_PAUSE))
                continue
            failures, first = 0, False
            if came and not self._stopping.is_set():
                gap = min(gap * 2, LONGEST_GAP) if self.monotonic() - told < gap + QUICK else FIRST_GAP
                self.heard()
                told = self.monotonic()
                self._rest(gap)
        self.mailbox.close()

    def _rest(self, span: timedelta) -> None:
        if not self._stopping.is_set():
            self.waiter.wait(span)


@dataclass
class Ears:
    """All connected mailboxes, each with its thread.

    Attributes:
        opened: opens a mailbox.
        heard: told when something may have come.
    """

    opened: Open
    heard: Callable[[], None]
    _threads: dict[Account, tuple[Ear, threading.Thread]] = field(default_factory=dict)

    def follow(self, accounts: Iterable[Account]) -> None:
        """Listen to these from now on, and to no others."""
        wanted = {account for account in accounts if account.imap is not None}
        self._end([account for account in self._threads if account not in wanted])
        for account in sorted(wanted - self._threads.keys(), key=lambda each: each.address):
            ear = Ear(lambda sleep, account=account: self.opened(account, sleep), self.heard)  # type: ignore[misc]  # bound at once
            thread = threading.Thread(target=ear.run, name=f"sincerely-ear-{account.address}", daemon=True)
            self._threads[account] = (ear, thread)
            thread.start()

    def again(self) -> None:
        """Look at every mailbox, over new connections."""
        for ear, _ in self._threads.values():
            ear.again()

    def close(self) -> None:
        """Listen to nothing any more."""
        self._end(list(self._threads))

    def _end(self, accounts: Iterable[Account]) -> None:
        ending = [self._threads.pop(account) for account in accounts]
        for ear, _ in ending:
            ear.stop()
        for ear, thread in ending:
            for _ in range(_PATIENCE):
                thread.join(_NUDGE)
                if not thread.is_alive():
                    break
                ear.stop()
