"""What a program says once something was done in its pages settles the item that was asked for."""

from __future__ import annotations

from time import monotonic

import pytest

from sincerely.core.items import is_received, is_work_received, says_received


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("video-interview", "Interview submitted."),
        ("video-interview", "Your video interview has been received."),
        ("video-interview", "Your interview for Analyst at Acme has been submitted."),
        ("video-interview", "Votre entretien vidéo pour le poste d'analyste chez Acme a bien été envoyé."),
        ("video-interview", "Ihr Videointerview für die Stelle als Analystin ist bei uns eingegangen."),
        ("test", "You have completed the assessment for Analyst at Acme."),
        ("test", "You've successfully completed the coding test."),
        ("test", "Assessment completed"),
        ("test", "Online assessment successfully completed!"),
        ("test", "Thank you for completing the test."),
        ("test", "Sie haben den Test für die Stelle als Analystin erfolgreich abgeschlossen."),
        ("test", "Ihr Online-Test wurde erfolgreich abgeschlossen."),
        ("test", "Vous avez terminé le test."),
        ("test", "Merci d'avoir passé le test."),
        ("test", "Your test has been sent to the hiring team."),
        ("test", "Der Test wurde von Ihnen abgeschlossen."),
        ("test", "Votre test a bien été envoyé."),
        ("form", "Your questionnaire for Analyst at Acme has been submitted."),
    ],
)
def test_what_was_done_there_is_received(item: str, sentence: str) -> None:
    assert is_received(item, sentence)
    assert says_received(sentence)


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("video-interview", "Once submitted, you'll get a confirmation."),
        ("video-interview", "Your interview with Dana has been completed."),
        ("video-interview", "Your interview has been scheduled."),
        ("video-interview", "Your interview request has been received."),
        ("video-interview", "Votre entretien vidéo n'a pas encore été envoyé."),
        ("video-interview", "Votre entretien a bien été enregistré."),
        ("test", "Your test has not been submitted yet."),
        ("test", "Please submit your test by Friday."),
        ("test", "The test must be submitted by Friday."),
        ("test", "If you have already completed the assessment, ignore this."),
        ("test", "You have started the test but not completed it."),
        ("test", "60% of candidates have completed the test by now."),
        ("test", "You have completed part of the test."),
        ("test", "You have completed 3 of 5 sections of the test."),
        ("test", "Your test results have been received."),
        ("test", "Your test invitation has been sent."),
        ("test", "The test has been sent to you."),
        ("test", "Thank you for starting the test."),
        ("test", "Your application has been submitted."),
        ("test", "When your test has been submitted we will write."),
        ("test", "Sobald Sie den Test abgeschlossen haben, erhalten Sie eine Bestätigung."),
        ("test", "Sie haben den Test noch nicht abgeschlossen."),
        ("test", "The coding test has been sent."),
        ("test", "Your test has been sent by separate email."),
        ("test", "The assessment has been sent to your inbox."),
        ("test", "Der Test wurde Ihnen heute übermittelt."),
        ("test", "Le test vous a été envoyé ce matin."),
        ("test", "Votre test a été envoyé par courriel."),
        ("test", "You have completed a similar exercise for us in the past."),
        ("test", "Sie haben den Test leider nur zur Hälfte abgeschlossen."),
        ("test", "Ihr Online-Test wurde gespeichert, aber nicht abgesendet."),
        ("test", "New assignment received"),
        ("form", "The form was sent yesterday."),
        ("certificate", "Your certificate has been received but is out of date."),
        ("form", "Your form was received incomplete."),
        ("references", "One of your references has been received."),
        ("references", "Eine Ihrer Referenzen ist eingegangen."),
        ("references", "Reference received"),
    ],
)
def test_what_is_still_to_be_done_is_not(item: str, sentence: str) -> None:
    assert not is_received(item, sentence)


def test_work_may_come_without_its_name() -> None:
    assert is_work_received("Your submission for Analyst has been received and will be scored shortly.")
    assert is_work_received("Your responses have been submitted.")
    assert not is_work_received("We will tell you once your submission has been received.")
    assert not is_work_received("Thank you for your responses.")


@pytest.mark.parametrize("words", ["your ", "your test ", "you have completed ", "sie haben test ", "test "])
def test_sentences_of_any_length_are_looked_at_in_time(words: str) -> None:
    started = monotonic()
    says_received(words * 20_000)
    assert monotonic() - started < 5
