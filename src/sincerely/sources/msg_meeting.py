"""A meeting that Outlook sent or keeps, as the iCalendar that it is everywhere else. After [MS-OXOCAL]."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from .msg_properties import Properties

_APPOINTMENT = bytes.fromhex("0220060000000000c000000000000046")
_MEETING = bytes.fromhex("90dad86e0b451b1098da00aa003f1305")
# What a request, an answer and an entry of one's own calendar are called, and what iCalendar calls it.
_METHODS = (
    ("ipm.schedule.meeting.request", "REQUEST", ""),
    ("ipm.schedule.meeting.canceled", "CANCEL", ""),
    ("ipm.schedule.meeting.resp.pos", "REPLY", "ACCEPTED"),
    ("ipm.schedule.meeting.resp.neg", "REPLY", "DECLINED"),
    ("ipm.schedule.meeting.resp.tent", "REPLY", "TENTATIVE"),
    ("ipm.appointment", "PUBLISH", ""),
)
_START, _END = (0x820D, 0x0060), (0x820E, 0x0061)
_LOCATION, _GLOBAL_ID, _CLEAN_ID = 0x8208, 0x0003, 0x0023
# An entry that came from elsewhere keeps its own name inside Outlook's.
_FOREIGN = re.compile(rb"vCal-Uid\x01\0\0\0([^\0]{1,400})")
_ESCAPED = re.compile(r"[\\;,]")


def is_meeting(said: Properties) -> bool:
    """Whether a ``.msg`` is a meeting or an entry in a calendar."""
    return _method(said) is not None


def calendar(
    said: Properties, author: str, others: Sequence[tuple[str, str]], stamp: datetime | None
) -> tuple[str, str]:
    """Return the method and the iCalendar text of a meeting; empty without a time.

    Args:
        said: what the ``.msg`` says.
        author: the address of who sent it: who invites or, of an answer, who answers.
        others: names and addresses of whom it went to.
        stamp: when it was sent.
    """
    method, answer = _method(said) or ("", "")
    start, end = (said.time(said.named(_APPOINTMENT, named)) or said.time(tag) for named, tag in (_START, _END))
    if start is None:
        return method, ""
    reply = method == "REPLY"
    attendees = [("", author, answer)] if reply else [(name, address, "") for name, address in others]
    organizer = next((address for _, address in others), "") if reply else author
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{_uid(said)}",
        f"DTSTART:{_utc(start)}", f"SUMMARY:{_escaped(said.text(0x0037))}",
        *([f"DTEND:{_utc(end)}"] if end else []),
        *([f"DTSTAMP:{_utc(stamp)}"] if stamp else []),
        f"LOCATION:{_escaped(said.text(said.named(_APPOINTMENT, _LOCATION)))}",
        f"DESCRIPTION:{_escaped(said.text(0x1000)[:20_000])}",
        *([f"ORGANIZER:mailto:{organizer}"] if organizer else []),
        *(_attendee(name, address, state) for name, address, state in attendees if address),
        *(["STATUS:CANCELLED"] if method == "CANCEL" else []),
        "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return method, "\r\n".join(lines)


def _method(said: Properties) -> tuple[str, str] | None:
    name = said.text(0x001A).strip().lower()
    return next(((method, answer) for prefix, method, answer in _METHODS if name.startswith(prefix)), None)


def _uid(said: Properties) -> str:
    raw = said.binary(said.named(_MEETING, _CLEAN_ID), 2_000) or said.binary(said.named(_MEETING, _GLOBAL_ID), 2_000)
    foreign = _FOREIGN.search(raw)
    return foreign[1].decode("utf-8", "replace").replace("\r", "").replace("\n", "") if foreign else raw.hex().upper()


def _attendee(name: str, address: str, state: str) -> str:
    shown = re.sub(r"[\"\r\n\0-\x1f]", " ", name[:200])
    return f'ATTENDEE;CN="{shown}"{f";PARTSTAT={state}" if state else ""}:mailto:{address}'


def _utc(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPED.sub(lambda match: f"\\{match[0]}", lined).replace("\n", "\\n").replace("\0", "")
