"""A paper is called as the employer calls it, where that tells more than its wider name."""

from __future__ import annotations

from time import monotonic

import pytest

from sincerely.core.own_names import called


@pytest.mark.parametrize(
    ("item", "quote", "name"),
    [
        ("certificate", "Please send us your National Police Check by Friday.", "National Police Check"),
        ("certificate", "We need a copy of your NDIS Worker Screening Check.", "NDIS Worker Screening Check"),
        ("certificate", "Please provide proof of vaccination.", "proof of vaccination"),
        ("certificate", "Bitte reichen Sie ein erweitertes Führungszeugnis ein.", "erweitertes Führungszeugnis"),
        ("certificate", "Bitte senden Sie Arbeitszeugnis und Impfnachweis.", "Arbeitszeugnis and Impfnachweis"),
        ("certificate", "Merci de joindre un extrait de casier judiciaire.", "extrait de casier judiciaire"),
        ("certificate", "Merci de fournir un extrait Kbis.", "extrait Kbis"),
        ("writing-sample", "Könnten Sie uns Ihre Diplomarbeit schicken?", "Diplomarbeit"),
        ("bank-details", "Merci de nous envoyer votre RIB.", "RIB"),
        ("bank-details", "Merci d'envoyer votre RIB ou IBAN.", "RIB or IBAN"),
        ("certificate", "We do not need a police check, but your degree certificate.", "degree certificate"),
        ("certificate", "We have not received your police check.", "police check"),
        ("certificate", "Nous n'avons pas votre extrait Kbis.", "extrait Kbis"),
        ("work-permit", "Please send me your right to work share code.", "share code"),
    ],
)
def test_a_paper_has_its_own_name(item: str, quote: str, name: str) -> None:
    assert called(item, [quote]) == name


@pytest.mark.parametrize(
    ("item", "quote"),
    [
        ("certificate", "Please send us your certificate."),
        ("certificate", "Please send us your police check and your first-aid certificate."),
        ("certificate", "Please send us your police check and your certificates."),
        ("certificate", "The police will check the site on Monday."),
        ("certificate", "You don't need a police check."),
        ("certificate", "Ein Führungszeugnis ist nicht nötig."),
        ("certificate", "Wir brauchen von Ihnen kein Führungszeugnis."),
        ("bank-details", "We build rib boats."),
        ("form", "Please sign the police check form."),
        ("salary", "Please tell us your salary and send the RIB."),
    ],
)
def test_what_has_no_other_name_keeps_it(item: str, quote: str) -> None:
    assert called(item, [quote]) == ""


def test_sentences_of_any_length_are_looked_at_in_time() -> None:
    started = monotonic()
    called("certificate", ["zeugnis" * 20_000, "attestation de " * 20_000, "a" * 100_000])
    assert monotonic() - started < 2
