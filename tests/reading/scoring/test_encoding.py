"""A mail in numbers: every span lies inside, nothing grows beyond the encoder's places."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.app.models.encoder import load_pieces
from sincerely.reading.encoding_mail import encode
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.scoring.encoding import ANSWERED, FORMS, SIGN, TITLE, WRITER, Encoded
from sincerely.reading.statements.statement import Clock, statements

PIECES = load_pieces()
AT = datetime(2026, 3, 3, 10, tzinfo=UTC)


def encoded(text: str, subject: str = "Interview", signature: str = "", quoted: str = "") -> Encoded:
    letter = Letter(
        from_=Address("Dana Lee", "dana@acme.example"), to=(Address("", "me@mail.example"),), subject=subject
    )
    said = statements(text, Clock(at=AT))
    return encode(letter, said, signature, quoted, PIECES, own=False)


def test_parts_stand_in_their_order() -> None:
    found = encoded("Hello. See you on Friday at 10.", signature="Dana Lee\nAcme", quoted="When?")
    assert [word.source for word in found.words] == sorted(
        (word.source for word in found.words), key=[WRITER, TITLE, 0, 1, SIGN, ANSWERED].index
    )
    assert found.texts[TITLE] == "Interview"
    assert len(found.sentences) == 3


def test_a_time_is_told_beside_its_words() -> None:
    found = encoded("We meet on Friday at 10.")
    [(statement, which, span)] = found.mentions
    assert (statement, which) == (0, 0)
    inside = found.forms[span.begin : span.stop]
    outside = [form for n, form in enumerate(found.forms) if not span.begin <= n < span.stop]
    assert {form % 4 for form in inside} == {2}
    assert {form % 4 for form in outside} == {0}


def test_a_long_mail_has_the_room_that_nothing_below_it_needs() -> None:
    text = "\n\n".join(f"Sentence number {number} says nothing of the kind." for number in range(60))
    long, full = "This was written before, and at length. " * 30, "Dana Lee, Acme, " * 30
    alone, between = len(encoded(text).sentences), len(encoded(text, signature=full, quoted=long).sentences)
    assert 1.3 * between < alone < 60


@pytest.mark.slow
@given(st.lists(st.text(min_size=1, max_size=80), max_size=400), st.text(max_size=400), st.text(max_size=4000))
def test_any_mail_fits(lines: list[str], subject: str, rest: str) -> None:
    found = encoded(".\n\n".join(lines), subject, rest, rest)
    assert len(found.pieces) == len(found.forms) <= 512
    assert all(0 <= form < FORMS for form in found.forms)
    assert all(0 < begin < stop <= len(found.pieces) for begin, stop in found.sentences)
    assert all(0 < begin < stop <= len(found.pieces) for _, _, (begin, stop) in found.mentions)
    for word in found.words:
        assert found.texts[word.source][word.begin : word.stop]
