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
        for box in self._boxes(folder):
            hint = where.rpartition("/")[2]
            if where == f"{box.where}{hint}" and unique_name(hint) == unique and is_file(box.path / hint):
                return box.read(hint)[0]
        for box in self._boxes(folder):
            if name := _find(box.path, unique):
                return box.read(name)[0]
        raise SourceError(str(self.path), f"holds no message {key}", "it was deleted or moved since")

    def folder_name(self, folder: Path) -> str:
        """Return a folder's name for people: "" for the inbox, "Sent", "Archive/2026"."""
        inside = folder.relative_to(self.path).as_posix()
        if inside == ".":
            return ""
        return inside[1:].replace(".", "/") if inside.startswith(".") else inside

    def box(self, folder: Path, name: str) -> _Box:
        """Return one of the two boxes of a folder."""
        called = self.folder_name(folder)
        where = (folder / name).relative_to(self.path).as_posix()
        sent = role(called or self.path.name) == "sent"
        return _Box(folder / name, called, f"{called}/" if called else "", f"{where}/", sent)

    def _boxes(self, folder: str) -> list[_Box]:
        """Return the boxes of the folder of that name, in either layout."""
        dotted = self.path / f".{folder.replace('/', '.')}" if folder else self.path
        # A stored name must not lead out of the Maildir.
        plain = self.path / folder if ".." not in folder.split("/") and not folder.startswith("/") else dotted
        return [self.box(path, name) for path in {dotted: 0, plain: 0} if is_maildir(path) for name in _BOXES]

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
class _Box:
    """One of the two boxes, "new" or "cur", of a folder.

    Attributes:
        path: where it is.
        folder: the folder's name for people.
        key: what stands before a file's own name in its key.
        where: what stands before it in its place inside the Maildir.
        sent: whether the candidate sent what lies in it.
    """

    path: Path
    folder: str
    key: str
    where: str
    sent: bool

    def read(self, name: str) -> tuple[Raw, int]:
        """Return the message in a file, and how long the file is.

        Raises:
            SourceError: it cannot be read.
        """
        place = f"{self.path}/{name}"
        data, size = read_capped(place)
        if data.startswith(_GZIP):
            raise SourceError(place, "is compressed", "let the mail server store it uncompressed, or export it")
        key, where = self.key + unique_name(name), self.where + name
        return Raw(key, data, self.folder, self.sent, place, where), size


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
        for box in (self.maildir.box(folder, each) for each in _BOXES):
            try:
                for names in _batches(box.path):
                    yield from self._files(box, names, left_out)
                    count += len(names)
                    self.done += len(names)
                    yield Checkpoint(self.state(), self.done, max(self.total, self.done + 1))
            except SourceError as error:
                yield as_fault(error)
                stamps = (0, 0)
        self.held += count
        self.now[name] = _Folder(stamps, count)
        yield from (LeftOut(str(folder), n, why) for why, n in left_out.items())

    def _files(self, box: _Box, names: list[str], left_out: Counter[str]) -> Iterator[Item]:
        """Hand over what is new in a batch."""
        keys = [box.key + unique_name(name) for name in names]
        known = self.known(keys)
        for key, name in zip(keys, names, strict=True):
            if key in known:
                continue
            if why := next((why for flag, why in _LEFT_OUT.items() if flag in flags(name)), ""):
                left_out[why] += 1
                continue
            yield from self._file(box, name)

    def _file(self, box: _Box, name: str) -> Iterator[Item]:
        """Hand over one message; wherever its flags were changed meanwhile, under its new name."""
        try:
            try:
                raw, size = box.read(name)
            except SourceError as error:
                if not isinstance(error.__cause__, FileNotFoundError):
                    raise
                renamed = _find(box.path, unique_name(name))
                if renamed is None:
                    return  # moved to "cur", which comes next, or deleted
                raw, size = box.read(renamed)
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
    name, colon, _ = file.partition(":2,")
    return name if colon else _INFO.split(file, maxsplit=1)[0]


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


def _batches(box: Path) -> Iterator[list[str]]:
    """List the names in a box as a stream of batches.

    Raises:
        SourceError: it cannot be listed.
    """
    with listing(box) as entries:
        names = (e.name for e in entries if e.name[0] != "." and is_file(e))
        while batch := sorted(islice(names, BATCH)):
            yield batch


def _size(folder: Path) -> int:
    """Return how many files there are; 0 when they cannot be counted."""
    count = 0
    for box in _BOXES:
        with contextlib.suppress(SourceError), listing(folder / box) as entries:
            count += sum(1 for _ in entries)
    return count


def _find(box: Path, unique: str) -> str | None:
    """Return the name of a file in a box, whatever its flags."""
    with contextlib.suppress(SourceError), listing(box) as entries:
        return next((e.name for e in entries if unique_name(e.name) == unique), None)
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
