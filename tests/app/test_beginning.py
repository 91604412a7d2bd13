"""What the first mail of a process may be, and what never begins one."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

SENT = "From: robin@mail.example\nTo: Dana Ito <dana@novara.example>\n"
RECEIVED = "To: Robin Ashdown <robin@mail.example>\n"
DATE = "Date: Tue, 03 Mar 2026 10:00:00 +0000\n"
BEGINS = {
    "a receipt that names a title and no job": (
        (
            "From: Alder & Stone Foods Talent Acquisition <alderstone@myworkday.com>\n"
            "Subject: We've received your application - Demand Planning Analyst\n"
        ),
        "We confirm receipt of your application for Demand Planning Analyst (JR-55871), Secaucus, NJ.\n\nAlder & Stone Foods\n",
    ),
    "a change that takes all for granted": (
        "From: Kestrel Bay <simon@kestrelbay.example>\nSubject: tomorrow's chat with Simon\n",
        (
            "Robin, we have to push tomorrow's chat with the foreman from ten to Thursday at eleven. Same place, and he is still keen to see "
            "you before we decide. Sorry to mess you about.\n\nSimon\nKestrel Bay\n"
        ),
    ),
}
BEGINS_NOT = {
    "thanks for an interview that nobody knows": (
        f"{SENT}Subject: Thank you for the interview\n",
        (
            "Dear Dana,\n\nThank you for the interview for the Data Analyst position today. I enjoyed our conversation about "
            "the migration very much.\n\nKind regards,\nRobin\n"
        ),
    ),
    "an appointment at the dentist's": (
        "From: Harbour Dental <desk@harbourdental.example>\nSubject: Your appointment\n",
        "Your check-up with Dr Lee is booked for Thursday, 12 March 2026 at 2:00 PM. Please arrive ten minutes early.\n\nHarbour Dental\n",
    ),
    "a flat that somebody else got": (
        "From: Quay Lettings <lets@quaylettings.example>\nSubject: Flat 3, Harbour Street\n",
        "Thank you for your application. Unfortunately the landlord has chosen another tenant for Flat 3.\n\nQuay Lettings\n",
    ),
}


def processes(run: Run, folder: Path, mail: tuple[str, str]) -> str:
    head, text = mail
    path = folder / "one.eml"
    path.write_text(f"{head}{'' if head.startswith(SENT) else RECEIVED}{DATE}\n{text}", "utf-8")
    run("sync", path, "--me", "robin@mail.example")
    return run("processes").stdout


@pytest.mark.parametrize("mail", BEGINS)
def test_it_begins_a_process(run: Run, tmp_path: Path, mail: str) -> None:
    assert BEGINS[mail][0].split()[1] in processes(run, tmp_path, BEGINS[mail])


@pytest.mark.parametrize("mail", BEGINS_NOT)
def test_it_begins_none(run: Run, tmp_path: Path, mail: str) -> None:
    assert "No process" in processes(run, tmp_path, BEGINS_NOT[mail])


def test_what_the_candidate_sends_begins_one_where_it_applies(run: Run, tmp_path: Path) -> None:
    text = (
        "Dear Ms Ito,\n\nI hereby apply for the position of Data Analyst at Novara. Please find my CV and cover letter "
        "attached.\n\nKind regards,\nRobin Ashdown\n"
    )
    found = processes(run, tmp_path, (f"{SENT}Subject: Application as Data Analyst at Novara\n", text))
    assert "Novara · Data Analyst" in found
