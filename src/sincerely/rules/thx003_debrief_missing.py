"""Note what was said while it is fresh.

What
    An interview ended and there is no debrief yet.

Why it matters
    A thank-you that names what you talked about is the one that is remembered, and after a night half of it is
    forgotten. The date by which they want to decide belongs there too.

Options
    ``due``: when it should be noted, from the interview's end.
    ``late``: from when much of it is forgotten.
    ``closes``: after this it would be invented.

Fix
    Opens the debrief form. Safe: it stays with you.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.facts import INTERVIEWS, debriefs, next_interview, open_interviews, say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "THX003"
NAME = "debrief-missing"
NEEDS = INTERVIEWS


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span
    closes: Span


PASS = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 debriefed   dana@acme.example liked="the migration story"
"""
FAIL = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:20 debriefed   dana@acme.example liked="the migration story"
2026-03-05 09:00 scheduled   lee@acme.example start="2026-03-09 10:00" end="2026-03-09 10:45"
2026-03-04 15:00 ! THX003 -
2026-03-09 10:45 ! THX003 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    for interview in open_interviews(process):
        if debriefs(process, interview):
            continue
        following = next_interview(process, interview)
        closes = options.closes.after(interview.end, calendar)
        yield Finding(
            code=CODE,
            opens=interview.end,
            due=options.due.after(interview.end, calendar),
            late=options.late.after(interview.end, calendar),
            closes=closes if following is None else min(closes, following.end),
            message=f"Note what was said in the interview of {say_day(interview.end, calendar)}.",
            evidence=interview.evidence,
            fix=Fix("form", "debrief", "", "Write the debrief"),
        )
