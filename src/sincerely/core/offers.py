"""By when an offer is to be answered, where several mails speak of it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .events import Offered, Wrote
from .facts import moment, settled
from .process import Process
from .working_time import WorkingCalendar


class NamedDate(NamedTuple):
    """A date by which the employer wants an answer.

    Attributes:
        offered: the event that names it.
        end: the instant that it means.
        answered: the candidate wrote after it was named, and then a later one was.
    """

    offered: Offered
    end: datetime
    answered: bool = False


def named_dates(process: Process, calendar: WorkingCalendar) -> tuple[NamedDate, ...]:
    """Return the dates by which an answer to the offer held is wanted, the earliest first; mostly one, or none.

    "Let me know by Friday", and then a contract that is valid until the 25th: nobody knows whether the second mail
    moved the date, so both count, one after the other. An earlier mail's date counts no more where it had passed when
    the later mail came, or where the later one names an earlier day. Where the candidate wrote in between, the new date
    is the answer to that; they may have asked for more time, or only thanked, so the old one is still worth a word.
    """
    held = process.offer
    if held is None:
        return ()
    named = [
        NamedDate(offered, moment(offered.by, calendar, offered.at))
        for offered in process.all(Offered)
        if offered.by is not None and not settled(process, offered)
    ]
    found: list[NamedDate] = []
    # One mail may name two days, whichever it says first.
    for last in sorted(named, key=lambda one: (one.offered.at, one.end)):
        said = last.offered.at
        found = [_before(one, said, process) for one in found if said < one.end < last.end]
        found.append(last)
    return tuple(one for one in found if one.offered is held or one.end > held.at)


def _before(one: NamedDate, later: datetime, process: Process) -> NamedDate:
    wrote = any(one.offered.at <= wrote.at < later for wrote in process.all(Wrote))
    return one._replace(answered=one.answered or wrote)
