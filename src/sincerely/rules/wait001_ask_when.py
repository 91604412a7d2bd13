"""Ask when you may expect to hear.

What
    An interview is near or just over, and no date is known by which they want to decide. A date promised before
    this interview does not count: it was about the round before. Where it lies after the interview, the question is
    whether it still holds.

Why it matters
    The date ends the guessing. With it, waiting is easy and a check-in is welcome; without it every day is too
    early or too late.

Options
    ``before``: how long before the interview this becomes a question to take along.
    ``closes``: after this the date is better asked in a check-in.

Fix
    One question for the interview; then one line for the thank-you note. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Promised, Thanked
from sincerely.core.facts import INTERVIEWS, interviewers, next_interview, open_interviews, say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.people import is_same_person
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.waiting import named_before
from sincerely.core.working_time import WorkingCalendar

CODE = "WAIT001"
NAME = "ask-when"
NEEDS = INTERVIEWS


@dataclass(frozen=True)
class Options:
    """See above."""

    before: Span
    closes: Span


PASS = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-03 13:00 promised    by=2026-03-03 quote="more tonight"
2026-03-03 14:00 cancelled   dana@acme.example
2026-03-04 15:00 interviewed "Lee Park"
2026-03-04 15:00 thanked     lpark@acme.example
"""
FAIL = """
2026-02-20 09:00 promised    by=2026-02-27
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised    by=2026-03-13
2026-03-16 09:00 scheduled   dana@acme.example start="2026-03-18 14:00" end="2026-03-18 15:00"
2026-03-18 17:00 thanked     dana@acme.example
2026-03-03 14:00 ! WAIT001 -
2026-03-17 14:00 ! WAIT001 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    for interview in open_interviews(process):
        if any(p.by is not None and p.at >= interview.start for p in process.all(Promised)):
            continue
        thanked = [who for thanks in process.all(Thanked) if thanks.at >= interview.start for who in thanks.who]
        if not set(interview.people).isdisjoint(thanked) or any(
            is_same_person(who, address, interview.people)
            for who in interviewers(process, interview)
            for address in thanked
        ):
            continue
        closes = options.closes.after(interview.end, calendar)
        following = next_interview(process, interview)
        if following is not None:
            closes = min(closes, options.before.before(following.start))
        day = say_day(interview.start, calendar)
        message = f"Ask in the interview of {day} when you may expect to hear; afterwards, in the thank-you."
        early = named_before(process, interview, calendar)
        if early is not None and early.by is not None:
            said = say_day(early.by, calendar)
            message = (
                f"Before the interview of {day} they named {said}. Ask there whether it still holds; "
                "afterwards, wait for that day."
            )
        yield Finding(
            code=CODE,
            opens=options.before.before(interview.start),
            due=interview.end,
            closes=closes,
            message=message,
            evidence=interview.evidence if early is None else (*interview.evidence, early),
            fix=Fix("form", "ask-when", process.addressee, "Take the question along"),
        )
