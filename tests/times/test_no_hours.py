"""Figures that look like hours beside others that are: stretches in words, days with dots, amounts."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import datetime

import pytest
from tests.times.test_hiring import check

from sincerely.times import find

AT = datetime(2026, 3, 4, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday 12 March, ten to four, for a trial shift", "2026-03-12 10:00 .. 2026-03-12 16:00"),
        ("Saturday ten to four", "2026-03-07 10:00 .. 2026-03-07 16:00"),
        ("We open on Friday, ten to five", "2026-03-06 10:00 .. 2026-03-06 17:00"),
        ("from ten to six on Friday", "2026-03-06 10:00 .. 2026-03-06 18:00"),
    ],
)
def test_a_day_from_ten_to_four(text: str, expected: str) -> None:
    check(text, expected, "GB")


@pytest.mark.parametrize(
    "text",
    [
        "Five to nine years of experience",
        "We narrowed it from twenty to six on Friday.",
    ],
)
def test_numbers_to_numbers_are_no_minutes_to_the_hour(text: str) -> None:
    assert not [one for one in find(text, AT, "GB") if one.start and one.start.minute]


def test_every_friday_from_ten_to_six_is_no_stretch_without_an_end() -> None:
    assert [one for one in find("We are open from ten to six on Fridays.", AT, "GB") if one.end is None] == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Please sign and return it by 3.15.", datetime(2026, 3, 16)),
        ("Please send it by 12.31.", datetime(2027, 1, 1)),
        ("Please send it before 3.15.", datetime(2026, 3, 15)),
        ("Send it no later than 3.15.", datetime(2026, 3, 16)),
        ("Send it by Friday 3.13.", datetime(2026, 3, 14)),
    ],
)
def test_who_puts_the_month_first_does_so_with_dots(text: str, end: datetime) -> None:
    assert [mention.end for mention in find(text, AT, "US")] == [end]


@pytest.mark.parametrize(
    "text",
    [
        "Please see the reference 4.15-5.20.",
        "We pay 12.50-14.00 depending on experience.",
        "We pay 12.50 to 13.50.",
        "You scored 3.45 to 4.10.",
        "A GPA of 3.50-4.00 is asked for.",
        "Read chapters 2.30 to 4 first.",
        "Costs were cut by 1.50 this year.",
        "Costs were cut by 1.50.",
        "Sales grew by 2.30 last year.",
        "It is faster by 2.30 seconds.",
        "The way is shorter by 3.40 km.",
        "It fell by 1.50 EUR.",
        "It fell by 3.50 %.",
        "It fell by 3.50 percentage points.",
        "It fell by 2.45 kg, or by 2.45 hours.",
        "It is longer by 2.45 times.",
        "Pay is up by 12.50 per week.",
    ],
)
def test_amounts_with_dots_are_no_hours(text: str) -> None:
    assert not [one for one in find(text, AT, "GB") if one.grain in {"minute", "hour"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please send your references by 4.15.", "- .. 2026-03-04 16:15"),
        ("Friday 9.30-10.15 with Ida Holm", "2026-03-06 09:30 .. 2026-03-06 10:15"),
        ("It is at ten to four on Friday.", "2026-03-06 15:50 .. 2026-03-06 15:51"),
    ],
)
def test_hours_beside_which_nothing_else_is_said_stay_hours(text: str, expected: str) -> None:
    check(text, expected, "GB")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fri 10?", "2026-03-06 10:00 .. 2026-03-06 11:00"),
        ("wed 8 works", "2026-03-11 08:00 .. 2026-03-11 09:00"),
        ("nxt wed 8am", "2026-03-11 08:00 .. 2026-03-11 09:00"),
        ("make it 430 actually", "2026-03-04 16:30 .. 2026-03-04 16:31"),
        # These days are near, and are what the figure is.
        ("Tue 10 works", "2026-03-10 .. 2026-03-11"),
        ("Thursday 12", "2026-03-12 .. 2026-03-13"),
        ("Fri 20", "2026-03-20 .. 2026-03-21"),
        ("Monday 3 people came", "2026-03-09 .. 2026-03-10"),
        ("Friday 2 hours of work", "2026-03-06 .. 2026-03-07"),
    ],
)
def test_a_figure_behind_a_weekday_is_an_hour_where_no_such_day_is_near(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", ["Please make it 4 pages.", "We make it 10 people."])
def test_what_one_makes_is_no_hour(text: str) -> None:
    assert find(text, AT) == []
