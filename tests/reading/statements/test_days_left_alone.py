"""Days and hours that a sentence names for something else: they move no interview and set no deadline."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from tests.reading.asked_cases import days

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Moved, Scheduled
from sincerely.reading.reader import read
from sincerely.reading.statements import deadlines
from sincerely.reading.statements.counted_from import counted_from
from sincerely.reading.statements.statement import Clock, Statement, statements

HEAD = """From: Dana Lee <dana@larkhill.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview
Date: Tue, 3 Mar 2026 10:00:00 +0000

"""
# A Tuesday.
AT = datetime(2026, 3, 3, 10, tzinfo=timezone(timedelta(hours=0)))
MEETS = "Your interview is on Thursday 12 March 2026 from 2 pm to 3 pm.\n\n"


def starts(text: str) -> list[str]:
    """Return when the interviews of a mail begin."""
    reading = read((HEAD + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    return [
        f"{event.start:%d %H:%M}" if event.start else ""
        for found in (*reading.events, *reading.questions)
        if isinstance(event := found.event, Moved | Scheduled)
    ]


def said(text: str, language: str) -> tuple[Statement, ...]:
    return statements(text, Clock(at=AT, country="GB", language=language))


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin, your interview is moved to Thursday, 12 March at 2:00 PM instead. We are at the same time hiring for a post that starts on 1 April.",
        "Hi Robin, your interview is confirmed for Thursday 12 March at 2 PM. The decision comes on 20 March, and the other candidates are seen at the same time.",
        "Hi Robin, your interview is on Thursday 12 March at 2 PM. As agreed on Monday 9 March, the time stays the same.",
        "Hi Robin, the time stays the same, 2:00 PM on Thursday 12 March, but we have moved your interview from Room 4 to Room 5; the post starts on 1 May.",
        "Hi Robin, your interview, planned for Tuesday 10 March, is now on Thursday 12 March at 2 PM: same time, same room.",
        "Hi Robin, your interview is moved from Tuesday 10 March, same time, to Thursday, 12 March at 2:00 PM.",
        "Guten Tag Herr Ashdown, Ihr Gespräch wird auf Donnerstag, 12. März, 14 Uhr, verschoben; am Freitag, 20. März, um die selbe Zeit entscheiden wir.",
        "Bonjour Monsieur Ashdown, votre entretien est déplacé au jeudi 12 mars à 14 h. Réponse le 20 mars à la même heure.",
    ],
)  # fmt: skip
def test_the_same_time_of_something_else_moves_no_interview(text: str) -> None:
    assert starts(f"{text}\n\nDana Lee") == ["12 14:00"]


def test_a_second_interview_is_not_the_first_one_moved() -> None:
    text = "We have to move your interview of Thursday, 12 March at 2 PM to Friday 13 March. Your second interview will be at the same time on Friday 20 March."
    assert "20 14:00" not in starts(f"Hi Robin, {text}\n\nDana Lee")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "As we said on Monday, please send your references by 6 PM."),
        ("de", "Wie am Montag besprochen, senden Sie uns bitte Ihre Zeugnisse bis 18 Uhr."),
        ("en", "The post begins on 1 May; please send your references by 5 PM."),
        ("en", "We'd like you to start on Monday 6 April, and so we would need your signed contract by 5 PM."),
        ("en", "Ida is away from Friday, so please send your references by 4 PM."),
        ("en", "Since we meet on Thursday 12 March at 2 PM, please send your portfolio by 5 PM."),
        ("en", "We met on Thursday 26 February; please let us know by 5 PM."),
    ],
)
def test_an_hour_is_due_on_no_day_of_something_else(language: str, text: str) -> None:
    [one] = said(text, language)
    [hour] = [mention for mention in one.times if deadlines.is_deadline(mention)]
    assert deadlines.day_in(one, hour) == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "item", "by"),
    [
        ("Please send your portfolio two working days before your interview.", "portfolio", 10),
        ("Please send your portfolio at least five days before your interview.", "portfolio", 7),
        ("Bitte senden Sie uns Ihr Portfolio zwei Tage vor dem Gespräch.", "portfolio", 10),
        ("Bitte senden Sie uns Ihr Portfolio eine Woche vor Ihrem Gespräch.", "portfolio", 5),
        ("Please bring your passport and show it before we speak to you.", "id", 12),
    ],
)
def test_what_is_counted_back_from_an_interview(text: str, item: str, by: int) -> None:
    assert days(MEETS + text)[item] == date(2026, 3, by)


@pytest.mark.parametrize(
    "text",
    [
        "Please send your passport copy immediately before your interview.",
        "Please upload it right before your interview.",
        "Bitte senden Sie den Ausweis unmittelbar vor dem Gespräch am Empfang ein.",
        "Please send it 30 minutes or so before your interview.",
        "Please send the slides straight after, not before your interview.",
        "There is no need to send your portfolio before your interview, but please send your passport copy.",
        "Please bring your passport and show it before we speak to you.",
        "Envoyez votre dossier dix minutes avant votre entretien.",
    ],
)
def test_before_an_interview_is_not_always_the_day_before(text: str) -> None:
    [one] = said(text, "en")
    assert deadlines.ahead_of(date(2026, 3, 12), one) is None


def test_what_is_sent_before_a_mondays_interview_is_sent_on_the_friday() -> None:
    [one] = said("Please send your portfolio before your interview.", "en")
    assert deadlines.ahead_of(date(2026, 3, 16), one) == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We meet on Thursday 12 March. I am out that afternoon, so we'll let you know by Friday 20 March."),
        ("en", "We meet on Thursday 12 March. I'm at a fair the same day, but we'll let you know by Friday 20 March."),
        ("en", "We meet on Thursday 12 March. Because the board sits that evening, you'll hear from us in the week of 16 March."),
        ("en", "We meet on Thursday 12 March. As we see four people that day, we'll let you know within two weeks."),
        ("de", "Wir sehen uns am 12. März. Tags darauf tagt der Vorstand, und wir melden uns bis 20. März."),
    ],
)  # fmt: skip
def test_a_later_day_of_the_same_sentence_outranks_that_evening(language: str, text: str) -> None:
    assert counted_from(said(text, language), 1) is None
