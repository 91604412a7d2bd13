"""A day that is settled over three mails: "next week?", "Thursday suits me, from 4", "4:30 then"."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sincerely.app.mail_in.reading_mail import learn
from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Requested, Scheduled
from sincerely.reading.letters.language import language_of
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read
from sincerely.reading.statements.statement import Clock, statements
from sincerely.reading.talked_days import days_of

ME = "ida.berg@mail.example"
THEY = "Ben Reder <ben@reder-bad.example>"
# A Tuesday; the clocks change on the Sunday after it.
FIRST = datetime(2026, 10, 20, 20, 41, tzinfo=UTC)


def talk(*texts: str, subject: str = "Servicetechnikerin bei Reder Bad") -> list[Reading]:
    """Read mails that answer each other, the employer's first, half a day apart."""
    links, found = Links(), []
    for number, text in enumerate(texts):
        own = number % 2 == 1
        at = FIRST + timedelta(hours=10 * number)
        head = f"From: {ME if own else THEY}\nTo: {THEY if own else ME}\nSubject: {'Re: ' if number else ''}{subject}\n"
        thread = f"In-Reply-To: <{number - 1}@one.example>\n" if number else ""
        head += f"Date: {at:%a, %d %b %Y %H:%M:%S} +0200\nMessage-ID: <{number}@one.example>\n{thread}"
        head += "Content-Type: text/plain; charset=utf-8\n"
        one = read(
            f"{head}\n{text}\n".encode(),
            me=frozenset({ME}),
            at=None,
            models=load_models(),
            links=links,
            home=("DE", "Europe/Berlin"),
        )
        if one.link is not None and one.clues is not None:
            learn(links, one.link, one.clues)
        found.append(one)
    return found


GERMAN = (
    (
        "hi ida,\n\ndanke für deine bewerbung als servicetechnikerin. hast nächste woche mal zeit vorbei zu kommen? mi oder do "
        "nachmittag wär bei mir gut\n\ngruß ben"
    ),
    "Hallo Ben,\n\nduzen ist super. Donnerstag ginge bei mir, so ab 16 Uhr?\n\nLG Ida",
    "jo 16:30 dann. komm einfach hinten in die werkstatt. bring mal dein gesellenbrief mit\n\nben",
)
ENGLISH = (
    "Hi Ida,\n\nthanks for applying. Do you have time for an interview next week? Wed or Thu afternoon would be good.\n\nBen",
    "Hi Ben,\n\nThursday would work for me, from 4pm or so?\n\nIda",
    "Great, your interview is at 4:30pm then. Just come round the back to the workshop.\n\nBen",
)
FRENCH = (
    "Bonjour Ida,\n\nmerci pour votre candidature. Auriez-vous un moment la semaine prochaine pour un entretien ?\n\nBen",
    "Bonjour Ben,\n\njeudi me conviendrait, à partir de 16h ?\n\nIda",
    "Parfait, l'entretien est à 16h30 alors. Passez par l'atelier.\n\nBen",
)


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH, FRENCH])
def test_an_hour_alone_is_of_the_day_that_was_settled_before(texts: tuple[str, ...]) -> None:
    last = talk(*texts)[-1]
    starts = [
        one.event.start
        for one in (*last.events, *last.questions)
        if isinstance(one.event, Scheduled) and one.event.start
    ]
    assert [f"{start:%m-%d %H:%M %z}" for start in starts] == ["10-29 16:30 +0100"]


def test_what_is_to_be_brought_is_due_on_that_day() -> None:
    [asked] = [one.event for one in talk(*GERMAN)[-1].events if isinstance(one.event, Requested)]
    assert (asked.how, asked.by) == ("bring", date(2026, 10, 29))


def test_what_is_quoted_tells_the_day_and_is_asked_about() -> None:
    text = (
        f"{ENGLISH[2]}\n\nOn Tue, Oct 20, 2026 at 9:00 AM Ida wrote:\n> Thursday at 4pm suits me for the interview.\n"
    )
    [last] = talk(text)
    [asked] = [one.event for one in last.questions if isinstance(one.event, Scheduled)]
    assert asked.start is not None
    assert f"{asked.start:%m-%d %H:%M}" == "10-22 16:30"


BEFORE = (date(2026, 10, 26), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "before", "days"),
    [
        ("Thursday suits me, from 4.", BEFORE, (date(2026, 10, 29), date(2026, 10, 29))),
        ("Thursday suits me, from 4.", None, (date(2026, 10, 22), date(2026, 10, 22))),
        ("This Thursday suits me.", BEFORE, (date(2026, 10, 22), date(2026, 10, 22))),
        ("Thursday 22 October suits me.", BEFORE, (date(2026, 10, 22), date(2026, 10, 22))),
        ("Tuesday or Thursday suits me.", BEFORE, (date(2026, 10, 27), date(2026, 10, 29))),
        ("Are you free next week?", None, BEFORE),
        ("Fine, thanks.", BEFORE, BEFORE),
        ("Please send your papers by Friday.", None, None),
        ("Thanks for talking to me on Monday 12 October.", None, None),
    ],
)
def test_a_weekday_is_of_the_days_that_were_talked_about(
    text: str, before: tuple[date, date] | None, days: tuple[date, date] | None
) -> None:
    assert days_of(statements(text, Clock(at=FIRST)), FIRST, before) == days


@pytest.mark.parametrize(
    "text",
    [
        "We will decide on Friday, 23 October 2026.",
        "The job would start on Friday, 23 October 2026.",
        "You will hear from us on Friday, 23 October 2026.",
        "I am on holiday on Friday, 23 October 2026.",
        "Wir entscheiden am Freitag, dem 23. Oktober 2026.",
        "Nous prendrons notre décision vendredi 23 octobre 2026.",
        "I can't do Friday, 23 October 2026.",
        "Freitag, der 23. Oktober 2026 passt mir leider nicht.",
    ],
)
def test_a_day_of_something_else_is_none_to_meet_on(text: str) -> None:
    assert days_of(statements(text, Clock(at=FIRST, language=language_of(text))), FIRST, None) is None


def test_who_cannot_then_leaves_the_day_open() -> None:
    before = (date(2026, 10, 23), date(2026, 10, 23))
    refusal, thanks = (statements(text, Clock(at=FIRST)) for text in ("Sorry, that doesn't work for me.", "Thank you."))
    assert days_of(refusal, FIRST, before) is None
    assert days_of(thanks, FIRST, before) == before
