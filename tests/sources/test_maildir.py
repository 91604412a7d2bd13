"""Maildirs as servers and programs keep them, and what happens to them while they are read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.sources.contract import Reading, letter, raws, said

from sincerely.sources.base import BATCH, Checkpoint, Raw, SourceError, SourceGone
from sincerely.sources.maildir import Maildir, flags, unique_name


def put(folder: Path, name: str, mail: bytes, box: str = "cur") -> Path:
    for each in ("cur", "new", "tmp"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    file = folder / box / name
    file.write_bytes(mail)
    return file


def settle(root: Path) -> None:
    """Let all that was written lie ten seconds back."""
    for path in [root, *root.rglob("*")]:
        if path.is_dir():
            then = time.time() - 10
            os.utime(path, (then, then))


@pytest.mark.parametrize(
    ("name", "unique", "letters"),
    [
        ("1709.M1P2.host", "1709.M1P2.host", ""),
        ("1709.M1P2.host:2,", "1709.M1P2.host", ""),
        ("1709.M1P2.host,S=12,W=13:2,FS", "1709.M1P2.host,S=12,W=13", "FS"),
        ("1709.M1P2.host!2,RS", "1709.M1P2.host", "RS"),
        ("1709.M1P2.host;2,T", "1709.M1P2.host", "T"),
        ("2.odd:1,x", "2.odd:1,x", ""),
    ],
)
def test_names_and_flags(name: str, unique: str, letters: str) -> None:
    assert (unique_name(name), flags(name)) == (unique, letters)


def test_a_message_that_is_read_by_the_owner_stays_the_same_one(tmp_path: Path) -> None:
    file = put(tmp_path, "1.host", letter(1), "new")
    reading = Reading()
    [first] = raws(reading.sync(Maildir(tmp_path)))
    file.rename(tmp_path / "cur" / "1.host:2,S")
    assert raws(reading.sync(Maildir(tmp_path))) == []
    again = Maildir(tmp_path).fetch(first.key, first.where)
    assert again.data == letter(1)
    assert again.where == "cur/1.host:2,S"


def test_folders_of_both_layouts(tmp_path: Path) -> None:
    put(tmp_path, "1", letter(1))
    put(tmp_path / ".Sent", "1", letter(2))
    put(tmp_path / ".Archive.2026", "1", letter(3))
    put(tmp_path / "Gesendete Objekte", "1", letter(4))
    put(tmp_path / "Jobs" / "Acme", "1", letter(5))
    found = raws(Reading().sync(Maildir(tmp_path)))
    assert {(raw.folder, raw.sent, raw.key) for raw in found} == {
        ("", False, "1"),
        ("Sent", True, "Sent/1"),
        ("Archive/2026", False, "Archive/2026/1"),
        ("Gesendete Objekte", True, "Gesendete Objekte/1"),
        ("Jobs/Acme", False, "Jobs/Acme/1"),
    }
    assert [Maildir(tmp_path).fetch(raw.key).data for raw in found] == [raw.data for raw in found]


def test_a_sent_folder_pointed_to_by_itself_is_sent(tmp_path: Path) -> None:
    put(tmp_path / ".Sent", "1", letter(1))
    assert [raw.sent for raw in raws(Reading().sync(Maildir(tmp_path / ".Sent")))] == [True]


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        (".Junk", "junk is not read"),
        (".Spam.2026", "junk is not read"),
        ("Papierkorb", "it was thrown away"),
        (".INBOX.Trash", "it was thrown away"),
        (".Drafts", "drafts were never sent"),
        (".Brouillons", "drafts were never sent"),
    ],
)
def test_some_folders_are_left_out_and_said(tmp_path: Path, folder: str, why: str) -> None:
    put(tmp_path, "1", letter(1))
    put(tmp_path / folder, "2", letter(2))
    put(tmp_path / folder, "3", letter(3))
    items = Reading().sync(Maildir(tmp_path))
    assert [raw.data for raw in raws(items)] == [letter(1)]
    assert said(items) == [f"{tmp_path / folder}: left out (2 messages), {why}"]


def test_drafts_and_deleted_ones_are_left_out_by_their_flags(tmp_path: Path) -> None:
    for name in ("1:2,S", "2:2,DS", "3:2,ST", "4:2,T"):
        put(tmp_path, name, letter(int(name[0])))
    items = Reading().sync(Maildir(tmp_path))
    assert [raw.key for raw in raws(items)] == ["1"]
    assert sorted(said(items)) == [
        f"{tmp_path}: left out (1 message), drafts were never sent",
        f"{tmp_path}: left out (2 messages), it was thrown away",
    ]


def test_what_lies_about_is_no_mail(tmp_path: Path) -> None:
    put(tmp_path, "1", letter(1))
    put(tmp_path, ".DS_Store", b"x")
    put(tmp_path, "9.being.delivered", letter(9), "tmp")
    (tmp_path / "cur" / "folder").mkdir()
    (tmp_path / "dovecot.index").write_bytes(b"x")
    (tmp_path / ".Sent").mkdir()  # begun, but no Maildir yet
    assert [raw.key for raw in raws(Reading().sync(Maildir(tmp_path)))] == ["1"]


def test_a_folder_that_did_not_change_is_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(5):
        put(tmp_path, str(n), letter(n))
        put(tmp_path / ".Sent", str(n), letter(n))
    settle(tmp_path)
    reading = Reading()
    reading.sync(Maildir(tmp_path))
    put(tmp_path / ".Sent", "new", letter(99), "new")
    listed: list[str] = []
    scandir = os.scandir

    def watching(path: str) -> object:
        listed.append(str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", watching)
    assert [raw.data for raw in raws(reading.sync(Maildir(tmp_path)))] == [letter(99)]
    assert str(tmp_path / "cur") not in listed
    assert str(tmp_path / ".Sent" / "new") in listed


def test_a_message_that_comes_in_the_same_instant_is_not_missed(tmp_path: Path) -> None:
    """A folder's time of change is not trusted as long as it is fresh."""
    put(tmp_path, "1", letter(1))
    reading = Reading()
    reading.sync(Maildir(tmp_path))
    stamp = (tmp_path / "cur").stat().st_mtime_ns
    put(tmp_path, "2", letter(2))
    os.utime(tmp_path / "cur", ns=(stamp, stamp))
    assert [raw.key for raw in raws(reading.sync(Maildir(tmp_path)))] == ["2"]


