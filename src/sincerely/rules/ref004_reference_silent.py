"""Remind a silent referee once, then ask somebody else.

What
    Somebody was asked to be a referee and has not answered. Who is away, as their out-of-office says, has time from the
    day on which they are back; who stays away for more than a month is not waited for.

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
from datetime import timedelta

from sincerely.core.events import Agreed, Asked, Prefers, Reminded
from sincerely.core.facts import day_of, referees_needed, say_day, settled
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

from .ref001_references_short import Options as References

CODE = "REF004"
# Whoever is away for longer is replaced, not waited for.
_A_MONTH = timedelta(days=31)
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
        away = _away(process, who, asked, calendar)
        since = asked.at if away is None or away.back is None else calendar.opening(day_of(away.back, calendar))
        due = options.due.after(since, calendar)
        reminded = bool(process.concerning(Reminded, who, asked.at))
        yield Finding(
            code=CODE,
            who=who,
            opens=options.opens.after(since, calendar),
            due=due,
            late=due,
            message=f"{who}, asked on {say_day(asked.at, calendar)}, has not answered. "
            + ("Ask somebody else." if reminded else f"Remind them once, by {say_day(due, calendar)}."),
            evidence=(asked,) if away is None else (asked, away),
            fix=Fix("draft", "reference-request", "", "Ask somebody else")
            if reminded
            else Fix("draft", "reference-reminder", who, "Write the reminder"),
        )


def _away(process: Process, who: str, asked: Asked, calendar: WorkingCalendar) -> Prefers | None:
    """Return the latest word that somebody is away until after they were asked: they can't answer before."""
    return next(
        (
            wish
            for wish in reversed(process.all(Prefers))
            if wish.back is not None
            and who in wish.who
            and timedelta(0) < day_of(wish.back, calendar) - calendar.day(asked.at) <= _A_MONTH
        ),
        None,
    )
