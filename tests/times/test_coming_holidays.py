"""Holidays that are told by no name: which one is meant, and where nobody can tell."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

from datetime import datetime

import pytest

from sincerely.times import find

# When, where, what is said: from when to when; "–" is an open side.
MEANT = """
    2026-11-23 US after the holiday | 2026-11-27 –
    2026-11-20 US before the holiday | – 2026-11-26
    2026-11-23 US By the holiday we shall know more. | – 2026-11-27
    2026-11-23 US until after the holiday | 2026-11-27 –
    2026-11-23 US the Monday after the holiday | 2026-11-30 2026-12-01
    2026-11-23 US after the holiday weekend | 2026-11-30 –
    2026-11-26 US after the holiday | 2026-11-27 –
    2026-12-15 US after the holiday | 2026-12-26 –
    2026-12-28 US after the holiday | 2027-01-02 –
    2026-09-01 US right after the holiday | 2026-09-08 –
    2026-09-01 US after the holiday weekend | 2026-09-08 –
    2026-06-29 US before the holiday | – 2026-07-04
    2026-10-05 CA after the holiday | 2026-10-13 –
    2026-08-24 GB after the bank holiday | 2026-09-01 –
    2026-03-30 GB after the bank holiday weekend | 2026-04-07 –
    2026-09-28 DE after the public holiday | 2026-10-04 –
    2026-12-10 DE after the public holidays | 2027-01-02 –
    2026-03-25 DE before the public holidays | – 2026-04-03
    2026-12-10 US after the holiday break | 2027-01-02 –
    2026-11-23 US before the holidays | – 2026-12-24
"""
# Another thing that is named so, one's own leave, nothing that is near, or one that not everybody has.
NOT_MEANT = """
    2026-11-23 US after the holiday party
    2026-11-23 US before the holiday rush
    2026-11-23 US Enjoy the holiday!
    2026-11-30 US I thought about it over the holiday.
    2026-10-15 US after the holiday
    2026-11-05 US after the holiday
    2026-11-23 US after the holiday break
    2026-11-23 GB after the holiday
    2026-07-15 DE after the public holidays
    2026-10-24 DE after the public holiday
    2026-12-01 US the public holiday calendar
"""


def _lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def _find(line: str) -> list[tuple[str, str]]:
    day, country, text = line.split(" ", 2)
    found = find(text, datetime.fromisoformat(f"{day}T18:00"), country)
    return [tuple("–" if side is None else f"{side:%Y-%m-%d}" for side in (one.start, one.end)) for one in found]  # type: ignore[misc]


@pytest.mark.parametrize("line", _lines(MEANT))
def test_the_holiday_ahead_is_meant(line: str) -> None:
    said, _, wanted = line.partition(" | ")
    assert _find(said) == [tuple(wanted.split())]


@pytest.mark.parametrize("line", _lines(NOT_MEANT))
def test_where_nobody_can_tell_there_is_no_time(line: str) -> None:
    assert _find(line) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("after the holiday, prob Monday", ["2026-11-30"]),
        ("after Thanksgiving, probably Wednesday", ["2026-12-02"]),
        ("after Thanksgiving, most likely on Wednesday at 3pm", ["2026-12-02"]),
        ("after the holiday weekend, Tuesday or Wednesday", ["2026-12-01", "2026-12-02"]),
        ("We are back after Thanksgiving. Tuesday works, too.", ["2026-11-24"]),  # another sentence
        ("after Thanksgiving, and this Wednesday", ["2026-11-25"]),
        ("before Thanksgiving, probably Tuesday", ["2026-11-24"]),
    ],
)
def test_a_weekday_behind_what_comes_first_is_the_first_after_it(text: str, wanted: list[str]) -> None:
    _, *days = find(text, datetime(2026, 11, 23, 18), "US")
    assert [f"{day.start:%Y-%m-%d}" for day in days] == wanted
