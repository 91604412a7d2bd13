"""Whoever wants one more referee has the others, and wants them too."""

from __future__ import annotations

import pytest
from tests.support import load, process_of

from sincerely.core.facts import referees_needed

HEAD = 'process acme employer="Acme Corp" role="Test Engineer" zone=America/New_York country=US\n'
TWO = "2026-03-05 10:00 requested references count=2\n"
NAMED = "2026-03-06 10:00 named kim@uni.example, lou@uni.example\n"


def needed(lines: str) -> int:
    timelines = load(HEAD + lines)
    return referees_needed(process_of(timelines[0], timelines), 3)


@pytest.mark.parametrize(
    "quote",
    [
        "Is there someone else who supervised you whom we could speak to?",
        "Could you name another referee?",
        "Könnten Sie uns noch eine weitere Referenz nennen?",
        "Pourriez-vous nous indiquer une autre référence ?",
    ],
)
def test_one_more_comes_on_top(quote: str) -> None:
    assert needed(f'{TWO}{NAMED}2026-03-09 10:00 requested references count=1 quote="{quote}"\n') == 3


def test_as_many_as_are_asked_for_again_are_as_many() -> None:
    again = '2026-03-09 10:00 requested references count=2 quote="We still need your two references."\n'
    assert needed(TWO + NAMED + again) == 2
    assert needed(TWO) == 2
    assert needed("") == 3
