"""Tell your referees that a call may come, and prepare them.

What
    A referee who agreed has heard nothing about this opening since you were interviewed. Once references are
    requested, or one is named, two lines are not enough: they need the pack.

Why it matters
    A referee who is surprised by a call is irritated and unprepared, and the employer hears both.

Options
    ``due``: when they should know, where the request names no date.

Fix
    Drafts two lines, or after the request the full pack: job, what to stress, when the call may come. At most
    one mail a week to a referee over all your processes: the draft names the day to wait for. Safe: nothing is
    sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import Agreed, Briefed, Named, Told
from sincerely.core.facts import (
    last_mail_to,
    not_called_any_more,
    open_interviews,
    references_request,
    say_day,
    say_time,
    settled,
)
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

from .hand_in import HandInOptions, due_of

CODE = "REF002"
NAME = "reference-unbriefed"
NEEDS = frozenset({Agreed})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    apart: Span


PASS = """
2026-02-20 15:00 agreed      kim@uni.example
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 told        kim@uni.example
2026-03-20 15:00 declined    kim@uni.example
2026-03-21 15:00 requested   references
"""
FAIL = """
2026-02-20 15:00 agreed      kim@uni.example
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 16:00 told        kim@uni.example
2026-03-05 09:00 agreed      ola@lab.example
2026-03-05 10:00 briefed     ola@lab.example
2026-03-06 11:00 requested   references            # two lines are no longer enough for Kim
2026-03-06 15:00 briefed     kim@uni.example
2026-03-04 15:00 ! REF002 kim@uni.example
2026-03-05 09:00 ! REF002 ola@lab.example
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    request = references_request(process)
    if request is not None and settled(process, request):
        request = None
    starts = [i.end for i in open_interviews(process)[:1]] + ([request.at] if request else [])
    if process.outcome is not None or not starts:
        return
    if not_called_any_more(process, min(starts)):
        return
    in_full = request is not None or bool(process.all(Named))
    for who in process.agreed:
        if bool(process.concerning(Briefed, who)) or (not in_full and bool(process.concerning(Told, who))):
            continue
        agreed = process.consent[who]
        opens = max(agreed.at, min(starts))
        due = options.due.after(opens, calendar)
        if request is not None:
            due = due_of(request, policy.of("ASK001", HandInOptions), calendar)
        last = None if in_full else last_mail_to(process, who)
        wait = options.apart.after(last, calendar) if last else None
        what = "the full briefing for this opening" if in_full else "two lines that a call may come"
        yield Finding(
            code=CODE,
            who=who,
            opens=opens,
            due=due,
            late=due,
            message=f"Send {who} {what}, by {say_time(due, calendar)}."
            + (_pause(last, wait, due, calendar) if last and wait and wait > opens else ""),
            evidence=(agreed, *((request,) if request else ())),
            fix=Fix("draft", "briefing" if in_full else "heads-up", who, "Write to your referee", wait),
        )


def _pause(last: datetime, wait: datetime, due: datetime, calendar: WorkingCalendar) -> str:
    how = (
        f"call them, or write on {say_day(wait, calendar)}"
        if wait > due
        else f"write from {say_day(wait, calendar)} on"
    )
    return f" They had a mail on {say_day(last, calendar)}, and one a week is enough: {how}."
