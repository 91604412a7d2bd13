"""They have been asked why already.

What
    The message asks for the reason of a rejection, and that question has been put before. Once is all, whatever
    happened since. Where it never was put, but they gave a reason of their own accord, the reason is shown, unless the
    message takes it up.

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

from sincerely.core.events import AskedWhy, Rejected, ToldWhy
from sincerely.core.facts import say_day
from sincerely.core.process import Process

from . import grounds
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
    said = case.reading.found.get(Purpose.ASK_WHY)
    if said is None:
        return
    asked = case.process.last(AskedWhy)
    if asked is not None:
        yield Mark(
            message=f"You asked why on {say_day(asked.at, case.desk.calendar)}. Once is all.",
            said=said,
            where=case.read_in,
            proposal="Let it go, kindly. The next opening deserves the energy.",
        )
        return
    told = _told(case.process)
    if told is not None and not grounds.content(told.reason) & grounds.content(case.message.plain):
        yield Mark(
            message=f"They gave a reason on {say_day(told.at, case.desk.calendar)}: “{told.reason}”.",
            said=said,
            where=case.read_in,
            proposal="Thank them for it; if it leaves something open, ask about that.",
            weight=Weight.ADVISE,  # what was read as the reason may be a form letter's, and nobody has been asked yet
        )


def _told(process: Process) -> Rejected | ToldWhy | None:
    """Return the event by which they gave a reason for the latest no, where they gave one."""
    no = process.last(Rejected)
    if no is None:
        return None
    if no.reason:
        return no
    return next((told for told in process.all(ToldWhy) if told.reason and told.at >= no.at), None)
