"""What an answer makes of the times that were proposed, as both mails say it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from sincerely.app.models import load_models
from sincerely.core.header import Header
from sincerely.reading.accepting import answer_of
from sincerely.reading.agreeing import Answer, Proposal, agreed, left_open
from sincerely.reading.linking import Clues, Links
from sincerely.reading.mime import parse
from sincerely.reading.reader import Reading, read
from sincerely.reading.staging import staged
from sincerely.reading.statements import Clock

ME, DANA = "robin@mail.example", "dana@acme.example"
AT = datetime(2026, 11, 27, 10, tzinfo=UTC)
WINDOW = (
    "We would like to invite you to an interview. Could you do any time between 2pm and 5pm on Thursday 3 December?"
)
FALLBACK = (
    "We would like to interview you. Would Thursday 3 December at 2pm suit you? If not, Friday at 10am would work too."
)


def reading(body: str, *, own: bool) -> Reading:
    sender, to = (ME, DANA) if own else (DANA, ME)
    data = f"From: {sender}\nTo: {to}\nSubject: Re: Data Analyst interview\nDate: 27 Nov 2026 10:00:00 +0000\nMessage-ID: <1@x.example>\n\n{body}\n"
    links = Links([Header(id="p", employer="Acme", role="Data analyst", zone="Europe/London", country="GB")])
    links.learn("p", Clues(message_id="0@x.example", people=frozenset({DANA}), domain="acme.example", at=AT))
    mine = frozenset({ME})
    return read(data.encode(), me=mine, at=AT, models=load_models(), links=links, home=("GB", "Europe/London"))


def proposal(body: str, *, own: bool = False) -> Proposal:
    found = reading(body, own=own).proposal
    assert found is not None
    return found


def answered(body: str, *, own: bool = True) -> Answer:
    found = reading(body, own=own).answer
    assert found is not None
    return found


def made(proposed: Proposal, body: str, *, direct: bool = True) -> list[tuple[str, bool]]:
    found = agreed(proposed, answered(body), direct=direct)
    return [(f"{one.time.start:%a %H:%M}", one.confidence >= 0.5) for one in found]


def test_within_a_wide_time_the_hour_is_what_is_named() -> None:
    window = proposal(WINDOW)
    assert made(window, "3pm works for me.") == [("Thu 15:00", True)]
    assert made(window, "Thursday 3 December at 4pm works for me.") == [("Thu 16:00", True)]
    assert made(window, "Thursday at 6pm works for me.") == []
    assert made(window, "Yes, that suits me.") == []


def test_what_is_left_if_the_first_does_not_suit() -> None:
    assert made(proposal(FALLBACK), "Yes, that suits me.") == [("Thu 14:00", True)]
    assert made(proposal(FALLBACK), "Friday at 10 works for me.") == [("Fri 10:00", True)]


def test_an_answer_to_another_mail_must_name_the_time() -> None:
    assert made(proposal(FALLBACK), "Friday at 10 works for me.", direct=False) == [("Fri 10:00", True)]
    assert made(proposal(FALLBACK), "Yes, that suits me.", direct=False) == [("Thu 14:00", False)]


def test_a_choice_that_is_left_to_the_other_one_is_proposed_in_turn() -> None:
    choice = left_open(proposal(FALLBACK), answered("Both work for me."))
    assert [f"{one.start:%a %H:%M}" for one in choice] == ["Thu 14:00", "Fri 10:00"]
    assert not left_open(proposal(FALLBACK), answered("Could we do another day?"))


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("I could do Tuesday at 10am or Wednesday at 3pm.", ["Tue 10:00", "Wed 15:00"]),
        (
            "I am free at these times:\n\n- Tuesday 1 December, 10:00\n- Wednesday 2 December, 15:00",
            ["Tue 10:00", "Wed 15:00"],
        ),
        ("Ich hätte am Dienstag um 10 Uhr Zeit.", ["Tue 10:00"]),
    ],
)
def test_when_the_candidate_is_free_is_a_proposal(body: str, times: list[str]) -> None:
    assert [f"{one.start:%a %H:%M}" for one in proposal(body, own=True).times] == times


@pytest.mark.parametrize(
    "body",
    ["I have an exam on Tuesday at 10am and cannot come.", "Thank you for the talk on Tuesday at 10am, I enjoyed it."],
)
def test_a_time_that_is_only_named_is_no_proposal(body: str) -> None:
    assert reading(body, own=True).proposal is None


@pytest.mark.parametrize(
    "words", ["yes, ", "that ", "if ", "Thursday at 2 ", "could we do ", "looking forward to ", "? "]
)
def test_hostile_answers_take_no_longer(words: str) -> None:
    data = f"From: {ME}\nTo: {DANA}\nSubject: hey\n\n{words * (20_000 // len(words))}\n"
    mine = frozenset({ME})
    scene = staged(parse(data.encode()), mine, load_models(), Clock(at=AT), own=True, known=True)
    _ = [statement.times for statement in scene.said]
    begin = time.perf_counter()
    answer_of(scene, own=True)
    assert timedelta(seconds=time.perf_counter() - begin) < timedelta(seconds=2)
