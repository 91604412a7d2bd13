"""Offers that are only supposed, and colleagues who have left."""

from __future__ import annotations

import pytest
from tests.reading.statements.test_answer_wanted import reading

from sincerely.core.events import Offered, Rejected
from sincerely.reading.statements.no_outcome import hands_over, only_supposes


@pytest.mark.parametrize(
    ("text", "supposes"),
    [
        ("Assuming you get the job, could you start in June?", True),
        ("If we offered you the job, would you take it?", True),
        ("Falls wir Ihnen die Stelle anbieten würden, wann könnten Sie anfangen?", True),
        ("Si nous vous proposions le poste, quand pourriez-vous commencer ?", True),
        ("If you would like the job, it's yours!", False),
        ("We'd like to offer you the role, if you are still interested.", False),
    ],
)
def test_what_is_only_supposed(text: str, *, supposes: bool) -> None:
    assert only_supposes(text) is supposes
    assert any(isinstance(one.event, Offered) for one in reading(f"{text}\n\nDana").events) is not supposes


@pytest.mark.parametrize(
    ("text", "hands"),
    [
        ("Sadly Tom has left us, so Raj will take over from here.", True),
        ("Leider hat uns Frau Maier verlassen, Herr Roth übernimmt.", True),
        ("Malheureusement Mme Petit nous a quittés, M. Roy prend le relais.", True),
        ("Sadly we will not be taking your application further; Raj has taken over the team.", False),
        ("Another candidate will take over the role.", False),
    ],
)
def test_who_takes_over_refuses_nobody(text: str, *, hands: bool) -> None:
    assert hands_over(text) is hands
    found = reading(f"{text}\n\nDana")
    assert not hands or not any(isinstance(one.event, Rejected) for one in (*found.events, *found.questions))
