"""Appointments of the house's own people, and events that are called off: no interview of the candidate's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Moved, Scheduled, Slot
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

ME = frozenset({"robin@mail.example"})
HELLO = {
    "en": ("Hi Robin,", "Best wishes\nDana", "Your application"),
    "de": ("Hallo Herr Ashdown,", "Viele Grüße\nDana Lee", "Ihre Bewerbung"),
    "fr": ("Bonjour Robin,", "Cordialement\nDana Lee", "Votre candidature"),
}
AT = datetime(2026, 11, 27, 9, tzinfo=UTC)
THURSDAY = datetime(2026, 12, 3, 14, tzinfo=UTC)


def reading(text: str, language: str = "en", links: Links | None = None) -> Reading:
    hello, end, subject = HELLO[language]
    data = (
        f"From: Dana Lee <dana@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: {subject}\n"
        "Date: Mon, 30 Nov 2026 10:00:00 +0000\nMessage-ID: <2@larkhill.example>\nIn-Reply-To: <1@larkhill.example>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{hello}\n\n{text}\n\n{end}\n"
    )
    return read(data.encode(), me=ME, at=None, models=load_models(), links=links)


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return what is asserted of interviews."""
    found = (one.event for one in reading(text, language).events)
    return [(one.verb, f"{one.start:%d %H:%M}" if one.start else "") for one in found if isinstance(one, Slot)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Paul and I will talk on Wednesday at 3pm and come back to you.", "en"),
        ("I have a call with our client on Thursday at 11am and will tell them about you then.", "en"),
        ("I'm catching up with Lena on Friday at noon about your interview and will ring you when I know more.", "en"),
        ("The appointments board sits on Tuesday at 9am, and I will write after that.", "en"),
        ("Frau Petrov und ich setzen uns am Freitag um 9 Uhr zusammen und melden uns danach.", "de"),
        ("Die Kommission tagt am Mittwoch um 14 Uhr. Danach hören Sie von uns.", "de"),
        ("Ich spreche am Freitag um 10 Uhr mit der Geschäftsleitung über Ihre Bewerbung.", "de"),
        ("Nous nous réunissons vendredi à 9h et vous tiendrons au courant.", "fr"),
        ("Je vois mon responsable mercredi à 16h au sujet de votre dossier et reviens vers vous ensuite.", "fr"),
    ],
)
def test_the_houses_own_people_meet(text: str, language: str) -> None:
    found = reading(text, language)
    assert told(text, language) == []
    assert not found.kind.startswith("interview")


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("Paul and I will talk with you on Wednesday at 3pm.", "en", "02 15:00"),
        ("Looking forward to our talk on Thursday at 2pm.", "en", "03 14:00"),
        ("Great. Call with Ida on Thursday at 2pm it is.", "en", "03 14:00"),
        ("We will discuss your experience and the role on Thursday at 2pm, by Zoom, as agreed.", "en", "03 14:00"),
        ("The board will see you on Tuesday 8 December at 9am in Room 4.", "en", "08 09:00"),
        ("I have booked you in with the team for Thursday at 2pm.", "en", "03 14:00"),
        ("Second interview: Thursday 2pm, meeting with the directors in Leeds.", "en", "03 14:00"),
        ("Frau Petrov und ich sprechen am Freitag um 9 Uhr mit Ihnen, wie vereinbart.", "de", "04 09:00"),
        ("Ihr Gespräch mit der Fachabteilung ist am Donnerstag um 14 Uhr in Raum 4.", "de", "03 14:00"),
        ("Wir sprechen uns also am Donnerstag um 14 Uhr. Ich rufe Sie an.", "de", "03 14:00"),
        ("Entretien avec le directeur jeudi à 14h dans nos locaux, comme convenu.", "fr", "03 14:00"),
    ],
)
def test_who_reads_is_met_in_the_same_words(text: str, language: str, start: str) -> None:
    assert told(text, language) == [("scheduled", start)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The webinar on Thursday has been cancelled. Your interview is not affected.", "en"),
        ("The open evening on Saturday has been moved to 12 December at 6pm.", "en"),
        ("My eye test has been moved, so I can answer your questions tomorrow instead.", "en"),
        ("Should you be unable to attend, kindly let us know so that we can reschedule.", "en"),
        ("Unsere interne Abstimmung am Mittwoch wurde auf Freitag um 11 Uhr verschoben.", "de"),
        ("Der Tag der offenen Tür fällt leider aus.", "de"),
        ("Le webinaire de mardi est annulé, veuillez nous en excuser.", "fr"),
    ],
)
def test_what_else_is_called_off_is_not_even_asked_about(text: str, language: str) -> None:
    found = reading(text, language)
    assert not [one for one in (*found.events, *found.questions) if isinstance(one.event, Slot)]


