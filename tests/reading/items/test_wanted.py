"""How German and French ask for what they name."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.items.named import is_had, named
from sincerely.reading.items.wanted import is_wanted
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Es fehlt uns noch Ihr Impfnachweis.", True),
        ("Bitte mitbringen: Gesundheitspass.", True),
        ("Schicken Sie mir Ihr letztes Zeugnis.", True),
        ("Nenn mir einen Bauleiter, und schick das Kranführerzeugnis mit.", True),
        ("Zudem bitten wir Sie um das Diplom Ihrer Ausbildung.", True),
        ("Die Buchhaltung hätte gern Ihre IBAN.", True),
        ("Nachzureichen ist ein Zwischenzeugnis.", True),
        ("Bitte beachten Sie, dass Ihr Zeugnis erhalten bleibt.", False),
        ("Zeugnisse brauchen wir nicht.", False),
        ("Ein Führungszeugnis benötigen wir erst nach der Zusage.", False),
        ("Wenn wir uns für Sie entscheiden, brauchen wir Ihr Zeugnis.", False),
        ("Ihr Zeugnis gefällt uns.", False),
        ("Merci de nous faire parvenir une copie de votre diplôme.", True),
        ("Il manque à votre dossier votre titre de séjour.", True),
        ("Veuillez vous munir de votre carte d'identité.", True),
        ("Nous attendons donc une copie de votre diplôme.", True),
        ("Joignez à votre réponse un RIB.", True),
        ("Il n'est pas utile de joindre votre diplôme.", False),
        ("Si le poste vous intéresse, envoyez votre CV.", False),
        ("Les références seront demandées plus tard.", False),
        ("Merci pour votre CV.", False),
    ],
)
def test_a_sentence_asks_for_what_it_names(sentence: str, *, wanted: bool) -> None:
    words = plain(sentence).split()
    assert any(is_wanted(words, one) for one in named(words, ITEMS)) is wanted


def test_who_asks_with_thanks_has_nothing_yet() -> None:
    words = plain("Merci de nous faire parvenir votre diplôme.").split()
    [one] = named(words, ITEMS)
    assert not is_had(words, one)
