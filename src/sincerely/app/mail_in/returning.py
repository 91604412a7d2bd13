"""A mail came back: what it would have done is corrected, and the list of what was sent says so.

The correction is an event like any other: the notice is its evidence, and it can be taken back. A mail that is only
delayed changes nothing. A copy of the mail that is read later says no more than that it was sent, so it is corrected
likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import getaddresses
from typing import Any

from sincerely.app.drafts.kept import process_of
from sincerely.app.outgoing.recording import record
from sincerely.core.events import Asked, AskedWhy, Briefed, Event, Reminded, Thanked, ThankedReference, Told, Wrote
from sincerely.core.outbound import Dispatch, State
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected
from sincerely.reading.letters.bounces import Bounce
from sincerely.reading.letters.dsn import Recipient
from sincerely.store.base import Change, Store

RETURNS = "returns"
# So many notices are remembered, for copies of the mails that are read later.
_KEPT = 200
# A notice that names no mail is about one of the last days: servers try for five.
_TRIED = timedelta(days=7)
_SKEW = timedelta(minutes=10)
TO_PEOPLE = (Thanked, Wrote, Asked, Told, Briefed, Reminded, ThankedReference, AskedWhy)
WORDS = {
    "no-such-address": "no such address",
    "no-such-domain": "no such domain",
    "mailbox-full": "their mailbox is full",
    "too-large": "it was too large",
    "refused": "their server refused it",
    "not-in-time": "their server could not be reached",
}
"""Why a mail came back, in a few words."""


@dataclass(frozen=True)
class Noticed:
    """One notice, as it was read.

    Attributes:
        bounce: what it says.
        source: its Message-ID, in angle brackets.
        at: when it came.
        lies: where it is read again: the source's name, its key there, and where that is.
    """

    bounce: Bounce
    source: str
    at: datetime
    lies: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True)
class Return:
    """What is remembered of a notice.

    Attributes:
        names: Message-IDs of the mail, in angle brackets.
        process: the process that it belonged to.
        to: all whom it was for, where that is known.
        recipients: what became of it for each whom the notice names.
        at: when the notice came.
        source: the notice's Message-ID, in angle brackets.
        done: whether what the mail did was corrected.
    """

    names: tuple[str, ...]
    process: str
    to: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    at: datetime
    source: str
    done: bool = False

    @property
    def failed(self) -> tuple[Recipient, ...]:
        """Those whom it will never reach."""
        return tuple(one for one in self.recipients if one.fate == "failed")

    @property
    def words(self) -> str:
        """What became of the mail."""
        bad = self.failed
        if bad:
            who = f" ({', '.join(one.address for one in bad)})" if len(self.to) != 1 else ""
            return f"came back: {why(bad[0])}{who}"
        slow = ", ".join(one.address for one in self.recipients if one.fate == "delayed")
        return f"delayed: {slow or 'their server'} has not taken it yet, and it is still being tried"


def why(recipient: Recipient) -> str:
    """Say why a mail came back."""
    return WORDS.get(recipient.reason, "it could not be delivered")


def returns(store: Store) -> list[Return]:
    """Return what is known of mails that came back or are delayed, oldest first."""
    kept: list[dict[str, Any]] = store.setting(RETURNS) or []
    return [
        Return(
            tuple(one["names"]),
            one["process"],
            tuple(one["to"]),
            tuple(Recipient(**recipient) for recipient in one["recipients"]),
            datetime.fromisoformat(one["at"]),
            one["source"],
            one["done"],
        )
        for one in kept
    ]


def _save(store: Store, kept: Sequence[Return]) -> None:
    rows = [{**vars(one), "recipients": [vars(r) for r in one.recipients], "at": one.at.isoformat()} for one in kept]
    store.set_setting(RETURNS, rows[-_KEPT:])


def came_back(store: Store, noticed: Iterable[Noticed], fresh: Mapping[str, str], now: datetime) -> list[Noticed]:
    """Take notices in, inside the sync's transaction, and return those whose mail is not known (yet).

    Args:
        store: the candidate's store.
        noticed: the notices that were read.
        fresh: ids of the events that this sync has added, with their sources.
        now: the instant.
    """
    kept, unknown, changed = returns(store), [], False
    for one in noticed:
        found = _resolved(store, one, now)
        if found is None:
            unknown.append(one)
        elif not any(_same(found, other) for other in kept):
            kept.append(found)
            changed = True
    for index, back in enumerate(kept):
        # What was corrected once stays as the person has it since; only what was read anew is corrected too.
        anew = frozenset(event for event, source in fresh.items() if source in back.names) if back.done else None
        if back.failed and anew != frozenset() and _correct(store, back, anew, now):
            kept[index] = replace(back, done=True)
            changed = True
    if changed:
        _save(store, kept)
    return unknown


def _same(one: Return, other: Return) -> bool:
    """Whether two notices say the same: servers on the way may both write."""
    mine = {(r.address, r.fate) for r in one.recipients}
    return bool(set(one.names) & set(other.names)) and mine <= {(r.address, r.fate) for r in other.recipients}


def _resolved(store: Store, noticed: Noticed, now: datetime) -> Return | None:
    """Find the mail that a notice is about: by its Message-ID, else by whom it was for and its subject."""
    bounce = noticed.bounce
    if not bounce.failed and not bounce.delayed:
        return None
    message = _ours(store, noticed)
    names = tuple(
        dict.fromkeys((*(f"<{one}>" for one in bounce.original.ids), *((message.message_id,) if message else ())))
    )
    process, to = "", bounce.original.to
    if message is not None:
        process = message.process
        to = to or _people(message)
        _gone_out(store, message, bounce, now)
    else:
        seen = next((m for name in names if (m := store.message_named(name)) is not None and m.process), None)
        process = seen.process if seen is not None and seen.process else ""
    if not process and not names:
        names, process = _by_words(store, noticed)
    if not process or store.process(process_of(store, process).header.id) is None:
        return None
    return Return(names, process, to, bounce.recipients, min(noticed.at, now), noticed.source)


def _ours(store: Store, noticed: Noticed) -> Dispatch | None:
    """Return the message of ours that came back."""
    ids, sent = set(noticed.bounce.original.ids), store.outgoings()
    known = next((each for each in sent if each.message_id.strip("<>") in ids), None)
    if known is not None or ids:
        return known
    bad = {one.address for one in noticed.bounce.recipients}
    subject = _plain(noticed.bounce.original.subject)
    likely = (
        each
        for each in sorted(sent, key=lambda each: each.changed_at, reverse=True)
        if each.state in {State.SENT, State.UNKNOWN}
        and noticed.at - _TRIED <= each.changed_at <= noticed.at + _SKEW
        and bad & set(_people(each))
        and (not subject or _plain(each.text.subject) == subject)
    )
    return next(likely, None)


def _by_words(store: Store, noticed: Noticed) -> tuple[tuple[str, ...], str]:
    """Return Message-ID and process of the latest mail to somebody, with that subject where one is named."""
    bad = {one.address for one in noticed.bounce.recipients}
    subject = _plain(noticed.bounce.original.subject)
    for sent in store.sent_messages(_KEPT):
        if sent.date is None or sent.process is None or sent.date > noticed.at + _SKEW:
            continue
        if sent.date < noticed.at - _TRIED:
            break
        process = store.process(sent.process)
        name = f"<{sent.message_id}>"
        to_them = process is not None and any(e.source == name and bad & set(e.who) for e in process.events)
        if to_them and (not subject or _plain(sent.subject) == subject):
            return (name,), sent.process
    return (), ""


def _plain(subject: str) -> str:
    return " ".join(subject.casefold().split())


def _people(message: Dispatch) -> tuple[str, ...]:
    found = getaddresses([*message.text.to, *message.text.cc])
    return tuple(dict.fromkeys(address.strip().lower() for _, address in found if address))


def _gone_out(store: Store, message: Dispatch, bounce: Bounce, now: datetime) -> None:
    """Record a message whose fate nobody knew: what came back, or is on its way, had gone out."""
    if message.state is State.UNKNOWN:
        at = min(bounce.original.date or message.changed_at, now)
        why_so = "A mail server wrote about it: it had gone out."
        record(store, message, process_of(store, message.process), at, why=why_so)


def _correct(store: Store, back: Return, only: AbstractSet[str] | None, now: datetime) -> bool:
    """Correct what the mail did for those whom it never reached; return whether there was anything."""
    process = process_of(store, back.process)
    undone = list(_undone(process, back, only))
    if not undone:
        return False
    ids = tuple(dict.fromkeys(event.id for event, _ in undone))
    at = min(max(back.at, *(event.at for event, _ in undone)), now)
    corrections: list[Event] = [
        Corrected(
            at=at,
            who=ids,
            source=back.source,
            quote=one.told,
            note=f"came back: {why(one)}",
            returned=one.address,
            reason=one.reason,
        )
        for one in back.failed
    ]
    left = [replace(event, who=who) for event, who in undone if who]
    store.add([Change(process.header, [*corrections, *left])], now)
    return True


def _undone(process: Process, back: Return, only: AbstractSet[str] | None) -> Iterator[tuple[Event, tuple[str, ...]]]:
    """Yield each event that is wrong now, and whom of its people the mail did reach."""
    bad = {one.address for one in back.failed}
    for event in process.events:
        if event.source not in back.names or (only is not None and event.id not in only):
            continue
        to_people = isinstance(event, TO_PEOPLE) and bool(event.who)
        reached = {*(back.to or (event.who if to_people else ()))} - bad
        left = tuple(who for who in event.who if who not in bad) if reached and to_people else ()
        if left == event.who if to_people else reached:
            continue
        yield event, left


def by_message(store: Store) -> dict[str, Return]:
    """Return what is known of each mail that came back or is delayed, by its Message-ID in angle brackets."""
    known: dict[str, Return] = {}
    for one in returns(store):
        for name in one.names:
            held = known.get(name)
            if held is None or not (held.failed and not one.failed):
                known[name] = one
    return known
