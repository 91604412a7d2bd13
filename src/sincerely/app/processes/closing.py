"""Let a process rest: they never answered, or the question after a no was left open."""

from __future__ import annotations

from datetime import datetime

from sincerely.app.processes.exits import BY_HAND, Deed, add
from sincerely.core.events import Closed
from sincerely.core.header import Header
from sincerely.store.base import Store


def close(store: Store, header: Header, now: datetime) -> Deed:
    """Say that a process ended in silence; "undo" opens it again, and so does a later word of the employer's."""
    ended = Closed(at=now, reason="silent", source=BY_HAND)
    return add(store, header, [ended], now, f"{header.employer or header.id}: closed as silent")
