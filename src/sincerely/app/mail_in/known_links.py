"""What leads a mail to the processes that the store knows, and what a mail adds to what is known of one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sincerely.app.mail_in.reading_mail import Said
from sincerely.app.processes.being_about import PLACED, names_before
from sincerely.app.processes.regrouping import regrouped
from sincerely.core.corrections import SURE
from sincerely.core.events import Accepted, Agreed, AskedWhy, Declined, Heard, Scheduled, Slot
from sincerely.core.header import Header
from sincerely.core.people import is_address, is_machine, is_person
from sincerely.core.process import Process
from sincerely.core.requests import to_send
from sincerely.core.verbs import OF_REFEREES
from sincerely.reading.linking.house_names import pack, spells_out
from sincerely.reading.linking.likeness import is_short_for
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.linking.relays import is_relay, own_domain
from sincerely.reading.linking.role import differ, requisition_of
from sincerely.reading.linking.role_part import is_in_full
from sincerely.reading.linking.talked_days import Days
from sincerely.store.base import Store

_ANSWERS = frozenset({Agreed, Declined})
CLOCKS = "clocks"
"""Setting: the zones that people said to be theirs, by their addresses."""
DAYS = "talked-days"
"""Setting: the process and the days to meet on of which mails talk, by their Message-IDs."""
_MOST_TOLD = 500
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# Who interviewed longer ago hardly writes any more, and looking them up would cost more with every year.
_LIVELY = timedelta(days=180)


def known_links(store: Store, now: datetime, hidden: Container[str] = ()) -> Links:
    """Return what leads to the processes that the store knows; to hidden ones only their threads do."""
    merged, split_off = regrouped(store)
    rows = store.summaries()
    links = Links([row.header for row in rows if row.header.id not in merged], merged)
    for row in rows:
        if row.header.id in merged:
            links.call(row.header.id, row.header.employer, role=row.header.role)
    for name, employers in names_before(store).items():
        links.call(name, *employers)
    lively = [row for row in rows if row.last_at is not None and row.last_at > now - _LIVELY]
    processes = [process for row in lively if (process := store.process(row.header.id)) is not None]
    going_on = {process.header.id for process in processes if process.outcome is None}
    for row in rows:
        links.end(row.header.id, ended=row.header.id not in going_on)
    met = {who for process in processes for who in _met(process)}
    referees = frozenset(who for process in processes for who in _referees(process)) - met
    # Before the mails, whose senders are the employers' people but for these.
    settled = frozenset(who for process in processes for who in _settled(process))
    links.learn("", Clues(people=referees, asked=referees, settled=settled, about_referee=True, at=_LONG_AGO))
    for row in rows:
        for message in store.messages_of(row.header.id):
            sender = message.sender.lower()
            shown = not message.sent and sender not in referees and not is_machine(sender) and not is_relay(sender)
            led = shown and row.header.id not in hidden
            people = frozenset({sender}) if sender and led else frozenset[str]()
            clues = Clues(
                message_id=message.message_id,
                people=people,
                domain=own_domain(sender) if people else "",
                requisition="" if row.header.id in hidden else requisition_of(message.subject),
                at=message.date or row.first_at or _LONG_AGO,
            )
            links.learn(row.header.id, clues)
    for one in processes:
        for clues in _of_process(one):
            links.learn(one.header.id, clues)
    links.clocks.set(store.setting(CLOCKS) or {}, store.setting(PLACED) or ())
    links.days.set(_days(store))
    for name, home in split_off.items():
        links.learn(home, Clues(message_id=name.strip("<>"), at=_LONG_AGO))
    return links


def _of_process(process: Process) -> Iterator[Clues]:
    """Yield whom the candidate meets or met in a process, by which calendar entries, and whom she asked why."""
    at = process.events[-1].at if process.events else _LONG_AGO
    # Of what was cancelled too: it may be fixed again.
    uids = tuple(event.uid for event in process.events if isinstance(event, Slot) and event.uid)
    names = frozenset(who for interview in process.interviews for who in interview.people if not is_address(who))
    last = process.last_interview
    slots = () if last is None else (Scheduled(at=at, who=last.people, start=last.start, end=last.end, uid=last.uid),)
    offer = process.offer is not None
    took = isinstance(process.outcome, Accepted)
    yield Clues(people=frozenset(_met(process)), names=names, uids=uids, slots=slots, offer=offer, accepted=took, at=at)
    asked = frozenset(who.lower() for event in process.all(AskedWhy) for who in event.who)
    yield Clues(people=asked, asks_why=True, at=at)
    for requests in to_send(process).values():
        for one in requests:
            yield Clues(message_id=one.source.strip("<>"), wants=one.who, at=at)
    for heard in process.all(Heard):
        if heard.asks:
            yield Clues(message_id=heard.source.strip("<>"), asks=True, at=at)
    uids = tuple(e.uid for e in process.unsure if isinstance(e, Slot) and e.uid)
    # Of what the person has answered too: who declined was asked once.
    doubts = tuple(e for e in process.reports if isinstance(e, Slot) and e.confidence < SURE)
    yield Clues(uids=uids, doubts=doubts, unsure=True, at=at)


def _met(process: Process) -> Iterator[str]:
    """Yield the addresses of those whom the candidate meets or met."""
    for interview in process.interviews:
        yield from (who.lower() for who in interview.people if is_address(who))


def _referees(process: Process) -> Iterator[str]:
    """Yield the addresses of the candidate's referees, as far as a process shows them."""
    for event in process.of(OF_REFEREES):
        yield from (who.lower() for who in event.who if is_address(who))


