"""Rows to what the core knows, and back, exactly."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.verbs import VERBS

from .base import Message, NewerStore, Paper, Summary

Row = Sequence[Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIRST = (datetime.min.replace(tzinfo=UTC) - _EPOCH) // _MICROSECOND
_LAST = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // _MICROSECOND


def to_micros(at: datetime) -> int:
    """Return an aware instant as whole microseconds since 1970.

    Mail comes with any date: one that lies in year 0 or 10000 of UTC becomes the first or last instant there is.
    """
    return min(max((at - _EPOCH) // _MICROSECOND, _FIRST), _LAST)


def from_micros(micros: int) -> datetime:
    """Return the instant, in UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def maybe_micros(at: datetime | None) -> int | None:
    """Return an instant as microseconds, where there is one."""
    return None if at is None else to_micros(at)


def maybe_instant(micros: int | None) -> datetime | None:
    """Return microseconds as an instant, where there are any."""
    return None if micros is None else from_micros(micros)


# PostgreSQL takes no NUL in a text, and neither database takes half a surrogate pair; broken mail has both. They
# are written as SUB (U+001A) and four hexadecimal digits, and so is SUB itself.
_REFUSED = re.compile("[\x00\x1a\ud800-\udfff]")
_WRITTEN = re.compile("\x1a([0-9a-f]{4})")


def plain(text: str) -> str:
    """Return a text that every database keeps; `told` gives the same back."""
    if text.isascii() and "\x00" not in text and "\x1a" not in text:
        return text
    return _REFUSED.sub(lambda found: f"\x1a{ord(found[0]):04x}", text)


def told(text: str) -> str:
    """Return the text that `plain` was given."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text) if "\x1a" in text else text


def short_hash(text: str) -> str:
    """Return sixteen hexadecimal digits, for an index: PostgreSQL's takes no text of any length."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def write_json(value: Any) -> str:
    """Return a value as JSON in plain ASCII."""
    return json.dumps(value, separators=(",", ":"))


# Bodies are ours: no white space around them, whole, one value.
_DECODE = json.JSONDecoder().raw_decode

EVENT_COLUMNS = ("process", "event_id", "at", "verb", "body", "source", "confidence", "quote")


def event_values(event: Event) -> dict[str, Any]:
    """Return an event as values for its row."""
    body = {name: _write(value) for name, value in event.facts if name != "at"}
    return {
        "event_id": event.id,
        "at": to_micros(event.at),
        "verb": event.verb,
        "body": write_json(body),
        "source": plain(event.source),
        "source_hash": short_hash(event.source),
        "confidence": event.confidence,
        "quote": plain(event.quote),
    }


def event_of(row: Row) -> Event:
    """Return the event of a row that has `EVENT_COLUMNS`.

    Raises:
        NewerStore: this version does not know such an event.
    """
    _, event_id, micros, verb, body, source, confidence, quote = row
    try:
        at = _EPOCH + timedelta(microseconds=micros)
        values = _DECODE(body)[0]
        for name, value in values.items():
            if not isinstance(value, str):
                values[name] = _read(value)
        event = VERBS[verb](at=at, source=told(source), confidence=confidence, quote=told(quote), **values)
    except (KeyError, TypeError) as error:
        raise NewerStore(
            f'event {event_id} ("{verb}") was written by a newer version of Sincerely; update this one'
        ) from error
    # Cached properties, filled in: a body is the facts, and an id stays what corrections know it as. Working them
    # out again would take as long as all the rest of a sweep.
    event.__dict__.update(id=event_id, facts=(("at", at), *values.items()))
    return event


