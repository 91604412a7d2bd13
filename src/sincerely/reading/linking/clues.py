"""What a mail tells of the hiring process to which it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sincerely.core.events import Slot


@dataclass(frozen=True, kw_only=True)
class Clues:
    """What a mail tells of its process.

    Attributes:
        message_id: its own.
        thread: the Message-IDs that it answers.
        uids: of its calendar entries.
        employer: the name; empty where it tells none.
        role: the title; likewise.
        requisition: the employer's number for the opening.
        domain: the employer's own domain; empty for relays and free mail.
        people: addresses at the other end, of people and desks.
        via: ``direct`` or ``agency``.
        consultant: the agency's consultant.
        at: when it was sent.
        country, zone: where the employer is, as far as can be guessed.
        placed: whether the mail tells so by an address, a phone number or a person's clock; else they are no more than
            the candidate's own.
        asked: addresses of referees who were asked, or named to an employer.
        settled: addresses of those who said yes or no.
        clock: the IANA zone in which its writer says that all their times are; empty where nobody says so.
        about_referee: whether it goes to or comes from a referee, not an employer.
        asks_why: whether the candidate asks in it why there was a no.
        goes_on: whether it can begin nothing: a thank-you follows an interview, whatever else it mentions.
        unsure: whether all it shows is still to be asked: then it is found again, but is evidence for nothing else.
        names: of those at the other end, and of those whom an interview is with, where they have no address.
        doubts: what is to be asked of interviews: so the candidate's answers to invitations are kept.
        slots: the interviews that are fixed, moved or cancelled.
        wants, gives: the things that it surely asks for, and hands in.
        days: the first and the last of the days on which to meet, of which it or what it answers talks.
        applies: whether it is an application, or the receipt of one.
        asks: whether it asks something that a word answers.
        offer: whether an offer is held that is not answered yet; None where it says nothing of that.
        accepted: whether the candidate accepts one in it.
    """

    message_id: str = ""
    thread: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    employer: str = ""
    role: str = ""
    requisition: str = ""
    domain: str = ""
    people: frozenset[str] = frozenset()
    via: str = "direct"
    consultant: str = ""
    at: datetime
    country: str = "US"
    zone: str = "UTC"
    placed: bool = False
    asked: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    clock: str = ""
    about_referee: bool = False
    asks_why: bool = False
    goes_on: bool = False
    unsure: bool = False
    names: frozenset[str] = frozenset()
    doubts: tuple[Slot, ...] = ()
    slots: tuple[Slot, ...] = ()
    wants: tuple[str, ...] = ()
    asks: bool = False
    gives: tuple[str, ...] = ()
    offer: bool | None = None
    days: tuple[date, date] | None = None
    accepted: bool = False
    applies: bool = False
