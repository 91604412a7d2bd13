"""Every mail is sound whenever the sample is opened: dates, threads, wording."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

import pytest

from sincerely.sample.dates import ExpressionError
from sincerely.sample.templates import Template, TemplateError, cast, parse, templates
from sincerely.sample.write import composed

from .openings import EVERY, OPENINGS, letters

EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DE_DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
EN_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DE_MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
DAY = "|".join([*EN_DAYS, *DE_DAYS, *(f"{day[:3]}" for day in EN_DAYS)])
MONTH = "|".join(sorted({*EN_MONTHS, *DE_MONTHS, *(m[:3] for m in EN_MONTHS)}, key=len, reverse=True))
MONTH_FIRST = re.compile(rf"\b({DAY}),? (?:the )?({MONTH})\.? (\d{{1,2}})(?:,? (\d{{4}}))?\b")
DAY_FIRST = re.compile(rf"\b({DAY}),? (\d{{1,2}})\.? ({MONTH})(?: (\d{{4}}))?\b")
ORDINAL = re.compile(rf"\b({DAY}) the (\d{{1,2}})(?:st|nd|rd|th)\b")
TYPED = re.compile(rf"\b(?:{'|'.join([*EN_DAYS, *DE_DAYS])})s?\b|\b(?:{'|'.join(EN_MONTHS)})\b \d")
SAME_IN_MANY = 3  # no sentence in more mails than this


def weekday(name: str) -> int:
    names = DE_DAYS if name in DE_DAYS else EN_DAYS
    return [day[: len(name)] for day in names].index(name)


def month(name: str) -> int:
    names = DE_MONTHS if name in DE_MONTHS else EN_MONTHS
    return [m[: len(name)] for m in names].index(name) + 1


def nearest(month_: int, day: int, year: str, to: date) -> date:
    """The date that is meant: of the year that is named, or the nearest one."""
    if year:
        return date(int(year), month_, day)
    return min(
        (date(to.year + n, month_, day) for n in (-1, 0, 1) if valid(to.year + n, month_, day)),
        key=lambda d: abs(d - to),
    )


def valid(year: int, month_: int, day: int) -> bool:
    try:
        date(year, month_, day)
    except ValueError:
        return False
    return True


def wrong_weekdays(text: str, written: date) -> list[str]:
    """Every "Friday, March 13" in a text that is no Friday."""
    wrong = []
    for name, m, d, y in MONTH_FIRST.findall(text):
        if nearest(month(m), int(d), y, written).weekday() != weekday(name):
            wrong.append(f"{name} {m} {d} {y}")
    for name, d, m, y in DAY_FIRST.findall(text):
        if nearest(month(m), int(d), y, written).weekday() != weekday(name):
            wrong.append(f"{name} {d} {m} {y}")
    for name, d in ORDINAL.findall(text):
        ahead = next(written + timedelta(days=n) for n in range(62) if (written + timedelta(days=n)).day == int(d))
        if ahead.weekday() != weekday(name):
            wrong.append(f"{name} the {d}")
    return wrong


def test_the_weekday_checker_sees_a_wrong_weekday() -> None:
    written = date(2026, 3, 9)
    assert wrong_weekdays("by Friday, March 13, 2026 or Freitag, 13. März 2026 or Friday the 13th", written) == []
    assert (
        len(wrong_weekdays("by Friday, March 12 or Thursday 13 March or Thu, Mar 13 or Monday the 13th", written)) == 4
    )


@pytest.mark.parametrize("now", EVERY, ids=str)
class TestWheneverItIsOpened:
    def test_everything_resolves(self, now: datetime) -> None:
        for letter in letters(now).values():
            assert "{{" not in letter.plain + letter.html + letter.subject, letter.template.name

    def test_nothing_is_dated_in_the_future(self, now: datetime) -> None:
        for letter in letters(now).values():
            assert letter.written <= now, letter.template.name

    def test_answers_come_after_what_they_answer(self, now: datetime) -> None:
        for letter in letters(now).values():
            if letter.answers is not None:
                assert letter.answers.written < letter.written, letter.template.name

    def test_weekdays_match_their_dates(self, now: datetime) -> None:
        found = 0
        for letter in letters(now).values():
            text = f"{letter.subject}\n{letter.plain}"
            found += len(MONTH_FIRST.findall(text)) + len(DAY_FIRST.findall(text)) + len(ORDINAL.findall(text))
            assert wrong_weekdays(text, letter.written.date()) == [], letter.template.name
        assert found > 100

    def test_people_write_at_civil_hours_on_their_own_clocks(self, now: datetime) -> None:
        people = {"gmail", "outlook", "owa", "outlook-ios", "apple", "iphone", "thunderbird", "mutt"}
        for letter in letters(now).values():
            if letter.sender.program in people:
                assert 6 <= letter.written.hour <= 23, letter.template.name


def test_message_ids_are_unique_and_threads_resolve() -> None:
    mails = letters(OPENINGS[0])
    identifiers = {letter.message_id for letter in mails.values()}
    assert len(identifiers) == len(mails)
    for letter in mails.values():
        assert re.fullmatch(r"<[^<>\s@]+@[^<>\s@]+>", letter.message_id)
        assert set(letter.thread) <= identifiers
        if letter.answers is not None:
            assert letter.thread[-1] == letter.answers.message_id


def test_there_are_enough_mails_from_both_sides() -> None:
    mails = list(templates())
    sent = [mail for mail in mails if mail.sent]
    assert len(mails) >= 150
    assert 40 <= len(sent) <= len(mails) / 2
    assert sum(mail.name.startswith("noise-") for mail in mails) >= 50


@pytest.mark.parametrize("mail", list(templates()), ids=lambda mail: mail.name)
def test_days_are_never_typed_by_hand(mail: Template) -> None:
    """A typed weekday would be wrong on six days out of seven."""
    body = re.sub(r"\{\{[^{}]*\}\}", "", f"{mail['subject']}\n{mail.body}")
    allowed = {"noise-news-06": ["Friday"]}  # somebody's words, no date
    assert TYPED.findall(body) == allowed.get(mail.name, [])


def test_no_sentence_stands_in_more_than_three_mails() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for mail in templates():
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", mail.body):
            if len(sentence.split()) >= 4 and not sentence.startswith((">", "Sent from my", "Get Outlook for")):
                where[sentence.strip().lower()].add(mail.name)
    assert {sentence: names for sentence, names in where.items() if len(names) > SAME_IN_MANY} == {}


def test_writers_open_their_mails_differently() -> None:
    openings = Counter(mail.body.partition("\n")[0] for mail in templates() if not mail.sent)
    greeting, count = openings.most_common(1)[0]
    assert count <= 30, greeting


def test_everybody_is_invented() -> None:
    relays = {
        "us.greenhouse-mail.io",
        "hire.lever.co",
        "ashbyhq.com",
        "myworkday.com",
        "smartrecruiters.com",
        "candidates.workablemail.com",
    }
    for letter in letters(OPENINGS[0]).values():
        for person in (letter.sender, *letter.to, *letter.cc):
            assert person.domain.endswith(".example") or person.domain in relays, person


def test_a_broken_template_says_what_is_wrong() -> None:
    with pytest.raises(TemplateError, match="no field"):
        parse("x", "From robin\n\nHello")
    with pytest.raises(TemplateError, match="'to' is missing"):
        parse("x", "From: robin\n\nHello")["to"]
    with pytest.raises(TemplateError, match="nobody"):
        cast().person("santa")


def test_a_quote_needs_something_to_quote() -> None:
    composer = composed(OPENINGS[0])
    broken = parse("x", "From: robin\nTo: dana\nSubject: s\nDate: -1bd 10:00\n\nHi\n{{quote}}")
    with pytest.raises(TemplateError, match="answered"):
        type(composer)(composer.now, composer.calendars, composer.cast, {"x": broken}).letter("x")
    lost = parse("y", "From: robin\nTo: dana\nSubject: s\nDate: -1bd 10:00\nAnswers: z\n\nHi")
    with pytest.raises(TemplateError, match="'z'"):
        type(composer)(composer.now, composer.calendars, composer.cast, {"y": lost}).letter("y")
    typo = parse("t", "From: robin\nTo: dana\nSubject: s\nDate: -1bd ten\n\nHi")
    with pytest.raises(ExpressionError, match="ten"):
        type(composer)(composer.now, composer.calendars, composer.cast, {"t": typo}).letter("t")
