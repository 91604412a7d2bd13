"""``sincerely review`` and ``sincerely tone``: output, exit codes, one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sincerely.cli.main import main

STORY = """process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-04 18:00 thanked dana@acme.example
"""
NUDGE = """From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Data analyst

Hi Dana,

Is there any news about the data analyst position?

Best,
Robin
"""


def _call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("nudge.eml").write_text(NUDGE, "utf-8")
    Path("acme.timeline").write_text(STORY, "utf-8")


def test_a_hold_says_until_when_in_wall_time(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _call(capsys, "review", "nudge.eml", "acme.timeline", "--at", "2026-03-16T10:00", "--json")
    told = json.loads(out)
    assert (code, told["verdict"], told["not_before"]) == (1, "hold", "2026-03-17T09:00")
    [finding] = told["findings"]
    assert {"code", "message", "quote", "begin", "stop"} <= set(finding)
    assert finding["quote"] == "Is there any news about the data analyst position?"
    assert NUDGE.partition("\n\n")[2][finding["begin"] : finding["stop"]] == finding["quote"]


def test_on_its_day_it_may_go(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("review", "nudge.eml", "--process", "acme.timeline", "--at", "2026-03-17T09:00")
    assert _call(capsys, *arguments)[:2] == (0, "Good to go.\n")


def test_for_people_it_names_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _call(capsys, "review", "nudge.eml", "acme.timeline", "--at", "2026-03-16T10:00")
    assert code == 1
    assert "Not yet: it is welcome from Tuesday 17 March, 09:00 on" in out
    code, out, _ = _call(
        capsys, "review", "nudge.eml", "acme.timeline", "--at", "2026-03-16T10:00", "--overrule", "out001"
    )
    assert code == 0
    assert "You have overruled this." in out


def test_a_stored_process_is_found_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert _call(capsys, "import", "acme.timeline")[0] == 0
    code, out, _ = _call(capsys, "review", "nudge.eml", "--process", "acme", "--at", "2026-03-16T10:00", "--json")
    assert (code, json.loads(out)["not_before"]) == (1, "2026-03-17T09:00")
    code, _, err = _call(capsys, "review", "nudge.eml", "--process", "globex")
    assert code == 2
    assert 'no single process begins with "globex"' in err


def test_without_a_process_the_text_alone_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert _call(capsys, "review", "nudge.eml")[0] == 0
    Path("nudge.eml").write_text(NUDGE.replace("Hi Dana", "Hi [Name]"), "utf-8")
    code, out, _ = _call(capsys, "review", "nudge.eml", "--json")
    assert (code, json.loads(out)["verdict"]) == (1, "stop")


def test_the_process_is_found_by_who_gets_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert _call(capsys, "import", "acme.timeline")[0] == 0
    code, out, err = _call(capsys, "review", "nudge.eml", "--at", "2026-03-16T10:00")
    assert (code, err) == (1, "Judged as part of acme-analyst (Acme Corp · Data analyst).\n")
    assert "it is welcome from Tuesday 17 March, 09:00 on" in out
    code, out, err = _call(capsys, "review", "nudge.eml", "--at", "2026-03-16T10:00", "--json")
    told = json.loads(out)
    assert (code, told["not_before"], told["process"], err) == (1, "2026-03-17T09:00", "acme-analyst", "")
    code, out, err = _call(capsys, "review", "nudge.eml", "--process", "acme", "--at", "2026-03-16T10:00", "--json")
    assert "process" not in json.loads(out)


def test_of_several_processes_the_strictest_counts_and_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    other = STORY.replace("acme-analyst", "acme-engineer").replace("2026-03-13", "2026-03-20")
    Path("acme.timeline").write_text(f"{STORY}\n{other.replace('Data analyst', '')}", "utf-8")
    assert _call(capsys, "import", "acme.timeline")[0] == 0
    Path("nudge.eml").write_text(NUDGE.replace(" about the data analyst position", "").replace("Data analyst", "News"))
    code, out, err = _call(capsys, "review", "nudge.eml", "--at", "2026-03-18T10:00", "--json")
    told = json.loads(out)
    assert (code, told["not_before"], told["process"]) == (1, "2026-03-24T09:00", "acme-engineer")
    assert sorted(told["fitting"]) == ["acme-analyst", "acme-engineer"]
    _, _, err = _call(capsys, "review", "nudge.eml", "--at", "2026-03-18T10:00")
    assert "judged as part of acme-engineer, the strictest. --process names another." in err
    assert err.count("\n") == 1


def test_where_none_fits_the_text_alone_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert _call(capsys, "import", "acme.timeline")[0] == 0
    Path("nudge.eml").write_text(NUDGE.replace("dana@acme.example", "dana@globex.example"), "utf-8")
    assert _call(capsys, "review", "nudge.eml", "--at", "2026-03-16T10:00") == (0, "Good to go.\n", "")


def test_without_a_store_none_is_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert _call(capsys, "review", "nudge.eml") == (0, "Good to go.\n", "")
    assert not (tmp_path / "home").exists()


def test_a_store_that_cannot_be_read_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "sincerely.db").write_bytes(b"no database at all" * 100)
    code, out, err = _call(capsys, "review", "nudge.eml")
    assert (code, out) == (0, "Good to go.\n")
    assert err.endswith("so the text alone is judged\n")


def test_a_post_may_be_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    Path("post.txt").write_text("Liars and clowns, the lot of them. You people should be ashamed.", "utf-8")
    code, out, _ = _call(capsys, "review", "post.txt", "--public", "--json")
    assert code == 0
    assert {f["code"] for f in json.loads(out)["findings"]} == {"OUT004"}


def test_a_report_is_told_where_it_weighs_most(capsys: pytest.CaptureFixture[str]) -> None:
    text = "I was not paid for two weeks. I reported it to the labour inspection, and the union has my payslips."
    Path("post.txt").write_text(text, "utf-8")
    code, out, _ = _call(capsys, "review", "post.txt", "--public")
    assert code == 0
    assert "no bad-mouthing" in " ".join(out.split())


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("review", "missing.eml"), "missing.eml: cannot be read"),
        (("review", "."), "cannot be read"),
        (("review", "post.txt"), "is no mail"),
        (("review", "nudge.eml", "missing.timeline"), "missing.timeline: cannot be read"),
        (("review", "nudge.eml", "post.txt"), "post.txt:1"),
        (("review", "nudge.eml", "--policy", "lenient"), 'no profile is called "lenient"'),
        (("tone",), "expected a text"),
    ],
)
def test_what_is_wrong_takes_one_line(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], why: str) -> None:
    Path("post.txt").write_text("Just words.", "utf-8")
    code, out, err = _call(capsys, *arguments)
    assert (code, out) == (2, "")
    assert why in err
    assert err.count("\n") == 1


def test_tone_names_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Thank you for the tour. You people are a joke and wasted my time."
    code, out, _ = _call(capsys, "tone", text)
    told = json.loads(out)
    assert code == 0
    assert told["negative"] > 0.5
    assert all(text[c["begin"] : c["stop"]] == c["quote"] and c["why"] for c in told["culprits"])
    assert told["culprits"]
    kind = json.loads(_call(capsys, "tone", "I'm disappointed, and grateful for your time.")[1])
    assert kind["negative"] < 0.5 < kind["polite"]
    assert kind["culprits"] == []


def test_tone_answers_every_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    lines = b'{"id": 1, "text": "Thank you."}\n\n[]\n{"id": 3}\n{"id": 4, "text": ""}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    code, out, _ = _call(capsys, "tone", "--jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [("error" in row, row["id"]) for row in rows] == [(False, 1), (True, None), (True, 3), (False, 4)]
