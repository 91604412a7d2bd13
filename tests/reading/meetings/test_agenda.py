"""A day's programme in rows: each row is an interview with its own people, and lunch is none."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Scheduled
from sincerely.reading.letters.sentences import sentences
from sincerely.reading.reader import read

HEAD = """From: Dana Lee <dana@larkhill.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interviews
Date: Thu, 14 May 2026 10:00:00 -0400

"""


def told(text: str, head: str = HEAD) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the interviews of a mail: start, end and people."""
    reading = read((head + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    return [
        (f"{event.start:%d %H:%M}" if event.start else "", f"{event.end:%H:%M}" if event.end else "", event.who)
        for found in (*reading.events, *reading.questions)
        if isinstance(event := found.event, Scheduled)
    ]


def test_rows_below_a_day_are_interviews_with_their_own_people() -> None:
    text = """Hi Robin,

Here is your agenda for Thursday, May 21 (Scientist I interviews):

9:30 - 10:00   Dr. Amara Diallo, Group Leader
10:00 - 11:00  Your seminar (open to the department)
11:15 - 12:00  Kenji Mori and Beth Salas
12:00 - 1:15   Lunch with the postdocs
1:15 - 1:45    Prof. Ray Uhl, CSO

I'll pick you up at the hotel at 9:00.

Best,
Dana
"""
    assert told(text) == [
        ("21 09:30", "10:00", ("Amara Diallo",)),
        ("21 10:00", "11:00", ()),
        ("21 11:15", "12:00", ("Kenji Mori", "Beth Salas")),
        ("21 13:15", "13:45", ("Ray Uhl",)),
    ]


def test_hours_with_dots_are_of_the_day_above_them() -> None:
    text = """Dear Robin,

Your interviews are on Thursday 21 May 2026:

1.00-1.30 Ida Holm, on the craft
1.30-2.15 Felix Brandt and Ana Sousa, on the rest

Dana
"""
    assert told(text, HEAD.replace("-0400", "+0100")) == [
        ("21 13:00", "13:30", ("Ida Holm",)),
        ("21 13:30", "14:15", ("Felix Brandt", "Ana Sousa")),
    ]


def test_a_table_is_a_programme_by_the_clock_that_the_mail_names() -> None:
    head = HEAD.replace("Subject", "Content-Type: text/html\nSubject").replace("-0400", "+0000")
    text = """<p>Hi Robin, your final round is confirmed. All times are in Pacific Time (PDT).</p>
<h3>Wednesday, May 20, 2026</h3>
<table><tr><th>Time</th><th>Session</th><th>Interviewers</th></tr>
<tr><td>10:00 AM - 10:45 AM</td><td>System design</td><td>Ida Holm</td></tr>
<tr><td>11:00 AM - 12:00 PM</td><td>Pair programming</td><td>Felix Brandt, Ana Sousa</td></tr>
<tr><td>1:00 PM - 1:30 PM</td><td>Hiring manager chat</td><td>Grace Liu</td></tr></table>"""
    assert told(text, head) == [
        ("20 10:00", "10:45", ("Ida Holm",)),
        ("20 11:00", "12:00", ("Felix Brandt", "Ana Sousa")),
        ("20 13:00", "13:30", ("Grace Liu",)),
    ]


def test_each_day_has_its_own_rows() -> None:
    text = """Hi Robin,

your onsite is confirmed.

Thursday, May 21
10:00 - 10:45 Ida Holm
11:00 - 11:45 Priya Raman

Friday, May 22
9:30 - 10:15 Ana Roth
10:30 - 11:15 Nora Vance

Dana
"""
    assert [(start, end) for start, end, _ in told(text)] == [
        ("21 10:00", "10:45"),
        ("21 11:00", "11:45"),
        ("22 09:30", "10:15"),
        ("22 10:30", "11:15"),
    ]


def test_breaks_tours_and_meals_are_none() -> None:
    text = """Hi Robin,

Your interviews on Thursday, May 21 are confirmed. Here is the programme:

9:00 - 9:15 Arrival
9:15 - 10:00 Ida Holm, Head of Data
10:00 - 10:30 Coffee break
10:30 - 11:30 Priya Raman and Ana Roth
11:30 - 12:15 Tour of the lab with Kim Osei
12:15 - 1:15 Lunch
1:15 - 2:00 Panel interview with Nora Vance

Dana
"""
    found = told(text)
    assert [start for start, _, _ in found] == ["21 09:15", "21 10:30", "21 13:15"]
    assert not any("Kim Osei" in who for _, _, who in found)


def test_the_course_of_one_interview_is_one() -> None:
    text = """Hi Robin,

Your interview is on Thursday, May 21 at 2 PM with Ida Holm.

Agenda:
2:00 - 2:15 Introductions
2:15 - 2:45 Case study
2:45 - 3:00 Your questions

Dana
"""
    assert told(text) == [("21 14:00", "15:00", ("Ida Holm",))]


@pytest.mark.parametrize(
    "text",
    [
        "Your interview with Ida Holm is confirmed for Thursday, May 21 at 2 PM in the main building.\n\nOffice hours:\n8:00 - 12:00 front desk\n1:00 - 5:00 Kim Osei",
        "Your interview with Ida Holm is confirmed for Thursday, May 21 at 2 PM in the main building. Reception: 8:00 - 12:00 and 1:00 - 5:00.",
    ],
)
def test_rows_beside_the_interview_are_none(text: str) -> None:
    assert {start for start, _, _ in told(f"Hi Robin,\n\n{text}\n\nDana\n")} <= {"21 14:00"}


def test_hours_to_choose_from_are_no_programme() -> None:
    text = "Hi Robin,\n\nwould one of these times on Thursday, May 21 suit you for an interview?\n\n10:00 - 10:45\n11:00 - 11:45\n\nDana\n"
    assert told(text) == []


def test_rows_that_begin_with_their_hour_are_sentences_of_their_own() -> None:
    rows = [
        "10:00 - 11:00 Your seminar, which is open to the whole department",
        "11:15 - 12:00 Kenji Mori and Beth Salas of the group for structures",
    ]
    assert [one.text for one in sentences("\n".join(rows))] == rows
    cells = ["Noor Haddad\tSystem design, in the large room on the third floor", "Felix Brandt\tPair programming"]
    assert [one.text for one in sentences("\n".join(cells))] == [cell.replace("\t", " ") for cell in cells]


def test_an_hour_at_the_head_of_a_wrapped_line_goes_on() -> None:
    text = "We would like to see you on Thursday, May 21, in our main building, from\n10:00 - 11:00, and then to show you round the house and its laboratories."
    assert len(sentences(text)) == 1
