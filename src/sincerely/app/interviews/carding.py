"""One page for before the interview: who, where, when, and what to ask before leaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any

from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.interviews.meeting_place import Arranged, arranged
from sincerely.app.processes.exits import NothingThere
from sincerely.app.today.wording import city
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Debriefed
from sincerely.core.facts import interviewers
from sincerely.core.process import Interview, Process
from sincerely.reading.meetings.whereabouts import Whereabouts
from sincerely.store.base import Store
from sincerely.writing.facts.fitting import asked_for
from sincerely.writing.facts.grounds import Ground
from sincerely.writing.words.names import person_of

WHEN = "When may I expect to hear from you?"
_ASK = (
    WHEN,
    "Whom may I write to, and how do you prefer to be reached?",
    "What happens next, and who decides?",
    "Is there anything that I should send you?",
)
_MOST = 5
_NO_PLACE = Whereabouts()
_NOTHING_ARRANGED = Arranged()


@dataclass(frozen=True)
class Met:
    """Somebody whom they meet: a name as far as it is known, an address, and when, on a day of several talks."""

    name: str
    address: str = ""
    at: str = ""

    def __str__(self) -> str:
        who = f"{self.name} <{self.address}>" if self.name and self.address else self.name or self.address
        return f"{self.at} {who}" if self.at else who

    @property
    def called(self) -> str:
        """The name, behind the hours."""
        return " ".join(filter(None, (self.at, self.name)))


@dataclass(frozen=True, kw_only=True)
class Card:
    """What to take along.

    Attributes:
        process: whose interview it is.
        role, employer: what it is for.
        country: of the employer.
        start, end: on the employer's clock; where a day has several interviews, of all of them.
        own: the start on the person's own clock, where it differs.
        place: where it takes place, as the invitation says it.
        people: whom they meet.
        said: the words that fixed it.
        before: what was noted in earlier rounds.
        wants: what the posting asks for, each with what of the CV answers it, or nothing.
        ask: what to ask before leaving, the most important first.
        bring: what they asked to bring along.
    """

    process: str
    role: str
    employer: str
    country: str
    start: datetime
    end: datetime
    own: datetime | None
    place: Whereabouts = _NO_PLACE
    people: tuple[Met, ...]
    said: tuple[str, ...]
    before: tuple[str, ...]
    wants: tuple[tuple[str, str], ...]
    ask: tuple[str, ...] = _ASK
    bring: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Role and employer."""
        return " at ".join(part for part in (self.role, self.employer) if part) or self.process

    @property
    def zone(self) -> str:
        """The employer's time zone, by its name."""
        return str(getattr(self.start.tzinfo, "key", ""))

    @property
    def city(self) -> str:
        """The time zone as people say it, such as ``New York``."""
        return city(self.start.tzinfo) if self.start.tzinfo is not None else ""

    @property
    def day(self) -> str:
        """The day in words, on the employer's clock."""
        return _day(self.start)

    @property
    def hours(self) -> str:
        """From when to when, on the employer's clock; an end that nobody named is left out."""
        return _hours(self.start, self.end)

    @property
    def own_clock(self) -> str:
        """When it is on the person's own clock, the day too where that is another one; empty where nothing differs."""
        if self.own is None:
            return ""
        day = f"{_day(self.own)}, " if self.own.date() != self.start.date() else ""
        return f"{day}{self.own:%H:%M} on your clock"

    def as_json(self) -> dict[str, Any]:
        """Return it as the command prints it."""
        return {
            "title": self.title,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "own": self.own.isoformat() if self.own else None,
            "where": self.place.words,
            "link": self.place.link,
            "bring": list(self.bring),
            "people": list(map(str, self.people)),
            "said": list(self.said),
            "before": list(self.before),
            "wants": [want for want, _ in self.wants],
            "shows": [shown for _, shown in self.wants],
            "ask": list(self.ask),
        }

    def text(self) -> str:
        """Return it as a page of plain text."""
        lines = [self.title, "", f"{self.day}, {self.hours} ({self.zone})"]
        if self.own is not None:
            lines.append(f"On your clock: {_day(self.own)}, {self.own:%H:%M}")
        lines += [
            f"{label}: {words}" for label, words in (("Where", self.place.words), ("Join", self.place.link)) if words
        ]
        wants = [line for want, shown in self.wants for line in (want, *([f"    you: {shown}"] if shown else []))]
        parts = (("You meet", tuple(map(str, self.people))), ("Bring with you", self.bring), ("They wrote", self.said),
                 ("From earlier rounds", self.before), ("What they ask for", wants))  # fmt: skip
        for heading, items in parts:
            if items:
                lines += ["", heading, *(f"  {item}" for item in items)]
        lines += ["", "Before you leave, ask", *(f"  [ ] {question}" for question in self.ask)]
        return "\n".join(lines)