@pytest.mark.parametrize(
    ("text", "language", "verb"),
    [
        ("My flight was cancelled, so I have to cancel our interview on Thursday at 2pm.", "en", "cancelled"),
        ("The careers event and your interview on Thursday at 2pm are both cancelled.", "en", "cancelled"),
        ("The interview on Thursday at 2pm is cancelled because of the team meeting.", "en", "cancelled"),
        ("We have had to cancel Thursday. If you can, please book another slot via the link.", "en", "cancelled"),
        ("My meeting overran, so I have moved our interview to Friday at 3pm.", "en", "moved"),
        (
            "Leider müssen wir Ihr Gespräch am Donnerstag absagen. Falls Sie Fragen haben, rufen Sie an.",
            "de",
            "cancelled",
        ),
    ],
)
def test_an_interview_called_off_beside_it_is(text: str, language: str, verb: str) -> None:
    assert [one for one, _ in told(text, language)] == [verb]


def test_how_one_would_cancel_makes_a_set_interview_no_less_sure() -> None:
    text = (
        "Your interview is on Thursday at 2pm with Ida Holm. If you cannot make it, please cancel via the link below."
    )
    assert told(text) == [("scheduled", "03 14:00")]


def moved(text: str, *known: Slot) -> list[tuple[datetime | None, bool]]:
    links = Links([Header(id="larkhill", employer="Larkhill")])
    links.learn(
        "larkhill",
        Clues(message_id="1@larkhill.example", people=frozenset({"dana@larkhill.example"}), slots=known, at=AT),
    )
    found = reading(text, links=links)
    return [(one.event.start, one.certain) for one in (*found.events, *found.questions) if isinstance(one.event, Moved)]


FIXED = Scheduled(at=AT, who=("dana@larkhill.example",), start=THURSDAY, end=THURSDAY + timedelta(hours=1))


def test_an_hour_alone_leaves_the_interview_on_its_day() -> None:
    assert moved("The start time has changed to 2.30pm.", FIXED) == [(THURSDAY.replace(minute=30), True)]


def test_where_no_mail_told_the_day_the_hour_is_asked_about() -> None:
    assert [sure for _, sure in moved("The start time has changed to 2.30pm.")] == [False]


def test_a_day_that_the_mail_names_goes_before() -> None:
    friday = datetime(2026, 12, 4, 14, 30, tzinfo=UTC)
    assert moved("Your interview has been moved to Friday. It will be at 2.30pm.", FIXED) == [(friday, True)]


def test_a_meeting_with_the_reader_is_the_interview_that_is_called_off() -> None:
    found = told("My Thursday 10am meeting with you is cancelled, sorry, I am ill.")
    assert [verb for verb, _ in found] == ["cancelled"]


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("The panel sits Thursday at 10am, Room 4.", "en", "03 10:00"),
        ("Lena and Tom will meet on Thursday at 10am with all candidates in Room 4.", "en", "03 10:00"),
        ("Die Kommission tagt am Mittwoch um 14 Uhr. Bitte seien Sie zehn Minuten früher da.", "de", "02 14:00"),
        ("Le jury se réunit jeudi à 10h, salle 4.", "fr", "03 10:00"),
        ("Je vois les candidats mercredi à 16h, en visio.", "fr", "02 16:00"),
    ],
)
def test_where_the_house_meets_in_a_room_the_reader_may_be_wanted(text: str, language: str, start: str) -> None:
    found = reading(text, language)
    assert told(text, language) == []
    asked = (one.event for one in found.questions)
    assert [f"{one.start:%d %H:%M}" for one in asked if isinstance(one, Slot) and one.start] == [start]


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("We will meet Thursday at 2pm at our office. Ask for me at reception.", "en", "03 14:00"),
        ("Wir treffen uns am Donnerstag um 10 Uhr im Büro.", "de", "03 10:00"),
        ("We meet on Thursday at 10am in Room 4.", "en", "03 10:00"),
    ],
)
def test_where_one_meets_is_not_with_whom(text: str, language: str, start: str) -> None:
    assert told(text, language) == [("scheduled", start)]


