"""Zones by name, and zones that a calendar describes itself, beside the IANA database."""

from __future__ import annotations

import copy
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.reading.calendars.lines import Faults, components
from sincerely.reading.calendars.zone_names import ABBREVIATIONS, DISPLAYED, WINDOWS
from sincerely.reading.calendars.zone_rules import RuleZone, zone_of
from sincerely.reading.calendars.zones import guess, zone


def described(*parts: str) -> RuleZone:
    """Build a zone from parts "STANDARD 16010101T030000 +0200 +0100 RRULE…"."""
    lines = ["BEGIN:VTIMEZONE", "TZID:Mine"]
    for part in parts:
        kind, start, before, after, *more = part.split(" ")
        lines += [
            f"BEGIN:{kind}",
            f"DTSTART:{start}",
            f"TZOFFSETFROM:{before}",
            f"TZOFFSETTO:{after}",
            *more,
            f"END:{kind}",
        ]
    faults = Faults()
    [block] = components("\n".join([*lines, "END:VTIMEZONE"]), faults)
    assert faults.found == []
    return zone_of(block)


EUROPE = (
    "STANDARD 19961027T030000 +0200 +0100 RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "DAYLIGHT 19810329T020000 +0100 +0200 RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
)
AMERICA = (
    "STANDARD 20071104T020000 -0400 -0500 RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    "DAYLIGHT 20070311T020000 -0500 -0400 RRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14;BYMONTH=3",
)
SYDNEY = (
    "STANDARD 20080406T030000 +1100 +1000 RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
    "DAYLIGHT 20081005T020000 +1000 +1100 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
)
MOSCOW = ("STANDARD 20110327T020000 +0300 +0400", "STANDARD 20141026T020000 +0400 +0300")
TEHRAN = (
    "STANDARD 20170922T000000 +0430 +0330 RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=22;UNTIL=20190922T000000",
    "DAYLIGHT 20170322T000000 +0330 +0430 RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22;UNTIL=20190322T000000",
)
KOLKATA = ("STANDARD 19700101T000000 +0530 +0530",)


@pytest.mark.parametrize(
    ("parts", "name", "first", "last"),
    [
        (EUROPE, "Europe/Berlin", 2024, 2027),
        (AMERICA, "America/New_York", 2025, 2028),
        (SYDNEY, "Australia/Sydney", 2025, 2028),
        (MOSCOW, "Europe/Moscow", 2011, 2015),
        (TEHRAN, "Asia/Tehran", 2017, 2019),
        (KOLKATA, "Asia/Kolkata", 2026, 2027),
    ],
)
def test_keeps_time_like_the_zone_it_copies(parts: tuple[str, ...], name: str, first: int, last: int) -> None:
    mine, theirs = described(*parts), ZoneInfo(name)
    instant = datetime(first, 4, 20, tzinfo=UTC)
    while instant.year <= last:
        wall, expected = instant.astimezone(mine), instant.astimezone(theirs)
        assert wall.replace(tzinfo=None) == expected.replace(tzinfo=None)
        assert (wall.utcoffset(), wall.fold) == (expected.utcoffset(), expected.fold)
        assert wall.astimezone(UTC) == instant
        # Now and then through the night of every clock change, otherwise in long strides.
        instant += timedelta(hours=1) if abs(instant.day - 27) < 5 and instant.month in {3, 10} else timedelta(hours=37)


def test_before_its_first_change_the_clock_of_then_holds() -> None:
    moscow = described(*MOSCOW)
    assert datetime(1990, 1, 1, tzinfo=moscow).utcoffset() == timedelta(hours=3)
    assert datetime(1, 1, 1, tzinfo=moscow).utcoffset() == timedelta(hours=3)
    assert datetime(9999, 12, 31, tzinfo=moscow).utcoffset() == timedelta(hours=3)


def test_a_yearly_rule_may_take_its_day_from_its_beginning() -> None:
    mine = described("STANDARD 20000515T000000 +0100 +0200 RRULE:FREQ=YEARLY")
    assert mine.onsets[0].wall(2026) == datetime.fromisoformat("2026-05-15")


def test_changes_listed_by_rdate() -> None:
    mine = described("STANDARD 20200101T000000 +0100 +0200 RDATE:20210101T000000,20220101T000000")
    assert len(mine.onsets) == 3


