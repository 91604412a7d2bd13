"""What a client wrote to a recruiter, who passes it on, is asked about and never asserted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Requested, Scheduled
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
MAIL = """From: Josh Lyle <josh@peelpeople.example>
To: Robin Ashdown <robin@mail.example>
Subject: FW: Robin Ashdown
Date: Tue, 10 Mar 2026 08:00:00 +0000
Message-ID: <one@peelpeople.example>
Content-Type: text/plain; charset=utf-8

Hi Robin, see below from Claire.

Josh

From: Claire Hobbs <claire@dunmorefreight.example>
Sent: 10 March 2026 07:44
To: Josh Lyle <josh@peelpeople.example>
Subject: RE: Robin Ashdown

Hi Josh,

{text}

Claire Hobbs
Dunmore Freight
"""


def reading(text: str) -> Reading:
    return taken(MAIL.format(text=text))


def taken(data: str) -> Reading:
    return read(data.encode(), me=ME, at=datetime(2026, 3, 10, tzinfo=UTC), models=load_models(), links=Links())


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("We would be happy to interview Robin for the Yard Planner role on Thursday 19 March at 2.30pm.", "scheduled"),
        ("We have decided not to go ahead with Robin for the Yard Planner role, we chose somebody else.", "rejected"),
        ("We would like to offer Robin the Yard Planner role. Please let us have an answer by 20 March.", "offered"),
    ],
)
def test_a_clients_word_to_a_recruiter_is_a_question(text: str, verb: str) -> None:
    told = reading(text)
    assert verb in {found.event.verb for found in told.questions}
    assert verb not in {found.event.verb for found in told.events}
    assert told.via == "agency"
    assert told.company == "Dunmore Freight"
    assert told.clues is not None
    assert told.clues.consultant == "josh@peelpeople.example"


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we have decided not to hire Tom for the Yard Planner role. Robin starts in May.",
        "Unfortunately we have decided not to go ahead with Tom Pratt. We would still like to see Robin.",
        "Unfortunately Tom Pratt was not selected for the Yard Planner role. Robin did well.",
        "We will offer Tom Pratt the Yard Planner role. Robin may hear more in summer.",
        "Unfortunately we have decided not to go ahead with Robin Novak. How is Robin Ashdown doing?",
    ],
)
def test_whether_another_candidate_is_taken_is_not_asked(text: str) -> None:
    told = reading(text)
    assert not {"rejected", "offered"} & {found.event.verb for found in (*told.events, *told.questions)}
    assert told.kind not in {"rejection", "offer"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Unfortunately we have decided not to hire Tom for the Yard Planner role, we chose somebody else. "
            "For Robin, please send us references."
        ),
        (
            "We regret to inform you that your candidate Tom Pratt was not selected for the Yard Planner role, as we chose "
            "somebody else. For Robin please send us references."
        ),
    ],
)
def test_a_request_stays_beside_another_candidates_rejection(text: str) -> None:
    told = reading(text)
    assert [found.event.verb for found in told.questions] == ["requested"]
    assert told.kind == "reference_check"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for Robin's time. We have decided not to go ahead for the Yard Planner role, we chose somebody else.",
        "Thanks for Robin's time. Claire and I have decided not to go ahead with her for the Yard Planner role.",
        "Unfortunately we have decided not to hire Robin for the Yard Planner role, and to offer it to Tom Pratt.",
    ],
)
def test_a_rejection_that_names_her_or_nobody_is_asked(text: str) -> None:
    assert "rejected" in {found.event.verb for found in reading(text).questions}


def test_a_colleague_who_passes_mail_on_is_no_agency() -> None:
    data = MAIL.format(text="We would like to offer Robin the Yard Planner role.")
    told = taken(data.replace("peelpeople", "dunmorefreight"))
    assert "offered" in {found.event.verb for found in told.questions}
    assert told.via == "direct"
    assert told.clues is not None
    assert not told.clues.consultant


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [("on Monday at 2.30pm", 9, 14), ("tomorrow at 2.30pm", 7, 14), ("on Thursday 19 March at 9am", 19, 9)],
)
def test_times_are_understood_by_the_day_on_which_they_were_written(said: str, day: int, hour: int) -> None:
    data = MAIL.format(text=f"We would be happy to interview Robin for the Yard Planner role {said}.")
    told = taken(data.replace("Sent: 10 March 2026 07:44", "Sent: 6 March 2026 17:44"))
    starts = [found.event.start for found in told.questions if isinstance(found.event, Scheduled)]
    assert [(start.day, start.hour) for start in starts if start] == [(day, hour)]


def test_a_day_by_which_the_client_wants_something_is_counted_from_its_own_mail() -> None:
    data = MAIL.format(
        text="We liked Robin for the Yard Planner role. Could you let us have Robin's references by Monday?"
    )
    told = taken(data.replace("Sent: 10 March 2026 07:44", "Sent: 6 March 2026 17:44"))
    by = [found.event.by for found in told.questions if isinstance(found.event, Requested)]
    assert [str(one)[:10] for one in by] == ["2026-03-09"]


def test_chat_that_is_passed_on_tells_nothing() -> None:
    told = reading("Thanks for sending Robin over. We had a lovely lunch, more next month.")
    assert not told.questions
    assert told.kind == "other"
