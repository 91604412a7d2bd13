"""Today says one thing of a process: from whom one is to withdraw nobody asks for news."""

from __future__ import annotations

import json
from pathlib import Path

from tests.app.conftest import Run

SEARCH = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-10 15:00 interviewed gavin@hooli.example
process globex employer="Globex" zone=America/New_York country=US
2026-03-09 09:00 offered petra@globex.example
{accepted}
"""


def codes(run: Run, tmp_path: Path, accepted: str) -> set[tuple[str, str]]:
    file = tmp_path / "search.timeline"
    file.write_text(SEARCH.format(accepted=accepted), "utf-8")
    assert run("import", file).returncode == 0
    rows = [json.loads(line) for line in run("today", "--json", "--at", "2026-03-12T12:00").stdout.splitlines()]
    return {(row["process"], row["code"]) for row in rows if row["code"][:3] in {"OFF", "WAI"}}


def test_before_the_acceptance_one_waits_and_asks(run: Run, tmp_path: Path) -> None:
    found = codes(run, tmp_path, "")
    assert {("acme", "WAIT003"), ("hooli", "WAIT002"), ("acme", "OFF002")} <= found


def test_after_it_one_withdraws_and_asks_no_more(run: Run, tmp_path: Path) -> None:
    found = codes(run, tmp_path, "2026-03-11 09:00 accepted")
    assert {("acme", "OFF003"), ("hooli", "OFF003")} <= found
    assert not {code for _, code in found} & {"WAIT002", "WAIT003"}
