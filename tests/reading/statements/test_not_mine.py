"""Mail about hiring that is not the candidate's."""

from __future__ import annotations

import pytest
from tests.reading.items.test_asked import ME, reading

from sincerely.app.models.reading_models import load_models
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.reading.scoring.words import plain
from sincerely.reading.statements.not_mine import (
    is_of_employment_office,
    is_of_present_work,
    is_of_referee,
    is_offer_to_another,
    is_to_referee,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Could you be my referee for the bakery job in Selby?",
        "Would you act as a reference for me?",
        "I've put you down as a referee, hope that's ok",
        "Nora Quill has nominated you as a referee for the position of Ward Clerk.",
        "Nora has listed you as one of her professional references.",
        "Your name was given to us, and she named you as her second referee.",
        "Darf ich dich als Referenz angeben?",
        "Herr Quandt hat Sie als Referenz genannt.",
        "Könntest du meine Referenz sein?",
        "Est-ce que je peux te donner comme référence ?",
        "Nora Quill vous a indiquée comme référente.",
    ],
)
def test_its_reader_is_somebodys_referee(sentence: str) -> None:
    assert is_to_referee([plain(sentence)])


@pytest.mark.parametrize(
    "sentence",
    [
        "Please name two people as referees.",
        "You named Kim Lee as a referee.",
        "We need two names from you as references.",
        "Can you be so kind as to send us your references?",
        "Would you be a referee on Saturdays, for thirty pounds a match?",
        "Könntest du uns deine Referenz schicken?",
        "Wen dürfen wir als Referenz anrufen?",
        "Sie haben Frau Quandt als Referenz angegeben.",
        "Qui pouvez-vous nous indiquer comme référence ?",
    ],
)
def test_its_reader_is_no_referee(sentence: str) -> None:
    assert not is_to_referee([plain(sentence)])


def test_what_a_referee_is_asked_is_no_request_of_the_candidate() -> None:
    asked = (
        "Dear Robin,\n\nNora Quill has nominated you as a referee for the position of Ward Clerk. She has been offered it. "
        "Could you please complete the attached form and return it by Friday 6 March?\n\nThank you\nDana"
    )
    found = reading(asked)
    assert (found.kind, found.events, found.questions) == ("other", (), ())
    friend = "Robin, can you be my referee for the maternity job at Novara? The interview is on Friday, so they'd ring on Monday."
    assert reading(friend).events == ()


def test_an_employer_asks_the_candidate_for_referees() -> None:
    text = "Dear Robin,\n\nYou named Kim Lee as a referee. Please send us the names of two more referees by Friday.\n\nDana"
    assert any(found.event.verb == "requested" for found in reading(text).events)


OFFICES = [
    (
        "RAV Uster <rav.uster@amt.example>",
        "Wir laden Sie zum Beratungsgespräch ein: Montag, 9. März 2026, 08.30 Uhr, Zimmer 12.",
    ),
    ("RAV Uster <rav.uster@amt.example>", "Für den Februar fehlt uns der Nachweis der Arbeitsbemühungen."),
    ("Jobcenter Nord <service@jobcenter-nord.example>", "Bitte bringen Sie zum Meldetermin Ihren Lebenslauf mit."),
    (
        "France Travail <contact@francetravail.example>",
        "Votre conseillère vous attend pour un entretien de suivi le 9 mars à 14 h.",
    ),
    ("Jobcentre Plus <uster@dwp.example>", "Your work coach will see you on Monday at 10:00."),
]


@pytest.mark.parametrize(("sender", "text"), OFFICES)
def test_an_employment_office_is_no_employer(sender: str, text: str) -> None:
    assert is_of_employment_office(sender.lower(), [plain(text)])
    head = f"From: {sender}\nTo: robin@mail.example\nSubject: Einladung\nDate: Tue, 03 Mar 2026 10:00:00 +0100\n\n"
    mail = f"{head}Guten Tag\n\n{text} Die Teilnahme ist obligatorisch.\n\nFreundliche Grüsse\nA. Gisler\n"
    found = read(mail.encode(), me=ME, at=None, models=load_models(), links=Links())
    assert (found.kind, found.events, found.questions) == ("other", (), ())


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "jobcenter nord <personal@jobcenter-nord.example>",
            "Wir laden Sie zum Vorstellungsgespräch ein, mit einem Beratungsgespräch als Rollenspiel.",
        ),
        (
            "jobcenter nord <personal@jobcenter-nord.example>",
            "Ihre Bewerbung als Fachkraft für Bürgergeld ist eingegangen.",
        ),
        ("bank adler <hr@adler.example>", "Zum Beratungsgespräch über die Stelle kommen Sie bitte am Montag."),
        ("jobcenter nord <personal@jobcenter-nord.example>", "Wir freuen uns, Sie kennenzulernen."),
    ],
)
def test_an_office_that_hires_is_an_employer(sender: str, text: str) -> None:
    assert not is_of_employment_office(sender, [plain(text)])


