"""A reading as the commands print it."""

from __future__ import annotations

from typing import Any

from sincerely.core.events import field_names

from .automatic import Automatic
from .letters.language import language_of
from .reader import Reading
from .statements.scene import Found


def as_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as the command `sincerely read --json` prints it, without the path."""
    letter = reading.letter
    return {
        "message_id": letter.message_id,
        "date": letter.date.isoformat() if letter.date else None,
        "from": letter.from_.address,
        "to": [address.address for address in letter.to if address.address],
        "subject": letter.subject,
        "reply": reading.reply,
        "signature": reading.signature,
        "language": language_of(f"{letter.subject}\n{reading.reply or letter.text}"),
        "kind": reading.kind,
        "confidence": round(reading.confidence, 3),
        "company": reading.house,
        "role": reading.role,
        "events": [_event_json(found) for found in reading.events],
        "questions": [_event_json(found) for found in reading.questions],
        **_automatic_json(reading.automatic),
    }


def _automatic_json(told: Automatic | None) -> dict[str, Any]:
    """Return what a program says of the candidate's own mail; nothing for any other mail."""
    if told is None:
        return {}
    shown: dict[str, Any] = {}
    if told.bounce is not None:
        shown["returned"] = {
            "message_ids": list(told.bounce.original.ids),
            "subject": told.bounce.original.subject,
            "recipients": [vars(one) for one in told.bounce.recipients],
        }
    if told.away is not None:
        back = told.away.back
        shown["away"] = {"who": told.sender, "back": back and back.isoformat(), "quote": told.away.quote}
    return shown


def _event_json(found: Found) -> dict[str, Any]:
    event = found.event
    shown: dict[str, Any] = {"event": event.verb, "at": event.at.isoformat(), "who": list(event.who)}
    if event.takes == "item":
        shown["item"] = shown.pop("who")[0] if event.who else ""
    for name in field_names(type(event)):
        value = getattr(event, name)
        if name in {"at", "who", "source", "quote", "confidence"} or value in (None, "", ()):
            continue
        shown[name] = value.isoformat() if hasattr(value, "isoformat") else value
    return {
        **shown,
        "quote": event.quote,
        "begin": found.begin,
        "stop": found.stop,
        "confidence": round(event.confidence, 3),
    }
