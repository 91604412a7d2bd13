"""Check in, now that it is due.

What
    The day has come on which a short, friendly question is welcome: they named a date and two business days
    have passed since; or they named none, and a week of work lies behind the interview. Earlier check-ins, their
    own last word and an out-of-office of the one to be written to push the day back. At most two, ever, between
    one interview and the next. Who writes only to those whom they choose is not asked; that a receipt says so no
    longer counts once they name a day or invite to an interview.

Why it matters
    Dates slip for reasons that have nothing to do with you. One calm question after the date shows interest;
    one before it shows impatience.

Options
    ``after_promise``: how long after the date that they named.
    ``after_interview``: how long after the interview where they named none.
    ``apart``: between two check-ins, at this employer as a whole.
    ``after_word``: after their own last word.
    ``after_return``: after the day on which the one to be written to is back, as an out-of-office says.
    ``at_most``: how many, since the later of the last interview and the latest promise.
    ``due``: how long the right moment lasts.

Fix
    Drafts a check-in of at most ninety words that continues the thread. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from sincerely.core.events import Prefers, Promised
from sincerely.core.facts import INTERVIEWS, say_day, whom_to_write
from sincerely.core.finding import Finding, Fix
from sincerely.core.one_opening import perhaps_own
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.waiting import CheckInOptions, check_ins_used, waiting
from sincerely.core.working_time import WorkingCalendar

CODE = "WAIT003"
NAME = "check-in"
NEEDS = INTERVIEWS | {Promised}
Options = CheckInOptions


PASS = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-09 09:00 scheduled   lee@acme.example start="2026-03-12 14:00" end="2026-03-12 15:00"
2026-03-13 09:00 prefers     silence=yes quote="only shortlisted candidates will hear from us"
"""
FAIL = """
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised    by=2026-03-13 quote="by the end of next week"
2026-03-17 09:30 wrote       dana@acme.example purpose=check-in
2026-03-18 09:00 heard       dana@acme.example
2026-03-25 10:00 wrote       dana@acme.example purpose=check-in     # the second and last
2026-03-17 09:00 ! WAIT003 -
2026-03-25 09:00 ! WAIT003 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    wait = waiting(process, policy, calendar)
    if wait is None or wait.check_in is None or (wait.let_go is not None and wait.let_go <= wait.check_in):
        return
    # The answer may have come already, under another name of the opening: see OFF004.
    if perhaps_own(process):
        return
    options = policy.of(CODE, Options)
    no_calls = " By mail: they asked for no calls." if any(w.calls is False for w in process.all(Prefers)) else ""
    last = "the last one" if check_ins_used(process) + 1 >= options.at_most else "a short one"
    due = options.due.after(wait.check_in, calendar)
    yield Finding(
        code=CODE,
        opens=wait.check_in,
        due=due,
        closes=wait.let_go,
        message=f"A check-in is welcome from {say_day(wait.check_in, calendar)} on: {last}.{no_calls}",
        evidence=wait.reasons,
        fix=Fix(
            "draft",
            "check-in",
            whom_to_write(process),
            "Write the check-in",
        ),
    )
