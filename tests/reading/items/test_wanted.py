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
        ("Bringen Sie Geduld mit, den Staplerschein zahlen wir.", False),
        ("Merci de nous faire parvenir une copie de votre diplôme.", True),
        ("Il manque à votre dossier votre titre de séjour.", True),
        ("Veuillez vous munir de votre carte d'identité.", True),
        ("Nous attendons donc une copie de votre diplôme.", True),
        ("Joignez à votre réponse un RIB.", True),
        ("Il n'est pas utile de joindre votre diplôme.", False),
        ("Si le poste vous intéresse, envoyez votre CV.", False),
        ("Les références seront demandées plus tard.", False),
        ("Merci pour votre CV.", False),
        ("Ihre Zeugnisse (Huber, Maier) fehlen uns noch.", True),
        ("Vos diplômes (licence, master) nous manquent encore.", True),
        ("Wir melden uns bald (bitte schicken Sie uns vorher Ihren Lebenslauf).", True),
        ("Bitte laden Sie die Unterlagen (Lebenslauf, Diplom) hoch.", True),
        ("Schicken S' uns noch Ihren Schweißerschein.", True),
        ("Ihr Zeugnis (liegt vor) und ein Stempel fehlen.", False),
        ("Bitte bestätigen Sie den Termin (Ihr Zeugnis haben wir).", False),
    ],
)
def test_a_sentence_asks_for_what_it_names(sentence: str, *, wanted: bool) -> None:
    words = plain(sentence).split()
    assert any(is_wanted(words, one) for one in named(words, ITEMS)) is wanted


def test_who_asks_with_thanks_has_nothing_yet() -> None:
    words = plain("Merci de nous faire parvenir votre diplôme.").split()
    [one] = named(words, ITEMS)
    assert not is_had(words, one)


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("Den Schweißerschein bräuchte ich noch.", ["certificate"]),
        ("Bitte bringen Sie Kranschein und Impfausweis mit.", ["certificate", "certificate"]),
        ("Wir bitten um eine Kopie Ihres Führerscheins.", ["id"]),
        ("Bitte senden Sie uns Ihren Führerausweis.", ["id"]),
        ("Bitte bringen Sie Ihren Personalausweis mit.", ["id"]),
        ("Merci d'apporter votre permis cariste.", ["certificate"]),
        ("Please bring your driver's licence.", ["id"]),
        ("Bei Sonnenschein sitzen wir draußen.", []),
        ("Den Gutschein bekommen Sie am Empfang.", []),
        ("Ihren Besucherausweis geben Sie bitte wieder ab.", []),
    ],
)
def test_a_paper_is_told_by_what_its_name_ends_in(sentence: str, items: list[str]) -> None:
    assert [one.item for one in named(plain(sentence).split(), ITEMS)] == items
