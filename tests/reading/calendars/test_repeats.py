"""Entries that repeat, and what becomes of single occurrences."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sincerely.reading.calendars import repeats as calendar_repeats
from sincerely.reading.calendars.entries import CalendarReading, entries

BERLIN = ZoneInfo("Europe/Berlin")
WINDOW = (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC))


def read(*events: str) -> CalendarReading:
    blocks = "".join(f"BEGIN:VEVENT\nUID:7@acme.example\n{event}\nEND:VEVENT\n" for event in events)
    return entries(f"BEGIN:VCALENDAR\n{blocks}END:VCALENDAR\n", own_zone=BERLIN, window=WINDOW)


def days(reading: CalendarReading) -> list[str]:
    assert reading.faults == ()
    return [f"{e.start:%m-%d %H:%M}" for e in reading.entries if e.start]


WEEKLY = "DTSTART;TZID=Europe/Berlin:20260105T100000\nDURATION:PT1H\n"


def test_wall_time_stays_over_a_clock_change() -> None:
    reading = read(WEEKLY + "RRULE:FREQ=WEEKLY;UNTIL=20260407T000000Z")
    assert days(reading) == [f"{d} 10:00" for d in ("03-02", "03-09", "03-16", "03-23", "03-30", "04-06")]
    assert [e.start.utcoffset().seconds for e in reading.entries if e.start] == [3600] * 4 + [7200] * 2  # type: ignore[union-attr]  # aware
    assert all(e.repeats and e.recurrence_id == e.start for e in reading.entries)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=10", ["03-02", "03-09"]),
        ("RRULE:FREQ=WEEKLY;COUNT=10\nEXDATE;TZID=Europe/Berlin:20260302T100000", ["03-09"]),
        ("RRULE:FREQ=WEEKLY;COUNT=10\nEXDATE:20260302T090000Z", ["03-09"]),
        ("RRULE:FREQ=WEEKLY;COUNT=10\nEXDATE;VALUE=DATE:20260302", ["03-09"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260309", ["03-02", "03-09"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260309T100000", ["03-02", "03-09"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260309T085959Z", ["03-02"]),
        ("RDATE;TZID=Europe/Berlin:20260317T100000,20260318T100000", ["03-17", "03-18"]),
        ("RDATE;VALUE=PERIOD:20260317T090000Z/PT2H", ["03-17"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=2TU", ["03-10", "04-14"]),
        ("RRULE:FREQ=WEEKLY;COUNT=10;X-UNHEARD=OF;", ["03-02", "03-09"]),
        ("RRULE:FREQ=YEARLY", []),
    ],
)
def test_rules(rule: str, expected: list[str]) -> None:
    assert days(read(WEEKLY + rule)) == [f"{day} 10:00" for day in expected]


def test_whole_days() -> None:
    reading = read("DTSTART;VALUE=DATE:20200404\nRRULE:FREQ=YEARLY;UNTIL=20301231\nSUMMARY:Birthday")
    assert days(reading) == ["04-04 00:00"]
    assert reading.entries[0].all_day
    assert reading.entries[0].end == datetime(2026, 4, 5, tzinfo=BERLIN)


@pytest.mark.parametrize(
    "times",
    [
        "DTSTART;VALUE=DATE:20260304\nDTEND:20260304T150000Z",
        "DTSTART;VALUE=DATE:20260304\nDURATION:PT1H",
        "DTSTART:20260304T000000\nDTEND:20260304T003000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    ],
)
def test_whole_days_never_end_when_they_begin(times: str) -> None:
    """Found by fuzzing: an end within the first day came out as the beginning of each time it repeats."""
    for entry in read(f"{times}\nRRULE:FREQ=WEEKLY;COUNT=3").entries:
        assert entry.start is not None
        assert entry.end is not None
        assert entry.end > entry.start


def test_a_moved_occurrence_and_a_cancelled_one() -> None:
    reading = read(
        "SUMMARY:Weekly\nDTSTART:20260302T100000Z\nDTEND:20260302T110000Z\nRRULE:FREQ=WEEKLY;COUNT=4",
        "SUMMARY:Moved\nRECURRENCE-ID:20260309T100000Z\nDTSTART:20260310T130000Z\nDTEND:20260310T140000Z",
        "SUMMARY:Off\nRECURRENCE-ID:20260316T100000Z\nSTATUS:CANCELLED\nDTSTART:20260316T100000Z\nDTEND:20260316T110000Z",
    )
    assert [(e.summary, f"{e.start:%d %H}", f"{e.recurrence_id:%d %H}", e.cancelled) for e in reading.entries] == [
        ("Weekly", "02 10", "02 10", False),
        ("Moved", "10 13", "09 10", False),
        ("Off", "16 10", "16 10", True),
        ("Weekly", "23 10", "23 10", False),
    ]


def test_all_that_follow_are_moved() -> None:
    reading = read(
        "DTSTART:20260302T100000Z\nDTEND:20260302T110000Z\nRRULE:FREQ=WEEKLY;COUNT=4",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T100000Z\nDTSTART:20260316T150000Z\nDTEND:20260316T160000Z",
    )
    assert days(reading) == ["03-02 10:00", "03-09 10:00", "03-16 15:00", "03-23 15:00"]


def test_a_changed_occurrence_that_does_not_say_which_stands_alone() -> None:
    reading = read(
        "DTSTART:20260302T100000Z\nRRULE:FREQ=WEEKLY;COUNT=2",
        "RECURRENCE-ID:some day\nDTSTART:20260316T150000Z",
    )
    assert [f"{e.start:%m-%d}" for e in reading.entries] == ["03-16", "03-02", "03-09"]
    assert "it does not say which occurrence it changes" in str(reading.faults[1])


def test_a_changed_occurrence_alone_is_an_entry() -> None:
    reading = read("RECURRENCE-ID:20260316T100000Z\nDTSTART:20260316T150000Z")
    assert days(reading) == ["03-16 15:00"]
    assert reading.entries[0].recurrence_id == datetime(2026, 3, 16, 10, tzinfo=UTC)
    assert reading.entries[0].repeats


def test_entries_that_do_not_repeat_come_whenever_they_are() -> None:
    assert days(read("DTSTART:20190302T100000Z")) == ["03-02 10:00"]


def test_without_a_window_it_comes_once() -> None:
    reading = entries("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + WEEKLY + "RRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n")
    [entry] = reading.entries
    assert entry.repeats
    assert entry.recurrence_id is None


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "FREQ=SECONDLY is not followed"),
        ("FREQ=HOURLY", "FREQ=HOURLY is not followed"),
        ("nonsense", "FREQ= is not followed"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0 is absurd"),
        ("FREQ=DAILY;COUNT=-1", "COUNT=-1 is absurd"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "it would take too long"),
        ("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=" + ",".join(map(str, range(60))), "it would take too long"),
        ("FREQ=DAILY\nDTEND:20330101T000000Z", "it takes longer than two months"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "it counts in the Chinese calendar"),
        ("FREQ=MONTHLY;BYMONTH=13", "it would take too long"),
        ("FREQ=YEARLY;BYMONTH=5L", "it would take too long"),
        ("FREQ=MONTHLY;BYWEEKNO=2", "it would take too long"),
        ("FREQ=DAILY;BYSETPOS=2", "it would take too long"),
        ("FREQ=WEEKLY;UNTIL=garbage", "'GARBAGE' is no date"),
        ("FREQ=WEEKLY;BYDAY=XX", "Expected weekday"),
        ("FREQ=YEARLY;BYSETPOS=999999", "cannot be followed"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_a_fault_and_the_entry_stands(rule: str, why: str) -> None:
    reading = read(f"DTSTART:20260302T100000Z\nRRULE:{rule}")
    assert [f"{e.start:%m-%d}" for e in reading.entries] == ["03-02"]
    assert why in str(reading.faults[0])
    assert reading.faults[0].line == 2


@pytest.mark.slow
def test_costly_rules_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A calendar of a thousand rules that never match is given up after the first few."""
    monkeypatch.setattr(calendar_repeats, "_MOST_COSTLY", 1)
    event = "DTSTART:20260302T100000Z\nRRULE:FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=20"
    blocks = "".join(f"BEGIN:VEVENT\nUID:{n}\n{event}\nEND:VEVENT\n" for n in range(30))
    reading = entries(f"BEGIN:VCALENDAR\n{blocks}END:VCALENDAR\n", window=WINDOW)
    assert len(reading.entries) == 30
    assert sum("too long" in str(fault) for fault in reading.faults) == 29


@pytest.mark.slow
def test_too_many_times_are_cut() -> None:
    blocks = (
        "DTSTART:20260101T000000Z\nRRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,15,30,45"
    )
    reading = read(blocks)
    assert len(reading.entries) == 2_000
    assert "repeats 5,8" in str(reading.faults[0])
