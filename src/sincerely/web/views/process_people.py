"""Who and what is in a process: people with their roles, promises, requests, references."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sincerely.app.today.wording import day
from sincerely.core.events import (
    Agreed,
    Asked,
    AskedWhy,
    Briefed,
    Declined,
    Event,
    Heard,
    Named,
    Offered,
    Promised,
    Rejected,
    Reminded,
    Requested,
    Submitted,
    Thanked,
    ThankedReference,
    Told,
    Wrote,
)
from sincerely.core.facts import interviewers
from sincerely.core.items import item_key
from sincerely.core.process import Process
from sincerely.core.requests import open_requests
from sincerely.writing.words.names import person_of

_REFEREE: tuple[tuple[type[Event], str], ...] = (
    (Asked, "asked"),
    (Reminded, "reminded"),
    (Agreed, "agreed"),
    (Declined, "declined"),
    (Told, "told that a call may come"),
    (Briefed, "briefed"),
    (Named, "named to them"),
    (ThankedReference, "thanked"),
)


@dataclass(frozen=True)
class Person:
    """Somebody in a process, and what they are in it."""

    name: str
    address: str
    roles: str


@dataclass(frozen=True)
class Thing:
    """A promise or a request.

    Attributes:
        id: of the event that shows it.
        words: what was promised or asked for.
        note: what became of it.
        open: whether it still is.
    """

    id: str
    words: str
    note: str
    open: bool


def people(process: Process, now: datetime) -> list[Person]:
    """Return the employer's people, interviewers first."""
    roles: dict[str, dict[str, None]] = {}

    def add(who: str, role: str) -> None:
        roles.setdefault(who, {})[role] = None

    zone = process.header.tz
    for interview in process.interviews:
        word = "interviewed you on" if interview.end <= now else "interviews you on"
        for who in interviewers(process, interview):
            add(who, f"{word} {day(interview.start, zone)}")
    if process.header.consultant:
        add(process.header.consultant, "the agency's consultant")
    written: tuple[type[Event], ...] = (Heard, Promised, Requested, Offered, Rejected)
    for event in process.events:
        for who in event.who:
            if isinstance(event, written) and event.takes == "people":
                add(who, "wrote to you")
            elif isinstance(event, Wrote):
                add(who, "you wrote to them")
            elif isinstance(event, Thanked):
                add(who, f"thanked on {day(event.at, zone)}")
            elif isinstance(event, AskedWhy):
                add(who, "asked for the reason")
    return [_person(who, ", ".join(found)) for who, found in roles.items()]


def promises(process: Process) -> list[Thing]:
    """Return what they promised, the latest first."""
    zone, last = process.header.tz, process.last(Promised)
    return [
        Thing(
            event.id, f"By {day(event.by, zone)}" if event.by else "Soon", f"said {day(event.at, zone)}", event is last
        )
        for event in reversed(process.all(Promised))
    ]


def requests(process: Process) -> list[Thing]:
    """Return what they asked for, what is open first."""
    zone, waiting = process.header.tz, open_requests(process)
    handed = {item_key(item): event for event in process.all(Submitted) for item in event.who}
    found: dict[str, Thing] = {}
    for event in process.all(Requested):
        for item in event.who:
            key = item_key(item)
            done = handed.get(key)
            undated = "to bring along" if event.how == "bring" else "no date named"
            note = f"by {day(event.by, zone)}" if event.by else undated
            if key not in waiting:
                note = f"handed in {day(done.at, zone)}" if done else "settled"
            found[key] = Thing(event.id, key.replace("-", " ").capitalize(), note, key in waiting)
    return sorted(found.values(), key=lambda thing: not thing.open)


def references(process: Process) -> list[Person]:
    """Return the referees, with how far each is for this opening."""
    zone = process.header.tz
    steps: dict[str, list[str]] = {}
    for kind, word in _REFEREE:
        for event in process.all(kind):
            for who in event.who:
                steps.setdefault(who, []).append(f"{word} {day(event.at, zone)}")
    here = {answer.id for kind in (Agreed, Declined) for answer in process.all(kind)}
    for who, answer in process.consent.items():
        if answer.id not in here:
            steps.setdefault(who, []).insert(0, f"{answer.verb} {day(answer.at, zone)}, for your whole search")
    return [_person(who, ", ".join(found)) for who, found in steps.items()]


def _person(who: str, roles: str) -> Person:
    if "@" not in who:
        return Person(who, "", roles)
    return Person(person_of(who).full or who, who, roles)
