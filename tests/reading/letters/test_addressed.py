"""To whom of those in copy a thank-you speaks as well."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.letters.addressed import addressed
from sincerely.reading.letters.letter import Address
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

DANA, LEE = Address("Dana Smith", "dana@acme.example"), Address("", "lpark@acme.example")


def spoken_to(text: str, thanks: str = "", copied: Address = LEE) -> bool:
    return list(addressed(text, thanks, [copied], [DANA])) == [copied.address]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ms Smith, dear Mr. Park,\n\nThank you.",
        "Dear Ms Smith,\nDear Mr Park,\n\nThank you.",
        "Dear Ms Smith,\n\nDear Mr Park,\n\nThank you.",
        "Hi Dana and Park thanks for today",
        "Dana, Park - thanks for today!",
        "Dear both,\n\nThank you.",
        "Hello everyone, it was good to meet you.",
        "Dear members of the panel,\n\nThank you.",
        "Sehr geehrte Damen und Herren,\n\nvielen Dank.",
    ],
)
def test_who_is_greeted_is_spoken_to(text: str) -> None:
    assert spoken_to(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Dana,\n\nThank you. Please thank Park as well.",
        "Dear Dana,\n\nPark was very kind.",
        "Dear Dana,\nPark was very kind.",
        "Dear Dana, I enjoyed meeting you and Park.",
        "Dear Dana it was good to meet you and Park",
        "Park told me that you had time, Dana.",
        "Thank You Park",
        "",
    ],
)
def test_who_is_only_spoken_of_is_not(text: str) -> None:
    assert not spoken_to(text)


def test_a_thank_you_to_all_is_for_all() -> None:
    assert spoken_to("Dear Dana,\n\n", "Thank you both for your time today.")
    assert not spoken_to("Dear Dana,\n\n", "Thank you for all that you told me.")


@pytest.mark.parametrize(
    "thanks",
    [
        "Thank you and Mr Park for the talk.",
        "Thanks to you and Lee Park for your time.",
        "Ich danke Ihnen und Herrn Park für das Gespräch.",
        "Vielen Dank Ihnen und Herrn Park für das Gespräch.",
        "Merci à vous et à Monsieur Park pour cet entretien.",
        "Un grand merci à vous, à Monsieur Park et à Madame Keller pour votre accueil.",
        "Je vous remercie, vous et Monsieur Park, pour votre accueil.",
    ],
)
def test_who_is_thanked_in_one_breath_with_the_reader_is_thanked(thanks: str) -> None:
    assert spoken_to("Dear Dana,\n\n", thanks)


@pytest.mark.parametrize(
    "thanks",
    [
        "Thank you for the talk about Mr Park.",
        "Thank you and please tell Park that I was glad.",
        "Thank you, and give my best to Park for me.",
        "Thank you and please tell Park for me that I was glad.",
        "I hope you and Park had a good week, and thank you for the talk.",
        "Merci à vous pour cet entretien avec Monsieur Park.",
        "Merci à vous, Park m'a beaucoup appris.",
        "Ich danke Ihnen für das Gespräch mit Herrn Park.",
        "Ich danke Ihnen und freue mich auf das Gespräch mit Herrn Park.",
    ],
)
def test_who_is_spoken_of_in_the_thanks_is_not(thanks: str) -> None:
    assert not spoken_to("Dear Dana,\n\n", thanks)


def test_a_name_that_two_have_greets_the_one_to_whom_it_goes() -> None:
    assert not spoken_to("Dear Dana,\n\nThank you.", copied=Address("Dana Roe", "roe@acme.example"))
    assert spoken_to("Dear Dana, dear Ms Roe,\n\nThank you.", copied=Address("Dana Roe", "droe@acme.example"))


@pytest.mark.parametrize(
    ("copy", "thanked"),
    [
        ("Lee Park <lpark@acme.example>", ("dana@acme.example", "lpark@acme.example")),
        ("lee.park@eu.acme.example", ("dana@acme.example", "lee.park@eu.acme.example")),
        ("Lee Park <lee.park@gmail.com>", ("dana@acme.example",)),
        ("Lee Park <lee@other.example>", ("dana@acme.example",)),
        ("recruiting@acme.example", ("dana@acme.example",)),
        ("Robin Lee <robin@mail.example>", ("dana@acme.example",)),
    ],
)
def test_of_those_in_copy_the_employers_people_are_thanked(copy: str, thanked: tuple[str, ...]) -> None:
    data = (
        f"From: robin@mail.example\nTo: Dana Smith <dana@acme.example>\nCc: {copy}\nSubject: Thank you\n"
        "Date: Wed, 04 Mar 2026 17:00:00 +0000\n\n"
        "Dear Dana, dear Lee,\n\nThank you for your time today. I enjoyed our conversation about the migration.\n\nRobin\n"
    )
    at = datetime(2026, 3, 4, 18, tzinfo=UTC)
    found = read(data.encode(), me=frozenset({"robin@mail.example"}), at=at, models=load_models(), links=Links())
    assert [(one.event.verb, one.event.who) for one in found.events] == [("thanked", thanked)]
