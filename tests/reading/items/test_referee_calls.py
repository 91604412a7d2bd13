"""Referees who are called, and whom nobody asks for."""

from __future__ import annotations

import pytest
from tests.reading.items.test_asked import asked, reading

from sincerely.reading.items.referee_calls import is_told
from sincerely.reading.scoring.words import plain


@pytest.mark.parametrize(
    "sentences",
    [
        ["We have now spoken to both of your referees.", "You will hear next week."],
        ["I shall be calling your referees in the next few days, so please give them a nudge."],
        ["We will give your former manager a ring.", "Please let her know."],
        ["Would you mind if I had a word with your head of department?"],
        ["We will be contacting the two people whom you named as referees."],
        ["Mit Ihrer früheren Leitung haben wir gesprochen.", "Es fehlt noch Ihr Impfnachweis."],
        ["Ihre frühere Chefin habe ich gestern erreicht."],
        ["Die Auskünfte Ihrer bisherigen Arbeitgeber liegen uns inzwischen vor."],
        ["Inzwischen sind die Referenzen eingeholt.", "Weitere Namen brauche ich nicht."],
        ["Nous avons pu joindre vos deux références."],
        ["We shall ring your two referees next week.", "Please allow two weeks."],
        ["We are calling your referees.", "Please ask your referees to expect us."],
        ["Will do the reference checks Monday, so give your refs a heads up please."],
    ],
)
def test_a_mail_tells_that_referees_are_called(sentences: list[str]) -> None:
    assert is_told([plain(sentence) for sentence in sentences])


@pytest.mark.parametrize(
    "sentences",
    [
        ["We would now like to contact your referees.", "Please send us their names and numbers."],
        ["I ring referees on Thursdays.", "Have three numbers on my desk by Wednesday."],
        ["I am calling your referees, but Mr Hale does not answer.", "Please send me another."],
        ["Whom among your old colleagues may I call?"],
        ["Wir holen Referenzen gern selbst ein.", "Nennen Sie uns bitte zwei Vorgesetzte."],
        ["Bei wem darf ich anrufen, gern ein alter Chef?"],
        ["Nous appelons toujours les anciens employeurs.", "Indiquez-nous leurs coordonnées."],
        ["Les noms de trois personnes, dont un ancien supérieur que nous pourrons contacter."],
        ["Please send two references."],
        ["We do reference checks before an offer.", "Please send me two names."],
        ["We do ref checks on everyone, so send your refs over by Friday please."],
        ["We always call references before an offer.", "Kindly email me the contact information for yours."],
        ["I still do not have your referees' contact details."],
        ["We would like to take up references.", "Kindly furnish two."],
        ["We will now contact references.", "Two will do."],
        ["We are going to contact your references, so please let me have them by Friday."],
        ["We will be reaching out to your references.", "Please add them in the portal."],
        ["Your referee has not replied.", "Do you have somebody else?"],
        ["I have heard back from one referee.", "Could you nudge the other?"],
        ["We are taking up references.", "Please ask both referees to complete the form."],
        ["Wir möchten Ihren letzten Chef anrufen.", "Haben Sie eine Nummer?"],
        ["Merci de nous communiquer deux références que nous pourrons appeler."],
        ["Avez-vous deux anciens responsables que nous pourrions contacter ?"],
    ],
)
def test_a_mail_that_asks_for_referees_tells_no_more_than_that(sentences: list[str]) -> None:
    assert not is_told([plain(sentence) for sentence in sentences])


def test_referees_who_are_called_are_a_question_at_most() -> None:
    text = "Dear Robin,\n\n{}\n\nDana"
    told = "Thank you for coming in. We have now spoken to both of your referees and will be in touch next week."
    assert asked(text.format(told)) == {}
    assert all(found.event.verb != "requested" for found in reading(text.format(told)).events)
    wanted = "We would like to speak to two of your referees. Please send me their names and numbers."
    assert "references" in asked(text.format(wanted))


def test_referees_who_are_plainly_asked_for_are_asked_for_whoever_is_called() -> None:
    text = "Dear Robin,\n\nWe would like to contact two referees. Please fill in the form below.\n\nDana"
    assert "references" in asked(text)