def _settled(process: Process) -> Iterator[str]:
    """Yield the addresses of referees who said yes or no, or of whom it is asked."""
    for event in (*process.of(_ANSWERS), *process.unsure):
        if isinstance(event, Agreed | Declined):
            yield from (who.lower() for who in event.who if is_address(who))


def completed(header: Header, said: Said, guessed: tuple[str, str] | None = None) -> Header:
    """Return what a process is about, with what a later mail adds.

    The first receipt of an application often names no role, and a program sends it, whose clock does not show where
    the employer is. An agency names its client when it comes to an interview: until then its own name, or none, stood
    there. And a name that was told by its initials is told in full.

    Args:
        header: what it was about.
        said: what the mail says.
        guessed: the candidate's own country and zone, where they stand in the header only because nothing has told yet
            where the employer is; None where it is known.
    """
    if said.role and (not header.role or is_in_full(said.role, header.role)):
        header = replace(header, role=said.role)
    if is_short_for(header.employer, said.employer):
        header = replace(header, employer=said.employer)
    clues = said.clues
    if clues is not None and places_it(said) and guessed == (header.country, header.zone):
        header = replace(header, country=clues.country, zone=clues.zone)
    agency = clues is not None and not said.sent and clues.via == "agency"
    if clues is not None and agency and header.via == "direct" and _names_house(header.employer, clues.consultant):
        # What the candidate wrote first showed no agency, whose own name stands as the employer's until it names one.
        header = replace(header, via="agency", consultant=clues.consultant)
    if clues is None or not said.employer or said.sent or _names_house(said.employer, header.consultant):
        return header
    # In one line from the train the known consultant says who it is; nothing else there shows an agency.
    known = header.via == "agency" and header.consultant.lower() in clues.people
    if not known and clues.via != "agency":
        return header
    # Of another opening the same consultant names another client.
    if said.role and header.role and differ(said.role, header.role):
        return header
    if header.employer and not _names_house(header.employer, clues.consultant or header.consultant):
        return header
    employer = said.employer if said.client else header.employer
    return replace(header, via="agency", consultant=clues.consultant or header.consultant, employer=employer)


def spells_it_out(header: Header, said: Said) -> bool:
    """Whether somebody of a house signs with its full name, of which its domain had told the beginning only."""
    clues = said.clues
    if clues is None or said.sent or clues.via != "direct" or header.via != "direct" or clues.about_referee:
        return False
    return spells_out(said.employer, header.employer, clues.domain.partition(".")[0])


def places_it(said: Said) -> bool:
    """Whether a mail tells where the employer is: what a referee's clock or address shows is not about it."""
    return said.clues is not None and said.clues.placed and not said.clues.about_referee and not said.sent


def says_where(said: Said) -> bool:
    """Whether somebody of the employer's says which clock theirs is: no Date tells it as surely."""
    return places_it(said) and said.clues is not None and bool(said.clues.clock) and said.clues.via == "direct"


def keep_told(store: Store, clocks: Mapping[str, str], days: Mapping[str, tuple[str, Days]]) -> None:
    """Keep the zones that people said to be theirs, and of which days mails talk; within the transaction."""
    told = {name: [process, *(day.isoformat() for day in span)] for name, (process, span) in days.items()}
    for setting, new in ((CLOCKS, clocks), (DAYS, told)):
        before: dict[str, Any] = store.setting(setting) or {}
        after = {**before, **new}
        if after != before:
            store.set_setting(setting, dict(list(after.items())[-_MOST_TOLD:]))


def _days(store: Store) -> dict[str, Days]:
    kept: dict[str, list[str]] = store.setting(DAYS) or {}
    return {name: (date.fromisoformat(first), date.fromisoformat(last)) for name, (_, first, last) in kept.items()}


def is_placed_by_hand(store: Store, process: str) -> bool:
    """Whether a person said where a process's employer is."""
    return process in (store.setting(PLACED) or ())


def has_been_placed(store: Store, process: str) -> bool:
    """Whether a process of the store is where it is for a reason.

    Somebody wrote, whose clock has placed it; or a person said where it is, as also where no mail belongs to it, sent
    or received.
    """
    if is_placed_by_hand(store, process):
        return True
    mails = store.messages_of(process)
    received = [message.sender for message in mails if not message.sent]
    return not mails or any(is_address(one) and is_person(one) and not is_relay(one) for one in received)


def _names_house(employer: str, address: str) -> bool:
    """Whether a name is that of an address's house, as "Stroud Lane Partners" is of priya@stroudlane.example."""
    house = pack(own_domain(address).partition(".")[0])
    return bool(house) and (house in pack(employer) or pack(employer) in house)
