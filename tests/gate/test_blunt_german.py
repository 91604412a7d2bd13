"""Blunt turns count whatever the encoder hears, in German too; of oneself, and denied, they are none."""

from __future__ import annotations

import pytest

from sincerely.gate.tone_words import BLUNT


@pytest.mark.parametrize(
    ("text", "blunt"),
    [
        ("ihre absage ist ein witz.", True),
        ("das war eine frechheit.", True),
        ("sie haben meine zeit verschwendet.", True),
        ("whoever runs this should be ashamed.", True),
        ("i should be ashamed of the typo in my last mail.", False),
        ("es ist kein witz: ich komme gern.", False),
        ("der witz in ihrer anzeige hat mir gefallen.", False),
    ],
)
def test_blunt_turns(text: str, *, blunt: bool) -> None:
    assert (BLUNT.search(text) is not None) is blunt
