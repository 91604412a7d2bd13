"""What a calendar says: entries with their times, people and links. Never raises.

Conventions: an entry without an end ends after its DURATION; a date without an end is one day; otherwise the
end is unknown (None), for nobody wrote how long it takes. Dates and times without a zone are in the calendar's
own (X-WR-TIMEZONE), else in the reader's. Years before 1900 and after 2200 are absurd: the time is unknown, and
a fault says so. An entry that repeats comes once, or, when a window is given, once for each time in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from sincerely.reading.letters.letter import Address

from .lines import CalendarFault, Component, Faults, components, plain
from .links import meeting_link
from .values import Attendee, Clock, Stamp, attendee, clock_of, duration, number, person, read

__all__ = ["Attendee", "CalendarFault", "CalendarReading", "Entry", "as_json", "entries"]

_DAY = timedelta(days=1)
_MOST_ENTRIES = 100_000
_MOST_ATTENDEES = 1_000
_LONGEST_TEXT = 50_000
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LINKS = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-ZOOM-MEETING-URL",
    "X-APPLE-STRUCTURED-LOCATION",
    "CONFERENCE",
    "LOCATION",
    "URL",
    "DESCRIPTION",
    "X-ALT-DESC",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a calendar, or one occurrence of an entry that repeats.

    Attributes:
        uid: names the entry in all calendars and mails.
        sequence: grows when the organiser moves it.
        recurrence_id: which occurrence of a repeating entry this is (when it was planned to start).
        repeats: whether it repeats.
        method: REQUEST, CANCEL, REPLY, COUNTER, PUBLISH, …; "" when the calendar does not say.
        status: CONFIRMED, TENTATIVE, CANCELLED or "".
        summary, description, location: plain text.
        url: the link to the meeting; else the entry's own URL; "" when there is neither.
        start, end: aware, half-open; None when unknown. For an all-day entry midnights.
        all_day: whether it is days, not hours.
        floating: whether its times had no zone that is known.
        zone: the zone's name as it was written; "" for UTC.
        organizer: who invites; None when nobody is named.
        attendees: each once, in order.
        created: when it was made.
        stamp: when this version was written.
        modified: when it was last changed in its calendar.
        line: where it begins in the file.
    """

    uid: str
    sequence: int = 0
    recurrence_id: datetime | None = None
    repeats: bool = False
    method: str = ""
    status: str = ""
    summary: str = ""
    description: str = field(default="", repr=False)
    location: str = ""
    url: str = ""
    start: datetime | None = None
    end: datetime | None = None
    all_day: bool = False
    floating: bool = False
    zone: str = ""
    organizer: Address | None = None
    attendees: tuple[Attendee, ...] = ()
    created: datetime | None = None
    stamp: datetime | None = None
    modified: datetime | None = None
    line: int = 0

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.method == "CANCEL" or self.status == "CANCELLED"

    @property
    def told_at(self) -> datetime | None:
        """When it said what it says: whoever answers an invitation changes the entry, and not always its stamp."""
        return max((at for at in (self.stamp, self.modified) if at), default=None)


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What was read.

    Attributes:
        method: of the (first) calendar, in capitals; "" when it has none.
        entries: in the file's order.
        faults: what was wrong, with lines.
    """

    method: str = ""
    entries: tuple[Entry, ...] = ()
    faults: tuple[CalendarFault, ...] = ()


def entries(
    data: bytes | str, *, own_zone: tzinfo = UTC, window: tuple[datetime, datetime] | None = None
) -> CalendarReading:
    """Read a calendar file or the calendar part of a mail. Never raises.

    Args:
        data: iCalendar; any charset, any line ends, broken or not.
        own_zone: the reader's zone, for dates and times without one.
        window: aware instants; entries that repeat are expanded to what overlaps ``[begin, stop)``, all other
            entries come whenever they are.
    """
    faults = Faults()
    calendars = components(data, faults)
    loose = [c for c in calendars if c.name in {"VEVENT", "VTIMEZONE"}]
    if not any(c.name == "VCALENDAR" for c in calendars):
        faults.note(0, "has no line BEGIN:VCALENDAR" + ("; its entries were read all the same" if loose else ""))
    if loose:
        calendars = [*(c for c in calendars if c not in loose), Component("VCALENDAR", 0, [], loose)]
    found: list[Entry] = []
    for calendar in calendars:
        clock = clock_of(calendar, own_zone, faults)
        found += _of_calendar(calendar, clock, window)
    if len(found) > _MOST_ENTRIES:
        faults.note(0, f"has {len(found):,} entries; the first {_MOST_ENTRIES:,} were read")
        del found[_MOST_ENTRIES:]
    method = calendars[0].text("METHOD").upper() if calendars else ""
    return CalendarReading(method, tuple(found), tuple(faults.found))


def as_json(entry: Entry) -> dict[str, Any]:
    """Return an entry as the commands print it."""

    def iso(when: datetime | None) -> str | None:
        if when is None:
            return None
        return when.date().isoformat() if entry.all_day else when.isoformat()

    organizer = entry.organizer
    return {
        "uid": entry.uid,
        "start": iso(entry.start),
        "end": iso(entry.end),
        "attendees": [{"name": a.name, "address": a.address, "partstat": a.partstat} for a in entry.attendees],
        "organizer": {"name": organizer.name, "address": organizer.address} if organizer else None,
        "method": entry.method,
        "status": entry.status,
        "summary": entry.summary,
    }


def _of_calendar(calendar: Component, clock: Clock, window: tuple[datetime, datetime] | None) -> list[Entry]:
    """Read the entries of one calendar."""
    method = calendar.text("METHOD").upper()
    events = [event for event in calendar.inside if event.name == "VEVENT"][: _MOST_ENTRIES + 1]
    read_ones = [(event, _entry(event, method, clock)) for event in events]
    if window is None or not any(event.first("RRULE") or event.first("RDATE") for event, _ in read_ones):
        return [entry for _, entry in read_ones]
    # Loads libraries that a plain invitation does not need.
    from .repeats import expanded

    return expanded(read_ones, clock, window)


def _entry(event: Component, method: str, clock: Clock) -> Entry:
    """Read one entry."""
    begins = _stamp(event, "DTSTART", clock)
    end = _end(event, begins, clock)
    again = _stamp(event, "RECURRENCE-ID", clock)
    organizer = event.first("ORGANIZER")
    own_url = event.text("URL")
    return Entry(
        uid=event.text("UID"),
        sequence=number(event.text("SEQUENCE")),
        recurrence_id=again.at if again else None,
        repeats=bool(again or event.first("RRULE") or event.first("RDATE")),
        method=method,
        status=event.text("STATUS").upper(),
        summary=_one_line(event.text("SUMMARY")),
        description=_description(event),
        location=_one_line(event.text("LOCATION")),
        url=meeting_link(_link_texts(event)) or (own_url if own_url.lower().startswith("http") else ""),
        start=begins.at if begins else None,
        end=end,
        all_day=bool(begins and begins.all_day) or _marked_all_day(event, begins, end),
        floating=bool(begins and begins.floating),
        zone=begins.zone if begins else "",
        organizer=person(organizer) if organizer else None,
        attendees=_attendees(event),
        created=_instant(event, "CREATED", clock),
        stamp=_instant(event, "DTSTAMP", clock),
        modified=_instant(event, "LAST-MODIFIED", clock),
        line=event.line,
    )


def _stamp(event: Component, name: str, clock: Clock) -> Stamp | None:
    prop = event.first(name)
    return read(prop, clock.faults, lambda value: clock.stamp(value, prop)) if prop else None


def _instant(event: Component, name: str, clock: Clock) -> datetime | None:
    """Read a time that only dates the entry; programs that write 0000 there mean nothing by it."""
    prop = event.first(name)
    try:
        return clock.stamp(prop.value, prop).at if prop else None
    except (ValueError, OverflowError):
        return None


def _end(event: Component, begins: Stamp | None, clock: Clock) -> datetime | None:
    """Return when the entry ends, by the conventions above."""
    if begins is None:
        return None
    length = event.first("DURATION")
    ends = _stamp(event, "DTEND", clock)
    if ends:
        if ends.at > begins.at:
            return _whole(ends.at, begins) if begins.all_day else ends.at
        if begins.all_day:  # some programs write the last day, not the one after it
            return begins.at + _DAY
        if ends.at < begins.at:
            clock.faults.note(event.line, "an entry ends before it begins; its end is unknown")
    elif length and (span := read(length, clock.faults, duration)):
        if begins.all_day:
            return _whole(begins.at + span, begins)
        # A duration is elapsed time, whatever clocks do meanwhile.
        return (begins.at.astimezone(UTC) + span).astimezone(begins.at.tzinfo)
    return begins.at + _DAY if begins.all_day else None


def _whole(end: datetime, begins: Stamp) -> datetime:
    """Return the midnight at or after the end of an entry that is days long: some programs write an hour there."""
    local = end.astimezone(begins.at.tzinfo)
    midnight = datetime.combine(local.date(), time(0), local.tzinfo)
    return midnight if midnight == local else midnight + _DAY


def _marked_all_day(event: Component, begins: Stamp | None, end: datetime | None) -> bool:
    """Whether Outlook says that an entry from midnight to midnight means days."""
    marked = event.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    return bool(
        marked and begins and end and begins.at.time() == end.time() == time(0) and end.date() > begins.at.date()
    )


def _attendees(event: Component) -> tuple[Attendee, ...]:
    """Return the attendees, each once."""
    found: dict[str, Attendee] = {}
    for prop in event.all("ATTENDEE")[:_MOST_ATTENDEES]:
        who = attendee(prop)
        if who.name or who.address:
            found.setdefault((who.address or who.name).casefold(), who)
    return tuple(found.values())


def _description(event: Component) -> str:
    """Return the description; from the HTML one when there is no other."""
    text = event.text("DESCRIPTION")
    if not text and (html := event.text("X-ALT-DESC")):
        text = _TAG.sub(" ", html.replace("<br", "\n<br").replace("</p", "\n</p"))
    elif text.lstrip()[:1] == "<" and "</" in text:
        text = _TAG.sub(" ", text)
    return text.strip()[:_LONGEST_TEXT]


def _link_texts(event: Component) -> list[str]:
    return [plain(prop.value) for name in _LINKS for prop in event.all(name)]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:1000]
