"""What the candidate writes for somebody else's application: as a referee, not as who applies."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.reader import read
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.not_mine import is_of_referee

MODELS = load_models()


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Reference form Ida Holm", "Form attached, she's a gem."),
        ("Referenz", "Anbei das Referenzformular für meine Kollegin Ida Holm."),
        ("Referenz für Frau Holm, Stelle Stationsleitung", "Ich kann sie nur empfehlen."),
        ("Référence pour Paul Blanc", "Je le recommande vivement pour ce poste."),
        ("Ida", "Happy to give a reference. I recommend her without hesitation."),
    ],
)
def test_who_praises_somebody_is_a_referee(subject: str, text: str) -> None:
    assert is_of_referee(plain(subject), [plain(text)], [])


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("References", "Here are the names of my two referees. She is great."),
        ("Reference for the Cook position", "Attached as you asked."),
        ("Reference forms", "Please find the reference form for my former manager to complete."),
        ("References", "Kim is happy to be a reference for me. She is great."),
        ("Thank you", "Ida is a star, and I enjoyed hearing about her project."),
        ("Application", "I would like to apply. A reference for my colleague is not what this is."),
        ("Referenzen", "Anbei die Referenzen für die Stelle als Köchin."),
        ("Mes références", "Voici mes références pour le poste."),
        ("Bewerbung", "Hiermit bewerbe ich mich, Frau Holm kann ich als Referenz empfehlen."),
    ],
)
def test_who_speaks_of_their_own_references_is_none(subject: str, text: str) -> None:
    assert not is_of_referee(plain(subject), [plain(text)], [])


def sent(text: str) -> list[str]:
    head = "From: robin@mail.example\nTo: Jo Voss <jo@bellhealth.example>\nSubject: Re: Reference check\n\n"
    found = read((head + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=MODELS)
    return [one.event.verb for one in (*found.events, *found.questions)]


ASKED = "On Tue, 3 Nov 2026 at 13:05, Jo Voss <jo@bellhealth.example> wrote:\n\n> {}\n"
NAMED = "Ida Holm has named you as a referee for the position of Midwife. Please complete the form."


def test_an_answer_to_who_asks_for_a_reference_does_nothing_of_ones_own() -> None:
    assert sent("Form attached.\n\nRobin\n\n" + ASKED.format(NAMED)) == []


def test_what_the_candidate_had_asked_before_makes_nobody_a_referee_of_another() -> None:
    before = "Form attached.\n\nRobin\n\n" + ASKED.format(
        "Please send the form back.\n>\n> On Mon, 2 Nov 2026 at 10:00, Robin <robin@mail.example> wrote:\n>\n>> May I name you as a referee?"
    )
    assert "submitted" in sent(before)
