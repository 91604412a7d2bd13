"""A promise in few words: that week, one of two days; what one will hear else is none."""

from __future__ import annotations

from datetime import date

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Promised, Requested
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.statements.few_promises import says_so

REFERENCES = """From: Dana Lee <dana.lee@larkhill.example>
To: Ida Berg <ida.berg@mail.example>
Subject: Re: Case exercise
Date: Thu, 29 Oct 2026 15:40:00 +0000
Message-ID: <week@larkhill.example>
Content-Type: text/plain; charset=utf-8

Dear Ida,

Ms Roth much enjoyed yesterday. We'd like to take up your references now, so you'll have a link from Checkwell, who screen
for us. If you could fill that in by close of play Monday, all the better. The board sits w/c 9th, so I'd expect to come
back to you that week.

One last thing, have you any holidays booked before Easter?

Kind regards
Dana Lee
"""


@pytest.mark.parametrize(
    ("sentence", "promises"),
    [
        ("The board sits w/c 9th so I'd expect to come back to you that week.", True),
        ("We would hope to let you know by Friday.", True),
        ("He is usually quick, you should hear Tues or Weds.", True),
        ("You'll hear by Friday.", True),
        (
            "I'll get your CV over to Mr Holm there this aft, he's the FD, and come back to you by close of play Friday.",
            True,
        ),
        ("I'll get your CV over to Mr Holm this aft. Come back to me by Friday.", False),
        ("I hope to be able to get back to you in the new year.", False),
        ("You should hear the alarm on Tuesday.", False),
        ("You will hear about our pension scheme on Tuesday.", False),
        ("You should hear a beep within a minute.", False),
        ("I'd expect you to come back to us by Friday.", False),
        ("You should hear by Friday if you are shortlisted.", False),
    ],
)
def test_who_should_hear_on_a_day_is_promised_a_word(sentence: str, *, promises: bool) -> None:
    assert says_so(sentence) is promises


def test_a_week_that_is_promised_counts_beside_what_is_asked_and_a_form_is_no_work() -> None:
    found = read(
        REFERENCES.encode(), me=frozenset({"ida.berg@mail.example"}), at=None, models=load_models(), links=Links()
    )
    events = [one.event for one in (*found.events, *found.questions)]
    assert [one.by for one in events if isinstance(one, Promised)] == [date(2026, 11, 13)]
    assert not [one for one in events if isinstance(one, Requested) and one.who == ("case-study",)]
    assert not [one for one in events if one.verb == "assessed"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("How did you get on? Neil is usually quick, you should hear Tues or Weds.", date(2026, 11, 4)),
        ("How did you get on? You should hear from us by Monday or Tuesday.", date(2026, 11, 3)),
        ("How did you get on? You should hear by Friday, and we meet on Monday.", date(2026, 10, 30)),
    ],
)
def test_of_two_days_the_later_is_waited_for(text: str, day: date) -> None:
    mail = REFERENCES.partition("Dear Ida")[0] + f"Dear Ida,\n\n{text}\n\nKind regards\nDana Lee\n"
    found = read(mail.encode(), me=frozenset({"ida.berg@mail.example"}), at=None, models=load_models(), links=Links())
    assert [one.event.by for one in found.events if isinstance(one.event, Promised)] == [day]
