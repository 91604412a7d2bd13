"""Whoever tells how to reach a referee, in a thread that asks for one, has handed that in."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

import pytest
from tests.reading.items.test_as_asked import handed_in

from sincerely.reading.items.referee_numbers import tells_number
from sincerely.reading.statements.statement import Clock, statements

CLOCK = Clock(at=datetime(2026, 3, 2, tzinfo=UTC))
ASKED = "Thank you for naming Tom Hale as a referee. For the reference call I still need his direct phone number."


@pytest.mark.parametrize("text", ["Of course: Tom's number is 07700 900123.", "His direct line is +44 20 7946 0123."])
def test_a_number_that_was_asked_for_is_handed_in(text: str) -> None:
    assert "references" in handed_in(ASKED, text)


def test_the_candidates_own_number_is_not() -> None:
    assert "references" not in handed_in(ASKED, "I am asking Tom today. My number is 07700 900123, if it is urgent.")


def test_a_number_that_nobody_asked_for_is_not() -> None:
    assert "references" not in handed_in(ASKED, "The porter's number is 07700 900123.", thread="")


@pytest.mark.parametrize(
    "text",
    [
        "Sure, it is 07700 900123.",
        "My former manager Tom Hale is on (212) 555-0123.",
        "Frau Dr. Beck erreichen Sie unter 0170 1234567.",
        "Vous pouvez joindre Mme Petit au 06 12 34 56 78.",
    ],
)
def test_somebody_elses_number_is_told(text: str) -> None:
    assert tells_number(statements(text, CLOCK)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "You can reach me on 07700 900123.",
        "Sie erreichen mich unter 0170 1234567.",
        "Vous pouvez me joindre au 06 12 34 56 78.",
        "Tel. 0170 1234567",
        "The job number is 0461234567.",
        "I will ask Tom whether 07700 900123 is still right.",
        "Is it 07700 900123?",
        "I rang the office on 07700 900123 but nobody answered.",
        "If the line drops, the number at my hotel is 07700 900123.",
        "The dial-in does not work, I tried +44 7700 900123 twice.",
        "Ich habe unter 0170 1234567 angerufen und niemanden erreicht.",
        "We met on 12.03.2026 at 10:00 in room 204.",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert tells_number(statements(text, CLOCK)) is None


def test_numbers_of_any_length_are_looked_at_in_time() -> None:
    started = monotonic()
    for text in ("0 " * 20_000, "+1 " * 20_000, "my " * 30_000):
        tells_number(statements(text, CLOCK))
    assert monotonic() - started < 5
