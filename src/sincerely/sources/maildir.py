"""Mail from a Maildir on disk, with its folders: Maildir++ (``.Sent``) or plain ones inside (``Sent/cur``).

A file's name up to its flags is the key, behind its folder's. A folder whose two boxes did not change since
the last scan is not even listed.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from .base import BATCH, Checkpoint, Fault, Item, Known, LeftOut, Raw, SourceError, SourceGone, State
from .files import as_fault, is_file, is_folder, listing, read_capped, subfolders, too_long, walk
from .folders import role, why_left_out

_VERSION = 1
# New first: a message that a mail program moves to "cur" meanwhile is met there, and none is missed.
_BOXES = ("new", "cur")
# A folder's time is trusted when it lies further back than any file system rounds it.
_SETTLED_NS = 3_000_000_000
_LEFT_OUT = {"D": "drafts were never sent", "T": "it was thrown away"}
_INFO = re.compile("[:!;]2,")
_GZIP = b"\x1f\x8b"


def is_maildir(path: Path) -> bool:
    """Whether a folder holds mail in the way of a Maildir."""
    return is_folder(path / "cur") and is_folder(path / "new")


class Maildir:
    """A read-only Maildir; nothing moves from ``new`` to ``cur``, and no flag changes."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    @property
    def name(self) -> str:
        return f"maildir:{self.path}"

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        before = _remembered(state)
        held = sum(folder.count for folder in before.values())
        folders: list[Path] = []
        for found in self._folders(held):
            if isinstance(found, Path):
                folders.append(found)
            else:
                yield found
        run = _Run(self, known, before)
        run.total = sum(run.unread(folder) for folder in folders)
        for folder in folders:
            yield from run.folder(folder)
        if held and not run.held:
            raise SourceGone.since(str(self.path), held)
        yield from (
            Fault(str(self.path), f"its folder {name} is missing", "what was read from it before is kept")
            for name in before.keys() - run.now.keys()
        )
        yield Checkpoint(run.state(whole=True), run.done, run.done)

    def fetch(self, key: str, where: str = "") -> Raw:
        folder, _, unique = key.rpartition("/")
        hint = self._inside(where)
        if hint and self.key_of(hint) == key and is_file(hint):
            return self.read(hint)[0]
        for path in (self.path / f".{folder.replace('/', '.')}" if folder else self.path, self.path / folder):
            if is_maildir(path) and (file := _find(path, unique)):
                return self.read(file)[0]
        raise SourceError(str(self.path), f"holds no message {key}", "it was deleted or moved since")

    def read(self, file: Path) -> tuple[Raw, int]:
        """Return the message in a file, and how long the file is.

        Raises:
            SourceError: it cannot be read.
        """
        data, size = read_capped(file)
        if data.startswith(_GZIP):
            raise SourceError(str(file), "is compressed", "let the mail server store it uncompressed, or export it")
        folder = self.folder_name(file.parent.parent)
        where = file.relative_to(self.path).as_posix()
        sent = role(folder or self.path.name) == "sent"
        return Raw(self.key_of(file), data, folder, sent, str(file), where), size

    def folder_name(self, folder: Path) -> str:
        """Return a folder's name for people: "" for the inbox, "Sent", "Archive/2026"."""
        inside = folder.relative_to(self.path).as_posix()
        if inside == ".":
            return ""
        return inside[1:].replace(".", "/") if inside.startswith(".") else inside

    def key_of(self, file: Path) -> str:
        """Return the key of the message in a file; flags and box may change, it stays."""
        folder = self.folder_name(file.parent.parent)
        return f"{folder}/{unique_name(file.name)}" if folder else unique_name(file.name)

    def _inside(self, where: str) -> Path | None:
        """Return the file at a stored path; none if that leads out of the Maildir."""
        path = Path(where)
        inside = not path.is_absolute() and ".." not in path.parts and path.parent.name in _BOXES
        return self.path / path if inside else None

    def _folders(self, held: int) -> Iterator[Path | Fault | LeftOut]:
        """Yield the folders to read, and say which are not."""
        try:
            inside = subfolders(self.path)
        except SourceError as error:
            if held and isinstance(error.__cause__, FileNotFoundError):
                raise SourceGone.since(str(self.path), held, "is missing") from error
            if isinstance(error.__cause__, NotADirectoryError):
                raise _not_one(self.path) from error
            raise
        dotted = [f for f in inside if f.name.startswith(".")]
        plain = [f for f in inside if not f.name.startswith(".") and f.name not in {*_BOXES, "tmp"}]
        below = [g for f in plain for g in _walk(f)]
        folders = [f for f in (self.path, *dotted, *below) if isinstance(f, Path) and is_maildir(f)]
        if not folders:
            raise _not_one(self.path)
        yield from (f for f in below if isinstance(f, Fault))
        for folder in folders:
            why = why_left_out(role(self.folder_name(folder)))
            yield LeftOut(str(folder), _size(folder), why) if why else folder


@dataclass(frozen=True, slots=True)
class _Folder:
    """What is remembered of a folder: when its boxes changed (0: not to be trusted), and how full it was."""

    stamps: tuple[int, int]
    count: int

    def unchanged(self, stamps: tuple[int, int]) -> bool:
        """Whether nothing came or went since."""
        return self.stamps == stamps and 0 not in stamps


