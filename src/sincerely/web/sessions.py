"""Who has signed in. Sessions are kept in memory alone: they end when the server does."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from threading import Lock

# OWASP's session management: minutes for what is worth something, and never longer than a day's work.
IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=12)
# One person has so many browsers; beyond, the one that was used least lately ends.
_MOST = 50


@dataclass(frozen=True)
class _Session:
    opened: datetime
    used: datetime

    def over(self, now: datetime) -> bool:
        return now - self.used >= IDLE or now - self.opened >= WHOLE


class Sessions:
    """Sessions by the digest of their name: nobody learns a name from how long a look takes."""

    def __init__(self) -> None:
        self._known: dict[bytes, _Session] = {}
        self._lock = Lock()

    def open(self, now: datetime) -> str:
        """Begin a session and return its name, which only the browser knows."""
        name = secrets.token_urlsafe(32)
        with self._lock:
            self._known[_digest(name)] = _Session(now, now)
            standing = {key: one for key, one in self._known.items() if not one.over(now)}
            latest = sorted(standing, key=lambda key: standing[key].used)[-_MOST:]
            self._known = {key: standing[key] for key in latest}
        return name

    def holds(self, name: str, now: datetime) -> bool:
        """Whether a session stands; asking counts as using it."""
        key = _digest(name)
        with self._lock:
            found = self._known.get(key)
            if found is None or found.over(now):
                self._known.pop(key, None)
                return False
            self._known[key] = replace(found, used=now)
            return True

    def close(self, name: str) -> None:
        """End a session."""
        with self._lock:
            self._known.pop(_digest(name), None)


def _digest(name: str) -> bytes:
    return sha256(name.encode("utf-8", "surrogatepass")).digest()
