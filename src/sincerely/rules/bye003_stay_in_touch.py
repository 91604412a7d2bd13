"""Who parted well may be hired later: say hello.

What
    They said no after an interview, you parted with dignity, and some months have passed, or an opening has
    come up there that fits.

Why it matters
    The second best of one round is the first call of the next, if they remember you and it is a good memory.

Options
    ``opens``: how long after the rejection.
    ``closes``: after this the link is cold.

Fix
    Drafts a short note. Safe: nothing is sent. Not offered where a message that spoke ill of them went out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import AskedWhy, Found, Rejected, Thanked, Wrote
from sincerely.core.facts import earliest, people_known, say_day
from sincerely.core.finding import Finding, Fix
from sincerely.core.people import same_employer
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

from .fit001_opening_fits import Options as Fit

CODE = "BYE003"
NAME = "stay-in-touch"
NEEDS = frozenset({Rejected})


@dataclass(frozen=True)
class Options:
    """See above."""

    opens: Span
    closes: Span


PASS = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
2026-03-21 09:00 wrote       dana@acme.example purpose=other overruled=OUT004
"""
FAIL = """
2026-03-04 15:00 interviewed dana@acme.example
2026-03-20 09:00 rejected
2026-06-18 09:00 ! BYE003 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    no = process.outcome
    if not isinstance(no, Rejected) or not any(i.end <= no.at for i in process.interviews):
        return
    sent: list[Wrote | Thanked | AskedWhy] = [*process.all(Wrote), *process.all(Thanked), *process.all(AskedWhy)]
    if any("OUT004" in message.overruled for message in sent):
        return
    options = policy.of(CODE, Options)
    opening = _opening_there(process, no, policy)
    opens = earliest(options.opens.after(no.at, calendar), opening.at if opening else None)
    assert opens is not None
    if any(w.at >= opens for w in process.all(Wrote)):
        return
    news = f" They have an opening that fits: {opening.title or opening.first}." if opening else ""
    yield Finding(
        code=CODE,
        opens=opens,
        closes=options.closes.after(no.at, calendar),
        message=f"Say hello to {process.header.employer or 'them'}, from {say_day(opens, calendar)} on.{news}",
        evidence=(no, *((opening,) if opening else ())),
        fix=Fix(
            "draft",
            "stay-in-touch",
            process.addressee or next(iter(people_known(process)), ""),
            "Write a few lines",
        ),
    )


def _opening_there(process: Process, no: Rejected, policy: Policy) -> Found | None:
    """Return the first opening at that employer that fits and was found since."""
    threshold = policy.of("FIT001", Fit).threshold
    employer = process.header.employer
    here = [f for f in process.all(Found) if not f.employer or same_employer(f.employer, employer)]
    outside = [o.event for o in process.outside if isinstance(o.event, Found)]
    fitting = [f for f in (*here, *outside) if f.at >= no.at and (f.score or 0) > threshold]
    return min(fitting, key=lambda f: f.at, default=None)
