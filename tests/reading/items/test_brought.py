"""What is to be brought along is told from what is to be sent: no mail carries a passport to an interview."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.asked_cases import requests

MEETS = "Your interview is on Thursday 12 March 2026 from 2 pm to 3 pm.\n\n"


def how(text: str) -> dict[str, str]:
    return {one.who[0]: one.how for one in requests(MEETS + text, unsure=True)}


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Please bring your passport and two proofs of address.", "id"),
        ("Please bring your passport and two proofs of address on your first day.", "id"),
        ("Please bring your portfolio with you.", "portfolio"),
        ("When you come, please bring a list of three references.", "references"),
        ("Please bring with you:\n\n- a photo ID\n- your degree certificate", "certificate"),
        ("To bring: photo ID and your certificates.", "id"),
        ("Please have your passport with you on the day.", "id"),
        ("Please show your photo ID on arrival at reception.", "id"),
        ("Bitte bringen Sie Ihren Personalausweis und Ihre Zeugnisse im Original mit.", "certificate"),
        ("Bitte Ihren Personalausweis mitbringen.", "id"),
        ("Please complete the attached form and bring it with you.", "form"),
        ("Please fill in the attached form and bring it to the interview.", "form"),
        ("Merci de compléter le formulaire et de l'apporter.", "form"),
        ("Merci de vous munir de votre carte d'identité.", "id"),
        ("Merci d'apporter votre diplôme.", "certificate"),
        ("Bitte legen Sie zum Gespräch Ihren Personalausweis vor.", "id"),
    ],
)
def test_what_is_brought_is_not_sent(text: str, item: str) -> None:
    assert how(text)[item] == "bring"


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Please send us a copy of your passport by Friday 6 March.", "id"),
        ("Please bring your passport or send a scan of it beforehand.", "id"),
        ("Please bring or email your passport by Friday 6 March.", "id"),
        ("Please email your passport, or bring it with you.", "id"),
        ("Please bring your passport. Alternatively, send us a copy of it.", "id"),
        ("Please send your transcript by 5 March and bring your passport.", "transcript"),
        ("Please send your transcript; you do not have to bring it.", "transcript"),
        ("Please complete the attached form and email it to me; bring your passport.", "form"),
        ("Please complete the attached form and bring your passport.", "form"),
        ("Please complete the attached form so that we can bring it along.", "form"),
        ("Please bring your laptop; the take-home test is due by 5 March.", "test"),
        ("Please send your transcript so that I can bring it with me.", "transcript"),
        ("Bitte schicken Sie uns Ihren Lebenslauf und bringen Sie Ihren Ausweis mit.", "resume"),
        ("Bitte bringen Sie Ihre Zeugnisse mit oder schicken Sie sie vorab.", "certificate"),
        ("Merci d'apporter votre diplôme ou de nous l'envoyer avant.", "certificate"),
        ("Bitte senden Sie uns Ihre Zeugnisse zum Gespräch vorab per Mail.", "certificate"),
    ],
)
def test_what_may_be_sent_is_handed_in(text: str, item: str) -> None:
    assert how(text).get(item, "") == ""


def test_one_sentence_asks_for_both() -> None:
    found = how("Please bring your passport, and send your transcript by 5 March.")
    assert (found["id"], found["transcript"]) == ("bring", "")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Ihr Gespräch ist am Donnerstag, 12. März 2026 um 14 Uhr. Bitte bringen Sie Ihren Ausweis mit. Das Formular senden Sie uns bitte bis zum 10. März zurück.",
            date(2026, 3, 12),
        ),
        ("Merci d'apporter une pièce d'identité. Merci de nous envoyer le formulaire avant le 10 mars.", None),
        ("Please bring your passport and send your transcript by 10 March.", date(2026, 3, 10)),
    ],
)
def test_what_is_brought_is_not_due_with_what_another_sentence_wants_sent(text: str, by: date | None) -> None:
    assert {one.by for one in requests(text, unsure=True) if one.who[0] == "id"} == {by}


def test_what_is_looked_at_in_a_check_is_brought() -> None:
    assert how("Please bring your passport so that we can do the right-to-work check.") == {
        "id": "bring",
        "work-permit": "bring",
    }


def test_what_is_sent_for_a_check_is_not_brought() -> None:
    text = "Please bring a pen. Please send us your share code so that we can do the right-to-work check."
    assert how(text).get("work-permit", "") == ""
    assert how("Please bring your passport, and send us the papers for the right-to-work check.")["work-permit"] == ""
