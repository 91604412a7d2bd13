"""SQLite's errors in words that say what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .base import StoreError

CANNOT_OPEN = "the store can't be opened; check that its folder is there and that you may write to it"
NO_STORE = "this is no store of Sincerely's; name another file, or put a backup in its place"
_REMEDIES = {
    sqlite3.SQLITE_BUSY: "another program has been writing to the store for too long; wait for it, then try again",
    sqlite3.SQLITE_LOCKED: "another program has been writing to the store for too long; wait for it, then try again",
    sqlite3.SQLITE_FULL: "the disk is full; nothing was changed; free some space, then try again",
    sqlite3.SQLITE_READONLY: "the store can't be written; give yourself the right to write to the file and its folder",
    sqlite3.SQLITE_PERM: "the store can't be written; give yourself the right to write to the file and its folder",
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: NO_STORE,
    sqlite3.SQLITE_CORRUPT: "the store is damaged; put a backup in its place",
    sqlite3.SQLITE_IOERR: "the disk can't be read or written; check that it is there, sound and has space left",
    sqlite3.SQLITE_CONSTRAINT: "what should be stored does not fit what is there",
}
_PRIMARY = 0xFF


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """Return what to tell the person: place, what is wrong, and the remedy."""
    code = getattr(error, "sqlite_errorcode", None)
    words = _REMEDIES.get(code & _PRIMARY) if isinstance(code, int) else None
    return StoreError(f"{path}: {words} ({error})" if words else f"{path}: {error}; please report this")
