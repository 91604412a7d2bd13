"""A day of work on trial that is proposed, beside something else or alone."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Heard, Offered, Requested, Slot
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read

MAIL = """From: Ben Reder <ben@reder-bad.example>
To: Ida Berg <ida.berg@mail.example>
Subject: Servicetechnikerin
Date: Thu, 05 Nov 2026 12:15:00 +0100
Message-ID: <trial@reder-bad.example>
Content-Type: text/plain; charset=utf-8

{text}

Ben
"""
GERMAN = "und wegen probearbeiten, ich würd sagen freitag 13.11. ab 7 wenn du da frei kriegst. sag bescheid"
ENGLISH = "And about a trial shift, I'd say Friday 13 November from 7am if you can get the day off. Let me know"
FRENCH = "et pour la journée d'essai, je dirais vendredi 13 novembre à partir de 7h si tu peux te libérer. dis-moi"


def told(text: str) -> Reading:
    return read(
        MAIL.format(text=text).encode(),
        me=frozenset({"ida.berg@mail.example"}),
        at=None,
        models=load_models(),
        links=Links(),
    )


@pytest.mark.parametrize(
    "text",
    [
        f"moin ida\n\nkannst mir noch 2-3 leute nennen wo ich mal anrufen kann, ex chef oder so? bis mittwoch wär gut.\n{GERMAN}",
        f"Hi Ida,\n\ncould you send me two referees I can ring? {ENGLISH}",
        f"Bonjour Ida,\n\nenvoie-moi deux références. {FRENCH}",
    ],
)
def test_a_trial_beside_a_request_waits_for_an_answer(text: str) -> None:
    found = told(text)
    events = [one.event for one in found.events]
    assert [one.who for one in events if isinstance(one, Requested)] == [("references",)]
    assert [one.asks for one in events if isinstance(one, Heard)] == [True]
    assert found.proposal is not None
    assert [f"{one.start:%d %H:%M}" for one in found.proposal.times] == ["13 07:00"]


@pytest.mark.parametrize("text", [f"moin ida\n\n{GERMAN}", f"Hi Ida,\n\n{ENGLISH}", f"Bonjour Ida,\n\n{FRENCH}"])
def test_a_trial_alone_is_no_offer_and_nothing_is_fixed(text: str) -> None:
    found = told(text)
    events = [one.event for one in (*found.events, *found.questions)]
    assert [one for one in events if isinstance(one, Heard) and one.asks]
    assert not [one for one in events if isinstance(one, Offered | Slot)]
    assert found.kind == "interview_invite"


@pytest.mark.parametrize(
    "text",
    [
        "moin ida\n\nnach dem Probearbeiten am 13.11. entscheiden wir. schick mir bitte noch dein zeugnis",
        "moin ida\n\ndas Probearbeiten am Freitag hat uns gefallen. sag bescheid, was du denkst",
        "Hi Ida,\n\nthanks for the trial shift on Friday. Let me know how you found it.",
        "Hi Ida,\n\nlet me know by Friday 13 November at 5pm whether you want the job.",
    ],
)
def test_a_trial_that_is_over_or_only_spoken_of_is_not_proposed(text: str) -> None:
    assert told(text).proposal is None


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Probetag am Freitag, 20. November, 9 bis 15 Uhr?", []),
        ("Trial day on Friday 20 November from 9 to 3?", []),
        ("Ihr Probetag ist am Freitag, 20. November, 9 bis 15 Uhr. Bis dann!", [20]),
    ],
)
def test_a_trial_that_is_asked_about_is_not_fixed(text: str, certain: list[int]) -> None:
    events = [one.event for one in told(text).events]
    assert [one.start.day for one in events if isinstance(one, Slot) and one.start] == certain
