# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from tests.each import of_each

from sincerely.times import find
from sincerely.times.feasts import easter, from_hebrew, orthodox_easter
from sincerely.times.holiday_names import RULES
from sincerely.times.holidays_by_name import in_year


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Thanksgiving", "US", date(2026, 11, 26)),
        ("Thanksgiving", "CA", date(2026, 10, 12)),
        ("Labor Day", "US", date(2026, 9, 7)),
        ("Labour Day", "GB", date(2026, 5, 1)),
        ("Easter Monday", "GB", date(2026, 4, 6)),
        ("New Year's Eve", "US", date(2026, 12, 31)),
        ("Diwali 2018", "US", date(2018, 11, 7)),
        ("MLK day 2027", "US", date(2027, 1, 18)),
        ("Memorial Day", "US", date(2026, 5, 25)),
        ("Mother's Day", "GB", date(2026, 3, 15)),
        ("St. Patrick’s Day", "IE", date(2026, 3, 17)),
        ("Chinese New Year 2027", "US", date(2027, 2, 6)),
        ("last Christmas", "US", date(2025, 12, 25)),
        ("Yom Kippur 2026", "US", date(2026, 9, 20)),  # the eve
    ],
)
def test_dates(text: str, country: str, expected: date) -> None:
    [mention] = find(text, datetime(2026, 3, 4), country)
    assert mention.start is not None
    assert mention.start.date() == expected


def test_easter_of_both_churches() -> None:
    assert [easter(year) for year in (2025, 2026, 2038)] == [date(2025, 4, 20), date(2026, 4, 5), date(2038, 4, 25)]
    assert [orthodox_easter(year) for year in (2025, 2026)] == [date(2025, 4, 20), date(2026, 4, 12)]


def test_hebrew_new_year() -> None:
    eves = [from_hebrew(year, 7, 1)[0] for year in (2023, 2024, 2025)]
    assert eves == [date(2023, 9, 15), date(2024, 10, 2), date(2025, 9, 22)]


@of_each(sorted(RULES))
def test_every_name_has_a_date_and_is_found(name: str) -> None:
    years = [span for year in range(2016, 2032) for span in in_year(name, year, "US")]
    assert years
    assert all(span.start and span.end and timedelta(0) < span.end - span.start < timedelta(days=60) for span in years)
    assert find(f"{name} 2024", datetime(2026, 3, 4)), name
