"""An opening that fits you.

What
    An opening was found whose fit is above your threshold. The score and its reasons are shown.

Why it matters
    The best answer to a no, and to a silence, is the next opening that fits.

Options
    ``threshold``: from which fit on (0 to 1) you want to hear of it.

Fix
    Shows why it fits and what is missing, and starts a process. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import Found, Started
from sincerely.core.facts import say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "FIT001"
NAME = "opening-fits"
NEEDS = frozenset({Found})


@dataclass(frozen=True)
class Options:
    """See above."""

    threshold: float


PASS = """
2026-03-20 09:00 found       op-17 score=0.41 title="Warehouse lead"
2026-03-20 09:00 found       op-18 score=0.83 title="Data analyst"
2026-03-20 09:00 started     op-18
"""
FAIL = """
2026-03-20 09:00 found       op-19 score=0.83 title="Data analyst" ends=2026-04-03
2026-03-20 09:00 ! FIT001 op-19
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    threshold = policy.of(CODE, Options).threshold
    started = {opening for event in process.all(Started) for opening in event.who}
    seen: set[str] = set()
    for found in process.all(Found):
        opening = found.first
        if opening in started or opening in seen or (found.score or 0) <= threshold:
            continue
        seen.add(opening)
        ends = found.ends
        closes = ends if ends is None or isinstance(ends, datetime) else calendar.end_of(ends)
        until = f", open until {say_day(found.ends, calendar)}" if found.ends else ""
        yield Finding(
            code=CODE,
            who=opening,
            opens=found.at,
            closes=closes,
            message=f"{found.title or opening} fits you: {found.score or 0:.0%}{until}.",
            evidence=(found,),
            fix=Fix("start", "process", "", "See why, and start"),
        )
