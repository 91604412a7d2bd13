"""What cannot go on until a paper is there."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.items.held_up import holds_up
from sincerely.reading.items.named import named
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items


@pytest.mark.parametrize(
    ("sentence", "waits"),
    [
        ("We can't raise a contract until we've seen your passport.", True),
        ("Payroll cannot set you up until you have returned the form.", True),
        ("Until we've received your references we can't confirm a start date.", True),
        ("Without your passport I'm afraid we cannot go any further.", True),
        ("HR won't release the offer letter without your transcript.", True),
        ("Ohne Ihren Ausweis können wir den Vertrag leider nicht ausstellen.", True),
        ("Solange uns Ihr Zeugnis nicht vorliegt, können wir nichts machen.", True),
        ("Tant que nous n'avons pas reçu votre diplôme, le dossier reste bloqué.", True),
        ("Sans votre RIB nous ne pouvons pas établir le contrat.", True),
        ("We couldn't go on until we had your passport, and now all is done.", False),
        ("We've seen your passport.", False),
        ("We can't contact your references until the panel has met.", False),
        ("We won't share your CV without asking you.", False),
        ("Do not travel without your passport.", False),
        ("Solange Ihr Zeugnis unterwegs ist, planen wir weiter.", False),
        ("Ohne Zeugnis geht es auch.", False),
        ("Sans votre CV, nous n'aurions jamais su que vous étiez là.", False),
    ],
)
def test_who_cannot_go_on_without_a_paper_asks_for_it(sentence: str, *, waits: bool) -> None:
    words = plain(sentence).split()
    assert any(holds_up(words, one) for one in named(words, ITEMS)) is waits
