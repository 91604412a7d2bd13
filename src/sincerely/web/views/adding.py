"""What the form for an event by hand shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sincerely.app.processes.adding import Unfit
from sincerely.core.header import Header

GROUPS = (
    (
        "The interview",
        (
            ("interviewed", "The interview took place"),
            ("scheduled", "An interview was fixed"),
            ("cancelled", "An interview was cancelled, or did not take place"),
        ),
    ),
    (
        "They",
        (
            ("promised", "They said when they will decide"),
            ("requested", "They asked for something"),
            ("heard", "They wrote or called"),
            ("offered", "They offered the job"),
            ("rejected", "They said no"),
            ("told-why", "They gave their reason"),
            ("acknowledged", "They confirmed the application"),
            ("assessed", "They invited to a test"),
        ),
    ),
    (
        "You",
        (
            ("applied", "You applied"),
            ("thanked", "You thanked somebody"),
            ("submitted", "You handed something in"),
            ("wrote", "You wrote or called"),
            ("asked-why", "You asked for the reason"),
            ("accepted", "You accepted"),
            ("withdrew", "You withdrew"),
            ("closed", "It ended without an answer"),
        ),
    ),
    (
        "A reference",
        (
            ("asked", "You asked somebody to be your referee"),
            ("agreed", "They agreed"),
            ("declined", "They declined"),
            ("told", "You told them that a call may come"),
            ("briefed", "You sent them the briefing"),
            ("named", "You named them to the employer"),
            ("reminded", "You reminded them"),
            ("thanked-reference", "You thanked them and said how it ended"),
        ),
    ),
)
PURPOSES = (
    ("other", "something else"),
    ("reply", "an answer"),
    ("check-in", "a check-in"),
    ("reschedule", "another time"),
)
CHANNELS = (
    ("email", "by mail"),
    ("phone", "by a call"),
    ("linkedin", "on LinkedIn"),
    ("in-person", "in person"),
    ("other", "otherwise"),
)


def adding_page(
    header: Header, now: datetime, people: Sequence[str], filled: Mapping[str, Any], fault: Unfit | None
) -> dict[str, Any]:
    """Return what the form shows.

    Args:
        header: the process's.
        now: on the employer's clock.
        people: who may be meant.
        filled: what was filled in before.
        fault: what is wrong with it.
    """
    values = {
        "verb": "interviewed",
        "at": now,
        "who": "",
        "by": None,
        "start": None,
        "minutes": 60,
        "asks": False,
        "purpose": "other",
        "channel": "email",
        "words": "",
        **filled,
    }
    return {
        "header": header,
        "groups": GROUPS,
        "purposes": PURPOSES,
        "channels": CHANNELS,
        "people": people,
        "filled": {name: _typed(value) for name, value in values.items()},
        "latest": _typed(now),
        "fault": {"field": fault.field, "words": str(fault)} if fault else None,
    }


def _typed(value: Any) -> Any:
    """Return a value as a form's field takes it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    return "" if value is None else value
