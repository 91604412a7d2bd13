"""What is to be uploaded is told from what goes by mail, by the words that ask for it."""

from __future__ import annotations

import pytest

from sincerely.core.uploads import is_uploaded


@pytest.mark.parametrize(
    "quote",
    [
        "Ferner bitten wir Sie, eine Kopie Ihres Führerscheins bis zum 3. November im Bewerberportal hochzuladen.",
        "Bitte laden Sie Ihre Arbeitszeugnisse bis Dienstag im Portal hoch.",
        "Lad dein Zeugnis einfach hier hoch.",
        "Das Formular bitte in unserem Karriereportal ausfüllen.",
        "Please upload your transcript to your candidate profile by Friday.",
        "Your ID should be uploaded through the link below.",
        "Please submit the writing sample via the applicant portal.",
        "Please complete the form in our portal.",
        "Please complete your form at https://screen.example/f/88 by Monday.",
        "You will get the form from Checkwell in a separate mail, please complete it by Friday.",
        "Sie erhalten das Formular von Checkwell in einer separaten Mail, bitte ausfüllen.",
        "Merci de téléverser votre diplôme avant vendredi.",
        "Merci de déposer vos certificats dans votre espace candidat.",
        "Please submit your references through the link below.",
        "Please complete the form online by Friday.",
        "Vous pouvez télécharger votre diplôme sur notre plateforme.",
        "Vous pouvez remplir le questionnaire en ligne jusqu'à mardi.",
    ],
)
def test_into_a_portal(quote: str) -> None:
    assert is_uploaded(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Bitte schicken Sie uns Ihren Führerschein bis Dienstag.",
        "Bitte laden Sie Ihr Zeugnis im Portal hoch oder schicken Sie es per E-Mail.",
        "Wir haben Ihren Lebenslauf ins Portal hochgeladen, das Zeugnis fehlt noch.",
        "Wir laden Sie herzlich ein und bitten um Ihr Zeugnis.",
        "Our portal is down, so please email your transcript.",
        "You can upload it or send it to me by reply.",
        "We have uploaded your CV to our system and still need the form.",
        "Please do not upload the case study; send us a PDF.",
        "Please complete the form at https://screen.example/f/88, sign it and return it to us.",
        "I will send you the form in a separate mail, please complete it.",
        "Please complete the attached form.",
        "Please send me the link to your portfolio.",
        "Merci de nous envoyer votre diplôme.",
        "Nous avons déposé votre CV sur la plateforme du client, il manque le diplôme.",
        "Please bring your licence on the day.",
        "Please submit your writing sample in PDF form.",
        "Please provide references in the form of a list.",
        "Could you provide a short profile on one page?",
        "Please provide an account of your work on the site in Leeds.",
        "We could not open the file that you uploaded, could you send it again?",
        "The file you uploaded is blank. Please provide a new copy.",
        "Please enter your hours in the form below and bring it along.",
        "Merci de télécharger le formulaire et de nous le renvoyer.",
    ],
)
def test_by_mail_all_the_same(quote: str) -> None:
    assert not is_uploaded(quote)
