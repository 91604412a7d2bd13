"""A sent copy of a message that was approved here: it is recorded as sent, and counted once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sincerely.core.events import Event
from sincerely.core.outbound import STEPS, Dispatch, State, Step
from sincerely.store.base import Store

from .kept import stands


def settle(store: Store, events: Mapping[str, list[Event]], now: datetime) -> dict[str, list[Event]]:
    """Return what a sync has read, without what the person had said already; inside the sync's transaction.

    A mail is known by its Message-ID. Where nobody had said that it went out, its copy says so: it becomes sent, and
    what was read of it is what it did.
    """
    ours = {message.message_id: message for message in store.outgoings()}
    if not ours:
        return dict(events)
    kept: dict[str, list[Event]] = {}
    read: dict[str, list[str]] = {}
    for process, found in events.items():
        kept[process] = [event for event in found if not _told(store, ours.get(event.source))]
        for event in kept[process]:
            if event.source in ours:
                read.setdefault(event.source, []).append(event.id)
    for source, ids in read.items():
        message = ours[source]
        if (message.state, Step.SEND) in STEPS:
            why = "Its copy was found among your sent mail."
            store.step(message, message.after(Step.SEND, now, events=tuple(dict.fromkeys(ids)), why=why))
    return kept


def _told(store: Store, message: Dispatch | None) -> bool:
    """Whether the person had said so; where they took it back, the copy is the better witness."""
    return message is not None and message.state is State.SENT and stands(store, message)
