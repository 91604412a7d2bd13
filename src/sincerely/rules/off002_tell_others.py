"""Tell the others that you hold an offer.

What
    You hold an offer elsewhere, and this employer, who has interviewed you, is still deciding. Of an
    offer of its own, in another process, it is asked first whether both are one opening, see OFF004.

Why it matters
    Who would like to have you can hurry, if told in time. Who hears of it afterwards feels passed over.

Options
    ``due``: when they should know, from the offer.

Fix
    Drafts one courteous line that names the date and no pressure. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Offered, Wrote
from sincerely.core.facts import moment, people_known, say_day, say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.one_opening import perhaps_own
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "OFF002"
NAME = "tell-others"
NEEDS = frozenset({Offered})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span


PASS = """
process acme employer="Acme Corp" zone=America/New_York country=US
2026-03-20 09:00 offered by=2026-03-27
process globex employer="Globex" zone=America/New_York country=US
2026-03-02 09:00 applied
"""
FAIL = """
process acme employer="Acme Corp" zone=America/New_York country=US
2026-03-20 09:00 offered by=2026-03-27
process globex employer="Globex" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@globex.example
2026-03-23 15:00 wrote dana@globex.example purpose=other
2026-03-20 09:00 ! OFF002 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    if process.outcome is not None or process.offer is not None or not process.interviews:
        return
    if not process.offers_elsewhere:
        return
    options = policy.of(CODE, Options)
    told = [w.at for w in process.all(Wrote) if w.purpose == "other"]
    asked = perhaps_own(process)
    for held in process.offers_elsewhere:
        offer = held.offered
        # Who was told once need not hear of it again because it is spoken of again.
        first = held.first or offer
        if held.ended is not None or held in asked or any(at >= first.at for at in told):
            continue
        closes = moment(offer.by, calendar, offer.at) if offer.by else None
        due = options.due.after(offer.at, calendar)
        until = f", which stands until {say_day(offer.by, calendar)}" if offer.by else ""
        message = f"Tell them of your other offer{until}, by {say_time(due, calendar)}."
        if closes is not None and first.by and offer.at < moment(first.by, calendar, first.at) < closes:
            until = f"{say_day(closes, calendar)}; before that they had named {say_day(first.by, calendar)}"
            message = f"Tell them of your other offer, by {say_time(due, calendar)}. It stands until {until}."
        yield Finding(
            code=CODE,
            opens=max(offer.at, process.interviews[0].end),
            due=due,
            closes=closes,
            message=message,
            evidence=(offer,),
            fix=Fix(
                "draft",
                "tell-others",
                process.addressee or next(iter(people_known(process)), ""),
                "Write one line",
            ),
        )
        return
