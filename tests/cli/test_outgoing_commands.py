"""From draft to sent by hand: what is kept, approved, held, void and recorded."""

from __future__ import annotations

import json
import os
from email import message_from_bytes, policy
from pathlib import Path
from typing import NamedTuple

import pytest

from sincerely.cli.main import main

STORY = """process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-04 15:20 debriefed dana@acme.example liked="the migration story" fit="ran two such migrations"
2026-03-04 15:25 debriefed lee@acme.example topic="the on-call rota" fit="kept a pager for a year"
"""
DAY = "2026-03-05T10:00"


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def row(self) -> dict[str, object]:
        [row] = self.rows
        return row


class Run:
    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self.capsys = capsys
        self.folder = folder

    def __call__(self, *arguments: str | Path) -> Result:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = self.capsys.readouterr()
        return Result(int(left.value.code or 0), out, err)

    def editor(self, script: str) -> None:
        """Let an editor run a sed script over the draft."""
        file = self.folder / "editor"
        file.write_text(f"#!/bin/sh\ncp \"$1\" '{self.folder}/seen'\nsed -i '{script}' \"$1\"\n", "utf-8")
        file.chmod(0o700)
        os.environ["VISUAL"] = str(file)

    def draft(self, who: str = "dana", *more: str) -> Result:
        return self("draft", "THX001", "--process", "acme", "--to", who, "--at", DAY, *more)

    def events(self) -> list[str]:
        """The process as a timeline."""
        return self("export", "--timeline").out.splitlines()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VISUAL", "true")
    file = tmp_path / "acme.timeline"
    file.write_text(STORY, "utf-8")
    run = Run(capsys, tmp_path)
    assert run("import", file).code == 0
    return run


# Drafts are kept


def test_the_same_grounds_give_the_same_text_and_no_new_version(run: Run) -> None:
    first = run.draft("dana", "--json").row
    again = run.draft("dana", "--json").row
    assert (first["id"], first["version"], first["made_by"], first["kept"]) == ("d1", 1, "generated", "new")
    assert (again["id"], again["version"], again["kept"]) == ("d1", 1, "same")
    assert first["body"] == again["body"]
    assert run.draft("lee", "--json").row["id"] == "d2"
    assert [row["id"] for row in run("draft", "--list", "--json").rows] == ["d2", "d1"]


def test_other_grounds_give_one_more_version(run: Run) -> None:
    run.draft()
    run("note", "acme", '2026-03-05 09:00 debriefed dana@acme.example send="the dashboard sample"')
    changed = run.draft("dana", "--json").row
    assert (changed["version"], changed["kept"]) == (2, "changed")
    assert "dashboard" in str(changed["body"])
    assert "dashboard" not in run("draft", "--show", "d1", "--version", "1").out
    assert "+" in run("draft", "--diff", "d1").out


def test_what_was_edited_is_not_written_over(run: Run) -> None:
    run.draft()
    run.editor("s/^Kind regards,/Warm regards,/")
    assert run("draft", "d1", "--edit").code == 0
    kept = run.draft()
    assert "Warm regards," in kept.out
    assert "as you edited it: it was not written over. --fresh writes it anew" in kept.out
    fresh = run.draft("dana", "--fresh", "--json").row
    assert (fresh["version"], fresh["made_by"]) == (3, "generated")
    assert "Warm regards," in run("draft", "--show", "d1", "--version", "2").out


def test_an_edit_shows_its_grounds_and_they_never_get_into_the_mail(run: Run) -> None:
    run.draft()
    run.editor(
        "s/^To: .*/To: Dana Ito <dana@acme.example>/; s/^Cc:.*/Cc: lee@acme.example/; s/^Subject:.*/Subject: Thanks/"
    )
    edited = run("draft", "d1", "--edit", "--json").row
    seen = (run.folder / "seen").read_text("utf-8")
    assert "#|       debrief: liked: the migration story" in seen
    assert (edited["to"], edited["cc"], edited["subject"]) == (
        "Dana Ito <dana@acme.example>",
        "lee@acme.example",
        "Thanks",
    )
    assert "#|" not in str(edited["body"])
    assert edited["made_by"] == "edited"
    assert not list((run.folder / "home").glob("*.txt"))
    difference = run("draft", "--diff", "d1").out
    assert {"-To: dana@acme.example", "+To: Dana Ito <dana@acme.example>"} <= set(difference.splitlines())


