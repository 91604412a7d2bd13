"""What is unsure is named in Today: an offer may be among it, with a day. And what ends today stands on top."""

from __future__ import annotations

from pathlib import Path

import pytest

from sincerely.cli.main import main

OFFER = """From: Priya Desai <priya@ashdene.example>
To: Robin Ashdown <robin@mail.example>
Subject: Offer of employment - Practice Nurse
Date: Thu, 26 Nov 2026 17:20:00 +0000
Message-ID: <one@ashdene.example>

Dear Robin,

I'm delighted to offer you the post of Practice Nurse at Ashdene Surgery. Please let me know by Friday 4 December whether you would like to accept.

Priya Desai
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        main(list(arguments))
    return capsys.readouterr().out


def test_an_offer_out_of_nowhere_is_asked_about_by_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    mail = tmp_path / "offer.eml"
    mail.write_text(OFFER)
    run(capsys, "sync", str(mail))
    said = run(capsys, "today", "--at", "2026-11-29T10:00")
    assert "? Ashdene Surgery: They offered you the job, by Fri 4 December?" in said
    assert "A good day" not in said


ENDS = """process acme employer="Acme" zone=UTC country=US
2026-03-02 09:00 requested writing-sample by=2026-03-06
2026-03-05 09:00 offered dana@acme.example by=2026-03-11
"""


def test_what_ends_today_stands_on_top_of_what_is_late(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "UTC")
    history = tmp_path / "acme.timeline"
    history.write_text(ENDS)
    run(capsys, "import", str(history))
    said = run(capsys, "today", "--at", "2026-03-11T10:00")
    assert "Ends today: the offer of Acme (until 17:00)." in said
    parts = ["Ends today", "Today (1)", "OFF001", "Late (1)", "ASK001"]
    assert sorted(parts, key=said.index) == parts
    assert "Ends today" not in run(capsys, "today", "--at", "2026-03-10T10:00")


ABROAD = """process vaart employer="Vaart" zone=Europe/Amsterdam country=NL
2026-11-02 09:00 requested work-sample by="2026-11-06 18:00"
process near employer="Near" zone=America/Los_Angeles country=US
2026-11-02 09:00 requested work-sample by="2026-11-06 17:00"
"""


@pytest.mark.parametrize("width", ["90", "60"])
def test_a_time_on_another_clock_is_told_with_ones_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: str
) -> None:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    monkeypatch.setenv("COLUMNS", width)
    history = tmp_path / "two.timeline"
    history.write_text(ABROAD)
    run(capsys, "import", str(history))
    said = " ".join(run(capsys, "today", "--at", "2026-11-05T10:00").split())
    assert "in Amsterdam, 09:00 here" in said
    assert said.count(" here") == 1
    assert "due Fri 6 Nov 17:00" in said
