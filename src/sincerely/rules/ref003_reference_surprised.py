"""Reach a referee before the employer does.

What
    Somebody was named to the employer who had not agreed, or not been briefed. Who declined since, or before,
    must be withdrawn. After an offer that speaks of no references nobody is called any more.

Why it matters
    The employer may call today. A referee who hears from you first can still help.

Options
    ``due``: when they should have heard from you, from the naming.
    ``late``: from when the employer may have been quicker.
    ``closes``: after the outcome, when no call comes any more.

Fix
    Call them today, in their working hours; a mail that asks for the call, with the briefing, is drafted. Who
    declined: a mail to the employer that withdraws the name. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Declined, Named
from sincerely.core.facts import not_called_any_more, ready, say_time, settled
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "REF003"
NAME = "reference-surprised"
NEEDS = frozenset({Named})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span
    closes: Span


PASS = """
2026-03-05 11:00 asked       kim@uni.example
2026-03-05 15:00 agreed      kim@uni.example
2026-03-05 16:00 briefed     kim@uni.example
2026-03-06 09:05 named       kim@uni.example
"""
FAIL = """
2026-03-05 15:00 agreed      kim@uni.example
2026-03-06 09:05 named       kim@uni.example, jo@firm.example
2026-03-06 10:00 briefed     kim@uni.example
2026-03-06 09:05 ! REF003 kim@uni.example
2026-03-06 09:05 ! REF003 jo@firm.example
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    seen: set[tuple[str, bool]] = set()
    for naming in process.all(Named):
        # Who offers has asked whom they wanted to ask, unless the offer or a request speaks of references.
        if not_called_any_more(process, naming.at):
            continue
        for who in naming.who:
            over = settled(process, naming)
            if (who, over) in seen or ready(process, who, naming.at):
                continue
            seen.add((who, over))
            if ready(process, who):
                continue
            options = policy.of(CODE, Options)
            declined = isinstance(process.consent.get(who), Declined)
            due = options.due.after(naming.at, calendar)
            ended = process.ended_before if over else process.outcome and process.outcome.at
            yield Finding(
                code=CODE,
                who=who,
                opens=naming.at,
                due=due,
                late=options.late.after(naming.at, calendar),
                closes=options.closes.after(ended, calendar) if ended else None,
                message=f"{who} declined and is still named. Withdraw the name by {say_time(due, calendar)}."
                if declined
                else f"{who} was named without knowing enough. Call them by {say_time(due, calendar)}.",
                evidence=(naming,),
                fix=Fix("draft", "withdraw-reference", process.addressee, "Withdraw the name")
                if declined
                else Fix("call", "briefing", who, "Write, then call"),
            )
