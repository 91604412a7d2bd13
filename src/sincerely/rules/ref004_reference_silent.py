"""Remind a silent referee once, then ask somebody else.

What
    Somebody was asked to be a referee and has not answered.

Why it matters
    Silence is often a polite no. A second reminder costs goodwill; a second person costs nothing.

Options
    ``opens``: how long an answer may take.
    ``due``: by when to do something about it.
    ``needed``: see REF001: with enough others nothing needs doing.

Fix
    Drafts one reminder; after that, the request to somebody else. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Agreed, Asked, Reminded
from sincerely.core.facts import referees_needed, say_day, settled
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

from .ref001_references_short import Options as References

CODE = "REF004"
NAME = "reference-silent"
NEEDS = frozenset({Asked})


@dataclass(frozen=True)
class Options:
    """See above."""

    opens: Span
    due: Span


PASS = """
2026-03-05 11:00 asked       kim@uni.example
2026-03-06 15:00 agreed      kim@uni.example
2026-03-05 11:00 asked       jo@firm.example
2026-03-09 10:00 declined    jo@firm.example
"""
FAIL = """
2026-03-05 11:00 asked       kim@uni.example
2026-03-09 11:00 ! REF004 kim@uni.example
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    if process.outcome is not None:
        return
    options = policy.of(CODE, Options)
    if len(process.agreed) >= referees_needed(process, policy.of("REF001", References).needed):
        return
    for who in dict.fromkeys(who for asked in process.all(Asked) for who in asked.who):
        asked = process.concerning(Asked, who)[-1]
        if settled(process, asked):
            continue
        answer = process.consent.get(who)
        if answer is not None and (isinstance(answer, Agreed) or answer.at >= asked.at):
            continue
        due = options.due.after(asked.at, calendar)
        reminded = bool(process.concerning(Reminded, who, asked.at))
        yield Finding(
            code=CODE,
            who=who,
            opens=options.opens.after(asked.at, calendar),
            due=due,
            late=due,
            message=f"{who}, asked on {say_day(asked.at, calendar)}, has not answered. "
            + ("Ask somebody else." if reminded else f"Remind them once, by {say_day(due, calendar)}."),
            evidence=(asked,),
            fix=Fix("draft", "reference-request", "", "Ask somebody else")
            if reminded
            else Fix("draft", "reference-reminder", who, "Write the reminder"),
        )