def test_an_edited_sentence_says_what_it_stands_on(run: Run) -> None:
    run.draft()
    run.editor("s/^I really liked.*/I would love to see the migration story unfold. I led a team of forty at Kestrel./")
    told = run("draft", "d1", "--edit")
    assert "This stands on nothing: “I led a team of forty at Kestrel.”" in told.out
    assert "“forty”, “Kestrel”" in told.out
    sentences = {s["text"]: s["stands_on"] for s in run("draft", "--show", "d1", "--json").row["sentences"]}  # type: ignore[attr-defined]
    assert sentences["I led a team of forty at Kestrel."] == []
    assert sentences["I would love to see the migration story unfold."]
    assert all(grounds for text, grounds in sentences.items() if "Kestrel" not in text)
    assert "OUT009" in run("approve", "d1", "--at", DAY).out


@pytest.mark.parametrize("script", ["s/x/x/", "d"])
def test_an_edit_that_changes_nothing_or_leaves_nothing(run: Run, script: str) -> None:
    run.draft()
    run.editor(script)
    assert "nothing was changed; version 1 stays" in run("draft", "d1", "--edit").out


def test_an_edit_that_can_not_be_read_is_not_lost(run: Run) -> None:
    run.draft()
    run.editor("s/^To: .*/To: Dana/; s/^Kind/Warm/")
    result = run("draft", "d1", "--edit")
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert 'line 1: expected addresses with commas between them, found "Dana"' in result.err
    assert "Warm regards" in (run.folder / "home" / "d1.draft.txt").read_text("utf-8")
    assert (run.folder / "home" / "d1.draft.txt").stat().st_mode & 0o777 == 0o600
    run.editor("s/^Subject: .*/Bcc: boss@acme.example/")
    assert "line 3: expected To:, Cc: or Subject:" in run("draft", "d1", "--edit").err


def test_a_draft_is_edited_as_it_is_written(run: Run) -> None:
    run.editor("s/^Kind regards,/Warm regards,/")
    assert "Kept as d1 version 2." in run.draft("dana", "--edit").out


# Approving


def test_an_approval_is_for_one_text(run: Run) -> None:
    run.draft()
    approved = run("approve", "d1", "--at", DAY, "--json").row
    assert (approved["approved"], approved["id"], approved["state"]) == (True, "o1", "approved")
    assert approved["digest"] == run("draft", "--show", "d1", "--json").row["digest"]
    again = run("approve", "d1", "--at", DAY, "--json").row
    assert (again["id"], again["message_id"]) == ("o1", approved["message_id"])
    run.editor("s/^Kind regards,/Warm regards,/")
    assert "o1 is void: its text was changed" in run("draft", "d1", "--edit").out
    assert run("approve", "d1", "--version", "1", "--at", DAY).code == 2
    other = run("approve", "d1", "--version", "2", "--at", DAY, "--json").row
    assert other["id"] == "o2"
    assert other["digest"] != approved["digest"]
    assert [row["state"] for row in run("outgoing", "--json").rows] == ["approved", "void"]


def test_what_is_held_is_approved_from_its_day_on(run: Run) -> None:
    run.draft()
    told = run("approve", "d1", "--at", "2026-03-05T03:00")
    assert told.code == 0
    assert "It is held until Thu 5 March, 07:00 (their time): It is 03:00 on Thursday there." in told.out
    row = run("outgoing", "--at", "2026-03-05T03:05", "--json").row
    assert (row["state"], row["now"], row["not_before"]) == ("approved", "held", "2026-03-05T07:00:00-05:00")
    assert "held until Thu 5 March, 07:00" in run("outgoing", "--at", "2026-03-05T03:05").out
    assert "to be sent before Fri 6 March, 07:00" in run("outgoing", "--at", "2026-03-05T07:00").out


def test_what_is_stopped_is_mended_or_overruled(run: Run) -> None:
    run.draft()
    run.editor("s/^I really liked.*/I really liked [topic]./")
    run("draft", "d1", "--edit")
    told = run("approve", "d1", "--at", DAY)
    assert told.code == 1
    assert "d1 version 2 is not approved." in told.out
    assert 'Mend it: "sincerely draft d1 --edit"' in told.out
    assert '--overrule OUT006 --reason "…"' in told.out
    assert run("outgoing", "--json").rows == []
    overruling = ("--overrule", "out006", "--reason", "our word for it")
    forbidden = run("approve", "d1", "--at", DAY, *overruling, "--policy", "agency")
    assert forbidden.code == 1
    assert "OUT006: the profile agency lets nobody overrule" in forbidden.out
    assert "Or send it" not in forbidden.out
    approved = run("approve", "d1", "--at", DAY, *overruling, "--json").row
    assert approved["overruled"] == [{"code": "OUT006", "reason": "our word for it"}]
    run.editor("s/really liked/loved/")
    run("draft", "d1", "--edit")
    assert run("approve", "d1", "--at", DAY).code == 1


