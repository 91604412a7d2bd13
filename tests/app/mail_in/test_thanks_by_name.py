"""An applicant tracking system names the interviewer and no address; the thank-you goes to one all the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.app.conftest import Run

# Who interviewed long ago is not looked up any more: it must have been lately.
DAY = datetime.now(UTC) - timedelta(days=2)
INVITATION = f"""From: Lumora Hiring Team <no-reply@greenhouse.io>
To: Robin Ashdown <robin@mail.example>
Subject: Your interview with Lumora - Data Analyst
Date: {DAY - timedelta(days=2):%a, %d %b %Y} 10:00:00 +0000

Hi Robin,

Your interview for the Data Analyst position at Lumora is confirmed for {DAY:%A}, {DAY.day} {DAY:%B %Y} at 2:00 PM. You will \
meet Dana Smith.

Lumora Hiring Team
"""
THANKS = f"""From: Robin Ashdown <robin@mail.example>
To: {{to}}
Subject: Thank you
Date: {DAY:%a, %d %b %Y} 23:30:00 +0000

Dear Dana,

Thank you for your time today. I enjoyed our conversation about the migration very much.

Kind regards,
Robin
"""


def synced(run: Run, folder: Path, *mails: str) -> str:
    """Return what is owed after reading mails, each in a sync of its own."""
    for number, mail in enumerate(mails):
        path = folder / f"{number}.eml"
        path.write_text(mail, "utf-8")
        run("sync", path, "--me", "robin@mail.example")
    return run("today", "--json").stdout


@pytest.mark.parametrize(
    ("to", "known"),
    [
        ("dana@lumora.example", True),
        ("d.smith@brightgroup.example", True),
        ("Dana Smith <dana@brightgroup.example>", True),
        ("kim@lumora.example", False),
        ("dana@brightgroup.example", False),
    ],
)
def test_thanks_find_whom_an_invitation_only_named(run: Run, tmp_path: Path, to: str, *, known: bool) -> None:
    assert "THX002" in synced(run, tmp_path, INVITATION)
    owed = synced(run, tmp_path, INVITATION, THANKS.format(to=to))
    assert ("THX002" not in owed) is known
    assert "THX001" not in owed
    assert len(run("processes", "--json").stdout.splitlines()) == 1
