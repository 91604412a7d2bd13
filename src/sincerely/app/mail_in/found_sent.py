"""What the person sent and what was begun or approved here: it is recorded as sent, and counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

from sincerely.app.drafts.kept import stands
from sincerely.app.mail_in.finished import Beginnings, Finished, record_finished
from sincerely.app.mail_in.sent_copy import known_by, originals
from sincerely.core.events import Event
from sincerely.core.outbound import STEPS, Dispatch, State, Step
from sincerely.reading.letters.letter import Letter
from sincerely.store.base import Store

# What was sent by a server here, or may have been.
_MAY_HAVE_GONE = frozenset({State.CLAIMED, State.UNKNOWN, State.SENT})


class OwnCopies:
    """Knows the copies of our messages, also where a server has given them another Message-ID.

    Attributes:
        renamed: of the copies that it was asked about: the Message-IDs that they have, and the ones they had here.
        finished: mails that the person sent and that were begun here, by Message-ID.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._begun = Beginnings(store)
        self.renamed: dict[str, str] = {}
        self.finished: dict[str, Finished] = {}

    def expects(self, people: Iterable[str]) -> bool:
        """Whether something was begun here to one of these."""
        return self._begun.expects(people)

    def begun_in(self, letter: Letter) -> str | None:
        """Return the process in which a mail was begun that the person sent."""
        found = self.finished.get(f"<{letter.message_id}>")
        return found.begun.written.process if found is not None else None

    def named(self, letter: Letter, *, sent: bool) -> str:
        """Return a letter's Message-ID in angle brackets, and remember whose copy it is where the person sent it."""
        name = f"<{letter.message_id}>"
        if not sent:
            return name
        ours = self._ours(letter)
        if ours is None:
            begun = self._begun.of(letter)
            if begun is not None:
                self.finished[name] = Finished(letter, begun)
        elif ours.message_id != name:
            self.renamed[name] = ours.message_id
        return name

    def record(self, now: datetime) -> dict[str, frozenset[str]]:
        """Record what was finished elsewhere; return the verbs of what each did, by Message-ID."""
        done: dict[str, frozenset[str]] = {}
        drafts: set[tuple[int, str]] = set()
        for name, finished in self.finished.items():
            written = finished.begun.written
            key = (written.draft, "" if written.draft else written.text.digest)
            if key not in drafts:  # of one draft one mail came
                drafts.add(key)
                done[name] = frozenset(event.verb for event in record_finished(self._store, name, finished, now))
        if self.finished:
            self.finished = {}
            self._begun = Beginnings(self._store)
        return done

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
    store: Store, events: Mapping[str, list[Event]], now: datetime, copies: OwnCopies | None = None
) -> dict[str, list[Event]]:
    """Return what a sync has read, without what was known already; inside the sync's transaction.

    A mail is known by its Message-ID. Where nobody had said that it went out, its copy says so: it becomes sent, and
    what was read of it is what it did. What the person finished in their own program did what its draft was for; what
    else was read of it stays.

    Args:
        store: the candidate's store.
        events: what was read, by process.
        now: the instant.
        copies: what it knows of the mails that were read.
    """
    finished = copies.record(now) if copies is not None else {}
    ours = {message.message_id: message for message in store.outgoings()}
    renamed = copies.renamed if copies is not None else {}
    ours |= {new: ours[old] for new, old in renamed.items() if old in ours}
    if not ours:
        return dict(events)
    kept: dict[str, list[Event]] = {}
    read: defaultdict[int, list[str]] = defaultdict(list)
    for process, found in events.items():
        new = [event for event in found if _is_new(store, event, ours.get(event.source), finished)]
        if new:  # else it would begin a process that nothing is known of
            kept[process] = new
        for event in new:
            if event.source in ours:
                read[ours[event.source].number].append(event.id)
    for message in {each.number: each for each in ours.values()}.values():
        ids = read[message.number]
        if ids and (message.state, Step.SEND) in STEPS:
            why = "Its copy was found among your sent mail."
            store.step(message, message.after(Step.SEND, now, events=tuple(dict.fromkeys(ids)), why=why))
    return kept


def _is_new(store: Store, event: Event, ours: Dispatch | None, finished: Mapping[str, frozenset[str]]) -> bool:
    """Whether an event is not recorded; of what was finished elsewhere, whether it is more than it was for."""
    did = finished.get(event.source)
    return event.verb not in {*did, "wrote"} if did else not _told(store, ours)


def _told(store: Store, message: Dispatch | None) -> bool:
    """Whether that is recorded; where the person took it back, the copy is the better witness."""
    return message is not None and message.state is State.SENT and stands(store, message)
