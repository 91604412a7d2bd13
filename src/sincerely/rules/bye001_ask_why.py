"""After a no, ask once whether there was a specific reason.

What
    They said no after an interview and gave no reason; somebody's address is known; you have not asked.

Why it matters
    One polite question sometimes gets the most useful sentence of the whole search, and leaves a good memory.
    Take a day first: what is written in the first hour is written in the first anger.

Options
    ``opens``: the time to cool off, from the rejection.
    ``due``: by when it is best asked.
    ``closes``: after this they would have to look it up.

Fix
    Drafts thanks and one question. Safe: nothing is sent. It is asked once, never a second time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import AskedWhy, Rejected, ToldWhy
from sincerely.core.facts import people_known, say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.people import is_person
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "BYE001"
NAME = "ask-why"
NEEDS = frozenset({Rejected})


@dataclass(frozen=True)
class Options:
    """See above."""

    opens: Span
    due: Span
    closes: Span


PASS = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected    reason="somebody with more experience in retail"
"""
FAIL = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
2026-03-21 09:00 ! BYE001 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    no = process.outcome
    if not isinstance(no, Rejected) or no.reason or process.all(AskedWhy):
        return
    after_interview = any(i.end <= no.at for i in process.interviews)
    people = [who for who in people_known(process) if is_person(who)]
    if not after_interview or not people or any(t.at >= no.at for t in process.all(ToldWhy)):
        return
    options = policy.of(CODE, Options)
    opens = options.opens.after(no.at, calendar)
    closes = options.closes.after(no.at, calendar)
    yield Finding(
        code=CODE,
        opens=opens,
        due=options.due.after(no.at, calendar),
        closes=closes,
        message=f"If you like, ask once whether there was a specific reason, until {say_day(closes, calendar)}.",
        evidence=(no,),
        fix=Fix("draft", "ask-why", process.addressee or people[0], "Write one polite question"),
    )
