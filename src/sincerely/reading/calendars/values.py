"""The values of calendar properties: times, durations, people, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple, TypeVar

from sincerely.reading.letters.letter import Address

from .lines import Component, Faults, Property
from .zone_rules import RuleZone, zone_of
from .zones import guess, zone

# Strict forms, and those that programs write instead: with hyphens, without seconds, with an offset.
_STAMP = re.compile(
    r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})"
    r"(?:[T ]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]{1,9})?)?\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?\s*$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\s*([+-])?P(?:([0-9]{1,3})W)?(?:([0-9]{1,4})D)?"
    r"(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})S)?)?\s*$",
    re.IGNORECASE,
)
_YEARS = range(1900, 2201)
_LONGEST = timedelta(days=366)
_ADDRESS = re.compile(r"[^\s@<>\"(),:;]{1,64}@[^\s@<>\"(),:;]{1,255}")
_DAY = timedelta(days=1)
_T = TypeVar("_T")


class Stamp(NamedTuple):
    """A time of a calendar.

    Attributes:
        at: aware.
        all_day: whether it is a date; ``at`` is its midnight in the reader's zone.
        floating: whether it has no zone: ``at`` is that wall time in the reader's zone.
        zone: the zone's name as it was written, "" for UTC and where there is none.
    """

    at: datetime
    all_day: bool = False
    floating: bool = False
    zone: str = ""


class Attendee(NamedTuple):
    """Somebody, or a room, that an entry invites.

    Attributes:
        name: as the calendar shows it; may be empty.
        address: ``local@domain``, the domain in lower case; "" when none is given.
        role: CHAIR, REQ-PARTICIPANT, OPT-PARTICIPANT or NON-PARTICIPANT.
        partstat: NEEDS-ACTION, ACCEPTED, DECLINED, TENTATIVE or DELEGATED.
        cutype: INDIVIDUAL, GROUP, RESOURCE, ROOM or UNKNOWN.
    """

    name: str
    address: str
    role: str = "REQ-PARTICIPANT"
    partstat: str = "NEEDS-ACTION"
    cutype: str = "INDIVIDUAL"


@dataclass(frozen=True, slots=True)
class Clock:
    """Which zones the times of one calendar are in.

    Attributes:
        own: reads a time without a zone.
        described: zones that the calendar describes itself, by TZID.
        faults: where a zone that nobody knows is noted.
    """

    own: tzinfo
    described: dict[str, RuleZone]
    faults: Faults

    def stamp(self, value: str, prop: Property) -> Stamp:
        """Read one time of a property.

        Raises:
            ValueError: it is none, or absurd.
        """
        found = _STAMP.match(value)
        if not found:
            raise ValueError(f"{value.strip()[:40]!r} is no date")
        year, month, day = (int(found[n]) for n in (1, 2, 3))
        if year not in _YEARS:
            raise ValueError(f"the year {year} is absurd")
        whole = date(year, month, day)
        name = prop.params.get("TZID", "")
        if found[4] is None:
            return Stamp(datetime.combine(whole, time(0), self.own), all_day=True)
        wall = _wall(whole, *(int(found[n] or 0) for n in (4, 5, 6)))
        if found[7]:
            return Stamp(wall.replace(tzinfo=_offset(found[7])))
        if not name:
            return Stamp(wall.replace(tzinfo=self.own), floating=True)
        known = self._zone(name, prop.line)
        return Stamp(wall.replace(tzinfo=known or self.own), floating=known is None, zone=name)

    def _zone(self, name: str, line: int) -> tzinfo | None:
        found = zone(name) or self.described.get(name) or guess(name)
        if found is None:
            self.faults.note(line, f"the time zone {name[:60]!r} is not known; the time is taken as local")
        return found


def clock_of(calendar: Component, own: tzinfo, faults: Faults) -> Clock:
    """Return the zones of one calendar: those it describes, and its own for times without one."""
    described: dict[str, RuleZone] = {}
    for block in calendar.inside:
        if block.name != "VTIMEZONE":
            continue
        name = block.text("TZID")
        try:
            described.setdefault(name, zone_of(block))
        except (ValueError, OverflowError) as error:
            if zone(name) is None:
                faults.note(block.line, f"the time zone {name[:60]!r} {error}")
    return Clock(zone(calendar.text("X-WR-TIMEZONE")) or own, described, faults)


def duration(text: str) -> timedelta:
    """Read a duration.

    Raises:
        ValueError: it is none, negative, or longer than a year.
    """
    found = _DURATION.match(text)
    if not found or not any(found.groups()[1:]):
        raise ValueError(f"{text.strip()[:40]!r} is no duration")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if found[1] == "-" and length:
        raise ValueError(f"{text.strip()} is a negative duration")
    if length > _LONGEST:
        raise ValueError(f"{text.strip()} is an absurd duration")
    return length


def person(prop: Property) -> Address:
    """Return whom a calendar address means: ``CN=Dana Smith:mailto:dana@acme.example`` and its variants."""
    name = prop.params.get("CN", "").strip("' ")
    for text in (prop.value, prop.params.get("EMAIL", ""), name):
        # Exchange writes "/O=ACME/…" and Google "invalid:nomail" for somebody without an address.
        if found := _ADDRESS.search(text.partition("?")[0]):
            local, _, domain = found[0].rpartition("@")
            address = f"{local}@{domain.lower().rstrip('.')}"
            return Address("" if name.casefold() == address.casefold() else name, address)
    return Address(name, "")


def attendee(prop: Property) -> Attendee:
    """Return an attendee with what the calendar says of them."""
    who = person(prop)

    def said(name: str, otherwise: str) -> str:
        return prop.params.get(name, otherwise).strip().upper() or otherwise

    return Attendee(
        who.name,
        who.address,
        said("ROLE", "REQ-PARTICIPANT"),
        said("PARTSTAT", "NEEDS-ACTION"),
        said("CUTYPE", "INDIVIDUAL"),
    )


def number(text: str) -> int:
    """Return a small whole number; 0 for anything else."""
    stripped = text.strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() and len(stripped) <= 9 else 0


def read(prop: Property, faults: Faults, how: Callable[[str], _T]) -> _T | None:
    """Read a value; what is wrong with it is noted."""
    try:
        return how(prop.value)
    except (ValueError, OverflowError) as error:
        faults.note(prop.line, f"{prop.name}: {error}")
        return None


def _wall(day: date, hour: int, minute: int, second: int) -> datetime:
    """Return a wall time; 24:00 is the next midnight, a leap second the one before."""
    if (hour, minute, second) == (24, 0, 0):
        return datetime.combine(day, time(0)) + _DAY
    return datetime.combine(day, time(hour, minute, min(second, 59)))


def _offset(text: str) -> tzinfo:
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    away = timedelta(hours=hours, minutes=minutes)
    return timezone(-away if text[0] == "-" else away)
