"""Which opening a mail is about, among those of one employer or one consultant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from sincerely.core.events import Cancelled, Moved, Slot
from sincerely.core.header import Header
from sincerely.core.people import employer_key, name_words

from .clues import Clues
from .house_names import pack
from .likeness import employer_likeness, role_likeness
from .naming import same_house, stands_in
from .no_house import is_spelled_by
from .relays import own_domain
from .role import differ, is_title
from .role_part import are_of_two_parts


@dataclass
class Known:
    """A process as far as linking needs it."""

    header: Header
    also: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    requisitions: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    last_at: datetime | None = None
    meeting: Slot | None = None
    offer: bool = False
    accepted: bool = False
    ended: bool = False


@dataclass(frozen=True)
class Link:
    """Where a mail belongs.

    Attributes:
        process: the name of a known process; None for a new one.
        header: what a new process would be about; None for a known one.
        confidence: 0 to 1; below 0.7 it is worth a question.
        why: what decided: ``thread``, ``calendar``, ``requisition``, ``role``, ``person``, ``employer``, ``name``,
            ``named``, ``new``.
        rivals: further processes to which it may belong as well as to that one.
    """

    process: str | None
    header: Header | None
    confidence: float
    why: str
    rivals: tuple[str, ...] = ()


class _Row(NamedTuple):
    """A process to which a mail may belong.

    Attributes:
        score: how well it fits.
        why: what speaks for it most.
        known: the process.
    """

    score: float
    why: str
    known: Known


# Nothing of these says which of a consultant's openings is meant.
_UNDECIDED = frozenset({"person", "employer", "perhaps"})
_NEAR = 0.2


def among(possible: list[Known], clues: Clues) -> Link | None:
    """Tell the openings of one employer, or of one consultant, apart; None where it is about none of them."""
    ranked = [row for known in possible if (row := _row(known, clues)) is not None]
    if not ranked:
        return None
    ranked.sort(key=lambda row: (row.score, not row.known.ended, _last(row.known)), reverse=True)
    score, why, known = ranked[0]
    rivals = [row for row in ranked[1:] if score - row.score < _NEAR]
    if rivals and why in _UNDECIDED and known.header.via == "agency":
        of_agencies = [row for row in (ranked[0], *rivals) if row.known.header.via == "agency"]
        link = _undecided(of_agencies, clues)
        # Beside what the same house fills itself nothing is decided yet.
        return link if len(of_agencies) > len(rivals) else replace(link, confidence=0.6)
    confidence = 0.95 if why in {"requisition", "role", "person"} else 0.9
    # Who said no for one opening may write of another one that goes on.
    over = why == "person" and known.ended and any(not row.known.ended for row in ranked[1:])
    return Link(known.header.id, None, 0.6 if rivals or over or why == "perhaps" else confidence, why)


def _row(known: Known, clues: Clues) -> _Row | None:
    """Return how well a process fits a mail; None where the mail is about another opening."""
    both = known.header.via == clues.via == "agency"
    if both and _of_two_clients(known, clues):
        return None
    if both and _of_two_agencies(known, clues):
        return None
    if clues.requisition and known.requisitions:
        return _Row(3.0, "requisition", known) if clues.requisition in known.requisitions else None
    if clues.applies and known.roles and all(are_of_two_parts(clues.role, role) for role in known.roles):
        return None
    likeness = max((role_likeness(clues.role, role) for role in known.roles), default=0.5)
    person = bool(clues.people & known.people)
    perhaps = likeness < 0.5 and person and not any(differ(clues.role, role) for role in known.roles)
    if perhaps:
        likeness = 0.5  # somebody of this process speaks of something: it may be no opening
    if likeness < 0.5 and clues.role and not clues.goes_on:
        return None
    why = "role" if likeness > 0.5 else "perhaps" if perhaps else "person" if person else "employer"
    return _Row(likeness + (0.4 if person else 0.0), why, known)


def _of_two_clients(known: Known, clues: Clues) -> bool:
    told = clues.employer and known.header.employer
    # A consultant who names no client tells the agency's own name: in the text, or below it.
    if told and _is_agencys_own(clues.employer, clues.consultant):
        return False
    return bool(told) and all(
        employer_likeness(clues.employer, name) < 0.5 for name in (known.header.employer, *known.also)
    )


def _is_agencys_own(name: str, consultant: str) -> bool:
    return is_spelled_by(own_domain(consultant).partition(".")[0], name)


def _of_two_agencies(known: Known, clues: Clues) -> bool:
    """Whether another agency writes than that of a process: then it is put forward twice, and nobody may overlook that."""
    one, other = own_domain(known.header.consultant), own_domain(clues.consultant)
    if not one or not other or one == other or clues.people & known.people:
        return False
    if is_one_agency(one, other):
        return False
    # What a house writes itself may look like an agency's mail.
    houses = {known.header.employer, clues.employer}
    return not any(is_spelled_by(domain.partition(".")[0], house) for domain in (one, other) for house in houses)


def is_one_agency(one: str, other: str) -> bool:
    """Whether two domains are of one agency: "fernsearch.example" has "fernsearch-group.example" and others, too."""
    short, long = sorted((pack(domain.partition(".")[0]) for domain in (one, other)), key=len)
    return short == long or (len(short) >= _LONG and long.startswith(short))


# Shorter ones begin many a name.
_LONG = 5


def _decides(known: Known, clues: Clues) -> bool:
    """Whether a mail of a consultant's tells that it is about this opening: it names the client, or somebody there."""
    if any(same_house(clues.employer, name) for name in (known.header.employer, *known.also)):
        return True
    shared = clues.people & known.people
    return any(who not in {known.header.consultant.lower(), clues.consultant.lower()} for who in shared)


