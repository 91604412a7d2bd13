"""Papers that are asked for by names of their own are known; a sentence that asks for one thing asks for that."""

from __future__ import annotations

import pytest
from tests.reading.items.test_asked import asked


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Dear Robin,\n\nPlease send us your National Police Check by Friday.\n\nDana", {"certificate"}),
        ("Dear Robin,\n\nBefore you start, please provide proof of vaccination.\n\nDana", {"certificate"}),
        ("Dear Robin,\n\nWe also need a copy of your NDIS Worker Screening Check.\n\nDana", {"certificate"}),
        ("Guten Tag Robin,\n\nkönnten Sie uns bitte auch Ihre Diplomarbeit schicken?\n\nDana", {"writing-sample"}),
        (
            "Guten Tag Robin,\n\nbitte senden Sie mir noch Ihr Arbeitszeugnis der letzten Stelle.\n\nDana",
            {"certificate"},
        ),
        ("Dear Robin,\n\nYour police check came back clear, thank you. We will write again next week.\n\nDana", set()),
        ("Dear Robin,\n\nThe police checked in at our desk this morning, hence the delay.\n\nDana", set()),
        (
            "Bonjour Robin,\n\nNous avons bien reçu votre RIB et votre extrait de casier judiciaire, merci.\n\nDana",
            set(),
        ),
    ],
)
def test_a_paper_is_known_by_its_own_name(text: str, items: set[str]) -> None:
    assert set(asked(text)) == items
