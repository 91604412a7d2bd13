"""What the first run shows: how far the reading is, in numbers that are real, and what was found so far."""

from __future__ import annotations

from typing import Any

from sincerely.app.reading_in import Reading
from sincerely.app.today import Today

_SHOWN = 4
_HEADS = {
    "waiting": "Waiting to read {what}",
    "running": "Reading {what}",
    "done": "{what} was read",
    "stopped": "Reading {what} was stopped",
    "failed": "{what} could not be read",
}


def reading_page(reading: Reading | None, found: Today | None) -> dict[str, Any] | None:
    """Return what is shown of a reading; None where nothing was ever read here."""
    if reading is None:
        return None
    share = min(reading.done / reading.total, 1) if reading.total else None
    head = _HEADS[reading.state].format(what=reading.what)
    return {
        "state": reading.state,
        "running": reading.running,
        "heading": f"T{head[1:]}" if head.startswith("the ") else head,
        "label": reading.label,
        "share": share,
        "percent": f"{share:.0%}" if share is not None else "",
        "numbers": _numbers(reading),
        "first": _first(reading, found),
        "surely": found is not None,
        "notes": reading.notes,
        "why": reading.why,
        "mine": reading.me,
        "calm": reading.state == "done" and found is None,
        "questions": found.questions if found is not None else 0,
        "rested": not reading.running and found is not None and not _first(reading, found),
    }


def _numbers(reading: Reading) -> list[tuple[str, str]]:
    """Return figures with their words."""
    found = [(f"{reading.looked:,}", "looked at")]
    if reading.aside:
        found.append((f"{reading.aside:,}", "may be about hiring"))
    if reading.state == "done":
        found += [(f"{reading.new:,}", "not read before"), (f"{reading.events:,}", "facts found")]
    return found


def _first(reading: Reading, found: Today | None) -> list[tuple[str, str]]:
    """Return what seems to be owed, with to whom."""
    if found is None:
        return list(reading.first)
    lines = (*found.late, *found.due, *found.soon, *found.waiting)[:_SHOWN]
    return [(line.finding.message, line.process.header.employer or line.process.header.id) for line in lines]


def size(count: int) -> str:
    """Return a number of bytes for people."""
    for unit, least in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= least:
            return f"{count / least:,.1f} {unit}" if count < 10 * least else f"{count / least:,.0f} {unit}"
    return f"{count} bytes"
