"""Files, opened without leaving a trace, and what the system says when it refuses."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Container, Iterator
from pathlib import Path
from typing import BinaryIO

from .base import MOST_BYTES, Fault, SourceError

_REFUSALS = {
    errno.EACCES: ("no permission to read it", "give yourself read access, or start as the user who has it"),
    errno.EPERM: ("no permission to read it", "allow this program to read the folder in the system's settings"),
    errno.ENOENT: ("there is no such file or folder", "check the path, and that the disk is mounted"),
    errno.ENOTDIR: ("there is no such file or folder", "check the path"),
    errno.ELOOP: ("its links lead in a circle", "point to the file itself"),
    errno.ENAMETOOLONG: ("its name is too long", "check the path"),
    errno.EIO: ("the disk reports an error", "check the disk, and copy the file to another one"),
    errno.ESTALE: ("the network drive has gone away", "connect it again"),
}
# System files that lie about in any folder.
_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"})
_DEEPEST = 40


def refusal(place: Path | str, error: OSError) -> SourceError:
    """Say in plain words why the system refused."""
    known = _REFUSALS.get(error.errno or 0)
    what, remedy = known or (f"cannot be read ({error.strerror or error})", "try again; nothing was changed")
    return SourceError(str(place), what, remedy)


def as_fault(error: SourceError) -> Fault:
    """Turn an error about one file among many into a value."""
    return Fault(error.place, error.what, error.remedy, refused=True)


def open_quietly(path: Path) -> BinaryIO:
    """Open a regular file for reading, without changing when it was last read.

    Programs that tell new mail by the access time would otherwise take all of it for seen.

    Raises:
        SourceError: no such file, not a file, or no permission.
    """
    number, _ = _descriptor(path)
    return os.fdopen(number, "rb", buffering=0)


def read_capped(path: Path | str, most: int = MOST_BYTES) -> tuple[bytes, int]:
    """Return at most ``most`` bytes of a file, and its whole size.

    Raises:
        SourceError: it cannot be read.
    """
    number, size = _descriptor(path)
    try:
        data = os.read(number, min(size, most))
        while len(data) < min(size, most) and (more := os.read(number, min(size, most) - len(data))):
            data += more
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        os.close(number)
    return data, size


def _descriptor(path: Path | str) -> tuple[int, int]:
    """Open a regular file; return its number and its size."""
    try:
        # A pipe would block before it can be told from a file.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            number = os.open(path, flags | getattr(os, "O_NOATIME", 0))
        except PermissionError:  # only the owner may ask for that
            number = os.open(path, flags)
        status = os.fstat(number)
    except OSError as error:
        raise refusal(path, error) from error
    except ValueError as error:  # a NUL in the path
        raise SourceError(repr(str(path)), "is no path", "check the path") from error
    if not stat.S_ISREG(status.st_mode):
        os.close(number)
        raise SourceError(str(path), "is not a file", "point to a mailbox file or a folder of mail")
    return number, status.st_size


def read_fully(handle: BinaryIO, most: int) -> bytes:
    """Read up to ``most`` bytes, fewer only at the end of the file."""
    first = handle.read(most) or b""
    if len(first) == most or not first:
        return first
    pieces, have = [first], len(first)
    while have < most and (more := handle.read(most - have)):
        pieces.append(more)
        have += len(more)
    return b"".join(pieces)


def read_at(handle: BinaryIO, most: int, offset: int) -> bytes:
    """Read from anywhere in a file, without moving the place where the next reading goes on."""
    if hasattr(os, "pread"):
        return os.pread(handle.fileno(), most, offset)
    here = handle.tell()  # Windows
    try:
        handle.seek(offset)
        return read_fully(handle, most)
    finally:
        handle.seek(here)


def too_long(place: str, size: int) -> Fault:
    """Say that only the beginning of a message was read."""
    return Fault(place, f"is {size / 1_000_000:,.0f} MB long; only the first {MOST_BYTES // 1_000_000} MB were read")


def is_clutter(name: str) -> bool:
    """Whether a file or folder is hidden or the system's own."""
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER


@contextlib.contextmanager
def listing(folder: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """List a folder as a stream.

    Raises:
        SourceError: it cannot be listed.
    """
    try:
        with os.scandir(folder) as entries:
            yield entries
    except OSError as error:
        raise refusal(folder, error) from error


def is_folder(path: Path | os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link to one; False for what cannot be looked at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path | os.DirEntry[str]) -> bool:
    """Whether it is a regular file, or a link to one; False for what cannot be looked at."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def subfolders(folder: Path) -> list[Path]:
    """Return the folders directly inside, sorted; links are not followed, so there is no circle.

    Raises:
        SourceError: it cannot be listed.
    """
    with listing(folder) as entries:
        return sorted(Path(e.path) for e in entries if e.is_dir(follow_symlinks=False))


def walk(root: Path, prune: Container[str] = ()) -> Iterator[Path | Fault]:
    """Yield a folder and all folders below it; hidden ones, links and what cannot be listed are passed over.

    Args:
        root: where to begin.
        prune: names of folders to leave out.

    Raises:
        SourceError: the folder itself cannot be listed.
    """
    waiting = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            below = [f for f in subfolders(folder) if not is_clutter(f.name) and f.name not in prune]
        except SourceError as error:
            if folder == root:
                raise
            yield as_fault(error)
            continue
        yield folder
        if depth < _DEEPEST:
            waiting.extend((f, depth + 1) for f in reversed(below))
        elif below:
            yield Fault(str(folder), f"lies {_DEEPEST} folders deep; what is below it was not read")
