"""Today, from the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sincerely.core.header import short_names
from sincerely.core.policy import Policy
from sincerely.store.base import Store

from .today import Today, today
from .unsent import untold


def today_of(store: Store, now: datetime, policy: Policy) -> Today:
    """Return Today from what the store holds; only processes that something may hold of are loaded."""
    held = store.lively(now)
    names = {process.header.id for process in held}
    week = now - timedelta(days=7)
    rows = store.summaries()
    recent = [
        process
        for row in rows
        if row.header.id not in names and row.last_at is not None and row.last_at >= week
        if (process := store.process(row.header.id)) is not None
    ]
    notices = [*untold(store, now), *(store.setting("notices") or ()), *(store.setting("background_problems") or ())]
    shown = today(held, now, policy, [*held, *recent], notices)
    return replace(shown, short=short_names(row.header.id for row in rows))
