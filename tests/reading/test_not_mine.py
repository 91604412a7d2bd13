"""Mail about hiring that is not the candidate's."""

from __future__ import annotations

import pytest
from tests.reading.test_items_asked import reading

from sincerely.reading.not_mine import is_to_referee
from sincerely.reading.words import plain


@pytest.mark.parametrize(
    "sentence",
    [
        "Could you be my referee for the bakery job in Selby?",
        "Would you act as a reference for me?",
        "I've put you down as a referee, hope that's ok",
        "Nora Quill has nominated you as a referee for the position of Ward Clerk.",
        "Nora has listed you as one of her professional references.",
        "Your name was given to us, and she named you as her second referee.",
        "Darf ich dich als Referenz angeben?",
        "Herr Quandt hat Sie als Referenz genannt.",
        "Könntest du meine Referenz sein?",
        "Est-ce que je peux te donner comme référence ?",
        "Nora Quill vous a indiquée comme référente.",
    ],
)
def test_its_reader_is_somebodys_referee(sentence: str) -> None:
    assert is_to_referee([plain(sentence)])


@pytest.mark.parametrize(
    "sentence",
    [
        "Please name two people as referees.",
        "You named Kim Lee as a referee.",
        "We need two names from you as references.",
        "Can you be so kind as to send us your references?",
        "Would you be a referee on Saturdays, for thirty pounds a match?",
        "Könntest du uns deine Referenz schicken?",
        "Wen dürfen wir als Referenz anrufen?",
        "Sie haben Frau Quandt als Referenz angegeben.",
        "Qui pouvez-vous nous indiquer comme référence ?",
    ],
)
def test_its_reader_is_no_referee(sentence: str) -> None:
    assert not is_to_referee([plain(sentence)])


def test_what_a_referee_is_asked_is_no_request_of_the_candidate() -> None:
    asked = (
        "Dear Robin,\n\nNora Quill has nominated you as a referee for the position of Ward Clerk. She has been offered it. "
        "Could you please complete the attached form and return it by Friday 6 March?\n\nThank you\nDana"
    )
    found = reading(asked)
    assert (found.kind, found.events, found.questions) == ("other", (), ())
    friend = "Robin, can you be my referee for the maternity job at Novara? The interview is on Friday, so they'd ring on Monday."
    assert reading(friend).events == ()


def test_an_employer_asks_the_candidate_for_referees() -> None:
    text = "Dear Robin,\n\nYou named Kim Lee as a referee. Please send us the names of two more referees by Friday.\n\nDana"
    assert any(found.event.verb == "requested" for found in reading(text).events)
