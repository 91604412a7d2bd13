"""The commands' contract: output, exit codes, one line for what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sincerely.cli.main import _COMMANDS, cli, main

STORY = """process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-05 10:00 requested writing-sample by=2026-03-09
"""
KEYS = {"code", "process", "who", "message", "opens", "due", "late", "closes", "evidence", "fix"}


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Result]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))

    def run(*arguments: str | Path) -> Result:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Result(int(left.value.code or 0), out, err)

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "acme.timeline"
    path.write_text(STORY, "utf-8")
    return path


def test_check_prints_one_object_a_finding_in_wall_time(call: Call, story: Path) -> None:
    result = call("check", story, "--at", "2026-03-05T16:00", "--json")
    assert result.code == 1
    by_code = {row["code"]: row for row in result.rows}
    assert set(by_code) == {"THX001", "THX003", "REF001", "WAIT002", "ASK001"}
    assert all(set(row) >= KEYS for row in result.rows)
    thanks = by_code["THX001"]
    assert (thanks["who"], thanks["process"]) == ("dana@acme.example", "acme-analyst")
    assert [thanks[key] for key in ("opens", "due", "late", "closes")] == [
        "2026-03-04T15:00:00", "2026-03-05T15:00:00", "2026-03-06T15:00:00", "2026-03-11T15:00:00",
    ]  # fmt: skip
    assert thanks["evidence"]


def test_check_answers_an_offset_with_offsets(call: Call, story: Path) -> None:
    rows = call("check", story, "--at", "2026-03-05T22:00+01:00", "--json").rows
    assert {str(row["opens"])[-6:] for row in rows} == {"-05:00"}


def test_check_is_silent_where_nothing_holds(call: Call, story: Path) -> None:
    result = call("check", story, "--at", "2026-02-01T09:00", "--json")
    assert (result.code, result.out) == (0, "")
    assert "A good day" in call("check", story, "--at", "2026-02-01T09:00").out


def test_check_names_an_expectation_that_is_not_met(call: Call, story: Path) -> None:
    story.write_text(STORY + "2026-03-05 16:00 ! THX001 lee@acme.example\n", "utf-8")
    result = call("check", story, "--at", "2026-02-01T09:00")
    assert result.code == 1
    assert "acme.timeline:5: THX001 lee@acme.example does not stand then" in result.err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2026-03-05 10:00 danced dana@acme.example", "expected a verb"),
        ("2026-13-05 10:00 heard dana@acme.example", "expected a time that exists"),
        ('2026-03-05 10:00 promised by=2026-03-09 quote="soon', "closing double quote"),
        ("2026-03-05 10:00 heard dana@acme.example mood=good", "knows"),
        ("2026-03-05 heard dana@acme.example", "expected a time of day"),
        ("2026-03-05 10:00 thanked dana@acme.example lee@acme.example", "comma"),
        ("process other zone=America/New_York", "country="),
        ("process other zone=Nowhere/Land country=US", "time zone"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(call: Call, story: Path, line: str, says: str) -> None:
    story.write_text(f"{STORY}{line}\n", "utf-8")
    result = call("check", story, "--json")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"sincerely: {story}:5: ")
    assert says in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "/no/such/file"),
        ("check",),
        ("chek", "x"),
        ("today", "--at", "soon"),
        ("today", "--policy", "lenient"),
        ("explain", "THX999"),
        ("when",),
        ("export",),
        ("export", "--timeline", "--process", "nobody"),
        ("import", "/no/such/file"),
        ("backup", "/tmp/never"),
        ("done", "THX001"),
        ("snooze", "THX001", "--until", "2020-01-01"),
        ("note", "nobody", "heard -"),
        ("undo",),
        ("read",),
    ],
)
def test_wrong_usage_is_one_line_and_two(call: Call, arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert result.code == 2
    assert result.err.startswith("sincerely: ")
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err


def test_the_nearest_command_and_rule_are_offered(call: Call) -> None:
    assert 'Did you mean "check"?' in call("chek", "x").err
    assert 'did you mean "THX001"?' in call("explain", "THX01").err


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_has_help_with_examples(call: Call, name: str) -> None:
    result = call(name, "--help")
    assert result.code == 0
    assert "Examples:" in result.out
    assert f"sincerely {name}" in result.out


def test_help_groups_every_command(call: Call) -> None:
    out = call("--help").out
    assert all(f"\n  {name} " in out for name in _COMMANDS)
    assert call("--version").out.startswith("sincerely, version ")


@pytest.mark.slow
def test_explain_lists_and_explains_every_rule_and_check(call: Call) -> None:
    codes = [line.split()[0] for line in call("explain").out.splitlines()]
    assert len(codes) == 24 + 16
    for code in codes:
        page = call("explain", code).out
        assert "Why it matters" in page
    [row] = call("explain", "check-in", "--json").rows
    assert row["code"] == "WAIT003"


def test_when_resolves_and_answers_like_it_was_asked(call: Call) -> None:
    [row] = call("when", "by the end of next week", "--at", "2026-03-04T15:00").rows
    assert row["times"] == [
        {
            "quote": "by the end of next week",
            "begin": 0,
            "stop": 23,
            "start": None,
            "end": "2026-03-16T00:00:00",
            "grain": "day",
        }
    ]


def test_when_reads_german_and_french_too(call: Call) -> None:
    at = "2026-06-10T10:00"
    [german] = call("when", "bis Ende nächster Woche", "--at", at, "--country", "DE").rows
    [french] = call("when", "d’ici vendredi", "--at", at, "--country", "FR").rows
    times: list[Any] = [one for row in (german, french) for one in row["times"]]  # type: ignore[attr-defined]
    assert [(one["quote"], one["start"], one["end"]) for one in times] == [
        ("bis Ende nächster Woche", None, "2026-06-22T00:00:00"),
        ("d’ici vendredi", None, "2026-06-13T00:00:00"),
    ]


def test_a_story_goes_in_lives_and_comes_out_the_same(call: Call, story: Path, tmp_path: Path) -> None:
    assert "3 new events" in call("import", story).out
    assert "0 new events" in call("import", story).out
    assert call("today", "--at", "2026-03-05T16:00").code == 1
    out = call("export", "--timeline").out
    (tmp_path / "again.timeline").write_text(out, "utf-8")
    assert "0 new events" in call("import", tmp_path / "again.timeline").out
    assert "1 processes, 3 events" in call("export", tmp_path / "all").out
    assert call("export", tmp_path / "all").code == 2
    assert "bytes" in call("backup", tmp_path / "copy.db").out
    assert "acme-analyst" in call("processes").out
    assert "Interview fixed" in call("show", "acme").out


def test_what_is_only_asked_is_shown_as_unsure_until_it_is_answered(call: Call, story: Path) -> None:
    asked = '2026-03-05 11:00 scheduled lee@acme.example start="2026-03-11 10:00" confidence=0.4\n'
    story.write_text(STORY + asked, "utf-8")
    call("import", story)
    _, sure, unsure = " ".join(call("show", "acme").out.split()).split("Interview fixed")
    assert ("(unsure)" in sure, "(unsure)" in unsure) == (False, True)
    [question] = call("questions", "--json").rows
    assert call("answer", str(question["id"]), "no").code == 0
    assert "(unsure)" not in call("show", "acme").out


WAY = """process acme-corp-data-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana.whitlock@acme.example start="2026-03-04 14:00"
2026-03-04 16:00 thanked dana.whitlock@acme.example
2026-03-04 17:00 requested writing-sample by=2026-03-06
2026-03-05 09:00 scheduled start="2027-01-11 14:00"
"""


def test_a_process_is_shown_to_be_read(call: Call, story: Path) -> None:
    story.write_text(WAY, "utf-8")
    call("import", story)
    out = call("show", "acme", "--at", "2026-03-05T12:00-05:00").out
    assert out.startswith("Acme Corp · Data analyst\ninterview ahead · times of New York · in commands: acme\n")
    assert "acme-corp-data-analyst" not in out
    assert "dana.whitlock@" not in out.partition("So far")[2]
    assert "You thanked Dana Whitlock" in out
    # A day is named once, a year where it is another one, and nobody where nobody is known.
    assert out.partition("So far")[2].count("Wed 4 Mar ") == 1
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "17:00 They asked for your writing sample, by Fri 6 March" in lines
    assert "Mon 11 Jan 2027 14:00 Interview" in lines


def test_the_list_of_processes_is_in_columns(call: Call, story: Path) -> None:
    story.write_text(
        WAY + 'process b employer="B" zone=America/New_York country=US\n2026-03-01 10:00 applied\n', "utf-8"
    )
    call("import", story)
    first, second = call("processes").out.splitlines()
    assert first.index("2026-03") == second.index("2026-03")


def test_notes_are_events_that_can_be_undone(call: Call, story: Path) -> None:
    call("import", story)
    assert call("note", "acme", "2026-03-05 09:00 debriefed dana@acme.example liked=it").code == 0
    codes = {row["code"] for row in call("today", "--at", "2026-03-05T16:00", "--json").rows}
    assert "THX003" not in codes
    assert "Taken back" in call("undo").out
    assert "corrected" in call("export", "--timeline").out
    assert "(taken back)" in call("undo", "--list").out
    assert "Said again" in call("undo", "--again").out


def test_completion_is_offered_for_the_usual_shells(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for shell in ("bash", "zsh", "fish"):
        monkeypatch.setenv("_SINCERELY_COMPLETE", f"{shell}_source")
        with pytest.raises(SystemExit):
            cli.main([], prog_name="sincerely")
        assert "sincerely" in capsys.readouterr().out


@pytest.mark.parametrize(
    "line", [("acts", "Please send it."), ("when", "by Friday", "--at", "2026-03-04T10:00"), ("tone", "Thank you.")]
)
def test_what_always_prints_objects_may_be_asked_for_them(line: tuple[str, ...], call: Call) -> None:
    plain = call(*line)
    assert plain.code == 0
    assert plain.rows
    assert call(*line, "--json") == plain
