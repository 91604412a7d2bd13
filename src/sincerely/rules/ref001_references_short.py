"""Have enough referees before they are asked for.

What
    Fewer referees have agreed than the employer will want: three, or as many as it asked for.

Why it matters
    References are asked for late and wanted at once. Who starts looking then sends names of people who don't
    know of it. Until they are asked for nothing presses, least of all where that happens at the end only, if it does
    (Germany, Austria, Switzerland, France).

Options
    ``needed``: how many are usual.
    ``due``: when enough must have agreed, from the employer's request.

Fix
    Drafts the request to one more person of yours. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sincerely.core.events import Event, Interviewed, Scheduled
from sincerely.core.facts import (
    referees_needed,
    references_request,
    say_time,
    settled,
)
from sincerely.core.finding import Finding, Fix
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.requests import have_references
from sincerely.core.working_time import WorkingCalendar

# Where references are asked for once they would like to have somebody, and often not at all.
_AT_THE_END = {"DE": "Germany", "AT": "Austria", "CH": "Switzerland", "FR": "France"}

CODE = "REF001"
NAME = "references-short"
NEEDS = frozenset({Scheduled, Interviewed})


@dataclass(frozen=True)
class Options:
    """See above."""

    needed: int
    due: Span


PASS = """
2026-02-20 15:00 agreed      kim@uni.example
2026-02-20 15:00 agreed      ola@lab.example
2026-02-21 15:00 agreed      jo@firm.example
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
"""
FAIL = """
2026-02-20 15:00 agreed      kim@uni.example
2026-03-02 09:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-05 11:00 requested   references count=2
2026-03-06 09:00 agreed      ola@lab.example
2026-03-02 09:00 ! REF001 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    if process.outcome is not None:
        return
    held: list[Event] = [*process.all(Scheduled), *process.all(Interviewed)]
    if process.ended_before is not None:
        held = [event for event in held if not settled(process, event)]
    if not held:
        return
    options = policy.of(CODE, Options)
    needed = referees_needed(process, options.needed)
    agreed = len(process.agreed)
    if agreed >= needed or have_references(process):
        return
    request = references_request(process)
    if request is not None and settled(process, request):
        request = None
    due = options.due.after(request.at, calendar) if request else None
    yield Finding(
        code=CODE,
        opens=min(event.at for event in held),
        due=due,
        late=due,
        message=_message(process, agreed, needed, due, calendar),
        evidence=(request,) if request else tuple(sorted(held, key=lambda event: event.at)[:1]),
        fix=Fix("draft", "reference-request", "", "Ask one more person"),
    )


def _message(process: Process, agreed: int, needed: int, due: datetime | None, calendar: WorkingCalendar) -> str:
    have = "Nobody has" if not agreed else "One person has" if agreed == 1 else f"{agreed} people have"
    have = f"{have} agreed to be your referee"
    if due is not None:
        return f"{have}; {needed} will be wanted. Have them by {say_time(due, calendar)}."
    have = have if agreed else f"{have} yet"
    land = _AT_THE_END.get(process.header.country.partition("-")[0])
    if land is None:
        return f"{have}; employers usually want {needed} towards the end."
    return f"{have}. In {land} that is asked at the end, if at all: it is enough to know whom you would ask."
