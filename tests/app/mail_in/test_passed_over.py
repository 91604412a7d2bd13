"""What looks like hiring and names no job: asked about, or taken in once its process begins; what is none stays out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.sync import sync
from sincerely.app.mail_in.synced import Synced
from sincerely.app.mail_in.waiting_mail import WAITING as PASSED
from sincerely.app.models.reading_models import load_models
from sincerely.app.processes.erasing_one import erase_process
from sincerely.app.processes.exits import undo
from sincerely.app.processes.questions import Question, answer, open_questions
from sincerely.app.processes.regrouping import listed
from sincerely.app.wiring import opened, sources_at
from sincerely.store.base import Store

NOW = datetime(2026, 4, 20, 12, tzinfo=UTC)
ME = "mira.vogt@post.example"
Mail = tuple[str, str, str, str]
"""Its name, which one it answers, who is at the other end (of the candidate's own: with ``to `` before), and the text
below a subject."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


@pytest.fixture
def box(tmp_path: Path) -> Path:
    (tmp_path / "box").mkdir()
    return tmp_path / "box"


DAYS = {name: datetime(2026, 4, day, 10, tzinfo=UTC) for day, name in enumerate("abcdefgh", 6)}


def receive(store: Store, box: Path, *mails: Mail, now: datetime = NOW) -> Synced:
    """Read mails in one sync; each is of the day that the first letter of its name stands for."""
    for name, answers, other, told in mails:
        subject, _, text = told.partition("\n")
        sent = other.startswith("to ")
        people = f"From: Mira Vogt <{ME}>\nTo: {other[3:]}" if sent else f"From: {other}\nTo: Mira Vogt <{ME}>"
        date = DAYS[name[0]].strftime("%a, %d %b %Y %H:%M:%S +0000")
        thread = f"In-Reply-To: <{answers}@x.example>\nReferences: <{answers}@x.example>\n" if answers else ""
        head = f"{people}\nSubject: {subject}\nDate: {date}\nMessage-ID: <{name}@x.example>\n{thread}"
        kind = 'Content-Type: text/plain; charset="utf-8"\n'
        (box / f"{name}.eml").write_text(f"{head}{kind}\n{text}\n", "utf-8")
    reads = Reader(load_models(), frozenset({ME}), ZoneInfo("Europe/Berlin"), now)
    return sync(store, sources_at([box]).sources, reads, now, lambda _label, _done, _total: None)


def employers(store: Store) -> list[str]:
    return sorted(row.header.employer for row in listed(store))


def verbs(store: Store) -> list[str]:
    return [event.verb for row in listed(store) if (one := store.process(row.header.id)) for event in one.events]


def asked(store: Store) -> list[Question]:
    return open_questions(store, NOW)


RIEKE = "Rieke von Deichrad <rieke@deichrad.example>"
TALK = (
    "a",
    "",
    RIEKE,
    (
        "moin mira\nmoin mira, danke für deine nachricht neulich! lass uns mal reden, donnerstag 9. um 14 uhr bei uns in der "
        "werkstatt (am kai 4)? jonte und ich. lg rieke"
    ),
)
YES = ("b", "a", f"to {RIEKE}", "Re: moin mira\nMoin Rieke, passt super, bin Donnerstag um 14 Uhr da!\n\nLG Mira")
THANKS = (
    "e1",
    "a",
    f"to {RIEKE}",
    "Re: moin mira\nMoin Rieke, danke euch beiden für das Gespräch und den Tee, das hat Spaß gemacht!\n\nLG Mira",
)
GREETS = ("e2", "e1", RIEKE, "Re: moin mira\nuns auch!! bis bald, jonte lässt grüßen")


def test_a_talk_that_names_no_job_is_one_question_and_no_process(store: Store, box: Path) -> None:
    done = receive(store, box, TALK, YES, THANKS, GREETS)
    assert employers(store) == []
    [question] = asked(store)
    assert question.words.endswith("Is that so, and about a job for you?")
    assert (done.asked, done.passed, done.new) == (1, 0, 4)
    assert '1 may be about a job: "sincerely questions" asks.' in done.summary


@pytest.mark.parametrize("apart", [False, True])
def test_a_yes_takes_in_the_whole_thread(store: Store, box: Path, *, apart: bool) -> None:
    mails = (TALK, YES, THANKS, GREETS)
    for some in [(mail,) for mail in mails] if apart else [mails]:
        receive(store, box, *some)
    [question] = asked(store)
    assert "the next sync" in answer(store, question.event.id, yes=True, now=NOW).label
    done = receive(store, box)
    assert employers(store) == ["Deichrad"]
    assert set(verbs(store)) >= {"scheduled", "wrote", "thanked"}
    assert done.new == 0
    assert asked(store) == []
    assert not store.setting(PASSED)


def test_a_no_is_final(store: Store, box: Path) -> None:
    receive(store, box, TALK)
    answer(store, asked(store)[0].event.id, yes=False, now=NOW)
    done = receive(store, box, YES, THANKS, GREETS)
    assert (asked(store), employers(store), done.asked, done.passed) == ([], [], 0, 0)
    later = ("f", "", RIEKE, "noch was\nmoin mira, hast du freitag um 10 uhr zeit für einen kaffee bei uns? lg rieke")
    receive(store, box, later)
    assert (asked(store), employers(store)) == ([], [])


def test_nobody_is_asked_about_what_is_long_past(store: Store, box: Path) -> None:
    receive(store, box, TALK, YES, now=NOW + timedelta(days=90))
    assert (store.lively(NOW), employers(store)) == ([], [])


def test_a_mail_that_waits_was_read(store: Store, box: Path) -> None:
    assert receive(store, box, TALK, YES).new == 2
    again = receive(store, box)
    assert (again.read, again.new, again.events) == (0, 0, 0)


OLIVE = "Olive Marsh <olive.marsh@penroseinsights.example>"
REACHES = (
    "a",
    "",
    OLIVE,
    (
        "Survey Manager, Hamburg - a quick chat?\nHi Mira, hope you're well. I lead talent at Penrose Insights (Leeds, with a small "
        "Hamburg office). Would you have 20 minutes for an intro on Tuesday 14th at 3pm?\n\nBest wishes,\nOlive"
    ),
)
AGREES = (
    "b",
    "a",
    f"to {OLIVE}",
    "Re: Survey Manager, Hamburg - a quick chat?\nHi Olive, Tuesday 3pm works. Speak then!\n\nMira",
)
GOES_ON = (
    "f",
    "",
    OLIVE,
    "Next week\nHi Mira, Tom is back and keen. Can you do Tues 21st 2pm or Weds 22nd 10am? Also did you find that report?",
)


@pytest.mark.parametrize(
    "order", list(permutations((REACHES, AGREES, GOES_ON))), ids=lambda o: "".join(m[0] for m in o)
)
@pytest.mark.parametrize("apart", [False, True])
def test_a_letter_that_the_candidate_answers_begins_a_process(
    store: Store, box: Path, order: tuple[Mail, ...], *, apart: bool
) -> None:
    for some in [(mail,) for mail in order] if apart else [order]:
        receive(store, box, *some)
    assert employers(store) == ["Penrose Insights"]
    assert "wrote" in verbs(store)
    assert len({message.message_id for row in listed(store) for message in store.messages_of(row.header.id)}) == 3


def test_an_answer_that_looks_private_is_one(store: Store, box: Path) -> None:
    receive(store, box, REACHES)
    assert employers(store) == []
    done = receive(store, box, ("b", "a", f"to {OLIVE}", "Re: hello\nOk! Mira"))
    assert (employers(store), done.new) == (["Penrose Insights"], 1)
    assert "wrote" in verbs(store)


def test_a_letter_that_the_candidate_declines_begins_nothing(store: Store, box: Path) -> None:
    no = "Re: Survey Manager\nHi Olive, thanks for reaching out, but I am not looking for a new role at the moment.\n\nMira"
    receive(store, box, REACHES, ("b", "a", f"to {OLIVE}", no))
    assert employers(store) == []


AGENCY = (
    "a",
    "",
    "Dov Brand <dov@brandsearch.example>",
    (
        "Data Engineer, my client in Cologne\nHi Mira, I came across your profile. My client, a fintech, is hiring a Data Engineer. "
        "Would you be open to a call?\n\nDov Brand\nBrand Search, Executive Recruitment"
    ),
)


def test_an_agencys_letter_alone_asks_nothing(store: Store, box: Path) -> None:
    receive(store, box, AGENCY)
    assert (asked(store), employers(store)) == ([], [])


HOUSE = "Alpsee Statistik AG <noreply@bewerben.alpseestatistik.example>"
RECEIPT = (
    "a",
    "",
    HOUSE,
    (
        "Your application as Survey Statistician\nDear Mira\n\nThank you for your application. We look forward to reading your "
        "documents and will get back to you within 10 working days.\n\nBest regards\nPeople & Culture\nAlpsee Statistik AG, Bern"
    ),
)
CALL = (
    "c",
    "",
    "Beat Keller <beat.keller@alpseestatistik.example>",
    (
        "Kennenlernen?\nHoi Mira\n\nDeine Unterlagen gefallen uns sehr. Hast du diesen Freitag (10.) um 16:00 kurz Zeit für einen Call?\n\n"
        "Gruss\nBeat\n\nBeat Keller\nHead of Surveys\nAlpsee Statistik AG"
    ),
)


@pytest.mark.parametrize("mails", [(RECEIPT,), (CALL,), (RECEIPT, CALL), (CALL, RECEIPT)])
def test_an_application_and_papers_begin_a_process(store: Store, box: Path, mails: tuple[Mail, ...]) -> None:
    for mail in mails:
        receive(store, box, mail)
    assert employers(store) == ["Alpsee Statistik AG"]


NO_JOB = {
    "a flat": (
        "Hausverwaltung Brinkmann <info@hv-brinkmann.example>",
        (
            "Ihre Unterlagen\nSehr geehrte Frau Vogt,\n\nbitte reichen Sie uns für die Wohnung in der Gartenstraße noch die Unterlagen zur "
            "Selbstauskunft ein, bis Freitag. Die Besichtigung ist am 14.4. um 17 Uhr.\n\nMit freundlichen Grüßen\nBrinkmann"
        ),
    ),
    "a loan": (
        "Harbour Bank <loans@harbourbank.example>",
        (
            "Your application\nDear Ms Vogt,\n\nThank you for your application for a car loan. We have received your documents and will get "
            "back to you within five working days.\n\nHarbour Bank"
        ),
    ),
    "a dentist": (
        "Praxis Dr. Sand <termine@praxis-sand.example>",
        "Terminbestätigung\nIhr Termin bei Dr. Sand ist am Donnerstag, 16.4., um 8:30 Uhr. Bitte bestätigen Sie kurz.",
    ),
    "a friend": (
        "Tobi <tobi@gmail.com>",
        "kaffee?\nhey, lust auf kaffee donnerstag um 11? meld dich bis morgen!",
    ),
    "parents": (
        "Elternbeirat <eltern@grundschule-hafen.example>",
        "Kuchenbasar\nLiebe Eltern, wer kann am Freitag um 14 Uhr helfen? Bitte meldet euch bis Mittwoch!",
    ),
}


@pytest.mark.parametrize("mail", NO_JOB)
def test_other_matters_are_not_asked_about(store: Store, box: Path, mail: str) -> None:
    sender, told = NO_JOB[mail]
    receive(
        store,
        box,
        ("a", "", sender, told),
        ("b", "a", f"to {sender}", "Re: your mail\nYes, that works, thank you!\n\nMira"),
    )
    assert (asked(store), employers(store)) == ([], [])


OFFER = (
    "c",
    "",
    "Jo Hale <jo.hale@quarryworks.example>",
    (
        "Your application as Site Planner\nDear Mira,\n\nThank you for applying for the position of Site Planner at Quarryworks. We would like "
        "to invite you to an interview. When are you free next week?\n\nKind regards\nJo Hale\nQuarryworks"
    ),
)
CHECK = (
    "e",
    "",
    "ClearCheck <no-reply@clearcheck.example>",
    (
        "Action required: your background check for Quarryworks\nHello Mira,\n\nQuarryworks has asked us to run a background screening. Please "
        "complete the form at https://clearcheck.example/f1 within 48 hours.\n\nClearCheck"
    ),
)


@pytest.mark.parametrize("order", [(OFFER, CHECK), (CHECK, OFFER)], ids=["after", "before"])
def test_who_checks_in_an_employers_name_asks_for_it(store: Store, box: Path, order: tuple[Mail, ...]) -> None:
    for mail in order:
        receive(store, box, mail)
    assert employers(store) == ["Quarryworks"]
    assert "requested" in verbs(store)


def test_a_check_for_another_house_is_not_this_ones(store: Store, box: Path) -> None:
    name, answers, sender, told = CHECK
    receive(store, box, OFFER, (name, answers, sender, told.replace("Quarryworks", "Millbrook")))
    assert "requested" not in verbs(store)


def test_what_goes_to_many_is_nobodys_errand(store: Store, box: Path) -> None:
    name, answers, sender, told = CHECK
    receive(store, box, OFFER, (name, answers, f"{sender}\nList-Unsubscribe: <https://clearcheck.example/u>", told))
    assert "requested" not in verbs(store)


PAT = "Pia Lind <pia@nordlichttalent.example>"
CLIENT = (
    "a",
    "",
    PAT,
    (
        "Hooper & Pell - they want to meet you\nMira, good news: my client Hooper & Pell would like an interview for the Survey Manager "
        "position with Donna Kurz on Thursday 16 April at 10:00. I have accepted for you.\n\nPia Lind\nNordlicht Talent Partners, recruitment"
    ),
)
SHORT = (
    "d",
    "",
    PAT,
    "H&P\nHow did it go? Donna's notes take a day or two, I expect to have something for you early next week.\n\nPia",
)


def test_initials_are_the_employer_that_they_stand_for(store: Store, box: Path) -> None:
    for mail in (CLIENT, SHORT):
        receive(store, box, mail)
    assert employers(store) == ["Hooper & Pell"]
    assert "promised" in verbs(store)


def test_what_an_erased_process_asked_is_forgotten(store: Store, box: Path, tmp_path: Path) -> None:
    receive(store, box, TALK, YES)
    [row] = store.summaries()
    erase_process(store, row.header, row.header.id, tmp_path, NOW)
    assert (receive(store, box).new, store.summaries(), asked(store)) == (0, [], [])
    assert not any(one["asked"] for one in store.setting(PASSED) or ())


def test_a_yes_that_is_taken_back_is_a_question_again(store: Store, box: Path) -> None:
    receive(store, box, TALK, YES)
    answer(store, asked(store)[0].event.id, yes=True, now=NOW)
    undo(store, NOW)
    receive(store, box)
    assert (len(asked(store)), employers(store)) == (1, [])


OTHER_NAME = (
    "f",
    "",
    "Rieke Ott <rieke@deichrad.example>",
    (
        "Your application as Workshop Manager\nDear Mira,\n\nThank you for applying for the position of Workshop Manager at Kaiser Cycles "
        "GmbH. We would like to invite you to an interview. When are you free next week?\n\nKind regards\nRieke Ott\nKaiser Cycles GmbH"
    ),
)


@pytest.mark.parametrize("apart", [False, True])
def test_a_question_that_is_part_of_a_process_goes_into_it(store: Store, box: Path, *, apart: bool) -> None:
    for some in [(TALK, YES), (OTHER_NAME,)] if apart else [(TALK, YES, OTHER_NAME)]:
        receive(store, box, *some)
    assert employers(store) == ["Kaiser Cycles GmbH"]
    assert set(verbs(store)) >= {"wrote", "heard"}
    assert {question.header.employer for question in asked(store)} <= {"Kaiser Cycles GmbH"}
    receive(store, box, THANKS)
    assert "thanked" in verbs(store)
    assert not store.setting(PASSED)