def test_a_missing_folder_is_said_once(tmp_path: Path) -> None:
    put(tmp_path, "1", letter(1))
    put(tmp_path / ".Sent", "2", letter(2))
    reading = Reading()
    reading.sync(Maildir(tmp_path))
    (tmp_path / ".Sent").rename(tmp_path.parent / "elsewhere")
    assert said(reading.sync(Maildir(tmp_path))) == [
        f"{tmp_path}: its folder Sent is missing; what was read from it before is kept"
    ]
    assert said(reading.sync(Maildir(tmp_path))) == []


def test_boxes_that_were_emptied_with_their_folder_kept_are_not_believed(tmp_path: Path) -> None:
    put(tmp_path, "1", letter(1)).unlink()
    put(tmp_path, "2", letter(2))
    reading = Reading()
    reading.sync(Maildir(tmp_path))
    (tmp_path / "cur" / "2").unlink()
    settle(tmp_path)
    for _ in range(2):
        with pytest.raises(SourceGone):
            reading.sync(Maildir(tmp_path))


def test_a_message_renamed_between_listing_and_opening_is_found(tmp_path: Path) -> None:
    files = [put(tmp_path, f"{n:04}:2,", letter(n)) for n in range(3)]
    scan = Maildir(tmp_path).scan({}, lambda _: ())
    items = [next(item for item in scan if isinstance(item, Raw))]
    files[1].rename(tmp_path / "cur" / "0001:2,RS")
    files[2].unlink()
    items += [item for item in scan if isinstance(item, Raw)]
    assert [raw.data for raw in items] == [letter(0), letter(1)]


def test_moved_from_new_to_cur_while_reading_is_not_missed(tmp_path: Path) -> None:
    files = [put(tmp_path, f"{n:04}", letter(n), "new") for n in range(3)]
    scan = Maildir(tmp_path).scan({}, lambda _: ())
    items = [next(item for item in scan if isinstance(item, Raw))]
    files[2].rename(tmp_path / "cur" / "0002:2,S")
    items += [item for item in scan if isinstance(item, Raw)]
    assert {raw.key for raw in items} == {"0000", "0001", "0002"}


def test_a_compressed_message_is_a_fault(tmp_path: Path) -> None:
    file = put(tmp_path, "1", b"\x1f\x8b\x08\0\0")
    assert said(Reading().sync(Maildir(tmp_path))) == [
        f"{file}: is compressed; let the mail server store it uncompressed, or export it"
    ]


def test_many_messages_come_in_batches(tmp_path: Path) -> None:
    for n in range(BATCH + 10):
        put(tmp_path, f"{n:05}", letter(n))
    items = Reading().sync(Maildir(tmp_path))
    points = [item for item in items if isinstance(item, Checkpoint)]
    assert [point.done for point in points] == [BATCH, BATCH + 10, BATCH + 10]
    assert [point.total > point.done for point in points] == [True, True, False]


@pytest.mark.parametrize("make", [lambda p: p.mkdir(), lambda p: p.write_bytes(letter(1))])
def test_what_is_no_maildir(tmp_path: Path, make: object) -> None:
    place = tmp_path / "mail"
    make(place)  # type: ignore[operator]  # one of the two above
    with pytest.raises(SourceError) as caught:
        Reading().sync(Maildir(place))
    assert str(caught.value) == (
        f"{place}: is not a Maildir: it has no folders 'cur' and 'new'; point to the folder that has them"
    )
