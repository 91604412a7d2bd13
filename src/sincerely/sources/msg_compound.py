"""The compound file that an Outlook ``.msg`` is: a small file system of sectors inside one file.

Written after [MS-CFB]. There is a library for it, which follows damaged directories by recursion and looks every
stream up in a list: a crafted file of 25 MB keeps it busy for minutes. Here the work grows with the file: chains
of sectors are followed once, in a circle never, and all streams together give no more bytes than the file has.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<8s16x4x2xHH10xIIxxxxIIIII")
_ENTRY = struct.Struct("<64sHBxIII36xIII")
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_SECTOR_SHIFTS = (9, 12)
_MINI_SHIFT = 6
# Sector numbers from here on mean no sector: free, end of chain, a table's own.
_NO_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF


class Damaged(Exception):
    """The file is no compound file, or is damaged so that it can't be followed; the message says where."""


@dataclass(slots=True)
class Storage:
    """A folder inside the file.

    Attributes:
        name: its own.
        streams: the entry numbers of the files directly in it, by name.
        storages: likewise of the folders, in the file's order of names.
    """

    name: str = ""
    streams: dict[str, int] = field(default_factory=dict)
    storages: dict[str, int] = field(default_factory=dict)


class Compound:
    """A compound file, held in memory and read on demand."""

    def __init__(self, data: bytes) -> None:
        """Read the tables.

        Raises:
            Damaged: it can't be followed.
        """
        if len(data) < 512 or not data.startswith(MAGIC):
            raise Damaged("it has no header")
        _, shift, mini, fats, first, cutoff, mini_first, _, difat, _ = _HEADER.unpack_from(data)
        if shift not in _SECTOR_SHIFTS or mini != _MINI_SHIFT:
            raise Damaged("its sectors are of an unknown size")
        self._data = data
        self._shift = shift
        self._wide = shift > 9
        self._cutoff = cutoff
        self._budget = 3 * len(data)
        self._next = self._table(fats, difat)
        self._entries = self._joined(first)
        self._mini_next = _numbers(self._joined(mini_first))
        root = self._entry(0)
        if root[2] != _ROOT:
            raise Damaged("its directory has no root")
        self._mini = self._joined(root[6])[: self._size(root)]
        # Each entry lies in one folder; one that is met again is a circle.
        self._met = {0}
        self.root = self._storage(0)

    def storage(self, number: int) -> Storage:
        """Return the folder with that entry number, as `Storage.storages` has it."""
        return self._storage(number)

    def read(self, number: int, most: int | None = None) -> bytes:
        """Return a stream's bytes, fewer if the file ends before; ``most`` of them at most.

        Raises:
            Damaged: the streams claim more than the file holds.
        """
        entry = self._entry(number)
        size = self._size(entry)
        wanted = size if most is None else min(size, most)
        small = size < self._cutoff
        shift = _MINI_SHIFT if small else self._shift
        count = (wanted + (1 << shift) - 1) >> shift
        table = self._mini_next if small else self._next
        piece = self._mini_sector if small else self._sector
        found = b"".join(map(piece, _chain(entry[6], table, count)))
        # Sectors are never shared, so honest streams, some of them read twice, stay below this.
        self._budget -= len(found)
        if self._budget < 0:
            raise Damaged("its streams claim more than the file holds")
        return found[:wanted]

    def size(self, number: int) -> int:
        """Return how long a stream says that it is."""
        return self._size(self._entry(number))

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) << self._shift
        return self._data[begin : begin + (1 << self._shift)]

    def _mini_sector(self, number: int) -> bytes:
        return self._mini[number << _MINI_SHIFT : (number + 1) << _MINI_SHIFT]

    def _table(self, count: int, difat: int) -> array[int]:
        """Return for each sector the one after it."""
        most = (len(self._data) >> self._shift) + 1
        each = 1 << (self._shift - 2)
        listed = list(_numbers(self._data[76:512]))
        met: set[int] = set()
        while difat < _NO_SECTOR and difat not in met and len(met) <= most:
            met.add(difat)
            numbers = _numbers(self._sector(difat))
            if len(numbers) < each:
                break
            listed += numbers[:-1]
            difat = numbers[-1]
        sectors = dict.fromkeys(n for n in listed if n < most)
        table = array("I")
        for number in list(sectors)[: min(count, most // each + 1)]:
            table += _numbers(self._sector(number))
        if not table:
            raise Damaged("its table of sectors is missing")
        return table[:most]

    def _joined(self, first: int) -> bytes:
        """Return a chain of sectors up to its end."""
        return b"".join(map(self._sector, _chain(first, self._next, len(self._next))))

    def _entry(self, number: int) -> tuple[bytes, int, int, int, int, int, int, int, int]:
        try:
            return _ENTRY.unpack_from(self._entries, number * 128)
        except struct.error:
            raise Damaged("its directory is cut off") from None

    def _size(self, entry: tuple[bytes, int, int, int, int, int, int, int, int]) -> int:
        return entry[7] + (entry[8] << 32 if self._wide else 0)

    def _storage(self, number: int) -> Storage:
        """Return a folder; its tree of entries is walked in the order of names, without recursion."""
        entry = self._entry(number)
        found = Storage(_name(entry))
        waiting: list[int] = []
        at = entry[5]
        while waiting or self._is_new(at):
            while self._is_new(at):
                self._met.add(at)
                waiting.append(at)
                at = self._entry(at)[3]
            here = waiting.pop()
            child = self._entry(here)
            if child[2] == _STREAM:
                found.streams.setdefault(_name(child), here)
            elif child[2] == _STORAGE:
                found.storages.setdefault(_name(child), here)
            at = child[4]
        return found

    def _is_new(self, number: int) -> bool:
        return number != _NO_ENTRY and number not in self._met and number * 128 + 128 <= len(self._entries)


def _name(entry: tuple[bytes, int, int, int, int, int, int, int, int]) -> str:
    return entry[0][: max(min(entry[1], 64) - 2, 0)].decode("utf-16-le", "replace")


def _numbers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data[: len(data) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _chain(first: int, table: array[int], most: int) -> Iterator[int]:
    """Yield up to ``most`` sectors from the first on; a circle ends it."""
    met: set[int] = set()
    while first < len(table) and first not in met and len(met) < most:
        met.add(first)
        yield first
        first = table[first]
