"""Which of several days a thing is due: the one said of it, and neither another thing's nor one counted from the interview."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.asked_cases import days

MEETS = "Your interview is on Thursday 12 March 2026 from 2 pm to 3 pm.\n\n"


def march(number: int) -> date:
    return date(2026, 3, number)


@pytest.mark.parametrize(
    ("text", "item", "by"),
    [
        (
            "Please send your portfolio by Friday 6 March and plan to arrive the day before your interview.",
            "portfolio",
            6,
        ),
        ("Please send your transcript by 4 March; two days before the interview we will call you.", "transcript", 4),
        (
            "Please send us your passport copy and two references by Friday 6 March and the presentation the day before your interview.",
            "id",
            6,
        ),
        ("Please send a copy of your ID today; you need not bring it.", "id", 2),
        ("Please send your portfolio two days before your interview.", "portfolio", 10),
        (
            "Two days before your interview please send your portfolio; let us know by 5 March if you need more time.",
            "portfolio",
            10,
        ),
        ("Please bring your portfolio to the interview.", "portfolio", 12),
        ("Please upload your portfolio before you meet the panel.", "portfolio", 11),
        ("Please send your transcript by 5 March, before your interview.", "transcript", 5),
        ("We would like you to bring your passport.", "id", 12),
        ("Please bring your passport, but send your transcript by 5 March.", "transcript", 5),
    ],
)
def test_a_day_said_outright_stands_before_one_counted_back(text: str, item: str, by: int) -> None:
    assert days(MEETS + text)[item] == march(by)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Please send your references to us, and I will bring them to the panel.", "references"),
        ("Please send your transcript so that I can bring it with me.", "transcript"),
        ("Please bring up any questions, and send references.", "references"),
        ("Please send your transcript; you do not have to bring it.", "transcript"),
    ],
)
def test_only_what_one_is_to_bring_along_is_due_at_the_interview(text: str, item: str) -> None:
    assert days(MEETS + text)[item] != march(12)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "The transcript is due 6 March, the portfolio 12 March, the references 20 March. Please send them.",
            {"transcript": 6, "portfolio": 12, "references": 20},
        ),
        (
            "By Friday 6 March please send your transcript, by 12 March your portfolio.",
            {"transcript": 6, "portfolio": 12},
        ),
        (
            "Please send your transcript, by 6 March, and your portfolio by 12 March.",
            {"transcript": 6, "portfolio": 12},
        ),
        (
            "Please confirm by 9 March and send your diploma, and by 20 March the references.",
            {"certificate": 9, "references": 20},
        ),
        ("Please confirm and send your transcript by 6 March, or by 9 March at the latest.", {"transcript": 6}),
        ("Please complete the test. Reply by 9 March to confirm, and send it by 20 March.", {"test": 20}),
    ],
)
def test_each_thing_has_its_own_day(text: str, by: dict[str, int]) -> None:
    assert days(text) == {item: march(number) for item, number in by.items()}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "We are delighted to offer you the post of analyst. Please let me have your answer by Friday 13 March. Please send a copy of your passport with your acceptance.",
            date(2026, 3, 13),
        ),
        (
            "We are delighted to offer you the post of analyst. To accept, please reply by Friday 13 March. At the same time please send us a copy of your passport.",
            date(2026, 3, 13),
        ),
        (
            "We are delighted to offer you the post of analyst. Please let me have your answer by Friday 13 March. Please also send a copy of your passport some day.",
            None,
        ),
    ],
)
def test_what_goes_with_the_answer_is_due_with_it(text: str, by: date | None) -> None:
    assert days(text).get("id") == by
