"""A sent copy of a message that was approved here: it is recorded as sent, and counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from sincerely.core.events import Event
from sincerely.core.outbound import STEPS, Dispatch, State, Step
from sincerely.reading.letter import Letter
from sincerely.store.base import Store

from .kept import stands
from .sent_copy import known_by, originals

Recognise = Callable[[Letter], str | None]
"""The Message-ID, in angle brackets, of our message that a sent letter is the copy of, where it has another one now."""


def recogniser(store: Store) -> Recognise:
    """Return what knows the copies of our messages though a server has given them another Message-ID."""
    by_id: dict[str, Dispatch] = {}
    by_subject: defaultdict[str, list[Dispatch]] = defaultdict(list)
    for message in store.outgoings():
        by_id[message.message_id.strip("<>")] = message
        if message.state in _MAY_HAVE_GONE:
            by_subject[" ".join(message.text.subject.split())].append(message)

    def recognise(letter: Letter) -> str | None:
        if letter.message_id in by_id:
            return None
        for name in originals(letter):
            if name in by_id:
                return by_id[name].message_id
        same = by_subject.get(" ".join(letter.subject.split()), [])
        return next((each.message_id for each in same if known_by(each, letter)), None)

    return recognise


# What was sent by a server here, or may have been.
_MAY_HAVE_GONE = frozenset({State.CLAIMED, State.UNKNOWN, State.SENT})


def settle(
    store: Store, events: Mapping[str, list[Event]], now: datetime, renamed: Mapping[str, str] = MappingProxyType({})
) -> dict[str, list[Event]]:
    """Return what a sync has read, without what was known already; inside the sync's transaction.

    A mail is known by its Message-ID. Where nobody had said that it went out, its copy says so: it becomes sent, and
    what was read of it is what it did.

    Args:
        store: the candidate's store.
        events: what was read, by process.
        now: the instant.
        renamed: Message-IDs that servers gave to copies of our messages, and the ones that these had here.
    """
    ours = {message.message_id: message for message in store.outgoings()}
    ours |= {new: ours[old] for new, old in renamed.items() if old in ours}
    if not ours:
        return dict(events)
    kept: dict[str, list[Event]] = {}
    read: defaultdict[int, list[str]] = defaultdict(list)
    for process, found in events.items():
        kept[process] = [event for event in found if not _told(store, ours.get(event.source))]
        for event in kept[process]:
            if event.source in ours:
                read[ours[event.source].number].append(event.id)
    for message in {each.number: each for each in ours.values()}.values():
        ids = read[message.number]
        if ids and (message.state, Step.SEND) in STEPS:
            why = "Its copy was found among your sent mail."
            store.step(message, message.after(Step.SEND, now, events=tuple(dict.fromkeys(ids)), why=why))
    return kept


def _told(store: Store, message: Dispatch | None) -> bool:
    """Whether that is recorded; where the person took it back, the copy is the better witness."""
    return message is not None and message.state is State.SENT and stands(store, message)
