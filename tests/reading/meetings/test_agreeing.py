"""What an answer makes of the times that were proposed, as both mails say it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from tests.reading.counting import work

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.letters.mime import parse
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.meetings import accepting, agreeing
from sincerely.reading.meetings.accepting import answer_of
from sincerely.reading.meetings.agreeing import Answer, Proposal, agreed, left_open
from sincerely.reading.reader import Reading, read
from sincerely.reading.staging import staged
from sincerely.reading.statements.statement import Clock

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
def test_hostile_answers_take_no_longer_than_they_are(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = (work(monkeypatch, [accepting, agreeing], _answering(words, size)) for size in (2_000, 8_000))
    assert large < 4.5 * small


def _answering(words: str, size: int) -> Callable[[], object]:
    data = f"From: {ME}\nTo: {DANA}\nSubject: hey\n\n{words * (size // len(words))}\n"
    mine = frozenset({ME})
    scene = staged(parse(data.encode()), mine, load_models(), Clock(at=AT), own=True, known=True)
    _ = [statement.times for statement in scene.said]
    return lambda: answer_of(scene, own=True)


THURSDAY_AT_TWO = "We would like to invite you to an interview. Would Thursday 3 December at 2pm suit you?"


@pytest.mark.parametrize(
    "body",
    [
        "I can confirm that I am still interested in the position.",
        "I confirm my interest, and will let you know about Thursday.",
        "Confirmed receipt, thank you. I will look at my diary.",
        "Je confirme ma candidature et reviens vers vous pour la date.",
        "Je prends note de votre message.",
        "Ich nehme Bezug auf Ihre Mail.",
        "Jeudi 14h ne me convient pas du tout.",
        "Anything but Thursday works for me.",
        "Any day other than Thursday works for me.",
        "Donnerstag um 14 Uhr passt mir kaum.",
        "I doubt that Thursday at 2 will work.",
        "Thursday at 2 hardly suits me.",
        "Thursday at 2 never works for me.",
        "I am away on Thursday 3 December from 1pm to 4pm.",
    ],
)
def test_what_is_confirmed_or_left_out_may_be_no_time(body: str) -> None:
    found = reading(body, own=True).answer
    assert found is None or agreed(proposal(THURSDAY_AT_TWO), found, direct=True) == []


@pytest.mark.parametrize(
    "body",
    [
        "I would love to come on Thursday at 2pm, but I'm travelling then.",
        "The salary works for me.",
        "Das Gehalt passt mir.",
        "Le salaire me convient.",
        "Yes, sure. I will get back to you about the rest.",
        "Before I confirm the time, may I ask something?",
        "Thursday at 2 works for me as long as it is on Zoom.",
        "Yes, that suits me. But I cannot come on Friday 4 December at 9am.",
    ],
)
def test_what_one_would_like_or_has_still_to_say_leaves_it_open(body: str) -> None:
    assert made(proposal(THURSDAY_AT_TWO), body) == [("Thu 14:00", False)]


@pytest.mark.parametrize(
    "body",
    [
        "I can confirm that I am available on Thursday at 2.",
        "I can confirm my attendance.",
        "Ich bestätige den Termin.",
        "Gerne nehme ich Ihre Einladung an.",
        "Je vous confirme ma présence.",
        "Je n'ai pas de voiture, mais jeudi à 14h me convient.",
        "Not a problem, Thursday at 2 it is.",
        "Kein Problem!",
        "Pas de problème, jeudi à 14h me convient.",
        "Passt mir sehr gut.",
        "The time you suggest works for me.",
        "Thursday at 2 works for me. I'm not available on Friday.",
        "Thursday at 2 works for me. I will let you know if anything changes.",
        "Thursday at 2 works for me. I finish work at noon.",
        "Thursday at 2 works for me. Would it be possible to get the address?",
        "Unfortunately I don't drive, but Thursday at 2 is fine.",
    ],
)
def test_a_time_that_suits_is_agreed_on_whatever_else_is_said(body: str) -> None:
    assert made(proposal(THURSDAY_AT_TWO), body) == [("Thu 14:00", True)]


def test_what_is_left_out_of_several_does_not_suit() -> None:
    assert made(proposal(FALLBACK), "Both work for me except Friday.") == [("Thu 14:00", False)]
    assert made(proposal(FALLBACK), "Friday works for me, except that I have to leave at noon.") != [
        ("Thu 14:00", True)
    ]


def test_of_hours_that_are_offered_none_is_taken_by_itself() -> None:
    assert made(proposal(WINDOW), "Thursday works for me.") == [("Thu 14:00", False)]


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("I can't do Tuesday but Wednesday at 3pm works.", ["Wed 15:00"]),
        ("Would Wednesday at 3pm work for a call?", ["Wed 15:00"]),
    ],
)
def test_the_time_that_is_offered_stands_beside_what_is_not(body: str, times: list[str]) -> None:
    assert [f"{one.start:%a %H:%M}" for one in proposal(body, own=True).times] == times


@pytest.mark.parametrize(
    "body",
    [
        "I would suggest Monday 4 January at 9am as my first day.",
        "I'd be happy to send it on Thursday 3 December at 2pm.",
        "My former boss is free on Thursday 3 December at 2pm.",
        "She is available on Thursday 3 December at 2pm.",
        "Ich könnte am Montag, 4. Januar um 9 Uhr anfangen, das passt mir.",
    ],
)
def test_when_one_could_begin_or_a_referee_is_free_is_no_proposal(body: str) -> None:
    assert reading(body, own=True).proposal is None