def _undecided(rows: list[_Row], clues: Clues) -> Link:
    """Return the one opening that a consultant's mail can be about, or all that it may be about, the liveliest first."""
    rows = [row for row in rows if _decides(row.known, clues)] or rows
    going_on = [row for row in rows if not row.known.ended]
    if any(isinstance(slot, Moved | Cancelled) for slot in clues.slots):
        going_on = [row for row in going_on if _has_ahead(row.known, clues.at)] or going_on
    first, *others = going_on or rows[:1]
    confidence = 0.9 if len(going_on) == 1 and first.why != "perhaps" else 0.6
    return Link(first.known.header.id, None, confidence, first.why, tuple(row.known.header.id for row in others))


def _has_ahead(known: Known, at: datetime) -> bool:
    """Whether an interview is ahead, which alone can be moved or called off."""
    slot = known.meeting
    return slot is not None and slot.start is not None and slot.start > at and not isinstance(slot, Cancelled)


def keys_of(known: Known) -> set[str]:
    """Return what names a process in a text: its employer, and its people by given and family name."""
    houses = {employer_key(name) for name in (known.header.employer, *known.also)}
    bare = {key.partition(" ")[2] for key in houses if key.partition(" ")[0] in _GROUPS}
    people = {" ".join(name_words(who)) for who in (*known.people, *known.names)}
    return {key for key in (*houses, *bare) if key} | {name for name in people if " " in name}


def is_named(known: Known, text: str) -> bool:
    """Whether a text names a process: its employer as it is written, its opening, or somebody by the whole name."""
    whole = (name for name in known.names if " " in name)
    told = text.casefold()
    role = any(" " in role and is_title(role) and role.casefold() in told for role in known.roles)
    return role or stands_in(known.header.employer, text) or any(stands_in(name, text) for name in whole)


# "Groupe Fellway" is called "Fellway" as well.
_GROUPS = frozenset("groupe group gruppe the".split())


def _last(known: Known) -> float:
    return known.last_at.timestamp() if known.last_at else 0.0


def numbered(processes: Iterable[Known], clues: Clues) -> Known | None:
    """Return the one process of the opening's number at a house of another form of the name.

    Hiring systems have names of their own: "Soléane Talents" writes for Groupe Soléane.
    """
    words = _words(clues.employer)
    found = [
        known
        for known in processes
        if clues.requisition in known.requisitions
        and not words.isdisjoint(_words(known.header.employer))
        and not differ(clues.role, known.header.role)
    ]
    return found[0] if clues.requisition and len(found) == 1 else None


def _words(name: str) -> set[str]:
    """Return the words of a house's name that are long enough to tell it from others."""
    return {word for word in name.casefold().split() if len(word) > _SHORT}


_SHORT = 3