def _write(value: object) -> object:
    """Mark days and instants, so that what comes back does not depend on what a field is declared as."""
    if isinstance(value, datetime):
        return {"instant": value.astimezone(UTC).isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        if "instant" in value:
            return datetime.fromisoformat(value["instant"])
        return date.fromisoformat(value["day"])
    return value


HEADER_COLUMNS = ("id", "employer", "role", "zone", "country", "via", "consultant")
SUMMARY_COLUMNS = (*HEADER_COLUMNS, "state", "holds", "wake_at", "first_at", "last_at", "events")


def header_values(header: Header) -> dict[str, str]:
    """Return a header as values for its row."""
    return {name: plain(getattr(header, name)) for name in HEADER_COLUMNS}


def header_of(row: Row) -> Header:
    """Return the header of a row that begins with `HEADER_COLUMNS`."""
    return _header(*row[: len(HEADER_COLUMNS)])


# Lists read every header for each page, and hardly ever is one another: made once it also keeps its zone.
@lru_cache(maxsize=1024)
def _header(*texts: str) -> Header:
    return Header(**dict(zip(HEADER_COLUMNS, map(told, texts), strict=True)))


def summary_of(row: Row) -> Summary:
    """Return the summary of a row that has `SUMMARY_COLUMNS`."""
    state, holds, wake_at, first_at, last_at, events = row[len(HEADER_COLUMNS) :]
    return Summary(
        header_of(row),
        state=told(state),
        holds=bool(holds),
        wake_at=maybe_instant(wake_at),
        first_at=maybe_instant(first_at),
        last_at=maybe_instant(last_at),
        events=events,
    )


PAPER_COLUMNS = ("id", "kind", "process", "name", "form", "digest", "lines", "added_at", "removed_at")


def paper_values(paper: Paper) -> dict[str, Any]:
    """Return a CV or posting as values for its row."""
    return {
        "id": plain(paper.id),
        "kind": paper.kind,
        "process": None if paper.process is None else plain(paper.process),
        "name": plain(paper.name),
        "form": paper.form,
        "digest": paper.digest,
        "lines": write_json(list(paper.lines)),
        "added_at": to_micros(paper.added_at),
        "removed_at": maybe_micros(paper.removed_at),
    }


def paper_of(row: Row) -> Paper:
    """Return the CV or posting of a row that has `PAPER_COLUMNS`."""
    values = dict(zip(PAPER_COLUMNS, row, strict=True))
    return Paper(
        id=told(values["id"]),
        kind=values["kind"],
        process=None if values["process"] is None else told(values["process"]),
        name=told(values["name"]),
        form=values["form"],
        digest=values["digest"],
        lines=tuple(json.loads(values["lines"])),
        added_at=from_micros(values["added_at"]),
        removed_at=maybe_instant(values["removed_at"]),
    )


MESSAGE_COLUMNS = (
    "source", "key", "digest", "place", "where", "message_id", "date", "sender", "subject", "sent",
    "kind", "confidence", "process",
)  # fmt: skip


def message_values(message: Message) -> dict[str, Any]:
    """Return a message as values for its row; of one that is not about hiring hardly anything is kept."""
    if message.kind == "other" and message.process is None:
        message = Message(
            source=message.source, key=message.key, digest=message.digest, place=message.place, where=message.where
        )
    return {
        "source": plain(message.source),
        "key": plain(message.key),
        "digest": plain(message.digest),
        "place": plain(message.place),
        "where": plain(message.where),
        "message_id": plain(message.message_id),
        "message_id_hash": short_hash(message.message_id) if message.message_id else None,
        "date": maybe_micros(message.date),
        "sender": plain(message.sender),
        "subject": plain(message.subject),
        "sent": message.sent,
        "kind": plain(message.kind),
        "confidence": message.confidence,
        "process": None if message.process is None else plain(message.process),
    }


def message_of(row: Row) -> Message:
    """Return the message of a row that has `MESSAGE_COLUMNS`."""
    values: Mapping[str, Any] = {
        name: told(value) if isinstance(value, str) else value for name, value in zip(MESSAGE_COLUMNS, row, strict=True)
    }
    return Message(**{**values, "date": maybe_instant(values["date"]), "sent": bool(values["sent"])})
