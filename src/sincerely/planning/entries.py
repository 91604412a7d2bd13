"""Findings to calendar entries: what is due, and until when to wait.

An entry follows from its finding alone, never from the time at which it is made: as long as nothing changes, the
same entry comes out, and nothing is written again. Its UID names process, rule and person, so that a date that
moves moves the entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from hashlib import blake2b

from sincerely.core.finding import Finding
from sincerely.core.header import Header

from .entry_words import Shows, Words, words_of, words_of_waiting

WAITING = "WAIT002"
CHECK_IN = "WAIT003"
# A thing that is due stands in the half hour before.
_LENGTH = timedelta(minutes=30)
_NOTICE = timedelta(hours=2)
_MORNING = time(9)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Held:
    """What holds of one process, and what follows if nothing happens."""

    header: Header
    findings: tuple[Finding, ...]
    ahead: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """One entry to be written.

    Attributes:
        uid: its name in all calendars, for good.
        start, end: instants in UTC, or days; half-open.
        summary, description: plain text.
        category: ``Due`` or ``Waiting``.
        alarm: how long after the start it rings; before it where negative.
    """

    uid: str
    start: datetime | date
    end: datetime | date
    summary: str
    description: str
    category: str
    alarm: timedelta

    @property
    def face(self) -> str:
        """A digest of what people see; the same where nothing needs to be written again."""
        return face_of(self.start, self.end, self.summary, self.description)


def face_of(start: datetime | date, end: datetime | date, summary: str, description: str) -> str:
    """Return a digest of what people see; white space, which programs set as they like, is not told apart."""
    told = (start.isoformat(), end.isoformat(), *(" ".join(text.split()) for text in (summary, description)))
    return blake2b("\0".join(told).encode("utf-8", "replace"), digest_size=16).hexdigest()


def entries_of(held: Iterable[Held], zone: tzinfo, shows: Shows, seed: str) -> tuple[CalendarEntry, ...]:
    """Return the entries for what holds, by their start.

    What has no date has no entry.

    Args:
        held: what holds, and what lies ahead, of each process.
        zone: the reader's own.
        shows: how much is said.
        seed: a secret of the store's own, so that a UID tells nobody what it was made of.
    """
    made: list[CalendarEntry] = []
    for one in held:
        seen: Counter[tuple[str, str]] = Counter()
        for finding in sorted(one.findings, key=lambda f: (f.opens, f.code, f.who)):
            key = (finding.code, finding.who)
            uid = _uid(seed, one.header.id, *key, str(seen[key]))
            seen[key] += 1
            entry = _entry(finding, one, zone, shows, uid)
            made += [entry] if entry is not None else []
    return tuple(sorted(made, key=lambda e: (e.start.isoformat(), e.uid)))


def _uid(seed: str, *parts: str) -> str:
    told = "\0".join(parts).encode("utf-8", "surrogatepass")
    key = seed.encode()[:64]
    return f"{blake2b(told, key=key, digest_size=16).hexdigest()}@sincerely"


def _entry(finding: Finding, one: Held, zone: tzinfo, shows: Shows, uid: str) -> CalendarEntry | None:
    if finding.code == WAITING:
        return None if finding.closes is None else _waiting(finding, finding.closes, one, zone, shows, uid)
    if finding.due is None:
        return None
    words = words_of(finding, one.header, shows)
    return _made(uid, words, finding.due.astimezone(UTC) - _LENGTH, finding.due.astimezone(UTC), _LENGTH - _NOTICE)


def _waiting(finding: Finding, until: datetime, one: Held, zone: tzinfo, shows: Shows, uid: str) -> CalendarEntry:
    """Return the day on which waiting ends; its alarm rings once that has come, and not before the morning."""
    there = until.astimezone(zone)
    writes = any(f.code == CHECK_IN and f.opens == until for f in one.ahead)
    words = words_of_waiting(finding, one.header, shows, there.date(), writes=writes)
    rings = max(there.time(), _MORNING)
    # Elapsed, for on a day when clocks change nine o'clock is not nine hours after midnight.
    alarm = _at(there.date(), rings, zone) - _at(there.date(), time(0), zone)
    return _made(uid, words, there.date(), there.date() + _DAY, alarm)


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock.replace(tzinfo=None), zone).astimezone(UTC)


def _made(uid: str, words: Words, start: datetime | date, end: datetime | date, alarm: timedelta) -> CalendarEntry:
    return CalendarEntry(
        uid=uid,
        start=start,
        end=end,
        summary=words.summary,
        description=words.description,
        category=words.category,
        alarm=alarm,
    )
