"""Calendars from ``.ics`` files, one or a folder of them with all below."""

from __future__ import annotations

from .base import Fault
from .tree import FileTree, Format

_LOOK = 16 * 1024
_MARKS = (b"BEGIN:VCALENDAR", b"BEGIN:VEVENT")


def begins_calendar(data: bytes) -> bool:
    """Whether the first line of a file begins a calendar."""
    return _start(data).startswith(_MARKS)


def looks_like_calendar(data: bytes) -> bool:
    """Whether a calendar begins near the beginning of a file."""
    start = _start(data)
    return any(mark in start for mark in _MARKS)


def _start(data: bytes) -> bytes:
    """Return the beginning in capitals, without byte order mark; UTF-16 as far as it is ASCII."""
    start = data[:_LOOK]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf").lstrip().upper()


def _unwrap(place: str, data: bytes) -> bytes | Fault:
    if not data:
        return Fault(place, "is empty")
    if not looks_like_calendar(data):
        return Fault(place, "is not a calendar: it has no line BEGIN:VCALENDAR", "export the calendar again as .ics")
    return data


class Ics(FileTree):
    """A read-only ``.ics`` file, or a folder of them."""

    form = Format("ics", "calendar", frozenset({".ics", ".ical", ".ifb", ".icalendar", ".vcs"}), _unwrap)
