"""Mails that the person sent from their own program, and that were begun as drafts here."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import pairwise

from sincerely.app.drafts.kept import end_approval, process_of, stands
from sincerely.app.mail_in.sent_copy import SKEW, originals
from sincerely.app.outgoing.recording import what_it_did
from sincerely.app.processes.exits import NothingThere
from sincerely.core.events import Event
from sincerely.core.handed import Place
from sincerely.core.outbound import Dispatch, State, Text, Written
from sincerely.core.outbound_events import addresses
from sincerely.reading.letters import reply
from sincerely.reading.letters.letter import Letter
from sincerely.store.base import Change, Store

WHY = "You sent it from your own mail program."
# Shares of pairs of words that both have. Found on the edits in tests/app/test_finished.py: a draft that was
# half rewritten has 0.5 and more with what became of it, two mails on other matters to one person a quarter at most.
_ALIKE, _VERY_ALIKE = 0.5, 0.75
# What a mail program puts before a subject, in several languages.
_AGAIN = re.compile(r"^(?:(?:re|aw|antw|antwort|sv|rv|r|odp|fwd|fw|wg)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# More words than these nobody compares.
_MOST_WORDS = 3000
_IN_DOUBT = frozenset({State.CLAIMED, State.UNKNOWN})
_ELSEWHERE = frozenset({State.APPROVED, State.VOID, State.WITHDRAWN})


@dataclass(frozen=True)
class Begun:
    """What a mail may have been begun as: a draft, or a mail that was written elsewhere and approved here.

    Attributes:
        written: the draft's version; of a mail written elsewhere, made from the message.
        message: that message; None of a draft.
    """

    written: Written
    message: Dispatch | None = None


@dataclass(frozen=True)
class Finished:
    """A mail that the person sent.

    Attributes:
        letter: the mail.
        begun: what it was begun as.
    """

    letter: Letter
    begun: Begun


class Beginnings:
    """Knows what was begun here and has not gone out yet."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def expects(self, people: Iterable[str]) -> bool:
        """Whether something is begun to one of these."""
        return any(person.lower() in self._to for person in people)

    def of(self, letter: Letter) -> Begun | None:
        """Return what a sent mail was begun as; of several the one that it is most like, None where it is none.

        It is known by the Message-ID under which it was put into Drafts; else by those it went to, and by its thread
        and half of its words, or by nearly all of its words.
        """
        for name in (letter.message_id, *originals(letter)):
            if name in self._handed:
                return self._handed[name]
        people = {each.address.lower() for each in (*letter.to, *letter.cc)}
        near = {id(each): each for person in people for each in self._to.get(person, ())}
        may_be = [each for each in near.values() if _may_be(letter, each, people)]
        own = words_of(reply.of(letter).reply) if may_be else []
        found = [(likeness(own, words_of(_own(each))), each) for each in may_be]
        alike = [(share, each) for share, each in found if share >= (_ALIKE if _answers(letter, each) else _VERY_ALIKE)]
        return max(alike, key=lambda pair: pair[0])[1] if alike else None

    @cached_property
    def _all(self) -> list[Begun]:
        messages = self._store.outgoings()
        over = {each.draft for each in messages if each.state in _IN_DOUBT or self._went_out(each)}
        drafts = [draft.draft for draft in self._store.drafts() if draft.draft not in over]
        versions = [Begun(version) for draft in drafts for version in reversed(self._store.versions(draft))]
        sent = {each.digest for each in messages if self._went_out(each)}
        elsewhere = [each for each in messages if each.draft is None and each.state in _ELSEWHERE]
        return versions + [Begun(as_written(each), each) for each in elsewhere if each.digest not in sent]

    def _went_out(self, message: Dispatch) -> bool:
        return message.state is State.SENT and stands(self._store, message)

    @cached_property
    def _to(self) -> Mapping[str, list[Begun]]:
        found: defaultdict[str, list[Begun]] = defaultdict(list)
        for each in self._all:
            for person in addresses(each.written.text):
                found[person].append(each)
        return found

    @cached_property
    def _handed(self) -> Mapping[str, Begun]:
        """What was put into Drafts, by the Message-ID that it has there."""
        by_text = {(each.written.draft, each.written.text.digest): each for each in reversed(self._all)}
        rows = self._store.handed(Place.DRAFTS)
        known = {row.message_id.strip("<>"): by_text.get((row.draft, row.digest)) for row in rows}
        return {name: each for name, each in known.items() if each is not None}


