"""They have been asked why already.

What
    The message asks for the reason of a rejection, and that question has been put before. Once is all, whatever
    happened since.

Why it matters
    One polite question shows that you want to learn. The second one asks them to defend themselves.

Options
    None.

Fix
    Let it go. If they answer the first time, you will see it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import AskedWhy
from sincerely.core.facts import say_day

from .case import Case
from .purpose import Purpose
from .verdict import Mark, Weight

CODE = "OUT014"
NAME = "asked-before"
WEIGHT = Weight.STOP


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-23 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Dear Dana,

Was there a specific reason for your decision? It would help me for the next time.

Best,
Robin
"""
FAIL = """
at 2026-03-30 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
2026-03-23 10:00 asked-why   dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Dear Dana,

Was there a specific reason for your decision? It would help me for the next time.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find a second question for the reason."""
    if case.process is None or case.desk.calendar is None:
        return
    asked = case.process.last(AskedWhy)
    said = case.reading.found.get(Purpose.ASK_WHY)
    if asked is not None and said is not None:
        yield Mark(
            message=f"You asked why on {say_day(asked.at, case.desk.calendar)}. Once is all.",
            said=said,
            where=case.read_in,
            proposal="Let it go, kindly. The next opening deserves the energy.",
        )
