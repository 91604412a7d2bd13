"""What is learnt from sent mail: what most of it has, and what shows it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.reading.habits import called, habits
from sincerely.reading.letters.letter import Address, Letter

ROBIN = Address("Robin Ashdown", "robin@mail.example")
BODY = "thank you for the talk about the role and for the time that you gave it. I look forward to the next step."
GERMAN = "vielen Dank für das Gespräch und die Zeit, die Sie sich genommen haben. Ich freue mich auf die Antwort."


def letters(*texts: str, sender: Address = ROBIN) -> list[Letter]:
    return [Letter(from_=sender, text=text, message_id=f"{n}@mail.example") for n, text in enumerate(texts)]


def mail(hello: str = "Dear Dana,", end: str = "Kind regards,\nRobin Ashdown", body: str = BODY) -> str:
    return f"{hello}\n\n{body}\n\n{end}"


def test_what_most_mails_have_is_a_habit_with_what_shows_it() -> None:
    found = habits(letters(mail(), mail(end="Kind regards\nRobin"), mail(end="All the best,\nRobin"), mail()))
    assert found.name is not None
    assert (found.name.value, found.name.count, found.name.of) == ("Robin Ashdown", 4, 4)
    closing = found.sign_off["en-formal"]
    assert (closing.value, closing.count, closing.of) == ("Kind regards,", 3, 4)
    assert closing.seen == ("0@mail.example", "1@mail.example", "3@mail.example")
    assert found.formality is not None
    assert (found.formality.value, found.formality.count) == ("formal", 4)
    assert [(habit.value, habit.count) for habit in found.languages] == [("en", 4)]
    assert found.letters == 4


def test_one_mail_is_no_habit_and_none_are_nothing() -> None:
    assert habits([]).languages == ()
    once = habits(letters(mail()))
    assert (once.name, once.sign_off, once.formality, once.languages) == (None, {}, None, ())


def to_robin(*names: str) -> list[Letter]:
    return [
        Letter(
            to=(Address("Kim", "kim@uni.example"), Address(name, "Robin@mail.example")), message_id=f"{n}@uni.example"
        )
        for n, name in enumerate(names)
    ]


def test_the_name_that_others_write_beside_ones_address() -> None:
    own = {"robin@mail.example"}
    found = called(to_robin("Robin Ashdown", "", "robin ashdown", "Bobby", "Robin Ashdown"), own)
    assert found is not None
    assert (found.value, found.count, found.of) == ("Robin Ashdown", 3, 4)
    assert called(to_robin("Robin Ashdown"), own) is None  # one mail is no habit
    assert called(to_robin(*["robin@mail.example"] * 3, *["Ashdown, Robin"] * 3, *["R" * 81] * 3), own) is None
    assert called(to_robin(*["Robin Ashdown"] * 3), {"kim@other.example"}) is None


def test_last_words_go_by_language_and_formality() -> None:
    found = habits(
        letters(
            *[mail()] * 2,
            *[mail("Hi Kim,", "Cheers,\nRobin")] * 2,
            *[mail("Sehr geehrte Frau Weiß,", "Mit freundlichen Grüßen\nRobin Ashdown", GERMAN)] * 3,
        )
    )
    assert {how: habit.value for how, habit in found.sign_off.items()} == {
        "en-formal": "Kind regards,",
        "en-informal": "Cheers,",
        "de-formal": "Mit freundlichen Grüßen",
    }
    assert [habit.value for habit in found.languages] == ["en", "de"]


@pytest.mark.parametrize("delimiter", ["", "-- \n"])
def test_the_signature_is_what_stands_below_the_name(delimiter: str) -> None:
    end = f"Kind regards,\n{delimiter}Robin Ashdown\n+44 113 496 0123\nlinkedin.example/robin\n\nSent from my iPhone"
    found = habits(letters(mail(end=end), mail(end=end), mail()))
    assert found.signature is not None
    assert found.signature.value == "+44 113 496 0123\nlinkedin.example/robin"
    assert (found.signature.count, found.signature.of) == (2, 3)


@pytest.mark.parametrize(
    "end",
    [
        "Thank you again for doing this,\nRobin",
        "See you on Tuesday at ten,\nRobin",
        "Kind regards,\nDana Ito",
        "Robin",
        "",
    ],
)
def test_what_is_no_last_word_is_not_taken_for_one(end: str) -> None:
    assert habits(letters(*[mail(end=end)] * 3)).sign_off == {}


def test_what_others_wrote_below_is_not_the_persons() -> None:
    quoted = "\n\nOn Mon, 2 Mar 2026 at 09:00, Dana Ito <dana@acme.example> wrote:\n> Hi Robin,\n> Cheers,\n> Robin"
    found = habits(letters(*[mail() + quoted] * 2))
    assert {habit.value for habit in found.sign_off.values()} == {"Kind regards,"}


def test_german_formality_is_how_the_reader_is_addressed() -> None:
    friend = (
        "danke für die Nachricht, ich melde mich bei dir, wenn es etwas Neues gibt, und schicke dir die Unterlagen."
    )
    found = habits(letters(*[mail("Guten Tag Kim,", "Viele Grüße\nRobin", friend)] * 2))
    assert found.formality is not None
    assert found.formality.value == "informal"


def test_french_last_words_and_formality_are_learnt() -> None:
    formal = "merci pour votre message, je vous confirme ma présence à la réunion et je vous enverrai les pièces."
    friend = (
        "merci pour ton message, je te confirme que je viens, et je t'envoie les pièces dans la semaine avec le plan."
    )
    found = habits(
        letters(
            *[mail("Bonjour Madame Roy,", "Bien cordialement,\nRobin Ashdown", formal)] * 2,
            *[mail("Salut Kim,", "Bien à toi,\nRobin", friend)] * 2,
        )
    )
    assert {how: habit.value for how, habit in found.sign_off.items()} == {
        "fr-formal": "Bien cordialement,",
        "fr-informal": "Bien à toi,",
    }
    assert [habit.value for habit in found.languages] == ["fr"]


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(texts=st.lists(st.text(max_size=120), max_size=6), name=st.text(max_size=20))
def test_whatever_was_sent_counts_are_counts(texts: list[str], name: str) -> None:
    found = habits(letters(*texts, sender=Address(name, "x@y.example")))
    every = [found.name, found.signature, found.formality, *found.languages, *found.sign_off.values()]
    for habit in filter(None, every):
        assert habit.value
        assert 2 <= habit.count <= habit.of <= len(texts)
        assert 1 <= len(habit.seen) <= 3
