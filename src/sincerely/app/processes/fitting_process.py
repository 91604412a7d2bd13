"""Which stored process an outgoing message belongs to, where nobody has named one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sincerely.app.processes.regrouping import mails_of, regrouped
from sincerely.core.facts import people_known
from sincerely.core.people import employer_key, is_address, is_machine
from sincerely.core.process import Process
from sincerely.core.verbs import OF_REFEREES
from sincerely.gate.case import domain_names
from sincerely.gate.message import Outgoing
from sincerely.gate.names import KINDS
from sincerely.reading.linking.relays import is_relay, own_domain
from sincerely.store.base import Store

# One consultant may have had many openings; what was heard of long before these is hardly meant.
_MOST = 8
_NEVER = datetime.min.replace(tzinfo=UTC)


def fitting(message: Outgoing, store: Store) -> list[Process]:
    """Return the processes that a message may belong to, those heard of last first.

    The thread that it answers and those who get it decide; where neither is known, the employer's mail domain does, or
    that of an agency's client whom a mail names.
    Of several processes those count whose employer or opening the message names, where it names any, and none that was
    over before another one began. A referee is one for the whole search: of mail to them, what it names decides.
    """
    if message.public or not (message.answers or message.everybody):
        return []
    known = {process.header.id: process for process in store.histories() if process.events}
    persons = _of_persons(message, {name: _people(process, store) for name, process in known.items()})
    to_referee = set() if persons else _of_persons(message, {name: _referees(one) for name, one in known.items()})
    if to_referee:
        said = _said(message)
        names = {name for name, process in known.items() if _says(said, process.header.employer)} or to_referee
    else:
        thread = _of_thread(message, store, known)
        names = (thread & persons) or (thread | persons) or _of_domains(message, known) or _of_clients(message, known)
    found = sorted((known[name] for name in names), key=_last, reverse=True)
    return _going_on(_named(message, found))[:_MOST]


def _last(process: Process) -> datetime:
    return process.events[-1].at if process.events else _NEVER


def _of_thread(message: Outgoing, store: Store, known: Mapping[str, Process]) -> set[str]:
    """Return the processes that the nearest known mail of the thread says something of."""
    for answered in message.answers:
        source = f"<{answered}>"
        found = {name for name, process in known.items() if any(event.source == source for event in process.events)}
        if found:
            return found
        mail = store.message_named(source)
        if mail is not None and mail.process is not None:
            name = regrouped(store)[0].get(mail.process, mail.process)
            return {name} & known.keys()
    return set()


def _of_persons(message: Outgoing, people: Mapping[str, set[str]]) -> set[str]:
    """Return the processes that know somebody who gets the message: to whom it goes, else who gets a copy."""
    for boxes in (message.to, message.everybody):
        asked = {box.address.casefold() for box in boxes}
        found = {name for name, who in people.items() if asked & who}
        if found:
            return found
    return set()


def _people(process: Process, store: Store) -> set[str]:
    """Return the addresses of all at the other end of a process, and of those who wrote in it; no referees."""
    told = [e for e in process.events if e.takes == "people" and type(e) not in OF_REFEREES]
    known = (*(who for event in told for who in event.who), process.header.consultant)
    wrote = {mail.sender.casefold() for mail in mails_of(store, process.header.id) if not mail.sent}
    theirs = {who for who in wrote - _referees(process) if not (is_machine(who) or is_relay(who))}
    return {who.casefold() for who in (*known, *theirs) if is_address(who)}


def _referees(process: Process) -> set[str]:
    return {who.casefold() for event in process.of(OF_REFEREES) for who in event.who if is_address(who)}


def _of_domains(message: Outgoing, known: Mapping[str, Process]) -> set[str]:
    """Return the processes at an employer whose mail domain somebody has who gets the message."""
    asked = {domain for box in message.everybody if (domain := own_domain(box.address))}
    houses = {domain.partition(".")[0] for domain in asked}
    found = set()
    for name, process in known.items():
        domains = {own_domain(who) for who in people_known(process)} - {"", own_domain(process.header.consultant)}
        # What an employer's domain may be called is a guess, and made only where none is known.
        if asked & domains or (not domains and houses & domain_names(process.header.employer)):
            found.add(name)
    return found


# A shorter label of a domain is hardly a house's name.
_A_NAME = 5


def _of_clients(message: Outgoing, known: Mapping[str, Process]) -> set[str]:
    """Return the processes that go through somebody and whose mails name the house to which the message goes.

    An agency's client is nobody's header and nobody's address: "Herr Brandau" of brandau-klima.example.
    """
    houses = {own_domain(box.address).partition(".")[0].partition("-")[0] for box in message.everybody}
    meant = {house for house in houses - KINDS if len(house) >= _A_NAME}
    return {
        name
        for name, process in known.items()
        if process.addressee and any(_is_named(house, event.quote) for house in meant for event in process.events)
    }


def _is_named(house: str, quote: str) -> bool:
    return any(word[0].isupper() and word.casefold() == house for word in re.findall(r"[^\W\d_]+", quote))


def _named(message: Outgoing, found: Iterable[Process]) -> list[Process]:
    """Return those whose employer and opening a message names best; all where it names none."""
    listed = list(found)
    if len(listed) < 2:
        return listed
    said = _said(message)
    named = {p.header.id: sum(_says(said, word) for word in (p.header.employer, p.header.role)) for p in listed}
    best = max(named.values())
    return [process for process in listed if named[process.header.id] == best]


def _going_on(found: Sequence[Process]) -> list[Process]:
    """Return those that were not over before another one began: what was asked there is not asked twice here."""
    began = max((process.events[0].at for process in found), default=_NEVER)
    return [process for process in found if process.outcome is None or _last(process) >= began]


def _said(message: Outgoing) -> str:
    own = " ".join(message.text[begin:stop] for begin, stop in message.stretches)
    return f" {employer_key(f'{message.subject} {own}')} "


def _says(said: str, name: str) -> bool:
    key = employer_key(name)
    return bool(key) and f" {key} " in said
