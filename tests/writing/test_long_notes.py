"""Notes of nothing but signs, as long as a paste can be: their work grows with their length, and nothing is lost."""

from __future__ import annotations

import pytest

from sincerely.writing.words.clipping import clip, tidy

# So many took minutes where a pattern was tried from each of them anew.
MANY = 100_000


@pytest.mark.parametrize("sign", [", ", ".", "; ", "!", " "])
def test_signs_at_a_notes_end_are_taken_off(sign: str) -> None:
    assert tidy(f"the team{sign * MANY}") == "the team"


def test_faces_in_a_word_stay_and_at_its_end_go() -> None:
    assert tidy("the team" + "😀" * MANY) == "the team"
    assert tidy("the team " + "😀" * MANY + "x").startswith("the team 😀")
    assert tidy("team :) and all") == "team and all"


def test_a_long_note_is_cut_at_its_first_clauses() -> None:
    assert clip("the team, the office" + ", a" * MANY, 4) == "the team, the office"
    assert clip("the team that builds the lines, and more", 7) == "the team that builds the lines"
