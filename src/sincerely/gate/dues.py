"""By when a message is due: quiet hours never hold it past that."""

from __future__ import annotations

from datetime import datetime

from sincerely.core.events import Pledged, Requested
from sincerely.core.facts import end_of_business, moment, pledged_moment
from sincerely.core.items import REFERENCES, is_made_work, item_key
from sincerely.core.offers import named_dates
from sincerely.core.process import Process
from sincerely.core.requests import open_pledges, to_send

from .case import Case
from .purpose import Purpose


def due(case: Case) -> datetime | None:
    """Return the earliest time by which what this message does is due; None where nothing is."""
    process, calendar = case.process, case.desk.calendar
    if process is None or calendar is None or case.reading.nudges:
        return None
    found: list[datetime | None] = []
    if case.reading.has(Purpose.THANKS):
        ends = [i.end for i in process.interviews if i.end <= case.now]
        found += [case.span("THX001", "due").after(end, calendar) for end in ends[-1:]]
    if (asked := case.open_question) is not None:
        found.append(case.span("WAIT004", "due").after(asked.at, calendar))
    if case.reading.has(Purpose.HAND_IN) or case.message.attachments:
        found += _items(case, process)
    if process.offer is not None:
        found.append(case.span("OFF001", "due").after(process.offer.at, calendar))
        found += [named.end for named in named_dates(process, calendar) if not named.replaced]
    ahead = [i.start for i in process.interviews if i.start > case.now]
    if case.reading.has(Purpose.RESCHEDULE) and ahead:
        found.append(min(ahead))
    return min((by for by in found if by is not None and by > case.now), default=None)


def _items(case: Case, process: Process) -> list[datetime | None]:
    calendar = case.desk.calendar
    assert calendar is not None
    table = case.desk.policy.tables["ASK001"]
    found: list[datetime | None] = []
    owed: list[tuple[str, Requested | Pledged]] = [(item, asked[-1]) for item, asked in to_send(process).items()]
    owed += [(item, pledges[-1]) for item, pledges in open_pledges(process).items()]
    for item, last in owed:
        if last.by is not None:
            means = pledged_moment if isinstance(last, Pledged) else moment
            found.append(means(last.by, calendar, last.at))
            continue
        key = "days_references" if item_key(item) == REFERENCES else "days_made_work" if is_made_work(item) else "days"
        found.append(end_of_business(last.at, int(table[key]), calendar))
    return found
