"""What leads a mail to the processes that the store knows, and what a mail adds to what is known of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sincerely.core.events import AskedWhy
from sincerely.core.header import Header
from sincerely.core.people import is_address
from sincerely.core.process import Process
from sincerely.reading.house_names import pack
from sincerely.reading.linking import Clues, Links
from sincerely.reading.relays import own_domain
from sincerely.store.base import Store

from .reading_mail import Said
from .regrouping import regrouped

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# Who interviewed longer ago hardly writes any more, and looking them up would cost more with every year.
_LIVELY = timedelta(days=180)


def known_links(store: Store, now: datetime) -> Links:
    """Return what leads to the processes that the store knows."""
    merged, split_off = regrouped(store)
    rows = store.summaries()
    links = Links([row.header for row in rows if row.header.id not in merged], merged)
    for row in rows:
        for message in store.messages_of(row.header.id):
            people = frozenset() if message.sent or not message.sender else frozenset({message.sender})
            clues = Clues(
                message_id=message.message_id,
                people=people,
                domain=own_domain(message.sender) if people else "",
                at=message.date or row.first_at or _LONG_AGO,
            )
            links.learn(row.header.id, clues)
        if row.last_at is not None and row.last_at > now - _LIVELY:
            for clues in _of_process(store.process(row.header.id), row.last_at):
                links.learn(row.header.id, clues)
    for name, process in split_off.items():
        links.learn(process, Clues(message_id=name.strip("<>"), at=_LONG_AGO))
    return links


def _of_process(process: Process | None, at: datetime) -> Iterator[Clues]:
    """Yield whom the candidate meets or met in a process, and whom she asked why."""
    if process is None:
        return
    met = {who for interview in process.interviews for who in interview.people}
    addresses = frozenset(who for who in met if is_address(who))
    yield Clues(people=frozenset(who.lower() for who in addresses), names=frozenset(met - addresses), at=at)
    asked = frozenset(who.lower() for event in process.all(AskedWhy) for who in event.who)
    yield Clues(people=asked, asks_why=True, at=at)


def completed(header: Header, said: Said) -> Header:
    """Return what a process is about, with what a later mail adds.

    The first receipt of an application often names no role. An agency names its client when it comes to an
    interview: until then its own name, or none, stood there.
    """
    if said.role and not header.role:
        header = replace(header, role=said.role)
    clues = said.clues
    if clues is None or clues.via != "agency" or not said.employer or said.sent:
        return header
    if header.employer and not _names_house(header.employer, clues.consultant):
        return header
    return replace(header, via="agency", consultant=clues.consultant, employer=said.employer)


def _names_house(employer: str, address: str) -> bool:
    """Whether a name is that of an address's house, as "Stroud Lane Partners" is of priya@stroudlane.example."""
    house = pack(own_domain(address).partition(".")[0])
    return bool(house) and (house in pack(employer) or pack(employer) in house)
