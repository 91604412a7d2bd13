"""Words are cut as BERT's own tokenizer cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.app.models.encoder import load_pieces
from sincerely.reading.scoring.wordpiece import Pieces, words

PIECES = load_pieces()
SMALL = Pieces({piece: n for n, piece in enumerate(["[UNK]", "[CLS]", "[SEP]", "inter", "##view", "##s", "a", "##b"])})


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("interviews", [3, 4, 5]), ("Interview", [3, 4]), ("view", [0]), ("ab", [6, 7]), ("abc", [0]), ("á", [6])],
)
def test_the_longest_known_piece_comes_first(word: str, pieces: list[int]) -> None:
    assert list(SMALL.of_word(word)) == pieces


def test_what_is_no_word_is_one_unknown_piece() -> None:
    assert SMALL.of_word("a" * 5_000) == (SMALL.unknown,)
    assert SMALL.of_word("\u0301") == (SMALL.unknown,)


def test_the_shipped_vocabulary_knows_its_marks_and_common_words() -> None:
    assert (PIECES.cls, PIECES.sep) == (101, 102)
    assert len(PIECES.of_word("interview")) == 1
    assert PIECES.mark(1) == 2


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    stop = 0
    for begin, end, word in words(text):
        assert begin >= stop
        assert end - begin == len(word)
        stop = end
