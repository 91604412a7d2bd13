"""Lists of those whom one will meet: every name with its address, and nobody that another list names."""

from __future__ import annotations

import pytest
from tests.reading.meetings.test_meeting_people import FIXED, met

from sincerely.reading.letters import reply

IDA, TOM = "ida.holm@larkhill.example", "tom.blanc@larkhill.example"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"You will meet: Ida Holm (Head of Data, {IDA}), Tom Blanc (Staff Engineer, {TOM}).", {IDA, TOM}),
        (f"The panel:\n\n- Ida Holm, Lead Nurse ({IDA})\n- Paul Stone, Head of Services", {IDA, "Paul Stone"}),
        (
            "The panel will consist of:\nIda Holm - Ward Manager\nTom Blanc - Practice Educator\nDr Anil Rao - Consultant Cardiologist",
            {"Ida Holm", "Tom Blanc", "Anil Rao"},
        ),
        (f"On the panel will be Ida Holm <{IDA}>, Tom Blanc <{TOM}> and Orla Quill.", {IDA, TOM, "Orla Quill"}),
        ("Panel: Dr Anil Rao (chair), Moira Keane, and Sam.", {"Anil Rao", "Moira Keane", "Sam"}),
        (f"Interview panel\n• Ida Holm | Head of Data | {IDA}\n• Tom Blanc | Engineer | {TOM}", {IDA, TOM}),
        (
            f"Your interviewers are:\n\nIda Holm\nHead of Data\n{IDA}\n\nTom Blanc\nStaff Engineer\n{TOM}\n\nPlease bring a photo ID.",
            {IDA, TOM},
        ),
        ("Who you'll be meeting:\n\nIda Holm, who leads data\nTom (he/him), our designer", {"Ida Holm", "Tom"}),
    ],
)
def test_everybody_in_a_list_of_the_panel_is_met(text: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{FIXED}\n\n{text}\n\nKind regards,\nDana Lee\n") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ihre Gesprächspartner sind:\n\n- Petra Nowak, Leiterin Controlling\n- Dr. Jens Brandt, Personalreferent", {"Petra Nowak", "Jens Brandt"}),
        ("Gesprächspartner: Frau Petra Nowak (Controlling), Herr Dr. Jens Brandt und Herr Ott.", {"Petra Nowak", "Jens Brandt", "Ott"}),
    ],
)  # fmt: skip
def test_a_list_in_german(text: str, who: set[str]) -> None:
    said = "Ihr Vorstellungsgespräch ist am Donnerstag, 12. März um 14 Uhr."
    assert met(f"Liebe Frau Ashdown,\n\n{said} {text}\n\nMit freundlichen Grüßen\nDana Lee\n") == who


@pytest.mark.parametrize(
    "text",
    [
        f"You will meet Ida Holm.\n\nIf you have questions about the interview panel:\n\n- Tom Blanc, Recruiter ({TOM})",
        "You will meet Ida Holm.\n\nPanel: Conference Room B.",
        "You will meet:\n- Ida Holm\n- the team\n- Tanner Surgery\n- Head of Data",
        "The panel:\n- Ida Holm, Head of Data\n\nDirections:\n- Long Lane, Leeds\n- Market Street, York",
    ],
)
def test_other_lists_name_nobody_to_meet(text: str) -> None:
    assert met(f"Dear Robin,\n\n{FIXED} {text}\n\nDana Lee\n") == {"Ida Holm"}


def test_somebody_whom_a_letter_lists_is_no_signature() -> None:
    block = f"Ida Holm\nHead of Data\n{IDA}\n\nTom Blanc\nStaff Engineer\n{TOM}"
    closed = reply.split(f"You will meet:\n\n{block}\n\nSee you then.\n\nKind regards,\nDana Lee\nHR\n")
    assert closed.reply.endswith("See you then.")
    assert reply.split(f"You will meet:\n\n{block}").signature == ""
    alone = reply.split(f"See you then.\n\nTom Blanc\nStaff Engineer\n{TOM}")
    assert alone.signature.startswith("Tom Blanc"), "without a list it is one"
