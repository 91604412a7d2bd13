"""Which time is the new one, where a mail that moves an interview names the old one too."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Moved, Scheduled
from sincerely.reading.meetings.moved_times import is_open
from sincerely.reading.reader import read

HEAD = """From: Dana Lee <dana@larkhill.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview
Date: Thu, 14 May 2026 10:00:00 +0100

"""


def news(text: str) -> list[tuple[str, str, bool]]:
    """Return what is said of interviews: the verb, day and hour, and whether it is sure."""
    reading = read((HEAD + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    return [
        (event.verb, f"{event.start:%d %H:%M}" if event.start else "", found.certain)
        for found in (*reading.events, *reading.questions)
        if isinstance(event := found.event, Moved | Scheduled)
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("we have to move your interview from Friday, May 15 at 3 pm to Tuesday, May 19 at 9 am.", "19 09:00"),
        ("we have to move your interview with Ida Holm from Tuesday, 19 May at 2pm to Thursday, 21 May at 11:15am.", "21 11:15"),
        ("your interview has been moved from 2 pm to 4 pm on Friday, May 15.", "15 16:00"),
        ("instead of 3 pm on Friday we can only offer you 9 am on Tuesday for the interview.", "19 09:00"),
        ("could we do 4pm rather than 2pm on Thursday 21 May for the interview?", "21 16:00"),
        ("Friday at 3 pm no longer works for Ida Holm. Could you do the interview on Tuesday at 9 am instead?", "19 09:00"),
        ("our interview on Friday at 3 pm won't work after all. Could we push it to Tuesday the 19th, 9 in the morning?", "19 09:00"),
        ("your interview, originally scheduled for Monday, 18 May at 10 am, is rescheduled for Friday, 22 May at noon.", "22 12:00"),
        ("we are pushing your interview back: Thursday, 21 May, 3 pm becomes Friday, 22 May, 11 am.", "22 11:00"),
        ("your interview scheduled for Friday, 15 May at 3 pm is now on Tuesday, 19 May at 9 am.", "19 09:00"),
        ("I need to move our interview for Shop Manager tomorrow from 11:00 AM to 1:00 PM.", "15 13:00"),
        ("need to change your interview tomorrow from 9am to 12, I'm on site first thing.", "15 12:00"),
        ("we must move your interview on 19 May from 10am to 2pm.", "19 14:00"),
        ("could we move your interview from 2pm to 4pm on Friday?", "15 16:00"),
        ("would it be possible to move our interview tomorrow to Thursday at 2pm?", "21 14:00"),
    ],
)  # fmt: skip
def test_an_interview_moves_to_the_new_time(text: str, start: str) -> None:
    assert [when for _, when, _ in news(f"Hi Robin, {text}\n\nDana")] == [start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("we have to move your interview from Friday at 3 PM to Tuesday the 19th, same time.", "19 15:00"),
        ("instead of Friday at 10:30 your interview is on Monday 18 May, same time, same room.", "18 10:30"),
        (
            "your interview on Friday at 3 PM can't take place. Could we move it to Tuesday at the same time?",
            "19 15:00",
        ),
        ("your interview on Friday at 3 PM has been rescheduled for Tuesday 19 May, same time.", "19 15:00"),
        (
            "your interview on Friday at 3 PM won't take place. We'd like to move it to the same time on Tuesday 19 May.",
            "19 15:00",
        ),
        ("your interview of Friday, 3 PM is moved to our new office in York, same day and time.", "15 15:00"),
    ],
)
def test_the_hour_is_the_old_one_where_only_the_day_moves(text: str, start: str) -> None:
    assert [when for _, when, _ in news(f"Hi Robin, {text}\n\nDana")] == [start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("wir müssen Ihr Gespräch von Freitag, 15 Uhr, auf Dienstag verschieben, gleiche Uhrzeit.", "19 15:00"),
        ("Ihr Gespräch am Freitag, 15. Mai um 15 Uhr fällt aus. Neuer Termin ist Dienstag, 19. Mai, gleiche Zeit.", "19 15:00"),
        ("leider müssen wir Ihr Gespräch am Freitag, den 15. Mai um 15 Uhr verschieben, neuer Termin ist Dienstag, der 19. Mai um 9 Uhr.", "19 09:00"),
        ("Ihr Vorstellungsgespräch wird vom 15. Mai um 15 Uhr auf Dienstag, den 19. Mai um 9 Uhr verlegt.", "19 09:00"),
        ("das Vorstellungsgespräch ist jetzt am Dienstag um 9 Uhr statt am Freitag um 15 Uhr.", "19 09:00"),
    ],
)  # fmt: skip
def test_so_it_does_in_german(text: str, start: str) -> None:
    assert [when for _, when, _ in news(f"Guten Tag Herr Ashdown, {text}\n\nDana Lee")] == [start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("your interview on Friday at 3 pm has to move to Tuesday.", ""),
        ("wir müssen Ihr Gespräch von Freitag, 15 Uhr, auf Dienstag verlegen.", ""),
        ("your interview has to move to Tuesday at 3 pm.", "19 15:00"),
        ("wir müssen Ihr Gespräch auf Dienstag, 15 Uhr, verlegen.", "19 15:00"),
    ],
)
def test_what_moves_to_a_day_without_an_hour_is_no_longer_at_its_old_one(text: str, start: str) -> None:
    assert [when for _, when, _ in news(f"Hi Robin, {text}\n\nDana")] == [start]


def test_a_time_put_off_until_nobody_knows_is_no_new_one() -> None:
    text = "Hi Robin, your interview on Thursday, 21 May at 2pm has been postponed until further notice.\n\nDana"
    assert [when for _, when, _ in news(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "your interview on Thursday, 21 May at 2pm has been moved to room 4B.",
        "one change: your interview on Thursday, 21 May at 2pm is now in the main office.",
        "your interview has been moved to Thursday, 21 May, from 2 pm to 3 pm.",
        "we have to move your interview to Thursday, 21 May, from 2 pm to 3 pm.",
        "we have rescheduled your interview for Thursday, 21 May from 2 pm to 3 pm.",
        "we need to reschedule your interview. It will be on Thursday, 21 May from 2 pm to 3 pm.",
        "we had to move your interview. I can't wait to see you on Thursday, 21 May at 2 pm!",
    ],
)
def test_a_time_that_holds_is_kept(text: str) -> None:
    assert [when for _, when, _ in news(f"Hi Robin, {text}\n\nDana")] == ["21 14:00"]


def test_of_two_times_that_nothing_tells_apart_none_is_asserted() -> None:
    text = "Hi Robin, we need to move your interview. Thursday, 21 May at 2 pm. Friday, 22 May at 10 am.\n\nDana"
    assert [certain for _, _, certain in news(text)] == [False]


def test_what_is_out_is_not_scheduled_beside_what_works() -> None:
    text = (
        "Hi Robin, Friday at 3 is out, Tuesday at 9 works for Ida Holm. I've moved the interview accordingly.\n\nDana"
    )
    assert [when for _, when, _ in news(text)] == ["19 09:00"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("wir müssen Ihr Vorstellungsgespräch vom 21.5. um 14 Uhr auf den 22.5. um 10 Uhr verschieben.", "22 10:00"),
        ("leider müssen wir Ihr Vorstellungsgespräch vom Donnerstag auf den Freitag um 10 Uhr verschieben.", "15 10:00"),
        ("Ihr Vorstellungsgespräch wurde von Donnerstag 14 Uhr auf den 22.5. um 10 Uhr verschoben.", "22 10:00"),
        ("wir haben Ihr Vorstellungsgespräch von Montag 9 Uhr auf den Dienstag um 10 Uhr verlegt.", "19 10:00"),
    ],
)  # fmt: skip
def test_auf_den_leads_to_the_new_time(text: str, start: str) -> None:
    [(_, when, _)] = news(f"Guten Tag Herr Ashdown, {text}\n\nDana Lee")
    assert when == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("your interview has changed: it is on Thursday 21 May at 15:00 not 14:00.", "21 15:00"),
        ("your interview is on Thursday 21 May at 15:00 not 14:00, sorry for the mistake.", "21 15:00"),
        ("your interview has changed. It is Tuesday 26 May at 9:00 not Friday 22 May at 15:00.", "26 09:00"),
        ("your interview is pushed back an hour on Thursday 21 May, so 15:00 not 14:00.", "21 15:00"),
    ],
)
def test_not_denies_the_time_behind_it(text: str, start: str) -> None:
    assert news(f"Hi Robin, {text}\n\nDana") in ([("moved", start, True)], [("scheduled", start, True)])


@pytest.mark.parametrize(
    "text",
    [
        "this is to confirm the change: your interview will not be on Zoom on Thursday 21 May at 14:00 but in our office in Leeds.",
        "the place of your interview has changed. We can no longer host you in Leeds on Thursday 21 May at 14:00; please come to York at the same time.",
        "your interview on Thursday 21 May at 14:00 has been changed from on-site to video.",
        "the interview on Thursday 21 May at 14:00 is moved. New location: Leeds office.",
        "your interview on Thursday 21 May at 14:00 has been moved online.",
        "we are moving your interview on Thursday 21 May at 14:00 online, as our office is closed.",
    ],
)  # fmt: skip
def test_where_the_place_changes_the_time_holds(text: str) -> None:
    assert [when for _, when, _ in news(f"Hi Robin, {text}\n\nDana")] == ["21 14:00"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("the interview scheduled for Friday 22 May at 3 pm moves to Monday 25 May at 4 pm.", "25 16:00"),
        ("the interview scheduled for Friday 22 May at 3 pm had to be moved to Monday 25 May at 4 pm.", "25 16:00"),
        ("the interview scheduled for Friday 22 May at 3 pm got moved to Monday 25 May at 4 pm.", "25 16:00"),
        ("the interview planned for Friday 22 May, 15:00 to 16:00, moves to Monday 25 May, 9:00 to 10:00.", "25 09:00"),
        ("your interview set for Friday 22 May, 3 pm, has been moved to Monday 25 May, 4 pm.", "25 16:00"),
    ],
)
def test_what_was_fixed_for_a_time_moves_on(text: str, start: str) -> None:
    assert news(f"Hi Robin, {text}\n\nDana") == [("moved", start, True)]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("your interview has been moved to another building.", False),
        ("your interview on Thursday, 21 May at 2pm will not happen as planned, it is moved.", False),
        ("your interview on Thursday, 21 May at 2pm has been postponed until further notice.", True),
        ("we have to move your interview and will send you a new date soon.", True),
    ],
)
def test_a_move_without_a_time_is_asserted_only_where_none_is_known(text: str, *, certain: bool) -> None:
    assert all(sure == certain for _, when, sure in news(f"Hi Robin, {text}\n\nDana") if not when)


@pytest.mark.parametrize(
    "text",
    [
        "votre entretien du jeudi 21 mai à 14h est reporté au vendredi 22 mai à 10h.",
        "nous devons reporter votre entretien du jeudi 21 mai à 14h au vendredi 22 mai à 10h.",
        "votre entretien du jeudi 21 mai à 10h est reporté au vendredi 22 mai, à la même heure.",
    ],
)
def test_so_it_does_in_french(text: str) -> None:
    assert [when for _, when, _ in news(f"Bonjour Monsieur Ashdown, {text}\n\nDana Lee")] == ["22 10:00"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ihr Vorstellungsgespräch findet nicht am Donnerstag um 14 Uhr, sondern am Freitag um 10 Uhr statt.", "15 10:00"),
        ("Ihr Vorstellungsgespräch am Donnerstag, 21. Mai um 14 Uhr findet nicht in Köln, sondern in Bonn statt.", "21 14:00"),
        ("Ihr Vorstellungsgespräch am Donnerstag, 21. Mai um 14 Uhr wurde in einen anderen Raum verlegt.", "21 14:00"),
        ("wir müssen Ihr Vorstellungsgespräch auf den 22.5. um 10 Uhr verschieben.", "22 10:00"),
    ],
)  # fmt: skip
def test_short_german_mail_is_read_as_german(text: str, start: str) -> None:
    text = f"Sehr geehrter Herr Ashdown,\n\n{text}\n\nMit freundlichen Grüßen\nDana Lee"
    assert [when for _, when, _ in news(text)] == [start]


def test_what_is_left_is_the_new_time() -> None:
    text = (
        "Hi Robin, your interview is not on Thursday 21 May at 2 pm but on Friday 22 May at 10 in our office.\n\nDana"
    )
    assert [when for _, when, _ in news(text)] == ["22 10:00"]


def test_a_place_that_changes_leaves_the_time() -> None:
    text = "Hi Robin, your interview on Thursday 21 May at 2 pm will be in York, not in Leeds.\n\nDana"
    assert [when for _, when, _ in news(text)] == ["21 14:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Monsieur Ashdown, votre entretien du 21 mai à 14h est annulé. Nouvelle date : mardi 26 mai à 11h.",
        "Hi Robin, your interview on 21 May at 14:00 is cancelled. New date: Tuesday 26 May at 11:00.",
    ],
)
def test_what_is_cancelled_for_a_new_date_is_moved(text: str) -> None:
    assert [when for _, when, _ in news(f"{text}\n\nDana Lee")] == ["26 11:00"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("we'll have to push your interview back. Would Thursday, same time, be OK?", False),
        ("I need to push our call back by an hour.", True),
        ("we push back against such rumours.", True),
    ],
)
def test_what_is_pushed_back_has_no_time_for_now(text: str, *, known: bool) -> None:
    assert is_open(text) is not known
