"""Mail inside an archive: a takeout as it is downloaded, zip or tar, gzipped or not. Taken for hostile.

Only what may be mail or a calendar is unpacked, under names of our own, and never more than was allowed: an archive
says how large it is, but what counts is what comes out. Links, devices and archives inside are passed over.
"""

from __future__ import annotations

import contextlib
import errno
import gzip
import lzma
import re
import shutil
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from .base import SourceError
from .files import is_clutter

# A year of one mail a minute, and more.
MOST_ENTRIES = 500_000
# Mail is packed to a third or a tenth of its size, ordinary text hardly ever to a hundredth.
MOST_RATIO = 150
# Below that nobody is harmed, whatever the ratio.
_HARMLESS = 64 * 1024 * 1024
_CHUNK = 1024 * 1024
# An entry in a zip's list has 46 bytes and its name.
_LISTED_EACH = 400
# The last record with the longest comment there can be, and the two of large archives before it.
_LAST_RECORD = 22 + 65535 + 20 + 56
_SUFFIXES = frozenset({".mbox", ".mbx", ".mbs", ".eml", ".emlx", ".msg", ".ics"})
# Where names have no suffix: Thunderbird's folders and a Maildir's letters.
_BOXES = frozenset({"cur", "new"})
_ZIP, _GZIP, _XZ, _BZ2 = b"PK", b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh"
_TAR = b"ustar"
_UNSAFE = re.compile(r"[^\w .,+@()&'=!:-]", re.UNICODE)
_LONGEST_NAME = 80
_DEEPEST = 12
_AGAIN = "download or copy it again: it must be whole"


@dataclass(frozen=True)
class Bounds:
    """How much may come out.

    Attributes:
        room: bytes.
        entries: files and folders in the archive.
        ratio: bytes that come out for each byte of the archive.
    """

    room: int
    entries: int = MOST_ENTRIES
    ratio: int = MOST_RATIO


@dataclass
class Unpacked:
    """What came out.

    Attributes:
        files: how many.
        size: their bytes.
        passed_over: how many entries were no mail.
    """

    files: int = 0
    size: int = 0
    passed_over: int = 0


Told = Callable[[int, int], None]
"""Told how many bytes of the archive are done, and of how many; may raise to end it."""


