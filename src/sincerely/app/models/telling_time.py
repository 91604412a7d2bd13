"""Time expressions, as the commands print them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sincerely.app.today.working_calendars import working_calendar
from sincerely.reading.hours.spoken_times import spoken_times
from sincerely.times import TimeMention


def times_in(text: str, at: datetime, country: str = "US") -> list[TimeMention]:
    """Return the time expressions of a text in any language that is read, resolved against ``at``.

    Args:
        text: any text.
        at: the reference; without an offset a wall time, and answered likewise.
        country: whose date order and holidays, such as ``DE-BY``, and in doubt whose language.
    """
    return spoken_times(text, at, country.partition("-")[0], working_calendar(country, "UTC"))


def mentions(text: str, at: datetime, country: str = "US") -> list[dict[str, Any]]:
    """Return the same as JSON values."""
    return [
        {
            "quote": one.quote,
            "begin": one.begin,
            "stop": one.stop,
            "start": one.start.isoformat() if one.start else None,
            "end": one.end.isoformat() if one.end else None,
            "grain": one.grain,
        }
        for one in times_in(text, at, country)
    ]
