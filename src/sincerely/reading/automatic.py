"""Mail that programs write about the candidate's own mail: it came back, or somebody is away. No answer, either of them."""

from __future__ import annotations

from dataclasses import dataclass

from sincerely.core.people import is_machine

from . import away, away_words
from .away import Away
from .letters import bounces
from .letters.bounces import Bounce
from .letters.letter import Letter
from .linking import places, relays
from .linking.links import Clues
from .statements.statement import Clock


@dataclass(frozen=True)
class Automatic:
    """What a program says; both None where it only confirms something.

    Attributes:
        bounce: what became of a mail.
        away: that the one who was written to is away.
        sender: whose absence it is, in lower case; empty for a bounce.
        clues: what leads to the process that it concerns.
    """

    clues: Clues
    bounce: Bounce | None = None
    away: Away | None = None
    sender: str = ""


def is_worth(letter: Letter) -> bool:
    """Whether a mail is to be read with care, whatever it is about: a cheap look."""
    return (
        bool(letter.statuses)
        or bounces.is_notice(letter)
        or away.is_automatic(letter)
        or away_words.SUBJECT.match(letter.subject) is not None
    )


def of(letter: Letter, clock: Clock) -> Automatic | None:
    """Return what a program says in a mail; None for mail that people write, or programs on their own account."""
    if bounces.is_receipt(letter):
        return Automatic(Clues(message_id=letter.message_id, at=clock.at))
    bounce = bounces.of(letter)
    if bounce is not None:
        thread = (*bounce.original.thread, *bounce.original.ids)
        return Automatic(Clues(message_id=letter.message_id, thread=thread, at=clock.at), bounce)
    sender = _sender(letter)
    country = places.country_of(relays.domain_of(sender), letter.text[-1000:])
    told = away.of(letter, Clock(at=clock.at, country=country or clock.country, calendar=clock.calendar))
    if told is None:
        return None
    clues = Clues(
        message_id=letter.message_id,
        thread=tuple(dict.fromkeys(one for one in (*letter.references, letter.in_reply_to) if one)),
        people=frozenset({sender} - {""}),
        domain=relays.own_domain(sender),
        at=clock.at,
        goes_on=True,
    )
    return Automatic(clues, away=told, sender=sender)


def _sender(letter: Letter) -> str:
    people = (mailbox.address.lower() for mailbox in (letter.from_, *letter.reply_to))
    return next((a for a in people if a and not is_machine(a) and not relays.is_relay(a)), "")
