"""Policy, restore and erase as commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
STORY = """process acme employer="Acme" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    home = tmp_path / "home"
    (tmp_path / "story.timeline").write_text(STORY, "utf-8")
    keep = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}

    def call(*args: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "sincerely", *map(str, args)]
        environment = {**keep, "SINCERELY_HOME": str(home), "SINCERELY_SECRETS": "file"}
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
        )

    call("import", tmp_path / "story.timeline")
    return call


def test_the_policy_is_shown_in_words_changed_and_undone(run: Run) -> None:
    shown = run("policy").stdout
    assert "First check-in: 2 business days after the date that they named" in shown
    assert "WAIT003.after_promise. Ours: two business days of grace." in shown
    assert (
        "Policy: WAIT003.at_most is 1 for acme"
        in run("policy", "set", "WAIT003.at_most", "1", "--process", "ac").stdout
    )
    rows = [json.loads(line) for line in run("policy", "--process", "acme", "--json").stdout.splitlines()]
    [found] = [row for row in rows if row["name"] == "WAIT003.at_most"]
    assert (found["shown"], found["own"], found["usual"]) == ("1", True, "2")
    run("undo")
    assert "yours; otherwise" not in run("policy", "--process", "acme").stdout
    run("policy", "profile", "strict")
    assert run("policy").stdout.startswith("Profile strict.")


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
def test_what_cannot_be_says_so_in_one_line(run: Run, args: tuple[str, ...], says: str) -> None:
    done = run("policy", *args)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_backup_comes_back_and_everything_can_go(run: Run, tmp_path: Path) -> None:
    assert "sincerely restore" in run("backup", tmp_path / "b.db").stdout
    refused = run("erase")
    assert refused.returncode == 2
    assert 'Type "erase everything"' in refused.stderr
    assert "acme" in run("processes").stdout
    assert "Erased: 1 processes" in run("erase", "--say", "erase everything").stdout
    assert "acme" not in run("processes").stdout
    assert run("restore", tmp_path / "b.db").returncode == 0
    assert "acme" in run("processes").stdout
    nothing = run("restore", tmp_path / "nothing.db")
    assert nothing.returncode == 2
    assert "cannot be read" in nothing.stderr
