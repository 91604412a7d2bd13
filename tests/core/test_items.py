"""Items by one name, and what a receipt that names one closes: tests are taken in browsers, and no sent mail shows it."""

from __future__ import annotations

import pytest
from tests.support import load, process_of

from sincerely.core.facts import open_requests
from sincerely.core.items import is_named, item_key

HEAD = 'process acme employer="Acme Corp" zone=America/New_York country=US\n'


def still_asked(lines: str) -> set[str]:
    timelines = load(HEAD + lines)
    return set(open_requests(process_of(timelines[0], timelines)))


@pytest.mark.parametrize(
    ("item", "receipt"),
    [
        ("test", "Your answers to the online test have been received"),
        ("test", "Thank you for completing the coding challenge"),
        ("take-home", "We have your take-home exercise"),
        ("references", "I have your references, thank you, all four of them"),
        ("transcript", "We have received your transcript"),
        ("form", "Your form has reached us safely"),
        ("certificates", "Ihre Zeugnisse sind eingegangen"),
        ("writing sample", "your writing sample came through fine"),
        ("driving licence", "thanks, the driving licence is on file"),
    ],
)
def test_a_receipt_that_names_an_item_closes_its_request(item: str, receipt: str) -> None:
    assert is_named(item_key(item), receipt)
    asked = f"2026-03-05 10:00 requested {item_key(item)} by=2026-03-09\n"
    assert still_asked(asked) == {item_key(item)}
    assert still_asked(asked + f'2026-03-06 08:00 acknowledged - quote="{receipt}"\n') == set()


@pytest.mark.parametrize(
    ("item", "receipt"),
    [
        ("test", "Your application has been received"),
        ("form", "For information: your application has arrived"),
        ("references", "Thank you for your interest in the role"),
        ("transcript", "We have received your CV"),
        ("test", ""),
    ],
)
def test_any_other_receipt_leaves_it_open(item: str, receipt: str) -> None:
    lines = f'2026-03-05 10:00 requested {item}\n2026-03-06 08:00 acknowledged - quote="{receipt}"\n'
    assert still_asked(lines) == {item}


def test_a_receipt_before_the_request_is_for_something_else() -> None:
    lines = '2026-03-05 10:00 acknowledged - quote="We have your form"\n2026-03-06 10:00 requested form\n'
    assert still_asked(lines) == {"form"}
    again = lines + '2026-03-07 10:00 acknowledged - quote="We have your form"\n2026-03-08 10:00 requested form\n'
    assert still_asked(again) == {"form"}


def test_a_receipt_closes_only_what_it_names() -> None:
    lines = (
        "2026-03-05 10:00 requested test, transcript by=2026-03-09\n"
        '2026-03-06 08:00 acknowledged - quote="Your assessment is complete and has been received"\n'
    )
    assert still_asked(lines) == {"transcript"}


def test_an_unsure_receipt_closes_nothing() -> None:
    lines = (
        "2026-03-05 10:00 requested test\n"
        '2026-03-06 08:00 acknowledged - confidence=0.4 quote="Your test has been received"\n'
    )
    assert still_asked(lines) == {"test"}


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("I have your transcript now, thanks", set()),
        ("Thank you for the transcript", set()),
        ("Ihr Zeugnis ist eingegangen, und die transcript auch", set()),
        ("We have not received your transcript", {"transcript"}),
        ("Once your transcript has arrived we go on", {"transcript"}),
        ("Please send the transcript", {"transcript"}),
        ("Thank you for the good talk", {"transcript"}),
    ],
)
def test_a_word_that_says_it_came_closes_it_too(sentence: str, left: set[str]) -> None:
    """What a person writes is often no receipt of its own."""
    lines = f'2026-03-05 10:00 requested transcript\n2026-03-06 08:00 heard dana@acme.example quote="{sentence}"\n'
    assert still_asked(lines) == left
