"""Interviews that are asked to be moved: the old time stands until somebody agrees, and then it is gone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.app.mail_in.test_arranging import Read, asked, home, mail, read, reply, starts

from sincerely.core.asking import still_open
from sincerely.core.events import Slot
from sincerely.core.process import Process

__all__ = ["home", "read"]

SET = "Your interview with me is confirmed for Thursday 3 December at 12 noon at our office."
OLD, ONE = datetime(2026, 12, 3, 12, tzinfo=UTC), datetime(2026, 12, 3, 13, tzinfo=UTC)
FRIDAY, LATER = datetime(2026, 12, 4, 12, tzinfo=UTC), datetime(2026, 12, 4, 16, 30, tzinfo=UTC)
AT_ONE, SAME_TIME = "Can we say 1pm instead on Thursday?", "Something has come up, can we push to Friday same time?"


@pytest.mark.parametrize(("text", "time"), [(AT_ONE, ONE), (SAME_TIME, FRIDAY)])
def test_the_old_time_stands_and_the_new_one_is_asked_about(read: Read, text: str, time: datetime) -> None:
    found = read(mail(1, SET), mail(2, text, to=1))
    assert (starts(found), asked(found)) == ([OLD], [time])


@pytest.mark.parametrize(
    ("text", "yes", "time"),
    [
        (AT_ONE, "Yes, 1pm is fine.", ONE),
        (SAME_TIME, "Friday at the same time works for me.", FRIDAY),
    ],
)
def test_a_yes_moves_it(read: Read, text: str, yes: str, time: datetime) -> None:
    assert starts(read(mail(1, SET), mail(2, text, to=1), reply(yes, 3, 2))) == [time]


@pytest.mark.parametrize(
    "no", ["I'm sorry, I can't make 1pm.", "Thanks for your message, I will check and get back to you."]
)
def test_without_one_it_stands(read: Read, no: str) -> None:
    assert starts(read(mail(1, SET), mail(2, AT_ONE, to=1), reply(no, 3, 2))) == [OLD]


def test_another_time_that_the_employer_agrees_to_is_the_new_one(read: Read) -> None:
    counter = reply("I have another appointment at noon on Friday. Could we do 4.30?", 3, 2)
    mails = [mail(1, SET), mail(2, SAME_TIME, to=1), counter, mail(4, "Friday 4.30 is fine.", to=3)]
    assert starts(read(*mails)) == [LATER]


@pytest.mark.parametrize(
    ("wish", "yes", "time"),
    [
        ("Could I move my interview to Friday at 4.30pm, please? I have an exam on Thursday.", "Friday at 4.30pm is fine.", LATER),
        ("I have an exam on Thursday. Could we push to Friday, same time?", "Friday 4.30 is fine.", LATER),
        ("I have an exam on Thursday. Could we push to Friday, same time?", "Friday is fine.", FRIDAY),
    ],
)  # fmt: skip
def test_a_move_that_the_candidate_asks_for(read: Read, wish: str, yes: str, time: datetime) -> None:
    found = read(mail(1, SET), reply(wish), mail(3, yes, to=2))
    assert starts(found) == [time]


def test_a_wish_for_another_day_moves_nothing(read: Read) -> None:
    wish = reply("Would it be possible to reschedule our interview to another day next week?")
    assert starts(read(mail(1, SET), wish)) == [OLD]


def open_starts(processes: list[Process]) -> list[datetime | None]:
    """Return the times that are still asked about."""
    return [event.start for process in processes for event in still_open(process) if isinstance(event, Slot)]


@pytest.mark.parametrize(
    "no",
    [
        "I'm sorry, I can't make 1pm.",
        "Unfortunately 1pm on Thursday does not work for me.",
    ],
)
def test_a_no_answers_the_question_and_the_old_time_stands(read: Read, no: str) -> None:
    found = read(mail(1, SET), mail(2, AT_ONE, to=1), reply(no, 3, 2))
    assert (starts(found), open_starts(found)) == ([OLD], [])


@pytest.mark.parametrize(
    "open_",
    ["Thanks for your message, I will check and get back to you.", "I can't make 1pm, could we do 4.30 instead?"],
)
def test_what_is_no_plain_no_leaves_it_open(read: Read, open_: str) -> None:
    found = read(mail(1, SET), mail(2, AT_ONE, to=1), reply(open_, 3, 2))
    assert (starts(found), open_starts(found)) == ([OLD], [ONE])
