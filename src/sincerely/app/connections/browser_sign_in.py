"""Signing in by OAuth from a page: begun there, said yes to at the provider's page, and finished on the page again.

The answer comes to a port of 127.0.0.1 (RFC 8252), so it takes a browser on this very machine.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sincerely.accounts.loopback import Loopback
from sincerely.accounts.oauth import Asking, Client, OAuthError, endpoints_named
from sincerely.core.account import Account

# How long the provider's page waits for a yes, and how soon a listener that is to end notices it, in seconds.
PATIENCE = 600.0
_SLICE = 0.5


@dataclass
class SignIn:
    """One try, while the person is at the provider's page.

    Attributes:
        account: the mailbox that it is for.
        url: the provider's page.
        again: whether that mailbox is connected already, and only signs in anew.
        name: tells it from another try; nobody can guess it.
    """

    account: Account
    asking: Asking
    again: bool = False
    name: str = field(default_factory=lambda: secrets.token_urlsafe(16), repr=False)
    _answer: str = field(default="", repr=False)
    _came: threading.Event = field(default_factory=threading.Event, repr=False)
    _ended: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def url(self) -> str:
        """The provider's page."""
        return self.asking.url

    def listen(self, loopback: Loopback, clock: Callable[[], float] = time.monotonic) -> None:
        """Wait for the browser until it came, or this is ended; in a thread of its own."""
        until = clock() + PATIENCE
        with loopback:
            while not self._ended.is_set() and clock() < until:
                try:
                    self._answer = loopback.answer(_SLICE)
                except OAuthError:
                    continue
                self._came.set()
                return

    def secret(self, seconds: float) -> str | None:
        """Return what is to be kept; None where nobody came back yet. It can be asked once.

        Args:
            seconds: how long to wait for the browser.

        Raises:
            OAuthError: the person or the provider said no.
        """
        if not self._came.wait(seconds):
            return None
        code = self.asking.code_of(self._answer)
        return self.asking.tokens(code, datetime.now(UTC)).dump()

    def end(self) -> None:
        """Listen no longer."""
        self._ended.set()


class SignIns:
    """The one try of this program; another one ends it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: SignIn | None = None

    def begin(self, account: Account, client_secret: str, home: Path, *, again: bool = False) -> SignIn:
        """Open a port for the answer, and return where the person says yes.

        Args:
            account: with whom, and with which client id.
            client_secret: that of the client; "" where it has none.
            home: the data folder.
            again: whether the mailbox is connected already.

        Raises:
            OAuthError: nothing is known of the provider.
        """
        endpoints = endpoints_named(account.oauth, home)
        loopback = Loopback()
        client = Client(account.client_id, client_secret)
        begun = SignIn(account, Asking(endpoints, client, loopback.redirect), again)
        threading.Thread(target=begun.listen, args=(loopback,), name="sincerely-sign-in", daemon=True).start()
        self._put(begun)
        return begun

    def named(self, name: str) -> SignIn | None:
        """Return the try of a name; None where it has ended."""
        with self._lock:
            found = self._now
        return found if found is not None and secrets.compare_digest(found.name.encode(), name.encode()) else None

    def close(self) -> None:
        """End it."""
        self._put(None)

    def _put(self, begun: SignIn | None) -> None:
        with self._lock:
            before, self._now = self._now, begun
        if before is not None:
            before.end()
