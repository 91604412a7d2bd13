"""Spare a referee who is named too often.

What
    Somebody was named in more than three processes within thirty days.

Why it matters
    Every call costs a referee half an hour. By the fifth the praise is shorter.

Options
    ``at_most``: in how many processes somebody may be named.
    ``within``: within how many days.

Fix
    Choose another referee for this one. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import Named
from sincerely.core.facts import say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "REF005"
NAME = "reference-worn"
NEEDS = frozenset({Named})


@dataclass(frozen=True)
class Options:
    """See above."""

    at_most: int
    within: Span


PASS = """
process one employer="One Ltd" zone=America/New_York country=US
2026-03-02 09:00 named kim@uni.example
2026-03-02 10:00 named kim@uni.example
2026-03-03 09:00 named kim@uni.example
process two employer="Two Ltd" zone=America/New_York country=US
2026-03-02 09:00 named kim@uni.example
process three employer="Three Ltd" zone=America/New_York country=US
2026-04-02 09:00 named kim@uni.example
process four employer="Four Ltd" zone=America/New_York country=US
2026-04-03 09:00 named kim@uni.example
"""
FAIL = """
process four employer="Four Ltd" zone=America/New_York country=US
2026-03-20 09:00 named kim@uni.example
2026-03-20 09:00 ! REF005 kim@uni.example
process one employer="One Ltd" zone=America/New_York country=US
2026-03-02 09:00 named kim@uni.example
2026-03-20 09:00 ! REF005 kim@uni.example
process two employer="Two Ltd" zone=America/New_York country=US
2026-03-06 09:00 named kim@uni.example
2026-03-20 09:00 ! REF005 kim@uni.example
process three employer="Three Ltd" zone=America/New_York country=US
2026-03-09 09:00 named kim@uni.example
2026-03-20 09:00 ! REF005 kim@uni.example
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    for who in dict.fromkeys(who for naming in process.all(Named) for who in naming.who):
        elsewhere = [o for o in process.outside if isinstance(o.event, Named) and who in o.event.who]
        if len({process.header.id, *[o.process for o in elsewhere]}) <= options.at_most:
            continue
        here = process.concerning(Named, who)
        namings = [(n.at, process.header.id) for n in here] + [(o.event.at, o.process) for o in elsewhere]
        spans = [(at, options.within.after(at, calendar), name) for at, name in sorted(namings)]
        for opens, closes in _worn(spans, options.at_most):
            if not any(at < closes and opens < until for at, until, name in spans if name == process.header.id):
                continue
            yield Finding(
                code=CODE,
                who=who,
                opens=opens,
                closes=closes,
                message=f"{who} is named in more than {options.at_most} processes. "
                f"Choose somebody else until {say_day(closes, calendar)}.",
                evidence=here,
                fix=Fix("form", "choose-referee", "", "Choose another referee"),
            )


def _worn(spans: list[tuple[datetime, datetime, str]], at_most: int) -> Iterator[tuple[datetime, datetime]]:
    """Yield the stretches in which more than ``at_most`` different processes count."""
    begun: datetime | None = None
    for edge in sorted({edge for at, until, _ in spans for edge in (at, until)}):
        worn = len({name for at, until, name in spans if at <= edge < until}) > at_most
        if worn and begun is None:
            begun = edge
        elif not worn and begun is not None:
            yield begun, edge
            begun = None
