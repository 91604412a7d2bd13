"""Say whether two processes at one employer are one opening.

What
    You hold or accepted an offer, and another process at the same employer is still open.

Why it matters
    Mails may call one opening by two names. Who withdraws from the second name withdraws from the job itself.

Options
    ``due``: when it should be settled, from the offer or the acceptance.

Fix
    Asks whether both are one: then they are merged. Until that is answered no mail there speaks of another offer, and
    none withdraws. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Accepted, Offered
from sincerely.core.finding import Finding, Fix
from sincerely.core.one_opening import perhaps_own
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected, Dismissed, Done, Merged, Snoozed, Split
from sincerely.core.working_time import WorkingCalendar

CODE = "OFF004"
NAME = "one-opening-or-two"
NEEDS = frozenset({Accepted, Offered})
# What the person says of a process, and no step of it.
_RULINGS = frozenset({Corrected, Merged, Split, Dismissed, Snoozed, Done})


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span


PASS = """
process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-20 09:00 offered by=2026-03-27
2026-03-23 09:00 accepted
process acme-driver employer="Acme Corp" role="Driver" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-05 09:00 apart acme-analyst
"""
FAIL = """
process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-23 09:00 accepted
process acme-insights employer="Acme" role="Insights" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-24 15:00 apart acme-analyst
2026-03-23 09:00 ! OFF004 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    if process.outcome is not None or _RULINGS.issuperset(process.by_kind):
        return
    found = perhaps_own(process)
    if not found:
        return
    held = next((one for one in found if one.accepted is not None), found[0])
    told = held.accepted or held.first or held.offered
    opens = max(told.at, process.events[0].at)
    said = "You accepted an offer" if held.accepted is not None else "You hold an offer"
    yield Finding(
        code=CODE,
        opens=opens,
        due=policy.of(CODE, Options).due.after(opens, calendar),
        message=f"{said} of {held.employer} in another process. Before you write here, say whether both are one.",
        evidence=(told,),
        fix=Fix("form", "which-opening", "", "Say whether they are one"),
    )
