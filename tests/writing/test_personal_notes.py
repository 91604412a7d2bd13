"""What somebody notes of their own life goes into no mail, and they are told so; what is their work goes in."""

from __future__ import annotations

import pytest

from sincerely.writing.words.personal import is_personal
from tests.writing.drafting import HELD, draft, unwritten

DANA = "dana@acme.example"


@pytest.mark.parametrize(
    "note",
    [
        "my divorce left me time to learn Rust",
        "since my burnout I value calm teams",
        "I need the money",
        "I was out of work for a year and taught myself SQL",
        "I'm a single mother and organised",
        "after a burnout I look for calm",
        "recovering from cancer, I plan well",
        "I have to pay my rent",
        "I got laid off in March",
        "ich brauche das Geld",
        "brauche dringend einen Job",
        "meine Scheidung hat mir Zeit gelassen",
        "seit meinem Burnout schätze ich Ruhe",
        "als ich ein Jahr krankgeschrieben war, habe ich Rust gelernt",
        "bin alleinerziehend und gut organisiert",
        "nach der Scheidung will ich neu anfangen",
        "mon divorce m'a laissé du temps",
        "je suis au chômage depuis mars",
        "j’ai besoin d’argent",
        "je suis mère célibataire et organisée",
    ],
)
def test_somebodys_own_life(note: str) -> None:
    assert is_personal(note)


@pytest.mark.parametrize(
    "note",
    [
        "I led the divorce-law team",
        "my divorce cases",
        "I helped clients after a divorce",
        "ran burnout prevention workshops",
        "I was in therapy services for ten years",
        "I need the job to be done right",
        "I was fired up by the team",
        "I let go of three vendors",
        "rebuilt the rent model",
        "counselled people who were laid off",
        "I raised the money for the clinic",
        "Ich habe Scheidungen verhandelt",
        "meine Schuldnerberatung betreut 300 Familien",
        "ich habe Burnout-Seminare geleitet",
        "das Projekt brauchte Geld",
        "ich habe Arbeitslose beraten",
        "ich brauche das Gehaltsmodul nicht",
        "ich betreute alleinerziehende Mütter",
        "ich war in der Reha als Therapeutin tätig",
        "j'ai accompagné des femmes enceintes",
        "mes dossiers de divorce",
        "mes cours de prévention du burn-out",
    ],
)
def test_somebodys_work(note: str) -> None:
    assert not is_personal(note)


@pytest.mark.parametrize("field", ["fit", "liked", "topic"])
def test_it_goes_into_no_mail_and_is_told(field: str) -> None:
    notes = '{field}="{private}" {other}="{said}"'
    other, said = ("fit", "ran two such migrations") if field != "fit" else ("liked", "the migration story")
    private = "since my burnout I value calm teams"
    line = notes.format(field=field, private=private, other=other, said=said)
    found = draft(f"{HELD}2026-03-04 15:20 debriefed {DANA} {line}", "THX001", DANA)
    assert "burnout" not in found.body
    assert "migration" in found.body
    assert found.kept_back == (private,)
    assert found.as_json()["kept_back"] == [private]


def test_a_mail_of_nothing_private_says_nothing_of_it() -> None:
    found = draft(f'{HELD}2026-03-04 15:20 debriefed {DANA} fit="I led the divorce-law team"', "THX001", DANA)
    assert "divorce-law" in found.body
    assert "kept_back" not in found.as_json()


def test_where_nothing_else_was_noted_it_is_asked_and_said_why() -> None:
    found = unwritten(f'{HELD}2026-03-04 15:20 debriefed {DANA} fit="I need the money"', "THX001", DANA)
    assert "private" in found.missing[0].ask
    assert "“I need the money”" in found.missing[0].ask


def test_a_mail_that_takes_no_notes_says_nothing_of_them() -> None:
    line = f'2026-03-04 15:20 debriefed {DANA} fit="I need the money"'
    assert draft(f"{HELD}{line}", "WAIT003").kept_back == ()
