"""Let it go.

What
    Both check-ins are used and a month has passed; or six weeks have passed, whatever was sent. Never before a
    date that they named is well over.

Why it matters
    Some employers never answer. That says nothing about you, and a third mail changes nothing. The next opening
    deserves the energy.

Options
    ``silent``: how long after their last word or the interview.
    ``silent_after_check_ins``: the same where both check-ins are used.
    ``after_check_in``: how long the last check-in may take to be answered.
    ``after_promise``: how long after a date that they named.
    ``after_return``: how long after the return of the one to be written to, if an out-of-office said that they would
    be back by then. Who is away for longer is not waited for.

Fix
    Closes the process as silent, in one line that can be undone. If they write after all, it opens again.
"""

from __future__ import annotations

from collections.abc import Iterator

from sincerely.core.events import Closed
from sincerely.core.facts import INTERVIEWS, say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy
from sincerely.core.process import WORDS, Process
from sincerely.core.waiting import LetGoOptions, waiting
from sincerely.core.working_time import WorkingCalendar

CODE = "WAIT005"
NAME = "let-go"
# Whatever opens again what was closed is a word too.
NEEDS = INTERVIEWS.union(WORDS, {Closed})
Options = LetGoOptions


PASS = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-04-10 09:00 rejected
"""
FAIL = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-11 10:00 wrote       dana@acme.example purpose=check-in
2026-03-18 10:00 wrote       dana@acme.example purpose=check-in
2026-04-03 09:00 ! WAIT005 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    wait = waiting(process, policy, calendar)
    if wait is None or wait.let_go is None:
        return
    held = process.last_interview.evidence[-1:] if process.last_interview else ()
    word = (process.last_word,) if process.last_word and process.last_word not in held else ()
    silent = f"{process.header.employer} has" if process.header.employer else "They have"
    yield Finding(
        code=CODE,
        opens=wait.let_go,
        message=f"{silent} been silent for long. From {say_day(wait.let_go, calendar)} on, let it go.",
        evidence=word + held,
        fix=Fix("close", "silent", "", "Close as silent"),
    )
