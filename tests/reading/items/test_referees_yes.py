"""A referee who was asked, or named, says yes in a word or two: without a subject, and without what it answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

MODELS = load_models()
DEB = "deb@mail.example"


def links(*, asked: bool = True, settled: bool = False) -> Links:
    found = Links([Header(id="bell", employer="Bell Health", role="Nurse")])
    who = frozenset({DEB})
    clues = Clues(
        asked=who if asked else frozenset(), people=who, about_referee=True, at=datetime(2026, 10, 5, tzinfo=UTC)
    )
    found.learn("bell", clues)
    if settled:
        found.learn("bell", Clues(settled=who, about_referee=True, at=datetime(2026, 10, 6, tzinfo=UTC)))
    return found


def answer(text: str, known: Links) -> Reading:
    head = f"From: Deb Ryan <{DEB}>\nTo: robin@mail.example\nSubject:\nDate: Tue, 06 Oct 2026 09:00:00 +0100\n"
    data = f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()
    return read(data, me=frozenset({"robin@mail.example"}), at=None, models=MODELS, links=known)


def said(reading: Reading) -> list[str]:
    return [one.event.verb for one in (*reading.events, *reading.questions)]


@pytest.mark.parametrize(
    "text",
    [
        "Hiya, just back! Had a heap of missed calls, is that your job thing? Happy to do it, tell her to ring me monday",
        "Nobody told me, but they can call me any time on the ward.",
        "Kein Problem, sie sollen nur anrufen.",
        "Bien sûr, avec plaisir !",
        "Pas de souci, ils peuvent m'appeler",
    ],
)
def test_agreeing_words_of_who_was_asked_are_asked_about(text: str) -> None:
    reading = answer(text, links())
    assert said(reading) == ["agreed"]
    assert not reading.events


@pytest.mark.parametrize(
    "text",
    [
        "Running late for yoga, start without me. Happy birthday to Sam!",
        "Happy to help with the cake on Sunday.",
        "Sorry, I can't this time, happy to help another year.",
        "Leider kann ich das nicht machen.",
        "Are you coming to choir tonight?",
    ],
)
def test_other_words_agree_to_nothing(text: str) -> None:
    assert "agreed" not in said(answer(text, links()))


@pytest.mark.parametrize(
    ("subject", "text", "verbs"),
    [
        ("Lunch on Friday", "Sure, see you there!", []),
        ("Re: the move", "I'd love to do it, let me know when.", []),
        ("Geburtstag", "Mache ich gerne, bringe Kuchen mit.", []),
        ("Dinner", "Bien sûr, avec plaisir !", []),
        ("Re:", "Bien sûr, avec plaisir !", ["agreed"]),
        ("Hello", "Happy to do it, is that your job thing?", ["agreed"]),
    ],
)
def test_a_referee_who_writes_of_something_else_is_asked_nothing(subject: str, text: str, verbs: list[str]) -> None:
    head = (
        f"From: Deb Ryan <{DEB}>\nTo: robin@mail.example\nSubject: {subject}\nDate: Tue, 06 Oct 2026 09:00:00 +0100\n"
    )
    data = f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()
    reading = read(data, me=frozenset({"robin@mail.example"}), at=None, models=MODELS, links=links())
    assert said(reading) == verbs


def test_who_was_not_asked_or_has_answered_is_not_taken_so() -> None:
    text = "Bien sûr, avec plaisir !"
    assert said(answer(text, links(asked=False))) == []
    assert said(answer(text, links(settled=True))) == []


def test_who_was_only_named_to_an_employer_is_awaited_too() -> None:
    known = Links([Header(id="bell", employer="Bell Health", role="Nurse")])
    text = "Hello Karen,\n\nMy referees are:\n\nDeb Ryan, ward manager, deb@mail.example\nKim Moss, kim@mail.example\n\nRobin\n"
    head = "From: robin@mail.example\nTo: Karen Voss <karen@bellhealth.example>\nSubject: References\n"
    date = "Date: Mon, 05 Oct 2026 09:00:00 +0100\n\n"
    sent = read(
        (head + date + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=MODELS, links=known
    )
    assert sent.clues is not None
    assert sent.clues.asked == {DEB, "kim@mail.example"}
    known.learn("bell", sent.clues)
    assert DEB in known.awaited
    reading = answer("They can call me any time.", known)
    assert said(reading) == ["agreed"]
    assert reading.clues is not None
    assert reading.clues.settled == {DEB}


def test_who_was_never_asked_agrees_to_anything() -> None:
    """Where others are known to be referees, and nothing speaks of a reference, it is no more than a question."""
    known = links()
    data = (
        "From: Kim Moss <kim@mail.example>\nTo: robin@mail.example\nSubject: {}\n\nNobody told me lol. Happy to do it\n"
    )
    me = frozenset({"robin@mail.example"})
    loose, told = (
        read(data.format(subject).encode(), me=me, at=None, models=MODELS, links=known)
        for subject in ("", "Re: your reference")
    )
    assert [one.event.verb for one in loose.events] == []
    assert [one.event.verb for one in loose.questions] == ["agreed"]
    assert [one.event.verb for one in told.events] == ["agreed"]
