from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sincerely.core.working_time import WorkingCalendar
from sincerely.sample.dates import ExpressionError, Frame, formatted, ordinal

NY = ZoneInfo("America/New_York")
LONDON = ZoneInfo("Europe/London")
CALENDARS = {
    "ny": WorkingCalendar(NY, holidays=frozenset({datetime(2026, 3, 17, tzinfo=NY).date()})),
    "london": WorkingCalendar(LONDON),
}
WEDNESDAY = datetime(2026, 3, 18, 12, tzinfo=NY)
SUNDAY = datetime(2026, 3, 15, 23, 30, tzinfo=NY)


def frame(now: datetime = WEDNESDAY, home: str = "ny", written: datetime | None = None) -> Frame:
    return Frame(now, CALENDARS, home, written)


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("-1bd 14:00", "2026-03-16 14:00"),  # the 17th is a holiday here
        ("+3bd 09:00", "2026-03-23 09:00"),
        ("-3d 07:15", "2026-03-15 07:15"),
        ("-3d bd 07:15", "2026-03-13 07:15"),
        ("-1w 08:00", "2026-03-11 08:00"),
        ("-1bd 14:00 -24h", "2026-03-15 14:00"),
        ("now -95min", "2026-03-18 10:25"),
        ("-1bd eow 17:00", "2026-03-20 17:00"),
        ("-1bd eonw 17:00", "2026-03-27 17:00"),
        ("", "2026-03-18 12:00"),
    ],
)
def test_expressions_count_from_the_opening_day(expression: str, wanted: str) -> None:
    assert f"{frame().moment(expression):%Y-%m-%d %H:%M}" == wanted


def test_the_last_business_day_before_a_sunday_is_friday_wherever_it_is_opened() -> None:
    """Late on Sunday in New York is Monday in London: both mean Friday."""
    assert f"{frame(SUNDAY).moment('-1bd 16:00'):%a %d}" == "Fri 13"
    assert f"{frame(SUNDAY, 'london').moment('-1bd 16:00'):%a %d}" == "Fri 13"


def test_hours_are_elapsed_time_across_a_clock_change() -> None:
    monday = datetime(2026, 3, 9, 12, tzinfo=NY)
    assert frame(monday).moment("09:00 -24h").isoformat() == "2026-03-08T09:00:00-04:00"
    assert frame(monday).moment("09:00 -48h").isoformat() == "2026-03-07T08:00:00-05:00"


def test_a_moment_can_be_shown_on_other_clocks() -> None:
    """In the weeks between the changes London is four hours ahead of New York, not five."""
    assert frame(home="london").text("-1bd 15:00 @ny | h:mm a") == "11:00 AM"


def test_mail_counts_from_the_mails_own_day() -> None:
    written = datetime(2026, 3, 10, 22, tzinfo=NY)
    assert frame(written=written).text("mail +2bd | EEEE, MMMM d") == "Thursday, March 12"
    with pytest.raises(ExpressionError, match="own date"):
        frame().moment("mail +2bd")


def test_near_says_the_weekday_alone_only_when_it_is_the_next_one() -> None:
    written = datetime(2026, 3, 16, 9, tzinfo=NY)
    assert frame(written=written).text("+2bd | near") == "Friday"
    assert frame(written=written).text("+3bd | near") == "Monday, March 23"
    assert frame(home="london", written=written).text("+3bd | near") == "Monday 23 March"


def test_fill_replaces_expressions_and_nothing_else() -> None:
    assert frame().fill("On {{-2d | EEE, MMM d}} {not} {{+1bd | o}}.") == "On Mon, Mar 16 {not} 19th."


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("EEEE, d MMMM yyyy 'at' HH:mm z", "Wednesday, 4 March 2026 at 15:05 EST"),
        ("haa", "3pm"),
        ("dd.MM.yy", "04.03.26"),
        ("de:EEEE, d. MMMM yyyy", "Mittwoch, 4. März 2026"),
        ("rfc", "Wed, 04 Mar 2026 15:05:00 -0500"),
        ("icsutc", "20260304T200500Z"),
        ("ics", "20260304T150500"),
        ("icsdate", "20260304"),
        ("iso", "2026-03-04T15:05-05:00"),
    ],
)
def test_formats(pattern: str, wanted: str) -> None:
    assert formatted(datetime(2026, 3, 4, 15, 5, tzinfo=NY), pattern) == wanted


@pytest.mark.parametrize("expression", ["tomorrow", "-1bd 25:00:00", "-1xd", "-1bd @mars", "-1bd | EEEEE", "-1bd | at"])
def test_what_is_no_expression_is_refused(expression: str) -> None:
    with pytest.raises(ExpressionError):
        frame().text(expression)


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st"]
    )


def test_midnight_and_noon_on_a_twelve_hour_clock() -> None:
    assert formatted(datetime(2026, 1, 1, 0, 5, tzinfo=UTC), "h:mm a") == "12:05 AM"
    assert formatted(datetime(2026, 1, 1, 12, 5, tzinfo=UTC), "h:mm a") == "12:05 PM"
