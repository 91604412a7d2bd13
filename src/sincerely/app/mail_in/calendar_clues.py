"""What a calendar entry tells of its process: the employer, the opening, the people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from sincerely.core.header import Header
from sincerely.core.people import employer_key, is_address
from sincerely.reading.calendars.entries import Attendee, Entry
from sincerely.reading.calendars.interview_people import normal
from sincerely.reading.linking.house_names import Rank, pack, parted, spelled
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.linking.relays import own_domain
from sincerely.reading.linking.role import own_title, role_of

# Enough of a description to see what it is about.
_LOOK = 2_000
# Behind these words stands whom one meets, whose title is not the opening's: "interview with Director of Analytics".
_WHOM = re.compile(
    r"(?:\b(?:with|meet(?:ing)?|by|mit|avec|met|con)|\bw/) .*?(?=\s(?:for|re|as|about|für|pour|[-–—|/])\s|[:;,\n]|$)",
    re.IGNORECASE,
)


def clues_of(  # noqa: PLR0913 - what an entry is seen beside, each by its name
    entry: Entry,
    people: tuple[Attendee, ...],
    links: Links,
    *,
    me: frozenset[str],
    at: datetime,
    rank: Rank | None,
    sure: bool,
) -> Clues:
    """Return what leads to an entry's process.

    Args:
        entry: taken to be an interview.
        people: who would conduct it.
        links: the processes that are known.
        me: the candidate's addresses.
        at: when the entry was made.
        rank: how frequent a word is, to cut a domain into words.
        sure: whether it is an interview without asking.
    """
    who = frozenset(person.address.lower() for person in people if is_address(person.address))
    text = f"{entry.summary}\n{entry.description[:_LOOK]}"
    domain = next(_domains(entry, people, me), "")
    house = _one_house(links, entry.summary) or _one_house(links, text)
    organizer = entry.organizer.address.lower() if entry.organizer else ""
    from_agency = [name for name in links.with_person(organizer) if _via(links.header(name)) == "agency"]
    agency = _via(house) == "agency" or bool(from_agency)
    employer = house.employer if house else "" if agency else _name(domain, text, rank)
    return Clues(
        uids=(entry.uid,) if entry.uid else (),
        people=who,
        employer=employer,
        role=_role(entry),
        domain=domain,
        via="agency" if agency else "direct",
        consultant=organizer if from_agency else "",
        at=at,
        unsure=not sure,
    )


def _domains(entry: Entry, people: tuple[Attendee, ...], me: frozenset[str]) -> Iterator[str]:
    """Yield the houses of who invites, then of who conducts it: a scheduling service, or free mail, is none."""
    mine = {normal(address) for address in me}
    own = {own_domain(address) for address in me}
    for address in (entry.organizer.address if entry.organizer else "", *(person.address for person in people)):
        domain = own_domain(address)
        if domain and domain not in own and normal(address) not in mine:
            yield domain


def _one_house(links: Links, text: str) -> Header | None:
    """Return a process of the one employer that a text names; None where it names none, or several."""
    found = {employer_key(header.employer): header for name in links.mentioned(text) if (header := links.header(name))}
    return next(iter(found.values())) if len(found) == 1 else None


def _via(header: Header | None) -> str:
    return header.via if header else ""


def _name(domain: str, text: str, rank: Rank | None) -> str:
    """Return what an employer's domain spells: as the entry writes it, else in words of its own."""
    label = domain.partition(".")[0]
    return (spelled(pack(label), text) or parted(label, rank)) if label else ""


def _role(entry: Entry) -> str:
    """Return the opening's title; neither that of whom one meets, nor what stands below the organiser's name."""
    text = entry.description[:_LOOK]
    begin, stop = own_title(text, entry.organizer.name if entry.organizer else "")
    text = f"{text[:begin]}\n{text[stop:]}"
    return role_of(_WHOM.sub(" ", entry.summary), _WHOM.sub(" ", text))
