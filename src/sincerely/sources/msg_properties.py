"""MAPI properties as a ``.msg`` holds them: numbers in one stream, everything longer in a stream of its own."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from .msg_compound import Compound, Damaged, Storage

_PROPERTY = struct.Struct("<HHI8s")
_LIST = "__properties_version1.0"
_NAMES = "__nameid_version1.0"
# How much stands before the list: at the top, in a mail within the mail, and in a recipient or an attachment.
TOP, WITHIN, PART = 32, 24, 8
_INTEGER, _BOOLEAN, _TIME = 0x0003, 0x000B, 0x0040
_TEXT_8, _TEXT, _BINARY = "001E", "001F", "0102"
# More of one text is not read.
TEXT_BYTES = 8 * 1024 * 1024
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = {
    1200: "utf-16-le", 20127: "ascii", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 50221: "iso-2022-jp",
    50222: "iso-2022-jp", 50225: "iso-2022-kr", 51932: "euc-jp", 51936: "gb2312", 51949: "euc-kr", 52936: "hz",
    54936: "gb18030", 65000: "utf-7", 65001: "utf-8", 936: "gb18030", 932: "cp932", 949: "cp949", 950: "cp950",
}  # fmt: skip
_CODE_PAGES |= {28590 + part: f"iso-8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15)}
_NO_NAMES: Mapping[tuple[bytes, int], int] = MappingProxyType({})


def codec(page: int) -> str:
    """Return Python's name for a Windows code page; Western for one that is not known."""
    if page in _CODE_PAGES:
        return _CODE_PAGES[page]
    return f"cp{page}" if page in {437, 850, 852, 866, 874, *range(1250, 1259)} else "cp1252"


class Properties:
    """What one mail, recipient or attachment says of itself. What is not there is empty, 0 or None."""

    def __init__(
        self,
        file: Compound,
        storage: Storage,
        head: int,
        page: int = 0,
        names: Mapping[tuple[bytes, int], int] = _NO_NAMES,
    ) -> None:
        """Read the list.

        Args:
            file: the whole file.
            storage: where they lie in it.
            head: `TOP`, `WITHIN` or `PART`.
            page: the code page of 8-bit text, where they don't say it themselves.
            names: `names_in` of the file.

        Raises:
            Damaged: the file can't be followed.
        """
        self.file = file
        self.storage = storage
        self.names = names
        self._fixed: dict[tuple[int, int], bytes] = {}
        if _LIST in storage.streams:
            data = file.read(storage.streams[_LIST])[head:]
            for kind, tag, _, value in _PROPERTY.iter_unpack(data[: len(data) // _PROPERTY.size * _PROPERTY.size]):
                self._fixed.setdefault((tag, kind), value)
        self.page = self.integer(0x3FFD) or page

    def has(self, tag: int) -> bool:
        """Whether there is a text or bytes of that tag."""
        return any(self._stream(tag, kind) is not None for kind in (_TEXT, _TEXT_8, _BINARY))

    def text(self, *tags: int) -> str:
        """Return the first text that is not empty, of some tags."""
        for tag in tags:
            for kind, encoding in ((_TEXT, "utf-16-le"), (_TEXT_8, codec(self.page))):
                number = self._stream(tag, kind)
                if number is not None:
                    found = decoded(self.file.read(number, TEXT_BYTES), encoding).strip("\0")
                    if found.strip():
                        return found
        return ""

    def binary(self, tag: int, most: int = TEXT_BYTES) -> bytes:
        """Return bytes, ``most`` of them at most."""
        number = self._stream(tag, _BINARY)
        return b"" if number is None else self.file.read(number, most)

    def size(self, tag: int) -> int:
        """Return how many bytes there are."""
        number = self._stream(tag, _BINARY)
        return 0 if number is None else self.file.size(number)

    def integer(self, tag: int) -> int:
        """Return a number."""
        return int.from_bytes(self._fixed.get((tag, _INTEGER), b"")[:4], "little")

    def boolean(self, tag: int) -> bool:
        """Return yes or no."""
        return self._fixed.get((tag, _BOOLEAN), b"\0")[0] != 0

    def time(self, tag: int) -> datetime | None:
        """Return an instant; None for one that no calendar has."""
        ticks = int.from_bytes(self._fixed.get((tag, _TIME), b""), "little")
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def named(self, family: bytes, number: int) -> int:
        """Return the tag of a property that has a name instead; 0 for none, which nothing has."""
        return self.names.get((family, number), 0)

    def inside(self, prefix: str) -> Iterator[Storage]:
        """Yield the storages whose names begin so, in the order of their numbers."""
        for name, number in sorted(self.storage.storages.items()):
            if name.startswith(prefix):
                yield self.file.storage(number)

    def object(self, tag: int) -> Storage | None:
        """Return what is put in as a whole, such as a mail within a mail."""
        number = self.storage.storages.get(f"__substg1.0_{tag:04X}000D")
        return None if number is None else self.file.storage(number)

    def _stream(self, tag: int, kind: str) -> int | None:
        return self.storage.streams.get(f"__substg1.0_{tag:04X}{kind}")


def decoded(data: bytes, encoding: str) -> str:
    """Return text; what can't be decoded is shown as such."""
    return data.decode(encoding, "replace")


def names_in(file: Compound) -> dict[tuple[bytes, int], int]:
    """Return the tags that this file gives to properties with names, by family (GUID) and number.

    Raises:
        Damaged: the file can't be followed.
    """
    number = file.root.storages.get(_NAMES)
    if number is None:
        return {}
    storage = file.storage(number)
    try:
        families, entries = (file.read(storage.streams[f"__substg1.0_{tag}0102"]) for tag in ("0002", "0003"))
    except KeyError:
        return {}
    found: dict[tuple[bytes, int], int] = {}
    for ident, kind, index in struct.iter_unpack("<IHH", entries[: len(entries) // 8 * 8]):
        place = ((kind >> 1) - 3) * 16
        if kind % 2 == 0 and place >= 0:
            found[families[place : place + 16], ident] = 0x8000 + index
    return found


__all__ = ["PART", "TOP", "WITHIN", "Damaged", "Properties", "codec", "decoded", "names_in"]