def test_what_was_overruled_is_kept_until_all_is(run: Run) -> None:
    run.draft()
    run.editor("s/^Dear Dana,/Dear Zoe,/; s/^I really liked.*/I really liked [topic]./")
    run("draft", "d1", "--edit")
    assert run("approve", "d1", "--at", DAY, "--overrule", "OUT006", "--reason", "our word").code == 1
    [row] = run("outgoing", "--json").rows
    assert (row["state"], [each["code"] for each in row["overruled"]]) == ("draft", ["OUT006"])  # type: ignore[attr-defined]
    assert run("outgoing", "eml", "o1", run.folder / "o1.eml").code == 2
    approved = run("approve", "d1", "--at", DAY, "--overrule", "OUT005", "--reason", "a pet name", "--json").row
    assert (approved["id"], len(approved["overruled"])) == ("o1", 2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("d7",), 'no draft is called "d7"; there are d1'),
        (("o1",), 'no draft is called "o1"'),
        (("d1", "--version", "2"), "d1 has no version 2"),
        (("d1", "--overrule", "OUT001"), "one --reason"),
        (("d1", "--overrule", "OUT001", "--reason", " "), "one --reason"),
        (("d1", "--overrule", "OUT001", "--reason", "x"), "OUT001 has nothing against this text"),
        (("d1", "--policy", "none"), "no profile is called"),
        (("d1", "--from", "me"), "expected an address"),
    ],
)
def test_approve_says_in_one_line_what_is_wrong(run: Run, arguments: tuple[str, ...], words: str) -> None:
    run.draft()
    result = run("approve", *arguments, "--at", DAY)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert words in result.err


def test_nobody_to_send_it_to(run: Run) -> None:
    run.draft()
    run.editor("s/^To: .*/To:/")
    run("draft", "d1", "--edit")
    assert "nobody is named whom it goes to" in run("approve", "d1", "--at", DAY).err


