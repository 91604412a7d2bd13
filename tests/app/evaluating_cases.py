"""Mails in pairs and other small sets, written for one test."""

from __future__ import annotations

import json
from pathlib import Path

EML = """From: Dana Reyes <dana@acme.example>
To: Robin <robin@mail.example>
Subject: Your application
Date: Thu, 05 Mar 2026 10:00:30 -0500
Message-ID: <1@acme.example>

Dear Robin,

Thank you for applying for the Data Analyst position at Acme. Unfortunately, we have decided to move forward with other candidates.

Best regards,
Dana Reyes
Recruiting, Acme
"""
SHOP = """From: Grocer <hello@grocer.example>
To: Robin <robin@mail.example>
Subject: Plums are here
Date: Thu, 05 Mar 2026 10:00:30 -0500
Message-ID: <2@grocer.example>

Ten per cent off all plums until Sunday.
"""
TRUTH = """# kind=rejection company="" role="" me=robin@mail.example
# trap: none
2026-03-05 10:00 rejected dana@acme.example
"""


def pair(folder: Path, name: str = "001-no", eml: str = EML, truth: str | None = TRUTH) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.eml").write_text(eml, "utf-8")
    if truth is not None:
        (folder / f"{name}.events").write_text(truth, "utf-8")
    return folder


def write_lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def quiet(_label: str, _done: int, _total: int) -> None:
    """Show no progress."""
