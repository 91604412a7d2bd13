"""What a process is about, put right by hand: kept, undone, and left alone by later mail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.app.conftest import Run

from sincerely.app.being_about import PLACED
from sincerely.app.erasing_settings import Gone, without

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
