"""Names of people: several in a stretch, with titles before and letters behind, with particles and initials."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models import load_models
from sincerely.core.events import Scheduled
from sincerely.reading.letter import Address
from sincerely.reading.linking import Links
from sincerely.reading.people import is_persons, split, untitled
from sincerely.reading.reader import read

ME = frozenset({"robin@mail.example"})
MAIL = """From: Dana Lee <dana@acme.example>
To: Robin Ashdown <robin@mail.example>
Subject: Interview - Data Analyst
Date: Tue, 03 Mar 2026 10:00:00 -0500
Message-ID: <one@acme.example>
Content-Type: text/plain; charset=utf-8

Hi Robin, your interview with {names} is on Thursday, March 12 at 2 PM.
"""


@pytest.mark.parametrize(
    ("stretch", "names"),
    [
        ("Olivia Hart FRCS", ["Olivia Hart"]),
        ("Olivia Hart MBA PhD and Lee Wong", ["Olivia Hart", "Lee Wong"]),
        ("Hart FRCS", ["Hart FRCS"]),
        ("Claire DUBOIS", ["Claire DUBOIS"]),
        ("Councillor Lena Marsh, Rabbi Noa Stern and Lt. Col. Dan Fox", ["Lena Marsh", "Noa Stern", "Dan Fox"]),
        ("Captain", ["Captain"]),
    ],
)
def test_a_stretch_is_several_people(stretch: str, names: list[str]) -> None:
    assert split(stretch) == names


def test_titles_hide_no_person() -> None:
    assert untitled("Prof. Dr. Ute Adler") == "Ute Adler"
    assert is_persons(Address("Prof. Dr. Ute Adler", "adler@klimaforum.example"))
    assert not is_persons(Address("Office of the Provost", "office@klimaforum.example"))


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Ludwig van der Berg", {"Ludwig van der Berg"}),
        ("Ana-Maria Silva dos Santos and Ng Wei Ling", {"Ana-Maria Silva dos Santos", "Ng Wei Ling"}),
        ("Dr S. K. Banerjee and Olivia Hart FRCS", {"S. K. Banerjee", "Olivia Hart"}),
        ("Maya Roth", {"Maya Roth"}),
    ],
)
def test_names_are_told_whole(names: str, people: set[str]) -> None:
    told = read(
        MAIL.format(names=names).encode(),
        me=ME,
        at=datetime(2026, 3, 3, tzinfo=UTC),
        models=load_models(),
        links=Links(),
    )
    [event] = [found.event for found in (*told.events, *told.questions) if isinstance(found.event, Scheduled)]
    assert set(event.who) == people
