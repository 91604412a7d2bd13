"""What mail and calendar files say, without keeping anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from sincerely.app.models.reading_models import load_models
from sincerely.reading.calendars.entries import as_json as entry_json
from sincerely.reading.calendars.entries import entries
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.pasted import letter
from sincerely.reading.linking.links import Links
from sincerely.reading.linking.places import home_of
from sincerely.reading.reader import read
from sincerely.reading.reading_json import as_json
from sincerely.sources.base import MOST_BYTES, Fault, LeftOut, Raw, SourceError
from sincerely.sources.detect import discover
from sincerely.sources.eml import looks_like_mail
from sincerely.sources.ics import begins_calendar
from sincerely.sources.mbox_split import is_envelope
from sincerely.sources.msg import looks_like_msg, unwrap

_PLAIN = frozenset({".eml", ".ics", ".txt"})
STANDARD_INPUT = Path("-")
# An envelope line and the header behind it lie within so many bytes.
_ENVELOPE = 4096


def look(
    paths: Sequence[Path], me: frozenset[str], at: datetime, given: BinaryIO | None = None
) -> Iterator[dict[str, Any]]:
    """Yield one JSON value for each mail and calendar file; what can't be read is a value too.

    Args:
        paths: mail and calendar files, mailboxes and folders of them; "-" is what is ``given``.
        me: the reader's own addresses.
        at: when it is read; mail without a date counts as come then, entries without a zone as in its zone.
        given: standard input: a mail as a file or as text that was pasted.
    """
    for path in paths:
        if path == STANDARD_INPUT and given is not None:
            yield {"path": "-", **_content(path, given.read(MOST_BYTES), me, at)}
            continue
        if path.suffix.lower() in _PLAIN and path.is_file() and not _is_mailbox(path):
            yield {"path": str(path), **_file(path, me, at)}
            continue
        try:
            found = discover(path)
        except SourceError as error:
            yield {"path": str(path), "error": f"{error.what}; {error.remedy}"}
            continue
        for note in found.notes:
            yield {"path": note.place, "error": str(note)}
        for source in found.sources:
            try:
                for item in source.scan({}, lambda _keys: ()):
                    if isinstance(item, Raw):
                        yield {"path": _path(path, item), **_said(item, me, at)}
                    elif isinstance(item, Fault | LeftOut):
                        yield {"path": item.place, "error": str(item)}
            except SourceError as error:
                yield {"path": str(path), "error": f"{error.what}; {error.remedy}"}


def _path(path: Path, raw: Raw) -> str:
    """Return a file's own path as it was given, and for what lies inside one, its place there."""
    own = {path.name, str(path), str(path.absolute()), ""}
    return str(path) if path.is_file() and raw.place in own else raw.place or str(path)


def _is_mailbox(path: Path) -> bool:
    """Whether a text is one of a mailbox and not of one mail."""
    if path.suffix.lower() != ".txt":
        return False
    try:
        with path.open("rb") as file:
            return is_envelope(file.read(_ENVELOPE).removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    except OSError:
        return False  # what is wrong is said when it is read


def _file(path: Path, me: frozenset[str], at: datetime) -> dict[str, Any]:
    """Read one file whose name says what it is: also an .eml that begins like a mailbox is one mail."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
    except OSError as error:
        return {"error": f"cannot be read ({error.strerror}); check who may read it"}
    return _content(path, data, me, at)


def _content(path: Path, data: bytes, me: frozenset[str], at: datetime) -> dict[str, Any]:
    """Read what is one mail or one calendar; where no name tells which, it is text that somebody pasted."""
    suffix = path.suffix.lower()
    named = suffix in {".eml", ".ics"}
    if not data.strip():
        return {"error": "is empty; save the mail or the calendar again"}
    if suffix == ".ics" or (not named and begins_calendar(data)):
        return _said(Raw(key="", data=data, kind="calendar"), me, at)
    if not named and looks_like_msg(data):
        mail = unwrap(path.name, data)
        return {"error": str(mail)} if isinstance(mail, Fault) else _said(Raw(key="", data=mail), me, at)
    if not named:
        return _read(letter(data, at), me, at)
    if not looks_like_mail(data):
        return {"error": "is no mail: it has no headers; save the mail again, with its headers"}
    return _said(Raw(key="", data=data), me, at)


def _said(raw: Raw, me: frozenset[str], at: datetime) -> dict[str, Any]:
    if raw.kind == "calendar":
        found = entries(raw.data, own_zone=at.tzinfo) if at.tzinfo else entries(raw.data)
        if found.faults and not found.entries:
            return {"error": f"is no calendar that can be read: {found.faults[0]}"}
        answer: dict[str, Any] = {"entries": [entry_json(entry) for entry in found.entries]}
        if found.faults:
            answer["faults"] = [str(fault) for fault in found.faults]
        return answer
    return _read(raw.data, me, at, sent=True if raw.sent else None)


def _read(mail: bytes | Letter, me: frozenset[str], at: datetime, *, sent: bool | None = None) -> dict[str, Any]:
    return as_json(read(mail, me=me, at=at, models=load_models(), links=Links(), home=home_of(at.tzinfo), sent=sent))
