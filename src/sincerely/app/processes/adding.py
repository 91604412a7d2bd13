"""An event by hand, from what a person fills in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sincerely.app.processes.exits import BY_HAND, Deed, add
from sincerely.app.today.wording import headline
from sincerely.core.events import Event, Slot, field_names
from sincerely.core.header import Header
from sincerely.core.verbs import VERBS
from sincerely.store.base import Store

_NEED_PEOPLE = frozenset(
    "thanked asked agreed declined told briefed named reminded thanked-reference asked-why".split()
)
_NEED_ITEM = frozenset({"requested", "submitted"})
ADDABLE = (
    "interviewed", "scheduled", "cancelled",
    "promised", "requested", "heard", "offered", "rejected", "told-why", "acknowledged", "assessed",
    "applied", "thanked", "submitted", "wrote", "asked-why", "accepted", "withdrew", "closed",
    "asked", "agreed", "declined", "told", "briefed", "named", "reminded", "thanked-reference",
)  # fmt: skip
"""What can be added by hand; the rest follows from exits, merges and splits."""


class Unfit(ValueError):
    """What was filled in makes no event; the message says what to do. ``field`` names where."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a person fills in.

    Attributes:
        verb: what happened.
        at: when, aware.
        who: addresses, names, or items, as they were typed: with commas between.
        by: the day that they named, of a promise, a request, an offer.
        start: of an interview, aware.
        minutes: how long the interview takes.
        asks: whether they expect an answer.
        purpose: of what the person wrote.
        channel: how they wrote.
        words: what was said; the reason of a rejection or a closing.
    """

    verb: str
    at: datetime
    who: str = ""
    by: date | None = None
    start: datetime | None = None
    minutes: int = 60
    asks: bool = False
    purpose: str = "other"
    channel: str = "email"
    words: str = ""


def add_entry(store: Store, header: Header, entry: Entry, now: datetime) -> Deed:
    """Add an event by hand.

    Raises:
        Unfit: something is missing, or does not go together.
    """
    event = event_of(entry, now)
    return add(store, header, [event], now, f"Added: {headline(event, header)}")


def event_of(entry: Entry, now: datetime) -> Event:
    """Return the event that an entry stands for.

    Raises:
        Unfit: something is missing, or does not go together.
    """
    if entry.verb not in ADDABLE:
        raise Unfit("verb", "Choose what happened.")
    kind = VERBS[entry.verb]
    who = tuple(dict.fromkeys(name for part in entry.who.split(",") if (name := _name(part))))
    if not who and entry.verb in _NEED_PEOPLE:
        raise Unfit("who", "Say who: an address, or a name.")
    if not who and entry.verb in _NEED_ITEM:
        raise Unfit("who", "Say what: a writing sample, references, a form.")
    if entry.at > now:
        raise Unfit("at", "That day is still ahead. Choose when it happened, or when you heard of it.")
    values: dict[str, Any] = {"at": entry.at, "who": who, "source": BY_HAND}
    if issubclass(kind, Slot):
        values |= _slot(entry)
    values |= _keys(entry, set(field_names(kind)))
    return kind(**values)


def _slot(entry: Entry) -> dict[str, datetime]:
    if entry.start is None:
        raise Unfit("start", "Say when the interview is, or was to be.")
    if not 5 <= entry.minutes <= 24 * 60:
        raise Unfit("minutes", "Say how long it takes, from 5 minutes to a day.")
    return {"start": entry.start, "end": entry.start + timedelta(minutes=entry.minutes)}


def _keys(entry: Entry, known: set[str]) -> dict[str, Any]:
    """Return what is said, as the keys that the verb knows."""
    if entry.verb == "promised" and entry.by is None:
        raise Unfit("by", "Say the day by which they will decide.")
    words = entry.words.strip()
    keys: dict[str, Any] = {"reason" if "reason" in known else "quote": words} if words else {}
    keys |= {"by": entry.by} if "by" in known and entry.by is not None else {}
    keys |= {"asks": True} if "asks" in known and entry.asks else {}
    keys |= {"purpose": entry.purpose} if "purpose" in known else {}
    return keys | ({"channel": entry.channel} if "purpose" in known else {})


def _name(text: str) -> str:
    """Return an address in one spelling; names as they are."""
    name = " ".join(text.split())
    return name.lower() if "@" in name else name
