"""Mail that may be about hiring, kept on disk until all of it was seen: memory stays flat, order is restored."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from types import TracebackType
from typing import NamedTuple, Self

from sincerely.sources.base import Raw

# What has no date comes last: it can then still be put into a thread that is known by then.
UNDATED = datetime.max.replace(tzinfo=UTC)


class SpoolError(Exception):
    """Mail could not be put aside; nothing of the sync was kept. The message says where and what to do."""


class Entry(NamedTuple):
    """Where one spooled message lies."""

    date: datetime
    order: int
    offset: int
    size: int
    source: str
    key: str
    folder: str
    sent: bool
    place: str
    where: str
    kind: str


class Spool:
    """A temporary file of raw messages, read back oldest first."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="sincerely-")  # noqa: SIM115 - closed in __exit__
        self._entries: list[Entry] = []
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, source: str, raw: Raw, date: datetime | None) -> None:
        """Keep a message.

        Raises:
            SpoolError: the disk is full.
        """
        try:
            self._file.seek(self._end)
            self._file.write(raw.data)
            self._file.flush()
        except OSError as error:
            place = tempfile.gettempdir()
            raise SpoolError(
                f"{place}: the mail that is being read can't be put aside there ({error.strerror}); "
                "make room, or set TMPDIR to another folder, and sync again: nothing was lost"
            ) from error
        entry = Entry(
            date or UNDATED,
            len(self._entries),
            self._end,
            len(raw.data),
            source,
            raw.key,
            raw.folder,
            raw.sent,
            raw.place,
            raw.where,
            raw.kind,
        )
        self._end += len(raw.data)
        self._entries.append(entry)

    def clear(self) -> None:
        """Forget what was put aside."""
        self._entries.clear()
        self._file.seek(0)
        self._file.truncate()
        self._end = 0

    def latest(self, since: datetime, most: int) -> list[tuple[Entry, bytes]]:
        """Return the latest mails since a day, at most so many, oldest first; what has no date is not among them."""
        found = sorted((e for e in self._entries if since <= e.date < UNDATED), key=lambda e: (e.date, e.order))
        return [(entry, self._data(entry)) for entry in found[-most:]]

    def by_date(self) -> Iterator[tuple[Entry, bytes]]:
        """Yield everything, oldest first."""
        for entry in sorted(self._entries, key=lambda e: (e.date, e.order)):
            yield entry, self._data(entry)

    def _data(self, entry: Entry) -> bytes:
        self._file.seek(entry.offset)
        return self._file.read(entry.size)


def digest_of(data: bytes) -> str:
    """Return what a message's bytes are known by."""
    return blake2b(data, digest_size=16).hexdigest()
