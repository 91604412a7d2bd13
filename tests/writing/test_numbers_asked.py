"""Numbers are told, and papers attached, also where a request files both under one item."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.words.numbers_asked import number_asked

from .drafting import HELD, draft, made, unwritten


@pytest.mark.parametrize(
    ("quote", "item", "words"),
    [
        ("Bring your passport and your NMC PIN.", "certificate", "my NMC PIN"),
        ("Please reply with your professional registration number.", "certificate", "my professional registration number"),
        ("Could you tell us your certificate number by Friday?", "certificate", "my certificate number"),
        ("We need your passport number and date of birth.", "id", "my passport number"),
        ("Bitte nennen Sie uns Ihre Registrierungsnummer.", "certificate", "my registration number"),
        ("Bring your passport and your NMC PIN.", "id", ""),
        ("Please send a scan of your certificate; we have your registration number.", "certificate", ""),
        ("Please send your diploma with the registration number on it.", "certificate", ""),
        ("Please send a copy with your registration number.", "certificate", ""),
        ("Send us your certificate and your phone number.", "certificate", ""),
        ("We would need your training documents and your mobile number.", "certificate", ""),
        ("Bring your usual number of training documents.", "certificate", ""),
        ("Please tell us your number of years.", "salary", ""),
    ],
)  # fmt: skip
def test_what_is_a_number(quote: str, item: str, words: str) -> None:
    assert number_asked(quote, item, "en") == words


def test_a_number_in_german() -> None:
    quote = "Bitte nennen Sie uns noch Ihre Registrierungsnummer."
    assert number_asked(quote, "certificate", "de") == "meine Registrierungsnummer"
    assert number_asked("Bitte senden Sie uns Ihr Zeugnis und Ihre Handynummer.", "certificate", "de") == ""
    assert number_asked("Please tell us your NMC PIN.", "certificate", "de") == "meine Registrierungsnummer"


def test_a_number_is_told_and_not_attached() -> None:
    asked = HELD + '2026-03-05 10:00 requested certificate quote="Please let us have your NMC PIN"\n'
    assert "your NMC PIN" in unwritten(asked, "ASK001", "certificate").missing[0].ask
    found = draft(asked, "ASK001", "certificate", said="It is 12A3456E.")
    assert "here is my NMC PIN: It is 12A3456E." in found.body
    assert "ttached" not in found.body
    assert found.attach == ()


def test_a_paper_is_attached() -> None:
    asked = HELD + '2026-03-05 10:00 requested certificate quote="Please send your registration certificate"\n'
    found = draft(asked, "ASK001", "certificate")
    assert "Attached is my certificate" in found.body
    assert found.attach == ("certificate",)
    [later] = made(asked.replace('certificate"', 'certificate with your PIN"'), "ASK001", "certificate")
    assert isinstance(later, Draft)
    assert later.attach == ("certificate",)
