"""Mailboxes that show the family name first."""

from __future__ import annotations

import pytest

from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.name_order import in_order


@pytest.mark.parametrize(
    ("name", "address", "text", "shown"),
    [
        ("Gruber Theresa", "theresa.gruber@acme.example", "passt.\n\nLG Theresa Gruber", "Theresa Gruber"),
        ("Gruber Theresa", "gruber@acme.example", "passt.\n\nLG\nT. Gruber", "Theresa Gruber"),
        ("GRUBER Theresa", "t.gruber@acme.example", "passt.\n\nMag. Theresa Gruber", "Theresa Gruber"),
        ("Roux Camille", "c.roux@acme.example", "Bonjour Mme Roux, merci.", "Camille Roux"),
        ("Holt Dana", "dana.holt@acme.example", "Dear Ms. Holt, thank you.", "Dana Holt"),
        (
            "Gruber Theresa",
            "theresa.gruber@acme.example",
            "passt.\n\nLG Theresa Gruber\n\nAm 1.11.2026 schrieb Gruber Theresa:\n> Hallo",
            "Theresa Gruber",
        ),
        # Nothing tells, or the mailbox shows it as it is.
        ("Gruber Theresa", "theresa.gruber@acme.example", "passt, bis dann", "Gruber Theresa"),
        ("Theresa Gruber", "gruber.theresa@acme.example", "passt.\n\nLG\nTheresa Gruber", "Theresa Gruber"),
        ("Theresa Gruber", "t.gruber@acme.example", "Liebe Frau Theresa, danke.", "Theresa Gruber"),
        ("Theresa Gruber", "t.gruber@acme.example", "Gruber Theresa hat Zimmer 3.\n\nTheresa Gruber", "Theresa Gruber"),
        ("Acme Recruiting", "jobs@acme.example", "Recruiting Acme", "Acme Recruiting"),
    ],
)
def test_a_name_is_turned_where_the_mail_shows_which_is_the_given_one(
    name: str, address: str, text: str, shown: str
) -> None:
    letter = in_order(Letter(from_=Address(name, address), to=(Address("", "ida@mail.example"),), text=text))
    assert letter.from_.name == shown