def test_what_would_be_called_off_is_not() -> None:
    text = "If you cannot make Thursday at 10am, please let me know and we will cancel the interview."
    assert "cancelled" not in [verb for verb, _ in told(text)]


def test_what_is_called_off_beside_a_condition_is() -> None:
    text = "If you have not heard yet, your interview on Thursday at 10am has been cancelled."
    assert [verb for verb, _ in told(text)] == ["cancelled"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How did it go? Mrs Cole has a call with me on Thursday at 11, so drop me a line before.", "en"),
        ("Got Karen Wills on the phone tomorrow at 9:30. Anything you want me to tell her?", "en"),
        ("I have the hiring manager on the line on Thursday at 2pm and will ask her.", "en"),
        ("I see Mrs Cole on Thursday at 3pm, so please tell me before what you thought of her.", "en"),
        ("Mr. Tan is calling me on Thursday at 3pm, then I know more.", "en"),
        ("Herr Tan ruft mich am Donnerstag um 15 Uhr an, danach weiß ich mehr.", "de"),
        ("Ich habe Frau Cole am Donnerstag um 11 Uhr am Telefon und frage sie dann.", "de"),
        ("Wie war es? Ich spreche am Montag um 11 mit Frau Cole und hätte vorher gern Ihren Eindruck.", "de"),
        ("Faites-moi un petit mail avec vos impressions, j'ai Mme Caron en ligne jeudi à 11h.", "fr"),
        ("Je fais le point avec M. Tan jeudi à 15h et je vous tiens au courant.", "fr"),
        ("Mme Caron m'appelle demain à 9h30 pour me donner son retour.", "fr"),
    ],
)
def test_whom_the_writer_has_on_the_phone_is_not_met(text: str, language: str) -> None:
    found = reading(text, language)
    assert not [one for one in (*found.events, *found.questions) if isinstance(one.event, Slot)]


@pytest.mark.parametrize(
    ("text", "language", "start"),
    [
        ("Confirmed: you have a call with Mrs Cole on Thursday at 11:00. She will ring your mobile.", "en", "03 11:00"),
        ("Mr Tan and I will meet you on Thursday at 3pm at their office.", "en", "03 15:00"),
        ("Frau Cole ruft Sie am Donnerstag um 11 Uhr an. Das Gespräch dauert 30 Minuten.", "de", "03 11:00"),
        ("C'est confirmé : Mme Caron vous appellera jeudi à 11h pour un premier entretien.", "fr", "03 11:00"),
        ("M. Tan et moi vous recevrons jeudi à 15h dans nos bureaux pour votre entretien.", "fr", "03 15:00"),
    ],
)
def test_who_calls_the_reader_is_met(text: str, language: str, start: str) -> None:
    assert told(text, language) == [("scheduled", start)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("If you can send the case study Sunday evening rather than Monday, I will read it on the train.", "en"),
        ("Bitte schicken Sie mir die Fallstudie lieber schon Sonntagabend statt Montag.", "de"),
        ("Pour le topo, si tu peux l'envoyer dimanche soir plutôt que lundi, je le lis dans le train.", "fr"),
    ],
)
def test_what_is_sent_on_another_day_moves_no_interview(text: str, language: str) -> None:
    found = reading(text, language)
    assert not [one for one in (*found.events, *found.questions) if isinstance(one.event, Slot)]


def test_an_interview_rather_on_another_day_may_be_moved() -> None:
    found = reading("Could we do the interview on Tuesday at 2pm instead of Thursday? I will send a new link.")
    assert found.kind.startswith("interview")
