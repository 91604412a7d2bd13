"""Sources into the store: read what is new, understand it in its order, keep it in one transaction.

What may be about hiring is put aside on disk; then that is read oldest first, because an answer is understood after
its question. Nothing is lost by a crash: what was put aside is kept with its events and the sources' states, or not at
all, and is read again the next time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from sincerely.app import wiring
from sincerely.app.connections import not_let_in
from sincerely.app.interviews.debrief_answers import journal
from sincerely.app.mail_in import arranging, early_answers
from sincerely.app.mail_in.beginnings import as_letter
from sincerely.app.mail_in.early_answers import Answer
from sincerely.app.mail_in.found_sent import OwnCopies, settle
from sincerely.app.mail_in.known_links import keep_told, known_links
from sincerely.app.mail_in.lying import read_again
from sincerely.app.mail_in.own_addresses import OwnAddresses
from sincerely.app.mail_in.placing import Placed
from sincerely.app.mail_in.reading_mail import Reader, is_bulk
from sincerely.app.mail_in.returning import Noticed, came_back
from sincerely.app.mail_in.silent import close_silent
from sincerely.app.mail_in.spool import UNDATED, Entry, Spool, digest_of
from sincerely.app.mail_in.synced import Synced
from sincerely.app.mail_in.talks import Talk
from sincerely.app.mail_in.waiting_mail import Waiting, WaitingMail, recall
from sincerely.app.mail_in.waiting_returns import recalled, remember
from sincerely.app.processes import which_opening
from sincerely.app.processes.regrouping import join
from sincerely.app.processes.setting_aside import keep_aside
from sincerely.core.corrections import SURE
from sincerely.reading.calendars.entries import entries
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.linking.links import Links
from sincerely.sources.base import Checkpoint, Connected, Fault, LeftOut, Raw, SignInRefused, Source, SourceError
from sincerely.store.base import Change, Message, Store

Progress = Callable[[str, int, int], None]
"""Told what is being done, how far it is, and of how much (0: nobody knows)."""
Aside = Callable[[Spool], None]

_SEEN_AT_ONCE = 1000
# More faults than these of one kind say nothing new.
_MOST_NOTES = 20
UNDERSTANDING = "Understanding"


class _Late(NamedTuple):
    """A mail that looked private, but may go on with one that is about hiring, or come from somebody in one."""

    source: Source
    seen: Message
    where: str
    sent: bool
    thread: tuple[str, ...]
    people: tuple[str, ...]
    sender: str
    at: datetime | None

    def letter(self) -> Letter:
        """Return what of it says whether it belongs to a known process."""
        return Letter(references=self.thread, to=tuple(Address("", person) for person in self.people))


@dataclass
class _Work:
    """What one sync holds while it runs."""

    store: Store
    reader: Reader
    progress: Progress
    copies: OwnCopies
    placed: Placed
    own: OwnAddresses
    waits: WaitingMail
    done: Synced = field(default_factory=Synced)
    states: dict[str, Any] = field(default_factory=dict)
    late: list[_Late] = field(default_factory=list)
    private: list[Message] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    noticed: list[Noticed] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    again: set[tuple[str, str]] = field(default_factory=set)
    joined: dict[str, str] = field(default_factory=dict)

    def note(self, text: object) -> None:
        if len(self.done.notes) < _MOST_NOTES:
            self.done.notes.append(str(text))
        elif len(self.done.notes) == _MOST_NOTES:
            self.done.notes.append("… and more of the same")


def sync(
    store: Store,
    sources: Sequence[Source],
    reader: Reader,
    now: datetime,
    progress: Progress,
    aside: Aside = lambda _: None,
) -> Synced:
    """Read sources into the store and return what came of it.

    A source that can't be read is noted, and the others are read. Again it costs only what is new. What is told of
    the progress may raise to end it; ``aside`` is shown what was put aside, before that is understood.

    Raises:
        StoreError: the store can't be written; nothing of this sync's events was kept.
    """
    begun = time.monotonic()
    waits = WaitingMail.of(store, now)
    placed = Placed(store, reader.home, now, hidden=waits.hidden)
    work = _Work(store, reader, progress, OwnCopies(store), placed, OwnAddresses(store), waits)
    with Spool() as spool:
        try:
            for source in sources:
                _look_or_say(work, source, spool, now)
            _remember_private(work)
            reader.me = work.own.settle(reader.me)
            aside(spool)
            work.sources = {source.name: source for source in sources}
            if len(spool) or work.late or work.fresh or waits.settled():
                _understand(work, spool, now)
        finally:
            for source in sources:
                if isinstance(source, Connected):
                    source.close()
    _keep(work, now)
    work.done.seconds = time.monotonic() - begun
    return work.done


def _look_or_say(work: _Work, source: Source, spool: Spool, now: datetime) -> None:
    try:
        _look_through(work, source, spool, now)
    except SourceError as error:
        work.done.failed += 1
        work.note(error)
        if isinstance(error, SignInRefused):
            not_let_in.remember(work.store, source.name, error)
    else:
        not_let_in.forget(work.store, source.name)


def _look_through(work: _Work, source: Source, spool: Spool, now: datetime) -> None:
    """Look at every new message of one source; put aside what may be about hiring."""
    state = work.store.source_state(source.name) or {}
    label = source.name.rpartition("/")[2] or source.name
    known = work.store.known_keys(source.name)
    for item in source.scan(state, lambda keys: frozenset(filter(known, keys))):
        match item:
            case Raw():
                work.done.read += 1
                _sort(work, source, item, spool)
            case Checkpoint():
                work.states[source.name] = item.state
                work.progress(f"Reading {label}", item.done, item.total)
                if item.useful:
                    _make_use(work, spool, now)
                    label = f"the rest of {label}"
            case Fault() | LeftOut():
                work.done.refused |= isinstance(item, Fault) and item.refused
                work.note(item)


def _sort(work: _Work, source: Source, raw: Raw, spool: Spool) -> None:
    if raw.kind == "calendar":
        spool.add(source.name, raw, None)
        return
    letter, worth = work.reader.look(raw.data)
    work.own.see(letter, work.reader.me, sent=raw.sent)
    if worth:
        spool.add(source.name, raw, letter.date or letter.received)
        return
    seen = Message(source=source.name, key=raw.key, digest=digest_of(raw.data), place=raw.place)
    if not is_bulk(letter):
        thread = tuple(name for name in dict.fromkeys((*letter.references[-3:], letter.in_reply_to)) if name)
        people = tuple(dict.fromkeys(a.address for a in (letter.from_, *letter.to, *letter.cc) if a.address))
        # It counts as seen only together with what is made of it.
        sender, at = letter.from_.address.lower(), letter.date or letter.received
        work.late.append(_Late(source, seen, raw.where, raw.sent, thread, people, sender, at))
        return
    work.private.append(seen)
    if len(work.private) >= _SEEN_AT_ONCE:
        _remember_private(work)


def _remember_private(work: _Work) -> None:
    """Keep that these were seen: of private mail nothing but its key."""
    work.done.new += work.store.add_messages(work.private)
    work.private.clear()


def _understand(work: _Work, spool: Spool, now: datetime) -> None:
    """Read what was put aside, oldest first, then the answers to it that looked private."""
    links = known_links(work.store, now, work.waits.hidden)
    _read_aside(work, links, spool)
    for late in work.late:
        _take_late(work, links, late)
    began = work.waits.settled() | work.placed.begun
    for process in recall(work.waits, links, began, lambda one, surely: _recalled(work, links, one, surely=surely)):
        work.placed.believe(process)
    _take_answers(work, links)


def _take_late(work: _Work, links: Links, late: _Late) -> None:
    """Understand a mail that looked private, where it goes on with a process; else let it wait for one."""
    own = late.sent or late.sender in work.reader.me
    lies = (late.source.name, late.seen.key, late.where)
    goes_on = work.waits.add_answer(lies, late.thread, late.at, own=own)
    work.messages.append(replace(late.seen, where=late.where) if lies[:2] in work.waits.waiting else late.seen)
    if goes_on and not own:
        return
    if not (links.knows(late.letter()) or (late.sent and work.copies.expects(late.people))):
        return
    try:
        raw = late.source.fetch(late.seen.key, late.where)
    except SourceError as error:
        work.note(error)
        return
    work.again.add(lies[:2])
    with Spool() as one:
        one.add(late.source.name, replace(raw, sent=late.sent), None)
        for entry, data in one.by_date():
            if _take_mail(work, links, entry, data) not in {None, *work.waits.hidden}:
                work.waits.begun(lies[:2])


def _recalled(work: _Work, links: Links, one: Waiting, *, surely: bool = False) -> str | None:
    """Read a mail that waits, and return its process; None where it has none still, or can't be read."""
    raw = read_again(
        (one.source, one.key, one.where), lambda name: wiring.source_named(name, work.store), work.sources.get
    )
    if raw is None:
        return None
    work.again.add(one.lies)
    entry = Entry(UNDATED, 0, 0, 0, one.source, one.key, raw.folder, one.sent, raw.place, one.where, raw.kind)
    process = _take_mail(work, links, entry, raw.data, again=True, surely=surely)
    if one.asked and process not in {None, one.asked}:  # what was asked about is part of a process that is known
        links.merge(one.asked, process)
        if work.placed.forget(one.asked):
            work.messages = [replace(m, process=process) if m.process == one.asked else m for m in work.messages]
        else:
            work.joined[one.asked] = process
    return process