def test_withdrawing(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", DAY)
    assert "o1 is withdrawn" in run("outgoing", "withdraw", "o1").out
    assert run("outgoing", "withdraw", "o1").code == 2
    assert run("outgoing", "eml", "o1", run.folder / "o1.eml").code == 2
    assert run("approve", "d1", "--at", DAY, "--json").row["id"] == "o2"


# Sending by hand


def test_the_file_is_what_was_approved(run: Run) -> None:
    run.draft()
    run.editor(
        's/^To: .*/To: "Ito, Dänä" <dana@acme.example>/; s/^Subject:.*/Subject: Thänk you, and a very long line – so long that it has to be folded somewhere/'
    )
    run("draft", "d1", "--edit")
    approved = run("approve", "d1", "--at", DAY, "--from", "Robin Välé <robin@mail.example>", "--json").row
    file = run.folder / "thanks.eml"
    assert run("outgoing", "eml", "o1", file, "--at", DAY).code == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    kept = run("draft", "--show", "d1", "--json").row
    assert mail["Message-ID"] == approved["message_id"]
    assert str(approved["message_id"]).endswith("@mail.example>")
    assert mail["From"] == "Robin Välé <robin@mail.example>"
    assert mail["To"].addresses[0].display_name == "Ito, Dänä"
    assert mail["Subject"] == kept["subject"]
    assert mail.get_content().replace("\r\n", "\n").rstrip("\n") == kept["body"]
    assert all(len(line) <= 998 and line.isascii() for line in file.read_bytes().split(b"\r\n"))
    assert run("outgoing", "eml", "o1", file, "--at", DAY).code == 2
    assert run("review", file, "--process", "acme", "--at", DAY).code == 0


def test_sent_is_recorded_once_and_can_be_taken_back(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", DAY)
    before = run.events()
    told = run("outgoing", "sent", "o1", "--at", "2026-03-05T10:30")
    assert (told.code, told.out.partition(".")[0]) == (0, "o1 is sent")
    [new] = [line for line in run.events() if line not in before]
    assert new.startswith("2026-03-05 10:30 thanked")
    assert "dana@acme.example" in new
    assert "source=<" in new
    assert run("outgoing", "sent", "o1").code == 2
    assert "was sent already, as o1" in run("approve", "d1", "--at", DAY).err
    assert run("outgoing", "withdraw", "o1").code == 2
    run("undo")
    assert run("outgoing", "--json").row["now"] == "taken back"
    assert run("approve", "d1", "--at", DAY, "--json").row["id"] == "o2"
    assert run("outgoing", "sent", "o2", "--at", DAY).code == 0


def test_a_draft_of_the_next_time_is_another(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", DAY)
    run("outgoing", "sent", "o1", "--at", DAY)
    assert run.draft("dana", "--json").row["id"] == "d2"


def test_news_ends_an_approval(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", DAY)
    run("note", "acme", "2026-03-05 10:05 heard dana@acme.example")
    assert run("outgoing", "--at", "2026-03-05T10:10", "--json").row["now"] == "asked again"
    told = run("outgoing", "eml", "o1", run.folder / "o1.eml", "--at", "2026-03-05T10:10")
    assert told.code == 1
    assert (
        "Something new is known since you approved it: Dana@acme.example wrote" in told.out
        or "dana@acme.example wrote" in told.out
    )
    assert not (run.folder / "o1.eml").exists()
    assert run("outgoing", "--json").row["state"] == "void"
    sent = run("outgoing", "sent", "o1", "--at", "2026-03-05T10:10")
    assert sent.code == 1
    assert "--anyway" in sent.out
    assert not [line for line in run.events() if "thanked" in line]
    assert run("approve", "d1", "--at", "2026-03-05T10:15", "--json").row["id"] == "o2"


def test_what_was_sent_all_the_same_is_recorded(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", DAY)
    run("note", "acme", "2026-03-05 10:05 heard dana@acme.example")
    assert run("outgoing", "sent", "o1", "--at", "2026-03-05T10:10").code == 1
    assert run("outgoing", "sent", "o1", "--at", "2026-03-05T10:10", "--anyway").code == 0
    assert run("outgoing", "sent", "o1", "--at", "2026-03-05T10:10", "--anyway").code == 2
    assert len([line for line in run.events() if " thanked " in line]) == 1


def test_an_approval_is_for_a_day(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", DAY)
    told = run("outgoing", "sent", "o1", "--at", "2026-03-06T10:00")
    assert told.code == 1
    assert "It was approved for the day that began on Thu 5 March, 10:00" in told.out
    assert not [line for line in run.events() if "thanked" in line]


def test_what_is_held_is_not_recorded_early(run: Run) -> None:
    run.draft()
    run("approve", "d1", "--at", "2026-03-05T03:00")
    told = run("outgoing", "sent", "o1", "--at", "2026-03-05T03:10")
    assert (told.code, "It is held until Thu 5 March, 07:00" in told.out) == (1, True)
    file = run("outgoing", "eml", "o1", run.folder / "o1.eml", "--at", "2026-03-05T03:10")
    assert (file.code, "Hold it until Thu 5 March, 07:00" in file.out) == (0, True)
    assert run("outgoing", "sent", "o1", "--at", "2026-03-05T07:10").code == 0


def test_one_thanks_does_not_end_the_other(run: Run) -> None:
    for who, draft in (("dana", "d1"), ("lee", "d2")):
        run.draft(who)
        run("approve", draft, "--at", DAY)
    assert run("outgoing", "sent", "o1", "--at", DAY).code == 0
    assert run("outgoing", "sent", "o2", "--at", DAY).code == 0


@pytest.mark.slow
def test_the_copy_among_the_sent_mail_is_the_same_message(run: Run) -> None:
    """Once said, once found: one check-in, not two; and where it was only found, it is sent."""
    for who, draft, message in (("dana", "d1", "o1"), ("lee", "d2", "o2")):
        run.draft(who)
        run("approve", draft, "--at", DAY, "--from", "Robin Vale <robin@mail.example>")
        sent = run.folder / "Sent"
        sent.mkdir(exist_ok=True)
        run("outgoing", "eml", message, sent / f"{message}.eml", "--at", DAY)
    run("outgoing", "sent", "o1", "--at", "2026-03-05T10:30")
    assert run("sync", run.folder / "Sent", "--me", "robin@mail.example").code in {0, 1}
    rows = {row["id"]: row for row in run("outgoing", "--json").rows}
    thanked = [line for line in run.events() if " thanked " in line]
    assert len([line for line in thanked if "dana@acme.example" in line]) == 1
    assert rows["o1"]["state"] == "sent"
    assert rows["o2"]["state"] == "sent"
    assert "Its copy was found" in str(rows["o2"]["why"])
    assert len([line for line in thanked if "lee@acme.example" in line]) == 1


# A mail that was written elsewhere

MAIL = """From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Re: The interview
In-Reply-To: <1@acme.example>
References: <0@acme.example> <1@acme.example>
Message-ID: <mine@mail.example>

Hi Dana,

Thank you for the interview about the data analyst position at Acme Corp. I liked the migration story, and as I ran two
such migrations I believe that I can help.

Best,
Robin

On Wed, Mar 4, 2026 at 4:00 PM Dana Ito <dana@acme.example> wrote:
> Unfortunately [we] must move the next call.
"""


def test_a_mail_written_elsewhere_is_approved_and_sent(run: Run) -> None:
    file = run.folder / "mine.eml"
    file.write_text(MAIL, "utf-8")
    assert run("approve", file).code == 2
    approved = run("approve", file, "--process", "acme", "--at", DAY, "--json").row
    assert (approved["approved"], approved["id"], approved["draft"]) == (True, "o1", None)
    assert run("approve", file, "--process", "acme", "--at", DAY, "--json").row["id"] == "o1"
    row = run("outgoing", "--json").row
    assert (row["purpose"], row["to"]) == ("thank-you", ["Dana Ito <dana@acme.example>"])
    out = run.folder / "o1.eml"
    assert run("outgoing", "eml", "o1", out, "--at", DAY).code == 0
    mail = message_from_bytes(out.read_bytes(), policy=policy.default)
    assert mail["From"] == "Robin Vale <robin@mail.example>"
    assert (mail["In-Reply-To"], mail["References"]) == ("<1@acme.example>", "<0@acme.example> <1@acme.example>")
    assert "> Unfortunately [we] must move" in mail.get_content()
    assert run("outgoing", "sent", "o1", "--at", DAY).code == 0
    assert [line for line in run.events() if " thanked " in line and "dana@acme.example" in line]
    assert "this text was sent already, as o1" in run("approve", file, "--process", "acme", "--at", DAY).err
    asking = "Is there any news about the data analyst position?\n"
    file.write_text(f"{MAIL.partition('Thank you')[0]}{asking}\nBest,\nRobin\n", "utf-8")
    held = run("approve", file, "--process", "acme", "--at", DAY)
    assert (held.code, "It is held until Tue 17 March, 09:00" in held.out) == (0, True)
    assert "check-in" in [row["purpose"] for row in run("outgoing", "--json").rows]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("Just words.", "is no mail"),
        (MAIL.replace("To: Dana Ito <dana@acme.example>\n", ""), "nobody is named"),
    ],
)
def test_a_file_that_is_no_mail(run: Run, text: str, words: str) -> None:
    file = run.folder / "mine.eml"
    file.write_text(text, "utf-8")
    result = run("approve", file, "--process", "acme", "--at", DAY)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert words in result.err
    assert "cannot be read" in run("approve", run.folder / "none.eml", "--process", "acme").err


# Out and in again


@pytest.mark.slow
def test_drafts_and_messages_are_exported_and_come_back(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for who, draft in (("dana", "d1"), ("lee", "d2")):
        run.draft(who)
        run("approve", draft, "--at", DAY)
    run("outgoing", "sent", "o1", "--at", DAY)
    run.editor("s/^Kind regards,/Warm regards,/")
    run("draft", "d2", "--edit")
    run("approve", "d2", "--at", DAY)
    before = run("draft", "--list", "--json").rows
    assert run("export", tmp_path / "out").code == 0
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "elsewhere"))
    for _ in range(2):
        assert run("import", tmp_path / "out").code == 0
        after = run("draft", "--list", "--json").rows
        assert [row["digest"] for row in after] == [row["digest"] for row in before]
        assert "Kind regards" in run("draft", "--show", "d2", "--version", "1").out
        states = {row["id"]: row["state"] for row in run("outgoing", "--json").rows}
        assert states == {"o1": "sent", "o2": "void", "o3": "void"}
    assert run("approve", "d2", "--at", DAY, "--json").row["id"] == "o4"
    assert "was sent already" in run("approve", "d1", "--at", DAY).err
    (tmp_path / "out" / "outgoing.jsonl").write_text('{"number": 1}\n', "utf-8")
    assert "outgoing.jsonl:1: expected a line as export writes it" in run("import", tmp_path / "out").err
