"""Put another store in the place of one that may be in use: a backup that is restored, or an empty one.

SQLite copies page by page under its own locks, so that whoever has the store open sees the one or the other.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from .base import StoreError
from .opening import open_database, sqlite_url
from .sqlite_database import PATIENCE, SqliteDatabase
from .sqlite_errors import explain


def restore(place: Path, backup: Path) -> None:
    """Make a store what a backup of it holds; an older backup is brought to this version's tables first.

    Raises:
        NewerStore: a newer version of Sincerely wrote it.
        StoreError: it is no backup, or can't be read; nothing was changed.
    """
    with tempfile.TemporaryDirectory(prefix="restoring-", dir=place.parent) as folder:
        copy = Path(folder) / "copy.db"
        try:
            shutil.copyfile(backup, copy)
        except OSError as error:
            raise StoreError(f"{backup}: cannot be read ({error.strerror}); name a backup of Sincerely") from error
        if not copy.stat().st_size:
            raise StoreError(f"{backup}: is empty; name a backup of Sincerely")
        try:
            open_database(sqlite_url(copy)).close()
            _see_that_it_is_whole(copy)
        except StoreError as error:
            raise type(error)(str(error).replace(str(copy), str(backup))) from error
        _replace(place, copy)


def empty(place: Path) -> None:
    """Make a store empty, for good: what it held is in none of its files any more.

    Raises:
        StoreError: it can't be written; nothing was changed.
    """
    with tempfile.TemporaryDirectory(prefix="erasing-", dir=place.parent) as folder:
        fresh = Path(folder) / "fresh.db"
        open_database(sqlite_url(fresh)).close()
        _replace(place, fresh)


def _see_that_it_is_whole(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    except sqlite3.Error as error:
        raise explain(error, copy) from error
    if found != ["ok"]:
        raise StoreError(f"{copy}: is damaged; choose an older backup")


def _replace(place: Path, new: Path) -> None:
    database = SqliteDatabase(place)
    try:
        database.revision()
        with closing(sqlite3.connect(new)) as source, closing(database.connect()) as target:
            target.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")
            source.backup(target)
            # What the log still holds of the old pages goes too.
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise explain(error, place) from error
    finally:
        database.close()
    os.utime(place)
