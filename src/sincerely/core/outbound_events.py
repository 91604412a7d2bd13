"""What a message that was sent did: the events that record it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import getaddresses
from typing import Literal

from .events import (
    Accepted,
    Asked,
    AskedWhy,
    Briefed,
    Event,
    Named,
    Reminded,
    Submitted,
    Thanked,
    ThankedReference,
    Told,
    Withdrew,
    Wrote,
)
from .items import REFERENCES, item_key
from .outbound import Dispatch, Text
from .process import Process

_TO_REFEREES: dict[str, type[Event]] = {
    "reference-request": Asked,
    "reference-reminder": Reminded,
    "heads-up": Told,
    "briefing": Briefed,
    "reference-outcome": ThankedReference,
}
CHECK_IN: Literal["check-in"] = "check-in"
_WROTE: dict[str, Literal["check-in", "reply", "reschedule"]] = {
    CHECK_IN: "check-in",
    "answer": "reply",
    "offer-thanks": "reply",
    "reschedule": "reschedule",
}


def addresses(text: Text) -> tuple[str, ...]:
    """Return the addresses of those it is to, in lower case; colleagues in copy are left out."""
    found = (address.strip().lower() for _, address in getaddresses(text.to))
    return tuple(dict.fromkeys(address for address in found if address))


def events_of(sent: Dispatch, process: Process, at: datetime, *, nudges: bool = False) -> tuple[Event, ...]:
    """Return the events that record a message as sent; their source is its Message-ID.

    Args:
        sent: the message.
        process: the process that it belongs to.
        at: when it was sent.
        nudges: whether its text asks for news; that counts as a check-in, whatever else it is for.
    """
    found = list(_done(sent, process, at))
    if nudges and sent.purpose != CHECK_IN:
        found.append(
            Wrote(at=at, who=addresses(sent.text), source=sent.message_id, purpose=CHECK_IN, overruled=_in_spite(sent))
        )
    return tuple(found)


def _done(sent: Dispatch, process: Process, at: datetime) -> Iterator[Event]:
    source, who, spite = sent.message_id, addresses(sent.text), _in_spite(sent)
    purpose = sent.purpose
    if purpose == "thank-you":
        yield Thanked(at=at, who=_thanked(sent, process), source=source, overruled=spite)
    elif purpose in _TO_REFEREES:
        yield _TO_REFEREES[purpose](at=at, who=who or (sent.who,), source=source)
    elif purpose == "hand-in":
        yield Submitted(at=at, who=(sent.who,), source=source)
        named = _named(sent, process)
        if named:
            yield Named(at=at, who=named, source=source)
    elif purpose == "ask-why":
        yield AskedWhy(at=at, who=who, source=source, overruled=spite)
    elif purpose == "withdrawal":
        yield Withdrew(at=at, source=source)
    elif purpose == "acceptance":
        yield Accepted(at=at, source=source)
    else:
        yield Wrote(at=at, who=who, source=source, purpose=_WROTE.get(purpose, "other"), overruled=spite)


def _in_spite(sent: Dispatch) -> str:
    """Return the checks that had spoken against it, overruled or passed by."""
    return ",".join(sorted({*(each.code for each in sent.overruled), *sent.advised}))


def _thanked(sent: Dispatch, process: Process) -> tuple[str, ...]:
    """Return who was thanked: whom it is about, and all it went to but the agency's consultant."""
    about = (sent.who,) if sent.who else ()
    through = process.addressee.lower()
    return tuple(dict.fromkeys((*about, *(who for who in addresses(sent.text) if who != through))))


def _named(sent: Dispatch, process: Process) -> tuple[str, ...]:
    """Return the referees whom a list of references names."""
    if item_key(sent.who) != REFERENCES:
        return ()
    body = sent.text.body.lower()
    return tuple(who for who in process.agreed if who.lower() in body)
