"""Find out whom to thank.

What
    An interview took place, and nobody is known who can be thanked; or somebody is known by name only. An
    address is never guessed; one that you thanked, and that spells the name, is theirs. An agency's
    consultant may pass the thanks on instead.

Why it matters
    A note that reaches nobody is no note, and one that reaches the wrong person is worse.

Options
    ``due``: when you should know, from the interview's end, so that the note is still in time.
    ``late``: from when the note can hardly be in time.
    ``closes``: after this the note would come too late anyway.

Fix
    Drafts one line to the organiser, or takes the address from you. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Thanked
from sincerely.core.facts import INTERVIEWS, interviewers, open_interviews, say_day, thanks
from sincerely.core.finding import Finding, Fix
from sincerely.core.people import is_address
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "THX002"
NAME = "interviewer-unknown"
NEEDS = INTERVIEWS


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span
    closes: Span


PASS = """
2026-03-02 09:00 scheduled   dana@acme.example, room-4@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-05 09:00 scheduled   recruiting@acme.example start="2026-03-09 10:00" end="2026-03-09 10:45"
2026-03-09 10:45 interviewed lee@acme.example
2026-03-12 10:00 interviewed "Dana Smith"
2026-03-12 10:00 thanked     d.smith@acme.example
"""
FAIL = """
2026-03-02 09:00 scheduled   recruiting@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-09 10:00 interviewed "Lee Park"
2026-03-12 10:00 interviewed "Dana Smith", "Dana Roe"
2026-03-12 10:00 thanked     dana@acme.example   # which of them?
2026-03-04 15:00 ! THX002 -
2026-03-09 10:00 ! THX002 -
2026-03-12 10:00 ! THX002 -
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    for interview in open_interviews(process):
        people = interviewers(process, interview)
        names = [who for who in people if not is_address(who) and not thanks(process, interview, who)]
        through = process.addressee
        if (people and not names) or (through and process.concerning(Thanked, through, interview.end)):
            continue
        if not people and any(thanks.at >= interview.end for thanks in process.all(Thanked)):
            continue
        day = say_day(interview.end, calendar)
        who = f"What is the address of {_listed(names)}?" if names else "Who was there?"
        if names and through:
            who = f"{through} may pass on your thanks to {_listed(names, of='to ')}."
        yield Finding(
            code=CODE,
            opens=interview.end,
            due=options.due.after(interview.end, calendar),
            late=options.late.after(interview.end, calendar),
            closes=options.closes.after(interview.end, calendar),
            message=f"Nobody can be thanked yet for the interview of {day}. {who}",
            evidence=interview.evidence,
            fix=Fix("form", "add-interviewer", process.addressee, "Ask the organiser, or add the address"),
        )


def _listed(names: list[str], of: str = "of ") -> str:
    """Return names as one says them: "Omar, of Jess Tran and of Val"."""
    return f" and {of}".join(filter(None, (f", {of}".join(names[:-1]), names[-1])))
