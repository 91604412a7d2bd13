"""A no to an hour or a day is none to the job."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.reading.letters.language import language_of
from sincerely.reading.statements.no_to_a_time import is_no_to_a_time
from sincerely.reading.statements.statement import Clock, statements

AT = datetime(2026, 11, 27, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("I'm sorry, I can't make 1pm.", True),
        ("1pm is not possible for me, sorry.", True),
        ("Unfortunately Thursday does not work for me.", True),
        ("Leider passt mir Donnerstag um 13 Uhr nicht.", True),
        ("Am Donnerstag kann ich leider nicht zu Ihnen kommen.", True),
        ("Malheureusement je ne suis pas disponible jeudi à 13h.", True),
        ("I can't make 1pm. In fact I have decided to stay where I am.", False),
        ("I cannot attend on Thursday as I have accepted another offer.", False),
        ("Ich kann am Donnerstag nicht kommen und ziehe meine Bewerbung zurück.", False),
        ("Je ne suis pas disponible jeudi, et je retire ma candidature.", False),
        ("I am sorry, but I cannot go on.", False),
        ("Ich muss den Termin am Dienstag leider absagen. Können wir ihn verschieben?", True),
        ("Je dois décliner l'invitation de mardi, je suis souffrante. Pourrions-nous reporter ?", True),
        ("I have to cancel Tuesday, sorry. Could we find another day?", True),
        ("Ich muss leider absagen, ich habe eine andere Stelle. Den Termin müssen Sie nicht verschieben.", False),
        ("I have to cancel Tuesday and withdraw my application. Sorry that you had to reschedule it.", False),
    ],
)
def test_who_cannot_come_at_a_time_does_not_leave(text: str, *, only: bool) -> None:
    said = statements(text, Clock(at=AT, language=language_of(text)))
    assert is_no_to_a_time(said, 0) is only
