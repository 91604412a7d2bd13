"""Where one person of an employer's own asked that everything go through them, the rest are not written to."""

from __future__ import annotations

import pytest
from tests.gate.case_files import Written
from tests.support import POLICY

from sincerely.app.outgoing.reviewing import elsewhere, review_process
from sincerely.core.fold import fold

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


AGENCY = """process talent employer="Talent House" role="Fitter" zone=Europe/London country=GB via=agency consultant=ann@talent.example
2026-11-09 09:00 agreed kim.lowe@uni.example
2026-11-16 15:00 interviewed ann@talent.example
process globex employer="Globex" role="Clerk" zone=Europe/London country=GB
2026-11-11 09:00 heard dana@globex.example
"""
ABOUT = "I would like to ask whether you have decided about the position."


@pytest.mark.parametrize(
    ("to", "text", "around"),
    [
        ("Corvane <info@corvane.example>", ABOUT, True),
        ("Corvane <info@corvane.example>", "Thank you for the interview on Monday.", True),
        ("Corvane <info@corvane.example>", "I would be glad to be your fitter.", True),
        ("Corvane <info@corvane.example>", "Please send me your catalogue of pumps.", False),
        ("Corvane <info@corvane.example>, Ann <ann@talent.example>", ABOUT, False),
        ("Bo <bo@talent.example>", ABOUT, False),
        ("Kim Lowe <kim.lowe@uni.example>", "They may call you about the fitter's position.", False),
        ("Jo Pratt <jo.pratt@school.example>", "May I name you as a referee for the position of fitter?", False),
        ("Mum <mum@gmail.com>", "The interview went well, there is no decision yet.", False),
        ("Dana <dana@globex.example>", "Thank you for the interview.", False),
        ("Hotel <desk@hotel.example>", "I have an interview in Leeds on Monday and need a room.", False),
        ("Kim <kim@school.example>", "I have a job interview on Monday. Could we practise on Sunday?", False),
        ("Kasse <info@kasse.example>", "Ich habe am Montag ein Vorstellungsgespräch.", False),
        ("Brim <jobs@brim.example>", "Please find my application for the position of cook.", False),
    ],
)
def test_a_client_whom_the_agency_has_not_named_is_not_asked(to: str, text: str, *, around: bool) -> None:
    mail = f"From: Marcus Odom <marcus@mail.example>\nTo: {to}\nSubject: Hello\n\nHello,\n\n{text}\n\nMarcus Odom\n"
    written = Written("x", False, "2026-11-18T15:00", "", "", "", AGENCY, mail)  # noqa: FBT003
    talent = written.timelines[0]
    others = [elsewhere(written.timelines[1].header, written.timelines[1].events)]
    process = fold(talent.header, talent.events)
    found = review_process(written.message, process, written.instant(written.at), others, policy=POLICY)
    codes = {finding.code for finding in found.verdict.findings}
    assert ("OUT003" in codes) is around
    assert text is not ABOUT or "OUT001" in codes
