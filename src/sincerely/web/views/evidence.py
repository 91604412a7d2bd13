"""What an event's evidence shows."""

from __future__ import annotations

from typing import Any

from sincerely.app.mail_in.evidence import Evidence
from sincerely.app.today.wording import headline, moment
from sincerely.core.events import Event
from sincerely.core.process import Process


def evidence_page(process: Process, event: Event, found: Evidence | None, note: str) -> dict[str, Any]:
    """Return what an event's evidence shows: the sentence, in its mail."""
    zone = process.header.tz
    return {
        "header": process.header,
        "words": headline(event, process.header),
        "when": moment(event.at, zone),
        "sure": f"{event.confidence:.0%} sure" if event.confidence < 1 else "",
        "quote": event.quote,
        "event_id": event.id,
        "mail": found,
        "note": note,
    }
