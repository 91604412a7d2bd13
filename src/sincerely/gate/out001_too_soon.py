"""Not yet: a check-in is not due.

What
    The message asks for news, and the day for that has not come: they named a date and two business days have not
    passed since; or they named none and the week after the interview is not over; or they were asked, or wrote,
    only days ago. It counts for the employer as a whole, over all your processes there and every channel. Thanks,
    answers, what was asked for, moving an appointment, running late, another offer's deadline, yes, no, the question
    why and staying in touch are never too soon.

Why it matters
    A question before the date says that you didn't listen, or can't wait. The same question after it is welcome.

Options
    Those of WAIT003: the gate opens when the check-in is due.

Fix
    Hold it until then; if they write before, it may not be needed at all. Safe: nothing is sent by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.facts import say_time
from sincerely.core.waiting import CheckInOptions, check_ins_used, silence, waiting

from .case import Case
from .verdict import Mark, Weight

CODE = "OUT001"
NAME = "too-soon"
WEIGHT = Weight.HOLD


@dataclass(frozen=True)
class Options:
    """None of its own."""


PASS = """
at 2026-03-17 09:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:00 promised    by=2026-03-13 quote="by the end of next week"
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

You hoped to decide by last Friday. Is there any news about the data analyst position?

Best,
Robin
"""
FAIL = """
at 2026-03-16 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:00 promised    by=2026-03-13 quote="by the end of next week"
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

You hoped to decide by last Friday. Is there any news about the data analyst position?

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find a check-in before its day."""
    process, calendar = case.process, case.desk.calendar
    if not case.reading.nudges or process is None or calendar is None:
        return
    wait = waiting(process, case.desk.policy, calendar)
    if wait is None or check_ins_used(process) >= case.desk.policy.of("WAIT003", CheckInOptions).at_most:
        return  # what an outcome ended is no wait, and who has asked twice meets the next check
    said = case.reading.status
    if wait.check_in is None:
        chosen = silence(process) is not None
        why = "They write only to those whom they choose" if chosen else "No interview has been held and no date named"
        yield Mark(
            message=f"{why}: a question for news has no day on which it would be welcome.",
            said=said,
            where=case.read_in,
            proposal="Let it rest. If they write, you will see it here.",
        )
    elif case.now < wait.check_in:
        day = say_time(wait.check_in, calendar)
        yield Mark(
            message=f"It is too soon to ask for news. The question is welcome from {day} on.",
            said=said,
            where=case.read_in,
            proposal=f"Hold it until {day}.",
            not_before=wait.check_in,
        )
