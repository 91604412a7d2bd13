"""Whoever says when they will be there has not left the process."""

from __future__ import annotations

import pytest
from tests.reading.statements.test_time_granted import reading

from sincerely.core.events import Withdrew


def _withdrew(text: str) -> list[bool]:
    found = reading(f"{text}\n\nRobin", own=True)
    sure, asked = (
        [one.event for one in some if isinstance(one.event, Withdrew)] for some in (found.events, found.questions)
    )
    return [True] * len(sure) + [False] * len(asked)


@pytest.mark.parametrize(
    ("text", "withdrew"),
    [
        ("Hi Dana, I've decided not to drive, so I'll take the train. See you Thursday!", []),
        ("Hi Dana, I'm turning down the other offer. See you on Thursday!", [False]),
        ("Bonjour Dana, j'ai refusé une autre offre pour vous rejoindre.", []),
        ("Hallo Dana, ich habe ein anderes Angebot bekommen, würde aber lieber zu Ihnen kommen.", []),
        ("Hi Dana, I'm no longer able to make calls in the morning.", [False]),
        ("Hi Dana, as I said, I won't be taking a holiday this year.", [False]),
        ("Liebe Dana, ich kann die Stelle, die Sie mir angeboten haben, nicht übernehmen.", [True]),
        ("Hi Dana, I have decided to withdraw my application. I was looking forward to meeting you, sorry.", [True]),
        ("Hi Dana, unfortunately I have to withdraw. Maybe see you around.", [True]),
    ],
)
def test_who_comes_has_not_left(text: str, withdrew: list[bool]) -> None:
    assert _withdrew(text) == withdrew
