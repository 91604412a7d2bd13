"""What others were told that the reader wants is no offer."""

from __future__ import annotations

import pytest
from tests.reading.statements.test_answer_wanted import reading

from sincerely.core.events import Offered
from sincerely.reading.statements.terms_passed import passes_terms


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("As we said on the phone, I've told Larkhill that you want 31k and could start in June.", True),
        ("I told the client you'd take 31k.", True),
        ("I let them know you are asking for 31k and are available from June.", True),
        ("I've put you forward at 31k.", True),
        ("Ich habe Larkhill gesagt, dass Sie 31.000 möchten und im Juni anfangen können.", True),
        ("J'ai indiqué à Larkhill que vous souhaitez 31k.", True),
        ("I told the team that you're joining us in June.", False),
        ("I told you that you want to work here.", False),
        ("I told Larkhill that you want 31k, and they agreed.", False),
        ("We said you could start in June, and we are delighted to offer you the job.", False),
        ("Ich habe der Leitung gesagt, dass wir Sie wollen.", False),
    ],
)
def test_who_is_told_what_the_reader_wants(text: str, *, passed: bool) -> None:
    assert passes_terms(text) is passed


def _offered(text: str) -> bool:
    found = reading(text)
    return any(isinstance(one.event, Offered) for one in (*found.events, *found.questions))


@pytest.mark.parametrize(
    "text",
    [
        "As we said on the phone, I've told Larkhill that you want 31k and could start in June.\n\nDana",
        "Guten Tag,\n\nich habe Larkhill gesagt, dass Sie 31.000 möchten und im Juni anfangen können.\n\nDana",
    ],
)
def test_what_was_passed_on_offers_nothing(text: str) -> None:
    assert not _offered(text)


def test_what_those_who_were_told_say_to_it_is_an_offer() -> None:
    assert _offered("I told Larkhill that you want 31k and can start in June. They said yes, the job is yours!\n\nDana")
