"""What a later sync knows of the earlier ones: who is whose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from tests.app.conftest import Run

from sincerely.app.mail_in.known_links import known_links
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.reading.letters import mime

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
HEAD = "Message-ID: <{n}@mail.example>\nFrom: {sender}\nTo: {to}\nSubject: {subject}\nDate: {day}\n\n{text}\n"
ME, DANA, KIM = "Robin Ashdown <robin@mail.example>", "Dana Ito <dana@acme.example>", "Kim Odell <kim@uni.example>"
STORY = (
    (DANA, ME, "Data Analyst: your interview", 12,
     "Dear Robin,\n\nYour interview for the Data Analyst position at Acme is confirmed for {met:%A, %-d %B %Y} at 2:00 PM with me.\n\nDana Ito\nAcme"),
    (ME, KIM, "May I name you?", 11,
     "Dear Kim,\n\nI have an interview at Acme for a position as Data Analyst. May I name you as a referee?\n\nRobin"),
    (KIM, ME, "Re: May I name you?", 10, "Dear Robin,\n\nOf course, I'd be delighted to be your referee.\n\nKim"),
    (ME, KIM, "They may call", 7,
     "Dear Kim,\n\nThe interview at Acme went well. They may call you next week as my referee.\n\nRobin"),
)  # fmt: skip


def write(folder: Path) -> list[Path]:
    """Write mails of the last days: what is long ago is not looked up again."""
    today, paths = datetime.now(UTC), list[Path]()
    for number, (sender, to, subject, ago, text) in enumerate(STORY):
        day = format_datetime(today - timedelta(days=ago))
        paths.append(folder / f"{number}.eml")
        said = text.format(met=today - timedelta(days=8))
        paths[-1].write_text(HEAD.format(n=number, sender=sender, to=to, subject=subject, day=day, text=said), "utf-8")
    return paths


@pytest.mark.slow
def test_read_day_by_day_it_says_the_same_as_read_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mail").mkdir()
    paths = write(tmp_path / "mail")
    told = []
    for name, steps in (("once", [paths]), ("daily", [[path] for path in paths])):
        monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / name))
        for step in steps:
            assert run("sync", *step, "--me", "robin@mail.example").returncode == 0
        lines = run("export", "--timeline").stdout.splitlines()
        told.append([line.split()[2] for line in lines if line[:2] == "20"])
    assert told[0] == told[1]
    assert told[1] == ["scheduled", "asked", "agreed", "told"]


def test_referees_interviewers_and_entries_are_known_again(tmp_path: Path) -> None:
    (tmp_path / "story.timeline").write_text(
        """
process acme-analyst employer="Acme" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00" uid=u1
2026-03-02 10:00 scheduled dana@acme.example start="2026-03-09 14:00" end="2026-03-09 15:00" uid=u2
2026-03-02 11:00 cancelled uid=u2
2026-03-03 09:00 asked kim@uni.example
2026-03-03 10:00 agreed kim@uni.example
2026-03-03 11:00 named dana@acme.example
""",
        "utf-8",
    )
    with opened(tmp_path) as store:
        take(store, tmp_path / "story.timeline", NOW)
        links = known_links(store, NOW)
    assert links.referees == {"kim@uni.example"}
    assert links.employers == {"dana@acme.example"}
    assert links._uids == {"u1": "acme-analyst", "u2": "acme-analyst"}


@pytest.mark.parametrize(("then", "held"), [("", True), ("2026-03-06 09:00 accepted\n", False)])
def test_an_offer_that_is_held_is_known_again(tmp_path: Path, then: str, *, held: bool) -> None:
    (tmp_path / "story.timeline").write_text(
        f"""
process acme-analyst employer="Acme" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-05 09:00 offered dana@acme.example by=2026-03-12
{then}""",
        "utf-8",
    )
    with opened(tmp_path) as store:
        take(store, tmp_path / "story.timeline", NOW)
        links = known_links(store, NOW)
    assert links.holds_offer(mime.parse(b"From: dana@acme.example\nSubject: Your answer\n\nHi")) == held
