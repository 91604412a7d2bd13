"""What a client wrote to a recruiter, who passes it on, is asked about and never asserted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models import load_models
from sincerely.reading.linking import Links
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
    data = MAIL.format(text=text).encode()
    return read(data, me=ME, at=datetime(2026, 3, 10, tzinfo=UTC), models=load_models(), links=Links())


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


def test_chat_that_is_passed_on_tells_nothing() -> None:
    told = reading("Thanks for sending Robin over. We had a lovely lunch, more next month.")
    assert not told.questions
    assert told.kind == "other"
