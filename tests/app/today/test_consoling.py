"""After a no the page is kind, and says from when on what may be done."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.today.consoling import consolations
from sincerely.app.today.policies import load_policy
from sincerely.core.fold import fold
from sincerely.core.timeline import parse

HEADER = 'process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US\n'
MET = "2026-03-04 15:00 interviewed dana@acme.example\n"
NO = "2026-03-20 09:00 rejected dana@acme.example\n"


def said(lines: str, at: str) -> list[str]:
    [timeline] = parse(HEADER + lines, "test")
    process = fold(timeline.header, timeline.events)
    return list(consolations([process], datetime.fromisoformat(at).replace(tzinfo=UTC), load_policy()))


def test_a_no_after_an_interview_is_given_a_day() -> None:
    [words] = said(MET + NO, "2026-03-20T15:00")
    assert words == (
        "Acme Corp said no on Friday, 20 March. That is hard, and nothing is urgent: let today be. "
        "From Sat 21 March, 09:00 on you may ask, once, whether there was a reason."
    )


def test_before_an_interview_there_is_nothing_to_do() -> None:
    [words] = said(NO, "2026-03-20T15:00")
    assert words.endswith("Nothing needs doing. Nobody there had met you yet, so it says little about you.")


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (MET + NO, "2026-03-24T15:00"),
        (MET + NO, "2026-03-19T15:00"),
        (MET + NO + "2026-03-21 10:00 asked-why dana@acme.example\n", "2026-03-21T16:00"),
        (MET, "2026-03-20T15:00"),
    ],
)
def test_it_is_not_dwelt_on(lines: str, at: str) -> None:
    assert said(lines, at) == []


def test_once_the_question_may_be_asked_its_finding_speaks() -> None:
    [words] = said(MET + NO, "2026-03-22T15:00")
    assert words.endswith("That is hard. You gave what you could, and nothing is urgent.")
