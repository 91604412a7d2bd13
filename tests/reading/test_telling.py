"""When a mail is one that asks: whoever only offers help does not."""

from __future__ import annotations

import pytest

from sincerely.reading.telling import OFFERS


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know if you need anything at all.",
        "Shout if any problems.",
        "Please feel free to contact me if you have any questions.",
        "Please do get in touch if there is anything unclear.",
        "Just give us a call if you run into trouble.",
    ],
)
def test_an_offer_of_help_asks_nothing(sentence: str) -> None:
    assert OFFERS.match(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know if you can make it.",
        "Let us know if you have a preference.",
        "Let me know if Thursday works.",
        "Please call me if you need to move it, and could you confirm by Friday?",
        "Let me know when you could start.",
    ],
)
def test_a_question_stays_one(sentence: str) -> None:
    assert not OFFERS.match(sentence)
