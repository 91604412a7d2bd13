"""Ten years of mail with forty searches that led nowhere: the first Today is short, and kind."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from tests.app.conftest import Run

ME = "robin.ashdown@mail.example"
NAMES = (
    "Alder Aster Birch Bramble Cedar Clover Dahlia Elder Fennel Ferris Garnet Gorse Hazel Heather Iris Ivy Juniper "
    "Kestrel Larch Laurel Linden Maple Marten Myrtle Nettle Oakley Olive Osier Pearl Quince Rowan Rush Sable Sorrel "
    "Tansy Teasel Umber Vetch Willow Yarrow"
).split()
TRADES = ("Analytics", "Logistics", "Museum", "Insurance", "Robotics")


def mail(at: datetime, sender: str, subject: str, text: str, *, to: str = ME) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{at:%Y%m%d%H%M}.{sender.rpartition('@')[2].rstrip('>')}>"
    message.set_content(text)
    return message


def search(number: int, name: str, now: datetime) -> list[EmailMessage]:
    firm, domain = f"{name} {TRADES[number % len(TRADES)]}", f"{name.lower()}.example"
    begun = now - timedelta(days=90 + number * 88)
    day = begun + timedelta(days=9)
    return [
        mail(
            begun,
            f"{firm} Careers <careers@{domain}>",
            f"Your application to {firm}",
            f"Dear Robin,\n\nThank you for applying for the Data Analyst position at {firm}. We have received your"
            " application and will review it carefully.\n\nKind regards,\nThe hiring team\n",
        ),
        mail(
            begun + timedelta(days=5),
            f"Dana Moss <dana.moss@{domain}>",
            f"Interview at {firm}",
            f"Dear Robin,\n\nWe would like to invite you to an interview on {day:%A, %B} {day.day}, {day.year} at"
            " 10:00 am in our office. You will meet me and nobody else.\n\nBest wishes,\nDana Moss\n",
        ),
    ]


@pytest.fixture
def old_mailbox(tmp_path: Path) -> Path:
    now = datetime.now(UTC)
    mails = [m for number, name in enumerate(NAMES) for m in search(number, name, now)]
    path = tmp_path / "old.mbox"
    with path.open("wb") as out:
        for message in mails:
            out.write(b"From x@y.example Mon Jan  5 09:00:00 2015\n" + message.as_bytes().rstrip() + b"\n\n")
    return path


@pytest.mark.slow
def test_forty_silent_searches_are_closed_in_one_line_that_can_be_undone(run: Run, old_mailbox: Path) -> None:
    done = run("sync", old_mailbox, "--me", ME)
    assert "closed 40 processes that had long been silent" in done.stdout
    assert "sincerely undo" in done.stdout
    today = run("today")
    assert today.returncode == 0
    assert "Nothing is owed. A good day." in today.stdout
    states = [json.loads(line)["state"] for line in run("processes", "--json").stdout.splitlines()]
    assert states == ["closed"] * 40
    assert "closed 40" in run("undo").stdout
    states = [json.loads(line)["state"] for line in run("processes", "--json").stdout.splitlines()]
    assert "closed" not in states
    assert "closed 40" in run("undo", "--again").stdout
    assert run("today").returncode == 0
