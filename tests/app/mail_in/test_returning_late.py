"""A notice that is read before the mail that came back: whatever comes first, the same is known in the end."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from tests.app.conftest import Run

from sincerely.app import wiring
from sincerely.app.mail_in.waiting_returns import waiting

ME, DANA = "robin@mail.example", "dana.ito@acme.example"
INVITATION = f"""From: Dana Ito <{DANA}>
To: Robin Vale <{ME}>
Subject: Your application as Data Analyst at Acme
Message-ID: <1@acme.example>
Date: Mon, 2 Mar 2026 09:00:00 -0500

Dear Robin,

thank you for your application for the Data Analyst position at Acme. We would like to invite you to an interview on
Wednesday, March 4, 2026, from 2:00 pm to 3:00 pm in our office in New York. You will meet me; I lead the data team.

Kind regards,
Dana Ito
Acme
"""
THANKS = f"""From: Robin Vale <{ME}>
To: Dana Ito <{DANA}>
Subject: Thank you for the interview
Message-ID: <mine.1@mail.example>
In-Reply-To: <1@acme.example>
References: <1@acme.example>
Date: Wed, 4 Mar 2026 18:00:00 -0500

Dear Dana,

thank you very much for the interview today. I enjoyed hearing about the data team at Acme.

Best regards,
Robin
"""


def notice(number: int, who: str, original: str) -> str:
    return f"""From: MAILER-DAEMON@mail.example
To: {ME}
Subject: Undelivered Mail Returned to Sender
Message-ID: <back.{number}@mail.example>
Date: Wed, 4 Mar 2026 18:05:00 -0500
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your mail.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; {who}
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

{original}
--b--
"""


NAMED = notice(1, DANA, f"From: {ME}\nTo: {DANA}\nSubject: Thank you\nMessage-ID: <mine.1@mail.example>\n")
NAMELESS = notice(1, DANA, f"From: {ME}\nTo: {DANA}\nSubject: Thank you for the interview\n")
PRIVATE = notice(2, "aunt.polly@home.example", "To: aunt.polly@home.example\nMessage-ID: <cake@mail.example>\n")


def told(run: Run) -> list[str]:
    """The events; what the process is called, and when it was closed as silent, depends on what was read first."""
    lines = run("export", "--timeline").stdout.splitlines()
    return [line for line in lines if line and not line.startswith("process") and "silent" not in line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mail").mkdir()
    return tmp_path / "mail"


def box(path: Path, *mails: str) -> Path:
    path.write_text("".join(f"From a@b.example Mon Jan  5 09:00:00 2026\n{mail}\n" for mail in mails))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("back", [NAMED, NAMELESS], ids=["by Message-ID", "by whom it was for"])
def test_the_order_does_not_matter(run: Run, home: Path, folder: Path, back: str) -> None:
    mails = {"inbox.mbox": (INVITATION,), "Sent.mbox": (THANKS,), "returned.mbox": (PRIVATE, back)}
    places = {name: box(folder / name, *found) for name, found in mails.items()}
    seen = set()
    for order in permutations(mails):
        for path in home.glob("*"):
            path.unlink()
        for name in order:
            done = run("sync", places[name], "--me", ME)
            assert done.returncode == 0, done.stderr
        seen.add("\n".join(told(run)))
        with wiring.opened(home) as store:
            assert len(waiting(store)) == 1  # the private one
            assert "polly" not in str(store.setting("returns_waiting"))
    [only] = seen
    assert f"returned={DANA}" in only


def test_one_that_is_gone_meanwhile_goes_on_waiting(run: Run, home: Path, folder: Path) -> None:
    returned = box(folder / "returned.mbox", NAMED)
    run("sync", returned, "--me", ME)
    whole = returned.read_bytes()
    returned.unlink()
    assert run("sync", box(folder / "inbox.mbox", INVITATION), box(folder / "Sent.mbox", THANKS)).returncode == 0
    assert "returned=" not in "".join(told(run))
    returned.write_bytes(whole)
    again = THANKS.replace("mine.1", "mine.2")
    run("sync", box(folder / "Sent.mbox", THANKS, again))
    with wiring.opened(home) as store:
        assert len(waiting(store)) == 1