def test_a_fifth_sunday_is_the_last_one() -> None:
    mine = described("STANDARD 20000130T000000 +0100 +0200 RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=5SU")
    walls = [mine.onsets[0].wall(year) for year in (2022, 2023)]
    assert [wall and wall.day for wall in walls] == [25, 31]


def test_it_is_a_value() -> None:
    one, other = described(*EUROPE), described(*EUROPE)
    assert one == other
    assert hash(one) == hash(other)
    assert one != described(*AMERICA)
    assert one != UTC
    assert copy.deepcopy(one) is one
    assert one.tzname(None) == "Mine"
    assert one.dst(None) == timedelta(0)
    assert one.utcoffset(None) is None


@pytest.mark.parametrize(
    "part",
    [
        "STANDARD x +0200 +0100",
        "STANDARD 20000101T000000 +9900 +0100",
        "STANDARD 20000101T000000 0100 +0100",
        "STANDARD 20001399T000000 +0100 +0100",
        "STANDARD 20000101T000000 +0100 +0200 RRULE:FREQ=DAILY",
        "STANDARD 20000101T000000 +0100 +0200 RRULE:FREQ=YEARLY;BYMONTH=0;BYDAY=1SU",
        "STANDARD 20000101T000000 +0100 +0200 RRULE:FREQ=YEARLY;BYMONTH=13;BYDAY=1SU",
        "STANDARD 20000101T000000 +0100 +0200 RRULE:FREQ=YEARLY;BYMONTH=x",
    ],
)
def test_nonsense_is_no_zone(part: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        described(part)


@pytest.mark.slow
@given(st.datetimes(), st.integers(0, 1))
def test_any_time_has_an_offset(wall: datetime, fold: int) -> None:
    for parts in (EUROPE, MOSCOW, TEHRAN):
        aware = wall.replace(tzinfo=described(*parts), fold=fold)
        assert abs((aware.utcoffset() or timedelta(99)).total_seconds()) <= 5 * 3600


def iana(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@pytest.mark.parametrize(
    ("name", "sure", "likely"),
    [
        ("Eastern Standard Time", iana("America/New_York"), iana("America/New_York")),
        ("Eastern Daylight Time", iana("America/New_York"), iana("America/New_York")),
        ("W. Europe Standard Time 1", iana("Europe/Berlin"), iana("Europe/Berlin")),
        ("europe/BERLIN", iana("Europe/Berlin"), iana("Europe/Berlin")),
        ("/mozilla.org/20070129_1/America/Argentina/Ushuaia", iana("America/Argentina/Ushuaia"), iana("America/Argentina/Ushuaia")),
        ("tzone://Microsoft/Utc", UTC, UTC),
        ("Z", UTC, UTC),
        ("Customized Time Zone", None, None),
        ("America", None, None),
        ("../../etc/passwd", None, None),
        ("Europe/Atlantis", None, None),
        ("", None, None),
        ("EST", None, iana("America/New_York")),
        ("Japan", None, iana("Japan")),
        ("(UTC-05:00) Eastern Time (US & Canada)", None, iana("America/New_York")),
        ("(GMT+01:00) Amsterdam, Berlin, Bern", None, iana("Europe/Amsterdam")),
        ("(UTC+08:00) Kuala Lumpur, Singapore", None, iana("Asia/Singapore")),
        ("New York", None, iana("America/New_York")),
        ("GMT+0100", None, timezone(timedelta(hours=1))),
        ("UTC-5", None, timezone(timedelta(hours=-5))),
        ("+05:30", None, timezone(timedelta(hours=5, minutes=30))),
        ("GMT+99", None, None),
    ],
)  # fmt: skip
def test_names(name: str, sure: tzinfo | None, likely: tzinfo | None) -> None:
    assert (zone(name), guess(name)) == (sure, likely)


def test_every_name_in_the_tables_is_a_zone() -> None:
    for table in (WINDOWS, DISPLAYED, ABBREVIATIONS):
        for name, target in table.items():
            assert str(guess(name)) in {target, "UTC"}


@given(st.text(max_size=60))
def test_names_never_raise(name: str) -> None:
    zone(name)
    guess(name)
