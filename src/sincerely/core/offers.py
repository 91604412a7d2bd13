"""By when an offer is to be answered, where several mails speak of it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .events import Offered
from .facts import moment, settled
from .process import Process
from .working_time import WorkingCalendar


class NamedDate(NamedTuple):
    """A date by which the employer wants an answer.

    Attributes:
        offered: the event that names it.
        end: the instant that it means.
        replaced: a later mail named a later day.
    """

    offered: Offered
    end: datetime
    replaced: bool = False


def named_dates(process: Process, calendar: WorkingCalendar) -> tuple[NamedDate, ...]:
    """Return the dates by which an answer to the offer held is wanted, the earliest first; mostly one, or none.

    "Let me know by Friday", and then a contract that is valid until the 25th: the newer word counts. It need not have
    been meant to move the date, so the old one is still worth a word; but where it had passed when the later mail came,
    or where that names an earlier day. Two days that one mail names both count, one after the other.
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
        found = [_before(one, said) for one in found if said < one.end < last.end]
        found.append(last)
    return tuple(one for one in found if one.offered is held or one.end > held.at)


def _before(one: NamedDate, later: datetime) -> NamedDate:
    return one._replace(replaced=one.replaced or one.offered.at < later)
