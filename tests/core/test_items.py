"""Items by one name, and what a receipt that names one closes: tests are taken in browsers, and no sent mail shows it."""

from __future__ import annotations

import pytest
from tests.support import load, process_of

from sincerely.core.items import is_received, item_key
from sincerely.core.requests import have_references, open_requests

HEAD = 'process acme employer="Acme Corp" role="Test Engineer" zone=America/New_York country=US\n'


def still_asked(lines: str) -> set[str]:
    timelines = load(HEAD + lines)
    return set(open_requests(process_of(timelines[0], timelines)))


@pytest.mark.parametrize(
    ("item", "receipt"),
    [
        ("test", "Your answers to the online test have been received"),
        ("test", "Thank you for completing the coding challenge"),
        ("take-home", "We have your take-home exercise"),
        ("references", "I have your references, thank you, all four of them"),
        ("transcript", "We have received your transcript"),
        ("form", "Your form has reached us safely"),
        ("certificates", "Ihre Zeugnisse sind eingegangen"),
        ("writing sample", "your writing sample came through fine"),
        ("test", "We have received your test and will be in touch"),
        ("test", "Thank you for completing the assessment, we will get back to you next week"),
        ("references", "Thank you for the references, I will call them on Monday"),
        ("references", "Merci pour vos références, nous reviendrons vers vous dès que possible"),
        ("certificates", "Ihre Zeugnisse liegen uns nun vor"),
        ("certificates", "Ihre Zeugnisse sind da"),
        ("driving licence", "thanks, the driving licence is on file"),
    ],
)
def test_a_receipt_that_names_an_item_closes_its_request(item: str, receipt: str) -> None:
    assert is_received(item_key(item), receipt)
    asked = f"2026-03-05 10:00 requested {item_key(item)} by=2026-03-09\n"
    assert still_asked(asked) == {item_key(item)}
    assert still_asked(asked + f'2026-03-06 08:00 acknowledged - quote="{receipt}"\n') == set()


@pytest.mark.parametrize(
    ("item", "receipt"),
    [
        ("form", "Merci de nous renvoyer le formulaire signé"),
        ("references", "Merci de nous communiquer vos références"),
        ("test", "You have a test on Friday at 10:00"),
        ("test", "You have received the assessment by email"),
        ("test", "Sie haben eine Testaufgabe erhalten"),
        ("presentation", "We have scheduled your presentation for Friday"),
        ("references", "Haben Sie Referenzen bekommen?"),
        ("test", "We have a short test for you"),
        ("test", "Thank you for taking the test by Friday"),
        ("certificate", "We have lost your certificate"),
        ("transcript", "Your transcript came through blank"),
        ("form", "Your form arrived unsigned"),
        ("form", "You can fill in the form here"),
        ("form", "Complete the form here"),
        ("test", "The test can be completed at any time"),
        ("test", "The assessment takes forty minutes to complete"),
        ("references", "Ihre Referenzen brauchen wir vor Freitag"),
        ("certificates", "Das Zeugnis vor Freitag wäre gut, da wir dann entscheiden"),
        ("test", "Your application has been received"),
        ("references", "We have received your application and your CV, only the references are outstanding"),
        ("transcript", "We have received your application, but your transcript has not arrived yet"),
        ("transcript", "We have received your CV"),
        ("test", "We have received your application and sent you a coding challenge, which is due on Friday"),
        ("test", "Thank you for applying to Acme Corp for the role of Test Engineer"),
        ("id", "Your application (ID 4711) has been received"),
        ("test", "Your application for the position of Test Engineer has been received"),
        ("test", "Thanks for your questions about the test, Lee is happy to answer them"),
        ("form", "Thank you for your message, the form is attached"),
        ("test", ""),
    ],
)
def test_any_other_receipt_leaves_it_open(item: str, receipt: str) -> None:
    lines = f'2026-03-05 10:00 requested {item}\n2026-03-06 08:00 acknowledged - quote="{receipt}"\n'
    assert still_asked(lines) == {item}


def test_a_receipt_before_the_request_is_for_something_else() -> None:
    lines = '2026-03-05 10:00 acknowledged - quote="We have your form"\n2026-03-06 10:00 requested form\n'
    assert still_asked(lines) == {"form"}
    again = lines + '2026-03-07 10:00 acknowledged - quote="We have your form"\n2026-03-08 10:00 requested form\n'
    assert still_asked(again) == {"form"}


