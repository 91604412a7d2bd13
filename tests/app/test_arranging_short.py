"""Times of day as they are put forward in few words: "Thursday is fine. Say half 1?"."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.app.test_arranging import NOW, asked, home, mail, read, reply, starts  # noqa: F401 - fixtures

from tests.app.test_arranging import Read

HALF_PAST_ONE = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
DAY = "We would like to invite you to an interview. Would Thursday 3 December suit you?"


@pytest.mark.parametrize("words", ["Thurs is fine. Say half 1?", "Thursday works for me. How about half past one?"])
@pytest.mark.parametrize("yes", ["Yes, half 1 is fine. See you on Thursday.", "Yes, that works.", "Perfect, see you then."])
def test_the_candidate_puts_an_hour_forward(read: Read, words: str, yes: str) -> None:  # noqa: F811
    found = read(mail(1, DAY), reply(words), mail(3, yes, to=2))
    print(words, yes, starts(found), asked(found))
    assert HALF_PAST_ONE in [*starts(found), *asked(found)]


@pytest.mark.parametrize("yes", ["Yes, half 1 is fine.", "Yes, that works for me.", "Perfect."])
def test_the_employer_puts_an_hour_forward(read: Read, yes: str) -> None:  # noqa: F811
    asks = "We would like to invite you to an interview next week. Which day would suit you?"
    found = read(mail(1, asks), reply("I could do Thursday 3 December."), mail(3, "Thurs is fine. Say half 1?", to=2), reply(yes, 4, 3))
    print(yes, starts(found), asked(found))
    assert HALF_PAST_ONE in [*starts(found), *asked(found)]