def is_archive(path: Path) -> bool:
    """Whether a file is an archive that can be looked into; told by content, not by name."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        start = file.read(512)
        return start.startswith((b"PK\x03\x04", b"PK\x05\x06", _GZIP, _XZ, _BZ2)) or start[257:262] == _TAR
    return False


def unpack(archive: Path, target: Path, bounds: Bounds, told: Told = lambda _done, _size: None) -> Unpacked:
    """Unpack the mail of an archive into a folder, which is emptied again where that fails.

    Args:
        archive: the file.
        target: a folder of our own; made where there is none.
        bounds: how much may come out.
        told: is told how far it is.

    Raises:
        SourceError: it is damaged, locked, too large, or holds no mail.
    """
    run = _Run(archive, target, bounds, told)
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        run.all()
    except BaseException as error:
        shutil.rmtree(target, ignore_errors=True)
        if isinstance(error, SourceError) or not isinstance(error, _BROKEN):
            raise
        raise _said(archive, error) from error
    return run.done


_BROKEN = (OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zipfile.BadZipFile, tarfile.TarError,
           zlib.error, lzma.LZMAError)  # fmt: skip


def _said(archive: Path, error: BaseException) -> SourceError:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return SourceError(str(archive), "does not fit on this disk", "make room and try again; nothing was kept")
    if isinstance(error, RuntimeError) and "password" in str(error):
        return SourceError(str(archive), "is locked with a password", "unpack it yourself and bring the files")
    if isinstance(error, NotImplementedError):
        return SourceError(str(archive), "is packed in a way that is not known here", "unpack it and bring the files")
    if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile) and error.strerror:
        return SourceError(str(archive), f"cannot be unpacked ({error.strerror})", "check the disk and try again")
    return SourceError(str(archive), "is damaged, or only a part of it", _AGAIN)


def _what_is_wanted(done: Unpacked) -> str:
    held = f" (it holds {done.passed_over:,} other files)" if done.passed_over else ""
    return f"bring an archive with mbox, .eml, .msg or .ics files{held}; at Google Takeout choose Mail"


def _begins(path: Path, magic: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(magic)) == magic


@dataclass
class _Run:
    """One archive being unpacked."""

    archive: Path
    target: Path
    bounds: Bounds
    told: Told
    size: int = 0
    done: Unpacked = field(default_factory=Unpacked)
    entries: int = 0

    def all(self) -> None:
        self.size = self.archive.stat().st_size
        if _begins(self.archive, _ZIP):
            self.zip()
        else:
            self.tar()
        if not self.done.files:
            raise SourceError(str(self.archive), "holds no mail and no calendar", _what_is_wanted(self.done))

    def zip(self) -> None:
        # Its list is read whole: one that is too long must not be.
        if _listed(self.archive) > self.bounds.entries * _LISTED_EACH:
            raise self._too_many()
        with zipfile.ZipFile(self.archive) as whole:
            if len(whole.filelist) > self.bounds.entries:
                raise self._too_many()
            # As it lies in the file: so it is read in one go.
            at = 0
            for entry in sorted(whole.filelist, key=lambda e: e.header_offset):
                kind = entry.external_attr >> 28  # 0 where nobody said, 8 a file, 4 a folder, 10 a link
                if entry.is_dir() or kind not in {0, 8}:
                    continue
                self._maybe(entry.filename, partial(whole.open, entry))
                at += entry.compress_size
                self.told(min(at, self.size), self.size)

    def tar(self) -> None:
        with self.archive.open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as whole:
            while (entry := whole.next()) is not None:
                # Its list of all that it saw would grow with the archive.
                whole.members = []  # type: ignore[attr-defined]  # documented for this use, not in the types
                self._count()
                if entry.isreg():
                    self._maybe(entry.name, partial(whole.extractfile, entry))
                self.told(min(file.tell(), self.size), self.size)
                self._weigh(file.tell(), entry.offset_data)

    def _maybe(self, name: str, opened: Callable[[], IO[bytes] | None]) -> None:
        """Unpack an entry that may be mail."""
        inside = PurePosixPath(name.replace("\\", "/"))
        if not _wanted(inside):
            self.done.passed_over += 1
            return
        stream = opened()
        if stream is None:
            return
        with stream:
            place = self._place(inside)
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with place.open("xb") as out:
                for chunk in iter(lambda: stream.read(_CHUNK), b""):
                    self.done.size += len(chunk)
                    self._weigh(self.size, self.done.size)
                    out.write(chunk)
        self.done.files += 1

    def _place(self, inside: PurePosixPath) -> Path:
        """Return where an entry goes: below the target, whatever it is called, and never over another one."""
        parts = [part for raw in inside.parts[-_DEEPEST:] if (part := _clean(raw))]
        place = self.target.joinpath(*(parts or ["mail"]))
        number = 2
        while place.exists():
            place = place.with_name(f"{number} {_clean(inside.name) or 'mail'}")
            number += 1
        return place

    def _count(self) -> None:
        self.entries += 1
        if self.entries > self.bounds.entries:
            raise self._too_many()

    def _too_many(self) -> SourceError:
        what = f"holds more than {self.bounds.entries:,} files"
        return SourceError(str(self.archive), what, "unpack it yourself and bring the folder by its path")

    def _weigh(self, packed: int, out: int) -> None:
        """See that no more comes out than there is room for, and than an honest archive holds."""
        if self.done.size > self.bounds.room:
            what = f"unpacks to more than the {_megabytes(self.bounds.room)} that are free for it"
            raise SourceError(str(self.archive), what, "make room, or unpack it elsewhere and bring the folder's path")
        if out > _HARMLESS and out > max(packed, 1) * self.bounds.ratio:
            what = f"unpacks to more than {self.bounds.ratio} times its size, as no mail does"
            raise SourceError(str(self.archive), what, "it may be made to fill the disk; nothing was kept")


def _listed(path: Path) -> int:
    """Return how many bytes a zip's list of entries takes, by its last record (APPNOTE.TXT, 4.3.14 and 4.3.16)."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _LAST_RECORD, 0))
        end = file.read()
    long, short = end.rfind(b"PK\x06\x06"), end.rfind(b"PK\x05\x06")
    with contextlib.suppress(struct.error):
        if long >= 0:
            return int(struct.unpack_from("<Q", end, long + 40)[0])
        if short >= 0:
            return int(struct.unpack_from("<L", end, short + 12)[0])
    return 0


def _wanted(inside: PurePosixPath) -> bool:
    if any(is_clutter(part) for part in inside.parts if part not in {".", ".."}):
        return False
    return inside.suffix.lower() in _SUFFIXES or inside.parent.name in _BOXES or inside.name == "mbox"


def _clean(part: str) -> str:
    """Return a name that leads nowhere else."""
    plain = _UNSAFE.sub("_", part).strip(" .")
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, dot, suffix = plain.rpartition(".")
    return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}" if dot and len(suffix) < 8 else plain[:_LONGEST_NAME]


def _megabytes(count: int) -> str:
    return f"{count / 1e9:,.1f} GB" if count >= 1_000_000_000 else f"{count / 1e6:,.0f} MB"
