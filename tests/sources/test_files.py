""".eml and .ics files, and what files can be instead of files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.sources.contract import Reading, calendar, letter, raws, said

from sincerely.sources.base import SourceError
from sincerely.sources.eml import Eml
from sincerely.sources.files import open_quietly, read_at
from sincerely.sources.folders import role
from sincerely.sources.ics import Ics


def test_a_single_file(tmp_path: Path) -> None:
    file = tmp_path / "one.EML"
    file.write_bytes(letter(1))
    [raw] = raws(Reading().sync(Eml(file)))
    assert (raw.data, raw.kind, raw.folder) == (letter(1), "mail", "")
    assert Eml(file).fetch(raw.key, raw.where).data == letter(1)


def test_a_calendar_file_that_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "calendar.ics"
    file.write_bytes(calendar(1))
    reading = Reading()
    [first] = raws(reading.sync(Ics(file)))
    assert first.kind == "calendar"
    file.write_bytes(calendar(1) + calendar(2))
    [second] = raws(reading.sync(Ics(file)))
    assert second.key != first.key
    with pytest.raises(SourceError, match="deleted or changed since"):
        Ics(file).fetch(first.key, first.where)


def test_folders_below_are_read_and_some_left_out(tmp_path: Path) -> None:
    for n, folder in enumerate(("", "Sent", "Archive/2026", "Trash/old", "Drafts", ".hidden", "__MACOSX", "cur")):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / f"{n}.eml").write_bytes(letter(n))
        (tmp_path / folder / "._x.eml").write_bytes(b"resource fork")
        (tmp_path / folder / "notes.txt").write_bytes(b"x")
    items = Reading().sync(Eml(tmp_path))
    assert {(raw.folder, raw.sent) for raw in raws(items)} == {("", False), ("Sent", True), ("Archive/2026", False)}
    assert said(items) == [
        f"{tmp_path}/Drafts: left out (1 message), drafts were never sent",
        f"{tmp_path}/Trash/old: left out (1 message), it was thrown away",
    ]


def test_apple_mails_wrapping_is_taken_away(tmp_path: Path) -> None:
    mail = letter(1)
    (tmp_path / "1.emlx").write_bytes(b"%d      \n" % len(mail) + mail + b'<?xml version="1.0"?><plist></plist>\n')
    assert [raw.data for raw in raws(Reading().sync(Eml(tmp_path)))] == [mail]


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.eml", b"", "is empty"),
        ("a.eml", b"\0" * 4000, "is not a mail: it does not begin with header lines; save the mail again as .eml"),
        ("a.eml", b"Dear Robin,\nsee you.\n", "is not a mail: it does not begin with header lines; save the mail again as .eml"),
        ("a.ics", b"", "is empty"),
        ("a.ics", b"<html>Sign in</html>", "is not a calendar: it has no line BEGIN:VCALENDAR; export the calendar again as .ics"),
    ],
)  # fmt: skip
def test_a_bad_file_among_good_ones_is_a_fault(tmp_path: Path, name: str, data: bytes, fault: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.eml").write_bytes(letter(1))
    (tmp_path / "b.ics").write_bytes(calendar(1))
    items = Reading().sync((Eml if name.endswith("eml") else Ics)(tmp_path))
    assert len(raws(items)) == 1
    assert said(items) == [f"{tmp_path / name}: {fault}"]


def test_a_long_file_is_cut(tmp_path: Path) -> None:
    file = tmp_path / "long.eml"
    with file.open("wb") as handle:
        handle.write(letter(1))
        handle.truncate(60_000_000)
    items = Reading().sync(Eml(file))
    assert said(items) == [f"{file}: is 60 MB long; only the first 26 MB were read"]
    assert len(raws(items)[0].data) == 25 * 1024 * 1024


def test_links_do_not_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "1.eml").write_bytes(letter(1))
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "self.eml").symlink_to(tmp_path / "self.eml")
    (tmp_path / "dangling.eml").symlink_to(tmp_path / "nowhere")
    items = Reading().sync(Eml(tmp_path))
    assert [raw.where for raw in raws(items)] == ["real/1.eml"]
    assert said(items) == [f"{tmp_path}/self.eml: its links lead in a circle; point to the file itself"]


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.eml")
    items = Reading().sync(Eml(tmp_path))
    assert said(items) == [f"{tmp_path}/pipe.eml: is not a file"]
    for path in (tmp_path / "pipe.eml", Path("/dev/zero"), tmp_path):
        with pytest.raises(SourceError, match="is not a file"):
            open_quietly(path)


def test_a_very_deep_folder_is_said(tmp_path: Path) -> None:
    deep = tmp_path / "/".join("d" * 60)
    deep.mkdir(parents=True)
    (deep / "1.eml").write_bytes(letter(1))
    assert "lies 40 folders deep; what is below it was not read" in said(Reading().sync(Eml(tmp_path)))[0]


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_paths_that_can_be_none(path: str) -> None:
    with pytest.raises(SourceError, match="check the path"):
        open_quietly(Path(path))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("INBOX", "inbox"), ("Posteingang", "inbox"), ("[Gmail]/Sent Mail", "sent"), ("INBOX.Sent Items", "sent"),
        ("Éléments envoyés", "sent"), ("Posta inviata", "sent"), ("[Gmail]/Spam", "junk"), ("Junk E-mail", "junk"),
        ("Deleted Items", "bin"), ("Papierkorb/Gesendet", "bin"), ("Entwürfe", "drafts"), ("Jobs", "other"), ("", "other"),
        ("sent_mail", "sent"), ("Not sent yet", "other"),
    ],
)  # fmt: skip
def test_roles_of_folders(name: str, expected: str) -> None:
    assert role(name) == expected


def test_reading_anywhere_moves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"0123456789")
    with open_quietly(file) as handle:
        handle.seek(3)
        assert read_at(handle, 4, 6) == b"6789"
        monkeypatch.delattr(os, "pread")  # as on Windows
        assert read_at(handle, 4, 6) == b"6789"
        assert read_at(handle, 4, 99) == b""
        assert handle.read(2) == b"34"
