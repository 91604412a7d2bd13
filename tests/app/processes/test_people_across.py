"""Referees are people across processes, and the guard knows whom an address belongs to as the draft does."""

from __future__ import annotations

from pathlib import Path

from tests.app.conftest import Run
from tests.stored_mail import keep

from sincerely.app.today.wording import your_item
from sincerely.app.wiring import opened

ASKING = """From: Robin Ashdown <robin@mail.example>
To: Tomas Bell <tbell@district.example>
Subject: reference?
Message-ID: <ask1@mail.example>
Date: Tue, 3 Mar 2026 10:00:00 +0000

Hey Tomas, job hunting for real this time. OK if I list you as a reference?

Robin
"""
YES = """From: Tomas Bell <tbell@district.example>
To: Robin Ashdown <robin@mail.example>
Subject: Re: reference?
Message-ID: <yes1@district.example>
In-Reply-To: <ask1@mail.example>
Date: Wed, 4 Mar 2026 10:00:00 +0000

Of course, put me down.

T
"""
TIMELINE = """
process first employer="Northwind" role="Planner" zone=America/New_York country=US
2026-03-03 05:00 asked tbell@district.example source=<ask1@mail.example>
2026-03-04 05:00 agreed tbell@district.example source=<yes1@district.example>
process second employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-10 15:00 interviewed dana@acme.example
"""


def test_a_referee_is_greeted_alike_in_every_process(run: Run, home: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "a.eml").write_text(ASKING, "utf-8")
    (box / "b.eml").write_text(YES, "utf-8")
    story = tmp_path / "two.timeline"
    story.write_text(TIMELINE, "utf-8")
    assert run("import", story).returncode == 0
    with opened(home) as store:
        keep(store, box, "first", own="robin@mail.example")
    drafted = run(
        "draft", "heads-up", "--process", "second", "--to", "tbell@district.example", "--at", "2026-03-11T10:00"
    )
    assert "Hi Tomas," in drafted.stdout, drafted
    reviewed = run("approve", "d1", "--from", "robin@mail.example")
    assert "OUT005" not in reviewed.stdout, reviewed


def test_what_is_handed_in_is_yours() -> None:
    said = {item: your_item(item) for item in ("salary", "references", "form", "start-date", "safety-passport")}
    assert said == {
        "salary": "your salary expectation",
        "references": "your references",
        "form": "the completed form",
        "start-date": "your start date",
        "safety-passport": "the safety passport",
    }
