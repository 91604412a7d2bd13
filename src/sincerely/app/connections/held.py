"""The person's store, opened once for all that a server is asked: to open it costs more than most pages."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from threading import Lock

from sincerely.app.wiring import STORE_NAME, opened
from sincerely.store.base import Store, StoreError
from sincerely.store.version import Version


class _Open:
    """A store that is open until nobody refers to it any more, whoever still works with it when it is put aside."""

    def __init__(self, folder: Path, profile: str, file: Hashable) -> None:
        self._opening: AbstractContextManager[Store] = opened(folder, profile=profile, lasting=True)
        self.store = self._opening.__enter__()
        self.file = file
        self.version = self.store.version()

    def __del__(self) -> None:
        if hasattr(self, "store"):
            self._opening.__exit__(None, None, None)


class HeldStore:
    """Gives one open store to many, at once and one after the other; for a server's life.

    It is opened anew when another file lies in its place, or when its tables are not what they were: so whatever
    opening sees to (a newer version's tables, a store that was restored) is seen to as ever.
    """

    def __init__(self, folder: Path, profile: str = "") -> None:
        self._folder = folder
        self._profile = profile
        self._lock = Lock()
        self._held: _Open | None = None

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Give the store.

        Raises:
            StoreError: it can't be opened.
        """
        held = self._current()
        yield held.store

    def mark(self) -> Version | None:
        """Return what `Store.version` says of the store that `opened` gives; None where nobody has asked for it yet.

        Opens nothing and waits for nobody.
        """
        held = self._held
        if held is None or held.file != self._file():
            return None
        with suppress(StoreError):  # it is being closed
            return held.store.version()
        return None

    def close(self) -> None:
        """Let go of the store; who still works with it may end that."""
        with self._lock:
            self._held = None

    def _current(self) -> _Open:
        with self._lock:
            held, file = self._held, self._file()
            if held is not None and held.file == file and not _other_tables(held):
                return held
            self._held = None
            made = _Open(self._folder, self._profile, file)
            if file is None:
                made.file = self._file()  # it was made just now
            self._held = made
            return made

    def _file(self) -> Hashable:
        try:
            told = (self._folder / STORE_NAME).stat()
        except OSError:
            return None
        return told.st_dev, told.st_ino


def _other_tables(held: _Open) -> bool:
    """Whether the tables are not those that were opened, or nobody can tell at this moment."""
    now = held.store.version()
    return now is None or held.version is None or now.tables != held.version.tables
