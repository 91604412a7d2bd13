"""Entries that repeat, expanded to the times inside a window.

The work is bounded: a rule that could keep a computer busy for minutes (every second, or on the 30th of
February) is not expanded; the entry then comes once, and a fault says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]  # it has no stubs

from .entries import Entry
from .lines import Component, Property
from .values import Clock, Stamp

_LONGEST_WINDOW = timedelta(days=5 * 366)
_MOST_TIMES = 2_000
# Rules that take long when they never match; so many of them are followed in one calendar.
_MOST_COSTLY = 10
_MOST_A_DAY = 96
# What repeats and takes longer would overlap itself for ever.
_LONGEST = timedelta(days=62)
_COSTLY = frozenset({"BYSETPOS", "BYYEARDAY", "BYWEEKNO", "BYHOUR", "BYMINUTE", "BYSECOND", "BYMONTHDAY"})
_KNOWN = _COSTLY | {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYMONTH", "WKST"}
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_INDEX = "X-INDEX"
_DAY = timedelta(days=1)
_Read = tuple[Component, Entry]


def expanded(read: list[_Read], clock: Clock, window: tuple[datetime, datetime]) -> list[Entry]:
    """Return the entries of one calendar, in its order, those that repeat once for each time in the window."""
    return _Expansion(clock, window).entries(read)


class _Expansion:
    """One calendar's expansion; counts what it costs."""

    def __init__(self, clock: Clock, window: tuple[datetime, datetime]) -> None:
        begin, stop = window
        self.clock = clock
        self.begin, self.stop = begin, min(stop, begin + _LONGEST_WINDOW)
        self.costly = 0

    def entries(self, read: list[_Read]) -> list[Entry]:
        series: dict[str, list[_Read]] = {}
        for number, (event, entry) in enumerate(read):
            series.setdefault(entry.uid or f"#{number}", []).append((event, entry))
        found: list[Entry] = []
        for members in series.values():
            if any(_repeats(event) for event, _ in members):
                found += self._series(members)
            else:
                found += [entry for _, entry in members]
        return found

    def _series(self, members: list[_Read]) -> list[Entry]:
        """Expand the entries of one UID: the one that repeats, and its changed occurrences."""
        calendar = icalendar.Calendar()
        alone: list[Entry] = []
        without: set[datetime | date] = set()
        for number, (event, entry) in enumerate(members):
            try:
                calendar.add_component(self._event(event, entry, number))
                without.update(self._exceptions(event))
            except (ValueError, OverflowError, TypeError, KeyError) as error:
                self.clock.faults.note(event.line, f"how it repeats cannot be read ({error}); taken as it stands")
                alone.append(entry)
        try:
            times = recurring_ical_events.of(calendar).between(self.begin, self.stop)
        except Exception as error:  # noqa: BLE001 - whatever a library makes of a damaged rule is the calendar's fault
            self.clock.faults.note(members[0][0].line, f"how it repeats cannot be followed ({error})")
            return [entry for _, entry in members]
        if len(times) > _MOST_TIMES:
            self.clock.faults.note(members[0][0].line, f"repeats {len(times):,} times; {_MOST_TIMES:,} were read")
        found = [self._occurrence(time, members) for time in times[:_MOST_TIMES]]
        kept = [e for e in found if e.recurrence_id not in without and _day(e) not in without]
        return [*alone, *sorted(kept, key=lambda e: e.start or self.begin)]

    def _occurrence(self, found: Any, members: list[_Read]) -> Entry:
        """Return the entry for one time that the library found."""
        entry = members[int(found[_INDEX])][1]
        own = entry.start.tzinfo if entry.start else self.clock.own
        start = _aware(found["DTSTART"].dt, own)
        end = None if entry.end is None else _aware(found["DTEND"].dt, own)
        again = found.get("RECURRENCE-ID")
        return replace(
            entry,
            start=start,
            end=end,
            recurrence_id=_aware(again.dt, own) if again else start,
            repeats=True,
        )

    def _event(self, event: Component, entry: Entry, number: int) -> icalendar.Event:
        """Write an entry the way the library wants it: times resolved, the rule checked."""
        if entry.start is None:
            raise ValueError("its beginning is not known")
        if entry.end is not None and entry.end - entry.start > _LONGEST and not event.first("RECURRENCE-ID"):
            raise ValueError("it takes longer than two months")
        made = icalendar.Event()
        made.add("UID", "series")
        made.add(_INDEX, str(number))
        made.add("SEQUENCE", entry.sequence)
        made.add("DTSTART", _plain(entry.start, entry))
        if entry.end is not None:
            made.add("DTEND", _plain(entry.end, entry))
        if again := event.first("RECURRENCE-ID"):
            self._changed(made, again, entry)
            return made
        for rule in event.all("RRULE")[:4]:
            made.add("RRULE", self._rule(rule, entry))
        for stamp in self._dates(event, "RDATE"):
            made.add("RDATE", _plain(stamp.at, entry))
        return made

    def _changed(self, made: icalendar.Event, again: Property, entry: Entry) -> None:
        if entry.recurrence_id is None:
            raise ValueError("it does not say which occurrence it changes")
        future = again.params.get("RANGE", "").upper() == "THISANDFUTURE"
        at = _plain(entry.recurrence_id, entry) if not _is_date(again) else entry.recurrence_id.date()
        made.add("RECURRENCE-ID", at, parameters={"RANGE": "THISANDFUTURE"} if future else {})

    def _rule(self, rule: Property, entry: Entry) -> icalendar.vRecur:
        """Return a rule that ends, and whose end is of the same kind as the beginning."""
        items = dict(item.strip().partition("=")[::2] for item in rule.value.upper().split(";") if item.strip())
        if items.get("RSCALE", "GREGORIAN") != "GREGORIAN":
            raise ValueError(f"it counts in the {items['RSCALE'][:20].capitalize()} calendar")
        items = {name: value for name, value in items.items() if name in _KNOWN and value}
        if items.get("FREQ") not in _FREQUENCIES:
            raise ValueError(f"FREQ={items.get('FREQ', '')[:20]} is not followed")
        for name in ("INTERVAL", "COUNT"):
            if name in items and not (items[name].isdigit() and 0 < int(items[name]) < 1_000_000):
                raise ValueError(f"{name}={items[name][:20]} is absurd")
        ancient = entry.start is not None and entry.start.year < 1970
        self.costly += bool(ancient or _COSTLY & items.keys())
        if self.costly > _MOST_COSTLY or not _may_match(items) or _times_a_day(items) > _MOST_A_DAY:
            raise ValueError("it would take too long")
        until = items.pop("UNTIL", "")
        made: icalendar.vRecur = icalendar.vRecur.from_ical(
            ";".join(f"{name}={value}" for name, value in items.items())
        )
        if until:
            made["UNTIL"] = [self._until(until, rule, entry)]
        return made

    def _until(self, until: str, rule: Property, entry: Entry) -> datetime | date:
        """Return the end of a rule: a date for days; for times an instant, whatever was written."""
        last = self.clock.stamp(until, Property(rule.name, until, rule.line))
        zone = entry.start.tzinfo if entry.start else self.clock.own
        if entry.all_day:
            return last.at.astimezone(zone).date() if not (last.all_day or last.floating) else last.at.date()
        if last.all_day:
            return datetime.combine(last.at.date(), time(23, 59, 59), zone).astimezone(UTC)
        return (last.at.replace(tzinfo=zone) if last.floating else last.at).astimezone(UTC)

    def _dates(self, event: Component, name: str) -> Iterator[Stamp]:
        """Yield the times of RDATE and EXDATE; of a period its beginning."""
        for prop in event.all(name):
            for value in filter(None, (v.strip() for v in prop.value.split(",")[:_MOST_TIMES])):
                try:
                    yield self.clock.stamp(value.partition("/")[0], prop)
                except (ValueError, OverflowError) as error:
                    self.clock.faults.note(prop.line, f"{name}: {error}")

    def _exceptions(self, event: Component) -> set[datetime | date]:
        """Return what EXDATE takes away: instants, and whole days (written for timed entries too)."""
        return {stamp.at.date() if stamp.all_day else stamp.at for stamp in self._dates(event, "EXDATE")}


