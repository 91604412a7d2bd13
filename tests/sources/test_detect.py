"""What a path is, told by its content; and what the person is told when it is nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sources.contract import Reading, calendar, letter, raws, said, snapshot
from tests.sources.msg_writer import Said, compound, mail

from sincerely.sources.base import SourceError
from sincerely.sources.detect import Discovery, discover, open_source, reopen

BOX = b"From dana@acme.example Mon Mar  2 10:00:00 2026\n" + letter(1) + b"\n"
INVITATION = letter(1).replace(b"\n\n", b"\nContent-Type: text/calendar\n\n") + calendar(1)
OUTLOOK = compound(mail(Said({0x0037: "Offer", 0x1000: "We are glad to offer you the job."})))


def names(found: Discovery, root: Path) -> list[str]:
    return [source.name.replace(str(root), "~") for source in found.sources]


@pytest.mark.parametrize(
    ("file", "data", "kind"),
    [
        ("inbox", BOX, "mbox"),
        ("inbox.txt", b"\xef\xbb\xbf\n" + BOX, "mbox"),
        ("saved.eml", BOX, "mbox"),
        ("mail.eml", letter(1), "eml"),
        ("mail", letter(1), "eml"),
        ("invitation.eml", INVITATION, "eml"),
        ("1.emlx", b"100\n" + letter(1), "eml"),
        ("offer.msg", OUTLOOK, "msg"),
        ("attachment.dat", OUTLOOK, "msg"),
        ("calendar.ics", calendar(1), "ics"),
        ("calendar", b"\xef\xbb\xbf\r\n" + calendar(1), "ics"),
        ("calendar.ics", calendar(1).decode().encode("utf-16"), "ics"),
        ("damaged.ics", b"(noise)\n" + calendar(1), "ics"),
        ("empty", b"", "mbox"),
    ],
)
def test_a_file_is_told_by_its_content(tmp_path: Path, file: str, data: bytes, kind: str) -> None:
    path = tmp_path / file
    path.write_bytes(data)
    source = open_source(path)
    assert source.name == f"{kind}:{path}"
    assert len(raws(Reading().sync(source))) == (file != "empty")
    assert reopen(source.name).name == source.name


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"!BDN\0\0", "is an Outlook data file; export its mail as mbox or .eml files, and point to these"),
        (b"PK\x03\x04", "is a zip archive; unpack it, and point to the folder"),
        (b"\x1f\x8b\x08", "is compressed (gzip); unpack it, and point to the file inside"),
        (b"%PDF-1.7", "is a PDF, not a mailbox; point to an mbox file, a Maildir, .eml, .msg or .ics files, or a folder of them"),
        (b"Dear Robin,\n", "is neither a mailbox, nor a mail, nor a calendar; point to an mbox file, a Maildir, .eml, .msg or .ics files, or a folder of them"),
    ],
)  # fmt: skip
def test_what_people_have_instead(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "thing"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        discover(path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file or folder; check the path"):
        discover(tmp_path / "nothing")


def maildir(folder: Path) -> None:
    for box in ("cur", "new", "tmp"):
        (folder / box).mkdir(parents=True)
    (folder / "cur" / "1:2,S").write_bytes(letter(1))


def test_a_tree_of_everything(tmp_path: Path) -> None:
    """A downloads folder after somebody exported their mail from four programs."""
    (tmp_path / "Takeout" / "Mail").mkdir(parents=True)
    (tmp_path / "Takeout" / "Mail" / "All mail.mbox").write_bytes(BOX)
    (tmp_path / "Thunderbird" / "Archives.sbd").mkdir(parents=True)
    for name in ("Inbox", "Sent", "Trash", "Archives.sbd/2026", "Junk"):
        (tmp_path / "Thunderbird" / name).write_bytes(BOX)
    (tmp_path / "Thunderbird" / "Inbox.msf").write_bytes(b"// index")
    maildir(tmp_path / "server" / "Maildir")
    maildir(tmp_path / "server" / "Maildir" / ".Sent")
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "offer.eml").write_bytes(letter(2))
    (tmp_path / "saved" / "offer.msg").write_bytes(OUTLOOK)
    (tmp_path / "saved" / "interviews.ics").write_bytes(calendar(1))
    (tmp_path / "saved" / "README").write_bytes(b"hello")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "x.mbox").write_bytes(BOX)
    found = discover(tmp_path)
    assert names(found, tmp_path) == [
        "maildir:~/server/Maildir",
        "mbox:~/Takeout/Mail/All mail.mbox",
        "mbox:~/Thunderbird/Archives.sbd/2026",
        "mbox:~/Thunderbird/Inbox",
        "mbox:~/Thunderbird/Sent",
        "eml:~",
        "msg:~",
        "ics:~",
    ]
    assert [str(note).replace(str(tmp_path), "~") for note in found.notes] == [
        "~/Thunderbird/Junk: left out, junk is not read",
        "~/Thunderbird/Trash: left out, it was thrown away",
    ]
    with pytest.raises(SourceError, match="holds 8 mailboxes; point to one of them"):
        open_source(tmp_path)


def test_maildirs_side_by_side_are_one(tmp_path: Path) -> None:
    for name in ("INBOX", "Sent", "Jobs/Acme"):
        maildir(tmp_path / name)
    source = open_source(tmp_path)
    assert source.name == f"maildir:{tmp_path}"
    assert {(raw.folder, raw.sent) for raw in raws(Reading().sync(source))} == {
        ("INBOX", False),
        ("Sent", True),
        ("Jobs/Acme", False),
    }


def test_a_maildir_without_an_inbox_of_its_own(tmp_path: Path) -> None:
    maildir(tmp_path / "mail" / ".Sent")
    assert open_source(tmp_path / "mail").name == f"maildir:{tmp_path}/mail"
    assert names(discover(tmp_path), tmp_path) == ["maildir:~/mail"]


def test_an_empty_folder_says_what_it_has_instead(tmp_path: Path) -> None:
    (tmp_path / "a.ost").write_bytes(b"x")
    (tmp_path / "b.ost").write_bytes(b"x")
    (tmp_path / "archive.pst").write_bytes(b"x")
    with pytest.raises(SourceError) as caught:
        discover(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: holds no mail and no calendar that can be read (but 2 Outlook .ost, 1 Outlook .pst); "
        "point to an mbox file, a Maildir, .eml, .msg or .ics files, or a folder of them"
    )


@pytest.mark.parametrize("name", ["", "mbox", "mbox:", "imap:server", "x"])
def test_unknown_names(name: str) -> None:
    with pytest.raises(SourceError, match="is no source of a known kind; known are mbox, maildir, eml, msg, ics"):
        reopen(name)


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder in which this process may not read everything, even when it is run as root."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    maildir(root / "Maildir")
    for name, data in (("a.mbox", BOX), ("b.mbox", BOX), ("c.eml", letter(3)), ("d.eml", letter(4))):
        (root / name).write_bytes(data)
    (root / "private").mkdir()
    (root / "private" / "e.eml").write_bytes(letter(5))
    for locked in ("b.mbox", "d.eml", "private", "Maildir/cur"):
        (root / locked).chmod(0)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield root
    finally:
        os.seteuid(before)
        for locked in ("private", "Maildir/cur"):
            (root / locked).chmod(0o755)
        shutil.rmtree(root)


def test_no_permission(guarded: Path) -> None:
    refused = "no permission to read it; give yourself read access, or start as the user who has it"
    for name in ("b.mbox", "private", "d.eml"):
        with pytest.raises(SourceError) as caught:
            discover(guarded / name)
        assert str(caught.value) == f"{guarded / name}: {refused}"
    found = discover(guarded)
    assert names(found, guarded) == ["maildir:~/Maildir", "mbox:~/a.mbox", "eml:~"]
    assert [str(note) for note in found.notes] == [
        f"{guarded}/b.mbox: {refused}",
        f"{guarded}/private: {refused}",
    ]
    told = {source.name.partition(":")[0]: said(Reading().sync(source)) for source in found.sources}
    assert told == {
        "maildir": [f"{guarded}/Maildir/cur: {refused}"],
        "mbox": [],
        "eml": [f"{guarded}/private: {refused}", f"{guarded}/d.eml: {refused}"],
    }


def test_a_tree_that_may_not_be_written_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    maildir(tmp_path / "Maildir")
    (tmp_path / "inbox.mbox").write_bytes(BOX)
    (tmp_path / "mail.eml").write_bytes(letter(1))
    paths = sorted(tmp_path.rglob("*"), reverse=True)
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    tmp_path.chmod(0o555)
    before = snapshot(tmp_path)
    for source in discover(tmp_path).sources:
        assert raws(Reading().sync(source))
    assert snapshot(tmp_path) == before
    tmp_path.chmod(0o755)
    for path in paths[::-1]:
        path.chmod(0o755)
