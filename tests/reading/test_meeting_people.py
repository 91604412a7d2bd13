"""Whom one will meet, by the words around their names."""

from __future__ import annotations

import pytest

from sincerely.app.models import load_models
from sincerely.core.events import Moved, Scheduled
from sincerely.reading.reader import read

HEAD = "From: Dana Lee <dana@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Interview\n"
DATE = "Date: Tue, 03 Mar 2026 10:00:00 +0000\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("you will meet Lena Petrov and Ida Holm.", {"Lena Petrov", "Ida Holm"}),
        ("you will meet Lena Petrov, and not Ida Holm.", {"Lena Petrov"}),
        ("you will meet me and Lena Petrov.", {"dana@larkhill.example", "Lena Petrov"}),
        ("you will meet Lena Petrov. Larkhill, Human Resources.", {"Lena Petrov"}),
        ("you will meet Lena Petrov. Scheduled for you by Ida Holm.", {"Lena Petrov"}),
        ("you will meet Lena Petrov. Ida Holm has had to step down from the panel.", {"Lena Petrov"}),
    ],
)
def test_those_are_met_who_are_said_to_be_there(text: str, who: set[str]) -> None:
    said = (
        f"Dear Robin,\n\nYour interview is confirmed for Thursday, 12 March at 2:00 PM: {text}\n\nDana Lee\nLarkhill\n"
    )
    assert met(said) == who


def met(said: str, head: str = HEAD, me: str = "robin@mail.example") -> set[str]:
    reading = read((head + DATE + said).encode(), me=frozenset({me}), at=None, models=load_models())
    # Whether it is sure enough to be told is not what is looked at here.
    news = [found.event for found in (*reading.events, *reading.questions)]
    [who] = [event.who for event in news if isinstance(event, Scheduled | Moved)]
    return set(who)


FIXED = "Your interview is confirmed for Thursday, 12 March at 2:00 PM."
DESK = HEAD.replace("Dana Lee <dana@", "Larkhill Hiring <hiring@").replace("Robin Ashdown <robin@mail.example>", "robin@mail.example")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Robin,\n\n{FIXED} You will meet:\n- Lena Petrov, Head of Data\n- Ida Holm, Staff Analyst\n\nDana Lee\n",
        f"Dear Robin,\n\n{FIXED}\n\nInterviewers:\nLena Petrov\nIda Holm\n\nBest regards,\nDana Lee\n",
        f"Dear Robin,\n\n{FIXED}\n\nYou will be meeting:\n1. Lena Petrov, Director\n2. Dr. Ida Holm, Analyst\n\nDana Lee\n",
        f"Dear Robin,\n\n{FIXED} The following people will interview you.\n\nLena Petrov\nIda Holm\n\nPlease bring a photo ID.\n\nDana Lee\n",
        "Interview details\nInterviewers:\nLena Petrov\nIda Holm\nWhen: Thursday, 12 March at 2:00 PM\n",
    ],
)
def test_who_heads_a_line_of_a_list_is_met(text: str) -> None:
    assert met(text) == {"Lena Petrov", "Ida Holm"}


@pytest.mark.parametrize(
    "text",
    [
        f"Robin,\n\n{FIXED} You will meet Lena Petrov.\n\nBest regards,\nOrla Quill\n",
        f"Robin, this is it: {FIXED} You will meet Lena Petrov.\n\nMany thanks\nOrla Quill\nLarkhill\n",
        f"Dear Robin and Kim,\n\n{FIXED} You will meet Lena Petrov.\n\nOrla Quill\nLarkhill\n",
    ],
)
def test_who_is_greeted_or_signs_is_not(text: str) -> None:
    assert met(text, DESK) == {"Lena Petrov"}


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin please meet Ida Holm, our CTO, on Thursday, 12 March at 14:00 for your interview.\n\nDana Lee\n",
        "Dear Robin you will meet Ida Holm, our CTO, on Thursday, 12 March at 14:00 for your interview.\n\nDana Lee\n",
    ],
)
def test_a_greeting_without_a_comma_ends_before_what_is_said(text: str) -> None:
    assert "Ida Holm" in met(text)


def test_who_is_introduced_at_once_is_met() -> None:
    assert met("Ida Holm, our head of data, will interview you on Thursday, 12 March at 2 PM.\n\nDana Lee\n") == {
        "Ida Holm"
    }


def test_each_of_two_interviews_has_those_who_are_named_beside_it() -> None:
    said = "your interviews are on Thursday 12 March at 9:00 with Lena Petrov and at 10:00 with Ida Holm."
    text = HEAD + DATE + f"Dear Robin,\n\n{said}\n\nDana Lee\nLarkhill\n"
    reading = read(text.encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    news = [found.event for found in (*reading.events, *reading.questions)]
    told = {event.start.hour: event.who for event in news if isinstance(event, Scheduled) and event.start}
    assert told == {9: ("Lena Petrov",), 10: ("Ida Holm",)}


def test_a_candidate_is_met_by_nobody_of_his_own_name() -> None:
    text = f"Dear Robin,\n\n{FIXED} You will meet Lena Petrov.\n\nCandidate: R. Ashdown\n\nDana Lee\n"
    assert met(text) == {"Lena Petrov"}


def test_a_candidate_is_known_by_a_short_address_too() -> None:
    head = HEAD.replace("To: Robin Ashdown <robin@mail.example>", "To: robin.a@mail.example")
    text = "Interview details\nWhen: Thursday, 12 March at 2:00 PM\nWho: Lena Petrov, Robin Ashdown\n"
    assert met(text, head, "robin.a@mail.example") == {"Lena Petrov"}


@pytest.mark.parametrize("desk", ["Sekretariat Prof. Lange", "Praxis Dr. Lange"])
def test_who_a_desk_is_named_after_is_met(desk: str) -> None:
    head = HEAD.replace("Dana Lee <dana@", f"{desk} <post@")
    text = f"Guten Tag Robin,\n\nIhr Vorstellungsgespräch mit Dr. Lange ist am Donnerstag, 12. März, um 14 Uhr.\n\n{desk}\n"
    assert met(text, head) == {"Lange"}


def test_who_has_the_name_of_the_house_is_met() -> None:
    text = f"Dear Robin,\n\n{FIXED} You will meet Mr Larkhill and Lena Petrov.\n\nDana Lee\nLarkhill\n"
    assert met(text) == {"Larkhill", "Lena Petrov"}


GERMAN = "Ihr Vorstellungsgespräch findet am Donnerstag, 12. März, um 14 Uhr statt mit"
FRENCH = "Votre entretien est confirmé pour le jeudi 12 mars à 14 h avec Ida Holm"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{FIXED} You will meet Ida Holm (Finance) / Paz Quill.", {"Ida Holm", "Paz Quill"}),
        (
            f"{FRENCH}, notre DRH, et Pierre Marchand, chef d'atelier, et Luc Boulanger.",
            {"Ida Holm", "Pierre Marchand", "Luc Boulanger"},
        ),
    ],
)
def test_a_name_is_seen_by_the_list_that_it_stands_in(text: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{text}\n\nDana Lee\n") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{GERMAN} Ida Holm im Raum Isar.", {"Ida Holm"}),
        (f"{GERMAN} Ida Holm, Raum Anna Seghers.", {"Ida Holm"}),
        (f"{FRENCH}, salle Simone Veil.", {"Ida Holm"}),
        (f"{GERMAN} Jan Teller (Einkauf), Ida Holm (Pflege).", {"Jan Teller", "Ida Holm"}),
    ],
)
def test_a_room_and_what_somebody_does_are_not_met(text: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{text}\n\nDana Lee\n") == who
