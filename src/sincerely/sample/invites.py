"""Calendar parts: what an invitation, its change and its cancellation look like from Outlook, Google and relays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from .letters import Letter, token
from .templates import Person

# Outlook writes Windows names of zones, and the rules beside them.
_ZONES: Final = {
    "ny": ("Eastern Standard Time", "-0500", "-0400", "US"),
    "chicago": ("Central Standard Time", "-0600", "-0500", "US"),
    "london": ("GMT Standard Time", "+0000", "+0100", "EU0"),
    "berlin": ("W. Europe Standard Time", "+0100", "+0200", "EU1"),
}
_RULES: Final = {
    "US": (("020000", "1SU", "11"), ("020000", "2SU", "3")),
    "EU0": (("020000", "-1SU", "10"), ("010000", "-1SU", "3")),
    "EU1": (("030000", "-1SU", "10"), ("020000", "-1SU", "3")),
}
_PRODUCTS: Final = {
    "gmail": "-//Google Inc//Google Calendar 70.9054//EN",
    "apple": "-//Apple Inc.//macOS 14.6.1//EN",
    "iphone": "-//Apple Inc.//iPhone OS 17.5.1//EN",
    "thunderbird": "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
}
_RELAY: Final = "-//Hiring//ical-generator//EN"


@dataclass(frozen=True)
class Invitation:
    """An appointment as one mail states it.

    Attributes:
        uid: the same over all its changes.
        method: REQUEST or CANCEL.
        sequence: counts the changes.
        start: when it begins, on the clock of the employer's place.
        end: when it ends.
        summary: its title.
        where: its place, or the link to the call.
        organizer: who sends it.
        attendees: who is to come, the candidate included.
        place: the employer's place, whose zone Outlook names.
        by: the letter that carries it.
    """

    uid: str
    method: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    where: str
    organizer: Person
    attendees: tuple[Person, ...]
    place: str
    by: Letter

    def ics(self) -> str:
        """Return the calendar part, as the sender's program writes it, with CRLF line ends."""
        exchange = self.organizer.program in {"outlook", "owa", "outlook-ios"}
        zone = timezone(self.place) if exchange else []
        prod = "Microsoft Exchange Server 2010" if exchange else _PRODUCTS.get(self.organizer.program, _RELAY)
        head = [f"PRODID:{prod}", "VERSION:2.0", "CALSCALE:GREGORIAN", f"METHOD:{self.method}"]
        lines = ["BEGIN:VCALENDAR", *head, *zone, *self.event(exchange=exchange), "END:VCALENDAR"]
        return "".join(f"{folded(line)}\r\n" for line in lines)

    def event(self, *, exchange: bool = False, accepted: bool = False) -> list[str]:
        """Return the VEVENT alone; ``accepted`` as it stands in the candidate's own calendar."""
        state = "CANCELLED" if self.method == "CANCEL" else "CONFIRMED"
        lines = [
            "BEGIN:VEVENT",
            *(self._stamp(name, at, exchange=exchange) for name, at in (("DTSTART", self.start), ("DTEND", self.end))),
            f"DTSTAMP:{_utc(self.by.written)}",
            f"ORGANIZER;CN={_param(self.organizer.name)}:mailto:{self.organizer.address}",
            f"UID:{self.uid}",
            *(self._attendee(person, accepted=accepted) for person in self.attendees),
            f"LOCATION:{_escaped(self.where)}",
            f"SEQUENCE:{self.sequence}",
            f"STATUS:{state}",
            f"SUMMARY:{_escaped(self.summary)}",
            "TRANSP:OPAQUE",
        ]
        if exchange:
            lines += [
                "CLASS:PUBLIC",
                "PRIORITY:5",
                "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
                "X-MICROSOFT-CDO-IMPORTANCE:1",
            ]
        return [*lines, "END:VEVENT"]

    def _stamp(self, name: str, at: datetime, *, exchange: bool) -> str:
        if exchange:
            return f"{name};TZID={_ZONES[self.place][0]}:{at:%Y%m%dT%H%M%S}"
        return f"{name}:{_utc(at)}"

    def _attendee(self, person: Person, *, accepted: bool) -> str:
        state = "ACCEPTED" if accepted or person != self.attendees[-1] else "NEEDS-ACTION"
        params = f"CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={state};RSVP=TRUE"
        return f"ATTENDEE;{params};CN={_param(person.name or person.address)}:mailto:{person.address}"


def uid(name: str, program: str) -> str:
    """Make the identifier of an appointment from its short name in the templates, as a program does."""
    match program:
        case "outlook" | "owa" | "outlook-ios":
            return "040000008200E00074C5B7101A82E00800000000" + token(name, "^" * 48)
        case "gmail":
            return token(name, "%" * 26) + "@google.com"
        case "apple" | "iphone":
            return token(name, "^^^^^^^^-^^^^-4^^^-A^^^-^^^^^^^^^^^^")
        case _:
            return token(name, "%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%")


def timezone(place: str) -> list[str]:
    """Return the VTIMEZONE of a place under the name that Outlook gives it."""
    name, winter, summer, rules = _ZONES[place]
    (autumn_at, autumn_day, autumn_month), (spring_at, spring_day, spring_month) = _RULES[rules]
    return [
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        *_phase("STANDARD", autumn_at, summer, winter, f"BYDAY={autumn_day};BYMONTH={autumn_month}"),
        *_phase("DAYLIGHT", spring_at, winter, summer, f"BYDAY={spring_day};BYMONTH={spring_month}"),
        "END:VTIMEZONE",
    ]


def _phase(kind: str, at: str, before: str, after: str, rule: str) -> list[str]:
    start = f"DTSTART:16010101T{at}"
    offsets = (f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}")
    return [f"BEGIN:{kind}", start, *offsets, f"RRULE:FREQ=YEARLY;INTERVAL=1;{rule}", f"END:{kind}"]


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _param(text: str) -> str:
    return f'"{text}"' if re.search(r"[,;:]", text) else text


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", r"\n")


def folded(line: str) -> str:
    """Fold a content line at 75 octets, never inside a character."""
    pieces: list[str] = []
    current = ""
    for sign in line:
        if len((current + sign).encode()) > (75 if not pieces else 74):
            pieces.append(current)
            current = ""
        current += sign
    return "\r\n ".join([*pieces, current])
