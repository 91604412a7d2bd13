"""Names of zones that mean something else in another country."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from sincerely.times.find import find


@pytest.mark.parametrize(
    ("text", "offset", "hour"),
    [
        ("Thursday at 9:30 IST", 60, "09:30"),  # Dublin in summer
        ("Thursday at 9:30 IST", 330, "09:30"),  # Delhi
        ("Thursday at 9:30 IST", 180, "09:30"),  # Jerusalem in summer
        ("Thursday at 9:30 IST", -240, "00:00"),  # New York hears of Delhi's
        ("Thursday at 9:30 CST", 480, "09:30"),  # Shanghai
        ("Thursday at 9:30 CST", -240, "10:30"),
        ("Thursday at 9:30 CET", 60, "08:30"),  # London in summer: CET is the clocks' time there, an hour ahead
    ],
)
def test_a_zones_name_means_what_it_means_where_it_was_written(text: str, offset: int, hour: str) -> None:
    at = datetime(2026, 5, 19, 14, tzinfo=timezone(timedelta(minutes=offset)))
    [found] = find(text, at, "US")
    assert found.start is not None
    assert f"{found.start:%H:%M}" == hour
