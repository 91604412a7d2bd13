"""What ends today: an offer, or the time in which what they asked for is still early enough, by the dates they named.

What is late already can be made good tomorrow as well as today; what ends tonight cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from sincerely.app.today.reporting import Line
from sincerely.app.today.wording import clocks, your_item
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Offered, Pledged, Requested
from sincerely.core.header import Header
from sincerely.core.offers import named_dates
from sincerely.core.process import Process
from sincerely.core.report import as_known

_OFFER, _HAND_IN = "OFF001", "ASK001"
_DATED = (Offered, Requested, Pledged)
_MOMENT = timedelta(microseconds=1)


def end_of(line: Line, now: datetime) -> datetime | None:
    """Return the instant of this day, on the reader's clock, up to which a finding can be settled in time.

    None where it has another day or none, or only we would like it done today.
    """
    if line.finding.code not in {_OFFER, _HAND_IN}:
        return None
    # The last that is named is the one that counts, see the two rules.
    named = (e.by for e in reversed(line.finding.evidence) if isinstance(e, _DATED) and e.by is not None)
    by = next(named, None)
    return None if by is None else _today(by, line.process.header, now)


def on_its_day(line: Line) -> Line:
    """Return a line as it is shown on the day on which it ends: then an offer wants more than thanks.

    What two dates were named is still to be read.
    """
    if line.finding.code != _OFFER or line.finding.closes is not None:
        return line
    words = "Answer the offer today: yes, no, or a word that you need more time."
    return replace(line, finding=line.finding._replace(message=words))


def said(lines: Iterable[Line], offers: Iterable[Process], now: datetime) -> tuple[str, ...]:
    """Return in words what ends today, offers first.

    An offer that was thanked for is owed nothing more, and yet it ends where nobody says yes or no.

    Args:
        lines: what is owed.
        offers: the processes in which an offer is held.
        now: the instant, on the reader's clock.
    """
    found = [*_offers(offers, now), *_papers(lines, now)]
    return tuple(words for _, words in sorted(found))


def _offers(held: Iterable[Process], now: datetime) -> Iterator[tuple[tuple[bool, datetime], str]]:
    for one in held:
        process, header = as_known(one, now)[0], one.header
        dates = named_dates(process, working_calendar(header.country, header.zone))
        for number, named in enumerate(dates):
            by = named.offered.by
            moved = number + 1 < len(dates)
            if by is None or process.outcome is not None or (moved and named.end <= now):
                continue
            end = _today(by, header, now)
            if end is not None:
                first = "the first date of " if moved else ""
                yield (False, end), f"{first}the offer of {_who(header)} ({_until(end, header, now)})"


def _papers(lines: Iterable[Line], now: datetime) -> Iterator[tuple[tuple[bool, datetime], str]]:
    for line in lines:
        end = end_of(line, now) if line.finding.code == _HAND_IN else None
        if end is not None:
            header = line.process.header
            yield (True, end), f"{your_item(line.finding.who)} for {_who(header)} ({_until(end, header, now)})"


def _today(by: date, header: Header, now: datetime) -> datetime | None:
    """Return when a date is over, where that is today: the reader's day for an hour, the employer's for a day."""
    if isinstance(by, datetime):
        return by if now < by and (by - _MOMENT).astimezone(now.tzinfo).date() == now.date() else None
    if by != now.astimezone(header.tz).date():
        return None
    calendar = working_calendar(header.country, header.zone)
    working = calendar.last_working_moment(by)
    return working if working > now else calendar.end_of(by)


def _who(header: Header) -> str:
    return header.employer or header.id


def _until(end: datetime, header: Header, now: datetime) -> str:
    return f"until {clocks(end, header.tz, now.tzinfo)}"
