"""Entries as iCalendar text (RFC 5545), the same bytes for the same entries.

Times are written in UTC, which means the same instant in every calendar; whole days are days. Names come from mail
and may hold anything: what would end a line or a value early is escaped, what no text may hold is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from .entries import CalendarEntry

PRODUCT = "-//Sincerely//Calendar//EN"
MEDIA_TYPE = "text/calendar; charset=utf-8"
# Octets of a line without its end (section 3.1).
_LINE = 75
# Characters that no TEXT may hold (section 3.1: CONTROL), what breaks lines elsewhere, and halves of surrogate pairs.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_SPECIAL = re.compile(r"[\\;,\n]")


def calendar_text(entries: Iterable[CalendarEntry], stamp: datetime, *, name: str = "") -> str:
    """Return a calendar object with these entries.

    Args:
        entries: in the order in which they are written.
        stamp: when this version was made.
        name: what calendars show that ask for it; a single entry on a server has none.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    if name:
        lines += ["METHOD:PUBLISH", f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]
        lines += ["REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H"]
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """Return a TEXT value (section 3.3.11)."""
    one_way = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SPECIAL.sub(lambda found: _ESCAPED[found[0]], _REFUSED.sub("", one_way))


def folded(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, none inside a character (section 3.1)."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            pieces.append(piece)
            piece, size = "", 1  # the space that begins a continued line
        piece += character
        size += octets
    return "\r\n ".join([*pieces, piece])


def _event(entry: CalendarEntry, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(entry.uid)}",
        f"DTSTAMP:{_instant(stamp)}",
        f"DTSTART{_moment(entry.start)}",
        f"DTEND{_moment(entry.end)}",
        f"SUMMARY:{escaped(entry.summary)}",
        f"DESCRIPTION:{escaped(entry.description)}",
        f"CATEGORIES:{escaped(entry.category)}",
        # A reminder takes nobody's time, and is nobody else's business.
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:{_span(entry.alarm)}",
        f"DESCRIPTION:{escaped(entry.summary)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _moment(when: datetime | date) -> str:
    return f":{_instant(when)}" if isinstance(when, datetime) else f";VALUE=DATE:{when.year:04}{when:%m%d}"


def _instant(when: datetime) -> str:
    there = when.astimezone(UTC)
    return f"{there.year:04}{there:%m%dT%H%M%SZ}"


def _span(span: timedelta) -> str:
    minutes = abs(span) // timedelta(minutes=1)
    sign = "-" if span < timedelta() else ""
    hours, rest = divmod(minutes, 60)
    told = (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
    return f"{sign}PT{told}"
