"""Policy, restore and erase as commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .calling import Call

STORY = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
"""


@pytest.fixture
def run(call: Call, tmp_path: Path) -> Call:
    (tmp_path / "story.timeline").write_text(STORY, "utf-8")
    call("import", tmp_path / "story.timeline")
    return call


def test_the_policy_is_shown_in_words_changed_and_undone(run: Call) -> None:
    shown = run("policy").out
    assert "First check-in: 2 business days after the date that they named" in shown
    assert "WAIT003.after_promise. Ours: two business days of grace." in shown
    assert (
        "Policy: WAIT003.at_most is 1 for acme" in run("policy", "set", "WAIT003.at_most", "1", "--process", "ac").out
    )
    rows = [json.loads(line) for line in run("policy", "--process", "acme", "--json").out.splitlines()]
    [found] = [row for row in rows if row["name"] == "WAIT003.at_most"]
    assert (found["shown"], found["own"], found["usual"]) == ("1", True, "2")
    run("undo")
    assert "yours; otherwise" not in run("policy", "--process", "acme").out
    run("policy", "profile", "strict")
    assert run("policy").out.startswith("Profile strict.")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("set", "WAIT003.at_most", "many"), 'expected a number from 0 to 1000, found "many"'),
        (("set", "WAIT003.often", "1"), "no rule has this value"),
        (("profile", "lenient"), 'no profile is called "lenient"'),
        (("reset",), "is as the profile has it"),
        (("set", "WAIT003.at_most", "1", "--process", "nobody"), 'no process begins with "nobody"'),
    ],
)
def test_what_cannot_be_says_so_in_one_line(run: Call, args: tuple[str, ...], says: str) -> None:
    done = run("policy", *args)
    assert done.code == 2
    assert says in done.err
    assert done.err.count("\n") == 1


def test_a_backup_comes_back_and_everything_can_go(run: Call, tmp_path: Path) -> None:
    assert "sincerely restore" in run("backup", tmp_path / "b.db").out
    refused = run("erase")
    assert refused.code == 2
    assert 'Type "erase everything"' in refused.err
    assert "acme" in run("processes").out
    assert "Erased: 1 processes" in run("erase", "--say", "erase everything").out
    assert "acme" not in run("processes").out
    assert run("restore", tmp_path / "b.db").code == 0
    assert "acme" in run("processes").out
    nothing = run("restore", tmp_path / "nothing.db")
    assert nothing.code == 2
    assert "cannot be read" in nothing.err
