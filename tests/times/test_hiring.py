"""What hiring mail says, family by family; the reference is Wednesday, 4 March 2026, 15:00."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from sincerely.core.working_time import WorkingCalendar
from sincerely.times import TimeMention, find

AT = datetime(2026, 3, 4, 15)


def show(mention: TimeMention) -> str:
    start = mention.start.strftime("%Y-%m-%d %H:%M") if mention.start else "-"
    end = mention.end.strftime("%Y-%m-%d %H:%M") if mention.end else "-"
    return f"{start} .. {end}".replace(" 00:00", "")


def check(text: str, expected: str, country: str = "US") -> None:
    found = find(text, AT, country)
    assert [show(mention) for mention in found] == expected.split(" | "), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let's talk on Friday.", "2026-03-06 .. 2026-03-07"),
        ("Wednesday works", "2026-03-11 .. 2026-03-12"),
        ("this Friday", "2026-03-06 .. 2026-03-07"),
        ("next Friday", "2026-03-13 .. 2026-03-14"),
        ("last Friday", "2026-02-27 .. 2026-02-28"),
        ("this coming Monday", "2026-03-09 .. 2026-03-10"),
        ("Friday week", "2026-03-13 .. 2026-03-14"),
        ("a week from Monday", "2026-03-16 .. 2026-03-17"),
        ("a week on Thursday", "2026-03-12 .. 2026-03-13"),
        ("Tuesday of next week", "2026-03-10 .. 2026-03-11"),
        ("next week Tuesday", "2026-03-10 .. 2026-03-11"),
        ("Monday after next", "2026-03-16 .. 2026-03-17"),
        ("the day after tomorrow", "2026-03-06 .. 2026-03-07"),
        ("the first Monday in April", "2026-04-06 .. 2026-04-07"),
        ("last Friday of the month", "2026-02-27 .. 2026-02-28"),
        ("the Monday after Easter", "2026-04-06 .. 2026-04-07"),
    ],
)
def test_weekdays(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("March 13", "US", "2026-03-13 .. 2026-03-14"),
        ("13th of March 2027", "US", "2027-03-13 .. 2027-03-14"),
        ("Fri 13 Mar", "GB", "2026-03-13 .. 2026-03-14"),
        ("Sun, Mar. 8, 2026", "US", "2026-03-08 .. 2026-03-09"),
        ("2026-03-13", "US", "2026-03-13 .. 2026-03-14"),
        ("13-Mar-2026", "US", "2026-03-13 .. 2026-03-14"),
        ("on 4/5", "US", "2026-04-05 .. 2026-04-06"),
        ("on 4/5", "GB", "2026-05-04 .. 2026-05-05"),
        ("on 13/3", "US", "2026-03-13 .. 2026-03-14"),
        ("04.05.2026", "DE", "2026-05-04 .. 2026-05-05"),
        ("Thursday the 12th", "US", "2026-03-12 .. 2026-03-13"),
        ("on the 2nd", "US", "2026-04-02 .. 2026-04-03"),
        ("Jan 20", "US", "2026-01-20 .. 2026-01-21"),
        ("our talk on February 20", "US", "2026-02-20 .. 2026-02-21"),
        ("Monday 3/9", "US", "2026-03-09 .. 2026-03-10"),
        ("the twenty-fourth of May", "US", "2026-05-24 .. 2026-05-25"),
        ("Friday, March 14", "US", "2026-03-14 .. 2026-03-15"),  # a slip: the 14th is a Saturday
    ],
)
def test_dates(text: str, country: str, expected: str) -> None:
    check(text, expected, country)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow at 3pm", "2026-03-05 15:00 .. 2026-03-05 16:00"),
        ("Thursday the 12th at 3", "2026-03-12 15:00 .. 2026-03-12 16:00"),
        ("tomorrow at 9:30", "2026-03-05 09:30 .. 2026-03-05 09:31"),
        ("half past two tomorrow", "2026-03-05 14:30 .. 2026-03-05 14:31"),
        ("tomorrow, quarter to ten", "2026-03-05 09:45 .. 2026-03-05 09:46"),
        ("Fri 3/13 @ 9:30a", "2026-03-13 09:30 .. 2026-03-13 09:31"),
        ("9 March 2026 at 14h30", "2026-03-09 14:30 .. 2026-03-09 14:31"),
        ("tomorrow morning", "2026-03-05 06:00 .. 2026-03-05 12:00"),
        ("tonight", "2026-03-04 18:00 .. 2026-03-05"),
        ("Friday morning at 9", "2026-03-06 09:00 .. 2026-03-06 10:00"),
        ("tomorrow at 5 in the afternoon", "2026-03-05 17:00 .. 2026-03-05 18:00"),
        ("8 tonight", "2026-03-04 20:00 .. 2026-03-04 21:00"),
        ("first thing Monday", "2026-03-09 08:00 .. 2026-03-09 10:00"),
        ("EOD Friday", "2026-03-06 17:00 .. 2026-03-07"),
        ("at noon on Friday", "2026-03-06 12:00 .. 2026-03-06 13:00"),
        ("at midnight on March 12", "2026-03-12 .. 2026-03-12 01:00"),
        ("Monday at 2 p.m. ET", "2026-03-09 14:00 .. 2026-03-09 15:00"),
    ],
)
def test_times_of_day(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2:30–3:30 PM ET on Friday", "2026-03-06 14:30 .. 2026-03-06 15:30"),
        ("Tue, Mar 3, 2026, 10:00am - 10:45am (EST)", "2026-03-03 10:00 .. 2026-03-03 10:45"),
        ("tomorrow between 1 and 3pm", "2026-03-05 13:00 .. 2026-03-05 15:00"),
        ("tomorrow from 11 to 1", "2026-03-05 11:00 .. 2026-03-05 13:00"),
        ("from 9am till noon tomorrow", "2026-03-05 09:00 .. 2026-03-05 12:00"),
        ("Mar 5 10:00 pm - 1:00 am", "2026-03-05 22:00 .. 2026-03-06 01:00"),
        ("March 9-13", "2026-03-09 .. 2026-03-14"),
        ("from March 30 through April 3", "2026-03-30 .. 2026-04-04"),
        ("the 12th to the 15th of May", "2026-05-12 .. 2026-05-16"),
        ("Monday to Wednesday next week", "2026-03-09 .. 2026-03-12"),
        ("between now and next Friday", "2026-03-04 15:00 .. 2026-03-14"),
        ("May to July 2026", "2026-05-01 .. 2026-08-01"),
        ("from the 2nd to the 8th", "2026-04-02 .. 2026-04-09"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next week", "2026-03-09 .. 2026-03-16"),
        ("early next week", "2026-03-09 .. 2026-03-12"),
        ("the middle of next week", "2026-03-11 .. 2026-03-13"),
        ("end of the week", "2026-03-06 .. 2026-03-09"),
        ("later this week", "2026-03-05 .. 2026-03-09"),
        ("the week after next", "2026-03-16 .. 2026-03-23"),
        ("the week of the 9th", "2026-03-09 .. 2026-03-16"),
        ("week commencing 16 March", "2026-03-16 .. 2026-03-23"),
        ("first week of April", "2026-04-06 .. 2026-04-13"),
        ("mid-April", "2026-04-11 .. 2026-04-21"),
        ("late March", "2026-03-21 .. 2026-04-01"),
        ("end of Q2", "2026-06-01 .. 2026-07-01"),
        ("Q3 2026", "2026-07-01 .. 2026-10-01"),
        ("the second quarter", "2026-04-01 .. 2026-07-01"),
        ("early 2027", "2027-01-01 .. 2027-04-01"),
        ("in the spring of 2027", "2027-03-20 .. 2027-06-21"),
        ("over the weekend", "2026-03-07 .. 2026-03-09"),
        ("in May", "2026-05-01 .. 2026-06-01"),
        ("we met in January", "2026-01-01 .. 2026-02-01"),
        ("in the next couple of weeks", "2026-03-04 15:00 .. 2026-03-19"),
        ("over the coming weeks", "2026-03-04 15:00 .. 2026-03-26"),
    ],
)
def test_weeks_and_longer(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in two weeks", "2026-03-18 .. 2026-03-19"),
        ("in 2 weeks' time", "2026-03-18 .. 2026-03-19"),
        ("three days ago", "2026-03-01 .. 2026-03-02"),
        ("in 2-3 days", "2026-03-06 .. 2026-03-08"),
        ("in 36 hours", "2026-03-06 03:00 .. 2026-03-06 03:01"),
        ("in an hour and a half", "2026-03-04 16:30 .. 2026-03-04 16:31"),
        ("in 5 business days", "2026-03-11 .. 2026-03-12"),
        ("It takes some time, 7-10 business days.", "2026-03-13 .. 2026-03-19"),
        ("two weeks from Friday", "2026-03-20 .. 2026-03-21"),
        ("two days before March 20", "2026-03-18 .. 2026-03-19"),
    ],
)
def test_durations(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Friday", "- .. 2026-03-07"),
        ("by the end of next week", "- .. 2026-03-16"),
        ("before Friday", "- .. 2026-03-06"),
        ("before the end of the month", "- .. 2026-04-01"),
        ("until March 20", "- .. 2026-03-21"),
        ("within 5 business days", "- .. 2026-03-12"),
        ("within two weeks", "- .. 2026-03-19"),
        ("within 24 hours", "- .. 2026-03-05 15:00"),
        ("no later than 5pm ET on March 13", "- .. 2026-03-13 17:00"),
        ("by EOD Friday", "- .. 2026-03-07"),
        ("by COB Thursday", "- .. 2026-03-05 17:00"),
        ("by tomorrow morning", "- .. 2026-03-05 12:00"),
        ("by noon on Friday", "- .. 2026-03-06 12:00"),
        ("by midnight on Friday", "- .. 2026-03-07"),
        ("tomorrow before 4pm", "- .. 2026-03-05 16:00"),
        ("within three business days of March 9", "- .. 2026-03-13"),
        ("in less than a week", "- .. 2026-03-12"),
        ("before Easter", "- .. 2026-04-05"),
        ("Please allow 5 business days.", "- .. 2026-03-12"),
        ("after Easter", "2026-04-06 .. -"),
        ("starting April 6", "2026-04-06 .. -"),
        ("no earlier than April 1", "2026-04-01 .. -"),
        ("tomorrow after 3pm", "2026-03-05 15:00 .. -"),
    ],
)
def test_deadlines_and_open_ends(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thursday at 10, 11:30 or 3pm",
            "2026-03-05 10:00 .. 2026-03-05 11:00 | 2026-03-05 11:30 .. 2026-03-05 11:31 | 2026-03-05 15:00 .. 2026-03-05 16:00",
        ),
        ("On Thursday we have a slot at 3pm", "2026-03-05 .. 2026-03-06 | 2026-03-05 15:00 .. 2026-03-05 16:00"),
        ("Monday or Tuesday next week", "2026-03-09 .. 2026-03-10 | 2026-03-10 .. 2026-03-11"),
        ("March 10, 11 or 13", "2026-03-10 .. 2026-03-11 | 2026-03-11 .. 2026-03-12 | 2026-03-13 .. 2026-03-14"),
        ("the 10th, 11th, or 12th of March", "2026-03-10 .. 2026-03-11 | 2026-03-11 .. 2026-03-12 | 2026-03-12 .. 2026-03-13"),
        ("Tuesday at 10 or 11", "2026-03-10 10:00 .. 2026-03-10 11:00 | 2026-03-10 11:00 .. 2026-03-10 12:00"),
        ("10 or 11 tomorrow", "2026-03-05 10:00 .. 2026-03-05 11:00 | 2026-03-05 11:00 .. 2026-03-05 12:00"),
        ("8 or 9pm on Friday", "2026-03-06 20:00 .. 2026-03-06 21:00 | 2026-03-06 21:00 .. 2026-03-06 22:00"),
        ("11 or 2pm on Friday", "2026-03-06 11:00 .. 2026-03-06 12:00 | 2026-03-06 14:00 .. 2026-03-06 15:00"),
        ("Friday at 8pm or 9", "2026-03-06 20:00 .. 2026-03-06 21:00 | 2026-03-06 21:00 .. 2026-03-06 22:00"),
        ("Tuesday at 10 or 11 people", "2026-03-10 10:00 .. 2026-03-10 11:00"),
        ("Tuesday at 10 or 11 on Wednesday", "2026-03-10 10:00 .. 2026-03-10 11:00 | 2026-03-11 .. 2026-03-12"),
        ("rooms 2 or 3pm on Friday", "2026-03-06 15:00 .. 2026-03-06 16:00"),
        ("Friday before 10am or after 3pm", "- .. 2026-03-06 10:00 | 2026-03-06 15:00 .. -"),
        ("Friday after 3 or before 10", "2026-03-06 15:00 .. - | - .. 2026-03-06 10:00"),
        ("On Friday I am free after 9am", "2026-03-06 .. 2026-03-07 | 2026-03-06 09:00 .. -"),
        ("16 March or 18 March", "2026-03-16 .. 2026-03-17 | 2026-03-18 .. 2026-03-19"),
        ("moved from Thu 12 March to Mon 16 March", "2026-03-12 .. 2026-03-13 | 2026-03-16 .. 2026-03-17"),
    ],
)  # fmt: skip
def test_lists_lend_each_other(text: str, expected: str) -> None:
    check(text, expected)


def test_holidays_shift_business_days() -> None:
    calendar = WorkingCalendar(ZoneInfo("America/New_York"), holidays={date(2026, 3, 9)})
    [mention] = find("within 3 business days", AT, "US", calendar)
    assert mention.end == datetime(2026, 3, 11)


def test_an_aware_reference_makes_aware_answers() -> None:
    zone = ZoneInfo("Europe/Berlin")
    [mention] = find("tomorrow at 3 PM ET", AT.replace(tzinfo=zone))
    assert mention.start == datetime(2026, 3, 5, 21, tzinfo=zone)
    assert mention.start.tzinfo is zone


def test_a_zone_follows_its_summer_time() -> None:
    zone = ZoneInfo("UTC")
    winter, summer = (find(f"{day} 2026 at noon ET", AT.replace(tzinfo=zone))[0] for day in ("March 7", "March 9"))
    assert (winter.start, summer.start) == (
        datetime(2026, 3, 7, 17, tzinfo=zone),
        datetime(2026, 3, 9, 16, tzinfo=zone),
    )


def test_hours_are_elapsed_time_where_the_zone_is_known() -> None:
    zone = ZoneInfo("Europe/Berlin")  # clocks go forward on 29 March 2026
    [mention] = find("in 24 hours", datetime(2026, 3, 28, 12, tzinfo=zone))
    assert mention.start == datetime(2026, 3, 29, 13, tzinfo=zone)


def test_the_quote_is_where_it_says() -> None:
    text = "Hello – could you send it by 5 p.m. on Friday? Thanks."
    [mention] = find(text, AT)
    assert mention.quote == text[mention.begin : mention.stop] == "by 5 p.m. on Friday"


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("on the last day of the month", "US", "2026-03-31 .. 2026-04-01"),
        ("the first business day of April", "US", "2026-04-01 .. 2026-04-02"),
        ("on the next working day", "US", "2026-03-05 .. 2026-03-06"),
        ("within the next business day", "US", "- .. 2026-03-06"),
        ("in the next week or two", "US", "2026-03-04 15:00 .. 2026-03-19"),
        ("Monday 3/9 10am-12pm, Tuesday 3/10 after 2pm", "US", "2026-03-09 10:00 .. 2026-03-09 12:00 | 2026-03-10 14:00 .. -"),
        ("on Mon 9th and Tue 10th March", "GB", "2026-03-09 .. 2026-03-10 | 2026-03-10 .. 2026-03-11"),
        ("Tue/Wed next week", "US", "2026-03-10 .. 2026-03-11 | 2026-03-11 .. 2026-03-12"),
        ("25.-27.03.2026", "DE", "2026-03-25 .. 2026-03-28"),
        ("20MAR26 at 1435", "GB", "2026-03-20 14:35 .. 2026-03-20 14:36"),
        ("13. Okt 10:00", "GB", "2026-10-13 10:00 .. 2026-10-13 10:01"),
        ("Friday 13.03.1707", "GB", "2026-03-13 17:07 .. 2026-03-13 17:08"),
        ("11/12 at the latest", "GB", "- .. 2026-12-12"),
        ("at 9:00am Eastern / 6:00am Pacific tomorrow", "US", "2026-03-05 09:00 .. 2026-03-05 09:01"),
        ("by noon on Friday 13 March. Late entries", "GB", "- .. 2026-03-13 12:00"),
        ("half nine on Monday", "GB", "2026-03-09 09:30 .. 2026-03-09 09:31"),
        ("by 6 at the very latest", "US", "- .. 2026-03-04 18:00"),
        ("early in the new year", "US", "2027-01-01 .. 2027-04-01"),
        ("our address changes from June 1", "US", "2026-06-01 .. -"),
    ],
)  # fmt: skip
def test_what_sentences_showed_missing(text: str, country: str, expected: str) -> None:
    check(text, expected, country)


def test_an_offset_with_a_colon_is_a_zone() -> None:
    zone = ZoneInfo("UTC")
    [mention] = find("2026-03-09T09:27:30-05:00", AT.replace(tzinfo=zone))
    assert mention.start == datetime(2026, 3, 9, 14, 27, 30, tzinfo=zone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday at 7 or 8 in the evening", "2026-03-09 07:00 .. 2026-03-09 08:00 | 2026-03-09 20:00 .. 2026-03-09 21:00"),
        ("by Friday 5pm or 6", "- .. 2026-03-06 17:00"),
        ("no later than Monday at 10 or 11", "- .. 2026-03-09 10:00"),
        ("by tomorrow at 9 or 10", "- .. 2026-03-05 09:00"),
        ("10 or 11 tomorrow", "2026-03-05 10:00 .. 2026-03-05 11:00 | 2026-03-05 11:00 .. 2026-03-05 12:00"),
        ("11 tomorrow morning", "2026-03-05 11:00 .. 2026-03-05 12:00"),
        ("10 or 11 tomorrow morning", "2026-03-05 11:00 .. 2026-03-05 12:00"),
        ("Question 3 or 4 tomorrow", "2026-03-05 16:00 .. 2026-03-05 17:00"),
    ],
)  # fmt: skip
def test_lists_of_hours_leave_deadlines_and_parts_of_the_day(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow's 9.30 with Ana", "2026-03-05 09:30 .. 2026-03-05 09:31"),
        ("Come on Friday 11.45, please", "2026-03-06 11:45 .. 2026-03-06 11:46"),
        ("We'll be done by 10.30 on Friday.", "- .. 2026-03-06 10:30"),
        ("The desk is staffed till 4.30.", "- .. 2026-03-04 16:30"),
        ("Send it by 9.12.", "- .. 2026-12-10"),
        ("Friday 6.3. it is", "2026-03-06 .. 2026-03-07"),
    ],
)
def test_hours_with_a_dot_are_no_days_where_no_such_month_is(text: str, expected: str) -> None:
    check(text, expected, "GB")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hand it in before the end of Tuesday 10 March.", "- .. 2026-03-11"),
        ("We need it by the end of the 10th.", "- .. 2026-03-11"),
        ("Hand it in before Tuesday 10 March.", "- .. 2026-03-10"),
        ("Any time before the end of March will do.", "- .. 2026-04-01"),
    ],
)
def test_before_the_end_of_a_day_the_day_is_used_up(text: str, expected: str) -> None:
    check(text, expected)


def test_what_is_cut_by_an_amount_is_cut_by_no_hour() -> None:
    assert find("The fee was reduced by 2.50 euros.", AT, "GB") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is ten to ten on Thursday for you.", "2026-03-05 09:50 .. 2026-03-05 09:51"),
        ("We said five to four on Friday.", "2026-03-06 15:55 .. 2026-03-06 15:56"),
        ("Friday, twenty to nine", "2026-03-06 08:40 .. 2026-03-06 08:41"),
        ("ten to eleven on Friday", "2026-03-06 10:00 .. 2026-03-06 11:00"),
        ("from ten to two on Friday", "2026-03-06 10:00 .. 2026-03-06 14:00"),
        ("9.30 until 10 on Friday", "2026-03-06 09:30 .. 2026-03-06 10:00"),
        ("4.30-5.15 Ana Roth and Lee Wong", "2026-03-04 16:30 .. 2026-03-04 17:15"),
        ("Sunday at 10 rather than later", "2026-03-08 10:00 .. 2026-03-08 11:00"),
    ],
)
def test_minutes_to_the_hour_and_stretches_with_dots(text: str, expected: str) -> None:
    check(text, expected, "GB")


@pytest.mark.parametrize(
    "text",
    [
        "We see five to ten candidates.",
        "from two to three people",
        "It pays 10.50-11 an hour.",
        "twenty to thirty guests",
    ],
)
def test_numbers_of_people_and_pay_are_no_hours(text: str) -> None:
    assert find(text, AT, "GB") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let's say half past ten.", "2026-03-05 10:30 .. 2026-03-05 10:31"),
        ("We finish at half four.", "2026-03-04 16:30 .. 2026-03-04 16:31"),
        ("It will be over by half five.", "- .. 2026-03-04 17:30"),
    ],
)
def test_half_past_an_hour_is_a_time_by_itself(text: str, expected: str) -> None:
    check(text, expected, "GB")


@pytest.mark.parametrize(
    "text",
    ["half of the two teams", "at half the price", "half two of them", "a half marathon at ten", "half past caring"],
)
def test_half_of_something_is_no_time(text: str) -> None:
    assert find(text, AT, "GB") == []
