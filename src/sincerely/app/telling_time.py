"""Time expressions, as the commands print them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sincerely.times import find

from .working_calendars import working_calendar


def mentions(text: str, at: datetime, country: str = "US") -> list[dict[str, Any]]:
    """Return the time expressions of a text, resolved against ``at``, as JSON values.

    Args:
        text: any text.
        at: the reference; without an offset a wall time, and answered likewise.
        country: whose date order and holidays, such as ``DE-BY``.
    """
    calendar = working_calendar(country, "UTC")
    return [
        {
            "quote": found.quote,
            "begin": found.begin,
            "stop": found.stop,
            "start": found.start.isoformat() if found.start else None,
            "end": found.end.isoformat() if found.end else None,
            "grain": found.grain,
        }
        for found in find(text, at, country.partition("-")[0], calendar)
    ]
