"""A mail and all that its stages found, handed from stage to stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sincerely.core.events import Event
from sincerely.core.events import Slot as Meeting
from sincerely.core.people import is_machine, is_person, name_words
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.people import is_signed_by, is_spelt_out, untitled
from sincerely.reading.letters.unread import says_unread
from sincerely.reading.linking import relays
from sincerely.reading.scoring.acts_model import ActsModel
from sincerely.reading.scoring.insight import Insight

from .slots import Slot
from .statement import Statement

_BULK = frozenset({"bulk", "list", "junk"})
# So many lines may be a mail's end.
_ENDING = 5
# A word that so likely belongs to a firm's name is no given name.
_SURELY = 0.7


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
        state: ``set``, ``changed``, ``cancelled``, ``declined`` where the candidate will not come, or ``accepted``
            where she had declined, and comes after all.
        likelihood: that it is an interview.
        zone: as the calendar names it.
        sure: whether it is taken for one without asking.
    """

    slot: Slot
    people: tuple[str, ...]
    uid: str
    state: str
    likelihood: float = 1.0
    zone: str = ""
    sure: bool = True


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
        hiring: how likely it is about the candidate's job search at all.
        known: whether it belongs to a process that is known already.
        insight: what the encoder sees in it.
        acts: tells whether a sentence asks for something.
        items: the words for what can be handed in.
        company, role: as far as the mail tells them.
        house: the agency that writes, or the house whose desk or program does, where no employer is told.
        via: ``agency`` where its writer writes for another house.
        answers: whether it answers a mail of a known process.
        invitations: interviews in its calendar parts.
        referees: addresses of the candidate's referees, as far as they are known.
        awaited: those of them who were asked, or named, and have not answered.
        employers: addresses of people and desks of employers and agencies, likewise.
        asked_why: whether the candidate asked the writer why there was a no.
        offered: whether its process holds an offer that is not answered yet.
        accepted: whether the candidate has accepted an offer there.
        met: whether it goes to somebody whom an interview was with.
        met_people: whom the latest interviews were with that are over, in all processes.
        meeting: the interview of its process that lies ahead, as earlier mail told it.
    """

    letter: Letter
    reply: str
    signature: str
    quoted: str
    me: frozenset[str]
    at: datetime
    said: Sequence[Statement]
    hiring: float
    known: bool
    insight: Insight
    acts: ActsModel = field(repr=False)
    items: Mapping[str, str] = field(repr=False)
    company: str = ""
    house: str = ""
    role: str = ""
    via: str = "direct"
    invitations: tuple[Invitation, ...] = ()
    referees: frozenset[str] = frozenset()
    awaited: frozenset[str] = frozenset()
    answers: bool = False
    employers: AbstractSet[str] = frozenset()
    asked_why: bool = False
    offered: bool = False
    accepted: bool = False
    met: bool = False
    met_people: frozenset[str] = frozenset()
    meeting: Meeting | None = None

    @cached_property
    def sender(self) -> str:
        """Return the address of the person or desk that wrote; empty for a program that nobody answers.

        So is what says of itself that no answer is read there, unless answers are to go elsewhere.
        """
        unread = self.letter.from_.address.lower() if says_unread(f"{self.reply}\n{self.signature}") else ""
        for mailbox in (self.letter.from_, *self.letter.reply_to):
            address = mailbox.address.lower()
            if (
                not address
                or address == unread
                or is_machine(address)
                or (relays.is_relay(address) and not self._is_persons(mailbox))
            ):
                continue
            return address
        return ""

    def _is_persons(self, mailbox: Address) -> bool:
        """Whether a mailbox at a relay is a person's, to whom an answer goes: its address or the mail's end has the name.

        "Aspen Telecom <aspentelecom@myworkday.com>" looks alike, and is seen to be a firm's name.
        """
        ending = [*self.reply.rstrip().splitlines()[-_ENDING:], *self.signature.splitlines()[:_ENDING]]
        if not is_spelt_out(mailbox) and not is_signed_by(mailbox, "\n".join(ending)):
            return False
        seen = self.insight.stretches("company", _SURELY) if self.insight.looked else []
        given = name_words(untitled(mailbox.name))[0]
        return not any(given in name_words(one.text) for one in seen)

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

    def who(self) -> tuple[str, ...]:
        """Return the sender as an event's people."""
        return (self.sender,) if self.sender else ()
