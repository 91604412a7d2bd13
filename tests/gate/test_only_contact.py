"""Where one person of an employer's own asked that everything go through them, the rest are not written to."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written

WISH = "prefers tamika.wells@riverbend.example contact=tamika.wells@riverbend.example"
PROCESS = f"""process riverbend employer="Riverbend Health" role="Director" zone=America/New_York country=US via=direct
2026-11-09 09:00 scheduled helen.ruiz@riverbend.example, tamika.wells@riverbend.example start="2026-11-18 15:00" end="2026-11-18 16:00"
2026-11-18 17:00 {WISH} channel=contact
"""


def _judged(to: str, process: str = PROCESS) -> list[str]:
    mail = f"From: Marcus Odom <marcus@mail.example>\nTo: {to}\nSubject: Thank you\n\nDear {to.split(maxsplit=1)[0]},\n\nthank you for your time today.\n\nMarcus Odom\n"
    verdict = Written("x", False, "2026-11-18T18:00", "", "", "", process, mail).review().verdict  # noqa: FBT003
    return [f"{finding.message} {finding.proposal}" for finding in verdict.findings if finding.code == "OUT003"]


def test_a_mail_around_the_contact_is_advised_on() -> None:
    (said,) = _judged("Helen Ruiz <helen.ruiz@riverbend.example>")
    assert "tamika.wells@riverbend.example asked that everything go through them" in said


@pytest.mark.parametrize("process", [PROCESS, PROCESS.replace(" channel=contact", "")])
def test_a_mail_to_the_contact_is_none(process: str) -> None:
    assert not _judged("Tamika Wells <tamika.wells@riverbend.example>", process)


def test_whoever_is_only_there_for_questions_keeps_nobody_from_writing() -> None:
    assert not _judged("Helen Ruiz <helen.ruiz@riverbend.example>", PROCESS.replace(" channel=contact", ""))
