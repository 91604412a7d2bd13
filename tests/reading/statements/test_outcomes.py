"""By when an offer is to be answered, and when its papers come."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.statements.test_answer_wanted import reading

from sincerely.core.events import Offered


def _by(text: str) -> list[date | None]:
    return [one.event.by for one in reading(text).events if isinstance(one.event, Offered)]


@pytest.mark.parametrize(
    "text",
    [
        "we want you. 85 + 1.2%. paper tmrw morning. say yes :)\n\nDana",
        "We are delighted to offer you the position of Clerk at 85,000 a year. Contract on Friday.\n\nDana",
    ],
)
def test_when_the_paper_comes_nothing_is_due(text: str) -> None:
    assert _by(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "We are delighted to offer you the position of Clerk. Please sign the contract by Friday 27 November.\n\nDana",
        "We are delighted to offer you the position of Clerk. Signed contract back on Friday 27 November, please.\n\nDana",
        "We are delighted to offer you the position of Clerk. The letter is attached, and we need your answer by Friday 27 November.\n\nDana",
    ],
)
def test_by_when_the_paper_is_to_be_signed_is_a_day(text: str) -> None:
    assert _by(text) == [date(2026, 11, 27)]
