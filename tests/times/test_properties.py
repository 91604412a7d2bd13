"""What holds for every text: no error, spans in order and inside it, a start before its end, words around change nothing."""

# ruff: noqa: DTZ001 - wall times are what is tested

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sincerely.times import find
from sincerely.times.lexicon import WORDS

AT = datetime(2026, 3, 4, 15)
TEXTS = [json.loads(line)["text"] for line in (Path(__file__).parent / "deadlines.jsonl").read_text().splitlines()]
PIECES = st.one_of(
    st.sampled_from(sorted(WORDS)),
    st.integers(0, 12000).map(str),
    st.sampled_from(
        [":", "/", "-", ".", ",", " ", "\n", "(", ")", "+", "pm", "12:30", "3/4", "2026-03-05", "'", "’", "\u200b"]
    ),
)
TIMES = st.datetimes(min_value=datetime(1, 1, 1), max_value=datetime(9999, 12, 31))
ZONES = st.sampled_from([None, UTC, ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia")])


def check(text: str, at: datetime, country: str) -> None:
    last = 0
    for mention in find(text, at, country):
        assert last <= mention.begin < mention.stop <= len(text)
        assert text[mention.begin : mention.stop] == mention.quote
        assert mention.start is not None or mention.end is not None
        if mention.start is not None and mention.end is not None:
            assert mention.start < mention.end or at.tzinfo is not None
        for side in (mention.start, mention.end):
            assert side is None or side.tzinfo is at.tzinfo
        last = mention.stop


@pytest.mark.slow
@given(st.text(max_size=200), TIMES, ZONES, st.sampled_from(["US", "GB", "DE", ""]))
@example("İİ May 5 at 3pm", AT, None, "US")
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, at: datetime, zone: ZoneInfo | None, country: str) -> None:
    check(text, at.replace(tzinfo=zone), country)


@pytest.mark.slow
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " ", " "]), TIMES, ZONES, st.sampled_from(["US", "GB"]))
@settings(max_examples=600, deadline=None)
def test_any_row_of_time_words(row: list[str], glue: str, at: datetime, zone: ZoneInfo | None, country: str) -> None:
    check(glue.join(row), at.replace(tzinfo=zone), country)


@pytest.mark.slow
@given(
    st.sampled_from(TEXTS),
    st.sampled_from(["", "Dear Kim, ", "Thanks again for your patience. ", "Zwei schöne Grüße! "]),
    st.sampled_from(["", " Many thanks!", "\n\nBest regards,\nDana Reed", " 😀 Cheers"]),
)
@settings(max_examples=150, deadline=None)
def test_words_around_change_nothing(text: str, before: str, after: str) -> None:
    alone = [(m.quote, m.start, m.end) for m in find(text, AT)]
    assert [(m.quote, m.start, m.end) for m in find(before + text + after, AT)] == alone


@pytest.mark.slow
@given(st.sampled_from(TEXTS), st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_case_of_a_shifted_week_shifts_too(text: str, weeks: int) -> None:
    """Weekday talk means the same a week later; only dates of the calendar stay where they are."""
    wanted = ("by Friday", "within 5 business days", "by the end of next week", "next Tuesday", "in two weeks")
    for phrase in wanted:
        now, later = find(phrase, AT), find(phrase, AT + timedelta(weeks=weeks))
        for one, other in zip(now, later, strict=True):
            assert other.end is not None
            assert one.end is not None
            assert other.end - one.end == timedelta(weeks=weeks)


@pytest.mark.parametrize("at", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
@pytest.mark.parametrize(
    "text",
    [
        "next year",
        "last week",
        "in 400 weeks",
        "by the end of next month",
        "99 years ago",
        "Easter",
        "saturday thursday thursday thursday today's thursday thursday",
    ],
)
def test_the_calendars_ends(text: str, at: datetime) -> None:
    check(text, at, "US")
