"""Referees whom a mail names without their addresses: those who are known are named to the employer."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic

import pytest

from sincerely.reading.items.referees_named import named_by_name
from sincerely.reading.statements.statement import Clock, statements

CLOCK = Clock(at=datetime(2026, 3, 2, tzinfo=UTC))
ANNA, TOM, BECK = "anna.brandt@hallo.example", "t.hale@yard.example", "beck@labor.example"
REFEREES = frozenset({ANNA, TOM, BECK})


def named(text: str, *, given: bool = False) -> set[str]:
    return set(named_by_name(statements(text, CLOCK), REFEREES, given=given))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("My former manager Tom Hale is on (212) 555-0123.", {TOM}),
        ("Anna Brandt, operations lead at Fellway, 07700 900123\nTom Hale, yard master, 07700 900124", {ANNA, TOM}),
        ("Frau Dr. Beck erreichen Sie unter 0170 1234567.", {BECK}),
        ("Frau Maria Beck erreichen Sie unter 0170 1234567, sie weiß Bescheid.", {BECK}),
        ("Vous pouvez appeler Anna Brandt, ma cheffe jusqu'en 2022, au 06 12 34 56 78.", {ANNA}),
        ("N'hésitez pas à appeler Anna Brandt au 06 12 34 56 78.", {ANNA}),
        ("For a reference you may call Anna Brandt any afternoon.", {ANNA}),
        ("Anna Brandt was my boss until 2022, her number is 07700 900123.", {ANNA}),
        ("Please don't hesitate to call Tom Hale, 07700 900123.", {TOM}),
    ],
)
def test_a_referee_is_named_with_how_to_reach_them(text: str, who: set[str]) -> None:
    assert named(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "I worked with Anna Brandt for two years.",
        "I have asked Tom Hale, 07700 900123, and will tell you.",
        "Please do not call Tom Hale yet: 07700 900123.",
        "Tom Hale hasn't answered yet; his number is 07700 900123.",
        "Ich warte noch auf Anna Brandt (0170 1234567).",
        "Dès que j'ai la réponse d'Anna Brandt (06 12 34 56 78), je vous l'envoie.",
        "Anna Weber, 07700 900123, was my team lead.",
        "Jim Hale, 07700 900123, was my team lead.",
        "Maria Becker, 0170 1234567, war meine Chefin.",
        "You can reach me on 07700 900123, I stay with Anna Brandt.",
        "May I name Tom Hale, 07700 900123?",
        "I hope that Anna had a good day at the office.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert named(text) == set()


def test_who_hands_references_in_names_them_by_name_alone() -> None:
    text = "Here are my references: Anna Brandt (Fellway) and Tom Hale (the yard). The third, Maria Beck, follows."
    assert named(text, given=True) == {ANNA, TOM}
    assert named("I have asked Tom Hale as well.", given=True) == set()


def test_lists_of_any_length_are_looked_at_in_time() -> None:
    started = monotonic()
    for text in ("Anna Brandt " * 4_000, "i have " * 8_000, "A" * 50_000):
        named(text, given=True)
    assert monotonic() - started < 5
