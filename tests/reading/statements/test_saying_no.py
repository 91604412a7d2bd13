"""A withdrawal in so many words."""

from __future__ import annotations

import pytest

from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.saying_no import says_no


@pytest.mark.parametrize(
    ("sentence", "withdraws"),
    [
        ("I've decided to take another role, so I'll have to bow out.", True),
        ("Unfortunately I have decided to withdraw my application.", True),
        ("I'm going to have to turn it down.", True),
        ("I have decided to go with the other offer.", True),
        ("I have turned it over all week, and I shall stay where I am.", True),
        ("Ich ziehe meine Bewerbung zurück.", True),
        ("Trotzdem muss ich euch schweren Herzens absagen.", True),
        ("Je suis au regret de devoir retirer ma candidature.", True),
        ("Running 10 mins late, train stuck outside Leeds.", False),
        ("So sorry, I overslept.", False),
        ("I'm no longer able to make calls in the morning.", False),
        ("I am no longer available on Thursday.", False),
        ("I am no longer available for this role.", True),
        ("I won't be taking a holiday this year.", False),
        ("I won't be taking the job.", True),
        ("Ich habe ein anderes Angebot bekommen, würde aber lieber zu Ihnen kommen.", False),
        ("Ich habe ein anderes Angebot angenommen.", True),
        ("Ich habe mich für ein anderes Angebot entschieden.", True),
        ("I've decided not to drive, so I'll come by train.", False),
        ("I've decided not to go ahead.", True),
        ("I have decided against it.", True),
        ("Thank you, but it's a no from me.", True),
        ("Thursday does not work for me, could we make it Friday?", False),
        ("Der Zug steht, ich komme zehn Minuten später.", False),
        ("Je serai en retard de dix minutes.", False),
    ],
)
def test_words_end_a_process(sentence: str, *, withdraws: bool) -> None:
    assert says_no([plain(sentence).split()]) is withdraws
