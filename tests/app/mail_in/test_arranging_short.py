"""Times of day as they are put forward in few words: "Thursday is fine. Say half 1?"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.app.mail_in.test_arranging import Read, asked, home, mail, read, reply, starts

__all__ = ["home", "read"]

HALF_PAST_ONE = datetime(2026, 12, 3, 13, 30, tzinfo=UTC)
DAY = "We would like to invite you to an interview. Would Thursday 3 December suit you?"
ASKS = "We would like to invite you to an interview next week. Which day would suit you?"


@pytest.mark.parametrize(
    "words",
    ["Thurs is fine. Say half 1?", "Thursday works for me. How about half past one?", "Thursday works. Say half one?"],
)
@pytest.mark.parametrize(
    "yes", ["Yes, half 1 is fine. See you on Thursday.", "Yes, that works.", "Perfect, see you then."]
)
def test_an_hour_that_the_candidate_puts_forward(read: Read, words: str, yes: str) -> None:
    found = read(mail(1, DAY), reply(words), mail(3, yes, to=2))
    assert (starts(found), asked(found)) == ([HALF_PAST_ONE], [])


@pytest.mark.parametrize("yes", ["Yes, half 1 is fine.", "Yes, that works for me.", "Perfect."])
def test_an_hour_that_the_employer_puts_forward(read: Read, yes: str) -> None:
    free, hour = reply("I could do Thursday 3 December."), mail(3, "Thurs is fine. Say half 1?", to=2)
    found = read(mail(1, ASKS), free, hour, reply(yes, 4, 3))
    assert (starts(found), asked(found)) == ([HALF_PAST_ONE], [])


def test_what_somebody_says_is_no_time_put_forward(read: Read) -> None:
    free = reply("Thursday is fine. They say my train gets in at half 1 on Thursday.")
    assert not starts(read(mail(1, DAY), free, mail(3, "Thanks for letting me know.", to=2)))
