"""Zones as mails name them: behind a time, or once for all times."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Scheduled
from sincerely.reading.hours.zones_said import of_all
from sincerely.reading.reader import read
from sincerely.reading.statements.deadlines import day_of
from sincerely.reading.statements.statement import Clock, mentions

AT = datetime(2026, 5, 14, 10, tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("May 21 at 11:30 AM (America/Chicago)", "21 12:30"),
        ("May 21 at 11:30 AM, Time zone: America/Chicago", "21 12:30"),
        ("May 21, 11:30 AM - 12:15 PM (GMT-05:00) Central Time (US & Canada)", "21 12:30"),
        ("May 21, 11:30 AM (GMT-05:00) Central Time - Chicago", "21 12:30"),
        ("May 21, 11:30 AM (UTC-06:00) Central Time (US & Canada)", "21 12:30"),  # as Outlook shows it, in summer too
        ("May 21 at 11:30 AM (GMT-05:00)", "21 12:30"),
        ("May 21 at 11:30 AM UTC-5", "21 12:30"),
        ("11:30 AM Europe/London on Thursday, May 21", "21 06:30"),
        ("May 21 at 4pm Sydney time", "21 02:00"),
        ("4pm Sydney Time Thursday, May 21", "21 02:00"),
        ("May 21 at 3 PM San Francisco time", "21 18:00"),
        ("May 21 at 2 PM British Summer Time", "21 09:00"),
        ("May 21 at 2 PM EDT (America/New_York)", "21 14:00"),
        ("May 21 at 2 PM PDT (America/Los_Angeles)", "21 17:00"),
        ("May 21 at 11am NT time", "20 21:30"),
        ("May 21 at 11am Queensland time", "20 21:00"),
    ],
)
def test_a_zone_behind_a_time_counts(text: str, start: str) -> None:
    [found] = mentions(text, Clock(at=AT))
    assert found.start is not None
    assert f"{found.start:%d %H:%M}" == start
    assert found.start.tzinfo == AT.tzinfo
    assert found.quote == text[found.begin : found.stop]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("May 21 at 4pm Sydney Time Ltd will show you round", "May 21 at 4pm"),
        ("May 21 at 4pm at Pacific Foods", "May 21 at 4pm"),
        ("May 21 at 3 pm Ida Holm time permitting", "May 21 at 3 pm"),
        ("May 21 at 2pm (Boston office)", "May 21 at 2pm"),
    ],
)
def test_other_words_behind_a_time_are_no_zone(text: str, quote: str) -> None:
    [found] = mentions(text, Clock(at=AT))
    assert found.quote == quote
    assert found.start is not None
    assert (found.start.day, found.start.utcoffset()) == (21, AT.utcoffset())


def test_two_zones_are_two_ways_to_say_one_time() -> None:
    found = mentions("11:30 AM (America/Chicago) / 5:30 PM (Europe/London)", Clock(at=AT))
    assert [one.start and f"{one.start:%H:%M}" for one in found] == ["12:30", "12:30"]


def test_what_is_due_elsewhere_is_due_on_the_day_that_is_written() -> None:
    [found] = mentions("by Wednesday, May 20, 11:59 PM (America/Los_Angeles)", Clock(at=AT))
    assert day_of(found) == AT.date().replace(day=20)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("All times are Pacific.", "America/Los_Angeles"),
        ("All times are shown in PDT.", "America/Los_Angeles"),
        ("(all times in PT)", "America/Los_Angeles"),
        ("Time zone: Pacific Time.", "America/Los_Angeles"),
        ("All times are in Pacific Time (PDT). Bring an ID.", "America/Los_Angeles"),
        ("All times listed below are Eastern Time (US & Canada)", "America/New_York"),
        ("The times are in the Pacific time zone.", "America/Los_Angeles"),
        ("Time zone\nAmerica/Chicago\nWho", "America/Chicago"),
        ("Timezone: (GMT-05:00) Central Time (US & Canada)", "America/Chicago"),
        ("All interview times are Sydney time", "Australia/Sydney"),
        ("Alle Zeiten in MESZ.", "Europe/Berlin"),
        ("Zeitzone: Europe/Berlin", "Europe/Berlin"),
        ("Toutes les heures sont indiquées en heure de Paris.", "Europe/Paris"),
        ("Time zone: UTC+2", "UTC+02:00"),
    ],
)
def test_one_zone_holds_for_all_times(text: str, zone: str) -> None:
    assert str(of_all(text)) == zone


@pytest.mark.parametrize(
    "text",
    [
        "All times are Pacific Foods' own.",
        "Time zone: Sydney Time Ltd",
        "You must be reachable at all times in London.",
        "I was there several times in London.",
        "All times work well for London.",
        "All times are in your local time.",
        "Please tell us your time zone: we are in Chicago.",
        "All times are ET. All times are PT.",
        "Office hours: 9 to 5",
    ],
)
def test_other_words_are_no_zone_for_all(text: str) -> None:
    assert of_all(text) is None


HEAD = """From: Larkhill Hiring <no-reply@ashbyhq.com>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview
Date: Thu, 14 May 2026 14:00:00 +0000

"""


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("Thursday, May 21 at 11:30 AM. All times are Pacific.", "2026-05-21T11:30:00-07:00"),
        ("Thursday, May 21 at 11:30 AM EDT. All times are Pacific.", "2026-05-21T08:30:00-07:00"),
        ("Thursday, May 21 at 11:30 AM.\n\n> All times are Pacific.", "2026-05-21T11:30:00-04:00"),
    ],
)
def test_an_interview_begins_by_the_clock_that_the_mail_names(said: str, start: str) -> None:
    text = f"{HEAD}Hi Robin, your interview with Ida Holm is confirmed for {said}\n"
    reading = read(text.encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    [event] = [found.event for found in (*reading.events, *reading.questions) if isinstance(found.event, Scheduled)]
    assert event.start is not None
    assert event.start.isoformat() == start
