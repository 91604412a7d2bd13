"""grounds: what is given is kept, stands under drafts and the gate, and can be taken away."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from sincerely.cli.main import main
from sincerely.sample.pdf import pdf

STORY = """process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
process acme-other employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 applied
"""
CV = "Robin Ashdown\n\n• Built the demand forecast for social housing in Python and SQL\n"
POSTING = "What you bring\n- Strong SQL and Python\n"


class Run:
    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.capsys = capsys
        self.folder = folder
        (folder / "all.timeline").write_text(STORY, "utf-8")
        (folder / "cv.txt").write_text(CV, "utf-8")
        (folder / "cv.pdf").write_bytes(pdf(["Robin Ashdown", "Taught statistics at Leeds"]))
        self("import", str(folder / "all.timeline"))

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        out, err = self.capsys.readouterr()
        return int(left.value.code or 0), out, err

    def kept(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self("grounds", "--json")[1].splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POSTING.encode())))
    return Run(capsys, tmp_path)


def test_a_cv_is_kept_shown_taken_away_and_brought_back(run: Run) -> None:
    assert "add-cv FILE" in run("grounds")[1]
    code, out, _ = run("grounds", "add-cv", str(run.folder / "cv.txt"))
    assert code == 0
    name = out.partition(":")[0]
    assert "cv.txt, 2 lines kept" in out
    assert "kept already" in run("grounds", "add-cv", str(run.folder / "cv.txt"))[1]
    assert run("grounds", "show", "cv")[1] == (
        "    1  Robin Ashdown\n    2  \n    3  • Built the demand forecast for social housing in Python and SQL\n"
    )
    assert run("grounds", "show", f"{name}:1")[1] == "    1  Robin Ashdown\n"
    assert json.loads(run("grounds", "show", name, "--json")[1])["lines"] == CV.rstrip("\n").split("\n")
    assert run("grounds", "remove", name)[0] == 0
    assert run.kept() == []
    assert run("undo")[0] == 0
    assert [paper["id"] for paper in run.kept()] == [name]
    run("undo", "--again")
    assert run.kept() == []
    assert "1 lines" not in run("grounds", "add-cv", str(run.folder / "cv.txt"))[1]
    assert len(run.kept()) == 1


def test_undo_takes_away_what_was_just_given(run: Run) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    assert "CV cv.txt kept" in run("undo")[1]
    assert run.kept() == []


def test_for_good_is_for_good(run: Run) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    assert "deleted for good" in run("grounds", "remove", "cv", "--for-good")[1]
    run("undo")
    assert run.kept() == []


@pytest.mark.slow
def test_an_older_cv_beside_a_new_one_is_told(run: Run) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    out = run("grounds", "add-cv", str(run.folder / "cv.pdf"))[1]
    assert "(cv.txt) stands beside it" in out


def test_a_pasted_posting_and_a_cv_stand_under_a_draft(run: Run) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    assert run("draft", "THX001", "--process", "acme-analyst")[0] == 1
    code, out, _ = run("grounds", "add-posting", "-", "--process", "acme-analyst")
    assert (code, "pasted, 2 lines kept" in out) == (0, True)
    found = json.loads(run("draft", "THX001", "--process", "acme-analyst", "--json")[1])
    assert "I built the demand forecast for social housing in Python and SQL" in found["body"]
    grounds = [g for s in found["sentences"] for g in s["stands_on"] if g["kind"] in {"cv", "posting"}]
    assert {g["text"] for g in grounds} == {"- Strong SQL and Python", CV.splitlines()[2]}
    assert all(run("grounds", "show", g["source"])[1].endswith(g["text"] + "\n") for g in grounds)
    assert "Strong SQL and Python" in run("card", "acme-analyst")[1]


def test_the_gate_knows_the_cv(run: Run) -> None:
    mail = run.folder / "thanks.eml"
    mail.write_text(
        "From: robin@mail.example\nTo: dana@acme.example\nSubject: Thank you\n\nDear Dana,\n\nThank you for the "
        "interview about the Data analyst role. I also speak fluent German.\n\nBest,\nRobin\n"
    )
    judged = ("review", str(mail), "--process", "acme-analyst", "--at", "2026-03-05T10:00", "--json")
    codes = [f["code"] for f in json.loads(run(*judged)[1])["findings"]]
    assert "OUT009" in codes
    (run.folder / "cv.txt").write_text("Languages: German (fluent)", "utf-8")
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    codes = [f["code"] for f in json.loads(run(*judged)[1])["findings"]]
    assert "OUT009" not in codes


def test_a_posting_follows_its_process_when_two_are_one(run: Run) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    run("grounds", "add-posting", "-", "--process", "acme-other")
    assert "Strong SQL" not in run("card", "acme-analyst")[1]
    run("merge", "acme-other", "acme-analyst")
    assert "Strong SQL" in run("card", "acme-analyst")[1]


def test_everything_goes_out_and_comes_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    run("grounds", "add-posting", "-", "--process", "acme-analyst")
    before = run.kept()
    assert run("export", str(run.folder / "out"))[0] == 0
    monkeypatch.setenv("SINCERELY_HOME", str(run.folder / "another"))
    assert run("import", str(run.folder / "out"))[0] == 0
    assert run.kept() == before
    (run.folder / "out" / "grounds.jsonl").write_text('{"id": 1}\n')
    code, _, err = run("import", str(run.folder / "out"))
    assert (code, "grounds.jsonl:1: expected a line as export writes it" in err) == (2, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add-cv", "FOLDER/none.pdf"), "cannot be read (No such file or directory); name a PDF"),
        (("add-cv", "FOLDER"), "is not a file; name a PDF"),
        (("add-cv", "FOLDER/bad.pdf"), "bad.pdf: is a broken PDF; open it, print it to a new PDF"),
        (("add-posting", "FOLDER/cv.txt", "--process", "zeta"), 'no process begins with "zeta"'),
        (("add-posting", "FOLDER/cv.txt"), "Missing option '--process'"),
        (("show", "cv-00"), 'nothing is kept that begins with "cv-00": there are none yet'),
        (("remove", ""), "nothing is kept that begins"),
        (("add-cv", "FOLDER/empty"), "empty: is empty; write something first"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    (run.folder / "bad.pdf").write_bytes(b"%PDF-1.7 no")
    (run.folder / "empty").touch()
    code, out, err = run("grounds", *(a.replace("FOLDER", str(run.folder)) for a in arguments))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert words in err
    assert run.kept() == []


def test_a_line_that_is_not_there(run: Run) -> None:
    run("grounds", "add-cv", str(run.folder / "cv.txt"))
    for number in ("0", "4", "x", "²"):
        code, _, err = run("grounds", "show", f"cv:{number}")
        assert (code, "it has 1 to 3" in err) == (2, True)
