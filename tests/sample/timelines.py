"""The truth of the tables in the timeline notation, as of an opening: ``sincerely check`` reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from sincerely.core.events import Deadline, Event
from sincerely.core.header import Header
from sincerely.core.timeline import Expectation, format_timeline
from sincerely.core.verbs import VERBS

from .openings import letters, moment, table

PLACES: Final = {
    "ny": ("America/New_York", "US"),
    "chicago": ("America/Chicago", "US"),
    "london": ("Europe/London", "GB-ENG"),
    "berlin": ("Europe/Berlin", "DE-HH"),
}


def told(now: datetime) -> str:
    """Return all processes of the sample, their events, and what is expected at ``now``, in the notation."""
    events = events_by_process(now)
    return "\n".join(
        format_timeline(
            header(name, process),
            events[name],
            [Expectation(now, finding["code"], finding["who"], 0) for finding in process["findings"]],
        )
        for name, process in table("story.toml").items()
    )


def header(name: str, process: dict[str, Any]) -> Header:
    """Return what a process of story.toml is about."""
    zone, country = PLACES[process["place"]]
    return Header(
        id=name,
        employer=process["employer"],
        role=process["role"],
        zone=zone,
        country=country,
        via=process.get("via", "direct"),
        consultant=process.get("consultant", ""),
    )


def events_by_process(now: datetime) -> dict[str, list[Event]]:
    """Return the events of expected.toml at an opening, oldest first."""
    story, expected = table("story.toml"), table("expected.toml")
    found: dict[str, list[Event]] = defaultdict(list)
    for name, letter in letters(now).items():
        for row in expected[name]["events"]:
            process = row.get("process", expected[name]["process"])
            found[process].append(event(row, story[process]["place"], letter.written, now))
    for events in found.values():
        events.sort(key=lambda one: one.at)
    return found


def event(row: dict[str, Any], place: str, written: datetime, now: datetime) -> Event:
    """Make an event of a row of expected.toml."""
    facts = {key: value for key, value in row.items() if key not in {"verb", "process", "item", "who"}}
    for key in {"start", "end"} & facts.keys():
        facts[key] = moment(facts[key], place, now)
    if "by" in facts:
        facts["by"] = _deadline(facts["by"], place, written, now)
    who: Iterable[str] = [row["item"]] if "item" in row else row.get("who", ())
    return VERBS[row["verb"]](at=written.replace(second=0), who=tuple(who), **facts)


def _deadline(expression: str, place: str, written: datetime, now: datetime) -> Deadline:
    at = moment(expression, place, now, written)
    return at if ":" in expression else date(at.year, at.month, at.day)
