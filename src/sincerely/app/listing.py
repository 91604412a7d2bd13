"""Today, from the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sincerely.core.policy import Policy
from sincerely.store.base import Store

from .known import Known
from .reporting import Line
from .today import Today, today
from .unsent import untold

_WITHDRAW = "OFF003"
_NEWS = frozenset({"WAIT002", "WAIT003"})
_CALL, _BRIEF = "REF003", "REF002"


def today_of(store: Store, now: datetime, policy: Policy, known: Known | None = None) -> Today:
    """Return Today from what the store holds; only processes that something may hold of are loaded.

    Args:
        store: the candidate's store.
        now: the instant, aware; its zone is the reader's.
        policy: the profile.
        known: what was loaded and reported before for this candidate; whoever asks once needs none.
    """
    seen = (known or Known()).look(store, policy)
    held = seen.lively(now)
    names = {process.header.id for process in held}
    week = now - timedelta(days=7)
    recent = seen.processes(
        row.header.id
        for row in seen.rows
        if row.header.id not in names and row.last_at is not None and row.last_at >= week
    )
    notices = [*untold(store, now), *(store.setting("notices") or ()), *(store.setting("background_problems") or ())]
    shown = today(held, now, policy, [*held, *recent], notices, _agreeing(seen.lines(held, now)))
    return replace(shown, names=tuple(row.header.id for row in seen.rows), wake_at=seen.same_until(now))


def _agreeing(found: Sequence[Line]) -> list[Line]:
    """Return what holds, without what another finding of the same process takes the place of.

    From whom one is to withdraw nobody asks for news; and a referee who is to be called with the briefing at hand need
    not be told besides to be sent it.
    """
    left = {line.process.header.id for line in found if line.finding.code == _WITHDRAW}
    called = {(line.process.header.id, line.finding.who) for line in found if line.finding.code == _CALL}
    return [
        line
        for line in found
        if not (line.finding.code in _NEWS and line.process.header.id in left)
        and not (line.finding.code == _BRIEF and (line.process.header.id, line.finding.who) in called)
    ]


def nothing_sent(store: Store, *, processes: bool) -> bool:
    """Whether mail was read, and none that the person sent: what they answered then looks unanswered.

    Args:
        store: the candidate's store.
        processes: whether it holds any.
    """
    return processes and bool(store.setting("me")) and not store.sent_messages(1)
