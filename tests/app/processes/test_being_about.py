"""What a process is about, put right by hand: kept, undone, and left alone by later mail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.app.conftest import Run

from sincerely.app.processes.being_about import PLACED
from sincerely.app.processes.erasing_settings import Gone, without

ACME = """process acme-teacher employer="Ac Me" role="Tue Oct 13" zone=America/New_York country=US
2026-03-02 09:00 acknowledged - source="<one@acme.example>"
"""
LATER = """From: Dana Cole <dana@acme.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview for the Data Analyst role
Message-ID: <two@acme.example>
In-Reply-To: <one@acme.example>
Date: Tue, 03 Mar 2026 09:00:00 +0100

Hi Robin,

Thank you for applying to Acme as a Data Analyst. Your interview is confirmed for Friday, 6 March at 10:00.

Best,
Dana
"""


@pytest.fixture(autouse=True)
def told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "acme.timeline"
    file.write_text(ACME, "utf-8")
    assert run("import", file).returncode == 0


def about(run: Run) -> dict[str, str]:
    lines = run("about", "acme").stdout.splitlines()
    return {line.split()[0]: line.partition(" ")[2].strip() for line in lines}


def test_what_was_read_wrongly_is_put_right_until_it_is_undone(run: Run) -> None:
    before = about(run)
    done = run("about", "acme", "--employer", " Acme  Corp ", "--role", "Data analyst")
    assert done.returncode == 0, done.stderr
    assert about(run) == {**before, "employer": "Acme Corp", "role": "Data analyst"}
    assert run("undo").returncode == 0
    assert about(run) == before
    assert run("undo", "--again").returncode == 0
    assert about(run)["role"] == "Data analyst"


def test_the_place_that_a_person_said_stays_whatever_mail_comes(run: Run, tmp_path: Path) -> None:
    said = ("--employer", "Acme", "--role", "Data analyst", "--zone", "Asia/Tokyo", "--country", "jp")
    assert run("about", "acme", *said).returncode == 0
    mail = tmp_path / "later.eml"
    mail.write_text(LATER, "utf-8")
    assert run("sync", mail, "--me", "robin@mail.example").returncode == 0
    assert about(run)["zone"] == "Asia/Tokyo"
    assert about(run)["country"] == "JP"
    states = [json.loads(line)["process"] for line in run("processes", "--json").stdout.splitlines()]
    assert states == ["acme-teacher"]


def test_the_place_is_open_again_after_undo(run: Run) -> None:
    assert run("about", "acme", "--zone", "Asia/Tokyo").returncode == 0
    assert run("undo").returncode == 0
    assert about(run)["zone"] == "America/New_York"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("--zone", "Europe/Nowhere"), "time zone such as Europe/Berlin"),
        (("--zone", "../../etc/passwd"), "time zone such as Europe/Berlin"),
        (("--country", "Germany"), "country such as DE"),
        (("--employer", "  "), "needs a name"),
        (("--via", "agency"), "address of the agency's consultant"),
        (("--consultant", "Jo Marsh"), "address of the agency's consultant"),
        (("--via", "friend"), "via direct or agency"),
        (("--via", "direct", "--consultant", "jo@talent.example"), "has no consultant"),
        (("--role", "x" * 300), "at most 200 characters"),
        (("--role", "Tue Oct 13"), "about that already"),
    ],
)
def test_what_cannot_be_is_said(run: Run, said: tuple[str, str], words: str) -> None:
    done = run("about", "acme", *said)
    assert done.returncode == 2
    assert words in done.stderr
    assert about(run)["employer"] == "Ac Me"


def test_a_role_may_be_taken_away(run: Run) -> None:
    assert run("about", "acme", "--role", "").returncode == 0
    assert about(run)["role"] == "not known"


def test_an_erased_process_takes_nobody_elses_place_along() -> None:
    assert without(PLACED, ["acme", "globex"], Gone(frozenset({"globex"}))) == ["acme"]


SCHOOL = """From: Julie Marsh <office@stalbans-pri.example>
To: Robin Ashdown <robin@mail.example>
Subject: Teaching Assistant
Message-ID: <four@stalbans-pri.example>
In-Reply-To: <three@stalbans-pri.example>
Date: Tue, 03 Mar 2026 09:00:00 +0000

Dear Robin,

I am pleased to invite you to interview for the post of Teaching Assistant on Tuesday 10 March at 9.15am.

Regards
Mrs J Marsh
School Business Manager
St Alban's Primary School
"""
CUT = """process stalbans employer="Stalbans Pri" role="Teaching Assistant" zone=Europe/London country=GB
2026-03-01 09:00 acknowledged - source="<three@stalbans-pri.example>"
"""


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_name_that_a_domain_cut_short_is_told_in_full(run: Run, tmp_path: Path, *, by_hand: bool) -> None:
    (tmp_path / "school.timeline").write_text(CUT.replace("Pri", "P") if by_hand else CUT, "utf-8")
    assert run("import", tmp_path / "school.timeline").returncode == 0
    if by_hand:
        assert run("about", "stalbans", "--employer", "Stalbans Pri").returncode == 0
    (tmp_path / "school.eml").write_text(SCHOOL, "utf-8")
    assert run("sync", tmp_path / "school.eml", "--me", "robin@mail.example").returncode == 0
    shown = run("about", "stalbans").stdout
    assert ("St Alban's Primary School" in shown) is not by_hand
    assert ("Stalbans Pri" in shown) is by_hand


THROUGH_ANOTHER = """From: Sam Reed <sam@otherhouse.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview with my client
Message-ID: <three@otherhouse.example>
In-Reply-To: <one@acme.example>
Date: Tue, 03 Mar 2026 09:00:00 +0100

Hi Robin,

My client, Globex Ltd, would like to interview you on Friday, 6 March at 10:00.

Best,
Sam Reed
Otherhouse Recruitment
"""


def test_the_way_through_an_agency_is_said_and_taken_back(run: Run) -> None:
    before = about(run)
    assert (before["via"], before["consultant"]) == ("direct", "not known")
    done = run("about", "acme", "--consultant", "Jo@Talent.example")
    assert done.returncode == 0, done.stderr
    assert (about(run)["via"], about(run)["consultant"]) == ("agency", "jo@talent.example")
    assert run("about", "acme", "--via", "direct").returncode == 0
    assert about(run) == before
    assert run("undo").returncode == 0
    assert (about(run)["via"], about(run)["consultant"]) == ("agency", "jo@talent.example")


def test_the_way_and_the_employer_that_a_person_said_stay_whatever_mail_comes(run: Run, tmp_path: Path) -> None:
    said = ("--employer", "Otherhouse", "--via", "agency", "--consultant", "jo@talent.example")
    assert run("about", "acme", *said).returncode == 0
    mail = tmp_path / "later.eml"
    mail.write_text(THROUGH_ANOTHER, "utf-8")
    assert run("sync", mail, "--me", "robin@mail.example").returncode == 0
    told = about(run)
    assert (told["employer"], told["via"], told["consultant"]) == ("Otherhouse", "agency", "jo@talent.example")
