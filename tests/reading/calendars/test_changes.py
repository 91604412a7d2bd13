"""Versions of one invitation, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from sincerely.reading.calendars.changes import change, key, latest
from sincerely.reading.calendars.entries import Attendee, Entry

START = datetime(2026, 3, 4, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIRST = Entry(uid="1", method="REQUEST", start=START, end=START + HOUR, stamp=START - 99 * HOUR)
MOVED = replace(FIRST, sequence=1, start=START + HOUR, end=START + 2 * HOUR, stamp=START - 90 * HOUR)
OFF = replace(MOVED, sequence=2, method="CANCEL", stamp=START - 80 * HOUR)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, FIRST, "new"),
        (None, OFF, "cancelled"),
        (FIRST, FIRST, "same"),
        (FIRST, MOVED, "moved"),
        (FIRST, replace(MOVED, sequence=0), "moved"),
        (MOVED, FIRST, "stale"),
        (MOVED, replace(FIRST, sequence=1), "stale"),
        (MOVED, OFF, "cancelled"),
        (OFF, OFF, "same"),
        (OFF, MOVED, "stale"),
        (OFF, replace(OFF, method="REQUEST"), "stale"),
        (OFF, replace(MOVED, sequence=3), "new"),
        (FIRST, replace(FIRST, status="CANCELLED", sequence=1), "cancelled"),
        (FIRST, replace(FIRST, location="Room 4", sequence=1), "updated"),
        (FIRST, replace(FIRST, attendees=(Attendee("Lee", "lee@acme.example"),), sequence=1), "updated"),
        (FIRST, replace(MOVED, method="COUNTER"), "proposed"),
        (FIRST, replace(FIRST, method="REPLY", stamp=START), "answered"),
        (None, replace(FIRST, method="REPLY"), "answered"),
    ],
)
def test_changes(before: Entry | None, after: Entry, expected: str) -> None:
    assert change(before, after) == expected


def test_the_order_in_which_versions_come_does_not_matter() -> None:
    counter = replace(MOVED, method="COUNTER", start=START + 9 * HOUR)
    for versions in permutations([FIRST, MOVED, OFF, FIRST, counter]):
        assert latest(versions) == (OFF,)


def test_occurrences_are_entries_of_their_own() -> None:
    weekly = [replace(FIRST, recurrence_id=START + n * 7 * 24 * HOUR) for n in range(3)]
    off = replace(weekly[1], sequence=1, method="CANCEL")
    assert latest([*weekly, off]) == (weekly[0], off, weekly[2])
    assert key(weekly[0]) == key(replace(weekly[0], recurrence_id=START.astimezone(None)))
