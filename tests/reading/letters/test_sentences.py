"""Sentences with exact offsets: hiring mail first, then what must always hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.counting import work

from sincerely.reading.letters import letter_phrases
from sincerely.reading.letters import sentences as module
from sincerely.reading.letters.sentences import sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you. We will call.", ["Thank you.", "We will call."]),
        ("Is ten fine? Great! See you.", ["Is ten fine?", "Great!", "See you."]),
        ("Dr. Smith and Prof. Okafor will be there. Bring an ID.", ["Dr. Smith and Prof. Okafor will be there.", "Bring an ID."]),
        ("Acme Inc. is hiring. Acme Ltd. too.", ["Acme Inc. is hiring.", "Acme Ltd. too."]),
        ("You will meet Acme Inc. We look forward to it.", ["You will meet Acme Inc.", "We look forward to it."]),
        ("Send a sample, e.g. a report, i.e. three pages. Thanks.", ["Send a sample, e.g. a report, i.e. three pages.", "Thanks."]),
        ("We meet at 5 p.m. on Friday. Room No. 5.", ["We meet at 5 p.m. on Friday.", "Room No. 5."]),
        ("It starts at 9 a.m. Please be early.", ["It starts at 9 a.m.", "Please be early."]),
        ("We are at 12 St. James St. in Springfield. Ring twice.", ["We are at 12 St. James St. in Springfield.", "Ring twice."]),
        ("J. R. Smith wrote it. K. agreed.", ["J. R. Smith wrote it.", "K. agreed."]),
        ("The U.S. team decides. So does the U.K. The rest waits.", ["The U.S. team decides.", "So does the U.K.", "The rest waits."]),
        ("On Jan. 5 we decide. By Mon. Mar. 4 you hear from us.", ["On Jan. 5 we decide.", "By Mon. Mar. 4 you hear from us."]),
        ("The fee is 1.500 euros. Version 2.1 is out.", ["The fee is 1.500 euros.", "Version 2.1 is out."]),
        ("See https://acme.example/jobs?id=4.5&x=y. Then apply.", ["See https://acme.example/jobs?id=4.5&x=y.", "Then apply."]),
        ("Write to dana.smith@acme.example. She answers.", ["Write to dana.smith@acme.example.", "She answers."]),
        ("Visit www.acme.example/a.b today.", ["Visit www.acme.example/a.b today."]),
        ("Well... we shall see. No.", ["Well... we shall see.", "No."]),
        ('She said "We hire you." Then she left.', ['She said "We hire you."', "Then she left."]),
        ("(We called you.) You did not answer.", ["(We called you.)", "You did not answer."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("Am 4. März um 10 Uhr. Bitte pünktlich, z.B. um 9.50 Uhr.", ["Am 4. März um 10 Uhr.", "Bitte pünktlich, z.B. um 9.50 Uhr."]),
        ("Die Firma Muster GmbH. Wir freuen uns, d.h. sehr.", ["Die Firma Muster GmbH.", "Wir freuen uns, d.h. sehr."]),
        ("Le 4 mars. M. Dubois vous attend.", ["Le 4 mars.", "M. Dubois vous attend."]),
        ("¿Puede venir el jueves? ¡Gracias!", ["¿Puede venir el jueves?", "¡Gracias!"]),
        ("面接は木曜日です。お待ちしています。", ["面接は木曜日です。", "お待ちしています。"]),
        ("Wir sehen uns am:\n\n16. Juli 2026, 16:00 Uhr, Haus B", ["Wir sehen uns am:", "16. Juli 2026, 16:00 Uhr, Haus B"]),
        ("1. May we call you?\n2. Mark the form.", ["May we call you?", "Mark the form."]),
        ("Interviewers:\n\n1. Jan Roth\n2. April Holm\n3. June Wong", ["Interviewers:", "Jan Roth", "April Holm", "June Wong"]),
        ("1. August Blanc", ["August Blanc"]),
        ("1. Jan Roth, CTO\n2. April, our nurse", ["Jan Roth, CTO", "April, our nurse"]),
        ("16. Juli um 16 Uhr", ["16. Juli um 16 Uhr"]),
        ("16. Juli Gespräch\n17. Juli, 9 Uhr: Probetag", ["16. Juli Gespräch", "17. Juli, 9 Uhr: Probetag"]),
        ("It costs $5. It is fine.", ["It costs $5.", "It is fine."]),
        ("We are on floor 12. Take the lift.", ["We are on floor 12.", "Take the lift."]),
        ("no capital after the stop. yes indeed.", ["no capital after the stop.", "yes indeed."]),
        ("Sur site, 7 av. Ida-Holm, à 9h. Merci !", ["Sur site, 7 av. Ida-Holm, à 9h.", "Merci !"]),
        ("We offer ASP.NET and Node.js work. Apply!", ["We offer ASP.NET and Node.js work.", "Apply!"]),
        ("Thanks for applying to Yahoo! We got it.", ["Thanks for applying to Yahoo!", "We got it."]),
        ("", []),
        (" \n\t\n", []),
        ("...", []),
        ("One line without a stop", ["One line without a stop"]),
    ],
)  # fmt: skip
def test_one_line(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_hard_wrapped_lines_are_one_sentence_with_its_own_offsets() -> None:
    text = "We would like to invite you to a second\ninterview on Thursday. Please tell us by\nMonday whether it suits you."
    first, second = sentences(text)
    assert first.text == "We would like to invite you to a second interview on Thursday."
    assert text[first.begin : first.stop] == "We would like to invite you to a second\ninterview on Thursday."
    assert second.text == "Please tell us by Monday whether it suits you."


def test_a_wrapped_line_may_go_on_with_a_capital() -> None:
    text = (
        "Our office is in the new building in\nSpringfield, and the interview takes place with\nDana Smith in room 5."
    )
    assert texts(text) == [text.replace("\n", " ")]


def test_quoted_lines_lose_their_prefix() -> None:
    text = "> We would like to see a sample of your\n> writing by Friday."
    [sentence] = sentences(text)
    assert sentence.text == "We would like to see a sample of your writing by Friday."
    assert text[sentence.begin :].startswith("We would")


def test_greeting_closing_and_lines_of_a_block_stand_alone() -> None:
    text = "Dear Ms Smith,\nthank you for today. I liked it.\nKind regards\nLee Okafor\nAnalyst\n"
    assert texts(text) == [
        "Dear Ms Smith,",
        "thank you for today.",
        "I liked it.",
        "Kind regards",
        "Lee Okafor",
        "Analyst",
    ]


@pytest.mark.parametrize(
    "closing",
    ["Best,", "Mit freundlichen Grüßen", "Cordialement,", "Un saludo,", "Cordiali saluti", "Groeten,", "Abraço,"],
)
def test_closings_in_every_language(closing: str) -> None:
    assert texts(f"We will write soon\n{closing}\nDana")[-2:] == [closing, "Dana"]


@pytest.mark.parametrize(
    "greeting", ["Hi Lee,", "Sehr geehrte Frau Berger,", "Bonjour Paul,", "Hola Marta:", "Gentile Dott. Rossi,", "Beste Bram,", "Olá Rui,"]
)  # fmt: skip
def test_greetings_in_every_language(greeting: str) -> None:
    assert texts(f"{greeting}\nwe write to you about the job.")[0] == greeting


def test_lists_are_sentences() -> None:
    text = "Please send us:\n- your transcript\n* two references, by\n  Friday\n1. a sample\n2) a form. Signed.\n(c) photo\n• ID"
    assert texts(text) == [
        "Please send us:",
        "your transcript",
        "two references, by Friday",
        "a sample",
        "a form.",
        "Signed.",
        "photo",
        "ID",
    ]


def test_labels_are_lines_of_their_own() -> None:
    text = "Interview details\nDate: Thursday, March 7\nTime: 2 pm\nWhere: 12 Harbour Street\nWe look forward to it."
    assert texts(text) == text.split("\n")


def test_a_comma_goes_on_but_not_after_a_name() -> None:
    assert texts("Please bring your passport,\nID or driving licence.") == [
        "Please bring your passport, ID or driving licence."
    ]
    assert texts("Lee,\nThank you for today.") == ["Lee,", "Thank you for today."]
    assert texts("Acme Corp,\n12 Harbour Street") == ["Acme Corp,", "12 Harbour Street"]


def test_rows_of_a_table_stand_alone() -> None:
    text = (
        "Please send:\n\n"
        "| What | When |\n|------|:----:|\n| passport | Fri 20 March |\n| the account number | Fri 27 March |\n\n"
        "Licence, both sides ........... Tue 9/1\nQuestionnaire, signed .......... Fri 9/4\nThat is all. Thanks."
    )
    assert [found.text for found in sentences(text)] == [
        "Please send:",
        "| What | When |",
        "| passport | Fri 20 March |",
        "| the account number | Fri 27 March |",
        "Licence, both sides ........... Tue 9/1",
        "Questionnaire, signed .......... Fri 9/4",
        "That is all.",
        "Thanks.",
    ]


def test_five_dots_in_prose_lead_nowhere() -> None:
    text = "Thank you so much..... Please send your CV."
    assert [found.text for found in sentences(text)] == ["Thank you so much.....", "Please send your CV."]


def test_rules_are_no_sentences() -> None:
    assert texts("Above.\n-----\nBelow.\n_____\n* * *\n====") == ["Above.", "Below."]


def test_a_blank_line_ends_a_sentence() -> None:
    assert texts("The position of\n\nData analyst") == ["The position of", "Data analyst"]


def test_carriage_returns_and_tabs_are_white_space() -> None:
    assert texts("We meet\ton  Friday.\r\nBring this.\r\n") == ["We meet on Friday.", "Bring this."]


PIECES = st.sampled_from(
    ["Dr. ", "a.m. ", "We", " call", ". ", "? ", "\n", "\n\n", "> ", "- ", "1. ", "https://a.example/b. ", "Inc. ", "\t", " ", "Hi Lee,\n"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


@pytest.mark.slow
@given(TEXTS)
def test_offsets_are_exact_ordered_and_apart(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert end <= sentence.begin < sentence.stop <= len(text)
        assert sentence.text == sentence.text.strip() != ""
        assert "\n" not in sentence.text
        end = sentence.stop


@pytest.mark.slow
@given(TEXTS)
def test_the_text_is_the_slice_but_for_white_space(text: str) -> None:
    for sentence in sentences(text):
        piece = text[sentence.begin : sentence.stop]
        assert "".join(sentence.text.split()).replace(">", "") == "".join(piece.split()).replace(">", "")


@pytest.mark.slow
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Zs", "Cc", "P", "S"]), min_size=1, max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "Dr. " * n,
        lambda n: ". " * n,
        lambda n: "." * n * 5,
        lambda n: "a" * n * 5,
        lambda n: "We call you. " * n,
        lambda n: "> " * n,
        lambda n: ">" * n + "\n" * n,
        lambda n: "- " * n,
        lambda n: "Dear " * n,
        lambda n: "Best regards " * n,
        lambda n: "1. " * n,
        lambda n: " " * n * 5 + ".",
        lambda n: "a:" * n,
        lambda n: "\n" * n,
        lambda n: '."' * n,
        lambda n: "line\n" * n,
    ],
)
def test_work_grows_with_the_text(make: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = make(400), make(800)
    once, twice = (work(monkeypatch, [module, letter_phrases], partial(sentences, text)) for text in (small, large))
    assert twice < 1.15 * once * len(large) / len(small) + 2000
