"""A sent copy of a message that was approved here: it is recorded as sent, and counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from types import MappingProxyType

from sincerely.core.events import Event
from sincerely.core.outbound import STEPS, Dispatch, State, Step
from sincerely.reading.letter import Letter
from sincerely.store.base import Store

from .kept import stands
from .sent_copy import known_by, originals

# What was sent by a server here, or may have been.
_MAY_HAVE_GONE = frozenset({State.CLAIMED, State.UNKNOWN, State.SENT})


class OwnCopies:
    """Knows the copies of our messages, also where a server has given them another Message-ID.

    Attributes:
        renamed: of the copies that it was asked about: the Message-IDs that they have, and the ones they had here.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.renamed: dict[str, str] = {}

    def named(self, letter: Letter, *, sent: bool) -> str:
        """Return a letter's Message-ID in angle brackets, and remember whose copy it is where the person sent it."""
        name = f"<{letter.message_id}>"
        ours = self._ours(letter) if sent else None
        if ours is not None and ours.message_id != name:
            self.renamed[name] = ours.message_id
        return name

    def _ours(self, letter: Letter) -> Dispatch | None:
        for name in (letter.message_id, *originals(letter)):
            if name in self._by_id:
                return self._by_id[name]
        same = self._by_subject.get(" ".join(letter.subject.split()), [])
        return next((each for each in same if known_by(each, letter)), None)

    @cached_property
    def _by_id(self) -> dict[str, Dispatch]:
        return {message.message_id.strip("<>"): message for message in self._store.outgoings()}

    @cached_property
    def _by_subject(self) -> dict[str, list[Dispatch]]:
        found: defaultdict[str, list[Dispatch]] = defaultdict(list)
        for message in self._by_id.values():
            if message.state in _MAY_HAVE_GONE:
                found[" ".join(message.text.subject.split())].append(message)
        return found


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