def _take_answers(work: _Work, links: Links) -> None:
    """Read the candidate's own mails that wait and answer what was just read of a process."""
    tried: set[Waiting] = set()
    while found := [one for one in work.waits.answering(work.fresh) if one not in tried]:
        tried.update(found)
        for one in found:
            if _recalled(work, links, one) is not None:
                work.waits.begun(one.lies)


def _make_use(work: _Work, spool: Spool, now: datetime) -> None:
    """Understand and keep what came so far; what looks private, and the sources' states, wait for the end."""
    work.reader.me = work.own.settle(work.reader.me)
    _read_aside(work, known_links(work.store, now, work.waits.hidden), spool)
    spool.clear()
    states, work.states = work.states, {}
    _keep(work, now)
    work.states = states
    work.messages.clear()
    work.placed.clear()


def _read_aside(work: _Work, links: Links, spool: Spool) -> None:
    for number, (entry, data) in enumerate(spool.by_date(), 1):
        if entry.kind == "calendar":
            _take_calendar(work, links, entry, data)
        else:
            _take_mail(work, links, entry, data)
        if number % 10 == 0 or number == len(spool):
            work.progress(UNDERSTANDING, number, len(spool))


def _take_mail(
    work: _Work, links: Links, entry: Entry, data: bytes, *, again: bool = False, surely: bool = False
) -> str | None:
    """Understand one mail and return its process; one that is read again waits already."""
    digest = digest_of(data)
    reading, said = work.reader.mail(data, links, sent=entry.sent, name=f"sha256:{digest}")
    letter = reading.letter
    if reading.sent and letter.calendars:
        work.answers += early_answers.of_mail(letter, work.reader, links, f"sha256:{digest}")
    name = f"sha256:{digest}"
    if letter.message_id:
        name = work.copies.named(letter, sent=reading.sent)
        said = replace(said, events=tuple(replace(event, source=name) for event in said.events))
    said = as_letter(said) if again else said
    process = work.placed.place(links, said, surely=name if surely else "") or work.copies.begun_in(letter)
    if again and process is None:
        return None
    if process is None and work.placed.would_begin(said) and not is_bulk(letter):
        process = work.placed.ask(links, said, f"sha256:{digest}") if work.waits.may_ask(letter, said) else None
        work.waits.add(entry, letter, said, process or "", work.placed.aside_for(said))
        if process is None and not reading.sent:
            kept = Message(source=entry.source, key=entry.key, digest=digest, place=entry.place, where=entry.where)
            work.messages.append(kept)
            return None
    talk = arranging.talk_of(reading, said.events, process or "", name, work.reader.now)
    if talk is not None and talk.process in work.placed.headers:
        arranging.take(store=work.store, links=links, talks=work.talks, talk=talk)
    told = reading.automatic
    if told is not None and told.bounce is not None:
        at = letter.date or letter.received or work.reader.now
        work.noticed.append(Noticed(told.bounce, name, at, (entry.source, entry.key, entry.where)))
        process = reading.process
    message = Message(
        source=entry.source,
        key=entry.key,
        digest=digest,
        place=entry.place,
        where=entry.where,
        message_id=letter.message_id,
        date=letter.date,
        sender=letter.from_.address.lower(),
        subject=letter.subject if process else "",
        sent=reading.sent,
        kind=said.kind,
        confidence=said.confidence,
        process=process,
    )
    if process and letter.message_id:
        work.fresh.add(letter.message_id)
    elif reading.sent:
        lies, thread = (entry.source, entry.key, entry.where), (*letter.references, letter.in_reply_to)
        work.waits.add_answer(lies, thread, letter.date or letter.received, own=True)
    work.messages.append(message if process else replace(message, message_id="", sender="", date=None))
    return process


