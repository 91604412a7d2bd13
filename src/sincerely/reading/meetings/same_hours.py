"""A day that a mail names with the hour being the same, where only an earlier mail told that hour: "could we push to Friday, same time?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Statement
from sincerely.reading.statements.telling import Teller

from . import moved_times


def same_hour(scene: Scene) -> datetime | None:
    """Return when the interview ahead would be that keeps its hour on another day; None where the mail names an hour, or none is ahead."""
    meeting = scene.meeting
    if meeting is None or meeting.start is None or Teller(scene).slots:
        return None
    day = day_at_same_hour(scene.said)
    if day is None:
        return None
    there = meeting.start.astimezone(scene.at.tzinfo)
    start = datetime.combine(day.start.astimezone(scene.at.tzinfo).date(), there.timetz())
    return start if start != there and start > scene.at else None


def day_at_same_hour(said: Sequence[Statement]) -> Slot | None:
    """Return the only day of which a mail says that the hour is the same there."""
    days = [
        Slot(time.start, None, index, time.begin, time.stop)
        for index, statement in enumerate(said)
        for time in statement.times
        if time.grain == "day" and time.start is not None
    ]
    same = [day for day in days if moved_times.is_at_same_hour(day, said[day.statement])]
    return same[0] if len({day.start for day in same}) == 1 else None


def is_unclear_day(scene: Scene) -> bool:
    """Whether the day of which a mail says that the hour is the same may be before the interview ahead, or after it."""
    day = day_at_same_hour(scene.said)
    return day is not None and is_unclear(day, scene)


def is_unclear(slot: Slot, scene: Scene) -> bool:
    """Whether a bare weekday may be the one before an interview or the one after: "moved to Friday", of one next Thursday."""
    meeting = scene.meeting
    if meeting is None or meeting.start is None:
        return False
    then, day = meeting.start.astimezone(scene.at.tzinfo).date(), slot.start.astimezone(scene.at.tzinfo).date()
    if day >= then or day.isocalendar()[:2] == then.isocalendar()[:2]:
        return False
    named = [one.quote for one in scene.said[slot.statement].times if one.begin == slot.begin]
    return any(_WEEKDAY.search(quote) and not _DATED.search(quote) for quote in named)


_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:this|coming|next|today|tomorrow)\b|\d(?:st|nd|rd|th)\b|\d[./-]\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
