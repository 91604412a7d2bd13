"""Invented histories: any verb, any order, several processes of one candidate, clock changes and odd years."""

from __future__ import annotations

import random
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import UnionType
from typing import Any

from hypothesis import strategies as st
from tests.support import report_of

from sincerely.core.around import project
from sincerely.core.events import (
    AskedWhy,
    Event,
    Heard,
    Interviewed,
    Named,
    Offered,
    Promised,
    Rejected,
    Scheduled,
    Wrote,
    field_names,
)
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.core.report import Report
from sincerely.core.rulings import Corrected, Exit, Merged, Split
from sincerely.core.verbs import KINDS

PLACES = (
    ("America/New_York", "US"),
    ("Europe/Berlin", "DE-BY"),
    ("Europe/London", "GB"),
    ("Asia/Jerusalem", "IL"),
    ("Asia/Dubai", "AE"),
    ("Australia/Lord_Howe", "AU"),
    ("Asia/Kolkata", "IN"),
    ("America/St_Johns", "CA"),
    ("Pacific/Apia", "WS"),
)
PEOPLE = ("dana@acme.example", "lee@acme.example", "pat@initech.example", "recruiting@acme.example", "Sam Poe")
REFEREES = ("kim@uni.example", "ola@lab.example", "jo@firm.example", "ada@old.example")
ITEMS = ("references", "writing-sample", "test", "transcript")
CODES = ("THX001", "THX003", "REF002", "WAIT002", "WAIT003", "WAIT004", "WAIT005", "ASK001", "OFF001", "BYE003")
EMPLOYERS = ("Acme Corp", "ACME", "Initech", "")
# Clocks change on these days, somewhere above: the hours around them are asked for often.
CHANGES = tuple(
    datetime(*day, tzinfo=UTC)
    for day in (
        (2026, 3, 8),
        (2026, 11, 1),
        (2026, 3, 29),
        (2026, 10, 25),
        (2026, 10, 4),
        (2011, 12, 30),
        (1918, 3, 31),
    )
)
_REFEREE_VERBS = frozenset({"asked", "agreed", "declined", "told", "briefed", "named", "reminded", "thanked-reference"})
_IDS = (Corrected, Merged, Split)
# What changes most of what stands comes up often; what ends everything, and what says little, seldom.
_FREQUENT = ("scheduled", "interviewed", "wrote", "promised", "heard", "requested", "named", "agreed")
_SELDOM = (
    "rejected",
    "offered",
    "accepted",
    "withdrew",
    "closed",
    "merged",
    "split",
    "assessed",
    "acknowledged",
    "applied",
)
_DRAWN = tuple(kind for kind in KINDS for _ in range(6 if kind.verb in _FREQUENT else 1 if kind.verb in _SELDOM else 3))
_TICK = timedelta(microseconds=1)
_WOOING = (Interviewed, Scheduled, Promised, Promised, Heard, Wrote, Wrote, Wrote)
_GIVEN = frozenset({"at", "who", "source", "confidence", "quote", "code"})
_WORDS = {"overruled": ("", "OUT004"), "uid": ("", "u1"), "employer": EMPLOYERS}
Written = tuple[Header, tuple[Event, ...]]


@dataclass(frozen=True)
class Search:
    """One candidate's processes, and an instant at which they are looked at."""

    written: tuple[Written, ...]
    now: datetime

    def processes(self, until: datetime | None = None) -> list[Process]:
        """Fold every process, of the events up to an instant where one is given."""
        known = self._known(until)
        return [fold(header, events, project(header, known)) for header, events in known]

    def first(self, until: datetime | None = None) -> Process:
        """Fold the first process only: the others are what lies around it."""
        known = self._known(until)
        header, events = known[0]
        return fold(header, events, project(header, known))

    def _known(self, until: datetime | None) -> Sequence[Written]:
        if until is None:
            return self.written
        return [(header, tuple(e for e in events if e.at <= until)) for header, events in self.written]

    def report(self, now: datetime, until: datetime | None = None) -> Report:
        """Report on the first process."""
        return report_of(self.first(until), now)

    @property
    def instants(self) -> frozenset[datetime]:
        return frozenset(event.at for _, events in self.written for event in events)


def begins() -> st.SearchStrategy[datetime]:
    """When a history begins: near a clock change, in these years, or anywhere between 1900 and 2100."""
    return _BEGINS


def instants(first: int, last: int) -> st.SearchStrategy[datetime]:
    """Any instant of some years, to the microsecond."""
    begin, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    return st.integers(0, (end - begin) // _TICK - 1).map(lambda ticks: begin + ticks * _TICK)


def _to_the_minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)


_BEGINS = st.one_of(st.sampled_from(CHANGES), instants(2025, 2027).map(_to_the_minute), instants(1900, 2100))


def offset(source: random.Random) -> timedelta:
    """How far something lies from the beginning: minutes, days, now and then months."""
    return source.choice(
        (
            timedelta(minutes=source.randint(0, 4 * 60)),
            timedelta(hours=source.randint(0, 45 * 24)),
            timedelta(days=source.randint(-20, 150)),
        )
    )


