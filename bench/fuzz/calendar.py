"""Fuzz the calendar reader: ``python -m bench.fuzz.calendar FOLDER -max_total_time=600``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import atheris

with atheris.instrument_imports(include=["sincerely"]):
    from sincerely.reading.calendars.changes import latest
    from sincerely.reading.calendars.entries import as_json, entries
    from sincerely.reading.calendars.interviews import interview_likelihood

from .harness import picked, run

_BERLIN = ZoneInfo("Europe/Berlin")
_WINDOW = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC))
_LINES = """BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|BEGIN:VTIMEZONE|END:VTIMEZONE|BEGIN:STANDARD|END:STANDARD|
BEGIN:DAYLIGHT|TZID:Custom|TZOFFSETFROM:+0100|TZOFFSETTO:-0530|TZOFFSETTO:+2359|UID:1@acme.example|UID:2|METHOD:REQUEST|
METHOD:CANCEL|SUMMARY:Interview with Acme|DTSTART:20260304T140000Z|DTSTART;TZID=Custom:20260329T023000|DTSTART;VALUE=DATE:20260304|
DTSTART;TZID=Eastern Standard Time:20260304T140000|DTEND:20260304T150000Z|DURATION:PT1H|DURATION:-P1W|DURATION:P99999999D|
RRULE:FREQ=WEEKLY;COUNT=3|RRULE:FREQ=DAILY;UNTIL=20260401|RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU|RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO|
RRULE:FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2|EXDATE:20260311T140000Z|RDATE:20260305T140000Z|RECURRENCE-ID:20260311T140000Z|
RECURRENCE-ID;RANGE=THISANDFUTURE:20260311T140000Z|STATUS:CANCELLED|SEQUENCE:2|DTSTAMP:20260301T000000Z|CREATED:x|
ORGANIZER;CN="Dana":mailto:dana@acme.example|ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@acme.example|DESCRIPTION:<p>Join\\, now|
X-ALT-DESC;FMTTYPE=text/html:<b>x|LOCATION:https://acme.zoom.us/j/1?pwd=2|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE|TRANSP:OPAQUE|CLASS:PRIVATE| more|
;|:|=|,|\\|"|^n|T|Z|0000|9999|-1"""
_WORDS = [line.strip("\n") for line in _LINES.split("|")]
_PICKED = (*(f"{line}\n" for line in _WORDS), *_WORDS, "\r\n", "\n ")


def check(data: bytes) -> None:
    """Check that entries begin before they end, with zones, and can be printed; in a window or without."""
    window = _WINDOW if data[:1] > b"\x80" else None
    found = entries(picked(data[1:], _PICKED) if data[1:2] < b"\xf0" else data[2:], own_zone=_BERLIN, window=window)
    for entry in found.entries:
        assert entry.start is None or entry.start.tzinfo is not None, "a start without zone"
        assert entry.end is None or (entry.start is not None and entry.end > entry.start), "ends before it begins"
        json.dumps(as_json(entry)).encode()
        interview_likelihood(entry, frozenset({"robin@mail.example"}))
    latest(found.entries)


if __name__ == "__main__":
    files = sorted(path for folder in (Path("tests"), Path("src")) for path in folder.rglob("*.ics"))
    seeds = [path.read_bytes() for path in files]
    whole = "\n".join(_WORDS[:40]).encode()
    run(check, [b"\xff\xfe" + seed for seed in (*seeds, whole)] + [b"\0\xfe" + seed for seed in seeds], _WORDS)
