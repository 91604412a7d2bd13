"""What is to be brought to an interview: it is packed the day before, and never mailed. A part of ASK001."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sincerely.core.events import Requested
from sincerely.core.facts import moment, say_day, say_time
from sincerely.core.finding import Finding, Fix
from sincerely.core.process import Process
from sincerely.core.requests import is_off, meeting_of
from sincerely.core.working_time import WorkingCalendar

BRING = "bring-along"
"""The fix's name, by which what is brought is told from what is sent."""
_PACKS = timedelta(days=1)
# So many business days on nobody asks any more: of what has no day, and of what had one.
_UNDATED, _OVER = 20, 5


def to_bring(
    code: str, item: str, thing: str, process: Process, requests: Sequence[Requested], calendar: WorkingCalendar
) -> Finding:
    """Return the finding for something that is to be brought along.

    Args:
        code: the rule's.
        item: as the request names it.
        thing: the same in words.
        process: it.
        requests: that ask for it.
        calendar: the employer's.
    """
    opens, asked = requests[0].at, requests[-1]
    meeting = meeting_of(process, asked, calendar)
    due = late = None
    if meeting is not None:
        eve = calendar.closing(calendar.day(meeting.start) - _PACKS)
        due, late, closes = eve if eve > opens else meeting.start, meeting.start, meeting.end
        message = f"Bring along to the interview on {say_time(meeting.start, calendar)}: {thing}."
    elif asked.by is not None and not is_off(process, asked, calendar):
        due = late = moment(asked.by, calendar, asked.at)
        closes = calendar.add_business_days(due, _OVER)
        message = f"Bring along on {say_day(due, calendar)}: {thing}."
    else:
        closes = calendar.add_business_days(asked.at, _UNDATED)
        unsaid = " They named no day." if asked.by is None else ""
        message = f"Bring along when you go there: {thing}.{unsaid}"
    return Finding(
        code=code, who=item, opens=opens, due=due, late=late, closes=closes, message=message,
        evidence=tuple(requests), fix=Fix("form", BRING, "", "See what to take along"),
    )  # fmt: skip
