"""The first look must not miss: two open words of hiring weigh more than many small ones against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.letters.mime import parse
from sincerely.reading.topic import may_be_hiring

HEAD = "From: Jo Tann <jo@larkspur.example>\nTo: robin@mail.example\nSubject: {subject}\n\n{text}\n"
LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("subject", "text", "seen"),
    [
        ("Service desk", f"{LONG} Following your interviews, we offer you the role.", True),
        ("Ihre Bewerbung", f"{LONG} zum Vorstellungsgespräch am Montag.", True),
        ("Service desk", f"{LONG} Following your interviews we write.", False),
        ("Garden", LONG, False),
    ],
)
def test_two_open_words_are_looked_at_whatever_the_others_weigh(subject: str, text: str, *, seen: bool) -> None:
    against = replace(load_models().glance, bias=(-100.0,))
    assert may_be_hiring(parse(HEAD.format(subject=subject, text=text).encode()), against) is seen