@pytest.mark.parametrize(
    ("text", "to_house"),
    [
        ("We still need two nights for the roster, please text me if you can help out.", True),
        ("Hi all, the rota for April is on the board.", False),
        ("Hi team, appraisals are due, and the PDR interviews are on Wednesday.", False),
        ("Robin, can you cover my shift on Saturday?", False),
        ("Your payslip for March is in the portal.", False),
        ("Your leave request has been approved.", False),
        ("Hallo zusammen, wer kann am Samstag die Frühschicht nehmen?", False),
        ("Dein Urlaub vom 3. bis 7. August ist genehmigt.", False),
        ("Bonjour à tous, la réunion d'équipe est avancée à jeudi.", False),
    ],
)
def test_the_candidates_own_house_speaks_of_work(text: str, *, to_house: bool) -> None:
    assert is_of_present_work([plain(text)], to_house=to_house)


@pytest.mark.parametrize(
    "text",
    [
        "Hi all, thank you for applying, the interviews begin with the early shift on Monday.",
        "Before I put you on the rota: when could you start?",
        "Could you come in for a trial shift on Saturday?",
        "Can you cover early shifts in this role?",
        "Please bring your latest payslip on Thursday.",
        "All good: your old shift manager told us more than any form would have.",
        "Hallo zusammen, die Stelle als Schichtleitung ist intern ausgeschrieben, Dienstplan nach Absprache.",
        "Wir arbeiten in drei Schichten; passt Ihnen Donnerstag um zehn?",
    ],
)
def test_an_employer_who_speaks_of_shifts_is_one(text: str) -> None:
    assert not is_of_present_work([plain(text)], to_house=False)


def test_colleagues_who_look_for_help_begin_nothing() -> None:
    head = (
        "From: Lena Ward <lena.ward@ward.example>\nTo: Theatre Staff <theatre@ward.example>\nCc: robin@mail.example\n"
    )
    head += "Subject: roster gaps\nDate: Tue, 03 Mar 2026 10:00:00 +0000\n\n"
    text = "Hi all\n\nstill need two nights on Saturday, please text me if you can help out.\n\nPDR interviews are due, Robin yours is Wed 11/3 at 2pm in my office.\n\nLena\n"
    found = read((head + text).encode(), me=ME, at=None, models=load_models(), links=Links())
    assert (found.kind, found.events, found.questions) == ("other", (), ())


ASKED = ["Would you be willing to act as a referee for me?"]


@pytest.mark.parametrize(
    ("said", "theirs"),
    [
        ("A small nudge about my question, whether I may name you as referee.", False),
        ("Darf ich Sie als Referenz nennen? Ich nenne Sie gern als Referenz.", False),
        ("Have you thought about whether you would be my referee?", False),
        ("Of course, send me the form.", True),
        ("Happy to, what is the job?", True),
    ],
)
def test_a_reminder_that_quotes_ones_own_question_is_ones_own(said: str, theirs: bool) -> None:  # noqa: FBT001
    assert is_of_referee("re: a request", [plain(said)], [plain(one) for one in ASKED]) is theirs


@pytest.mark.parametrize(
    "sentence",
    [
        "Hi Robin, we are going to make Tyrell an offer, 68K.",
        "We have decided to offer Priya Nair the job.",
        "Gwen sends the offer to Tyrell today.",
        "I'd like to extend Ms Nair an offer.",
        "Wir machen Frau Nair ein Angebot.",
        "Wir möchten Herrn Osei ein Angebot machen.",
        "Nous allons faire une offre à Tyrell.",
    ],
)
def test_an_offer_to_somebody_else(sentence: str) -> None:
    assert is_offer_to_another([sentence, "Can you give me your OK by tomorrow?"], {"robin", "ashdown"})


@pytest.mark.parametrize(
    "sentence",
    [
        "We would like to make you an offer.",
        "Good news, they want to make Robin an offer!",
        "We are delighted to offer you the job.",
        "Your offer letter for Acme is attached.",
        "Here is the offer for you.",
        "Wir möchten Ihnen ein Angebot machen.",
        "Wir machen Frau Ashdown ein Angebot.",
        "Nous souhaitons vous faire une offre.",
        "We made Monday an offer day.",
        "Please find attached the offer letter for Store Manager at Acme.",
        "HR will send the contract for Shift Lead; please sign it by Friday.",
        "Marcus made you an offer on our behalf.",
    ],
)
def test_an_offer_to_the_candidate(sentence: str) -> None:
    assert not is_offer_to_another([sentence], {"robin", "ashdown"})


def test_an_offer_to_somebody_else_is_told_to_nobody_as_theirs() -> None:
    found = reading(
        "Hi Robin,\n\nwe are going to make Tyrell an offer, 68K. Can you give me your OK by tomorrow so I can send the letter?\n\nDana"
    )
    assert "offered" not in [one.event.verb for one in (*found.events, *found.questions)]
    assert found.kind != "offer"


def test_that_another_one_gets_the_offer_is_still_a_no() -> None:
    found = reading(
        "Dear Robin,\n\nthank you for the interview. We have decided to offer Priya Nair the job, so unfortunately we will not be taking your application further.\n\nDana"
    )
    assert "rejected" in [one.event.verb for one in (*found.events, *found.questions)]
