"""A mail and all that its stages found, handed from stage to stage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sincerely.core.events import Event
from sincerely.core.people import is_machine, is_person

from . import relays
from .letter import Letter
from .people import is_persons
from .slots import Slot
from .statements import Statement, strengths

KINDS = (
    "offer", "rejection", "interview_cancelled", "interview_changed", "interview_set", "interview_invite",
    "assessment", "reference_check", "request", "promise", "acknowledgement", "outreach", "other",
)  # fmt: skip
"""Kinds of hiring mail, the weightiest first."""
_BULK = frozenset({"bulk", "list", "junk"})
_WHY = re.compile(
    r"\b(?:specific|particular|any|some|the) (?:reason|feedback)|feedback\b[^.?!]{0,60}(?:\?|interview|decision|application|would|where|why|short)"
    r"|\bwhy (?:i|you|it)\b|what i could (?:improve|do)|fell short|learn from|could have done",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """An event that a mail shows.

    Attributes:
        event: with its confidence and quote.
        begin, stop: where the quote stands in the reply; -1 for what a header or a calendar part shows.
        certain: whether it is sure enough to be taken without asking.
    """

    event: Event
    begin: int = -1
    stop: int = -1
    certain: bool = True


@dataclass(frozen=True)
class Invitation:
    """An interview in a calendar part.

    Attributes:
        slot: when.
        people: the interviewers.
        uid: names it in all mails.
        state: ``set``, ``changed`` or ``cancelled``.
        likelihood: that it is an interview.
        zone: as the calendar names it.
    """

    slot: Slot
    people: tuple[str, ...]
    uid: str
    state: str
    likelihood: float = 1.0
    zone: str = ""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What is known of one mail.

    Attributes:
        letter: its headers and text.
        reply: what its writer says.
        signature: the writer's.
        quoted: what it answers, as one text.
        me: the candidate's addresses.
        at: when it was sent, in the sender's zone.
        said: the reply's statements.
        subject: the subject as a statement; None for an answer, whose subject is an older mail's.
        hiring: how likely it is about the candidate's job search at all.
        known: whether it belongs to a process that is known already.
        company, role: as far as the mail tells them.
        invitations: interviews in its calendar parts.
        strong: how strongly the whole says each thing.
        referees: addresses of the candidate's referees, as far as they are known.
        items: the words for what can be handed in.
    """

    letter: Letter
    reply: str
    signature: str
    quoted: str
    me: frozenset[str]
    at: datetime
    said: Sequence[Statement]
    subject: Statement | None
    hiring: float
    known: bool
    company: str = ""
    role: str = ""
    invitations: tuple[Invitation, ...] = ()
    strong: Mapping[str, float] = field(default_factory=dict)
    referees: frozenset[str] = frozenset()

    items: Mapping[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def sender(self) -> str:
        """Return the address of the person or desk that wrote; empty for a program that nobody answers."""
        for mailbox in (self.letter.from_, *self.letter.reply_to):
            address = mailbox.address.lower()
            if not address or is_machine(address) or (relays.is_relay(address) and not is_persons(mailbox)):
                continue
            return address
        return ""

    @cached_property
    def machine(self) -> bool:
        """Whether a program wrote it, or a mailing list sent it."""
        headers = self.letter.headers
        automatic = (
            headers.get("auto-submitted", "no").lower() != "no" or headers.get("precedence", "").lower() in _BULK
        )
        return automatic or not self.sender or "list-unsubscribe" in headers or "list-id" in headers

    @cached_property
    def human(self) -> bool:
        """Whether a person wrote it."""
        return bool(self.sender) and is_person(self.sender) and not self.machine

    @cached_property
    def quotes_me(self) -> bool:
        """Whether it answers a mail of the candidate's."""
        return bool(self.quoted)

    @cached_property
    def quoted_asks_why(self) -> bool:
        """Whether the mail that it answers asked for the reason of a no."""
        return _WHY.search(self.quoted[:2000]) is not None

    def items_in(self, statement: Statement) -> list[str]:
        """Return the items that a statement names, whether or not it asks for them."""
        text = f" {statement.said.text} "
        found = []
        for name, words in self.items.items():
            at = min((text.find(f" {word} ") for word in words.split("|") if f" {word} " in text), default=-1)
            if at >= 0:
                found.append((at, name))
        return [name for _, name in sorted(found)]

    def who(self) -> tuple[str, ...]:
        """Return the sender as an event's people."""
        return (self.sender,) if self.sender else ()

    def best(self, means: str) -> tuple[int, float]:
        """Return the statement that says something most strongly, and how strongly; -1 where none does."""
        ranked = [(statement.strength(means), -index) for index, statement in enumerate(self.said)]
        strength, index = max(ranked, default=(0.0, 0))
        return (-index, strength) if strength > 0 else (-1, 0.0)


def measure(said: Sequence[Statement], subject: Statement | None) -> dict[str, float]:
    """Return how strongly a mail says each thing, its subject with it."""
    found = strengths(said)
    if subject is not None:
        for means, strength in strengths([subject]).items():
            found[means] = 1 - (1 - found.get(means, 0.0)) * (1 - 0.6 * strength)
    return found
