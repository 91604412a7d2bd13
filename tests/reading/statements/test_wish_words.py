"""Stock sentences of those who answer only whom they choose, and of those who do not want to be called; and what only sounds so."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.reader import read
from sincerely.reading.statements.wish_words import hears_nothing, wants_no_calls


@pytest.mark.parametrize(
    "text",
    [
        "We regret that only shortlisted candidates will be notified.",
        "Please note that only successful applicants will be contacted by telephone.",
        "Owing to the number of applications we will only be in touch if you have been selected for an interview.",
        "We can reply only to those whom we shortlist.",
        "If you do not hear from us within three weeks, please assume that you have not been shortlisted.",
        "if you haven't heard by the end of May then you've not been successful.",
        "If you don't hear from us by the end of May, please consider the position filled.",
        "If you have not heard by June, assume that we have gone with another candidate.",
        "If you haven't heard from us by then, please assume we are not taking your application further.",
        "Nur Bewerber in der engeren Auswahl werden benachrichtigt.",
        "Sollten Sie bis Ende Mai nichts von uns hören, gehen Sie bitte davon aus, dass die Stelle besetzt ist.",
        "Wir melden uns nur, wenn wir Sie einladen möchten.",
        "Wir melden uns nur bei Bewerbern, die in die engere Wahl kommen.",
        "We will only contact the candidates whom we have selected.",
        "Seules les personnes dont la candidature aura été retenue seront contactées.",
        "Toutefois, nous communiquerons uniquement avec les personnes sélectionnées.",
        "Toutefois, nous ne communiquerons qu'avec les personnes convoquées.",
        "Sans réponse de notre part sous trois semaines, vous pouvez considérer que votre candidature n'a pas été retenue.",
    ],
)
def test_whom_they_do_not_choose_hears_nothing(text: str) -> None:
    assert hears_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Only shortlisted candidates will be asked for references.",
        "Only successful candidates need a medical.",
        "If you do not hear from me by Friday, please chase me.",
        "If you don't hear from me, assume you're fine for Thursday.",
        "If you don't hear from me by Friday, assume we are meeting as planned.",
        "If you do not hear from us, assume your interview goes ahead.",
        "If you haven't received the link by Monday, assume we have the wrong address and call me.",
        "If you have not received the mail, please consider your spam folder.",
        "If you don't hear from me, take it we're on for Tuesday.",
        "We will contact all candidates, successful or not.",
        "We will be in touch if we need anything more.",
        "If I don't hear I'll assume that's good.",
        "Nur Bewerber mit Führerschein fahren Touren.",
        "Sollten Sie keine Einladung zur Videokonferenz finden, rufen Sie an.",
        "Falls Sie nichts von uns hören, fragen Sie gern nach.",
        "Wir melden uns in jedem Fall.",
        "Seules les personnes munies d'un badge seront admises.",
        "Toutes les personnes seront contactées.",
        "Sans réponse de votre part, nous garderons vos documents.",
        "If you do not hear from us, assume you are still in the running.",
        "If you don't hear from us by noon, please assume the interview is going ahead.",
        "We will only contact your referees if you are selected.",
        "We will contact only the referees of successful candidates.",
        "Wir melden uns nur bei Ihnen, wenn noch Unterlagen fehlen.",
        "Falls Sie keine Nachricht erhalten, gehen Sie davon aus, dass der Termin nicht verschoben ist.",
        "Wenn Sie keine Antwort geben, gilt der Termin als abgelehnt.",
        "Sans nouvelles de votre part, votre candidature sera considérée comme retirée.",
        "Nous contacterons uniquement vos références.",
        "Seules les personnes retenues seront informées du lieu.",
    ],
)
def test_a_promise_of_silence_is_told_from_others(text: str) -> None:
    assert not hears_nothing(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Please do not call the shop.", True),
        ("Please refrain from phoning the office.", True),
        ("An email if you must, but no more phoning, thank you.", True),
        ("No calls please.", True),
        ("Bitte nicht anrufen, ich hänge am Mischpult.", True),
        ("Merci de ne pas nous appeler.", True),
        ("Il n'est répondu ni aux appels ni aux visites.", True),
        ("Please do not call us about your application.", True),
        ("Please don't call me at work.", True),
        ("Bitte rufen Sie uns nicht an.", True),
        ("Please do not contact us by phone.", True),
        ("Please do not call in sick.", False),
        ("Please do not call before 9 am.", False),
        ("Please don't call me Mrs Lee.", False),
        ("Please do not ring the front bell.", False),
        ("Please do not call Ida; call me.", False),
        ("Please don't phone the shop, phone my mobile.", False),
        ("Merci de ne pas nous appeler avant lundi.", False),
        ("Bitte nicht anrufen, bevor Sie die Mail gelesen haben.", False),
        ("Please call me.", False),
        ("There were no calls for you.", False),
        ("Please don't ring off before the end.", False),
        ("Bitte nicht vergessen, mich anzurufen.", False),
    ],
)
def test_who_does_not_want_to_be_called_says_so(text: str, *, wanted: bool) -> None:
    assert wants_no_calls(text) is wanted


def test_a_receipt_that_announces_silence_has_both() -> None:
    mail = "From: Larkhill HR <hr@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Your application\nDate: Tue, 03 Mar 2026 10:00:00 +0000\n\n"
    text = "Dear Robin,\n\nWe acknowledge receipt of your application for the post of Lecturer. We regret that only shortlisted candidates will be notified.\n\nHuman Resource Department\n"
    reading = read((mail + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    told = {found.event.verb: found.event for found in reading.events}
    assert told["prefers"].quote == "We regret that only shortlisted candidates will be notified."


@pytest.mark.parametrize(
    "piece",
    [
        "only ",
        "if you do not hear ",
        "wenn sie nichts ",
        "nur wer hört ",
        "seules les personnes seront ",
        "sans réponse ",
        "x. ",
    ],
)
def test_no_text_keeps_the_look_for_wishes_busy(piece: str) -> None:
    hears_nothing(piece * 20_000)
    wants_no_calls(piece * 20_000)
