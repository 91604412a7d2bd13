"""Days that are told by their distance from another day of the same mail."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from sincerely.reading.statements import deadlines
from sincerely.reading.statements.counted_from import counted_from, due_by
from sincerely.reading.statements.statement import Clock, statements
from sincerely.times import TimeMention

# A Tuesday.
AT = datetime(2026, 3, 3, 10, tzinfo=timezone(timedelta(hours=0)))


def _last(text: str, language: str = "en") -> str | None:
    said = statements(text, Clock(at=AT, country="GB", language=language))
    day = counted_from(said, len(said) - 1)
    return f"{day:%m-%d}" if day else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The panel meets on the 9th and I shall write to you within three working days of that.", "03-12"),
        ("Council sits on Tuesday 17 March and I shall write to all four of you the next morning.", "03-18"),
        ("The trustees walk the grounds on the 12th and I shall write to each of you the day after.", "03-13"),
        ("Your answer is due a week from today, plus a slide; we tell people a week after that.", "03-17"),
        ("Once the board has met on the 16th you'll hear from me within two days.", "03-18"),
        ("We meet on Thursday 12 March. I will let you have our decision on the Friday of that same week.", "03-13"),
        ("We meet on Thursday the 12th and I'll be on to you by the Friday.", "03-13"),
        ("Pls record and submit latest Tuesday. Friday after that I confirm the outcome.", "03-13"),
        ("The committee sits on 10 March. Rain or shine. You will hear the following week.", "03-20"),
        ("Your talk is on Thursday 12 March at 14:00. We will tell you by 17:00 that day.", "03-12"),
        # Written on the third, which is a Tuesday too.
        ("The team debriefs on Tuesday the 10th, so you'd hear from me Wednesday at the latest.", "03-11"),
        ("We meet on Tuesday the 10th and will let you know on Wednesday.", "03-11"),
        ("Der Ausschuss tagt am 10 March, also hören Sie Wednesday von uns.", "03-11"),
        ("La commission se réunit on 10 March, donc vous aurez une réponse Wednesday.", "03-11"),
        ("The committee meets on 10 March. You will hear from us that same evening.", "03-10"),
        ("Der Ausschuss tagt am 10 March. Wir melden uns noch am selben Tag.", "03-10"),
        ("Der Ausschuss tagt am 10 March, und wir melden uns tags darauf.", "03-11"),
    ],
)
def test_a_day_is_counted_from_the_one_named_before_it(text: str, day: str) -> None:
    assert _last(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "You will hear from us within three working days.",
        "We'll write the day after tomorrow.",
        "We met on 2 February and wrote the day after.",
        "They sign on the 9th, the board the week after, and you'll have an answer within ten working days of today.",
        "You'll hear by Friday the 13th.",
        # One answers before one leaves, and sends a form when it is asked for.
        "I am on leave from Tuesday the 10th, so you'll hear from me by Friday.",
        "The panel meets on Tuesday the 10th, so please send your form by Friday.",
        "The panel met on Monday, and you will hear on Wednesday.",
    ],
)
def test_what_is_counted_from_now_or_from_the_past_is_left_alone(text: str) -> None:
    assert _last(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("We intend to wrap up by the end of May.", "05-29"),
        ("You will know by month-end at the latest.", "03-31"),
        ("Tell me over the weekend whether you'd come.", "03-08"),
        ("I print the plan before Monday night's council.", "03-09"),
        ("It is sent on Tuesday 17 March at 10:00 and due back by 12:00.", "03-17"),
        ("We talk on Tuesday 17 March at 14:00; I'll write by 23:00 today.", "03-03"),
        ("We answer by 31 May.", "05-31"),
        ("Expect to hear from us in the last week of July.", "07-31"),
        ("You'll have it in writing two weeks today.", "03-17"),
        ("This time next week you'll know.", "03-10"),
        ("You have 72 hours from receipt of this notification.", "03-06"),
        ("Not a day later than the 20th.", "03-20"),
        ("Please send it by end of day Sunday.", "03-08"),
        ("By the end of Sunday 8 March, please.", "03-08"),
        ("You will know by the end of next quarter.", "06-30"),
    ],
)
def test_the_last_day_of_what_a_sentence_names(text: str, day: str) -> None:
    [said] = statements(text, Clock(at=AT, country="GB"))
    found = deadlines.last_day(said)
    assert found
    assert f"{found:%m-%d}" == day


@pytest.mark.parametrize(
    "text",
    ["We meet on 30 December. You hear a week after that.", "Once we met on 30 December you hear within 9 weeks."],
)
def test_the_calendars_end_counts_no_day(text: str) -> None:
    said = statements(text, Clock(at=datetime(9999, 12, 1, 10, tzinfo=timezone(timedelta(0))), country="GB"))
    assert counted_from(said, len(said) - 1) is None


def test_a_sentence_without_end_is_looked_at_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counting(mention: TimeMention) -> date | None:
        nonlocal asked
        asked += 1
        return deadlines.day_of(mention)

    monkeypatch.setattr("sincerely.reading.statements.counted_from.day_of", counting)
    counts = []
    for many in (100, 200, 400):
        asked = 0
        assert _last("We met on 2 February and wrote the day after, " * many) is None
        counts.append(asked)
    assert counts[0] > 0
    assert counts[2] <= 2.2 * counts[1]


def _due(text: str, language: str = "en") -> str | None:
    said = statements(text, Clock(at=AT, country="GB", language=language))
    day = due_by(said, len(said) - 1)
    return f"{day:%m-%d}" if day else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Governors sit on the 17th. Could you let me have the figures the evening before?", "03-16"),
        ("The auditor arrives on Monday 16 March. I need your slides the last working day before that.", "03-13"),
        ("Our chair is in on Monday 16 March, so your form the Thursday before, please.", "03-12"),
        ("She reads on the 20th and wants it two days ahead of that.", "03-18"),
        ("I print on Thursday, so your page has to be here by then.", "03-05"),
        ("Your logbook should be on my desk before he leaves on the 12th.", "03-11"),
        ("The board meets on 31 March. Two weeks before that would do.", "03-17"),
        ("I am away on Monday 9 March. Send me the slides the day before Friday 13 March.", "03-12"),
        ("Before she flies out on the 25th, I need your slides.", "03-24"),
        ("I'll be back by then, but please send it before he leaves on the 12th.", "03-11"),
        ("Your talk is on Thursday 12 March at 14:00. Please send the slides by 9 am on the same day.", "03-12"),
    ],
)
def test_a_day_is_counted_back_from_another(text: str, day: str) -> None:
    assert _due(text) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Wir erwarten Ihre Zusage bis zum 6. März. Bis dahin benötigen wir auch Ihr Zeugnis.", "03-06"),
        ("de", "Wir erwarten Ihre Zusage bis zum 6. März. Ausserdem brauchen wir bis dann Ihr Zeugnis.", "03-06"),
        ("fr", "Nous signons le 6 mars. D'ici là, il nous faut votre diplôme.", "03-06"),
        ("de", "Wir sehen uns am Freitag. Bitte senden Sie uns dann Ihr Zeugnis.", None),
        ("de", "Kommen Sie am Freitag, den 6. März. Und überlegen Sie sich bis dahin eine Zahl.", None),
    ],
)
def test_until_then_is_until_the_day_told_before(language: str, text: str, day: str | None) -> None:
    assert _due(text, language) == day


@pytest.mark.parametrize(
    "text",
    [
        "Could you send it the day before?",
        "We met on 2 February, and you sent it the day before.",
        "Please send it before Friday the 13th.",
        "By then I shall have retired.",
        "I'm back on Monday 16 March. Please send me two references; until then my colleague Jo is here.",
        "Please send your CV before the office closes on Friday 13 March at 5 pm.",
        "We sit on the 20th. Send it 0 days before that.",
        "",
    ],
)
def test_what_has_no_other_day_is_left_alone(text: str) -> None:
    assert _due(text) is None


def test_the_calendar_begins_somewhere() -> None:
    said = statements("We sit on the 5th. Send it two weeks before that.", Clock(at=AT))
    assert deadlines.ahead_of(date(1, 1, 2), said[-1]) is None


def test_odd_letters_raise_nothing() -> None:
    for text in (
        "The board meets on 31 March. Please send it fıve days before that.",
        "The board meets on Monday 16 March. Please send it the Frıday before.",
        "The board meets on 31 March. You will hear sıx days after that.",
    ):
        said = statements(text, Clock(at=AT, country="GB"))
        assert due_by(said, 1) is None
        assert counted_from(said, 1) is None
