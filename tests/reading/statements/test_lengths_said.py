"""How long an interview takes, and when it is over."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from sincerely.reading.hours.foreign_dates import in_english
from sincerely.reading.statements.lengths_said import length_of
from sincerely.reading.statements.meeting_times import lengthened, slots
from sincerely.reading.statements.statement import Clock, statements

AT = datetime(2026, 3, 3, 10, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("a 45-minute call", 45),
        ("allow an hour and a half", 90),
        ("three quarters of an hour", 45),
        ("two and a half hours or so", 150),
        ("Dauer 40 Minuten", 40),
        ("eine Dreiviertelstunde", 45),
        ("within an hour", None),
        ("two hours before", None),
        ("5 minutes", None),
        ("at 15:00hrs (40 mins)", 40),
        ("Length: 1 hr 15 min", 75),
        ("length 1h15", 75),
        ("es dauert eine gute Stunde", 60),
        ("allow a good hour", 60),
        ("il faut compter une petite heure", 60),
        ("It was a good one.", None),
        ("Duration: 1 h 30 min", 90),
        ("jusqu'à 1h15", None),
        ("an hour and 20 minutes", 80),
        ("one hour 30", 90),
        ("1 hour, 2:30 sharp", 60),
        ("Plan 1 hour, 3 people will be there.", 60),
        ("Duration: 1 hour\n2 interviewers", 60),
        ("The call takes 1 hour and 10 questions.", 60),
        ("It takes 1 hour and 3 people will join", 60),
        ("Length: 1 hour, 4 rounds.", 60),
        ("It is 1 hour, 19 March is a Thursday.", 60),
        ("It takes an hour, 15 minutes of which are for your questions.", 60),
        ("Es dauert eine Stunde, 2 Personen nehmen teil", 60),
        ("It takes 1 hr 30.", 90),
        ("votre entretien prévu le jeudi 19 mars à 14h est reporté au lundi 23 mars à 10h.", None),
        ("le jeudi 19 mars à 14h ; merci d'envoyer votre book avant 10h.", None),
        ("votre entretien aura lieu le jeudi 19 mars à 9h.", None),
        ("votre entretien aura lieu le jeudi 19 mars à 9h et dure 1h.", 60),
        ("le 19 mars 9h, pour 2 heures", 120),
        ("votre entretien de 2 heures", 120),
        ("You'll have 45 min with Ida Holm and 30 min with Paul Blanc.", None),
        ("You'll have 45 min with Ida Holm.", 45),
    ],
)
def test_a_text_says_how_long_it_takes(text: str, minutes: int | None) -> None:
    assert length_of(text) == (timedelta(minutes=minutes) if minutes else None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Friday 2.30pm till 3.30pm in the shed.", (6, 14, 30), (6, 15, 30)),
        ("Thursday 11:15 till 12.", (5, 11, 15), (5, 12, 0)),
        ("Thursday at 2pm (till quarter to three).", (5, 14, 0), (5, 14, 45)),
        ("Thursday, quarter past two, finishing by half three.", (5, 14, 15), (5, 15, 30)),
        ("Thursday at 9am for three quarters of an hour.", (5, 9, 0), (5, 9, 45)),
        ("We meet on Thursday, 11:00 AM - 12:00 PM.", (5, 11, 0), (5, 12, 0)),
        ("Thursday at 09.45, and it should be finished by 10.30.", (5, 9, 45), (5, 10, 30)),
        ("We meet on Thursday at 2 PM. We should wrap up by 3:15.", (5, 14, 0), (5, 15, 15)),
        ("Thursday, noon to 12:45, at the mill.", (5, 12, 0), (5, 12, 45)),
        ("Thursday, 8 to noon, on the floor.", (5, 8, 0), (5, 12, 0)),
        ("Thursday from two until half past three.", (5, 14, 0), (5, 15, 30)),
        ("Thursday 12.30 til 12.50.", (5, 12, 30), (5, 12, 50)),
        ("Thursday, 10:30 pm until quarter past eleven.", (5, 22, 30), (5, 23, 15)),
        ("Thursday lunchtime, half twelve until one, with Ida.", (5, 12, 30), (5, 13, 0)),
        ("With Ida, nine till twelve, a week on Thursday.", (12, 9, 0), (12, 12, 0)),
        ("Start: Thursday 8:00 AM End: 10:00 AM", (5, 8, 0), (5, 10, 0)),
    ],
)
def test_an_interview_ends_when_the_mail_says(text: str, start: tuple[int, ...], end: tuple[int, ...]) -> None:
    [slot, *_] = slots(statements(text, Clock(at=AT, country="GB")), lambda _statement, _which: 0.9)
    assert (slot.start.day, slot.start.hour, slot.start.minute) == start
    assert slot.end is not None
    assert (slot.end.day, slot.end.hour, slot.end.minute) == end


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Date: Thursday 5 March\n\nTime: 8:00 AM", [8]),
        ("We see you on Thursday 5 March, arriving 8.45 am.", [8]),
        ("Date: Thursday 5 March, 8:00 to 9:30 AM\n\nLength: 1 h 30 min", [8]),
    ],
)
def test_an_hour_of_the_morning_is_no_length(text: str, hours: list[int]) -> None:
    found = slots(statements(text, Clock(at=AT, country="GB")), lambda _statement, _which: 0.9)
    assert [slot.start.hour for slot in found] == hours


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is on Thursday at 2 PM. I'm around until 6 pm for questions.",
        "Your interview is on Thursday at 2 PM. We take questions until 6 pm today.",
        "Our interview on Thursday at 3 pm is off. Could we push it to Friday the 6th, 9 in the morning?",
        "The interview moves from Thursday at 2pm to Friday at 4pm.",
    ],
)
def test_what_ends_elsewhere_is_not_the_end(text: str) -> None:
    [slot, *_] = slots(statements(text, Clock(at=AT, country="GB")), lambda _statement, _which: 0.9)
    assert slot.end is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Thursday at 15:00. 30 mins on Zoom, link to follow.", 30),
        ("Thursday at quarter past four. Should be 20 min tops.", 20),
        ("Thursday at 2 PM. The office is a 15 min walk from the station.", None),
        ("Thursday at 2 PM. Please log in 15 mins early.", None),
    ],
)
def test_another_sentence_says_how_long_it_takes(text: str, minutes: int | None) -> None:
    said = statements(text, Clock(at=AT, country="GB"))
    [slot, *_] = slots(said, lambda _statement, _which: 0.9)
    end = lengthened(slot, said).end
    assert (end and end - slot.start) == (timedelta(minutes=minutes) if minutes else None)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("am Montag um Viertel nach neun", "de", "on Monday at 9:15"),
        ("von 8.30 bis etwa 9.15 Uhr", "de", "from 8.30 to 9:15"),
        ("Samstag 10 Uhr ist frei", "de", "Saturday 10:00, is frei"),
        ("mardi 9 juin de 15 h à 16 h", "fr", "Tuesday 9 June from 15:00 to 16:00"),
        ("um 10 Uhr am 23. März ist bestätigt", "de", "at 10:00 on 23 March is bestätigt"),
        ("um 10 Uhr am Freitag ist bestätigt", "de", "at 10:00 on Friday is bestätigt"),
        ("à 10h le 23 mars est confirmé", "fr", "at 10:00 on 23 March is confirmé"),
        ("demain à 11 h et le lendemain", "fr", "tomorrow at 11:00, and le lendemain"),
    ],
)
def test_german_and_french_hours_are_put_into_english(text: str, language: str, said: str) -> None:
    assert in_english(text, language) == said
