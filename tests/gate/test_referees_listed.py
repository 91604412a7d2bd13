"""Referees in lists are named as those in sentences are; houses, books and what begins a German sentence are nobody."""

from __future__ import annotations

import sys
from functools import partial

import pytest
from tests.gate.case_files import Written
from tests.reading.counting import work

PROCESS = """process fernhill employer="Fernhill Library" role="Library assistant" zone=Europe/London country=GB-ENG via=direct
2026-06-01 09:00 scheduled joan.pell@fernhill.example, raj.bose@fernhill.example start="2026-06-09 10:00" end="2026-06-09 11:00"
2026-06-05 10:00 asked kim.osei@college.example
2026-06-06 10:00 agreed kim.osei@college.example
2026-06-09 14:00 briefed kim.osei@college.example
2026-06-09 15:00 requested references
"""


def _unready(text: str) -> list[str]:
    mail = (
        "From: Nell Farrow <nell.farrow@mail.example>\nTo: Joan Pell <joan.pell@fernhill.example>\n"
        f"Subject: Re: References\n\nDear Joan,\n\n{text}\n\nBest wishes\nNell Farrow\n"
    )
    verdict = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS, mail).review().verdict  # noqa: FBT003
    return [finding.quote for finding in verdict.findings if finding.code == "OUT010"]


@pytest.mark.parametrize(
    "text",
    [
        "My references:\n\n1. Kim Osei, tutor\n2. Paul Brandt, head of the village school",
        "My references:\n\n- Kim Osei, tutor\n- Paul Brandt, head, 01234 567890",
        "References\n\nKim Osei\nTutor, Marsh College\nkim.osei@college.example\n\nPaul Brandt\nHead\n01234 567890",
        "Two people you can call: Kim Osei (kim.osei@college.example) and Paul Brandt, my head (555-010-0123).",
        "Meine Referenzen:\n\nKim Osei, Dozentin, kim.osei@college.example\nDr. Paul Brandt, Oberarzt, Tel. 0561 555010",
        "Mes références :\n\n- Kim Osei, tutrice\n- Paul Brandt, ébéniste, 05 49 00 00 00",
    ],
)
def test_one_of_a_list_is_unready(text: str) -> None:
    assert [quote.removeprefix("Dr. ") for quote in _unready(text)] == ["Paul Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "My references:\n\n1. Kim Osei, tutor\n2. The second follows by Friday.",
        "My referee is Kim Osei, who taught me at Marsh College. Raj Bose may call her on 01234 567890.",
        "Does the second referee have to be from Great Yarmouth, or may they be from Marsh College?",
        "I recommend Thomas Hardy to every reader.",
        "Meine Referenzen schicke ich Ihnen bis Freitag, ich warte noch auf eine Zusage.",
        "Die Referenzschreiben vom Haus Sonnenhof liegen bei.",
        "My references follow. I can come on:\n\n- Monday June, 01/06/2026\n- Kim Osei, tutor, says hello",
        "References are on their way.\n\nAddress until June:\n\n12 Mill Lane\nGreat Marlow\n01234 567890",
        "Two things about references.\n\n- Kim Osei, my tutor, is away until Monday\n- Driving Licence, clean, comes by post",
        "For my reference: is the number of the Front Desk still 01234 567890?",
        "My reference is Kim Osei. You can reach me, Nell Farrow, on 01234 567890.",
    ],
)
def test_nobody_unready_is_listed(text: str) -> None:
    assert not _unready(text)


def test_a_line_of_many_names_costs_as_much_as_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith("sincerely.gate.")]
    small, large = (
        work(monkeypatch, modules, partial(_unready, "My references: " + "Ann Bo, " * count)) for count in (500, 2_000)
    )
    assert large < 4.5 * small
