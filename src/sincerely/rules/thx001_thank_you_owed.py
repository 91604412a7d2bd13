"""Thank everyone who interviewed you within a day.

What
    Somebody interviewed you and has not been thanked since, at this address or another of theirs. Desks, rooms and
    coordinators are not counted; of a panel of five or more, those whom your debrief names, else the first.

Why it matters
    Interviewers notice whom they hear from and whom they don't. A note on the same or the next day is read
    beside the fresh impression; after two days it reads as an afterthought.

Options
    ``due``: when it should be written, from the interview's end.
    ``late``: from when it reads as an afterthought.
    ``closes``: after this it would surprise more than please.

Fix
    Drafts one note for each person, each different, from your debrief. Safe: nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.facts import INTERVIEWS, interviewers, next_interview, open_interviews, say_day, say_time, thanks
from sincerely.core.finding import Finding, Fix
from sincerely.core.people import is_address
from sincerely.core.policy import Policy, Span
from sincerely.core.process import Process
from sincerely.core.working_time import WorkingCalendar

CODE = "THX001"
NAME = "thank-you-owed"
NEEDS = INTERVIEWS


@dataclass(frozen=True)
class Options:
    """See above."""

    due: Span
    late: Span
    closes: Span


PASS = """
2026-03-04 10:00 scheduled   dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:00 thanked     dana@acme.example
2026-03-05 09:00 scheduled   lee.park@acme.example start="2026-03-09 10:00" end="2026-03-09 10:45"
2026-03-09 10:45 thanked     lpark@acme.example   # another address of Lee's
"""
FAIL = """
2026-03-02 09:00 scheduled   dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 17:30 thanked     dana@acme.example
2026-03-05 09:00 scheduled   dana@acme.example start="2026-03-09 10:00" end="2026-03-09 10:45"   # a new debt
2026-03-10 09:00 scheduled   lpark@acme.example, laura.park@acme.example start="2026-03-12 10:00" end="2026-03-12 10:45"
2026-03-12 11:00 thanked     laura.park@acme.example
2026-03-13 09:00 scheduled   kim.ito@acme.example start="2026-03-17 10:00" end="2026-03-17 10:45"
2026-03-17 11:00 thanked     kim.itoh@acme.example   # somebody else
2026-03-04 15:00 ! THX001 dana@acme.example
2026-03-04 15:00 ! THX001 lee@acme.example
2026-03-09 10:45 ! THX001 dana@acme.example
2026-03-12 10:45 ! THX001 lpark@acme.example
2026-03-12 10:45 ! THX001 laura.park@acme.example
2026-03-17 10:45 ! THX001 kim.ito@acme.example
"""


def check(process: Process, policy: Policy, calendar: WorkingCalendar) -> Iterator[Finding]:
    options = policy.of(CODE, Options)
    for interview in open_interviews(process):
        owed = [
            who for who in interviewers(process, interview) if is_address(who) and not thanks(process, interview, who)
        ]
        if not owed:
            continue
        following = next_interview(process, interview)
        through = process.addressee if process.header.via != "agency" else ""
        due, late, closes = (
            span.after(interview.end, calendar) for span in (options.due, options.late, options.closes)
        )
        for who in owed:
            again = following is not None and who in interviewers(process, following)
            yield Finding(
                code=CODE,
                who=who,
                opens=interview.end,
                due=due,
                late=late,
                # Met again, they are thanked for the later interview.
                closes=min(closes, following.end) if again and following is not None else closes,
                message=f"Thank {who} for the interview of {say_day(interview.end, calendar)},"
                f" by {say_time(due, calendar)}."
                + (f" Everything is to go through {through}." if through not in {"", who} else ""),
                evidence=interview.evidence,
                fix=Fix("draft", "thank-you", process.addressee or who, "Write the thank-you"),
            )
