"""What the first mail of a process may be, and what never begins one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.app.conftest import Run

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
    "an answer that is awaited": (
        "From: Larkhill <dana.reed@larkhill.example>\nSubject: Interview for the Data Analyst position\n",
        (
            "Hi Robin,\n\nThank you for coming in for the Data Analyst interview. Please let us know by Friday 13 March whether "
            "you are still interested.\n\nBest wishes\nDana Reed\nLarkhill\n"
        ),
    ),
    "a change that takes all for granted": (
        "From: Kestrel Bay <simon@kestrelbay.example>\nSubject: tomorrow's chat with Simon\n",
        (
            "Robin, we have to push tomorrow's chat with the foreman from ten to Thursday at eleven. Same place, and he is still keen to see "
            "you before we decide. Sorry to mess you about.\n\nSimon\nKestrel Bay\n"
        ),
    ),
}
NOT_READ_AS_HIRING = {
    "a haircut that was put off": (
        "From: Calendly <notifications@calendly.com>\nReply-To: Lou <lou@lous.example>\nSubject: Updated: Haircut with Lou\n",
        "Hi Robin,\n\nYour event Haircut with Lou has been moved to Thursday, 12 March 2026 at 2:00 PM.\n",
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

# These seem to say something, and name no job.
NO_JOB = {
    "an electrician for tenants": (
        "From: Lou Tern <lou@lettings.example>\nSubject: tomorrow\n",
        "Robin, we have to push the visit of the Electrician from ten to Thursday at eleven. Sorry.\n\nLou\n",
    ),
}
OFFER = (
    "From: Dana Smith <dana.smith@acme.example>\nSubject: Data Analyst\n",
    (
        "Dear Robin,\n\nWe are delighted to offer you the position of Data Analyst at Acme. Please let us know by Friday, 13 March "
        "whether you accept.\n\nDana Smith\nAcme\n"
    ),
)


def processes(run: Run, folder: Path, mail: tuple[str, str]) -> str:
    head, text = mail
    path = folder / "one.eml"
    path.write_text(f"{head}{'' if head.startswith(SENT) else RECEIVED}{DATE}\n{text}", "utf-8")
    run("sync", path, "--me", "robin@mail.example")
    return run("processes").stdout


@pytest.mark.parametrize("mail", BEGINS)
def test_it_begins_a_process(run: Run, tmp_path: Path, mail: str) -> None:
    assert BEGINS[mail][0].split()[1] in processes(run, tmp_path, BEGINS[mail])


@pytest.mark.parametrize("mail", NOT_READ_AS_HIRING)
def test_it_begins_none(run: Run, tmp_path: Path, mail: str) -> None:
    assert "No process" in processes(run, tmp_path, NOT_READ_AS_HIRING[mail])


@pytest.mark.parametrize("mail", NO_JOB)
def test_what_names_no_job_is_asked_about(run: Run, tmp_path: Path, mail: str) -> None:
    processes(run, tmp_path, NO_JOB[mail])
    assert run("today", "--json", "--at", "2026-03-04T12:00Z").stdout == ""
    assert "moved" in run("questions", "--json").stdout


def test_an_offer_out_of_nowhere_is_a_question(run: Run, tmp_path: Path) -> None:
    assert "Acme" in processes(run, tmp_path, OFFER)
    assert "offer" in run("questions").stdout
    assert "OFF001" not in run("today", "--json", "--at", "2026-03-04T12:00Z").stdout


def test_a_swindlers_offer_begins_nothing(run: Run, tmp_path: Path) -> None:
    head, text = OFFER
    free = head.replace("dana.smith@acme.example", "dana.smith.acme@gmail.com")
    assert "No process" in processes(run, tmp_path, (free, text))


def test_what_the_candidate_sends_begins_one_where_it_applies(run: Run, tmp_path: Path) -> None:
    text = (
        "Dear Ms Ito,\n\nI hereby apply for the position of Data Analyst at Novara. Please find my CV and cover letter "
        "attached.\n\nKind regards,\nRobin Ashdown\n"
    )
    found = processes(run, tmp_path, (f"{SENT}Subject: Application as Data Analyst at Novara\n", text))
    assert "Novara · Data Analyst" in found


def test_a_form_that_the_candidate_sends_begins_none(run: Run, tmp_path: Path) -> None:
    """Any office wants forms, and for others, too."""
    text = "Hi Dana,\n\nAttached is the completed form for the receptionist position.\n\nRobin\n"
    assert "No process" in processes(run, tmp_path, (f"{SENT}Subject: Form for the receptionist position\n", text))
