"""Days and weeks told by the one before, lists of shortened weekdays, the middle of a week, times of Greenwich."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from sincerely.times import find

AT = datetime(2026, 11, 26, 10)


def show(text: str, country: str = "GB") -> list[str]:
    return [
        f"{mention.quote}: {mention.start:%m-%d %H:%M} .. {mention.end:%m-%d %H:%M}"
        for mention in find(text, AT, country)
        if mention.start and mention.end
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("next Tuesday or the Tuesday after", "the Tuesday after: 12-08 00:00 .. 12-09 00:00"),
        ("Tuesday or the Thursday after", "the Thursday after: 12-03 00:00 .. 12-04 00:00"),
        ("Thursday at 2 or the Thursday after", "the Thursday after: 12-10 14:00 .. 12-10 15:00"),
        ("tomorrow or the day after", "the day after: 11-28 00:00 .. 11-29 00:00"),
        ("next week or the week after", "the week after: 12-07 00:00 .. 12-14 00:00"),
        ("Friday or the Friday after Christmas", "the Friday after Christmas: 01-01 00:00 .. 01-02 00:00"),
        ("tomorrow or the day after tomorrow", "the day after tomorrow: 11-28 00:00 .. 11-29 00:00"),
    ],
)
def test_one_after_another(text: str, second: str) -> None:
    assert show(text)[1:] == [second]


def test_a_day_after_another_day_leaves_the_first_where_it_is() -> None:
    assert show("Friday or the Friday after Christmas")[0] == "Friday: 11-27 00:00 .. 11-28 00:00"


@pytest.mark.parametrize("text", ["Mon, Wed or Fri", "Mon/Wed/Fri", "Mon, Wed and Fri", "Sat, Sun, Mon"])
def test_shortened_weekdays_in_a_list(text: str) -> None:
    assert len(show(text)) == 3


@pytest.mark.parametrize("text", ["the SAT, Sun products", "Sun, Sun Microsystems and others", "he sat, mon ami"])
def test_what_looks_like_shortened_weekdays(text: str) -> None:
    assert show(text) == []


@pytest.mark.parametrize("text", ["midweek next week", "mid-week of next week", "midweek, next week"])
def test_the_middle_of_a_week(text: str) -> None:
    (found,) = find(text, AT, "GB")
    assert (found.start, found.end) == (datetime(2026, 12, 2), datetime(2026, 12, 4))


def test_the_middle_of_a_month() -> None:
    assert show("mid-month next month") == ["mid-month next month: 12-11 00:00 .. 12-21 00:00"]


@pytest.mark.parametrize("text", ["2026-12-03T14:00:00Z", "2026-12-03T14:00Z", "2026-12-03 14:00:00Z"])
def test_greenwich_in_one_letter(text: str) -> None:
    (found,) = find(text, AT.replace(tzinfo=timezone(timedelta(hours=1))), "DE")
    assert (found.quote, found.start) == (text, datetime(2026, 12, 3, 15, tzinfo=timezone(timedelta(hours=1))))


def test_another_z_is_no_zone() -> None:
    assert show("from A to Z, 3 z 4, plan Z: 20 z") == []
