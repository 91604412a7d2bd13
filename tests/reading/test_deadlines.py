"""Which of a sentence's days is the one that it promises."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sincerely.reading import deadlines
from sincerely.reading.insight import Timed
from sincerely.reading.statements import Clock, statements

SAID = statements(
    "It had been Friday; realistically Wednesday 9 December is when I'll know.",
    Clock(at=datetime(2026, 11, 24, 13, 35, tzinfo=UTC), country="GB"),
)


def test_of_a_sentences_days_the_likeliest_counts_though_none_is_likely() -> None:
    times = [Timed(0, 1, 0.11), Timed(0, 0, 0.01)]
    assert deadlines.likeliest(SAID, times) is None
    assert deadlines.in_sentence(SAID, times, 0) == date(2026, 12, 9)


def test_where_none_may_be_it_the_first_day_ahead_is() -> None:
    assert deadlines.in_sentence(SAID, [Timed(0, 1, 0.02)], 0) == date(2026, 11, 27)
    assert deadlines.in_sentence(SAID, [], -1) is None


@pytest.mark.parametrize(
    "text",
    [
        "Send it by 11:59 PM Pacific Time on Friday 27 November.",
        "Send it by 11:59 PM Eastern Standard Time on Friday 27 November.",
        "Send it by 11:59 PM PST on Friday 27 November.",
        "Send it by midnight ET on Friday 27 November.",
        "Send it by 11:59 PM on Friday 27 November (Pacific Time).",
    ],
)
def test_a_deadline_elsewhere_is_due_on_the_day_that_it_names(text: str) -> None:
    at = datetime(2026, 11, 24, 13, 35, tzinfo=UTC)
    [said] = statements(text, Clock(at=at, country="US"))
    assert [deadlines.day_of(mention) for mention in said.times] == [date(2026, 11, 27)]
