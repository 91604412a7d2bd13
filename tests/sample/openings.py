"""The instants at which the tests open the sample, and the sample composed for them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest

from sincerely.sample.compose import Composer
from sincerely.sample.dates import Frame
from sincerely.sample.letters import Letter
from sincerely.sample.write import calendars, composed

HOME: Final = ZoneInfo("America/New_York")
TIMES: Final = (time(0, 30), time(7), time(12), time(23, 30))
DAYS: Final = (
    *(date(2026, 3, 9) + timedelta(days=n) for n in range(7)),  # every weekday
    date(2026, 12, 25),
    date(2026, 12, 28),  # a bank holiday in England only
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2026, 3, 8),  # clocks go forward in New York
    date(2026, 3, 29),  # … and in Europe
    date(2026, 10, 25),  # clocks go back in Europe
    date(2026, 11, 1),  # … and in New York
    date(2026, 11, 27),  # the day after Thanksgiving
    date(2027, 3, 30),  # after Easter
)
OPENINGS: Final = tuple(datetime.combine(day, clock, HOME) for day in DAYS for clock in TIMES)
# Composing the sample takes a moment: these few, of all times and kinds of days, share what was composed for them.
SOME: Final = OPENINGS[::5]
EVERY: Final = tuple(now if now in SOME else pytest.param(now, marks=pytest.mark.slow) for now in OPENINGS)
CALENDARS: Final = calendars()


@cache
def opened(now: datetime) -> Composer:
    """Return the sample opened at an instant."""
    return composed(now)


@cache
def letters(now: datetime) -> Mapping[str, Letter]:
    """Return the mails of the sample opened at an instant, by name."""
    return {letter.template.name: letter for letter in opened(now).letters()}


def table(name: str) -> dict[str, Any]:
    """Read story.toml or expected.toml."""
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


def moment(expression: str, place: str, now: datetime, written: datetime | None = None) -> datetime:
    """Return what a date expression of the tables means at an opening."""
    return Frame(now, CALENDARS, place, written).moment(expression)
