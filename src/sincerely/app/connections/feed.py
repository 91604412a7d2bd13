"""A secret address under which calendars fetch what is due; only where Sincerely has a public address.

Of the secret only a digest is kept: whoever reads the store can't read the feed's address in it.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, tzinfo
from hashlib import sha256
from urllib.parse import urlsplit

from sincerely.app.connections.calendar_out import as_file, entries_for
from sincerely.core.policy import Policy
from sincerely.planning.entry_words import Shows
from sincerely.store.base import Store

PATH = "/feed/"
_FEED, _PUBLIC = "feed", "public_address"
# Compared with where there is no feed, so that this takes no less time.
_NOBODYS = "0" * 64


class NoFeed(Exception):
    """There can be no feed; the message says why and what to do."""


@dataclass(frozen=True)
class Public:
    """The public address of this Sincerely.

    Attributes:
        url: such as ``https://search.example``.
    """

    url: str

    @property
    def host(self) -> str:
        """What browsers and calendars send as Host."""
        return urlsplit(self.url).netloc.lower()


def public(store: Store) -> Public | None:
    """Return under which address Sincerely is hosted; None on a laptop."""
    url = store.setting(_PUBLIC)
    return Public(str(url)) if url else None


def set_public(store: Store, url: str) -> Public:
    """Say under which address Sincerely is hosted.

    Raises:
        NoFeed: it is no such address.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.netloc or "@" in parts.netloc or parts.path.strip("/") or parts.query:
        raise NoFeed(f"{url}: expected an address such as https://search.example, without a path")
    address = Public(f"https://{parts.netloc.lower()}")
    store.set_setting(_PUBLIC, address.url)
    return address


def new(store: Store, shows: Shows) -> str:
    """Make a feed and return its address, which is shown this once; an earlier one ends.

    Raises:
        NoFeed: Sincerely has no public address.
    """
    address = public(store)
    if address is None:
        raise NoFeed("a feed needs a public address under which this Sincerely is hosted; give it with --public")
    token = secrets.token_urlsafe(32)
    store.set_setting(_FEED, {"digest": _digest(token), "shows": str(shows)})
    return f"{address.url}{PATH}{token}.ics"


def stands(store: Store) -> bool:
    """Whether there is a feed."""
    return store.setting(_FEED) is not None


def revoke(store: Store) -> bool:
    """End the feed; return whether there was one."""
    there = store.setting(_FEED) is not None
    store.set_setting(_FEED, None)
    return there


def feed(store: Store, token: str, policy: Policy, now: datetime, zone: tzinfo) -> str | None:
    """Return the feed's text for whoever knows its secret; None for everybody else."""
    kept = store.setting(_FEED) or {}
    if not hmac.compare_digest(_digest(token), kept.get("digest", _NOBODYS)):
        return None
    return as_file(entries_for(store, policy, now, zone, Shows(kept["shows"])), now)


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
