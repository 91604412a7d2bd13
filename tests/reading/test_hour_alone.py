"""An interview of which a mail says the hour alone: on the day that what it answers names, else asked about."""

from __future__ import annotations

import pytest
from tests.reading.items.test_asked import reading


def _found(text: str) -> tuple[list[str], list[str]]:
    found = reading(text)
    return (
        [one.event.verb for one in found.events if one.event.verb == "scheduled"],
        [one.event.verb for one in found.questions if one.event.verb == "scheduled"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin,\n\n4:30 then, just come round the back to the workshop. Steffi will be there, too.\n\nDana",
        "Your interview with Ida is confirmed for 14:00.\n\nDana",
    ],
)
def test_an_hour_without_a_day_is_asked_about(text: str) -> None:
    assert _found(text) == ([], ["scheduled"])


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is today at 4:30pm. See you then!\n\nDana",
        "Your interview is on Thursday at 16:30.\n\nDana",
        # It was written on a Tuesday.
        "Great, your interview is confirmed for 6pm.\n\nDana Lee\n\nOn Mon, Mar 2, 2026 at 9:00 AM Robin wrote:\n> Tuesday at 6pm suits me for the interview.\n",
    ],
)
def test_an_hour_with_its_day_is_told(text: str) -> None:
    assert _found(text) == (["scheduled"], [])


def test_an_hour_that_answers_another_day_is_asked_about() -> None:
    text = "Great, your interview is confirmed for 6pm.\n\nDana Lee\n\nOn Mon, Mar 2, 2026 at 9:00 AM Robin wrote:\n> Wednesday at 6pm suits me for the interview.\n"
    assert _found(text) == ([], ["scheduled"])
