"""Withdraw where you are no longer in the running.

What
    You accepted an offer elsewhere, and this process is still open. Of the same employer it is asked first whether
    both are one opening, see OFF004.

Why it matters
    They keep a place for you that somebody else could have. Who says so at once is welcome again.

Options
    ``due``: when they should know, from the acceptance.
    ``late``: from when they will hear it from others.

Fix
    Drafts a short withdrawal with thanks. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Accepted
from sincerely.core.facts import people_known, say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.one_opening import is_of_this_search, perhaps_own
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected, Dismissed, Done, Merged, Snoozed, Split
from sincerely.core.working_time import WorkingCalendar

CODE = "OFF003"
NAME = "withdraw-elsewhere"
NEEDS = frozenset({Accepted})
# What the person says of a process, and no step of it.
_RULINGS = frozenset({Corrected, Merged, Split, Dismissed, Snoozed, Done})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span


PASS = """
process acme employer="Acme Corp" zone=America/New_York country=US
2026-03-20 09:00 offered by=2026-03-27
process globex employer="Globex" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@globex.example
"""
FAIL = """
process acme employer="Acme Corp" zone=America/New_York country=US
2026-03-20 09:00 offered by=2026-03-27
2026-03-23 09:00 accepted
process globex employer="Globex" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@globex.example
2026-03-24 15:00 withdrew
2026-03-23 09:00 ! OFF003 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    # Of a process that was merged away, or of which nothing is sure yet, there is nothing to withdraw from.
    if process.outcome is not None or _RULINGS.issuperset(process.by_kind):
        return
    taken = (held for held in process.offers_elsewhere if is_of_this_search(held, process))
    accepted = [held.accepted for held in taken if held.accepted is not None]
    # It may be this very job that was accepted, see OFF004.
    if not accepted or any(held.accepted is not None for held in perhaps_own(process)):
        return
    options = policy.of(CODE, Options)
    first = min(accepted, key=lambda a: a.at)
    # Who writes only now could not be told before.
    opens = max(first.at, process.events[0].at)
    due = options.due.after(opens, calendar)
    yield Finding(
        code=CODE,
        opens=opens,
        due=due,
        late=options.late.after(opens, calendar),
        message=f"You accepted elsewhere. Withdraw here, with thanks, by {say_time(due, calendar)}.",
        evidence=(first,),
        fix=Fix(
            "draft",
            "withdrawal",
            process.addressee or next(iter(people_known(process)), ""),
            "Write the withdrawal",
        ),
    )
