"""Who asks whom they may call about the reader asks for referees, whatever they call them."""

from __future__ import annotations

import pytest

from sincerely.reading.items.referee_asked import asks_whom_to_call
from sincerely.reading.scoring.words import plain


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("who wd i ring about you? two'll do", True),
        ("Who could I best speak to about you?", True),
        ("Is there anybody at the council we could ask about you?", True),
        ("Wen könnte ich über Sie anrufen?", True),
        ("Bei wem dürfen wir uns über Sie erkundigen?", True),
        ("Qui puis-je appeler à votre sujet ?", True),
        ("Who could I call about the parking?", False),
        ("Who should you call about your badge? Ask for Kim.", False),
        ("Who told you about us?", False),
        ("I asked your old boss about you.", False),
        ("Wen könnte ich wegen der Heizung anrufen?", False),
        ("Qui puis-je appeler au sujet du parking ?", False),
    ],
)
def test_whom_one_may_call_about_the_reader_is_a_referee(sentence: str, *, asks: bool) -> None:
    assert asks_whom_to_call(plain(sentence).split()) is asks
