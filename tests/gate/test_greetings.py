"""Who is greeted: ranks, houses and what follows a name are nobody; somebody else's name stops a mail."""

from __future__ import annotations

import time

import pytest
from tests.gate.case_files import Written

PROCESS = """process lindenhof employer="Klinikum Lindenhof" role="Pflegefachkraft" zone=Europe/Berlin country=DE-BY via=direct
2026-06-01 09:00 scheduled sabine.kroll@lindenhof.example, tobias.weiss@lindenhof.example start="2026-06-12 10:00" end="2026-06-12 11:00"
2026-06-09 09:00 heard sabine.kroll@lindenhof.example asks=yes
"""
KROLL = "Sabine Kroll <sabine.kroll@lindenhof.example>"
DESK = "Klinikum Lindenhof <klinikum@lindenhof.example>"


def _wrong(to: str, text: str) -> list[str]:
    mail = f"From: Nell Farrow <nell@mail.example>\nTo: {to}\nSubject: Freitag\n\n{text}\n\nNell Farrow\n"
    verdict = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS, mail).review().verdict  # noqa: FBT003
    return [finding.message for finding in verdict.findings if finding.code == "OUT005"]


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        (KROLL, "Guten Morgen, Frau Kroll,"),
        (KROLL, "Grüß Gott Frau Kroll,"),
        (KROLL, "Coucou Sabine,"),
        (KROLL, "Sehr geehrte Frau Pflegedirektorin,"),
        (KROLL, "Bonjour Madame la directrice,"),
        (KROLL, "Liebes Lindenhof-Team,"),
        (KROLL, "Bonjour à tous les deux,"),
        (KROLL, "Hi Sabine perfect"),
        (KROLL, "Hi Sabine Friday it is"),
        (KROLL, "Hi Sabine Nell here"),
        (KROLL, "Good morning Sabine and happy Friday"),
        (KROLL, "Liebe Frau Kroll, lieber Herr Weiss,"),
        (DESK, "Sehr geehrte Frau Albers,"),
    ],
)
def test_right_greetings(to: str, greeting: str) -> None:
    assert not _wrong(to, f"{greeting}\n\nFreitag passt.")


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        (KROLL, "Guten Morgen, Frau Petersen,"),
        (KROLL, "Grüß Gott Frau Petersen,"),
        (KROLL, "Sehr geehrter Herr Leiter,"),
        (KROLL, "Hi Peter perfect"),
        (KROLL, "Hi Sabine and Peter,"),
        (KROLL, "hi sabine and peter"),
        (KROLL, "Lieber Herr Weiss,"),
        ("Marion Post <marion.post@lindenhof.example>", "Liebe Anna,"),
        ("Petra Klinikum <petra@lindenhof.example>", "Liebe Anna,"),
    ],
)
def test_wrong_greetings(to: str, greeting: str) -> None:
    assert _wrong(to, f"{greeting}\n\nFreitag passt.")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("I would be glad to bring this experience to Acorn House.", True),
        ("I would feel at home at Acorn House.", True),
        ("I will bring that book back to Mrs Osei.", False),
        ("Can I bring such papers to Room Twelve?", False),
        ("I would feel at home at Klinikum Lindenhof.", False),
    ],
)
def test_where_something_is_brought_to(line: str, wrong: bool) -> None:  # noqa: FBT001
    assert bool(_wrong(KROLL, f"Liebe Frau Kroll,\n\n{line}")) is wrong


def test_a_greeting_without_an_end_costs_little() -> None:
    begun = time.process_time()
    _wrong(KROLL, "Hi Sabine " + "Ann Bo " * 20_000)
    assert time.process_time() - begun < 10
