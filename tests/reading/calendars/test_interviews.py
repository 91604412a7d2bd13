"""Which entries are interviews, and with whom: on entries that were written before the code."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.each import of_each
from tests.reading.interview_cases import INTERVIEWS, LATER_INTERVIEWS, LATER_OTHERS, OTHERS, Case

from sincerely.reading.calendars.entries import Attendee, Entry
from sincerely.reading.calendars.interviews import interview_likelihood, signs
from sincerely.reading.letters.letter import Address

ME = ("robin.ashdown@mail.example", "robin@current.example")
START = datetime(2026, 3, 4, 14, tzinfo=UTC)
_MARKS = {
    "room": {"cutype": "ROOM"},
    "resource": {"cutype": "RESOURCE"},
    "group": {"cutype": "GROUP"},
    "optional": {"role": "OPT-PARTICIPANT"},
    "none": {"role": "NON-PARTICIPANT"},
    "declined": {"partstat": "DECLINED"},
}


def person(text: str) -> Attendee:
    if text == "me":
        return Attendee("Robin Ashdown", ME[0])
    found = re.fullmatch(r"(.*) <(.*)>(?: (\w+))?", text)
    assert found
    return Attendee(found[1], found[2], **_MARKS.get(found[3], {}))


def entry(case: Case) -> Entry:
    organizer = person(case.organizer) if case.organizer else None
    return Entry(
        uid="1",
        summary=case.summary,
        description=case.description,
        location=case.location,
        url=case.url,
        start=START,
        end=START + timedelta(hours=24 if case.all_day else 1),
        all_day=case.all_day,
        repeats=case.repeats,
        organizer=Address(organizer.name, organizer.address) if organizer else None,
        attendees=tuple(map(person, case.attendees)),
    )


@of_each(INTERVIEWS + LATER_INTERVIEWS, lambda case: case.what)
def test_interviews(case: Case) -> None:
    score, people = interview_likelihood(entry(case), ME)
    assert score > 2 / 3, signs(entry(case), ME)
    assert {p.address or p.name for p in people} == set(case.people or ())


@of_each(OTHERS + LATER_OTHERS, lambda case: case.what)
def test_others(case: Case) -> None:
    score, _ = interview_likelihood(entry(case), ME)
    assert score < 1 / 3, signs(entry(case), ME)


def test_evidence_is_quoted() -> None:
    found = signs(Entry(uid="1", summary="Phone screen w/ Gladstone"), ME)
    assert [(sign.what, sign.quote) for sign in found] == [("is a screening call", "Phone screen")]


def test_signs_against() -> None:
    everybody = tuple(f"P{n} <p{n}@acme.example>" for n in range(20))
    made = entry(
        Case("", "Acme", attendees=everybody, repeats=True, all_day=True, description="Notes of a user interview")
    )
    assert {sign.what for sign in signs(made, ME) if sign.weight < 0} == {
        "speaks of another kind of interview",
        "repeats",
        "takes whole days",
        "has many attendees",
    }
    assert made.end is not None
    longer = replace(made, end=made.end + timedelta(days=2))
    assert "takes longer than a day's work" in {sign.what for sign in signs(longer, ME)}


@pytest.mark.parametrize(
    ("summary", "least", "most"),
    [
        ("Vorstellungstermin", 0.7, 1.0),
        ("Kennenlernrunde mit dem Team", 0.7, 1.0),
        ("Technical Discussion - Robin Ashdown", 0.4, 0.7),
        ("Conversation with our CTO", 0.4, 0.7),
        ("Technical discussion of the CRM", 0.0, 0.4),
        ("Catch-up", 0.0, 0.2),
    ],
)
def test_titles_of_strangers(summary: str, least: float, most: float) -> None:
    score, _ = interview_likelihood(entry(Case("", summary, "Lee <lee@acme.example>", ("me",))), ME)
    assert least < score < most


@pytest.mark.parametrize(
    ("summary", "organizer", "least", "most"),
    [
        ("Catch-up", "Lee <lee@acme.example>", 0.7, 1.0),
        ("Acme // Lee", "", 0.4, 0.7),
        ("Lunch with Lee", "Lee <lee@acme.example>", 0.0, 0.2),
        ("Weekly sync", "Lee <lee@acme.example>", 0.0, 0.4),
        ("Onboarding: your laptop", "Lee <lee@acme.example>", 0.0, 0.4),
        ("Catch-up", "Jo Field <jo@mail.example>", 0.0, 0.2),
    ],
)
def test_people_of_an_employers_are_evidence(summary: str, organizer: str, least: float, most: float) -> None:
    score, _ = interview_likelihood(entry(Case("", summary, organizer, ("me",))), ME, known_people=True)
    assert least < score < most


def test_a_title_may_name_somebody_else() -> None:
    made = entry(Case("", "Corey / Kim", "Corey <corey@acme.example>", ("me",)))
    assert [sign.what for sign in signs(made, ME)] == ["somebody outside invites the candidate"]


PANEL = Case(
    "",
    "Interview: Data analyst",
    "Tessa Brandt <tessa@acme.example>",
    ("Dana Whitlock <dana@acme.example>", "Leo Marchetti <leo@acme.example>", "me"),
)


@pytest.mark.parametrize(
    ("case", "text", "people"),
    [
        (PANEL, "", ["dana@acme.example", "leo@acme.example"]),
        (PANEL, "You're set with Dana Whitlock and Leo Marchetti. The link is below.", ["dana@acme.example", "leo@acme.example"]),
        (PANEL, "You will meet with Tessa Brandt and Leo\nMarchetti.", ["tessa@acme.example", "leo@acme.example", "dana@acme.example"]),
        (PANEL, "You'll meet Dana Whitlock (VP Data) and Ann van der Berg.", ["dana@acme.example", "leo@acme.example"]),
        (PANEL, "You will speak with Dana Whitlock and Ann van der Berg.", ["dana@acme.example", "leo@acme.example", "Ann van der Berg"]),
        (PANEL, "Interviewers:\n- Ann Lowe, CTO\n\nTessa Brandt", ["dana@acme.example", "leo@acme.example", "Ann Lowe"]),
        (PANEL, "Leo Marchetti (he/him)\nRecruiting Coordinator | Acme", ["dana@acme.example"]),
        (PANEL, "our coordinator, Leo Marchetti, will let you in", ["dana@acme.example"]),
        (PANEL, "Talk with Human Resources about an interview with Acme Corp.", ["dana@acme.example", "leo@acme.example"]),
        (PANEL._replace(summary="Interview Robin / Tessa"), "", ["tessa@acme.example", "dana@acme.example", "leo@acme.example"]),
        (PANEL, "The call will be with me, Dana and Leo.", ["tessa@acme.example", "dana@acme.example", "leo@acme.example"]),
        (PANEL, "Dana and I look forward to meeting you.", ["tessa@acme.example", "dana@acme.example", "leo@acme.example"]),
        (PANEL, "Please confirm with me that the time works.", ["dana@acme.example", "leo@acme.example"]),
        (PANEL, "See you then.\n\nTessa Brandt\nHead of Data", ["tessa@acme.example", "dana@acme.example", "leo@acme.example"]),
        (PANEL, "Best\n\nTessa Brandt\nHead of Talent", ["dana@acme.example", "leo@acme.example"]),
        (PANEL, "Best\n\nTessa Brandt\nHR Manager", ["dana@acme.example", "leo@acme.example"]),
        (PANEL._replace(attendees=("me",)), "", ["tessa@acme.example"]),
        (PANEL._replace(attendees=("me",)), "You will meet with Dana Whitlock.", ["Dana Whitlock"]),
    ],
)  # fmt: skip
def test_whom_the_mail_names(case: Case, text: str, people: list[str]) -> None:
    _, found = interview_likelihood(entry(case), ME, text)
    assert {who.address or who.name for who in found} == set(people)


@pytest.mark.slow
@given(st.text(max_size=200), st.text(max_size=400), st.text("with meet WMab.,&()\n:-Interviewers", max_size=300))
def test_never_raises(summary: str, description: str, text: str) -> None:
    made = Entry(uid="1", summary=summary, description=description, organizer=Address(summary[:9], ""))
    score, _ = interview_likelihood(made, ME, text)
    assert 0 < score < 1
