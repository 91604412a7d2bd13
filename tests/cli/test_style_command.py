"""style: what was learnt from sent mail, what is set goes first, and drafts are written so."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.wiring import opened
from sincerely.cli.main import main
from sincerely.core.timeline import parse
from sincerely.sources.base import Raw
from sincerely.sources.eml import Eml
from sincerely.store.base import Change, Message

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
STORY = """process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:20 debriefed dana@acme.example liked="the migration story" fit="ran two such migrations"
"""
SENT = """From: Robin Ashdown <robin@mail.example>
To: Dana <dana@acme.example>
Subject: Number {n}
Message-ID: <{n}@mail.example>
Date: Mon, 2 Mar 2026 09:0{n}:00 +0000

Dear Dana,

thank you for the mail about the role and for the time that you gave it. I look forward to the next step.

Warm regards,
Robin Ashdown
+44 113 496 0123
"""
GOT = """From: Dana <dana@acme.example>
To: Robin Ashdown <robin@mail.example>
Subject: Number {n}
Message-ID: <{n}@acme.example>
Date: Mon, 2 Mar 2026 09:0{n}:00 +0000

Dear Robin,

thank you for your time.

Dana
"""


class Run:
    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path, text: str = SENT) -> None:
        self.capsys = capsys
        self.mails = folder / "sent"
        self.mails.mkdir()
        for n in range(3):
            (self.mails / f"{n}.eml").write_text(text.format(n=n), "utf-8")
        source = Eml(self.mails)
        raws = [item for item in source.scan({}, lambda _: frozenset()) if isinstance(item, Raw)]
        with opened() as store:
            [timeline] = parse(STORY, "story")
            store.add([Change(timeline.header, timeline.events)], NOW)
            store.set_setting("me", ["robin@mail.example"])
            store.add_messages(
                Message(
                    source=source.name, key=raw.key, where=raw.where, digest=f"{n}", message_id=f"{n}@mail.example",
                    date=NOW, subject=f"Number {n}", sender="dana@acme.example", sent=text is SENT, kind="request",
                    process="acme",
                )
                for n, raw in enumerate(raws)
            )  # fmt: skip

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        out, err = self.capsys.readouterr()
        return int(left.value.code or 0), out, err

    def lines(self) -> dict[str, dict[str, object]]:
        return {line["key"]: line for line in map(json.loads, self("style", "--json")[1].splitlines())}

    def ending(self, *arguments: str) -> str:
        body: str = json.loads(self("draft", "THX001", "--process", "acme", "--to", "dana", "--json", *arguments)[1])[
            "body"
        ]
        return body.rpartition("\n\n")[2]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    return Run(capsys, tmp_path)


def test_what_was_learnt_is_shown_with_what_it_was_learnt_from(run: Run) -> None:
    code, out, _ = run("style")
    assert code == 0
    assert "Robin Ashdown" in out
    assert "learnt from 3 of 3 sent mails, the last of 2026-03-05 “Number" in out
    assert run.lines()["sign-off (English, formal)"]["value"] == "Warm regards,"
    assert run.lines()["signature"]["learnt"] == {
        "value": "+44 113 496 0123", "count": 3, "of": 3, "seen": ["0@mail.example", "1@mail.example", "2@mail.example"],
    }  # fmt: skip


def test_drafts_are_written_so(run: Run) -> None:
    assert run.ending() == "Warm regards,\nRobin Ashdown\n+44 113 496 0123"


def test_what_is_set_goes_before_what_was_learnt_until_it_is_reset(run: Run) -> None:
    assert "sign-off (English)" in run("style", "set", "sign-off", "Best wishes")[1]
    run("style", "set", "name", "Robin A. Ashdown")
    run("style", "set", "signature", r"Leeds\nlinkedin.example/robin")
    assert run.ending() == "Best wishes,\nRobin A. Ashdown\nLeeds\nlinkedin.example/robin"
    assert run.lines()["name"] == {"key": "name", "value": "Robin A. Ashdown", "edited": True, "learnt": None}
    (run.mails / "3.eml").write_text(SENT.format(n=3), "utf-8")
    assert run.ending("--name", "R. Ashdown").splitlines()[1] == "R. Ashdown"
    run("style", "set", "signature", "")
    assert run.ending() == "Best wishes,\nRobin A. Ashdown"
    for key in ("sign-off", "name", "signature"):
        assert "counts again" in run("style", "reset", key)[1]
        assert "had not set it" in run("style", "reset", key)[1]
    assert run.ending() == "Warm regards,\nRobin Ashdown\n+44 113 496 0123"


def test_a_sign_off_is_its_languages(run: Run) -> None:
    assert "(German)" in run("style", "set", "sign-off", "Viele Grüße")[1]
    assert run.ending().startswith("Warm regards,")
    german = "2026-03-04 15:25 debriefed dana@acme.example liked='wie offen im Team über Fehler gesprochen wird'\n"
    with opened() as store:
        [timeline] = parse(STORY + german.replace("'", '"'), "story")
        store.add([Change(timeline.header, timeline.events[-1:])], NOW)
    assert run.ending("--language", "de").startswith("Viele Grüße\n")
    assert "(German)" in run("style", "set", "sign-off", "Salut", "--language", "de")[1]
    assert 'sign-off (French) is now "Bien cordialement,"' in run("style", "set", "sign-off", "Bien cordialement")[1]
    assert "(French)" in run("style", "set", "sign-off", "Ciao", "--language", "fr")[1]


def test_a_chosen_formality_and_language_are_kept(run: Run) -> None:
    run("style", "set", "formality", "informal")
    assert run.ending().endswith("\nRobin")
    assert "fr, en" in run("style", "set", "languages", "fr en")[1]
    assert "de, en" in run("style", "set", "languages", "de, en de")[1]
    assert run.lines()["languages"]["value"] == "de, en"


def test_without_sent_mail_it_is_signed_as_others_write_to_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    run = Run(capsys, tmp_path, GOT)
    assert "learnt from 3 of 3 mails to you" in run("style")[1]
    assert run.ending() == "Kind regards,\nRobin Ashdown"
    for mail in run.mails.iterdir():
        mail.unlink()
    assert run.lines()["name"]["value"] == "Robin Ashdown"  # it was found, and is looked for no more
    run("style", "set", "name", "R. Ashdown")
    assert run.ending() == "Kind regards,\nR. Ashdown"
    run("style", "reset", "name")
    with opened() as store:
        store.set_setting("me", ["other@mail.example"])
    assert run.lines()["name"]["value"] == ""  # that was somebody else


def test_mail_that_is_gone_is_no_habit(run: Run) -> None:
    for mail in run.mails.iterdir():
        mail.unlink()
    assert "Nothing was learnt yet" in run("style")[1]


def test_what_was_learnt_is_not_learnt_again(run: Run) -> None:
    before = run.lines()
    for mail in run.mails.iterdir():
        mail.unlink()
    assert run.lines() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "shoe", "42"), "there are name, sign-off, signature, formality, languages"),
        (("reset", "shoe"), "there are name, sign-off, signature, formality, languages"),
        (("set", "formality", "stiff"), 'expected formal or informal, found "stiff"'),
        (("set", "languages", "es"), "expected one or more of en, de, fr"),
        (("set", "languages", " "), "expected one or more of en, de, fr"),
        (("set", "name", " "), "expected one line, such as Robin Ashdown"),
        (("set", "sign-off", "a\nb"), "expected one line"),
        (("set", "sign-off", "a" * 61), "expected at most 60 characters, found 61"),
        (("set", "name", "a\x1bb"), "characters that nobody can read"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run("style", *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert words in err
