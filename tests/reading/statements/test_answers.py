"""Whose answer a sentence waits for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.reading.statements.answers import is_awaited
from sincerely.reading.statements.statement import Clock, statements

# Tuesday.
AT = datetime(2026, 11, 17, 10, tzinfo=UTC)


def awaited(text: str, language: str) -> list[str]:
    """Return the times by which the reader's answer is awaited."""
    said = statements(text, Clock(at=AT, language=language))
    return [mention.quote for one in said for mention in one.times if is_awaited(one, mention)]


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        ("Ms Harlow needs your answer by Monday noon.", "en", ["by Monday noon"]),
        ("We'd need to hear from you by Friday.", "en", ["by Friday"]),
        ("Larkhill need an answer by Friday. What shall I tell them?", "en", ["by Friday"]),
        ("Just a reminder that we need a decision by Friday.", "en", ["by Friday"]),
        ("Die Praxis braucht bis Freitag eine Antwort.", "de", ["by Friday"]),
        ("Il nous faut une réponse avant jeudi.", "fr", ["before Thursday"]),
        ("If you are up for it, send me a quick yes by Thursday.", "en", ["by Thursday"]),
        ("They are waiting for your decision and need it by Thursday.", "en", ["by Thursday"]),
        ("You have until Friday 27 November to decide.", "en", ["until Friday 27 November"]),
        ("Could you get back to me by Thursday on whether you are still keen?", "en", ["by Thursday"]),
        ("We'll send the plan today; please let us know by Friday whether it suits you.", "en", ["by Friday"]),
        ("We will decide by Monday, so please give us your answer by Friday.", "en", ["by Friday"]),
        ("Our decision: by Monday at noon we must have your reply.", "en", ["by Monday at noon"]),
        ("Bitte geben Sie uns bis Freitag Bescheid.", "de", ["by Friday"]),
        ("Frau Harlow braucht Ihre Antwort bis Montag, 12 Uhr.", "de", ["by Monday, 12:00"]),
        ("Wir bitten bis Freitag um Ihre Rückmeldung.", "de", ["by Friday"]),
        ("Bitte lassen Sie uns bis Freitag wissen, ob Sie kommen.", "de", ["by Friday"]),
        ("Kannst du mir bis Donnerstag sagen, ob es passt?", "de", ["by Thursday"]),
        ("Sie haben bis zum 27. November Bedenkzeit.", "de", ["by 27 November"]),
        ("Madame Harlow a besoin de votre réponse lundi à midi au plus tard.", "fr", ["Monday noon at the latest"]),
        ("Nous attendons votre décision pour lundi midi.", "fr", ["by Monday noon"]),
        ("Merci de me donner votre réponse d'ici vendredi.", "fr", ["by Friday"]),
        ("Dites-moi avant jeudi si cela vous tente.", "fr", ["before Thursday"]),
        ("Il me faudrait un retour de votre part avant jeudi.", "fr", ["before Thursday"]),
    ],
)
def test_the_readers_answer_is_awaited(text: str, language: str, times: list[str]) -> None:
    assert awaited(text, language) == times


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You'll have our answer by Monday.", "en"),
        ("You should hear from us by Friday.", "en"),
        ("I need to hear from the client by Friday, then I'll tell you.", "en"),
        ("I've asked them to let me know by Friday.", "en"),
        ("As you need our answer by Monday, we will decide on Friday.", "en"),
        ("It was good to hear from you on Monday.", "en"),
        ("I need an answer by Friday from the board.", "en"),
        ("I need a decision from the client by Friday.", "en"),
        ("We need until Monday to decide.", "en"),
        ("Wir brauchen bis Freitag eine Antwort der Geschäftsleitung.", "de"),
        ("Wir brauchen noch bis Montag für unsere Entscheidung.", "de"),
        ("Il nous faut une réponse de la direction avant jeudi.", "fr"),
        ("If anything changes before Friday, let us know.", "en"),
        ("We'll be in touch by Friday; let me know if you have any questions.", "en"),
        ("Give us until Friday and you'll have a yes or a no.", "en"),
        ("Give us two weeks from today.", "en"),
        ("Wir geben Ihnen bis Freitag Bescheid.", "de"),
        ("Bitte geben Sie uns bis Mittwoch Zeit, wir melden uns dann bei Ihnen.", "de"),
        ("Lassen Sie uns bis Freitag etwas Zeit für die Auswahl.", "de"),
        ("Donnez-nous jusqu'à vendredi pour décider.", "fr"),
        ("If you haven't heard from us by Friday, please let me know.", "en"),
        ("Sie bekommen unsere Entscheidung bis Freitag.", "de"),
        ("Ich brauche bis Freitag die Rückmeldung der Fachabteilung und melde mich dann.", "de"),
        ("Die Leitung trifft ihre Entscheidung bis Freitag, und wir warten auf ihre Antwort bis Montag.", "de"),
        ("Vous aurez notre réponse lundi au plus tard.", "fr"),
        ("Nous vous ferons part de notre décision d'ici vendredi.", "fr"),
        ("J'attends la réponse du client pour vendredi.", "fr"),
        ("Je fais le point jeudi et vous tiens au courant.", "fr"),
    ],
)
def test_the_houses_own_word_is_none(text: str, language: str) -> None:
    assert awaited(text, language) == []


@pytest.mark.parametrize("text", ["needs " * 3000, "erwarten, " * 3000, "attendons " * 3000, "you have " * 3000])
def test_long_text_is_read_in_good_time(text: str) -> None:
    assert awaited(f"{text} by Friday", "en") in ([], ["by Friday"])
