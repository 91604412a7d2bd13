"""draft, debrief and card: output, exit codes, and what they ask for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sincerely.cli.main import main

STORY = """process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:20 debriefed dana@acme.example liked="the migration story" fit="ran two such migrations"
"""


class Run:
    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.capsys = capsys
        self.file = folder / "acme.timeline"
        self.file.write_text(STORY, "utf-8")

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        out, err = self.capsys.readouterr()
        return int(left.value.code or 0), out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    return Run(capsys, tmp_path)


def test_draft_of_a_timeline_prints_one_object_a_mail(run: Run) -> None:
    code, out, _ = run("draft", "THX001", "--process", str(run.file), "--to", "dana@acme.example", "--json")
    assert code == 0
    [found] = [json.loads(line) for line in out.splitlines()]
    assert {"to", "subject", "body", "sentences"} <= set(found)
    assert found["to"] == "dana@acme.example"
    assert all(sentence["text"] and sentence["stands_on"] for sentence in found["sentences"])


def test_draft_without_ground_asks_for_it(run: Run) -> None:
    code, out, _ = run("draft", "THX001", "--process", str(run.file), "--to", "lee@acme.example", "--json")
    assert code == 1
    [missing] = json.loads(out)["missing"]
    assert missing["what"]
    assert "Lee" in missing["ask"]
    code, out, _ = run("draft", "THX001", "--process", str(run.file))
    assert code == 1
    assert "sincerely debrief acme-analyst --with lee@acme.example" in out
    assert "What it stands on:" in out


def test_draft_in_english_says_what_they_write_in_where_none_is_written_in_it(run: Run) -> None:
    quote = "Gracias por su interés, nos gustaría hablar con usted el miércoles en la oficina."
    run.file.write_text(STORY.replace('15:00"\n', f'15:00" quote="{quote}"\n', 1), "utf-8")
    told = ("draft", "THX001", "--process", str(run.file), "--to", "dana@acme.example")
    assert "They write in Spanish. No drafts are written in it, so this one is in English." in run(*told)[1]
    assert json.loads(run(*told, "--json")[1])["their_language"] == "Spanish"
    french = run("draft", "WAIT003", "--process", str(run.file), "--language", "fr")[1]
    assert "Bonjour Dana," in french
    assert "They write in" not in french


def test_draft_leaves_out_who_was_thanked_at_another_address(run: Run) -> None:
    story = STORY.replace("dana@", "dana.smith@") + "2026-03-04 16:00 thanked dsmith@acme.example\n"
    run.file.write_text(story, "utf-8")
    out = run("draft", "THX001", "--process", str(run.file))[1]
    assert "lee@acme.example" in out
    assert "dana.smith@acme.example" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("NOPE", "--process", "FILE"), "no draft is called"),
        (("WAIT002", "--process", "FILE"), "waiting is right"),
        (("THX001", "--process", "nowhere.timeline"), "cannot be read"),
        (("THX001", "--process", "acme"), "no process begins with"),
    ],
)
def test_draft_says_in_one_line_what_is_wrong(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run("draft", *(str(run.file) if a == "FILE" else a for a in arguments))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert words in err


def test_debrief_by_options_is_events_that_a_draft_stands_on(run: Run) -> None:
    run("import", str(run.file))
    code, out, _ = run("debrief", "acme", "--with", "lee", "--topic", "the on-call rota", "--answer-by", "2026-03-13")
    assert code == 0
    assert "sincerely undo" in out
    code, out, _ = run("draft", "THX001", "--process", "acme", "--to", "lee", "--json")
    assert code == 0
    assert "on-call rota" in json.loads(out)["body"]
    assert run("undo")[0] == 0
    assert run("draft", "THX001", "--process", "acme", "--to", "lee", "--json")[0] == 1


def test_debrief_without_anybody_there_says_what_is_not_known(run: Run) -> None:
    run("import", str(run.file))
    code, out, err = run("debrief", "acme")
    assert code == 2
    assert "lee@acme.example --topic: What did Lee talk about?" in out
    assert "dana@acme.example --topic" not in out
    assert "give the answers as options" in err


def test_card_says_when_on_their_clock_and_what_to_ask(run: Run) -> None:
    run("import", str(run.file))
    code, out, _ = run("card", "acme")
    assert code == 0
    assert "Wednesday 4 March, 14:00–15:00 (America/New_York)" in out
    assert "Dana <dana@acme.example>" in out
    assert out.partition("Before you leave, ask")[2].strip().startswith("[ ] When may I expect to hear from you?")
    assert json.loads(run("card", "acme", "--json")[1])["ask"]
