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
        ("Please send references by 5 May.", None),
        ("Two weeks of paperwork, and then we ring round.", None),
    ],
)
def test_a_sentence_says_how_many_referees(text: str, many: int | None) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 3, 2, tzinfo=UTC), country="GB"))
    assert referees_in(said) == many