def words_of(text: str) -> list[str]:
    """Return a text's words, as far as they are compared."""
    return _WORD.findall(text.casefold())[:_MOST_WORDS]


def likeness(one: list[str], other: list[str]) -> float:
    """Return how much two texts have in common: Dice's coefficient of their pairs of neighbouring words, 0 to 1."""
    pairs, others = Counter(pairwise(one)), Counter(pairwise(other))
    both = pairs.total() + others.total()
    return 2 * (pairs & others).total() / both if both else 0.0


def record_finished(store: Store, name: str, finished: Finished, now: datetime) -> list[Event]:
    """Record that a mail went out, as what it was begun as; inside a transaction. What was approved of it ends.

    Args:
        store: the candidate's store.
        name: its Message-ID, in angle brackets.
        finished: the mail.
        now: when that became known.

    Returns:
        What it did; nothing where its process is not known any more.
    """
    written, letter = finished.begun.written, finished.letter
    try:
        process = process_of(store, written.process)
    except NothingThere:
        return []
    end_approval(store, written, now, WHY)
    at = min(letter.date or now, now)
    sent = replace(_dispatch(finished, name), process=process.header.id, changed_at=at)
    events, known = what_it_did(sent, process, at)
    if not known:
        store.add([Change(process.header, events)], now)
    store.add_outgoing(replace(sent, events=tuple(event.id for event in events)))
    return list(events)


def _dispatch(finished: Finished, name: str) -> Dispatch:
    written, letter, message = finished.begun.written, finished.letter, finished.begun.message
    # Of what was written elsewhere the approved text stays, by which it is known as sent.
    text = message.text if message is not None else _text(letter, written.text)
    return Dispatch(
        process=written.process,
        draft=written.draft or None,
        version=written.version if written.draft else None,
        purpose=written.purpose,
        who=written.who,
        text=text,
        digest=text.digest,
        sender=_line(*letter.from_),
        message_id=name,
        state=State.SENT,
        why=WHY,
        changed_at=written.made_at,
    )


def _text(letter: Letter, begun: Text) -> Text:
    """Return what really went out."""
    return Text(
        to=tuple(_line(*each) for each in letter.to if each.address),
        cc=tuple(_line(*each) for each in letter.cc if each.address),
        subject=letter.subject,
        body=reply.of(letter).reply,
        in_reply_to=f"<{letter.in_reply_to}>" if letter.in_reply_to else "",
        references=tuple(f"<{each}>" for each in letter.references),
        attach=tuple(each.name for each in letter.attachments if each.name) or begun.attach,
    )


def _line(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and not set(name) & set('()<>@,:;".[]\\') else address


def as_written(message: Dispatch) -> Written:
    """Return a message that was written elsewhere as a draft without a number."""
    return Written(
        process=message.process,
        code="",
        purpose=message.purpose,
        who=message.who,
        text=message.text,
        made_at=message.approved_at or message.changed_at,
    )


def _own(begun: Begun) -> str:
    return reply.split(begun.written.text.body).reply


def _may_be(letter: Letter, begun: Begun, people: set[str]) -> bool:
    """Whether a mail went to all whom a draft is to, and not before that was written."""
    later = letter.date is not None and letter.date >= begun.written.made_at - SKEW
    return later and set(addresses(begun.written.text)) <= people


def _answers(letter: Letter, begun: Begun) -> bool:
    """Whether a mail goes on with the thread that a draft was for; without one, whether it has the draft's subject."""
    text = begun.written.text
    thread = {each.strip("<>") for each in (text.in_reply_to, *text.references) if each}
    if thread:
        return bool(thread & {letter.in_reply_to, *letter.references})
    return _bare(letter.subject) == _bare(text.subject)


def _bare(subject: str) -> str:
    return " ".join(_AGAIN.sub("", " ".join(subject.split())).split()).casefold()
