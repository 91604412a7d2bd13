"""They have been asked often enough.

What
    Two check-ins went out since the last interview or the latest date that they named, to anybody at this employer,
    by any channel. A third one changes nothing.

Why it matters
    Two questions show interest. The third is what they will remember, and not kindly.

Options
    ``at_most`` of WAIT003.

Fix
    Keep it. A new interview or a new date of theirs opens a new round; else WAIT005 says when to let it go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.waiting import CheckInOptions, check_ins_used, waiting

from .case import Case
from .verdict import Mark, Weight

CODE = "OUT002"
NAME = "over-the-limit"
WEIGHT = Weight.HOLD


@dataclass(frozen=True)
class Options:
    """None of its own."""


PASS = """
at 2026-03-24 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-13 09:30 wrote       dana@acme.example purpose=check-in
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

Is there any news about the data analyst position? I would still be very glad to join you.

Best,
Robin
"""
FAIL = """
at 2026-04-02 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-13 09:30 wrote       dana@acme.example purpose=check-in
2026-03-23 09:30 wrote       dana@acme.example purpose=check-in channel=phone
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

Is there any news about the data analyst position? I would still be very glad to join you.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find one check-in more than is welcome."""
    process, calendar = case.process, case.desk.calendar
    if not case.reading.nudges or process is None or calendar is None:
        return
    most = case.desk.policy.of("WAIT003", CheckInOptions).at_most
    if waiting(process, case.desk.policy, calendar) is not None and check_ins_used(process) >= most:
        times = "Once is" if most == 1 else "Twice is" if most == 2 else f"{most} times are"
        yield Mark(
            message=f"{times} enough: they have been asked and know that you are interested.",
            said=case.reading.status,
            where=case.read_in,
            proposal="Keep it. If they name a new date or invite you again, you may ask once more.",
        )
