"""Thank for the offer, and answer it in time.

What
    You hold an offer and have not answered. A day for thanks (and to ask for a date, where they named none);
    the answer by the date.

Why it matters
    An offer that is met with silence cools. A quick thank-you buys the time to think.

Options
    ``due``: when the thanks should be out.
    ``late``: from when it is rude, where they named no date.

Fix
    Drafts the thanks, with the question for a date where none was named. Safe: it accepts nothing, and nothing
    is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Offered, Wrote
from sincerely.core.facts import moment, people_known, say_day, say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "OFF001"
NAME = "offer-unanswered"
NEEDS = frozenset({Offered})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span


PASS = """
2026-03-20 09:00 offered     dana@acme.example by=2026-03-27
2026-03-20 09:00 wrote       dana@acme.example purpose=reply
"""
FAIL = """
2026-03-20 09:00 offered     dana@acme.example by=2026-03-27
2026-03-23 09:00 accepted
2026-03-20 09:00 ! OFF001 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    offer = process.offer
    if offer is None or process.outcome is not None:
        return
    if any(w.purpose == "reply" and w.at >= offer.at for w in process.all(Wrote)):
        return
    options = policy.of(CODE, Options)
    due = options.due.after(offer.at, calendar)
    named = f"They want an answer by {say_day(offer.by, calendar)}." if offer.by else "They named no date: ask for one."
    yield Finding(
        code=CODE,
        opens=offer.at,
        due=due,
        late=moment(offer.by, calendar, offer.at) if offer.by else options.late.after(offer.at, calendar),
        message=f"Thank for the offer by {say_time(due, calendar)}. {named}",
        evidence=(offer,),
        fix=Fix(
            "draft",
            "offer-thanks",
            process.addressee or next(iter(people_known(process)), ""),
            "Write the thanks",
        ),
    )
