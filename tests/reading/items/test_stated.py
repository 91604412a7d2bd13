"""Things that a sentence names to say how it stands with them, in a row of a list or in words of its own."""

from __future__ import annotations

import pytest
from tests.reading.items.test_asked import asked

from sincerely.app.models.reading_models import load_models
from sincerely.reading.items.named import named
from sincerely.reading.items.stated import is_stated, is_ticked_off
from sincerely.reading.scoring.words import plain

ITEMS = load_models().items


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Your portfolio made the rounds in our team this morning.", True),
        ("Your referees have both come back to us, so please leave them in peace.", True),
        ("Your transcript and your CV are with the hiring manager.", True),
        ("Your letter and transcript for the studentship are both in the shared folder now.", True),
        ("Your transcript is missing.", False),
        ("Your references are due on Friday.", False),
        ("Your passport has expired, please send a new one.", False),
        ("Your certificate must be with us by Friday.", False),
        ("The office has your form.", True),
        ("Our team has your form.", True),
        ("We already have your certificates.", True),
        ("Please have your references ready.", False),
        ("Once we have your transcript we can go on.", False),
        ("Ihre Zeugnisse haben wir hier.", True),
        ("Ihr Zeugnis vom Meister habe ich schon bewundert.", True),
        ("Ihr Zeugnis haben wir noch nicht.", False),
        ("Ihre Zeugnisse liegen uns vor.", True),
        ("Nous avons bien votre CV.", True),
        ("We will send you the forms next week.", True),
        ("I would have the paperwork in front of you by the 13th.", True),
        ("We will need you to send the forms next week.", False),
        ("We would like you to complete the form.", False),
        ("She would like to form her own view of you.", True),
        ("Please use the form attached.", False),
        ("Please find attached my CV.", True),
        ("When are my referees contacted?", True),
        ("Before anyone contacts your referees, please take our quiz.", True),
        ("Before Friday please send your references.", False),
        ("Is your second referee a relation?", True),
        ("Could you send your references?", False),
        ("There will be a visit and a reference check.", True),
    ],
)
def test_what_is_said_of_a_thing_asks_for_nothing(sentence: str, *, stated: bool) -> None:
    words = plain(sentence).split()
    one = next(one for one in named(words, ITEMS))
    assert is_stated(words, one) is stated


@pytest.mark.parametrize(
    ("row", "there"),
    [
        ("Passport: received", True),
        ("Degree certificate (on file)", True),
        ("Reference 1 (received 20 Jan)", True),
        ("Task 2: Upload certificates: completed 07/12/2026", True),
        ("Lebenslauf – liegt vor", True),
        ("Führungszeugnis – erst nach Zusage", True),
        ("Diplôme : reçu", True),
        ("References done, plans to be defended", True),
        ("Passport: missing", False),
        ("Health questionnaire: not yet received", False),
        ("Passport, signed", False),
        ("Please send the passport you received", False),
        ("Zeugnis (Kopie genügt)", False),
    ],
)
def test_a_row_is_ticked_off(row: str, *, there: bool) -> None:
    words = plain(row).split()
    one = next(one for one in named(words, ITEMS))
    assert is_ticked_off(words, one) is there


def test_of_a_list_with_states_only_what_is_missing_is_asked_for() -> None:
    rows = "- Passport: received\n- Health questionnaire: missing\n- Degree certificate: received"
    text = f"Dear Robin,\n\nyour checklist:\n\n{rows}\n\nPlease complete what is missing by March 10.\n\nDana"
    assert set(asked(text)) == {"form"}


def test_rows_behind_ticks_are_rows() -> None:
    rows = "✔ Background check authorization\n✔ Teaching certificate\n✔ Copy of your passport"
    text = f"Dear Robin,\n\nplease complete and upload the following by March 10:\n\n{rows}\n\nDana"
    assert {"form", "certificate", "id"} <= set(asked(text))


def test_whoever_writes_about_openings_asks_for_no_cv() -> None:
    text = (
        "Hi Robin,\n\nI came across your profile and have a Data Analyst opening with a client in Leeds, £45,000. "
        "If you are interested, please send me your CV and I will call you.\n\nDana Lee\nRecruitment Consultant"
    )
    assert asked(text) == {}


def test_a_day_that_is_told_is_not_asked_for() -> None:
    text = "Dear Robin,\n\nYour start date is Monday 16 March at 9am. Please ask for Ida Holm and bring your passport.\n\nDana"
    assert set(asked(text)) == {"id"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The start date will be 1 May.", True),
        ("Ihr Eintrittstermin ist der 1. Mai.", True),
        ("Your start date is to be agreed.", False),
        ("Your earliest start date is missing.", False),
        ("Please tell us what your start date is.", False),
    ],
)
def test_the_day_of_the_start_is_told(text: str, *, told: bool) -> None:
    words = plain(text).split()
    assert is_stated(words, named(words, ITEMS)[0]) is told
