"""Today, from the store."""

from __future__ import annotations

from datetime import datetime, timedelta

from sincerely.core.policy import Policy
from sincerely.store.base import Store

from .today import Today, today


def today_of(store: Store, now: datetime, policy: Policy) -> Today:
    """Return Today from what the store holds; only processes that something may hold of are loaded."""
    held = store.lively(now)
    names = {process.header.id for process in held}
    week = now - timedelta(days=7)
    recent = [
        process
        for row in store.summaries()
        if row.header.id not in names and row.last_at is not None and row.last_at >= week
        if (process := store.process(row.header.id)) is not None
    ]
    return today(held, now, policy, [*held, *recent], store.setting("notices") or ())
