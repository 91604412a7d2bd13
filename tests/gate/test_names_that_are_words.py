"""OUT005: another employer may be called as a word is; the word alone names nobody."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written

PROCESS = """process kessler employer="Kessler Pump" role="Fitter" zone=Europe/Berlin country=DE
2026-06-09 11:00 interviewed dana@kessler.example
process other employer="{other}" role="Clerk" zone=Europe/Berlin country=DE
2026-06-08 11:00 interviewed jo@other.example
"""


def _named(other: str, line: str) -> bool:
    mail = f"From: Lise <lise@mail.example>\nTo: Dana <dana@kessler.example>\nSubject: Fitter\n\nHi Dana,\n\n{line}\n\nLise\n"
    written = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS.format(other=other), mail)  # noqa: FBT003
    return any(finding.code == "OUT005" for finding in written.review().verdict.findings)


@pytest.mark.parametrize(
    ("other", "line"),
    [
        ("Bridge", "Bridge building is my trade."),
        ("Target", "Target dates never scared me."),
        ("Notion", "Notion and Jira are my daily tools."),
        ("Orange", "Orange juice was a nice touch."),
        ("Light Industrial", "I spent six years in Light Industrial staffing."),
        ("Werkstatt", "Ich habe die Werkstatt gern gesehen."),
        ("Nordhessen", "Ich kenne in Nordhessen jeden Betrieb."),
        ("Courriel", "Mon adresse a changé. Courriel : lise@mail.example"),
    ],
)
def test_the_word_alone_names_no_house(other: str, line: str) -> None:
    assert not _named(other, line)


@pytest.mark.parametrize(
    ("other", "line"),
    [
        ("Bridge", "I would be glad to join Bridge."),
        ("Bridge", "Bridge is my first choice."),
        ("Orange", "I look forward to working at Orange."),
        ("Orange", "Orange's stores are well run."),
        ("Light Industrial", "I would love to work for Light Industrial."),
        ("Werkstatt", "Vielen Dank für das Gespräch bei der Werkstatt."),
        ("Nordhessen", "Ich freue mich auf die Arbeit bei Nordhessen."),
        ("Initech", "Initech is my first choice."),
        ("Initech", "Initech and its people impressed me."),
        ("Initech Works", "Initech Works impressed me."),
    ],
)
def test_where_a_house_is_meant_it_is_named(other: str, line: str) -> None:
    assert _named(other, line)
