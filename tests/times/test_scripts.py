"""Letters that nobody sees change nothing; other scripts around a time don't hide it; what only looks like a word is none."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.times.test_growth import calls

from sincerely.times import find
from sincerely.times.lexicon import WORDS

AT = datetime(2026, 3, 4, 15)
TEXTS = [json.loads(line)["text"] for line in (Path(__file__).parent / "deadlines.jsonl").read_text().splitlines()]
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c\u2066\u2069\u034f"


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        ("please answer by Fri\u200bday", "by Fri\u200bday", None, "2026-03-07"),
        ("please answer by\u200b Friday", "by\u200b Friday", None, "2026-03-07"),
        ("\u202eby Friday\u202c", "by Friday", None, "2026-03-07"),
        ("by \u200fFriday\u200f at 3\u200apm", "by \u200fFriday\u200f at 3\u200apm", None, "2026-03-06"),
        ("be\u00adfore March\u00a09", "be\u00adfore March\u00a09", None, "2026-03-09"),
        ("נפגש ביום שישי, Friday at 3 pm, להתראות", "Friday at 3 pm", "2026-03-06", "2026-03-06"),
        ("面接は Friday 3 pm です", "Friday 3 pm", "2026-03-06", "2026-03-06"),
        ("المقابلة on March 9, 2026 في المكتب", "on March 9, 2026", "2026-03-09", "2026-03-10"),
    ],
)
def test_found_among_and_behind_other_letters(text: str, quote: str, start: str | None, end: str) -> None:
    [mention] = find(text, AT)
    assert (mention.quote, text[mention.begin : mention.stop]) == (quote, quote)
    assert (f"{mention.start:%Y-%m-%d}" if mention.start else None) == start
    assert f"{mention.end:%Y-%m-%d}" == end


@pytest.mark.parametrize(
    "text",
    [
        "by Frіday",
        "by Ꮇonday",
        "next mοnth",
        "tоmorrow",
        "до пятницы",
        "až do pátku",
        "金曜日までに",
        "حتى يوم الجمعة",
        "at ³ pm",
        "Friday²",
        "①②:③",
    ],
)
def test_what_only_looks_like_a_word_of_time_is_none(text: str) -> None:
    """Cyrillic, Greek and Cherokee letters; languages that are not read; figures that don't count."""
    assert find(text, AT) == []


@pytest.mark.slow
@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 80), st.sampled_from(INVISIBLE)), max_size=12))
def test_letters_that_nobody_sees_change_nothing(text: str, marks: list[tuple[int, str]]) -> None:
    marked = text
    for place, mark in sorted(marks, reverse=True):
        if place <= len(text):
            marked = marked[:place] + mark + marked[place:]
    plain, found = find(text, AT), find(marked, AT)
    assert [(one.start, one.end, one.grain) for one in found] == [(one.start, one.end, one.grain) for one in plain]
    for one, before in zip(found, plain, strict=True):
        assert one.quote == marked[one.begin : one.stop]
        assert "".join(letter for letter in one.quote if letter not in INVISIBLE) == before.quote


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["\u200b", "a\u200b ", "by\u200b Friday ", "\u202e\u202c ", "\u0301", "١", "金", "\u200f3\u200f:30 "]
)
def test_twice_the_marks_are_twice_the_work(unit: str) -> None:
    small, large = calls(unit * 400), calls(unit * 800)
    assert large <= 2.3 * small + 200


ROWS = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(sorted(word for word in WORDS if word.isascii())),
            st.sampled_from(["12:30", "3/4", "2pm", "10th", "Friday", "zebra", "x", "_", "it's", "$", "\0"]),
            st.integers(0, 3000).map(str),
        ),
        st.sampled_from([" ", " ", "", "\n", "\n\n", "\t", "    ", "\x0b", "\x1c", "\x1f"]),
    ),
    max_size=20,
)


@given(ROWS)
@example([("by", "\x1c"), ("friday", "\x1f"), ("5pm", "")])
def test_text_of_english_letters_alone_is_read_like_any_other(row: list[tuple[str, str]]) -> None:
    """Such text is split by bytes and a shorter pattern; one accent far behind must not change what is found."""
    text = "".join(word + gap for word, gap in row) + "\n\nzebras behind the fence of our zoo"
    assert find(text, AT) == find(text.replace("zebras", "z\u00e9bras"), AT)
