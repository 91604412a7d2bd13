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


@pytest.mark.parametrize("yes", ["Thursday at half 1 works, thanks!", "Yes, perfect."])
def test_a_day_and_hour_about_which_the_candidate_asks_barely(read: Read, yes: str) -> None:
    found = read(mail(1, ASKS), reply("Thursday 3 December at 1.30pm?"), mail(3, yes, to=2))
    assert (starts(found), asked(found)) == ([HALF_PAST_ONE], [])


def test_what_somebody_says_is_no_time_put_forward(read: Read) -> None:
    free = reply("Thursday is fine. They say my train gets in at half 1 on Thursday.")
    assert not starts(read(mail(1, DAY), free, mail(3, "Thanks for letting me know.", to=2)))


THANKS = "Thank you for your application for the Data Analyst position. We have received it and will review it."
AT_NINE = datetime(2026, 12, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "I enjoyed your note. Saturday morning 9ish at the plant?",
        "Can you do Saturday at 9 at the plant?",
        "How about Saturday 9 am here?",
        "Would Saturday at 9am suit you?",
    ],
)
@pytest.mark.parametrize("yes", ["Saturday at 9 is fine, I'll be there.", "Saturday at 9 works, see you then."])
def test_an_hour_about_which_an_employer_asks_and_says_nothing_else(read: Read, words: str, yes: str) -> None:
    asks = mail(3, words, to=2).replace("27 Nov", "30 Nov")
    answer = reply(yes, 4, 3).replace("27 Nov", "30 Nov")
    found = read(mail(1, THANKS), reply("Thank you, I look forward to it."), asks, answer)
    assert starts(found) == [AT_NINE]


@pytest.mark.parametrize(
    "words",
    [
        "Ida says hello. You should meet my brother Lee. Saturday morning 9ish at the yard? And I need those references.",
        "Thanks for the note. Lee liked you. Saturday 9ish at the yard?",
    ],
)
def test_such_an_hour_in_a_mail_that_speaks_of_no_interview(read: Read, words: str) -> None:
    asks = mail(3, words, to=2, subject="Re: Thank you").replace("27 Nov", "30 Nov")
    yes = "Saturday at 9 is fine, I'll be there. You'll have the references by Wednesday."
    answer = mail(4, yes, to=3, own=True, subject="Re: Thank you").replace("27 Nov", "30 Nov")
    found = read(mail(1, THANKS), reply("Thank you, I look forward to it."), asks, answer)
    assert starts(found) == [AT_NINE]


@pytest.mark.parametrize(
    "words",
    [
        "Can you send me the form by Saturday at 9?",
        "Can Ida call your references Saturday at 9?",
        "Is the deadline Saturday at 9?",
    ],
)
def test_an_hour_about_which_an_employer_asks_for_something_else(read: Read, words: str) -> None:
    asks = mail(3, words, to=2).replace("27 Nov", "30 Nov")
    answer = reply("Saturday at 9 is fine.", 4, 3).replace("27 Nov", "30 Nov")
    assert starts(read(mail(1, THANKS), reply("Thank you, I look forward to it."), asks, answer)) == []
