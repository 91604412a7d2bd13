"""When a mail is one that asks: whoever only offers help does not."""

from __future__ import annotations

import pytest

from sincerely.reading.statements.telling import OFFERS


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know if you need anything at all.",
        "Shout if any problems.",
        "Please feel free to contact me if you have any questions.",
        "Please do get in touch if there is anything unclear.",
        "Let me know if you have any questions before we speak.",
        "Please reach out if anything is unclear or you need directions.",
        "Let us know if there's anything else we can do for you.",
        "Please let me know if there are any problems with the link.",
        "Let me know if you need any help, or anything else.",
        "Shout if you need anything from me.",
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
        "Please let us know if any of the three dates suit you.",
        "Let me know if you have any questions or which day suits you.",
        "Let me know if you have any questions, and whether Friday works.",
        "Let us know if any changes to your notice period or salary expectation have come up.",
        "Let me know if there is any day you cannot start.",
        "Let me know if there is anything you cannot make.",
        "Let us know if you need any of the dates moved.",
        "Let us know if any date is impossible.",
    ],
)
def test_a_question_stays_one(sentence: str) -> None:
    assert not OFFERS.match(sentence)
