"""What the candidate's own mail says will come stays on Today until it is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sincerely.app.models import load_models
from sincerely.app.policies import load_policy
from sincerely.app.reading_mail import Reader
from sincerely.app.reporting import report_process
from sincerely.app.sync import sync
from sincerely.app.wiring import opened, sources_at

ME, DANA = "Robin Ashdown <robin@mail.example>", "Dana Ito <dana@acme.example>"
NOW = datetime(2026, 3, 6, 9, tzinfo=UTC)
MAILS = (
    (
        DANA,
        "Mon, 02 Mar 2026 10:00:00 +0000",
        "Your interview for the Data Analyst position at Acme is confirmed for Wednesday, 4 March at 2:00 PM with me.",
    ),
    (
        ME,
        "Wed, 04 Mar 2026 18:00:00 +0000",
        "Thank you for the interview today. I'll send you my certificate by Monday.",
    ),
    (ME, "Thu, 05 Mar 2026 18:00:00 +0000", "Attached is my certificate, as promised."),
)
FILE = "\n--p\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=c.pdf\n\nx\n"


def owed(folder: Path, count: int) -> list[str]:
    """Read the first so many mails, and return what Today says about things to send."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, (sender, date, text) in enumerate(MAILS[:count]):
        to = DANA if sender == ME else ME
        head = (
            f"From: {sender}\nTo: {to}\nSubject: Data Analyst at Acme\nDate: {date}\nMessage-ID: <{number}@h.example>\n"
        )
        body = f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=p\n\n--p\n\nDear both,\n\n{text}\n"
        (inbox / f"{number}.eml").write_text(f"{head}{body}{FILE if 'Attached' in text else ''}\n--p--\n", "utf-8")
    with opened(folder / "home") as store:
        reads = Reader(load_models(), frozenset({"robin@mail.example"}), ZoneInfo("Europe/London"), NOW)
        sync(store, sources_at([inbox]).sources, reads, NOW, lambda _label, _done, _total: None)
        [row] = store.summaries()
        process = store.process(row.header.id)
    assert process is not None
    findings = report_process(process, NOW, load_policy()).findings
    return [finding.message for finding in findings if finding.code == "ASK001"]


def test_what_was_promised_is_owed(tmp_path: Path) -> None:
    assert owed(tmp_path, 2) == ["You said that you would send the certificate, by Monday 9 March, 17:00."]


def test_what_was_sent_is_not(tmp_path: Path) -> None:
    assert owed(tmp_path, 3) == []
