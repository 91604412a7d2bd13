"""What sounds like a thing to hand in, and is not asked for: a file's number, what pleases, what nobody wants."""

from __future__ import annotations

import pytest
from tests.reading.asked_cases import days

from sincerely.app.models.reading_models import load_models
from sincerely.reading.items.named import is_had, named
from sincerely.reading.items.unasked import is_unasked
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items


def unasked(sentence: str) -> set[str]:
    """Return the items that a sentence names and does not ask for."""
    words = plain(sentence).split()
    return {one.item for one in named(words, ITEMS) if is_unasked(words, one.item, ITEMS)}


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("With reference to your application, please send your CV.", {"references"}),
        ("Please quote the reference above whenever you contact us.", {"references"}),
        ("Please keep this mail for reference.", {"references"}),
        ("Could you ask your manager for a reference?", set()),
        ("Please send a reference to our HR team.", set()),
        ("Please bring two forms of ID.", set()),
        ("You will need a valid form of photographic identification.", {"form"}),
        ("Please return the form of consent.", set()),
    ],
)
def test_a_files_number_is_no_referee_and_a_kind_of_paper_no_form(sentence: str, items: set[str]) -> None:
    assert unasked(sentence) == items


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("Please do not send references or transcripts in advance.", {"references", "transcript"}),
        ("We do not accept CVs; please complete the application form.", {"resume"}),
        ("We are unable to accept CVs, so please return the form by Friday.", {"resume"}),
        ("You do not need to bring your certificates.", {"certificate"}),
        ("No references are needed.", {"references"}),
        ("Never send your transcript by e-mail.", {"transcript"}),
        ("Bitte senden Sie uns keine Zeugnisse.", {"certificate"}),
        ("Please do not send your CV, but do send two references.", {"resume"}),
        ("Do not forget to bring your passport.", set()),
        ("Please do not hesitate to send your CV.", set()),
        ("If you do not send your transcript by Friday, we cannot go on.", set()),
        ("You did not send your references.", set()),
        ("We cannot go on without your references.", set()),
        ("Sie haben keine Zeugnisse beigefügt.", set()),
    ],
)
def test_what_nobody_wants(sentence: str, items: set[str]) -> None:
    assert unasked(sentence) == items


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("We were impressed with your CV and would like to meet you.", {"resume"}),
        ("I came across your CV and think you would be ideal.", {"resume"}),
        ("I found your portfolio online and we'd love to interview you.", {"portfolio"}),
        ("Your CV has been shortlisted.", {"resume"}),
        ("Votre CV m'intéresse et j'aimerais vous rencontrer.", {"resume"}),
        ("Thank you for letting me know your salary expectations and your notice period.", {"salary", "start-date"}),
        ("We are interested in your portfolio, could you send it?", set()),
        ("We liked your mail and would love to see your portfolio.", set()),
        ("Thanks for your time, please let me know your salary expectations.", set()),
        ("Merci de nous envoyer votre CV, il nous intéresse.", set()),
    ],
)
def test_what_is_there_already_pleases_or_is_thanked_for(sentence: str, items: set[str]) -> None:
    assert unasked(sentence) == items


def test_an_article_makes_no_form_a_completed_one() -> None:
    for sentence, had in (("- a fully completed form", False), ("you have completed the form", True)):
        words = plain(sentence).split()
        [one] = [one for one in named(words, ITEMS) if one.item == "form"]
        assert is_had(words, one) is had


def test_a_mail_asks_for_what_is_wanted_alone() -> None:
    assert set(days("We do not accept CVs; please complete the attached form and return it by 6 March.")) == {"form"}
    assert set(days("Please bring two forms of ID to the interview.")) == {"id"}


@pytest.mark.parametrize(
    "sentence",
    [
        "I'll get your CV over to the client this afternoon and come back to you by Friday.",
        "We have already sent your CV across.",
        "We will forward your updated CV to Mr Holm on Friday.",
        "Ich leite Ihren Lebenslauf heute an den Kunden weiter.",
        "Je transmets votre CV au client ce soir.",
    ],
)
def test_what_its_writer_hands_on_is_asked_of_nobody(sentence: str) -> None:
    assert unasked(sentence) == {"resume"}


@pytest.mark.parametrize(
    "sentence",
    [
        "I'll get your CV over to the client once you have sent the new one.",
        "I need your CV by Friday.",
        "Please get your CV over to me by Friday.",
        "We will need your CV.",
        "Bitte schicken Sie Ihren Lebenslauf bis Freitag.",
        "Merci de transmettre votre CV.",
        "Pourriez-vous nous transmettre votre CV à jour et une preuve d'agrément ?",
    ],
)
def test_what_is_to_come_first_is_asked_for(sentence: str) -> None:
    assert unasked(sentence) == set()
