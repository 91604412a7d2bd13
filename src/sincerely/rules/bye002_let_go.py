"""No reason came. Let it go.

What
    You asked why and nobody answered.

Why it matters
    Many firms forbid their people to answer. A second request asks somebody to break a rule for you.

Options
    ``opens``: how long an answer may take.

Fix
    Closes the process. There is no second request, ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import AskedWhy, Closed, Heard, Rejected, ToldWhy
from sincerely.core.facts import say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "BYE002"
NAME = "let-go"
NEEDS = frozenset({AskedWhy})


@dataclass(frozen=True)
class Options:
    """See above."""

    opens: Span


PASS = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
2026-03-21 10:00 asked-why   dana@acme.example
2026-03-23 09:00 told-why    dana@acme.example
"""
FAIL = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
2026-03-21 10:00 asked-why   dana@acme.example
2026-04-02 10:00 closed
2026-03-27 10:00 ! BYE002 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    asked = process.last(AskedWhy)
    if asked is None or not isinstance(process.outcome, Rejected):
        return
    if any(e.at >= asked.at for kind in (ToldWhy, Heard, Closed) for e in process.all(kind)):
        return
    opens = policy.of(CODE, Options).opens.after(asked.at, calendar)
    yield Finding(
        code=CODE,
        opens=opens,
        message=f"You asked on {say_day(asked.at, calendar)} and no answer came. Let it go; don't ask again.",
        evidence=(asked,),
        fix=Fix("close", "silent", "", "Close this"),
    )
