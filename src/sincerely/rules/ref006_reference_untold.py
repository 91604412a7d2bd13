"""Thank your referees and tell them how it ended.

What
    The process has an outcome, and a referee whom you named has not been thanked and told.

Why it matters
    They gave their name for you. Who hears how it ended will do it again.

Options
    ``due``: when they should know, from the outcome.
    ``late``: from when they will have wondered.
    ``closes``: after this it would only remind them that it was forgotten.

Fix
    Drafts a short note. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Named, ThankedReference
from sincerely.core.facts import say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "REF006"
NAME = "reference-untold"
NEEDS = frozenset({Named})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span
    closes: Span


PASS = """
2026-03-06 09:05 named       kim@uni.example
2026-03-20 09:00 accepted
2026-03-20 09:00 thanked-reference kim@uni.example
"""
FAIL = """
2026-03-06 09:05 named       kim@uni.example, ola@lab.example
2026-03-20 09:00 rejected
2026-03-20 15:00 thanked-reference ola@lab.example
2026-03-20 09:00 ! REF006 kim@uni.example
2026-03-20 09:00 ! REF006 ola@lab.example
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    outcome = process.outcome
    if outcome is None:
        return
    options = policy.of(CODE, Options)
    for who in dict.fromkeys(who for naming in process.all(Named) for who in naming.who):
        if process.concerning(ThankedReference, who, outcome.at):
            continue
        due = options.due.after(outcome.at, calendar)
        yield Finding(
            code=CODE,
            who=who,
            opens=outcome.at,
            due=due,
            late=options.late.after(outcome.at, calendar),
            closes=options.closes.after(outcome.at, calendar),
            message=f"Thank {who} and say how it ended, by {say_day(due, calendar)}.",
            evidence=(outcome, *process.concerning(Named, who)[-1:]),
            fix=Fix("draft", "reference-outcome", who, "Write to your referee"),
        )
