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


def test_a_name_that_was_merged_away_means_what_it_is_part_of(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    assert run("merge", "acme-analyst", "acme").returncode == 0
    for name in ("acme-analyst", "acme-a", "acme"):
        shown = run("show", name)
        assert shown.returncode == 0, shown.stderr
    card = run("card", "acme")
    assert "several processes" not in card.stderr
    drafts = [run("draft", "BYE001", "--process", name).stdout for name in ("acme", "acme-analyst")]
    assert drafts[0].startswith("To:      dana@acme.example")
    assert drafts[0].split("What it stands on")[0] == drafts[1].split("What it stands on")[0]


def test_the_beginning_of_two_names_still_asks_which(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    done = run("show", "acm")
    assert done.returncode == 2
    assert "several processes begin" in done.stderr


def test_merged_undone_and_merged_the_other_way(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    assert run("merge", "acme-analyst", "acme").returncode == 0
    assert run("undo").returncode == 0
    assert run("merge", "acme", "acme-analyst").returncode == 0
    assert processes(run) == {"acme-analyst": "rejected"}
    mail = tmp_path / "four.eml"
    mail.write_text(MAIL.format(thread="one"), "utf-8")
    assert run("sync", mail, "--me", "robin@mail.example").returncode == 0
    assert set(processes(run)) == {"acme-analyst"}
    assert run("undo").returncode == 0
    assert set(processes(run)) == {"acme", "acme-analyst"}


def test_merged_undone_and_merged_again(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    for _ in range(2):
        assert run("merge", "acme-analyst", "acme").returncode == 0
        assert processes(run) == {"acme": "rejected"}
        assert run("undo").returncode == 0
        assert set(processes(run)) == {"acme", "acme-analyst"}
    assert run("merge", "acme", "acme-analyst").returncode == 0
    assert run("undo").returncode == 0
    assert run("merge", "acme-analyst", "acme").returncode == 0
    assert processes(run) == {"acme": "rejected"}


def about(run: Run, name: str) -> dict[str, str]:
    lines = run("about", name).stdout.splitlines()
    return {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}


def test_what_was_said_of_one_is_kept_by_the_other(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    assert run("about", "acme-analyst", "--employer", "Acme Holding").returncode == 0
    assert run("merge", "acme-analyst", "acme").returncode == 0
    found = about(run, "acme")
    assert (found["employer"], found["role"]) == ("Acme Holding", "Analyst")
    assert run("undo").returncode == 0
    found = about(run, "acme")
    assert (found["employer"], found["role"]) == ("Acme", "not known")


def test_what_was_said_of_both_stays_as_it_is_where_they_go(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    assert run("about", "acme-analyst", "--employer", "Acme Holding", "--role", "Senior analyst").returncode == 0
    assert run("about", "acme", "--employer", "Acme North", "--role", "Buyer").returncode == 0
    assert run("merge", "acme-analyst", "acme").returncode == 0
    found = about(run, "acme")
    assert (found["employer"], found["role"]) == ("Acme North", "Buyer")


BUYER = """process globex-buyer employer="Globex" role="Buyer" zone=America/New_York country=US via=agency consultant=jo@north.example
2026-03-02 09:00 heard jo@north.example asks=yes source="<one@northtalent.example>"
2026-03-03 09:00 scheduled lee@corvane.example start="2026-03-05 10:00" source="<two@northtalent.example>"
"""
MORE = """From: Jo Marsh <jo@north.example>
To: robin@mail.example
Subject: Buyer at Globex
Date: Fri, 06 Mar 2026 10:00:00 -0500
Message-ID: <three@northtalent.example>

Hi Robin,

Thank you for your interview at Globex for the Buyer position. Our client Globex will let you know by Friday 13 March.

Jo Marsh
Recruiter, North Talent Recruitment
"""


def test_mail_of_an_agency_finds_its_process_under_the_name_that_was_put_right(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "buyer.timeline"
    file.write_text(BUYER, "utf-8")
    assert run("import", file).returncode == 0
    assert run("about", "globex-buyer", "--employer", "Corvane Packaging").returncode == 0
    mail = tmp_path / "three.eml"
    mail.write_text(MORE, "utf-8")
    assert run("sync", mail, "--me", "robin@mail.example").returncode == 0
    assert set(processes(run)) == {"globex-buyer"}
    assert about(run, "globex-buyer")["employer"] == "Corvane Packaging"
    assert "13 March" in run("today", "--at", "2026-03-09T12:00").stdout


def test_drafts_answer_in_threads_of_what_was_merged(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path)
    mail = tmp_path / "four.eml"
    mail.write_text(MAIL.format(thread="three"), "utf-8")
    assert run("sync", mail, "--me", "robin@mail.example").returncode == 0
    assert run("merge", "acme-analyst", "acme").returncode == 0
    assert "Subject: Re: your application" in run("draft", "BYE001", "--process", "acme").stdout