def event(seed: int, begin: datetime, kinds: Sequence[type[Event]] = _DRAWN, *, sure: bool = False) -> Event:
    """Return the event of some verb that a number stands for: one draw each keeps 2,000 histories affordable."""
    source = random.Random(seed)
    kind = source.choice(kinds)
    hints = _HINTS[kind]
    at = begin + offset(source)
    values: dict[str, Any] = {"at": at, "who": _who(kind, source), "source": source.choice("ab")}
    for name in field_names(kind):
        if name not in _GIVEN and source.random() < 0.5:
            values[name] = _value(hints[name], name, begin, source)
    if issubclass(kind, Exit):
        values["code"] = source.choice(CODES)
        values["who"] = values["who"][:1]
    if issubclass(kind, Scheduled):
        values.setdefault("start", at + offset(source))
    if not sure:
        values["confidence"] = source.choice((1.0, 1.0, 1.0, 1.0, 0.8, 0.3))
    return kind(**values)


def seeds() -> st.SearchStrategy[int]:
    """Return numbers that stand for events."""
    return _SEEDS


_SEEDS = st.integers(0, 2**40)
# How many of something: a length and as many draws are half of the draws that a list takes, which asks before each.
_UP_TO = {most: st.integers(0, most) for most in (4, 8, 12)}


_HINTS = {kind: typing.get_type_hints(kind) for kind in KINDS}


def _who(kind: type[Event], source: random.Random) -> tuple[str, ...]:
    if kind.takes == "item":
        return tuple(source.sample(ITEMS, source.randint(1, 2)))
    pool = REFEREES if kind.verb in _REFEREE_VERBS else (*PEOPLE, REFEREES[0]) if issubclass(kind, Exit) else PEOPLE
    most = 3
    return tuple(source.sample(pool, source.randint(0, most)))


def _value(hint: object, name: str, begin: datetime, source: random.Random) -> object:
    options = typing.get_args(hint) if typing.get_origin(hint) in {UnionType, typing.Union} else (hint,)
    if date in options or datetime in options:
        instant = begin + offset(source)
        return instant.date() if date in options and source.random() < 0.5 else instant
    if bool in options:
        return source.random() < 0.5
    if int in options:
        return source.randint(0, 6)
    if float in options:
        return source.choice((0.2, 0.6, 0.9))
    if typing.get_origin(hint) is typing.Literal:
        return source.choice(typing.get_args(hint))
    return source.choice(_WORDS.get(name, ("", "x")))


def _story(begin: datetime, source: random.Random) -> Iterator[Event]:
    """Yield what many processes have in common, so that their later rules are reached too."""
    held = Interviewed(at=begin, who=PEOPLE[:2], source="a")
    no = Rejected(at=begin + timedelta(days=3), source="a")
    asked = AskedWhy(at=begin + timedelta(days=5), who=PEOPLE[:1], source="a")
    offer = Offered(at=begin + timedelta(days=2, hours=source.randint(0, 30)), source="a")
    named = Named(at=begin + timedelta(days=source.randint(0, 20)), who=REFEREES[:1], source="a")
    yield from source.choice(
        ((), (), (held,), (held, no), (held, no, asked), (held, offer), (named,), (held, named, no))
    )


def _written(draw: st.DrawFn, begin: datetime, number: int, most: int) -> Written:
    source = random.Random(draw(_SEEDS))
    zone, country = source.choice(PLACES)
    header = Header(
        id=f"p{number}",
        employer=source.choice(EMPLOYERS),
        zone=zone,
        country=country,
        via=source.choice(("direct", "direct", "agency")),
        consultant="jo@agency.example",
    )
    found = list(_story(begin, source))
    least = 0 if number else 1  # the first one has a history
    found += [event(draw(_SEEDS), begin) for _ in range(max(least, draw(_UP_TO[most])))]
    return header, tuple(replace(e, who=(source.choice(found).id,)) if isinstance(e, _IDS) else e for e in found)


@st.composite
def searches(draw: st.DrawFn) -> Search:
    """Draw one candidate's search: one to five processes and an instant in or after their time."""
    begin = draw(begins())
    count = 1 + draw(_UP_TO[4])
    written = tuple(_written(draw, begin, number, 4 if number else 12) for number in range(count))
    source = random.Random(draw(_SEEDS))
    instant = source.choice(sorted({event.at for _, found in written for event in found}))
    later = (timedelta(0), timedelta(hours=source.randint(0, 200)), offset(source), timedelta(days=95))
    return Search(written, instant + source.choice(later))


_PLACES, _ONE_EMPLOYER = st.sampled_from(PLACES), st.sampled_from(["Acme Corp", "ACME"])
_FEW, _HOURS = st.integers(1, 3), st.integers(0, 60 * 24)


@st.composite
def wooings(draw: st.DrawFn) -> Search:
    """Draw processes at one employer where little but interviews, promises, words and check-ins happens."""
    begin = draw(begins())
    zone, country = draw(_PLACES)
    written = []
    for number in range(draw(_FEW)):
        header = Header(id=f"p{number}", employer=draw(_ONE_EMPLOYER), zone=zone, country=country)
        drawn = [event(draw(_SEEDS), begin, _WOOING, sure=True) for _ in range(draw(_UP_TO[8]))]
        found = [replace(e, purpose="check-in") if isinstance(e, Wrote) else e for e in drawn]
        written.append((header, (Interviewed(at=begin, who=PEOPLE[:1], source="a"), *found)))
    return Search(tuple(written), begin + timedelta(hours=draw(_HOURS)))