@dataclass(slots=True)
class _Run:
    """One scan; ``now`` is kept true to what was handed over."""

    maildir: Maildir
    known: Known
    before: dict[str, _Folder]
    now: dict[str, _Folder] = field(default_factory=dict)
    held: int = 0
    done: int = 0
    total: int = 0

    def unread(self, folder: Path) -> int:
        """Return how many files there are to look at: none in a folder that did not change."""
        before = self.before.get(self.maildir.folder_name(folder))
        return 0 if before and before.unchanged(_stamps(folder)) else _size(folder)

    def folder(self, folder: Path) -> Iterator[Item]:
        """Hand over what is new in one folder."""
        name = self.maildir.folder_name(folder)
        before, stamps = self.before.get(name), _stamps(folder)
        if before and before.unchanged(stamps):
            self.now[name] = before
            self.held += before.count
            return
        count, left_out = 0, Counter[str]()
        for box in _BOXES:
            try:
                for files in _batches(folder / box):
                    yield from self._files(files, left_out)
                    count += len(files)
                    self.done += len(files)
                    yield Checkpoint(self.state(), self.done, max(self.total, self.done + 1))
            except SourceError as error:
                yield as_fault(error)
                stamps = (0, 0)
        self.held += count
        self.now[name] = _Folder(stamps, count)
        yield from (LeftOut(str(folder), n, why) for why, n in left_out.items())

    def _files(self, files: list[Path], left_out: Counter[str]) -> Iterator[Item]:
        keys = [self.maildir.key_of(file) for file in files]
        known = self.known(keys)
        for key, file in zip(keys, files, strict=True):
            if key in known:
                continue
            if why := next((why for flag, why in _LEFT_OUT.items() if flag in flags(file.name)), ""):
                left_out[why] += 1
                continue
            yield from self._file(file)

    def _file(self, file: Path) -> Iterator[Item]:
        """Hand over one message; wherever its flags were changed meanwhile, under its new name."""
        try:
            try:
                raw, size = self.maildir.read(file)
            except SourceError as error:
                renamed = _find(file.parent.parent, unique_name(file.name))
                if not isinstance(error.__cause__, FileNotFoundError):
                    raise
                if renamed is None:
                    return  # deleted since the folder was listed
                raw, size = self.maildir.read(renamed)
        except SourceError as error:
            yield as_fault(error)
            return
        if size > len(raw.data):
            yield too_long(raw.place, size)
        yield raw

    def state(self, *, whole: bool = False) -> State:
        """Return what the next scan needs; before the end, folders not reached yet are as they were."""
        folders = self.now if whole else self.before | self.now
        return {"version": _VERSION, "folders": {n: [*f.stamps, f.count] for n, f in folders.items()}}


def unique_name(file: str) -> str:
    """Return a file's name without its flags, which follow ":2," ("!2," or ";2," where colons are forbidden)."""
    return _INFO.split(file, maxsplit=1)[0]


def flags(file: str) -> str:
    """Return the flags in a file's name: D draft, T trashed, S seen."""
    return "".join(_INFO.split(file, maxsplit=1)[1:])


def _remembered(state: State) -> dict[str, _Folder]:
    """Read a state; what does not fit is taken for none."""
    folders = state.get("folders") if state.get("version") == _VERSION else None
    if not isinstance(folders, Mapping):
        return {}
    return {
        str(name): _Folder((values[0], values[1]), values[2])
        for name, values in folders.items()
        if isinstance(values, Sequence) and len(values) == 3 and all(isinstance(v, int) for v in values)
    }


def _stamps(folder: Path) -> tuple[int, int]:
    """Return when the two boxes changed; 0 for a moment too close to be told from the next one."""
    latest = time.time_ns() - _SETTLED_NS
    try:
        new, cur = ((folder / box).stat().st_mtime_ns for box in _BOXES)
    except OSError:
        return (0, 0)
    return (new, cur) if max(new, cur) < latest else (0, 0)


def _batches(box: Path) -> Iterator[list[Path]]:
    """List a box as a stream of batches.

    Raises:
        SourceError: it cannot be listed.
    """
    with listing(box) as entries:
        files = (Path(e.path) for e in entries if e.name[0] != "." and is_file(e))
        while batch := sorted(islice(files, BATCH)):
            yield batch


def _size(folder: Path) -> int:
    """Return how many files there are; 0 when they cannot be counted."""
    count = 0
    for box in _BOXES:
        with contextlib.suppress(SourceError), listing(folder / box) as entries:
            count += sum(1 for _ in entries)
    return count


def _find(folder: Path, unique: str) -> Path | None:
    """Return the file of that name, whatever its flags."""
    for box in reversed(_BOXES):
        with contextlib.suppress(SourceError), listing(folder / box) as entries:
            for entry in entries:
                if unique_name(entry.name) == unique:
                    return Path(entry.path)
    return None


def _walk(folder: Path) -> Iterator[Path | Fault]:
    try:
        yield from walk(folder, prune={*_BOXES, "tmp"})
    except SourceError as error:
        yield as_fault(error)


def _not_one(path: Path) -> SourceError:
    return SourceError(
        str(path), "is not a Maildir: it has no folders 'cur' and 'new'", "point to the folder that has them"
    )
