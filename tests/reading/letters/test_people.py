"""Names of people: several in a stretch, with titles before and letters behind, with particles and initials."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Scheduled
from sincerely.reading.letters.letter import Address
from sincerely.reading.letters.people import is_persons, split, untitled
from sincerely.reading.linking.links import Links
from sincerely.reading.linking.somebody import surely_persons
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
        ("Maj Lindqvist and Gen Tanaka", ["Maj Lindqvist", "Gen Tanaka"]),
        ("Major Singh, Imam Rahman and Pastor Alvarez", ["Major Singh", "Imam Rahman", "Pastor Alvarez"]),
        ("Captain Lee Wong and Judge Ada Harmon", ["Lee Wong", "Ada Harmon"]),
        ("Gen. Tanaka and Maj. Gen. Ida Fox", ["Tanaka", "Ida Fox"]),
    ],
)
def test_a_stretch_is_several_people(stretch: str, names: list[str]) -> None:
    assert split(stretch) == names


def test_titles_hide_no_person() -> None:
    assert untitled("Prof. Dr. Ute Adler") == "Ute Adler"
    assert is_persons(Address("Prof. Dr. Ute Adler", "adler@klimaforum.example"))
    assert not is_persons(Address("Office of the Provost", "office@klimaforum.example"))


def test_whoever_is_known_by_a_name_like_a_title_keeps_it() -> None:
    assert split("Justice Ada Okafor and Dr Major Lee Singh", {"justice ada okafor": "", "major lee singh": ""}) == [
        "Justice Ada Okafor",
        "Major Lee Singh",
    ]


@pytest.mark.parametrize(
    ("name", "address", "person"),
    [
        ("Prof. Ute Adler", "adler@klimaforum.example", True),
        ("Ute Adler", "ute.adler@klimaforum.example", True),
        ("General Assembly", "assembly.jobs@genassembly.example", False),
        ("Captain Fin", "captainfin@mail.example", False),
        ("Major League Lacrosse", "league@lacrosse.example", False),
    ],
)
def test_a_rank_is_no_proof_of_a_person(name: str, address: str, person: bool) -> None:  # noqa: FBT001 - a row's value
    assert (name.lower() in surely_persons([Address(name, address)])) is person


COPIED = """From: Dana Lee <dana@acme.example>
To: Robin Ashdown <robin@mail.example>
Cc: Maj Lindqvist <ml@acme.example>, Gen Tanaka <gt@acme.example>
Subject: Interview - Data Analyst
Date: Tue, 03 Mar 2026 10:00:00 -0500
Message-ID: <two@acme.example>
Content-Type: text/plain; charset=utf-8

Hi Robin, your interview with Maj Lindqvist and Gen Tanaka is on Thursday, March 12 at 2 PM.
"""


def test_interviewers_whose_names_are_like_titles_have_their_addresses() -> None:
    told = read(COPIED.encode(), me=ME, at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models(), links=Links())
    [event] = [found.event for found in (*told.events, *told.questions) if isinstance(found.event, Scheduled)]
    assert set(event.who) == {"ml@acme.example", "gt@acme.example"}


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
