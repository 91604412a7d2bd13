"""It is night there.

What
    Where the employer is, it is between nine in the evening and seven in the morning. A check-in also waits for
    their business hours. What is due before they open goes out in time all the same.

Why it matters
    A mail at two in the morning says something about you that you did not mean to say.

Options
    ``quiet_from``, ``quiet_until``: the hours, on the employer's clock.

Fix
    It waits until seven, a check-in until the next working morning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sincerely.core.facts import say_time
from sincerely.core.working_time import CLOSES, OPENS, WorkingCalendar

from .case import Case
from .dues import due
from .verdict import Mark, Weight

CODE = "OUT012"
NAME = "quiet-hours"
WEIGHT = Weight.HOLD


@dataclass(frozen=True)
class Options:
    """See above."""

    quiet_from: int
    quiet_until: int


PASS = """
at 2026-03-05 08:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for the interview yesterday.

Best,
Robin
"""
FAIL = """
at 2026-03-05 02:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for the interview yesterday.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find a message that would arrive at night, or a check-in out of hours."""
    calendar = case.desk.calendar
    if case.process is None or calendar is None or case.message.public:
        return
    options = case.desk.policy.of(CODE, Options)
    until = _business(case.now, calendar) if case.reading.nudges else _morning(case.now, options, calendar)
    if until <= case.now:
        return
    by = due(case)
    if by is not None and by < until:
        return
    yield Mark(
        message=f"It is {calendar.local(case.now):%H:%M} on {calendar.local(case.now):%A} there. "
        f"It reads better from {say_time(until, calendar)} on.",
        proposal=f"Hold it until {say_time(until, calendar)}.",
        not_before=until,
    )


def _morning(now: datetime, options: Options, calendar: WorkingCalendar) -> datetime:
    """Return when the night is over; the instant itself by day."""
    there = calendar.local(now)
    begins, ends = time(options.quiet_from % 24), time(options.quiet_until % 24)
    if ends <= there.time() < begins:
        return now
    day = there.date() + timedelta(days=1) if there.time() >= begins else there.date()
    return max(now, calendar.at(day, ends))


def _business(now: datetime, calendar: WorkingCalendar) -> datetime:
    """Return when they work again; the instant itself in their working hours."""
    there = calendar.local(now)
    day = there.date()
    if calendar.is_business_day(day):
        if OPENS <= there.time() < CLOSES:
            return now
        if there.time() < OPENS:
            return calendar.opening(day)
    return calendar.opening(calendar.business_day_after(day, 1))
