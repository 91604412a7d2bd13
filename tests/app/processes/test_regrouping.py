"""Processes merged and split by hand: remembered, undone, and followed by later mail."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.conftest import Run

ACME = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 09:00 acknowledged - source="<one@acme.example>"
process acme-analyst employer="Acme" role="Analyst" zone=America/New_York country=US
2026-03-03 09:00 heard dana@acme.example asks=yes source="<two@acme.example>"
2026-03-04 09:00 rejected dana@acme.example source="<three@acme.example>"
"""


def told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "acme.timeline"
    file.write_text(ACME, "utf-8")
    assert run("import", file).returncode == 0


def processes(run: Run) -> dict[str, str]:
    rows = [json.loads(line) for line in run("processes", "--json").stdout.splitlines()]
    return {row["process"]: row["state"] for row in rows}


def test_merged_processes_are_one_until_it_is_undone(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    before = processes(run)
    assert set(before) == {"acme", "acme-analyst"}
    done = run("merge", "acme-analyst", "acme")
    assert done.returncode == 0, done.stderr
    assert processes(run) == {"acme": "rejected"}
    assert run("undo").returncode == 0
    assert processes(run) == before
    assert run("undo", "--again").returncode == 0
    assert set(processes(run)) == {"acme"}


def test_events_split_off_make_a_process_of_their_own(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    listing = run("split", "acme-analyst").stdout.splitlines()
    assert len(listing) == 2
    done = run("split", "acme-analyst", "2", "--to", "acme-designer", "--role", "Designer")
    assert done.returncode == 0, done.stderr
    assert processes(run)["acme-designer"] == "rejected"
    assert processes(run)["acme-analyst"] != "rejected"
    assert run("undo").returncode == 0
    assert set(processes(run)) == {"acme", "acme-analyst"}


def test_what_cannot_be_done_is_said(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    for arguments, words in (
        (("merge", "acme-analyst", "acme-analyst"), "one process already"),
        (("merge", "globex", "acme-analyst"), "no process begins"),
        (("split", "acme-analyst", "9", "--to", "x"), "has no event 9"),
        (("split", "acme-analyst", "1"), "--to NAME"),
        (("split", "acme-analyst", "1", "2", "--to", "x"), "not all of them"),
    ):
        done = run(*arguments)
        assert done.returncode == 2
        assert words in done.stderr


MAIL = """From: Dana Lee <dana@acme.example>
To: robin@mail.example
Subject: Re: your application
Date: Fri, 06 Mar 2026 10:00:00 -0500
Message-ID: <four@acme.example>
In-Reply-To: <{thread}@acme.example>

Dear Robin,

Thank you for applying for the Designer position at Acme. We have received your application.

Dana Lee
"""


def test_later_mail_follows(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    assert run("split", "acme-analyst", "2", "--to", "acme-designer").returncode == 0
    mail = tmp_path / "four.eml"
    mail.write_text(MAIL.format(thread="three"), "utf-8")
    done = run("sync", mail, "--me", "robin@mail.example")
    assert done.returncode == 0, done.stderr
    exported = tmp_path / "out"
    assert run("export", exported).returncode == 0
    timelines = next(exported.glob("*.timeline")).read_text("utf-8")
    part = timelines.split("process acme-designer")[1].split("\nprocess ")[0]
    assert "<four@acme.example>" in part


def test_nobody_is_told_to_withdraw_where_nothing_is_left(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    file = tmp_path / "more.timeline"
    file.write_text(
        """process globex employer="Globex" zone=America/New_York country=US
2026-03-09 09:00 offered
2026-03-10 09:00 accepted
process initech employer="Initech" zone=America/New_York country=US
2026-03-02 09:00 scheduled start="2026-03-05 10:00" confidence=0.3
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-02 09:00 applied
""",
        "utf-8",
    )
    assert run("import", file).returncode == 0
    assert run("merge", "acme-analyst", "acme").returncode == 0
    rows = [json.loads(line) for line in run("today", "--json", "--at", "2026-03-11T12:00").stdout.splitlines()]
    assert {row["process"] for row in rows if row["code"] == "OFF003"} == {"hooli"}
