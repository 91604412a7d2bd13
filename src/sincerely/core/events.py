"""What happened in a hiring process: frozen facts, each with the evidence that shows it.

One class a verb; `sincerely.core.verbs` lists them, and `sincerely.core.rulings` holds what the person says about
findings and about other events. The timeline notation (`sincerely.core.timeline`) is made from the classes' fields, so
a new field is a new key. A verb without fields of its own is no dataclass of its own either: making one takes a
millisecond at every start.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import blake2b
from typing import ClassVar, Literal

Deadline = date | datetime
"""A day (its last working moment) or an instant. Note that every `datetime` is a `date`."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """A fact about one process.

    Attributes:
        at: when it happened, an aware instant in UTC.
        who: the people concerned, as addresses where they are known, else names; or the item.
        source: the message, calendar entry, line or person that shows it.
        confidence: 1 where it is known, less where it was inferred.
        quote: the words that show it.
    """

    verb: ClassVar[str] = ""
    takes: ClassVar[Literal["people", "item", "code"]] = "people"

    at: datetime
    who: tuple[str, ...] = ()
    source: str = ""
    confidence: float = 1.0
    quote: str = ""

    @cached_property
    def facts(self) -> tuple[tuple[str, object], ...]:
        """What distinguishes this event from others, without where it was seen."""
        held = [(name, getattr(self, name)) for name in field_names(type(self)) if name not in _PROVENANCE]
        return tuple([(name, value) for name, value in held if value or value not in ("", (), None)])

    @cached_property
    def id(self) -> str:
        """Twelve hexadecimal digits that are the same for the same fact, whoever reports it."""
        told = "\x1f".join(f"{name}={_plain(value)}" for name, value in self.facts)
        return blake2b(f"{self.verb}\x1f{told}".encode(), digest_size=6).hexdigest()

    @property
    def first(self) -> str:
        """The person or item concerned, or a dash."""
        return self.who[0] if self.who else "-"


_PROVENANCE = frozenset({"source", "confidence", "quote"})
_NAMES: dict[type[Event], tuple[str, ...]] = {}


def field_names(kind: type[Event]) -> tuple[str, ...]:
    """Return the names of a verb's fields in their order."""
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind))
    return _NAMES[kind]


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return ",".join(value) if isinstance(value, tuple) else str(value)


class Applied(Event):
    """The candidate applied."""

    verb = "applied"


class Acknowledged(Event):
    """The employer confirmed that the application arrived."""

    verb = "acknowledged"


class Assessed(Event):
    """The employer invited to, or the candidate took, a test."""

    verb = "assessed"


@dataclass(frozen=True, kw_only=True)
class Slot(Event):
    """What scheduled, moved and cancelled interviews share."""

    start: datetime | None = None
    end: datetime | None = None
    uid: str = ""


class Scheduled(Slot):
    """An interview with these people was fixed."""

    verb = "scheduled"


@dataclass(frozen=True, kw_only=True)
class Moved(Slot):
    """An interview got a new slot; ``was`` is its old start where several are ahead."""

    verb = "moved"
    was: datetime | None = None


class Cancelled(Slot):
    """An interview will not take place, or did not."""

    verb = "cancelled"


class Interviewed(Event):
    """An interview with these people ended at ``at``."""

    verb = "interviewed"


@dataclass(frozen=True, kw_only=True)
class Debriefed(Event):
    """The candidate noted what was said, about one person or the whole interview."""

    verb = "debriefed"
    liked: str = ""
    fit: str = ""
    topic: str = ""
    send: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Promised(Event):
    """The employer named a date for its decision or next word."""

    verb = "promised"
    by: Deadline | None = None
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Thanked(Event):
    """The candidate thanked these people."""

    verb = "thanked"
    channel: str = ""
    overruled: str = ""


