"""What was settled long ago is not drafted anew; what stands, will stand or ran out is written as ever."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.app.conftest import Run

STORY = """
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 heard        dana@acme.example asks=yes quote="When could you come in?"
2026-03-02 12:00 wrote        dana@acme.example purpose=reply
2026-03-02 13:00 scheduled    dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 16:00 debriefed    fit="ran two such migrations" liked="the migration story"
2026-03-04 17:00 thanked      lee@acme.example
process hooli employer="Hooli" role="Clerk" zone=America/New_York country=US
2026-03-03 09:00 rejected     jo@hooli.example
"""
SAY = ("--say", "Tuesday at 10 suits me well.")


@pytest.fixture
def story(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "story.timeline").write_text(STORY, "utf-8")
    assert run("import", tmp_path / "story.timeline").returncode == 0
    return run


@pytest.mark.parametrize(
    ("code", "process", "more"),
    [("WAIT004", "acme", SAY), ("OFF003", "acme", ()), ("OFF001", "acme", ()), ("WAIT003", "hooli", ())],
)
def test_what_does_not_stand_is_refused_in_one_line(story: Run, code: str, process: str, more: tuple[str, ...]) -> None:
    told = story("draft", code, "--process", process, *more, "--at", "2026-03-05T10:00", "--name", "Robin Vale")
    assert told.returncode == 2
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1
    assert f"{code} does not stand in {process}:" in told.stderr
    assert "--anyway writes it all the same" in told.stderr
    assert "No drafts yet" in story("draft", "--list").stdout


def test_it_says_what_stands(story: Run) -> None:
    told = story("draft", "WAIT004", "--process", "acme", *SAY, "--at", "2026-03-05T10:00").stderr
    assert "THX001" in told


def test_anyway_it_is_written(story: Run) -> None:
    told = story("draft", "WAIT004", "--process", "acme", *SAY, "--name", "Robin Vale", "--anyway")
    assert "Tuesday at 10 suits me well." in told.stdout


@pytest.mark.parametrize(
    ("code", "process", "at"),
    [
        ("THX001", "acme", "2026-03-05T10:00"),
        ("THX001", "acme", "2026-06-05T10:00"),  # it ran out
        ("WAIT003", "acme", "2026-03-05T10:00"),  # it is still to come
        ("BYE001", "hooli", "2026-03-05T10:00"),
        ("check-in", "acme", "2026-03-05T10:00"),  # a kind's name
    ],
)
def test_what_stands_or_may_be_is_written_as_ever(story: Run, code: str, process: str, at: str) -> None:
    told = story("draft", code, "--process", process, "--at", at, "--name", "Robin Vale")
    assert told.returncode == 0, told.stderr
    assert "Robin Vale" in told.stdout


def test_of_a_file_the_process_is_taken_that_a_finding_is_about(run: Run, tmp_path: Path) -> None:
    (tmp_path / "two.timeline").write_text(
        """process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-20 09:00 offered      dana@acme.example by=2026-03-27
2026-03-23 09:00 accepted
process hooli employer="Hooli" role="Clerk" zone=America/New_York country=US
2026-03-16 15:00 interviewed  jo@hooli.example
""",
        "utf-8",
    )
    for code, to in (("OFF003", "jo@hooli.example"), ("REF001", ""), ("offer-thanks", "dana@acme.example")):
        told = run("draft", code, "--process", tmp_path / "two.timeline", "--name", "Robin Vale", "--json").stdout
        assert json.loads(told)["to"] == to
