"""The day that somebody's words mean: "2026-03-13", "Friday", "by the end of next week"."""

from __future__ import annotations

from datetime import date, datetime

from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.process import Process
from sincerely.reading.statements.deadlines import day_of, is_deadline
from sincerely.times import find


def day_said(words: str, said_at: datetime, process: Process) -> date | None:
    """Return the last day that words mean, as the employer's calendar has it; None where they name none ahead.

    Args:
        words: as they were said or written down.
        said_at: when, an aware instant.
        process: whose country and zone count.
    """
    header = process.header
    there = said_at.astimezone(header.tz)
    text = " ".join(words.split())
    try:
        return date.fromisoformat(text)
    except ValueError:
        calendar = working_calendar(header.country, header.zone)
    found = [
        (not is_deadline(mention), mention.begin, day)
        for mention in find(text, there, header.country.partition("-")[0], calendar)
        if (day := day_of(mention)) is not None and day >= there.date()
    ]
    return min(found)[2] if found else None
