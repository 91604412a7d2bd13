"""What both sides know needs no ground, and what is told of a reason asks for none; beside near misses."""

from __future__ import annotations

import pytest
from tests.gate.case_files import example

_PROCESS = 'process tarn-planner employer="Tarnfield Mills" role="Planner" zone=Europe/London country=GB-ENG'
_HELD = """
2026-03-04 15:00 interviewed mona@tarnfield.example, ivo@tarnfield.example
2026-03-04 16:00 debriefed mona@tarnfield.example liked="the night shift's board" fit="planned two lines"
"""
_NO = _HELD + "2026-03-20 09:00 rejected mona@tarnfield.example\n2026-03-23 10:00 asked-why mona@tarnfield.example\n"
_ELSEWHERE = """
process ostler-buyer employer="Ostler Foods" role="Buyer" zone=Europe/London country=GB-ENG
2026-03-05 11:00 offered by=2026-03-13
"""


def codes(
    text: str, events: str = _HELD, at: str = "2026-03-12 10:00", header: str = _PROCESS, more: str = ""
) -> set[str]:
    case = f"""at {at}
{header}{events}---
From: Robin Vale <robin@mail.example>
To: Mona Fell <mona@tarnfield.example>
{more}Subject: Planner

Dear Mona,

{text}

Kind regards,
Robin
"""
    return {finding.code for finding in example(case).review().verdict.findings}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("I spoke with Mona Fell and Ivo Sand on 4 March.", True),
        ("I spoke with the panel last Wednesday.", True),
        ("I spoke at three trade fairs on weaving.", False),
        ("I wrote on Monday but have not heard back.", True),
        ("I wrote on looms for two journals.", False),
        ("Enclosed is a scan of my certificate.", True),
        ("Here are copies of my forklift licence.", True),
        ("Enclosed is a note on how I led a team of forty.", False),
        ("My forklift licence covers all trucks up to ten tons.", False),
    ],
)
def test_what_both_know_or_see_needs_no_ground(text: str, stands: bool) -> None:  # noqa: FBT001
    assert ("OUT009" not in codes(text)) is stands


def test_an_offer_that_is_held_elsewhere_may_be_told() -> None:
    told = "I have received an offer from another company and have to give my answer by Friday."
    assert "OUT009" not in codes(told, _HELD + _ELSEWHERE)
    assert "OUT009" in codes(told)
    assert "OUT009" in codes(told, _HELD + _ELSEWHERE + "2026-03-10 09:00 withdrew\n")
    assert "OUT009" in codes("I have received a prize from the guild of weavers.", _HELD + _ELSEWHERE)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Thank you for your answer. I can see why you chose somebody who knows the looms.", False),
        ("I can see why you ask.", False),
        ("The reason for my mail is the train ticket that you offered to refund.", False),
        ("The reason I am writing is that my certificates are still with you.", False),
        ("Please let me have the scores, so that I can see why I was not chosen.", True),
        ("I would like to know the reason I was not chosen.", True),
        ("The reason for my mail is that I do not understand why I was not chosen.", True),
    ],
)
def test_who_understands_a_reason_asks_for_none(text: str, asks: bool) -> None:  # noqa: FBT001
    assert ("OUT014" in codes(text, _NO, "2026-03-26 10:00")) is asks


def test_a_note_of_nothing_but_thanks_is_a_thin_note() -> None:
    assert {"OUT008", "OUT015"} <= codes("Thank you for your time yesterday.", at="2026-03-05 10:00")


def test_thanks_below_the_text_close_it() -> None:
    found = codes("Yes, the ninth at ten suits me.\n\nThank you for your time,", at="2026-03-05 10:00")
    assert not {"OUT008", "OUT015"} & found


def test_a_timeline_without_mails_knows_who_wrote() -> None:
    header = f"{_PROCESS} via=agency consultant=petra@talent.example"
    heard = _HELD + "2026-03-11 10:00 heard mona@tarnfield.example asks=yes\n"
    answer = "In-Reply-To: <q1@tarnfield.example>\nCc: petra@talent.example\n"
    text = "Yes, Thursday suits me for a visit to the mill."
    assert "OUT003" not in codes(text, heard, header=header, more=answer)
    assert "OUT003" in codes(text, heard, header=header, more=answer.partition("\n")[0] + "\n")
    assert "OUT003" in codes(text, heard, header=header, more="Cc: petra@talent.example\n")
    assert "OUT003" in codes(text, _HELD, header=header, more=answer)
    mails = heard.replace("asks=yes", 'asks=yes source="<other@tarnfield.example>"')
    assert "OUT003" in codes(text, mails, header=header, more=answer)


@pytest.mark.parametrize(
    "text",
    [
        "I received your form this morning and put it in the post.",
        "I opened the link, and it works now.",
        "I kept Thursday afternoon free.",
        "I have drafted a short answer to your second question.",
        "I spent the weekend on the task.",
        "I planned to arrive at nine.",
    ],
)
def test_what_one_does_about_the_process_is_no_claim(text: str) -> None:
    assert "OUT009" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "I received the state prize for nursing.",
        "I opened three branches in Ohio.",
        "I tested aircraft engines.",
        "I planned and built a warehouse.",
        "I completed a course in audit law.",
    ],
)
def test_what_one_did_elsewhere_is_a_claim(text: str) -> None:
    assert "OUT009" in codes(text)
