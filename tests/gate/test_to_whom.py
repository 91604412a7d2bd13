"""Whom a mail goes to: referees and friends are not the employer, and some mailboxes are read by nobody."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written

NO = """process acme employer="Acme Corp" role="Data analyst" zone=Europe/Paris country=FR via=direct
2026-03-02 09:00 agreed odile.garnier@postale.example
2026-03-04 15:00 interviewed dana.ito@acme.example
2026-03-20 09:00 rejected dana.ito@acme.example
"""
SYSTEM = """process riverbend employer="Riverbend Health" role="Director" zone=America/New_York country=US via=direct
2026-03-01 09:00 applied riverbendhealth@jobsystem.example
{known}2026-03-20 09:00 rejected riverbendhealth@jobsystem.example
"""
KNOWN = "2026-03-04 15:00 heard tamika.wells@riverbend.example\n"
SAD = "Le poste est allé à quelqu'un d'autre. Leur responsable est un incompétent, mais votre appel m'a touchée."
WHY = "Thank you for telling me. Was there a specific reason for your decision?"


def _judged(process: str, to: str, text: str, at: str = "2026-03-20T15:00") -> dict[str, str]:
    mail = f"From: Nina Perrin <nina@courriel.example>\nTo: {to}\nSubject: Data analyst\n\n{text}\n\nNina Perrin\n"
    written = Written("x", False, at, "", "", "", process, mail)  # noqa: FBT003
    return {f.code: f"{f.weight} {f.message} {f.proposal}" for f in written.review().verdict.findings}


@pytest.mark.parametrize("to", ["Odile Garnier <odile.garnier@postale.example>", "Margot <margot@maison.example>"])
def test_what_goes_to_referees_and_friends_is_never_held(to: str) -> None:
    assert "OUT011" not in _judged(NO, to, SAD)


@pytest.mark.parametrize(
    "to",
    [
        "Dana Ito <dana.ito@acme.example>",
        "Head <head@acme.example>",
        "Dana Ito <dana.ito@maison.example>",
        "jobs@acme-hiring.example",
        "Margot <margot@maison.example>, Dana Ito <dana.ito@acme.example>",
    ],
)
def test_what_may_reach_them_is_held(to: str) -> None:
    assert "OUT011" in _judged(NO, to, SAD)


def test_where_nobody_of_theirs_is_known_anybody_may_be_one() -> None:
    nobody = NO.replace("2026-03-04 15:00 interviewed dana.ito@acme.example\n", "").replace(
        " dana.ito@acme.example", ""
    )
    assert "OUT011" in _judged(nobody, "Margot <margot@maison.example>", SAD)


def test_a_hiring_systems_mailbox_is_no_way_to_those_who_are_known() -> None:
    said = _judged(SYSTEM.format(known=KNOWN), "riverbendhealth@jobsystem.example", WHY, "2026-03-23T15:00")["OUT003"]
    assert said.startswith("advise")
    assert "Send it to tamika.wells@riverbend.example." in said


@pytest.mark.parametrize(
    ("known", "to"),
    [
        ("", "riverbendhealth@jobsystem.example"),
        (KNOWN, "tamika.wells@riverbend.example"),
        (KNOWN, "riverbendhealth@jobsystem.example, tamika.wells@riverbend.example"),
        (KNOWN, "riverbendhealth@gmx.de"),
        (KNOWN, "riverbend@riverbend.example"),
    ],
)
def test_what_somebody_reads_is_fine(known: str, to: str) -> None:
    assert "OUT003" not in _judged(SYSTEM.format(known=known), to, WHY, "2026-03-23T15:00")


def test_a_mailbox_that_says_that_nobody_reads_is_none() -> None:
    said = _judged(SYSTEM.format(known=""), "no-reply@riverbend.example", WHY, "2026-03-23T15:00")["OUT003"]
    assert "Nobody reads what is written to no-reply@riverbend.example" in said


OFFER = """process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
process bolt employer="Bolt Works" role="Analyst" zone=America/New_York country=US
2026-03-10 15:00 offered kim@bolt.example by=2026-03-20
"""
TAKEN = ["I have accepted another offer, and tell you at once.", "Ich habe ein anderes Angebot angenommen.", "J'ai accepté une autre offre."]  # fmt: skip


@pytest.mark.parametrize("line", TAKEN)
def test_an_acceptance_is_said_to_be_none_while_the_offer_waits(line: str) -> None:
    to = "Dana Ito <dana@acme.example>"
    said = _judged(OFFER, to, line, "2026-03-12T15:00")["OUT009"]
    assert "the offer of Bolt Works still waits" in said
    accepted = f"{OFFER}2026-03-11 15:00 accepted kim@bolt.example\n"
    assert "OUT009" not in _judged(accepted, to, line, "2026-03-12T15:00")


@pytest.mark.parametrize(
    "line",
    [
        "I have not accepted another offer.",
        "If I had accepted another offer, you would know.",
        "Ich habe noch kein anderes Angebot angenommen.",
        "J'ai accepté votre proposition de rendez-vous.",
        "I have another offer, and must answer by Friday.",
    ],
)
def test_what_denies_or_supposes_an_acceptance_is_none(line: str) -> None:
    assert "OUT009" not in _judged(OFFER, "Dana Ito <dana@acme.example>", line, "2026-03-12T15:00")


NOTE = """process acme employer="Acme Corp" role="Data analyst" zone=Europe/Paris country=FR
2026-03-04 15:00 interviewed dana@acme.example
"""


@pytest.mark.parametrize(
    ("line", "thin"),
    [
        ("Vous cherchez quelqu'un qui relie deux équipes ; c'est ce que je fais depuis six ans.", False),
        ("Relier deux équipes est mon quotidien depuis six ans.", False),
        ("Sie suchen jemanden, der vermittelt; genau das mache ich seit sechs Jahren.", False),
        ("You want somebody who tells it plainly; that has been my daily work for six years.", False),
        ("C'est exactement ce que je souhaite trouver.", True),
        ("Genau das suche ich.", True),
        ("This is what I want.", True),
    ],
)
def test_what_one_does_every_day_is_why_one_fits(line: str, thin: bool) -> None:  # noqa: FBT001
    note = f"Merci / danke / thank you for the talk about the position. {line}"
    assert ("OUT015" in _judged(NOTE, "Dana Ito <dana@acme.example>", note, "2026-03-05T10:00")) is thin