def test_a_mail_that_asks_does_not_close_what_it_asks_for() -> None:
    """One mail confirms what came and asks for the rest: its sentence may name both."""
    lines = (
        "2026-03-05 10:00 requested transcript\n"
        '2026-03-05 10:00 acknowledged - quote="We have received your transcript of 2019"\n'
    )
    assert still_asked(lines) == {"transcript"}


def test_references_that_came_are_not_short() -> None:
    lines = "2026-03-05 10:00 requested references\n"
    came = '2026-03-06 08:00 heard dana@acme.example quote="I have your references, thank you"\n'
    for text, have in ((lines, False), (lines + came, True)):
        timelines = load(HEAD + text)
        assert have_references(process_of(timelines[0], timelines)) is have


def test_a_receipt_closes_only_what_it_names() -> None:
    lines = (
        "2026-03-05 10:00 requested test, transcript by=2026-03-09\n"
        '2026-03-06 08:00 acknowledged - quote="Your assessment is complete and has been received"\n'
    )
    assert still_asked(lines) == {"transcript"}


def test_an_unsure_receipt_closes_nothing() -> None:
    lines = (
        "2026-03-05 10:00 requested test\n"
        '2026-03-06 08:00 acknowledged - confidence=0.4 quote="Your test has been received"\n'
    )
    assert still_asked(lines) == {"test"}


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("I have your transcript now, thanks", set()),
        ("Thank you for the transcript", set()),
        ("Danke für Ihr Transcript", set()),
        ("We have not received your transcript", {"transcript"}),
        ("Once your transcript has arrived we go on", {"transcript"}),
        ("Please send the transcript", {"transcript"}),
        ("Thank you for the good talk", {"transcript"}),
    ],
)
def test_a_word_that_says_it_came_closes_it_too(sentence: str, left: set[str]) -> None:
    """What a person writes is often no receipt of its own."""
    lines = f'2026-03-05 10:00 requested transcript\n2026-03-06 08:00 heard dana@acme.example quote="{sentence}"\n'
    assert still_asked(lines) == left


def test_a_submission_that_came_is_the_one_work_that_was_to_be_made() -> None:
    came = '2026-03-06 09:00 acknowledged - quote="Your submission has been received"\n'
    form, test = "2026-03-05 10:00 requested form\n", "2026-03-05 10:00 requested test\n"
    assert still_asked(form + test + came) == {"form"}
    assert still_asked(test + "2026-03-05 10:00 requested case-study\n" + came) == {"test", "case-study"}
    assert still_asked(test + came.replace("submission", "application")) == {"test"}


def test_a_questionnaire_that_is_read_as_a_test_has_its_receipt() -> None:
    came = '2026-03-06 09:00 acknowledged - quote="Thank you for submitting your Supplemental Questionnaire"\n'
    named = (
        '2026-03-05 10:00 assessed source="<a@x.example>" quote="You have a new task: Supplemental Questionnaire"\n'
        '2026-03-05 10:00 requested test source="<a@x.example>" quote="Please complete it by Friday."\n'
    )
    assert still_asked(named + came) == set()
    # Another mail's test is another thing, and so is a test that nobody called so.
    other = '2026-03-05 10:00 requested test source="<b@x.example>" quote="Please complete the coding test."\n'
    assert still_asked(named.splitlines(keepends=True)[0] + other + came) == {"test"}
    assert still_asked("2026-03-05 10:00 requested test\n" + came) == {"test"}
    assert still_asked(named + came.replace("Thank you for submitting", "Please complete")) == {"test"}


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("Nous vous confirmons la bonne réception de votre questionnaire.", True),
        ("Nous accusons réception de votre questionnaire.", True),
        ("À réception de votre questionnaire, nous reviendrons vers vous.", False),
        ("Dès réception de votre questionnaire, nous fixons un rendez-vous.", False),
        ("Dans l'attente de réception de votre questionnaire.", False),
    ],
)
def test_a_receipt_in_french_is_no_condition(sentence: str, came: bool) -> None:  # noqa: FBT001
    assert is_received("form", sentence) is came
