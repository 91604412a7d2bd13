"""Which of a sentence's days is the one that it promises."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.reading.asked_cases import days

from sincerely.reading.meetings import ahead
from sincerely.reading.scoring.insight import Timed
from sincerely.reading.statements import deadlines
from sincerely.reading.statements.statement import Clock, statements

SAID = statements(
    "It had been Friday; realistically Wednesday 9 December is when I'll know.",
    Clock(at=datetime(2026, 11, 24, 13, 35, tzinfo=UTC), country="GB"),
)


def test_of_a_sentences_days_the_likeliest_counts_though_none_is_likely() -> None:
    times = [Timed(0, 1, 0.11), Timed(0, 0, 0.01)]
    assert deadlines.likeliest(SAID, times) is None
    assert deadlines.in_sentence(SAID, times, 0) == date(2026, 12, 9)


def test_where_none_may_be_it_the_first_day_ahead_is() -> None:
    assert deadlines.in_sentence(SAID, [Timed(0, 1, 0.02)], 0) == date(2026, 11, 27)
    assert deadlines.in_sentence(SAID, [], -1) is None


@pytest.mark.parametrize(
    "text",
    [
        "Send it by 11:59 PM Pacific Time on Friday 27 November.",
        "Send it by 11:59 PM Eastern Standard Time on Friday 27 November.",
        "Send it by 11:59 PM PST on Friday 27 November.",
        "Send it by midnight ET on Friday 27 November.",
        "Send it by 11:59 PM on Friday 27 November (Pacific Time).",
    ],
)
def test_a_deadline_elsewhere_is_due_on_the_day_that_it_names(text: str) -> None:
    at = datetime(2026, 11, 24, 13, 35, tzinfo=UTC)
    [said] = statements(text, Clock(at=at, country="US"))
    assert [deadlines.day_of(mention) for mention in said.times] == [date(2026, 11, 27)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "We will decide by early December, but no later than 4 December.", date(2026, 12, 4)),
        ("en", "I need it, ideally by Friday, no later than Monday 30 November.", date(2026, 11, 30)),
        ("de", "Wir melden uns bis Anfang Dezember, spätestens jedoch am 4. Dezember.", date(2026, 12, 4)),
        ("de", "Wir melden uns bis Freitag, spätestens aber bis zum 30. November.", date(2026, 11, 30)),
        ("en", "Send the form by Friday, and the plan no later than Monday 30 November.", date(2026, 11, 27)),
        ("en", "We decide by Friday; the panel meets no later than 4 December.", date(2026, 11, 27)),
        ("en", "You will hear from us after Thanksgiving, probably on Monday.", date(2026, 11, 30)),
    ],
)
def test_what_is_the_latest_counts_and_what_is_hoped_for_before_it_does_not(
    language: str, text: str, day: date
) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 11, 24, 13, 35, tzinfo=UTC), country="GB", language=language))
    assert deadlines.last_day(said) == day
    assert deadlines.likeliest([said], [Timed(0, 0, 0.9), Timed(0, 1, 0.8)]) == day


def test_what_is_probable_counts_only_right_behind_what_it_is_said_of() -> None:
    text = "You will hear from us after Thanksgiving, and on Monday we are closed."
    [said] = statements(text, Clock(at=datetime(2026, 11, 24, 13, 35, tzinfo=UTC), country="US"))
    assert deadlines.last_day(said) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Ahead of your interview next Tuesday, please send us your transcript and the form. We need both by Friday 6 March.",
            date(2026, 3, 6),
        ),
        ("Could you send your transcript? Please return it by Monday 9 March.", date(2026, 3, 9)),
        ("Please send your transcript by Wednesday 4 March. We need it by Friday.", date(2026, 3, 4)),
        ("Please send your transcript by Wednesday 4 March. We will read it by Friday.", date(2026, 3, 4)),
    ],
)
def test_the_next_sentence_may_say_by_when_they_are_wanted(text: str, day: date) -> None:
    assert days(text)["transcript"] == day


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Please return it by 5pm on Monday 30 November, and we will let you know by Friday 4 December.", [1]),
        ("We will let you know by Friday 4 December; please return the form by Monday 30 November.", [0]),
        ("Bitte senden Sie alles bis Montag, 30. November, wir melden uns dann bis Freitag, 4. Dezember.", [1]),
        ("We will meet on Monday 30 November and let you know by Friday 4 December.", [0, 1]),
        ("Please note that you will hear by Friday 4 December and start on Monday 11 January.", [0, 1]),
    ],
)
def test_what_the_reader_is_to_do_by_a_day_is_no_promise(text: str, which: list[int]) -> None:
    language = "de" if text.startswith("Bitte") else "en"
    said = statements(text, Clock(at=datetime(2026, 11, 24, 13, 35, tzinfo=UTC), country="GB", language=language))
    times = [Timed(0, one, 0.25) for one in range(len(said[0].times))]
    assert [timed.which for timed in ahead.promising(said, times)] == which
