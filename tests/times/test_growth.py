"""Work grows with the length of the text and no faster, whatever the text: counted in calls, not in seconds."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

import sys
from datetime import datetime
from types import FrameType

import pytest

from sincerely.times import find

AT = datetime(2026, 3, 4, 15)


def calls(text: str) -> int:
    """Return how many calls a text costs, Python's and the library's."""
    count = 0

    def tally(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tally)
    try:
        find(text, AT)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1 ", "1", "by ", "monday ", "12/", "3:30 ", "may ", "the ", "in 5 days ", "1-1-1-1 ", "10-12, ", "(", "'", "\n",
        "next ", "before ", "March 3, 4, ", "a.m. ", "first of ", "quarter ", "x", "the end of ", "1,000,", "1.1.", "İ",
    ],
)  # fmt: skip
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    small, large = calls(unit * 400), calls(unit * 800)
    assert large <= 2.3 * small + 200


@pytest.mark.slow
def test_a_very_long_line() -> None:
    """Ten megabytes in one line, with a date at the far end."""
    text = "lorem ipsum dolor " * 560_000 + "by Friday"
    [mention] = find(text, AT)
    assert (mention.quote, mention.stop) == ("by Friday", len(text))


@pytest.mark.parametrize("gap", [" ", "   ", "\n", " \n ", "\u2003"])
def test_places_hold_behind_long_text(gap: str) -> None:
    """Long texts are split into tokens by chunks; no character is lost at a seam."""
    for filler in ("x" * 9 + gap, "word" + gap, "y" * 200_000 + gap, gap):
        text = filler * (200_000 // len(filler) + 1) + "see you on Friday at 3pm" + gap
        [mention] = find(text, AT)
        assert mention.quote == text[mention.begin : mention.stop] == "on Friday at 3pm"


def test_plain_prose_is_told_apart_at_once() -> None:
    """A sentence without any word of time costs a handful of calls."""
    assert calls("Thank you for taking the trouble to write to us about the opening in our design team.") < 30
