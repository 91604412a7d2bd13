"""Today says one thing at a time: what another finding takes the place of is not said besides."""

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


def test_who_is_to_be_called_with_the_briefing_is_not_to_be_sent_it_besides(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "references.timeline"
    file.write_text(
        """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
2026-03-03 09:00 asked kim@uni.example, lou@uni.example
2026-03-03 10:00 agreed kim@uni.example, lou@uni.example
2026-03-04 09:00 requested references
2026-03-05 09:00 named kim@uni.example
""",
        "utf-8",
    )
    assert run("import", file).returncode == 0
    rows = [json.loads(line) for line in run("today", "--json", "--at", "2026-03-05T12:00-05:00").stdout.splitlines()]
    found = {(row["code"], row["who"]) for row in rows if row["code"].startswith("REF00")}
    assert {("REF003", "kim@uni.example"), ("REF002", "lou@uni.example")} <= found
    assert ("REF002", "kim@uni.example") not in found


def test_of_several_mails_to_one_referee_the_most_urgent_is_shown(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "referee.timeline"
    file.write_text(
        """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
2026-03-02 16:00 agreed kim@uni.example, lou@uni.example
process hooli employer="Hooli" zone=America/New_York country=US
2026-03-03 15:00 interviewed gavin@hooli.example
process globex employer="Globex" zone=America/New_York country=US
2026-03-03 16:00 interviewed petra@globex.example
2026-03-03 17:00 requested references
2026-03-03 18:00 briefed lou@uni.example
""",
        "utf-8",
    )
    assert run("import", file).returncode == 0
    rows = [json.loads(line) for line in run("today", "--json", "--at", "2026-03-04T12:00-05:00").stdout.splitlines()]
    found = sorted((row["who"], row["process"]) for row in rows if row["code"] == "REF002")
    assert found == [("kim@uni.example", "globex"), ("lou@uni.example", "acme")]
