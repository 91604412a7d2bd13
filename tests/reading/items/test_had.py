"""What is there already and what is asked for, where one sentence speaks of having received or completed something."""

from __future__ import annotations

import pytest
from tests.reading.asked_cases import days

from sincerely.app.models.reading_models import load_models
from sincerely.reading.items.named import is_had, named
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "As we have not yet received your transcript or your portfolio, please send both by Friday 6 March.",
            {"transcript", "portfolio"},
        ),
        ("Please send the completed tax form and your bank details by Friday.", {"form", "bank-details"}),
        (
            "Once we have received your references and passport copy we can send the contract, so please send them by Friday.",
            {"references", "id"},
        ),
        ("Please return the completed application form and a copy of your passport by Friday 6 March.", {"form", "id"}),
    ],
)
def test_what_is_missing_still_is_asked_for(text: str, items: set[str]) -> None:
    assert set(days(text)) == items


@pytest.mark.parametrize(
    ("sentence", "item", "had"),
    [
        ("We have not yet received your references.", "references", False),
        ("Fill in the form by Friday.", "form", False),
        ("Please hand in your references.", "references", False),
        ("The number in your references is wrong.", "references", True),
        ("We have been through your CV with the team.", "resume", True),
        ("Send it with your CV.", "resume", False),
        ("Your transcript has been received.", "transcript", True),
        ("Your transcript has not been received yet.", "transcript", False),
        ("Ihr Zeugnis haben wir erhalten.", "certificate", True),
        ("Ihr Zeugnis haben wir noch nicht erhalten.", "certificate", False),
        ("Bitte senden Sie uns Ihr Zeugnis, sobald Sie es erhalten haben, und zwei Referenzen.", "references", False),
        ("Thank you, you have completed the form.", "form", True),
        ("The form is to be completed by Friday.", "form", False),
        ("Please send the completed form.", "form", False),
        ("You have not completed the form.", "form", False),
        ("We received your transcript, but your references are missing.", "references", False),
        ("We received your transcript and your references.", "references", True),
    ],
)
def test_where_received_and_completed_stand_tells_what_is_there(sentence: str, item: str, *, had: bool) -> None:
    words = plain(sentence).split()
    one = next(one for one in named(words, ITEMS) if one.item == item)
    assert is_had(words, one) is had
