"""What the person brings: mailboxes of any size, takeouts, single mails, pasted text.

What comes through the browser is kept in a folder beside the store: there the evidence is read again. What lies on
this machine already is read where it lies; only an archive is unpacked beside the store.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import blake2b
from pathlib import Path, PurePath

from sincerely.reading.letters import pasted
from sincerely.reading.letters.letter import Letter
from sincerely.sources.archive import Bounds, Told, is_archive, unpack
from sincerely.sources.base import MOST_BYTES, SourceError
from sincerely.sources.detect import discover

FOLDER = "brought"
"""The name of the folder, beside the store."""
_UNPACKED = "unpacked"
# So much of the disk stays free for everything else.
RESERVE = 1_000_000_000
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Brought:
    """Something that was brought and is kept.

    Attributes:
        name: of its folder.
        title: the names of the files in it.
        size: bytes.
        at: when it came.
    """

    name: str
    title: str
    size: int
    at: datetime


@dataclass(frozen=True)
class Ready:
    """What can be read, and what can't.

    Attributes:
        paths: files and folders to read.
        notes: what is wrong with the others, one sentence each that says what to do.
    """

    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def room(home: Path) -> int:
    """Return how many bytes may still be kept, so that the disk does not fill up."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return max(shutil.disk_usage(home).free - RESERVE, 0)


def new_folder(home: Path, now: datetime) -> Path:
    """Make a folder for what is about to come."""
    folder = home / FOLDER / f"{now:%Y-%m-%d}-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700, parents=True)
    return folder


def place_in(folder: Path, name: str) -> Path:
    """Return where a file of that name goes: below the folder, whatever it is called, and over no other."""
    plain = PurePath(name.replace("\\", "/")).name
    plain = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in plain).strip(" .")[-_LONGEST_NAME:]
    place = folder / (plain or "mail")
    number = 2
    while place.exists():
        place = folder / f"{number} {plain}"
        number += 1
    return place


def paste(home: Path, text: str, now: datetime) -> Path:
    """Keep a mail that was pasted, with all its headers or as a program shows it; the same once.

    Raises:
        SourceError: there is nothing in it.
    """
    data = text.replace("\r\n", "\n").strip("\n").encode("utf-8", "surrogatepass")
    if not data.strip():
        raise SourceError("What was pasted", "is empty", "copy the whole mail, from its sender's line on")
    if not pasted.is_mail(data):
        data = _as_mail(pasted.letter(data[:MOST_BYTES], now), data)
    folder = home / FOLDER / f"pasted-{blake2b(data, digest_size=8).hexdigest()}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = folder / "pasted.eml"
    if not place.exists():
        place.write_bytes(data)
    return place


def _as_mail(read: Letter, data: bytes) -> bytes:
    """Write down what a pasted text tells as a mail, so that it is read like any other."""
    mail = EmailMessage()
    if read.from_.address:
        mail["From"] = _named(read.from_.name, read.from_.address)
    if read.to:
        mail["To"] = ", ".join(_named(to.name, to.address) for to in read.to if to.address)
    if read.subject:
        mail["Subject"] = " ".join(read.subject.split())
    if read.date is not None:
        mail["Date"] = format_datetime(read.date.astimezone(UTC))
    mail["Message-ID"] = f"<{blake2b(data, digest_size=12).hexdigest()}@pasted.invalid>"
    mail.set_content(read.text)
    return mail.as_bytes()


def _named(name: str, address: str) -> str:
    plain = name.replace("\\", "").replace('"', "").strip()
    return f'"{plain}" <{address}>' if plain else address


def ready(paths: Sequence[Path], home: Path, told: Told = lambda _done, _size: None) -> Ready:
    """Return what can be read of some files and folders; archives are unpacked beside the store.

    Args:
        paths: they.
        home: the data folder.
        told: is told how far the unpacking is; may raise to end it.
    """
    found: list[Path] = []
    notes: list[str] = []
    for path in paths:
        try:
            found.append(_ready(path.expanduser(), home, told))
        except SourceError as error:
            ours = _is_ours(path, home)
            notes.append(str(error).replace(f"{path.parent}/", "") if ours else str(error))
            if ours:
                path.unlink(missing_ok=True)  # nobody wants to keep what can't be read
    return Ready(tuple(_together(found)), tuple(notes))


def _ready(path: Path, home: Path, told: Told) -> Path:
    if not path.is_file() or not is_archive(path):
        discover(path)  # what is wrong with it is said at once, and for this file
        return path
    ours = _is_ours(path, home)
    target = path.parent / f"{path.stem} {_UNPACKED}" if ours else _unpacked_beside(path, home)
    if not target.exists():  # an earlier attempt was whole, or it is not there
        unfinished = target.with_name(f"{target.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unpack(path, unfinished, Bounds(room(home)), told)
        unfinished.rename(target)
    if ours:
        path.unlink()  # its mail is there now; twice the room for one mailbox is too much
    return target


def _is_ours(path: Path, home: Path) -> bool:
    return (home / FOLDER).absolute() in path.absolute().parents


def _unpacked_beside(path: Path, home: Path) -> Path:
    """Return where an archive that is not ours is unpacked: the same place for the same file."""
    status = path.stat()
    mark = blake2b(f"{path.absolute()}|{status.st_size}|{status.st_mtime_ns}".encode(), digest_size=6).hexdigest()
    return home / FOLDER / f"{_UNPACKED}-{mark}" / path.stem


def _together(paths: Sequence[Path]) -> list[Path]:
    """Return paths with single files of one folder of ours named by that folder: one source, not a thousand."""
    parents = [path.parent for path in paths]
    many = {parent for parent in parents if parents.count(parent) > 1 and parent.parent.name == FOLDER}
    return list(dict.fromkeys(path.parent if path.parent in many else path for path in paths))


def kept(home: Path) -> list[Brought]:
    """Return what was brought and is kept, the latest first."""
    found = []
    for folder in (home / FOLDER).iterdir() if (home / FOLDER).is_dir() else ():
        files = [path for path in folder.rglob("*") if path.is_file()]
        titles = sorted({path.relative_to(folder).parts[0] for path in files})
        size = sum(path.stat().st_size for path in files)
        at = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        found.append(Brought(folder.name, ", ".join(titles[:3]) + (" …" if len(titles) > 3 else ""), size, at))
    return sorted(found, key=lambda one: one.at, reverse=True)


def forget(home: Path, name: str) -> bool:
    """Delete something that was brought, and return whether it was there. What was read from it stays."""
    found = [one for one in kept(home) if one.name == name]
    for one in found:
        shutil.rmtree(home / FOLDER / one.name)
    return bool(found)
