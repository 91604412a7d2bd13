"""Thank for the offer, and answer it in time.

What
    You hold an offer and have not answered. A day for thanks (and to ask for a date, where they named none);
    the answer by the date. Where a later mail names a later date, that counts: it is their newer word. It need not have
    moved the first one, so that is said, too. Of two dates in one mail the earlier one counts until it has passed.
    Thanks that say by when you will answer leave the answer owed, by that day if theirs is no earlier.

Why it matters
    An offer that is met with silence cools. A quick thank-you buys the time to think.

Options
    ``due``: when the thanks should be out.
    ``late``: from when it is rude, where neither of you named a day.

Fix
    Drafts the thanks, with the question for a date where none was named. Safe: it accepts nothing, and nothing
    is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sincerely.core.events import Event, Offered, Wrote
from sincerely.core.facts import moment, people_known, say_day, say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.offers import named_dates
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
2026-03-23 09:00 wrote       dana@acme.example purpose=other by=2026-03-31   # "I'll tell you by Tuesday"
2026-03-30 09:00 accepted
2026-03-20 09:00 ! OFF001 -
2026-03-20 16:00 ! OFF001 -
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
    words = [w for w in process.all(Wrote) if w.purpose == "other" and w.at >= offer.at]
    thanked, own = bool(words), next((w for w in reversed(words) if w.by is not None), None)
    thank = "You have thanked for the offer." if thanked else f"Thank for the offer by {say_time(due, calendar)}."
    fix = Fix("draft", "offer-thanks", process.addressee or next(iter(people_known(process)), ""), "Write the thanks")
    every = named_dates(process, calendar)
    dates = [named for named in every if not named.replaced]
    before = [_said(named.offered.by, calendar) for named in every if named.replaced]
    mine = moment(own.by, calendar, own.at) if own is not None and own.by is not None else None
    if not dates:
        asks = "They named no date: ask for one."
        yield Finding(
            code=CODE,
            opens=offer.at,
            due=due,
            late=mine or options.late.after(offer.at, calendar),
            message=f"{thank} {_promised(own, calendar) or asks}",
            evidence=(offer, own) if own is not None else (offer,),
            fix=fix,
        )
    # One date after the other: once the earlier one has passed, the later one is what they want.
    opens = offer.at
    for number, named in enumerate(dates):
        then, last = dates[number + 1 :], _said(dates[-1].offered.by, calendar)
        if then:
            wants = f"They named {_said(named.offered.by, calendar)} and {last}: keep to the first."
        elif named.end <= due:
            thank, wants = "", f"They want an answer to the offer by {say_time(named.end, calendar)}."
        else:
            wants = f"They want an answer by {last}."
        if before:
            wants = f"{wants} Before that they had named {before[0]}."
        shown: list[Event] = [offer, named.offered]
        late = named.end
        if own is not None and mine is not None:
            wants = f"{wants} {_promised(own, calendar)}"
            shown += [own] if mine < late else []
            late = min(late, mine)
        yield Finding(
            code=CODE,
            opens=opens,
            due=due,
            late=late,
            closes=named.end if then else None,
            message=f"{thank} {wants}".lstrip(),
            # "That is wrong" takes back what stands last: the date that counts now.
            evidence=tuple(dict.fromkeys(shown)),
            fix=fix,
            since=offer.at if number else None,
        )
        opens = named.end


def _promised(own: Wrote | None, calendar: WorkingCalendar) -> str:
    return f"You said that you would answer by {_said(own.by, calendar)}." if own is not None else ""


def _said(by: date | None, calendar: WorkingCalendar) -> str:
    assert by is not None
    return say_time(by, calendar) if isinstance(by, datetime) else say_day(by, calendar)
