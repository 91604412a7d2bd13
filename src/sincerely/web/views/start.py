"""What the first run shows: how far the reading is, in numbers that are real, and what was found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sincerely.app.mail_in.reading_in import Reading
from sincerely.app.today.reporting import Line
from sincerely.app.today.today import Today
from sincerely.web.actions import Action, Serves, action_of

from .naming import named

_SHOWN = 4
_HEADS = {
    "waiting": "Waiting to read {what}",
    "running": "Reading {what}",
    "done": "{what} was read",
    "stopped": "Reading {what} was stopped",
    "failed": "{what} could not be read",
}


@dataclass(frozen=True)
class First:
    """One of the first things to do.

    Attributes:
        words: what.
        who: at which employer.
        action: what does it; None while that is not sure.
    """

    words: str
    who: str
    action: Action | None = None


def reading_page(reading: Reading | None, found: Today | None, serves: Serves) -> dict[str, Any] | None:
    """Return what is shown of a reading; None where nothing was ever read here.

    Args:
        reading: how far it is.
        found: what is owed by all that was read; None where nothing is about hiring.
        serves: whether pages are served whose addresses begin like this.
    """
    if reading is None:
        return None
    share = min(reading.done / reading.total, 1) if reading.total else None
    first = _first(reading, found, serves)
    head = _HEADS[reading.state].format(what=reading.what)
    return {
        "state": reading.state,
        "running": reading.running,
        "heading": f"T{head[1:]}" if head.startswith("the ") else head,
        "label": reading.label,
        "share": share,
        "percent": f"{share:.0%}" if share is not None else "",
        "numbers": _numbers(reading),
        "first": first,
        "surely": found is not None,
        "notes": reading.notes,
        "why": reading.why,
        "mine": reading.me,
        "calm": reading.state == "done" and found is None,
        "questions": found.questions if found is not None else 0,
        "rested": not reading.running and found is not None and not first,
    }


def _numbers(reading: Reading) -> list[tuple[str, str]]:
    """Return figures with their words."""
    found = [(f"{reading.looked:,}", "looked at")]
    if reading.aside:
        found.append((f"{reading.aside:,}", "may be about hiring"))
    if reading.state == "done":
        found += [(f"{reading.new:,}", "not read before"), (f"{reading.events:,}", "facts found")]
    return found


def _first(reading: Reading, found: Today | None, serves: Serves) -> list[First]:
    """Return what to do first: thanks, then what is due nearest to now, from as many processes as there are."""
    if found is None:
        return [First(words, who) for words, who in reading.first]
    near = sorted((*found.late, *found.due, *found.soon), key=lambda line: _away(line, found.now))
    lines = [*_one_each(near), *found.waiting][:_SHOWN]
    return [
        First(
            named(line.finding.message), line.process.header.employer or line.process.header.id, action_of(line, serves)
        )
        for line in lines
    ]


def _away(line: Line, now: datetime) -> tuple[bool, timedelta]:
    """Return how far away a line is; thanks come first, which lose their worth by the hour."""
    return line.finding.code != "THX001", abs((line.finding.due or line.finding.opens) - now)


def _one_each(lines: Sequence[Line]) -> list[Line]:
    """Return lines with each process's first before any second one."""
    heads: dict[str, Line] = {}
    for line in lines:
        heads.setdefault(line.process.header.id, line)
    return [*heads.values(), *(line for line in lines if heads[line.process.header.id] is not line)]


def size(count: int) -> str:
    """Return a number of bytes for people."""
    for unit, least in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= least:
            return f"{count / least:,.1f} {unit}" if count < 10 * least else f"{count / least:,.0f} {unit}"
    return f"{count} bytes"
