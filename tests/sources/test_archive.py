"""Archives that hold mail, and those that mean harm."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sincerely.sources.archive import Bounds, is_archive, unpack
from sincerely.sources.base import SourceError

MAIL = b"From x Thu Mar  5 09:00:00 2026\nFrom: Dana <dana@acme.example>\nSubject: Hello\n\nHi.\n\n"
PLENTY = Bounds(room=200_000_000)
Entries = dict[str, bytes]


def zipped(path: Path, entries: Entries) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, entries: Entries, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]  # mode is one of its own
        for name, data in entries.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("make", [zipped, tarred])
def test_a_takeout_gives_its_mail_and_nothing_else(tmp_path: Path, make: Callable[[Path, Entries], Path]) -> None:
    entries = {
        "Takeout/archive_browser.html": b"<html>",
        "Takeout/Mail/All mail Including Spam and Trash.mbox": MAIL,
        "Takeout/Calendar/robin@mail.example.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "Takeout/Drive/thesis.zip": b"PK\x03\x04",
        "__MACOSX/Takeout/Mail/._All.mbox": b"x",
    }
    archive = make(tmp_path / "takeout", entries)
    assert is_archive(archive)
    done = unpack(archive, tmp_path / "out", PLENTY)
    assert (done.files, done.passed_over) == (2, 3)
    assert names(tmp_path / "out") == [
        "Takeout/Calendar/robin@mail.example.ics",
        "Takeout/Mail/All mail Including Spam and Trash.mbox",
    ]
    assert (tmp_path / "out/Takeout/Mail/All mail Including Spam and Trash.mbox").read_bytes() == MAIL


@pytest.mark.parametrize("make", [zipped, tarred])
@pytest.mark.parametrize(
    "name", ["../../out.mbox", "/etc/cron.d/evil.mbox", "a/../../../b.mbox", "C:\\Windows\\x.mbox", "..\\..\\x.eml"]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, make: Callable[[Path, Entries], Path], name: str) -> None:
    folder = tmp_path / "deep" / "out"
    unpack(make(tmp_path / "archive", {name: MAIL}), folder, PLENTY)
    [inside] = names(folder)
    assert ".." not in inside.split("/")
    assert names(tmp_path) == sorted(["archive", f"deep/out/{inside}"])


def test_entries_of_one_name_stay_apart(tmp_path: Path) -> None:
    unpack(tarred(tmp_path / "archive", {"./a.eml": MAIL, "a.eml": MAIL + b"2"}), tmp_path / "out", PLENTY)
    assert len(names(tmp_path / "out")) == 2


def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "archive.tar"
    with tarfile.open(path, "w") as archive:
        for kind, name in ((tarfile.SYMTYPE, "link.mbox"), (tarfile.LNKTYPE, "hard.mbox"), (tarfile.CHRTYPE, "c.mbox")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("real.mbox")
        info.size = len(MAIL)
        archive.addfile(info, io.BytesIO(MAIL))
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as zip_file:
        link = zipfile.ZipInfo("link.mbox")
        link.external_attr = 0o120777 << 16
        zip_file.writestr(link, "/etc/passwd")
        zip_file.writestr("real.mbox", MAIL)
    for number, archive_path in enumerate((path, tmp_path / "archive.zip")):
        unpack(archive_path, tmp_path / f"out{number}", PLENTY)
        assert names(tmp_path / f"out{number}") == ["real.mbox"]


@pytest.mark.slow
@pytest.mark.parametrize("make", [zipped, tarred])
def test_a_bomb_is_stopped_by_what_comes_out(tmp_path: Path, make: Callable[[Path, Entries], Path]) -> None:
    archive = make(tmp_path / "bomb", {"Takeout/Mail/All.mbox": bytes(100_000_000)})
    assert archive.stat().st_size < 200_000
    with pytest.raises(SourceError, match="150 times its size"):
        unpack(archive, tmp_path / "out", PLENTY)
    assert not (tmp_path / "out").exists()


def test_what_has_no_room_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "big", {"a.mbox": MAIL, "b.mbox": MAIL * 1000})
    with pytest.raises(SourceError, match="make room"):
        unpack(archive, tmp_path / "out", Bounds(room=50_000))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("make", [zipped, tarred])
def test_too_many_entries(tmp_path: Path, make: Callable[[Path, Entries], Path]) -> None:
    archive = make(tmp_path / "many", {f"{number}.txt": b"" for number in range(40)})
    with pytest.raises(SourceError, match="more than 30 files"):
        unpack(archive, tmp_path / "out", Bounds(room=1000, entries=30))


def test_a_list_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "many.zip", {"a" * 3000 + f"{number}.txt": b"" for number in range(29)})
    with pytest.raises(SourceError, match="more than 30 files"):
        unpack(archive, tmp_path / "out", Bounds(room=1000, entries=30))


@pytest.mark.parametrize("make", [zipped, tarred])
def test_half_an_archive_says_so(tmp_path: Path, make: Callable[[Path, Entries], Path]) -> None:
    import random

    noise = random.Random(1).randbytes(300_000)
    archive = make(tmp_path / "half", {"a.mbox": noise, "b.mbox": noise[::-1]})
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    with pytest.raises(SourceError, match="damaged, or only a part of it; download or copy it again"):
        unpack(archive, tmp_path / "out", PLENTY)
    assert not (tmp_path / "out").exists()


def test_a_changed_byte_says_so(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.mbox": MAIL * 50})
    data = bytearray(archive.read_bytes())
    data[60] ^= 0xFF
    archive.write_bytes(data)
    with pytest.raises(SourceError, match="damaged"):
        unpack(archive, tmp_path / "out", PLENTY)


def test_an_archive_without_mail_says_what_to_choose(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "photos.zip", {"a.jpg": b"x", "b.jpg": b"y"})
    with pytest.raises(SourceError, match=r"no mail and no calendar.*2 other files.*choose Mail"):
        unpack(archive, tmp_path / "out", PLENTY)


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.mbox": MAIL})
    data = bytearray(archive.read_bytes())
    data[6] |= 1  # the bit that says "encrypted", in both headers
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(data)
    with pytest.raises(SourceError, match="locked with a password"):
        unpack(archive, tmp_path / "out", PLENTY)


def test_whoever_is_told_may_end_it(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.mbox": MAIL, "b.mbox": MAIL})

    def stop(_done: int, _size: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        unpack(archive, tmp_path / "out", PLENTY, stop)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0 a picture", MAIL, b"%PDF-1.7"])
def test_what_is_no_archive(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    assert not is_archive(tmp_path / "file")
