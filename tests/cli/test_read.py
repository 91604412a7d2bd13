"""`sincerely read`: files of every kind, standard input, text that was pasted; and what each answer holds."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.sources.msg_writer import Said, compound, mail

from sincerely.cli.main import main

PASTED = """From: Dana Smith <dana@acme.example>
Sent: Tuesday, March 3, 2026 4:10 PM
To: Robin Reader <robin@mail.example>
Subject: Your interview at Acme

Hi Robin,

Before we meet for the Data analyst position at Acme: please send us a writing sample by Monday.

Best regards,
Dana Smith
"""
KEYS = {
    "path", "message_id", "date", "from", "to", "subject", "reply", "signature", "language", "kind", "confidence", "company",
    "role", "events",
}  # fmt: skip
OUTLOOK = compound(
    mail(
        Said(
            {0x0037: "Your interview at Acme", 0x1000: PASTED.partition("\n\n")[2], 0x5D01: "dana@acme.example"},
            times={0x0039: datetime(2026, 3, 3, 21, 10, tzinfo=UTC)},
        )
    )
)
Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Read:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "America/New_York")

    def run(*arguments: str | Path, given: bytes = b"") -> dict[str, Any]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as left:
            main(["read", *map(str, arguments), "--json"])
        assert left.value.code == 0
        [line] = capsys.readouterr().out.splitlines()
        answer: dict[str, Any] = json.loads(line)
        return answer

    return run


def test_text_that_was_pasted(read: Read) -> None:
    answer = read("-", given=PASTED.encode())
    assert set(answer) >= KEYS
    assert (answer["path"], answer["from"], answer["to"]) == ("-", "dana@acme.example", ["robin@mail.example"])
    assert (answer["subject"], answer["date"]) == ("Your interview at Acme", "2026-03-03T16:10:00-05:00")
    assert answer["reply"].startswith("Hi Robin,\n")
    assert answer["language"] == "en"
    assert [event["item"] for event in answer["events"] if event["event"] == "requested"] == ["writing-sample"]


def test_the_same_in_a_text_file_and_in_outlooks(read: Read, tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_text(PASTED, "utf-8")
    (tmp_path / "mail.msg").write_bytes(OUTLOOK)
    pasted, text, outlook = read("-", given=PASTED.encode()), read(tmp_path / "mail.txt"), read(tmp_path / "mail.msg")
    assert text | {"path": "-"} == pasted
    assert outlook["path"] == str(tmp_path / "mail.msg")
    for key in ("from", "subject", "reply", "signature", "kind"):
        assert outlook[key] == pasted[key], key
    for told in (outlook, pasted):
        assert "requested" in [event["event"] for event in told["events"]]


def test_at_stands_in_for_a_missing_date(read: Read) -> None:
    body = b"Thank you for your application for the Analyst role. Please send us a writing sample by Friday.\n"
    answer = read("-", "--at", "2026-03-04T10:00-05:00", given=body)
    assert (answer["date"], answer["from"], answer["to"]) == (None, "", [])
    assert [event["by"] for event in answer["events"] if event["event"] == "requested"] == ["2026-03-06"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"From: a@b.example\nDate: Tue, 3 Mar 2026 10:00:00 +0000\nMessage-ID: <1@b.example>\n\nhello", "message_id"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260304T140000Z\nEND:VEVENT\nEND:VCALENDAR\n", "entries"),
        (OUTLOOK, "subject"),
        (b"", "error"),
        (b" \n", "error"),
        (OUTLOOK[:600], "error"),
    ],
)
def test_a_file_through_standard_input(read: Read, data: bytes, key: str) -> None:
    answer = read("-", given=data)
    assert answer["path"] == "-"
    assert answer[key]


def test_a_mailbox_in_a_text_file_is_a_mailbox(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "inbox.txt"
    path.write_bytes(b"From a@b.example Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nSubject: x\n\nhello\n")
    assert read(path)["from"] == "a@b.example"
    assert "inbox.txt" in read(path)["path"]


def test_a_language_that_is_not_read_is_said(read: Read, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    polish = (
        "Dziękujemy za aplikację na stanowisko analityka. Zapraszamy na rozmowę w czwartek o 14:00 w naszym biurze."
    )
    assert read("-", given=polish.encode())["language"] == "unknown"
    (tmp_path / "a.txt").write_text(polish, "utf-8")
    with pytest.raises(SystemExit):
        main(["read", str(tmp_path / "a.txt")])
    assert "in a language that is not read" in capsys.readouterr().out


def test_outlooks_files_are_synced(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "offer.msg").write_bytes(OUTLOOK)
    (tmp_path / "saved" / "broken.msg").write_bytes(OUTLOOK[:600])
    for expected in (1, 0):
        with pytest.raises(SystemExit) as left:
            main(["sync", str(tmp_path / "saved"), "--json", "--me", "robin@mail.example"])
        assert left.value.code == 0
        out, err = capsys.readouterr()
        assert json.loads(out.splitlines()[-1])["new"] == expected
        assert "broken.msg: is an Outlook file that can't be read" in err + out
