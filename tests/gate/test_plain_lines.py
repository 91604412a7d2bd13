"""Everyday lines that a check must find, beside near misses that it must let pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.gate.case_files import example

_ROWS = [line.split("\t") for line in (Path(__file__).parent / "plain_lines.tsv").read_text("utf-8").splitlines()]
_HELD = """process tarn-planner employer="Tarnfield Mills" role="Planner" zone=Europe/London country=GB-ENG
2026-03-04 15:00 interviewed mona@tarnfield.example
2026-03-04 16:00 debriefed mona@tarnfield.example liked="the night shift's board" fit="planned two lines"
2026-03-05 09:00 thanked mona@tarnfield.example
"""
_ASKED = f"at 2026-03-05 12:00\n{_HELD}2026-03-05 10:00 heard mona@tarnfield.example asks=yes\n"
_NO = "2026-03-06 09:00 rejected mona@tarnfield.example\n"
_BEFORE = {
    "OUT010": f"""at 2026-03-05 14:00
{_HELD}2026-03-05 10:00 requested references
2026-03-05 11:00 asked kim.lane@uni.example
""",
    "OUT011": f"at 2026-03-06 11:00\n{_HELD}{_NO}",
    "OUT014": f"at 2026-03-10 11:00\n{_HELD}{_NO}2026-03-07 10:00 asked-why mona@tarnfield.example\n",
}


@pytest.mark.parametrize(("code", "verdict", "text"), _ROWS)
def test_an_everyday_line(code: str, verdict: str, text: str) -> None:
    mail = f"""---
From: Robin Vale <robin@mail.example>
To: Mona Fell <mona@tarnfield.example>
Subject: Planner

Dear Mona,

{text}

Kind regards,
Robin
"""
    found = example(_BEFORE.get(code, _ASKED) + mail).review().verdict.findings
    assert (code in {finding.code for finding in found}) is (verdict == "hit")
