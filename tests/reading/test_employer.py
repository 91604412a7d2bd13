"""The employer's name, from headers, text, signature and what the encoder sees."""

from __future__ import annotations

import pytest

from sincerely.reading.employer import company_of
from sincerely.reading.insight import Stretch
from sincerely.reading.letter import Letter
from sincerely.reading.mime import parse


def letter(sender: str, text: str) -> Letter:
    return parse(f"From: {sender}\nTo: robin@mail.example\nSubject: Your application\n\n{text}\n".encode())


@pytest.mark.parametrize(
    ("sender", "signature", "seen", "name"),
    [
        ("Dee <dee@saguarofreight.example>", "Dee\nSaguaro Freight Lines", "Saguaro Freight Lines", "Saguaro Freight Lines"),
        ("Momo <momo@brasserie-stlaurent.example>", "Momo", "Brasserie Saint-Laurent", "Brasserie Saint-Laurent"),
        ("Dee <dee@saguarofreight.example>", "Dee", "", "Saguarofreight"),
    ],
)  # fmt: skip
def test_the_whole_name_counts_of_which_a_domain_spells_the_beginning(
    sender: str, signature: str, seen: str, name: str
) -> None:
    stretches = [Stretch(3, seen, 0.9, 0)] if seen else []
    assert company_of(letter(sender, signature), "We have your form.", signature, seen=stretches) == name
