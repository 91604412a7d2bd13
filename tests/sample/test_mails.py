"""Every mail is sound whenever the sample is opened: dates, threads, wording."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date

import pytest
from tests.each import of_each

from sincerely.sample.dates import ExpressionError
from sincerely.sample.templates import Template, TemplateError, cast, parse, templates
from sincerely.sample.write import composed

from .named_days import TYPED, wrong_weekdays
from .openings import OPENINGS, letters

SAME_IN_MANY = 3  # no sentence in more mails than this


def test_the_weekday_checker_sees_a_wrong_weekday() -> None:
    written = date(2026, 3, 9)
    assert wrong_weekdays("by Friday, March 13, 2026 or Freitag, 13. März 2026 or Friday the 13th", written) == []
    assert (
        len(wrong_weekdays("by Friday, March 12 or Thursday 13 March or Thu, Mar 13 or Monday the 13th", written)) == 4
    )


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


@of_each(list(templates()), lambda mail: mail.name)
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
