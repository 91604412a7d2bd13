"""How many referees a sentence asks for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.reading.statements import Clock, statements
from sincerely.reading.wants import referees_in


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Please send us two references from your last three managers.", 2),
        ("We'd like to speak to two of your last three managers.", 2),
        ("Bitte nennen Sie uns bis Dienstag, 5. Mai, drei Referenzen.", 3),
        ("Nennen Sie zwei Personen, die Sie in der Leitung erlebt haben.", 2),
        ("Merci d'indiquer les coordonnées de deux personnes qui vous ont encadrée.", 2),
        ("Il nous faut le nom de trois répondants.", 3),
        ("Both referees, please.", 2),
        ("Could two people who'd vouch for you be made known to me?", 2),
        ("You'll nominate five people: two managers, three peers.", 5),
        ("We shall be contacting the two people whom you put on your form.", 2),
        ("Please name one or two people who know your work.", 1),
        ("We ask for two or three referees.", 2),
        ("Nennen Sie bitte zwei oder drei Referenzen.", 2),
        ("Please give at least 2, at most 3 referees.", 2),
        ("Please send two of the three names.", 2),
        ("Une équipe de cinq personnes vous attend.", None),
        ("Wir sind vier Leute.", None),
        ("You will speak to four people on the day.", None),
        ("Please send references by 5 May.", None),
        ("Two weeks of paperwork, and then we ring round.", None),
    ],
)
def test_a_sentence_says_how_many_referees(text: str, many: int | None) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 3, 2, tzinfo=UTC), country="GB"))
    assert referees_in(said) == many


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("We will give three people an offer.", None),
        ("Please name three people.", 3),
        ("Two referees will do.", 2),
        ("Three people, a judge among them, would be good.", 3),
    ],
)
def test_beside_the_sentence_that_asks_people_are_referees_where_they_are_to_be_named(
    text: str, many: int | None
) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 3, 2, tzinfo=UTC), country="GB"))
    assert referees_in(said, asks=False) == many