def _day(at: datetime) -> str:
    return f"{at:%A} {at.day} {at:%B}"


def card_of(store: Store, process: Process, now: datetime, own: tzinfo) -> Card:
    """Return the card of a stored process's next interview, with what its mail, the CV and the posting tell.

    Raises:
        NothingThere: no interview is known.
    """
    around = gathered(store, process, now).background
    calendar = working_calendar(process.header.country, process.header.zone)
    told = arranged(store, process, _next(process, now), calendar)
    return card(process, now, own, around.names, around.posting, around.cv, told)


def card(  # noqa: PLR0913, PLR0917  (process, instant and clock, and what was gathered around them)
    process: Process,
    now: datetime,
    own: tzinfo,
    names: Mapping[str, str],
    posting: Sequence[Ground] = (),
    cv: Sequence[Ground] = (),
    told: Arranged = _NOTHING_ARRANGED,
) -> Card:
    """Return the card of the next interview, or of the last one where none lies ahead.

    Raises:
        NothingThere: no interview is known.
    """
    interview = _next(process, now)
    slots = _that_day(process, interview, now)
    zone = process.header.tz
    start = interview.start.astimezone(zone)
    there = interview.start.astimezone(own)
    return Card(
        process=process.header.id,
        role=process.header.role,
        employer=process.header.employer,
        country=process.header.country,
        start=start,
        end=max(one.end for one in slots).astimezone(zone),
        own=there if there.replace(tzinfo=None) != start.replace(tzinfo=None) else None,
        place=told.place,
        people=_people(process, slots, names),
        said=_said(
            [e.quote for one in slots for e in one.evidence if e.quote and e.source not in told.own], told.place.said
        ),
        before=tuple(_noted(note) for note in process.all(Debriefed) if note.at < interview.start),
        wants=tuple((need.text, deed.text if deed else "") for need, deed in asked_for(cv, posting)[:_MOST]),
        bring=told.bring,
    )


def _that_day(process: Process, first: Interview, now: datetime) -> list[Interview]:
    """Return the interviews of one's day: of one that lies ahead those that are not over yet."""
    zone = process.header.tz
    day = first.start.astimezone(zone).date()
    here = [one for one in process.interviews if one.start.astimezone(zone).date() == day]
    return [one for one in here if one.end > now or first.end <= now]


def _people(process: Process, slots: Sequence[Interview], names: Mapping[str, str]) -> tuple[Met, ...]:
    """Return whom they meet, with the hours of each where there are several interviews."""
    zone = process.header.tz
    return tuple(
        replace(
            _met(who, names), at=_hours(one.start.astimezone(zone), one.end.astimezone(zone)) if len(slots) > 1 else ""
        )
        for one in slots
        for who in interviewers(process, one) or one.people
    )


def _hours(start: datetime, end: datetime) -> str:
    return f"{start:%H:%M}" + (f"–{end:%H:%M}" if end > start else "")


def _said(quotes: Sequence[str], place: str) -> tuple[str, ...]:
    """Return what fixed the interview, each once, and the sentence that tells its place, where no other does."""
    told = place and not any(" ".join(place.split()) in " ".join(quote.split()) for quote in quotes)
    return tuple(dict.fromkeys([*quotes, *([place] if told else [])]))


def _next(process: Process, now: datetime) -> Interview:
    ahead = [interview for interview in process.interviews if interview.end > now]
    if not ahead and process.last_interview is None:
        raise NothingThere(f"{process.header.id}: no interview is known; a card is for one")
    return ahead[0] if ahead else process.interviews[-1]


def _met(who: str, names: Mapping[str, str]) -> Met:
    name = person_of(who, names.get(who, "")).full
    address = who if "@" in who else ""
    return Met(name if name and name != who else "" if address else who, address)


def _noted(note: Debriefed) -> str:
    parts = (note.topic, note.liked, note.fit, f"send: {note.send}" if note.send else "")
    about = f"{', '.join(note.who)}: " if note.who else ""
    return about + "; ".join(part for part in parts if part)
