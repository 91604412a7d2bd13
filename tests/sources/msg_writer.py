"""Writes Outlook's ``.msg`` files for tests, as [MS-CFB], [MS-OXMSG] and [MS-OXRTFCP] say: invented people, real format."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Union

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, Union[bytes, "Tree"]]
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
APPOINTMENT = bytes.fromhex("0220060000000000c000000000000046")
MEETING = bytes.fromhex("90dad86e0b451b1098da00aa003f1305")


@dataclass
class Said:
    """The properties of a mail, a recipient or an attachment, by tag.

    Attributes:
        texts: Unicode, or 8-bit in ``encoding`` where that is given.
        raw: bytes.
        numbers, times: what stands in the list itself.
        encoding: of 8-bit text; "" for Unicode.
        within: a mail within the mail (of an attachment).
    """

    texts: Mapping[int, str] = field(default_factory=dict)
    raw: Mapping[int, bytes] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    times: Mapping[int, datetime] = field(default_factory=dict)
    encoding: str = ""
    within: Tree | None = None

    def tree(self, head: int) -> dict[str, bytes | Tree]:
        found: dict[str, bytes | Tree] = {}
        rows = b""
        for tag, text in self.texts.items():
            kind = 0x1E if self.encoding else 0x1F
            data = text.encode(self.encoding or "utf-16-le")
            found[f"__substg1.0_{tag:04X}{kind:04X}"] = data
            rows += struct.pack("<HHIII", kind, tag, 6, len(data), 0)
        for tag, data in self.raw.items():
            found[f"__substg1.0_{tag:04X}0102"] = data
            rows += struct.pack("<HHIII", 0x102, tag, 6, len(data), 0)
        for tag, number in self.numbers.items():
            rows += struct.pack("<HHIII", 3, tag, 6, number, 0)
        for tag, at in self.times.items():
            rows += struct.pack("<HHIQ", 0x40, tag, 6, int((at - EPOCH).total_seconds() * 10_000_000))
        if self.within is not None:
            found["__substg1.0_3701000D"] = self.within
        return {"__properties_version1.0": b"\0" * head + rows, **found}


def mail(said: Said, recipients: Sequence[Said] = (), attachments: Sequence[Said] = (), *, head: int = 32) -> Tree:
    """Return what a ``.msg`` holds; ``head=24`` for a mail within a mail."""
    found = said.tree(head)
    found |= {f"__recip_version1.0_#{n:08X}": one.tree(8) for n, one in enumerate(recipients)}
    found |= {f"__attach_version1.0_#{n:08X}": one.tree(8) for n, one in enumerate(attachments)}
    return found


def names(named: Sequence[tuple[bytes, int]]) -> Tree:
    """Return the map of properties with names: the first has the tag 0x8000."""
    families = list(dict.fromkeys(family for family, _ in named))
    rows = [struct.pack("<IHH", number, (families.index(f) + 3) << 1, n) for n, (f, number) in enumerate(named)]
    return {"__substg1.0_00020102": b"".join(families), "__substg1.0_00030102": b"".join(rows)}


def compressed(rtf: bytes) -> bytes:
    """Return compressed RTF in which nothing is repeated: a byte of flags before each eight, all of them 0."""
    body = b"".join(b"\0" + rtf[n : n + 8] for n in range(0, len(rtf), 8))
    check = zlib.crc32(body, 0xFFFFFFFF) ^ 0xFFFFFFFF
    return struct.pack("<IIII", len(body) + 12, len(rtf), 0x75465A4C, check) + body


def compound(tree: Tree) -> bytes:
    """Return a compound file that holds a tree."""
    return _Writer().file(tree)


class _Writer:
    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = b""
        self.mini_fat: list[int] = []
        self.entries: list[bytes] = []

    def file(self, tree: Tree) -> bytes:
        self.entries.append(b"")
        child = self._folder(tree)
        mini_start = self._chain(self.mini) if self.mini else END
        self.entries[0] = _entry("Root Entry", 5, child=child, start=mini_start, size=len(self.mini))
        directory = self._chain(b"".join(self.entries))
        minis = self._chain(_packed(self.mini_fat)) if self.mini_fat else END
        count = 1
        while count * 128 < len(self.fat) + count:
            count += 1
        first = len(self.fat)
        self.fat += [FAT] * count
        table = _packed([*self.fat, *[FREE] * (count * 128 - len(self.fat))])
        listed = [*range(first, first + count), *[FREE] * (109 - count)]
        head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        head += struct.pack(
            "<IIIIIIIIII", 0, count, directory, 0, CUTOFF, minis, len(self.mini_fat) // 128 + 1, END, 0, 0
        )[:36]
        return head + _packed(listed) + b"".join(self.sectors) + table

    def _folder(self, tree: Tree) -> int:
        """Write a folder's entries as a balanced tree of names, and return the number of its root."""
        order = sorted(tree, key=lambda name: (len(name), name.upper()))
        numbers = {name: len(self.entries) + n for n, name in enumerate(order)}
        self.entries += [b""] * len(order)

        def write(low: int, high: int) -> int:
            if low >= high:
                return FREE
            middle = (low + high) // 2
            name = order[middle]
            left, right = write(low, middle), write(middle + 1, high)
            content = tree[name]
            if isinstance(content, bytes):
                start = self._small(content) if len(content) < CUTOFF else self._chain(content)
                self.entries[numbers[name]] = _entry(name, 2, left, right, start=start, size=len(content))
            else:
                self.entries[numbers[name]] = _entry(name, 1, left, right, child=self._folder(content))
            return numbers[name]

        return write(0, len(order))

    def _chain(self, data: bytes) -> int:
        first = len(self.fat)
        pieces = [data[n : n + SECTOR].ljust(SECTOR, b"\0") for n in range(0, len(data), SECTOR)]
        self.sectors += pieces
        self.fat += [*range(first + 1, first + len(pieces)), END] if pieces else []
        return first if pieces else END

    def _small(self, data: bytes) -> int:
        if not data:
            return END
        first, count = len(self.mini_fat), -(-len(data) // MINI)
        self.mini += data.ljust(count * MINI, b"\0")
        self.mini_fat += [*range(first + 1, first + count), END]
        return first


def _packed(numbers: Sequence[int]) -> bytes:
    data = struct.pack(f"<{len(numbers)}I", *numbers)
    return data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\xff") if len(numbers) != 109 else data


def _entry(
    name: str, kind: int, left: int = FREE, right: int = FREE, *, child: int = FREE, start: int = 0, size: int = 0
) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIII", raw, len(raw) + 2, kind, 1, left, right, child, start, size, 0)
