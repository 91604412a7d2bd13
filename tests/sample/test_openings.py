"""Every mail is sound and agrees with the story whenever the sample is opened.

One test an opening, whatever there is to check: composing the sample takes longer than all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.each import of_each

from .named_days import DAY_FIRST, MONTH_FIRST, ORDINAL, wrong_weekdays
from .openings import EVERY, letters, moment, table

STORY = table("story.toml")
EXPECTED = table("expected.toml")


def _everything_resolves(now: datetime) -> None:
    for letter in letters(now).values():
        assert "{{" not in letter.plain + letter.html + letter.subject, letter.template.name


def _nothing_is_dated_in_the_future(now: datetime) -> None:
    for letter in letters(now).values():
        assert letter.written <= now, letter.template.name


def _answers_come_after_what_they_answer(now: datetime) -> None:
    for letter in letters(now).values():
        if letter.answers is not None:
            assert letter.answers.written < letter.written, letter.template.name


def _weekdays_match_their_dates(now: datetime) -> None:
    found = 0
    for letter in letters(now).values():
        text = f"{letter.subject}\n{letter.plain}"
        found += len(MONTH_FIRST.findall(text)) + len(DAY_FIRST.findall(text)) + len(ORDINAL.findall(text))
        assert wrong_weekdays(text, letter.written.date()) == [], letter.template.name
    assert found > 100


def _people_write_at_civil_hours_on_their_own_clocks(now: datetime) -> None:
    people = {"gmail", "outlook", "owa", "outlook-ios", "apple", "iphone", "thunderbird", "mutt"}
    for letter in letters(now).values():
        if letter.sender.program in people:
            assert 6 <= letter.written.hour <= 23, letter.template.name


def _days_named_in_the_truth_lie_after_their_mail_and_thanks_after_the_interview(now: datetime) -> None:
    written = {name: letter.written for name, letter in letters(now).items()}
    held: dict[tuple[str, str], datetime] = {}
    for name in sorted(EXPECTED, key=written.__getitem__):
        mail = EXPECTED[name]
        for event in mail["events"]:
            process = event.get("process", mail["process"])
            place = STORY[process]["place"]
            if event["verb"] in {"scheduled", "moved"}:
                assert moment(event["start"], place, now) > written[name]
                for who in event["who"]:
                    held[process, who] = moment(event["end"], place, now)
            if "by" in event:
                assert moment(event["by"], place, now, written[name]) > written[name]
            if event["verb"] == "thanked":
                [who] = event["who"]
                assert written[name] > held[process, who]
            if event["verb"] == "told":
                assert all(end < written[name] for (at, _), end in held.items() if at == process)


def _what_is_ahead_is_ahead_and_what_has_passed_has_passed(now: datetime) -> None:
    ahead = {
        "harborline": "+3bd 09:00",
        "weserwerk": "+5bd 15:30",
        "pennant": "+4bd",
        "juniper": "+4bd",
        "cobalt": "+3bd",
    }
    for name, expression in ahead.items():
        assert moment(expression, STORY[name]["place"], now) > now + timedelta(hours=24)
    assert moment("-2bd 17:00", "ny", now) < now  # the writing sample's date
    assert moment("-1bd 15:00", "ny", now) < now  # the last interview


CHECKS = (
    _everything_resolves,
    _nothing_is_dated_in_the_future,
    _answers_come_after_what_they_answer,
    _weekdays_match_their_dates,
    _people_write_at_civil_hours_on_their_own_clocks,
    _days_named_in_the_truth_lie_after_their_mail_and_thanks_after_the_interview,
    _what_is_ahead_is_ahead_and_what_has_passed_has_passed,
)


@pytest.mark.parametrize("now", EVERY, ids=str)
def test_it_is_sound_whenever_it_is_opened(now: datetime) -> None:
    @of_each(CHECKS, lambda check: check.__name__)
    def holds(check: Callable[[datetime], None]) -> None:
        check(now)

    holds()
