"""Be the only one on this machine: a lock on a file, which the operating system frees with the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .base import StoreError

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        # Of the open file, not of the process: two threads exclude each other too.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold a file's lock; False where somebody else holds it. The file is gone in the end.

    Raises:
        StoreError: the file system knows no such locks.
    """
    handle = _held(path)
    if handle is None:
        yield False
        return
    try:
        yield True
    finally:
        # While it is still held: whoever has opened it meanwhile sees that it is gone, and takes a new one.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _held(path: Path) -> int | None:
    while True:
        try:
            handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise StoreError(f"{path}: can't be made ({error.strerror}); see that its folder can be written") from error
        try:
            _lock(handle)
            if _is(handle, path):
                return handle
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return None
        except OSError as error:
            os.close(handle)
            what = f"can't be locked ({error.strerror})"
            raise StoreError(f"{path}: {what}; keep the store on a disk of this machine") from error
        os.close(handle)


def _is(handle: int, path: Path) -> bool:
    """Whether what was locked still lies there, and is not one that was taken away before."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
