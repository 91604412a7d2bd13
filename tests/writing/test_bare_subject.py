"""What programs put in front of a subject is not answered."""

from __future__ import annotations

import pytest

from sincerely.writing.compose import bare_subject


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("RE: Automatic reply: A favour", "A favour"),
        ("Out of Office: A favour", "A favour"),
        ("Automatische Antwort: Eine Bitte", "Eine Bitte"),
        ("AW: Abwesenheitsnotiz: Eine Bitte", "Eine Bitte"),
        ("Réponse automatique : Une faveur", "Une faveur"),
        ("Automatic replies in our system", "Automatic replies in our system"),
        ("Reply: a favour", "Reply: a favour"),
        ("Fwd: Re[2]: Interview", "Interview"),
    ],
)
def test_a_subject_begins_where_its_writer_began(subject: str, bare: str) -> None:
    assert bare_subject(subject) == bare
