"""Thank for the offer, and answer it in time.

What
    You hold an offer and have not answered. A day for thanks (and to ask for a date, where they named none);
    the answer by the date. Where two mails name two dates and you wrote nothing in between, nobody knows whether the
    second moved the first: the earlier one counts until it has passed, and both are said. Where you did write, the new
    date counts, and the old one is said.

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
from datetime import datetime

from sincerely.core.events import Offered, Wrote
from sincerely.core.facts import people_known, say_day, say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.offers import NamedDate, named_dates
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
2026-03-20 16:00 offered     dana@acme.example by=2026-04-03
2026-03-30 09:00 accepted
2026-03-20 09:00 ! OFF001 -
2026-03-20 16:00 ! OFF001 -
2026-03-27 17:00 ! OFF001 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    offer = process.offer
    if offer is None or process.outcome is not None:
        return
    if any(w.purpose == "reply" and w.at >= offer.at for w in process.all(Wrote)):
        return
    options = policy.of(CODE, Options)
    due = options.due.after(offer.at, calendar)
    # A word that puts the answer off has thanked for it, and answers nothing.
    thanked = any(w.purpose == "other" and w.at >= offer.at for w in process.all(Wrote))
    thank = "You have thanked for the offer." if thanked else f"Thank for the offer by {say_time(due, calendar)}."
    fix = Fix("draft", "offer-thanks", process.addressee or next(iter(people_known(process)), ""), "Write the thanks")
    every = named_dates(process, calendar)
    dates = [named for named in every if not named.answered]
    before = [_said(named, calendar) for named in every if named.answered]
    if not dates:
        yield Finding(
            code=CODE,
            opens=offer.at,
            due=due,
            late=options.late.after(offer.at, calendar),
            message=f"{thank} They named no date: ask for one.",
            evidence=(offer,),
            fix=fix,
        )
    # One date after the other: once the earlier one has passed, the later one is what they want.
    opens = offer.at
    for number, named in enumerate(dates):
        then, last = dates[number + 1 :], _said(dates[-1], calendar)
        if then:
            wants = f"They named {_said(named, calendar)}, and later {last}: keep to the first unless they moved it."
        elif named.end <= due:
            thank, wants = "", f"They want an answer to the offer by {say_time(named.end, calendar)}."
        else:
            wants = f"They want an answer by {last}."
        if before:
            wants = f"{wants} Before you wrote they had named {before[0]}."
        yield Finding(
            code=CODE,
            opens=opens,
            due=due,
            late=named.end,
            closes=named.end if then else None,
            message=f"{thank} {wants}".lstrip(),
            # "That is wrong" takes back what stands last: the date that counts now.
            evidence=tuple(dict.fromkeys((offer, named.offered))),
            fix=fix,
            since=offer.at if number else None,
        )
        opens = named.end


def _said(named: NamedDate, calendar: WorkingCalendar) -> str:
    by = named.offered.by or named.end
    return say_time(by, calendar) if isinstance(by, datetime) else say_day(by, calendar)
