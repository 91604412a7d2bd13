"""Too long, or too short, for what it is.

What
    A thank-you has 60 to 150 words, a check-in at most 90, greeting and signature not counted.

Why it matters
    A note is read between two meetings. Under sixty words it says nothing of its own; a long question for news
    reads as a complaint.

Options
    ``thanks_least``, ``thanks_most``: words of a thank-you.
    ``check_in_most``: words of a check-in.

Fix
    Cut it to the one thing that you want to be remembered for; or add the one that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .case import Case
from .verdict import Mark, Weight

CODE = "OUT008"
NAME = "length"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """See above."""

    thanks_least: int
    thanks_most: int
    check_in_most: int


PASS = """
at 2026-03-17 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Dear Dana,

Is there any news about the data analyst position? I would still be very glad to join you.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for the interview yesterday. It was great.

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find a thank-you or a check-in of the wrong length."""
    options, count = case.desk.policy.of(CODE, Options), case.message.word_count
    if case.message.public or not count:
        return
    if case.is_note:
        if count < options.thanks_least:
            yield Mark(
                message=f"A thank-you of {count} words says little: {options.thanks_least} to {options.thanks_most} are right.",
                proposal="Add what you talked about, and why you fit.",
            )
        elif count > options.thanks_most:
            yield Mark(
                message=f"A thank-you of {count} words is a letter: {options.thanks_least} to {options.thanks_most} are right.",
                proposal="Keep the one thing that they should remember.",
            )
    elif case.reading.nudges and count > options.check_in_most:
        yield Mark(
            message=f"A check-in of {count} words is long: {options.check_in_most} at most.",
            proposal="Ask, say that you are still interested, and stop.",
        )
