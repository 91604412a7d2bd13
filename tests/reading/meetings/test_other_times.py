"""Times beside an interview's that are none: the same hour elsewhere, arriving, office hours, another appointment."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Scheduled
from sincerely.reading.reader import read

HEAD = """From: Dana Lee <dana@larkhill.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview
Date: Thu, 14 May 2026 10:00:00 -0400

"""
FIXED = "Your interview with Ida Holm is on Thursday, May 21 at 2 PM"


def starts(text: str) -> list[tuple[str, bool]]:
    """Return when interviews begin, and whether that is sure."""
    data = (HEAD + f"Hi Robin, {text}\n\nDana").encode()
    reading = read(data, me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    return [
        (f"{event.start:%d %H:%M}", found.certain)
        for found in (*reading.events, *reading.questions)
        if isinstance(event := found.event, Scheduled) and event.start
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{FIXED} (11 AM your time).",
        f"{FIXED} our time (8 PM CEST).",
        f"{FIXED} for us, which is 8 PM CEST.",
        f"{FIXED}, length 1h15.",
        f"{FIXED}. Duration: 1 h 30 min",
        "your interview is set. Thursday, May 21 at 2 PM, Ida Holm. As a backup: Friday, May 22 at 10 AM.",
        "you are booked: interview on Thursday, May 21 at 2 PM in room 4, with Ida Holm. Failing that, Friday, May 22 at 10 AM.",
        f"{FIXED} EDT, which is 8 PM in Berlin.",
        f"{FIXED} (New York) / 8 PM (Berlin).",
        f"{FIXED} our time / 8 PM (Paris).",
        f"{FIXED} EDT (that is 7 PM in London).",
        f"{FIXED}. Please arrive at 1:45 PM.",
        f"{FIXED}. Bitte melden Sie sich um 13:50 am Empfang.",
        f"{FIXED}. Please be there by 1:50 PM to sign in.",
        "your interview is on Thursday, May 21 at 2 PM with Ida Holm. If that doesn't work, we could also do Friday at 10 AM.",
        "your interview with Ida Holm is on Thursday, May 21 at 2 PM and is done at 3:30 PM.",
        f"{FIXED}. We wrap up at 3:30 PM.",
        f"{FIXED}.\n\nOffice hours: Mon-Fri 8.30am - 4.00pm",
    ],
)
def test_a_time_beside_the_interviews_is_no_second_one(text: str) -> None:
    assert [start for start, _ in starts(text)] == ["21 14:00"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (f"{FIXED}. I will call you on Wednesday at 4 pm to prepare.", "20 16:00"),
        (f"please join our info session on Monday, May 18 at 5 pm. {FIXED}.", "18 17:00"),
    ],
)
def test_another_appointment_is_asked_at_most(text: str, other: str) -> None:
    assert sorted(start for start, _ in starts(text)) == sorted(["21 14:00", other])
    assert (other, False) in starts(text)


@pytest.mark.parametrize(
    "text",
    [
        "your interviews are on Thursday, May 21: 2 PM with Ida Holm, 3 PM in Room B with Lena Petrov.",
        f"{FIXED}, and with Lena Petrov at 3 PM.",
        "your interviews are on Thursday, May 21 at 2 PM and 3 PM in Room B.",
        "your two interviews are on Thursday, May 21 at 2 PM and 3 PM with us in Leeds.",
        "your interview with Ida Holm is on Thursday, May 21 at 2 PM and 3 PM in London with Paul Blanc.",
        f"{FIXED} (3 PM with Paul Blanc).",
        f"{FIXED} (3 PM for the second one).",
        "please be here on Thursday, May 21 at 2 PM for your interview with Ida Holm; at 3 PM you will meet Paul Blanc for the second interview.",
        "log in on Thursday, May 21 at 2 PM for the interview with Ida Holm. Paul Blanc interviews you at 3 PM.",
    ],
)
def test_two_interviews_stay_two(text: str) -> None:
    assert starts(text) == [("21 14:00", True), ("21 15:00", True)]


def test_a_room_is_no_other_clock() -> None:
    text = "your interviews are on Thursday, May 21 at 2 PM, 3 PM in Room B."
    assert [start for start, _ in starts(text)] == [
        "21 14:00",
        "21 15:00",
    ]


def test_an_interview_may_be_outside_office_hours() -> None:
    text = "Outside office hours, we have your second interview on Friday, May 22 at 7 PM with Lena Petrov."
    assert [start for start, _ in starts(f"{FIXED}. {text}")] == [
        "21 14:00",
        "22 19:00",
    ]


def test_one_arrives_for_an_interview_that_begins_soon() -> None:
    text = "please be here at 1:45 PM for your interview with Ida Holm on Thursday, May 21 at 2 PM."
    assert [start for start, _ in starts(text)] == ["21 14:00"]


def test_two_hours_with_a_name_in_brackets_each_are_two_interviews() -> None:
    text = "your interviews are on Thursday, May 21 at 2 PM (Ida Holm) / 3 PM (Paul Blanc)."
    assert [start for start, _ in starts(text)] == ["21 14:00", "21 15:00"]


@pytest.mark.parametrize(
    ("hours", "begin"),
    [
        ("2 PM (Berlin) / 5 PM (Berlin)", ["14:00", "17:00"]),
        ("10 AM (London) / 4 PM (London)", ["10:00", "16:00"]),
        ("2 PM (London) / 5 PM (New York)", ["14:00", "17:00"]),
        ("9 AM (Paris) | 3 PM (Lyon)", ["09:00", "15:00"]),
        ("9 AM our time / 3 PM our time", ["09:00", "15:00"]),
        ("2 PM (London) with Ida Holm, 3 PM (Berlin)", ["14:00", "15:00"]),
    ],
)
def test_hours_in_brackets_that_are_not_the_same_instant_are_two(hours: str, begin: list[str]) -> None:
    found = starts(f"your interviews are on Thursday, May 21 at {hours}.")
    assert [start.partition(" ")[2] for start, _ in found] == begin


@pytest.mark.parametrize(
    "text",
    [
        "Vos entretiens : soyez là le jeudi 21 mai à 14 h. Le second entretien est à 15 h 30 avec Paul Blanc.",
        "Your interviews: please be there on Thursday, May 21 at 2 PM. The second one is at 3:30 PM with Paul Blanc.",
    ],
)
def test_being_there_for_the_first_is_no_arrival_for_the_second(text: str) -> None:
    assert [start for start, _ in starts(text)] == ["21 14:00", "21 15:30"]


def test_one_arrives_for_what_the_next_sentence_tells() -> None:
    text = "please be here on Thursday, May 21 at 1:45 PM. Your interview with Ida Holm begins at 2 PM."
    assert [start for start, _ in starts(text)] == ["21 14:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Your interview with Ida Holm is on Thursday, May 21 at 11 AM your time / 2 PM ours.",
        "Your interview with Ida Holm is on Thursday, May 21 at 11 AM your time (2 PM our time).",
        "Your interview with Ida Holm is on Thursday, May 21 at 11 AM for you and 2 PM for us.",
        f"{FIXED} our time, 11 AM yours.",
    ],
)
def test_the_writers_clock_counts_wherever_it_stands(text: str) -> None:
    assert starts(text) == [("21 14:00", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our office hours are Monday to Friday, 9 to 5.", []),
        ("reception is open on Monday, May 18 from 8:30 to 17:00.", []),
        ("der Empfang ist am Montag, 18. Mai von 8 bis 18 Uhr besetzt.", []),
        ("your interview is on Monday, May 18 at 10:00; reception opens at 9:30.", ["18 10:00"]),
        ("the office is open on Monday, May 18 from 9, so come for your interview at 10:30.", ["18 10:30"]),
        ("your interview is on Monday, May 18 at 10:00, our shop is open then.", ["18 10:00"]),
    ],
)
def test_when_a_house_is_open_nobody_is_surely_met(text: str, expected: list[str]) -> None:
    assert [start for start, certain in starts(text) if certain] == expected