@dataclass(frozen=True, kw_only=True)
class Requested(Event):
    """The employer asked for an item, perhaps by a day, perhaps several of it; perhaps to be brought, not sent."""

    verb = "requested"
    takes = "item"
    by: Deadline | None = None
    count: int | None = None
    how: Literal["", "bring"] = ""


class Submitted(Event):
    """The candidate handed an item in."""

    verb = "submitted"
    takes = "item"


@dataclass(frozen=True, kw_only=True)
class Pledged(Event):
    """The candidate said that they would send an item, perhaps by a day."""

    verb = "pledged"
    takes = "item"
    by: Deadline | None = None


class Asked(Event):
    """The candidate asked somebody to be a referee."""

    verb = "asked"


class Agreed(Event):
    """A referee agreed; it holds for the whole search."""

    verb = "agreed"


class Declined(Event):
    """A referee declined; it holds for the whole search."""

    verb = "declined"


class Told(Event):
    """A referee was told that a call may come."""

    verb = "told"


class Briefed(Event):
    """A referee got the full pack for this opening."""

    verb = "briefed"


class Named(Event):
    """A referee was named to the employer."""

    verb = "named"


class Reminded(Event):
    """A referee who had not answered was reminded."""

    verb = "reminded"


class ThankedReference(Event):
    """A referee was thanked and told how it ended."""

    verb = "thanked-reference"


@dataclass(frozen=True, kw_only=True)
class Wrote(Event):
    """The candidate wrote or called.

    ``overruled`` keeps the codes of gate checks that the person overruled for that text; ``by`` is the day by which it
    says that the answer to an offer will come.
    """

    verb = "wrote"
    purpose: Literal["check-in", "reply", "reschedule", "other"] = "other"
    channel: Literal["email", "phone", "linkedin", "in-person", "other"] = "email"
    overruled: str = ""
    by: Deadline | None = None


@dataclass(frozen=True, kw_only=True)
class Heard(Event):
    """The employer wrote; with ``asks`` it expects an answer."""

    verb = "heard"
    asks: bool = False


@dataclass(frozen=True, kw_only=True)
class Rejected(Event):
    """The employer said no."""

    verb = "rejected"
    reason: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class Offered(Event):
    """The employer offered the job, perhaps until a day."""

    verb = "offered"
    by: Deadline | None = None


class Accepted(Event):
    """The candidate accepted an offer."""

    verb = "accepted"


class Withdrew(Event):
    """The candidate withdrew."""

    verb = "withdrew"


@dataclass(frozen=True, kw_only=True)
class Closed(Event):
    """The process ended without an answer, or the person closed it, perhaps for a reason of their own."""

    verb = "closed"
    reason: str = ""

    @property
    def silent(self) -> bool:
        """Whether it ended because nothing was heard."""
        return self.reason.strip().casefold() == "silent"


@dataclass(frozen=True, kw_only=True)
class AskedWhy(Event):
    """After a rejection the candidate asked whether there was a specific reason."""

    verb = "asked-why"
    overruled: str = ""


@dataclass(frozen=True, kw_only=True)
class ToldWhy(Event):
    """The employer gave its reason."""

    verb = "told-why"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Prefers(Event):
    """What the employer wishes: no calls, silence unless shortlisted, one named contact, or nothing till it is back.

    ``channel`` is "contact" where everything is to go through the contact, and nothing straight to anybody else.
    ``back`` is the first day on which those named are at work again, as their out-of-office says. It is no answer.
    """

    verb = "prefers"
    calls: bool | None = None
    silence: bool | None = None
    contact: str = ""
    channel: str = ""
    note: str = ""
    back: Deadline | None = None


@dataclass(frozen=True, kw_only=True)
class Found(Event):
    """An opening was found that fits the candidate to this degree (0 to 1)."""

    verb = "found"
    takes = "item"
    score: float | None = None
    title: str = ""
    employer: str = ""
    ends: Deadline | None = None


class Started(Event):
    """The candidate started a process for an opening that was found."""

    verb = "started"
    takes = "item"
