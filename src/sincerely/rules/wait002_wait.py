"""Wait. Nothing is owed, and a mail now would be one too many.

What
    You were interviewed, no further interview is fixed, and the day for a check-in has not come.

Why it matters
    Daily mails and calls take people out of the running. Who knows until when to wait can let it rest.

Options
    None of its own: WAIT003 and WAIT005 say when it ends.

Fix
    None: don't chase. The message says until when, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.asking import doubted
from sincerely.core.facts import INTERVIEWS, day_of, earliest, say_day
from sincerely.core.finding import Finding
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.waiting import waiting
from sincerely.core.working_time import WorkingCalendar

CODE = "WAIT002"
NAME = "wait"
NEEDS = INTERVIEWS


@dataclass(frozen=True)
class Options:
    """None of its own."""


PASS = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 offered     by=2026-03-13
"""
FAIL = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised    by=2026-03-13 quote="by the end of next week"
2026-03-17 09:30 wrote       dana@acme.example purpose=check-in
2026-03-04 15:00 ! WAIT002 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    last, wait = process.last_interview, waiting(process, policy, calendar)
    if last is None or wait is None or last in doubted(process):
        return
    until = earliest(wait.check_in, wait.let_go)
    if until is None or until <= last.end:
        return
    promise = wait.promise
    if promise is not None and promise.by is not None:
        said = f"They said by {say_day(promise.by, calendar)}. "
    else:
        said = f"The interview was on {say_day(last.end, calendar)}, and no date was named. "
    ends = "Write" if until == wait.check_in else "Let it go"
    tail = " at the earliest." if until == wait.check_in else "; no further check-in before."
    if wait.away is not None and wait.away.back is not None and until == wait.check_in:
        who, back = wait.away.first, day_of(wait.away.back, calendar)
        said += f"{who} is away, and back on {say_day(back, calendar)}. "
    yield Finding(
        code=CODE,
        opens=last.end,
        closes=until,
        message=f"{said}Don't chase. {ends} on {say_day(until, calendar)}{tail}",
        evidence=wait.reasons or last.evidence,
    )
