"""Sleep on it.

What
    A no came less than a day ago, and the message asks why, or would land badly. Short thanks and answers pass. What
    goes to referees, friends and others who have no part in it is not for the employer, and is never held.

Why it matters
    After a rejection nothing is urgent. What is written within the hour is written to the pain, not to the reader.

Options
    ``after``: how long to let it lie, from the rejection.
    ``likely``: from which likelihood on, 0 to 1, it would land badly.
    ``surely``: the same of thanks and of an answer to what they asked, which else pass.

Fix
    It is kept and shown again when the day has passed. Safe: nothing is lost, nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Rejected
from sincerely.core.facts import say_time
from sincerely.core.policy import Span

from .case import Case
from .private import goes_to_outsiders
from .purpose import Purpose
from .verdict import Mark, Weight

CODE = "OUT011"
NAME = "cooling-off"
WEIGHT = Weight.HOLD


@dataclass(frozen=True)
class Options:
    """See above."""

    after: Span
    likely: float
    surely: float


PASS = """
at 2026-03-20 15:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Re: Data analyst

Dear Dana,

Thank you for letting me know, and for the good conversation.

Best,
Robin
"""
FAIL = """
at 2026-03-20 15:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Re: Data analyst

Dear Dana,

Thank you for letting me know. Was there a specific reason for your decision?

Best,
Robin
"""


def check(case: Case) -> Iterator[Mark]:
    """Find what should lie for a day after a no."""
    process, calendar = case.process, case.desk.calendar
    if process is None or calendar is None or not isinstance(process.outcome, Rejected):
        return
    if goes_to_outsiders(case):
        return
    options = case.desk.policy.of(CODE, Options)
    until = options.after.after(process.outcome.at, calendar)
    if case.now >= until:
        return
    asks = case.reading.found.get(Purpose.ASK_WHY)
    # Thanks and answers pass but for what is surely hostile: they can wait no more than the rest.
    passes = case.purpose in {Purpose.ANSWER, Purpose.THANKS}
    hostile = case.tone.negative >= (options.surely if passes else options.likely)
    if asks is None and not hostile:
        return
    yield Mark(
        message=f"The no is fresh. {'The question is kinder' if asks else 'It reads better'} after a night: "
        f"from {say_time(until, calendar)} on.",
        said=asks,
        where=case.read_in,
        proposal="Leave it here until then. Nothing is urgent now.",
        not_before=until,
    )