def _may_match(items: dict[str, str]) -> bool:
    """Whether a rule can ever match: not on the 30th of February, nor on the third of one hit a day."""
    if "BYSETPOS" in items and items["FREQ"] not in {"MONTHLY", "YEARLY"}:
        return False
    if {"BYYEARDAY", "BYWEEKNO"} & items.keys() and items["FREQ"] != "YEARLY":
        return False
    months = [int(m) if m.isdigit() else 0 for m in items.get("BYMONTH", "1").split(",")]
    if not all(1 <= month <= 12 for month in months):
        return False
    days = [abs(int(d)) for d in items.get("BYMONTHDAY", "").split(",") if d.lstrip("+-").isdigit()] or [1]
    longest = max((29 if m == 2 else 30 if m in {4, 6, 9, 11} else 31) for m in months)
    return min(days) <= longest


def _times_a_day(items: dict[str, str]) -> int:
    """Return how often a day a rule asks for."""
    counts = [len(items[name].split(",")) for name in ("BYHOUR", "BYMINUTE", "BYSECOND") if name in items]
    return math.prod(counts)


def _repeats(event: Component) -> bool:
    return event.first("RRULE") is not None or event.first("RDATE") is not None


def _is_date(prop: Property) -> bool:
    return len(prop.value.strip()) <= len("2026-03-04")


def _plain(at: datetime, entry: Entry) -> datetime | date:
    """Return a date for an all-day entry."""
    return at.date() if entry.all_day else at


def _day(entry: Entry) -> date | None:
    return entry.recurrence_id.date() if entry.recurrence_id else None


def _aware(at: datetime | date, zone: tzinfo | None) -> datetime:
    if isinstance(at, datetime):
        return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)
    return datetime.combine(at, time(0), zone)
