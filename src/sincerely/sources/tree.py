"""Files below a folder, one message or calendar each: what `eml`, `msg` and `ics` have in common.

A file's key is its path, size and time of change: looking for what is new opens no file that was read before.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from .base import BATCH, MOST_BYTES, Checkpoint, Fault, Item, Known, LeftOut, Raw, SourceError, SourceGone, State
from .files import as_fault, is_clutter, is_folder, listing, read_capped, refusal, too_long, walk
from .folders import role, why_left_out

_VERSION = 1
# The insides of a Maildir are read as one.
_BOXES = frozenset({"cur", "new", "tmp"})


@dataclass(frozen=True, slots=True)
class Format:
    """What kind of files to look for.

    Attributes:
        name: of the source: "eml", "ics".
        kind: what a file holds.
        suffixes: how its name ends, lower case.
        unwrap: gives the content of a file, or what is wrong with it.
        most: how many bytes of a file are read.
        whole: whether a part of a file is worth nothing.
    """

    name: str
    kind: Literal["mail", "calendar"]
    suffixes: frozenset[str]
    unwrap: Callable[[str, bytes], bytes | Fault]
    most: int = MOST_BYTES
    whole: bool = False


class FileTree:
    """A read-only file, or a folder of them with all below it."""

    form: Format

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    @property
    def name(self) -> str:
        return f"{self.form.name}:{self.path}"

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        held = state.get("held")
        held = held if isinstance(held, int) and state.get("version") == _VERSION else 0
        try:
            self.path.stat()
        except OSError as error:
            if held and isinstance(error, FileNotFoundError):
                raise SourceGone.since(str(self.path), held, "is missing") from error
            raise refusal(self.path, error) from error
        found = 0
        for batch in _batches(self._files()):
            files = [item for item in batch if isinstance(item, _File)]
            yield from (item for item in batch if not isinstance(item, _File))
            keys = known([file.key for file in files])
            for file in files:
                if file.key not in keys:
                    yield from self._read(file)
            found += len(files)
            yield Checkpoint({"version": _VERSION, "held": max(held, found)}, found, 0)
        if held and not found:
            raise SourceGone.since(str(self.path), held)
        yield Checkpoint({"version": _VERSION, "held": found}, found, found)

    def fetch(self, key: str, where: str = "") -> Raw:
        inside = where or key.rsplit("|", 2)[0]
        # A stored path must not lead out of the folder.
        if not Path(inside).is_absolute() and ".." not in Path(inside).parts:
            path = self.path / inside if is_folder(self.path) else self.path
            file = _File.at(str(path), inside)
            if isinstance(file, _File) and file.key == key:
                for item in self._read(file):
                    if isinstance(item, Raw):
                        return item
        raise SourceError(str(self.path), f"holds no {self.form.kind} {key}", "it was deleted or changed since")

    def _files(self) -> Iterator[_File | Fault | LeftOut]:
        """Yield the files, and say which folders are not read."""
        if not is_folder(self.path):
            if (only := _File.at(str(self.path), self.path.name)) is not None:
                yield only
            return
        for folder in walk(self.path, prune=_BOXES):
            if isinstance(folder, Fault):
                yield folder
                continue
            inside = folder.relative_to(self.path).as_posix()
            found = self._in(folder, "" if inside == "." else f"{inside}/")
            if why := why_left_out(role(inside)):
                count = sum(isinstance(file, _File) for file in found)
                yield from [LeftOut(str(folder), count, why)] if count else []
            else:
                yield from found

    def _in(self, folder: Path, prefix: str) -> Iterator[_File | Fault]:
        """Yield the files directly in a folder; whoever is deleted meanwhile is passed over."""
        try:
            with listing(folder) as entries:
                names = sorted(e.name for e in entries if self._wanted(e))
        except SourceError as error:
            yield as_fault(error)
            return
        base = f"{folder}{os.sep}"
        found = (_File.at(base + name, prefix + name) for name in names)
        yield from (file for file in found if file is not None)

    def _wanted(self, entry: os.DirEntry[str]) -> bool:
        dot = entry.name.rfind(".")
        suffix = entry.name[dot:].lower() if dot > 0 else ""
        return suffix in self.form.suffixes and not is_clutter(entry.name) and not is_folder(entry)

    def _read(self, file: _File) -> Iterator[Item]:
        """Hand over one file, or what is wrong with it."""
        try:
            data, size = read_capped(file.path, self.form.most)
        except SourceError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                yield as_fault(error)
            return  # one that was deleted since the folder was listed is no fault
        if self.form.whole and size > len(data):
            yield Fault(file.path, f"is {size / 1_000_000:,.0f} MB long, which is more than is read of such a file")
            return
        content = self.form.unwrap(file.path, data)
        if isinstance(content, Fault):
            yield content
            return
        if size > len(data):
            yield too_long(file.path, size)
        folder = file.inside.rpartition("/")[0]
        yield Raw(
            key=file.key,
            data=content,
            folder="" if role(folder) == "inbox" else folder,
            sent=role(folder) == "sent",
            place=file.path,
            where=file.inside,
            kind=self.form.kind,
        )


@dataclass(frozen=True, slots=True)
class _File:
    """A file, where it is inside the source, and its key."""

    path: str
    inside: str
    key: str

    @classmethod
    def at(cls, path: str, inside: str) -> _File | Fault | None:
        """Look at a file; none if it was deleted since the folder was listed."""
        try:
            status = os.stat(path)  # noqa: PTH116 - a Path for each of a hundred thousand files costs more than the look
        except (FileNotFoundError, ValueError):  # a stored path that can be no file's
            return None
        except OSError as error:
            return as_fault(refusal(path, error))
        if not stat.S_ISREG(status.st_mode):
            return Fault(path, "is not a file")
        return cls(path, inside, f"{inside}|{status.st_size}|{status.st_mtime_ns}")


def _batches(items: Iterator[_File | Fault | LeftOut]) -> Iterator[list[_File | Fault | LeftOut]]:
    while batch := list(islice(items, BATCH)):
        yield batch
