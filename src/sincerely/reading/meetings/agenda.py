"""A day's programme in rows below its day: each row is an interview with its own people, and lunch is none.

Thursday, June 11
9:30 - 10:00   Dr. Amara Diallo, Group Leader
11:15 - 12:00  Kenji Mori and Beth Salas
12:00 - 1:15   Lunch with the team
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from sincerely.reading.statements.meeting_times import ends, joined
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import CLOCK_GRAINS, Statement
from sincerely.reading.statements.time_clauses import names_day
from sincerely.times import TimeMention

# Cells below each other: so many statements may stand between one row's hour and the next one's.
_CELLS = 3
# So far above its rows the day may be told.
_ABOVE = 3
_HALF = timedelta(hours=12)
_LETTER = re.compile(r"\w")
_WHICH_HALF = re.compile(r"\b(?:noon|midday)\b|\d\s?[ap]\.?m\b|\b(?:1[3-9]|2[0-3])[:.h]", re.IGNORECASE)
# Lunch behind an hour is a time of day to the grammar.
_HOURS = re.compile(r"^[\W\d_]*(?:(?:[ap]\.?m|[ap]|uhr|h|from|to|bis|noon)\b[\W\d_]*)*", re.IGNORECASE)
# What a day's programme holds beside interviews: it says so at the head of its row, and nothing of an interview.
_NO_INTERVIEW = re.compile(
    r"^\W*(?:(?!with\b|and\b|by\b|mit\b|und\b|avec\b|et\b|interview)[\w'’-]+ ){0,3}?"
    r"(?:lunch|breakfast|dinner|break|tour|arrival|arrive|check[- ]?in|registration|orientation|welcome|wrap[- ]?up|departure|travel|transfer"
    r"|shuttle|taxi|hotel|checkout|free time"
    r"|\w*(?:pause|führung|rundgang|essen)|ankunft|begrüßung|verabschiedung|abfahrt|accueil|arrivée|déjeuner|visite|départ)\b"
    r"(?![^|\t]*\b(?:interview|vorstellungsgespräch|entretien)\b)",
    re.IGNORECASE,
)


def heads(statement: Statement) -> TimeMention | None:
    """Return the hour that a statement begins with, as a row does."""
    for mention in statement.times[:1]:
        if mention.grain in CLOCK_GRAINS and not _LETTER.search(statement.text[: mention.begin]):
            return mention
    return None


def rows(said: Sequence[Statement]) -> list[Slot]:
    """Return the rows of a mail's programmes, in order, those of lunch and the like too; none where it is in doubt."""
    return [slot for run in _runs(said) for slot in _of(run, said)]


def course(rows: Sequence[Slot]) -> datetime | None:
    """Return the end of rows that follow each other without a gap; None where there is one, or no end."""
    gap = any(row.end != after.start for row, after in pairwise(rows))
    return None if gap else rows[-1].end


def is_interview(row: Slot, said: Sequence[Statement]) -> bool:
    """Whether a row of a programme is one in which one is interviewed."""
    return _NO_INTERVIEW.match(beside(said[row.statement])) is None


def beside(statement: Statement) -> str:
    """Return what a row says behind its hour; empty for a statement that is none."""
    hour = heads(statement)
    if hour is None:
        return ""
    return statement.text[hour.stop :].lstrip(" :|-–—") if names_day(hour.quote) else _HOURS.sub("", statement.text)


def _runs(said: Sequence[Statement]) -> Iterator[list[int]]:
    """Yield the places of rows that follow each other below one day."""
    run: list[int] = []
    for index, statement in enumerate(said):
        hour = heads(statement)
        is_row = hour is not None and hour.start is not None
        if run and (index - run[-1] > _CELLS or (not is_row and _days(statement))):
            yield run
            run = []
        if is_row:
            run.append(index)
    if run:
        yield run


def _days(statement: Statement) -> list[TimeMention]:
    return [
        mention
        for mention in statement.times
        if mention.start is not None
        and (mention.grain == "day" or (mention.grain in CLOCK_GRAINS and names_day(mention.quote)))
    ]


def _of(run: Sequence[int], said: Sequence[Statement]) -> list[Slot]:
    """Return the rows of one day with their times; none where the day or the order of the hours leaves a doubt."""
    day = _above(run[0], said)
    found: list[Slot] = []
    for index in run:
        hour = heads(said[index])
        if hour is None:
            return []
        dated = names_day(hour.quote)
        day = (said[index], hour) if dated else day
        mention = hour if dated or day is None else joined(*day, hour)
        if not dated and day is None:
            return []
        if mention is None or mention.start is None:
            return []
        slot = Slot(mention.start, ends(mention, said[index]), index, mention.begin, mention.stop)
        if found and slot.start <= found[-1].start and not _WHICH_HALF.search(mention.quote):
            slot = slot._replace(start=slot.start + _HALF, end=slot.end and slot.end + _HALF)
        found.append(slot)
    starts = [slot.start for slot in found]
    one_day = len({start.date() for start in starts}) == 1 and starts[0] > said[run[0]].clock.at
    # Hours that don't follow each other are those of several lists, or to choose from.
    return found if len(found) > 1 and one_day and starts == sorted(set(starts)) else []


def _above(first: int, said: Sequence[Statement]) -> tuple[Statement, TimeMention] | None:
    """Return the day that stands above a programme, with where; None where there is none, or one of two."""
    for statement in reversed(said[max(0, first - _ABOVE) : first]):
        days = {mention.start.date(): mention for mention in _days(statement) if mention.start is not None}
        if days:
            return (statement, next(iter(days.values()))) if len(days) == 1 else None
    return None
