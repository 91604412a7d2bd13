"""A mailbox whose mails say that nobody reads there gets no draft, and a mail to it is warned of."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.app.conftest import Run

DAY = datetime.now(UTC) - timedelta(days=3)
HEAD = """From: {who}
To: Robin Ashdown <robin@mail.example>
Subject: {subject}
Date: {at:%a, %d %b %Y %H:%M:%S} +0000
Message-ID: <{id}>
Content-Type: text/plain; charset=utf-8

"""
INVITED = (
    HEAD.format(
        who="Tamika Wells <tamika.wells@brimfield.example>",
        subject="Interview: Assistant buyer",
        at=DAY - timedelta(days=9),
        id="u1@brimfield.example",
    )
    + f"""Dear Robin,

we would like to invite you to an interview for the Assistant buyer position at Brimfield Foods on {DAY - timedelta(days=6):%A, %d %B %Y} at 2 pm.

Kind regards,
Tamika Wells
Brimfield Foods
"""
)
REJECTED = (
    HEAD.format(
        who="Brimfield Foods <recruitment.desk@brimfield.example>",
        subject="Your application: Assistant buyer",
        at=DAY,
        id="u2@brimfield.example",
    )
    + """Dear Robin,

thank you for your interest in the Assistant buyer position at Brimfield Foods. Unfortunately, we have decided to
move forward with other candidates.

Brimfield Foods
{end}
"""
)
WHY = """From: Robin Ashdown <robin@mail.example>
To: recruitment.desk@brimfield.example
Subject: Assistant buyer

Hello,

thank you for letting me know. Was there a specific reason for your decision?

Kind regards,
Robin Ashdown
"""
NOBODY = "Please do not reply to this message, as replies to this address are not monitored."


@pytest.fixture
def read(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "1.eml").write_text(INVITED, "utf-8")
    (tmp_path / "2.eml").write_text(REJECTED.format(end=NOBODY), "utf-8")
    assert run("sync", tmp_path / "1.eml", tmp_path / "2.eml", "--me", "robin@mail.example").returncode == 0
    return run


def test_the_question_why_goes_to_somebody_who_reads(read: Run) -> None:
    [process] = [json.loads(line) for line in read("processes", "--json").stdout.splitlines()]
    told = read("draft", "BYE001", "--process", process["process"], "--name", "Robin Ashdown", "--json").stdout
    assert json.loads(told)["to"] == "tamika.wells@brimfield.example"


def test_a_mail_there_is_warned_of(read: Run, tmp_path: Path) -> None:
    (tmp_path / "why.eml").write_text(WHY, "utf-8")
    found = json.loads(read("review", tmp_path / "why.eml", "--json").stdout)
    [warned] = [finding for finding in found["findings"] if finding["code"] == "OUT003"]
    assert "its mails say so" in warned["message"]
    assert warned["proposal"] == "Send it to tamika.wells@brimfield.example."


def test_where_no_mail_says_so_somebody_reads(run: Run, tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_text(INVITED, "utf-8")
    (tmp_path / "2.eml").write_text(REJECTED.format(end="We wish you well."), "utf-8")
    run("sync", tmp_path / "1.eml", tmp_path / "2.eml", "--me", "robin@mail.example")
    (tmp_path / "why.eml").write_text(WHY, "utf-8")
    found = json.loads(run("review", tmp_path / "why.eml", "--json").stdout)
    assert "OUT003" not in {finding["code"] for finding in found["findings"]}
