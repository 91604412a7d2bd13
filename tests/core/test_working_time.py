"""Working time: what an employer's business days, working hours and clock changes make of a span."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.histories import PLACES, begins

from sincerely.app.today.working_calendars import working_calendar
from sincerely.core import working_time
from sincerely.core.working_time import WorkingCalendar

NEW_YORK = working_calendar("US", "America/New_York")
BERLIN = working_calendar("DE", "Europe/Berlin")
# Samoa lacks 30 December 2011: no clock showed that day, and nothing can be due on it.
COUNTED = [(zone, country) for zone, country in PLACES if country != "WS"]


def at(text: str, calendar: WorkingCalendar = NEW_YORK) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=calendar.zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("country", "zone", "day", "works"),
    [
        ("US", "America/New_York", date(2026, 7, 3), False),  # the 4th is a Saturday
        ("US", "America/New_York", date(2026, 7, 6), True),
        ("US", "America/New_York", date(2026, 11, 26), False),
        ("DE", "Europe/Berlin", date(2026, 4, 3), False),
        ("DE", "Europe/Berlin", date(2026, 6, 4), True),
        ("DE-BY", "Europe/Berlin", date(2026, 6, 4), False),
        ("de-by", "Europe/Berlin", date(2026, 6, 4), False),
        ("DE-XX", "Europe/Berlin", date(2026, 4, 3), False),  # of an unknown region the country's own
        ("GB", "Europe/London", date(2026, 5, 4), False),
        ("GB", "Europe/London", date(2026, 12, 28), False),
        ("IL", "Asia/Jerusalem", date(2026, 3, 6), False),
        ("IL", "Asia/Jerusalem", date(2026, 3, 8), True),
        ("AE", "Asia/Dubai", date(2026, 3, 6), True),
        ("AE", "Asia/Dubai", date(2026, 3, 8), False),
        ("AE", "Asia/Dubai", date(2026, 12, 2), False),
        ("ZZ", "UTC", date(2026, 1, 1), True),  # nobody knows its holidays
        ("ZZ", "UTC", date(2026, 1, 3), False),
        ("DE", "Europe/Berlin", date(1950, 12, 25), True),  # nobody announces them so far back or ahead
        ("DE", "Europe/Berlin", date(2150, 12, 25), True),
    ],
)
def test_business_days(*, country: str, zone: str, day: date, works: bool) -> None:
    assert working_calendar(country, zone).is_business_day(day) is works


@pytest.mark.parametrize("year", [1970, 1985, 2000, 2036, 2100])
@pytest.mark.parametrize("country", [country for _, country in PLACES])
def test_far_years_warn_nobody(country: str, year: int) -> None:
    fresh = working_calendar.__wrapped__(country, "UTC")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fresh.is_business_day(date(year, 6, 15)) in {True, False}


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-03-04 15:00", 1, "2026-03-05 15:00"),
        ("2026-03-06 15:00", 1, "2026-03-09 15:00"),
        ("2026-03-07 12:00", 1, "2026-03-09 12:00"),  # from a Saturday the first is Monday
        ("2026-03-04 08:59", 1, "2026-03-05 09:00"),
        ("2026-03-04 09:00", 1, "2026-03-05 09:00"),
        ("2026-03-04 17:00", 1, "2026-03-05 17:00"),
        ("2026-03-04 17:01", 1, "2026-03-05 17:00"),
        ("2026-03-04 23:59", 2, "2026-03-06 17:00"),
        ("2026-07-02 10:00", 1, "2026-07-06 10:00"),
        ("2026-12-24 10:00", 5, "2027-01-04 10:00"),
        ("2026-03-06 10:00", 0, "2026-03-06 10:00"),
        ("2026-03-09 10:00", -1, "2026-03-06 10:00"),
    ],
)
def test_adding_business_days(start: str, count: int, end: str) -> None:
    assert NEW_YORK.add_business_days(at(start), count) == at(end)


def test_a_business_day_is_the_employer_s() -> None:
    # 18:00 on Thursday in New York is midnight in Berlin, where Friday has begun.
    assert BERLIN.add_business_days(at("2026-03-05 18:00"), 1) == at("2026-03-09 09:00", BERLIN)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-03-07 15:00", 1, "2026-03-08 15:00"),  # 23 hours
        ("2026-10-31 15:00", 1, "2026-11-01 15:00"),  # 25 hours
        ("2026-01-31 09:00", 30, "2026-03-02 09:00"),
        ("2026-03-08 15:00", -1, "2026-03-07 15:00"),
    ],
)
def test_plain_days_keep_the_wall_clock(start: str, days: int, end: str) -> None:
    assert NEW_YORK.add_days(at(start), days) == at(end)


def test_a_time_that_the_clock_skips_is_still_one_instant() -> None:
    moved = NEW_YORK.add_days(at("2026-03-07 02:30"), 1)
    assert moved in {at("2026-03-08 01:30"), at("2026-03-08 03:30")}


@pytest.mark.parametrize(
    ("day", "not_before", "moment"),
    [
        ("2026-03-13", None, "2026-03-13 17:00"),
        ("2026-03-15", None, "2026-03-13 17:00"),
        ("2026-07-05", None, "2026-07-02 17:00"),
        ("2026-03-15", "2026-03-13 17:00", "2026-03-13 17:00"),
        ("2026-03-15", "2026-03-13 17:01", "2026-03-16 00:00"),
        ("2026-03-08", "2026-03-07 10:00", "2026-03-09 00:00"),  # the day that lacks an hour
        ("2026-03-13", "2026-03-13 18:00", "2026-03-14 00:00"),
    ],
)
def test_the_last_working_moment_of_a_day(day: str, not_before: str | None, moment: str) -> None:
    since = at(not_before) if not_before else None
    assert NEW_YORK.last_working_moment(date.fromisoformat(day), since) == at(moment)


def test_opening_and_end_of_a_day() -> None:
    assert NEW_YORK.opening(date(2026, 3, 8)) == datetime(2026, 3, 8, 13, tzinfo=UTC)
    assert NEW_YORK.end_of(date(2026, 3, 8)) == datetime(2026, 3, 9, 4, tzinfo=UTC)
    assert NEW_YORK.local(datetime(2026, 3, 8, 13, tzinfo=UTC)).time() == time(9)


def test_a_calendar_without_business_days_ends_all_the_same() -> None:
    idle = WorkingCalendar(ZoneInfo("UTC"), weekend=frozenset(range(7)))
    first = idle.business_day_after(date(2026, 3, 2), 1)
    assert date(2026, 3, 2) < first <= date(2026, 3, 2) + timedelta(days=90)
    assert idle.business_day_after(date(2026, 3, 2), 2) > first


def test_what_was_asked_before_is_answered_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_time, "_REMEMBERED", 3)
    calendar = WorkingCalendar(ZoneInfo("UTC"))
    days = [date(2026, 3, day) for day in range(1, 9)]
    first = [calendar.business_day_after(day, 2) for day in days]
    assert [calendar.business_day_after(day, 2) for day in days] == first
    assert [calendar.day(calendar.opening(day)) for day in (*days, *days)] == [*days, *days]
    assert first == [date(2026, 3, day) for day in (3, 4, 5, 6, 9, 10, 10, 10)]


@pytest.mark.parametrize("zone", ["Pacific/Apia", "America/New_York", "UTC"])
def test_the_ends_of_the_calendar_have_no_neighbours(zone: str) -> None:
    calendar = WorkingCalendar(ZoneInfo(zone))
    assert calendar.business_day_after(date.max, 1) == date.max
    assert calendar.business_day_after(date.min, -1) == date.min
    for day in (date.min, date.max):
        for instant in (calendar.opening(day), calendar.end_of(day), calendar.last_working_moment(day)):
            assert abs(instant.date() - day) <= timedelta(days=1)
    for instant in (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        for days in (-1, 0, 1):
            assert calendar.add_days(instant, days).tzinfo is not None
            assert calendar.add_business_days(instant, days).tzinfo is not None


_ZONES = [WorkingCalendar(ZoneInfo(zone)) for zone in sorted(available_timezones())]


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(st.sampled_from(_ZONES), begins(), st.integers(-72 * 60, 72 * 60))
def test_the_wall_clock_is_the_zone_s_own(calendar: WorkingCalendar, begin: datetime, minutes: int) -> None:
    """Also where clocks change: by an offset that is known to be steady it is only quicker."""
    instant = begin + timedelta(minutes=minutes)
    there = instant.astimezone(calendar.zone)
    assert calendar.wall(instant) == calendar.wall(there) == (there.date(), there.time())
    assert calendar.day(instant) == calendar.day(there) == there.date()
    again = datetime.combine(there.date(), there.time(), calendar.zone).astimezone(UTC)
    assert calendar.at(there.date(), there.time()) == again


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.sampled_from(COUNTED), begins(), st.integers(1, 40))
def test_business_days_against_counting(place: tuple[str, str], instant: datetime, count: int) -> None:
    """The slow way, day by day, says the same; and one by one leads where all at once do."""
    calendar = working_calendar(place[1], place[0])
    day, left = calendar.local(instant).date(), count
    while left:
        day += timedelta(days=1)
        left -= calendar.is_business_day(day)
    there = calendar.add_business_days(instant, count)
    assert calendar.local(there).date() == day
    assert time(9) <= calendar.local(there).time() <= time(17)
    assert calendar.business_day_after(calendar.business_day_after(day, -count), count) in {
        day,
        calendar.business_day_after(calendar.local(instant).date(), count),
    }
    step = calendar.local(instant).date()
    for _ in range(count):
        step = calendar.business_day_after(step, 1)
    assert step == day
