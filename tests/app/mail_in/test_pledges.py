"""What the candidate's own mail says will come stays on Today until it is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sincerely.app.drafts.drafting import Plain, Unwritten, drafts
from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.today.checking import processes_of
from sincerely.app.today.policies import load_policy
from sincerely.app.today.reporting import report_process
from sincerely.app.wiring import opened, sources_at
from sincerely.writing.facts.grounds import Draft

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


PROMISE = (ME, "Wed, 04 Mar 2026 18:00:00 +0000", "I'll send you my forklift cert over the weekend.")
PART = (ME, "Thu, 05 Mar 2026 18:00:00 +0000", "Attached is my cert. References to follow on Monday.")


def owed(folder: Path, count: int, mails: tuple[tuple[str, str, str], ...] = MAILS) -> list[str]:
    """Read the first so many mails, and return what Today says about things to send."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, (sender, date, text) in enumerate(mails[:count]):
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


def test_a_mail_that_only_promises_is_read_in_a_process_that_is_known(tmp_path: Path) -> None:
    said = owed(tmp_path, 2, (MAILS[0], PROMISE))
    assert said == ["You said that you would send the certificate, by the end of Sunday 8 March."]


def test_one_thing_is_sent_and_another_promised(tmp_path: Path) -> None:
    said = owed(tmp_path, 3, (MAILS[0], PROMISE, PART))
    assert said == ["You said that you would send the references, by Monday 9 March, 17:00."]


def test_what_was_sent_is_not(tmp_path: Path) -> None:
    assert owed(tmp_path, 3) == []


def test_what_was_to_be_brought_and_is_sent_after_all_was_promised(tmp_path: Path) -> None:
    """They asked to bring it: that it comes by mail is the candidate's own word."""
    text = """process acme employer="Acme" zone=Europe/London country=GB
2026-03-02 10:00 heard dana@acme.example
2026-03-02 10:00 requested certificate how=bring
2026-03-04 18:00 pledged certificate by=2026-03-09
"""
    [only_brought] = processes_of("".join(text.splitlines(keepends=True)[:-1]), "acme")
    [none] = drafts(only_brought, "ASK001", Plain(), at=NOW)
    assert isinstance(none, Unwritten)
    assert "brought along" in none.missing[0].ask
    [process] = processes_of(text, "acme")
    [draft] = drafts(process, "ASK001", Plain(), at=NOW)
    assert isinstance(draft, Draft)
    assert "Attached is my certificate, as promised." in draft.body


WEEKEND = """process acme employer="Acme" zone=Europe/London country=GB
2026-03-04 18:00 {verb} certificate by=2026-03-08
"""


def test_what_is_promised_over_the_weekend_has_its_sunday() -> None:
    [process] = processes_of(WEEKEND.format(verb="pledged"), "acme")
    [finding] = [each for each in report_process(process, NOW, load_policy()).findings if each.code == "ASK001"]
    assert finding.due == datetime(2026, 3, 9, tzinfo=UTC)
    assert finding.message == "You said that you would send the certificate, by the end of Sunday 8 March."


def test_what_they_want_by_a_sunday_is_due_when_they_last_work() -> None:
    [process] = processes_of(WEEKEND.format(verb="requested"), "acme")
    [finding] = [each for each in report_process(process, NOW, load_policy()).findings if each.code == "ASK001"]
    assert finding.due == datetime(2026, 3, 6, 17, tzinfo=UTC)