def _take_calendar(work: _Work, links: Links, entry: Entry, data: bytes) -> None:
    name = f"sha256:{digest_of(data)}"
    read = entries(data, own_zone=work.reader.zone)
    work.answers += early_answers.of_calendar(read.entries, work.reader, links, name)
    found, faults = work.reader.calendar(read, links, name)
    for fault in faults:
        work.note(f"{entry.place}: {fault}")
    for said in found:
        work.placed.place(links, said)
    work.messages.append(
        Message(source=entry.source, key=entry.key, digest=name[7:], place=entry.place, where=entry.where)
    )


def _keep(work: _Work, now: datetime) -> None:
    """Keep messages, events and the sources' states: all of them or none."""
    store, done, placed = work.store, work.done, work.placed
    placed.house()
    events = list(chain.from_iterable(placed.events.values()))
    late = recalled(store, events, lambda name: wiring.source_named(name, store), now)
    noticed = {one.lies: one for one in (*late, *work.noticed)}.values()
    with store.transaction():
        work.waits.keep(store)
        done.asked, done.passed = work.waits.asked, work.waits.passed
        before = {row.header.id: row.header for row in store.summaries()}
        done.new += store.add_messages(work.messages)
        # Of what was seen before, it is known already that it was read.
        store.place_messages(one for one in work.messages if one.process and (one.source, one.key) in work.again)
        placed.events = settle(store, placed.events, now, work.copies)
        early_answers.join(store, work.answers, placed.events)
        work.answers.clear()
        arranging.join(store, work.talks, placed.events, now)
        work.talks.clear()
        keep_aside(store, placed.events, placed.headers, now)
        keep_told(store, placed.clocks, placed.days)
        added = store.add([Change(placed.headers[name], events) for name, events in placed.events.items()], now)
        for name, header in placed.headers.items():
            if name in before and before[name] != header:
                store.set_header(header, now)
        for source, state in work.states.items():
            store.save_source(source, state, now)
        for name, into in work.joined.items():
            join(store, name, into, now)
        work.joined.clear()
        which_opening.keep(store, placed.elsewhere.values())
        fresh = {event.id: event for event in chain.from_iterable(placed.events.values()) if event.id in added.events}
        work.noticed = came_back(store, noticed, {name: event.source for name, event in fresh.items()}, now)
        remember(store, noticed, work.noticed)
        work.own.keep()
        done.events += len(added.events)
        journal(store, work.reader.answers, placed.events, set(fresh), now)
        done.unsure += sum(1 for event in fresh.values() if event.confidence < SURE)
        done.closed = close_silent(store, [name for name in placed.events if name not in before], now) or done.closed
