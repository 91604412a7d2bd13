"""What the person brings, in the forms that people have it."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.mail_in import bringing
from sincerely.reading.letters.mime import parse
from sincerely.sources.base import SourceError

NOW = datetime(2026, 3, 11, 16, tzinfo=UTC)
MAIL = "From x Thu Mar  5 09:00:00 2026\nFrom: Dana Ito <dana@acme.example>\nTo: robin@mail.example\nSubject: Hello\nMessage-ID: <a@x>\n\nHi.\n\n"
AS_SHOWN = """From: Dana Ito <dana@acme.example>
Sent: Monday, March 2, 2026 9:00 AM
To: Robin Ashdown <robin@mail.example>
Subject: Your interview

Dear Robin,
we would like to meet you.
"""


def takeout(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Takeout/Mail/All mail Including Spam and Trash.mbox", MAIL)
    return path


def test_a_mail_as_a_program_shows_it_becomes_a_mail(tmp_path: Path) -> None:
    path = bringing.paste(tmp_path, AS_SHOWN, NOW)
    letter = parse(path.read_bytes())
    assert letter.from_.address == "dana@acme.example"
    assert [to.address for to in letter.to] == ["robin@mail.example"]
    assert (letter.subject, letter.date) == ("Your interview", datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert letter.text.strip().endswith("we would like to meet you.")
    assert letter.message_id
    assert bringing.paste(tmp_path, AS_SHOWN, NOW) == path
    assert oct(path.parent.stat().st_mode & 0o777) == "0o700"


def test_a_mail_as_it_came_stays_as_it_is(tmp_path: Path) -> None:
    text = "Message-ID: <a@acme.example>\r\nFrom: dana@acme.example\r\n\r\nHello Jörg\r\n"
    assert bringing.paste(tmp_path, text, NOW).read_text("utf-8") == text.replace("\r\n", "\n").strip("\n")


@pytest.mark.parametrize("text", ["", " \n\r\n "])
def test_nothing_pasted_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="copy the whole mail"):
        bringing.paste(tmp_path, text, NOW)


@pytest.mark.parametrize("text", ["Hello, see you on Friday.", "\ud83d lone", "From: \n\n", "a: b", "\x00\x01"])
def test_whatever_is_pasted_is_kept(tmp_path: Path, text: str) -> None:
    assert bringing.paste(tmp_path, text, NOW).stat().st_size


def test_what_lies_here_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "inbox.mbox").write_text(MAIL)
    found = bringing.ready([tmp_path / "inbox.mbox"], tmp_path / "home")
    assert found == bringing.Ready((tmp_path / "inbox.mbox",))


def test_an_archive_by_path_is_unpacked_once_and_stays(tmp_path: Path) -> None:
    archive, home = takeout(tmp_path / "takeout-1.zip"), tmp_path / "home"
    [first] = bringing.ready([archive], home).paths
    [again] = bringing.ready([archive], home).paths
    assert first == again
    assert [path.name for path in first.rglob("*.mbox")] == ["All mail Including Spam and Trash.mbox"]
    assert archive.exists()


def test_what_came_through_the_browser_is_unpacked_and_its_archive_goes(tmp_path: Path) -> None:
    folder = bringing.new_folder(tmp_path, NOW)
    archive = takeout(bringing.place_in(folder, "takeout.zip"))
    [path] = bringing.ready([archive], tmp_path).paths
    assert path.parent == folder
    assert not archive.exists()


def test_one_bad_file_does_not_spoil_the_others(tmp_path: Path) -> None:
    folder = bringing.new_folder(tmp_path, NOW)
    (folder / "a.eml").write_text("From: a@x.example\n\nhi\n")
    (folder / "b.eml").write_text("From: b@x.example\n\nhi\n")
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(300))
    (folder / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(100))
    found = bringing.ready(sorted(folder.iterdir()), tmp_path)
    assert found.paths == (folder,)
    [zip_note, picture] = found.notes
    assert picture.startswith("holiday.jpg: is neither a mailbox, nor a mail, nor a calendar; point to")
    assert zip_note.startswith("broken.zip: is damaged, or only a part of it; download or copy it again")
    assert sorted(path.name for path in folder.iterdir()) == ["a.eml", "b.eml"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.mbox", "/abs.mbox", "", "...", "a\x00b.mbox", "é" * 500]
)
def test_a_file_goes_where_it_belongs_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    place = bringing.place_in(tmp_path, name)
    assert place.parent == tmp_path
    place.write_bytes(b"x")
    assert bringing.place_in(tmp_path, name) != place


def test_what_was_brought_is_listed_and_can_be_deleted(tmp_path: Path) -> None:
    folder = bringing.new_folder(tmp_path, NOW)
    (folder / "inbox.mbox").write_text(MAIL)
    [one] = bringing.kept(tmp_path)
    assert (one.title, one.size) == ("inbox.mbox", len(MAIL))
    assert not bringing.forget(tmp_path, "../" + tmp_path.name)
    assert bringing.forget(tmp_path, one.name)
    assert bringing.kept(tmp_path) == []


def test_room_leaves_something_for_everything_else(tmp_path: Path) -> None:
    stat = os.statvfs(tmp_path)
    assert bringing.room(tmp_path) <= stat.f_bavail * stat.f_frsize - bringing.RESERVE + 50_000_000
