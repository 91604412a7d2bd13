"""Findings to calendar entries, and their text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import load, process_of, report_of

from sincerely.core.finding import Finding
from sincerely.core.header import Header
from sincerely.planning.entries import CalendarEntry, Held, entries_of
from sincerely.planning.entry_words import Shows, ordinal
from sincerely.planning.ics_text import calendar_text, escaped, folded
from sincerely.reading.calendars.entries import entries

BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")
NOW = datetime(2026, 3, 5, 21, tzinfo=UTC)
SEED = "a secret of the store's own"
STORY = """process acme-analyst employer="Acme" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-05 10:00 requested writing-sample by=2026-03-09 quote="Please send it by Monday."
"""


def held(story: str = STORY, now: datetime = NOW) -> list[Held]:
    found = []
    for timeline in load(story):
        process = process_of(timeline)
        report = report_of(process, now)
        found.append(Held(process.header, report.findings, report.ahead))
    return found


def made(
    story: str = STORY, now: datetime = NOW, shows: Shows = Shows.SOME, zone: ZoneInfo = BERLIN
) -> dict[str, CalendarEntry]:
    return {entry.summary: entry for entry in entries_of(held(story, now), zone, shows, SEED)}


def test_what_is_due_and_until_when_to_wait() -> None:
    found = made()
    wait = found["Acme: write on the 17th at the earliest"]
    assert (wait.start, wait.end) == (date(2026, 3, 17), date(2026, 3, 18))
    assert wait.category == "Waiting"
    assert wait.alarm == timedelta(hours=14), "nine in New York is two in the afternoon in Berlin in March"
    sample = found["Acme: hand in: writing sample"]
    assert sample.end == datetime(2026, 3, 9, 21, tzinfo=UTC)
    assert found["Acme: say thank you for the interview"].category == "Due"


def test_what_is_brought_is_not_handed_in() -> None:
    story = STORY.splitlines()[0] or STORY.splitlines()[1]
    brought = made(f"{story}\n2026-03-04 16:00 requested id by=2026-03-19 how=bring\n", NOW)
    assert [summary for summary in brought if "ID" in summary or " id" in summary] == ["Acme: bring along: id"]


def test_the_day_is_the_readers_own() -> None:
    assert "Acme: write on the 18th at the earliest" in made(zone=AUCKLAND)


def test_an_entry_follows_from_its_finding_alone() -> None:
    later = made(now=NOW + timedelta(minutes=5))
    assert later == made()
    moved = made(STORY.replace("by=2026-03-13", "by=2026-03-16"))
    assert moved["Acme: write on the 18th at the earliest"].uid == made()["Acme: write on the 17th at the earliest"].uid


def test_letting_go_is_said_as_such() -> None:
    story = STORY + "2026-03-13 09:00 prefers silence=yes\n"
    now = NOW + timedelta(days=10)
    assert any("let it go" in summary for summary in made(story, now))
    assert not any("at the earliest" in summary for summary in made(story, now))


@pytest.mark.parametrize("shows", list(Shows))
def test_of_people_only_what_was_chosen(shows: Shows) -> None:
    text = calendar_text(made(shows=shows).values(), NOW)
    assert ("dana@acme" in text.replace("\r\n ", "")) is (shows is Shows.ALL)
    assert ("Acme" in text) is (shows is not Shows.LITTLE)
    assert "Monday." not in text
    assert SEED not in text
    assert "acme-analyst" not in text


def test_two_debts_of_one_kind_have_two_names() -> None:
    twice = Finding(code="THX002", opens=NOW, due=NOW), Finding(code="THX002", opens=NOW + timedelta(1), due=NOW)
    found = entries_of([Held(Header(id="a"), twice)], BERLIN, Shows.SOME, SEED)
    assert len({entry.uid for entry in found}) == 2


def test_the_text_is_read_back_by_others_and_by_us() -> None:
    mine = list(made(shows=Shows.ALL).values())
    text = calendar_text(mine, NOW, name="Sincerely")
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    theirs = icalendar.Calendar.from_ical(text)
    assert [str(event["UID"]) for event in theirs.walk("VEVENT")] == [entry.uid for entry in mine]
    assert all(event.errors == [] for event in theirs.walk())
    ours = entries(text, own_zone=BERLIN)
    assert ours.faults == ()
    assert [entry.summary for entry in ours.entries] == [entry.summary for entry in mine]
    for entry, read in zip(mine, ours.entries, strict=True):
        assert read.start is not None
        assert (read.start.date() if read.all_day else read.start) == entry.start


HOSTILE = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


@pytest.mark.slow
@given(HOSTILE)
def test_a_hostile_name_ends_no_line_and_no_value(name: str) -> None:
    attack = f"{name}\r\nATTENDEE:mailto:eve@evil.example\nEND:VEVENT\\;,{name}"
    due = Finding(code="ASK001", who=name, opens=NOW, due=NOW + timedelta(hours=5), message=attack)
    text = calendar_text(entries_of([Held(Header(id="a", employer=attack), (due,))], BERLIN, Shows.ALL, SEED), NOW)
    lines = text.split("\r\n")
    assert lines.count("END:VEVENT") == 1
    assert not any(line.startswith("ATTENDEE") for line in lines)
    assert not any("\n" in line or "\r" in line or len(line.encode()) > 75 for line in lines)
    [event] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event.errors == []


@given(HOSTILE)
def test_folding_loses_nothing(text: str) -> None:
    line = escaped(text)
    assert folded(line).replace("\r\n ", "") == line


def test_days_as_they_are_spoken() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st",
    ]  # fmt: skip
