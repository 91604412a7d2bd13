"""When to remind, and of what: a plan that holds until its next instant.

Once a morning a digest of what is new; in between, what presses. Never in quiet hours, never more often a day than
was chosen, each finding at most once for each stage it reaches. Days and hours are the reader's own; they are
intervals of instants, so that a night on which clocks change is as quiet as any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from hashlib import blake2b

from sincerely.core.finding import Finding, Stage
from sincerely.core.header import Header

_DAY = timedelta(days=1)
# What does harm so soon after it is due presses already when it is due.
_PRESSING = timedelta(hours=24)
# To wait is nothing that one must be told of each time.
_QUIET_CODES = frozenset({"WAIT002"})


class Kind(StrEnum):
    """What a notice is."""

    DIGEST = "digest"
    URGENT = "urgent"


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the person chose.

    Attributes:
        zone: whose clock counts.
        digest: when the morning's digest comes; None for none.
        urgent: whether what presses is told in between.
        quiet: from when to when nothing is said, on the clock; both the same for never.
        most: how many notices a day at most; 0 for none.
    """

    zone: tzinfo
    digest: time | None = time(8)
    urgent: bool = True
    quiet: tuple[time, time] = (time(21), time(8))
    most: int = 3


@dataclass(frozen=True)
class Remindable:
    """A finding of one process that holds now, or will."""

    header: Header
    finding: Finding

    @property
    def key(self) -> str:
        """Its name: the same as long as it is the same debt."""
        finding = self.finding
        told = (self.header.id, finding.code, finding.who, finding.opens.astimezone(UTC).isoformat())
        return blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass(frozen=True)
class Shown:
    """That a finding was told at a stage."""

    key: str
    stage: Stage
    at: datetime
    kind: Kind


@dataclass(frozen=True)
class Told:
    """A finding, and the stage at which it is told."""

    what: Remindable
    stage: Stage


@dataclass(frozen=True)
class Notice:
    """What is to be said now, in one go."""

    kind: Kind
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Plan:
    """What to say now, and when the answer will next be different; None until something happens."""

    notice: Notice | None
    next_at: datetime | None


def reminders(found: Sequence[Remindable], shown: Iterable[Shown], wishes: Wishes, now: datetime) -> Plan:
    """Return what to say at an instant; the same for every ``t`` with ``now <= t < next_at``.

    Args:
        found: what holds and what will hold.
        shown: what was told before, of these findings at any time and of all in the last two days.
        wishes: what the person chose.
        now: the instant, aware.
    """
    before = tuple(shown)
    notice = _due(found, before, wishes, now)
    later = (t for t in _edges(found, wishes, now) if _due(found, before, wishes, t) != notice)
    return Plan(notice, next(later, None))


def _due(found: Sequence[Remindable], shown: tuple[Shown, ...], wishes: Wishes, now: datetime) -> Notice | None:
    """Return the notice that may be given at an instant."""
    if _in_quiet(wishes, now):
        return None
    begins, ends = _today(wishes.zone, now)
    today = [one for one in shown if begins <= one.at < ends]
    if len({(one.at, one.kind) for one in today}) >= wishes.most:
        return None
    news = _news(found, shown, now)
    if not news:
        return None
    if wishes.digest is not None and not any(one.kind is Kind.DIGEST for one in today):
        morning = _at(begins.astimezone(wishes.zone).date(), wishes.digest, wishes.zone)
        # What came up since waits for the next morning, or presses.
        if now >= morning and any(_stood(one, morning) for one in news):
            return Notice(Kind.DIGEST, news)
    pressing = tuple(one for one in news if _presses(one)) if wishes.urgent else ()
    return Notice(Kind.URGENT, pressing) if pressing else None


def _news(found: Sequence[Remindable], shown: tuple[Shown, ...], now: datetime) -> tuple[Told, ...]:
    """Return what holds and was not told yet at its stage, most urgent first."""
    told = {(one.key, one.stage) for one in shown}
    held = [
        Told(one, one.finding.stage(now))
        for one in found
        if one.finding.code not in _QUIET_CODES and one.finding.holds(now)
    ]
    new = [one for one in held if (one.what.key, one.stage) not in told]
    return tuple(sorted(new, key=_rank))


_ORDER = {Stage.LATE: 0, Stage.DUE: 1, Stage.SOON: 2, Stage.OPEN: 3}


def _rank(one: Told) -> tuple[object, ...]:
    finding = one.what.finding
    return (
        _ORDER[one.stage],
        finding.due or finding.opens,
        finding.code,
        one.what.header.id,
        finding.who,
        one.what.key,
    )


def _stood(one: Told, at: datetime) -> bool:
    """Whether a finding was as far along as now at an earlier instant already."""
    finding = one.what.finding
    return finding.holds(at) and finding.stage(at) is one.stage


def _presses(one: Told) -> bool:
    """Whether a finding cannot wait for the morning: late, or due and soon late."""
    finding = one.what.finding
    if one.stage is Stage.LATE:
        return True
    soon_late = finding.late is not None and finding.due is not None and finding.late - finding.due <= _PRESSING
    return one.stage is Stage.DUE and soon_late


def _edges(found: Sequence[Remindable], wishes: Wishes, now: datetime) -> Iterator[datetime]:
    """Yield, in order, every later instant at which the notice could change.

    Between two edges of findings every day is like the one before it, from the second on: the days around each
    edge are enough.
    """
    changes = {edge for one in found for edge in one.finding.edges if edge > now}
    days = {_date(wishes.zone, t) + _DAY * offset for t in (now, *changes) for offset in (-1, 0, 1, 2) if _inside(t)}
    clocks = [time(0), *wishes.quiet, *([wishes.digest] if wishes.digest is not None else [])]
    daily = {_at(day, clock, wishes.zone) for day in days for clock in clocks}
    yield from sorted(t for t in changes | daily if t > now)


def _inside(at: datetime) -> bool:
    """Whether an instant has days around it: dates end with the year 9999."""
    return 1 < at.year < 9999


def _in_quiet(wishes: Wishes, now: datetime) -> bool:
    begins, ends = wishes.quiet
    if begins == ends or not _inside(now):
        return False
    today = _date(wishes.zone, now)
    for day in (today - _DAY, today, today + _DAY):
        last = day if begins < ends else day + _DAY
        if _at(day, begins, wishes.zone) <= now < _at(last, ends, wishes.zone):
            return True
    return False


def _today(zone: tzinfo, now: datetime) -> tuple[datetime, datetime]:
    """Return the day's first instant and that of the next day."""
    today = _date(zone, now)
    for day in (today + _DAY, today, today - _DAY) if _inside(now) else ():
        begins, ends = _at(day, time(0), zone), _at(day + _DAY, time(0), zone)
        if begins <= now < ends:
            return begins, ends
    return now, now


def _date(zone: tzinfo, at: datetime) -> date:
    return at.astimezone(zone).date()


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
