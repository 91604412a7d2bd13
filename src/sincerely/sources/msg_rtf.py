"""Bodies that Outlook keeps as compressed RTF: unpacked, and turned into the HTML or the text that they were.

After [MS-OXRTFCP] and [MS-OXRTFEX]. Every byte is looked at once, and what comes out is bounded.
"""

from __future__ import annotations

import re
import struct
from typing import NamedTuple

from .msg_properties import codec

# More than this comes out of no honest mail.
MOST_BYTES = 4 * 1024 * 1024
_MOST_OPEN = 1_000
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096


def unpacked(data: bytes) -> bytes:
    """Return RTF from its compressed form; as much of it as there is."""
    if len(data) < 16:
        return b""
    _, size, kind, _ = struct.unpack_from("<IIII", data)
    size = min(size, MOST_BYTES)
    if kind == _PLAIN:
        return data[16 : 16 + size]
    return _expanded(data, size) if kind == _COMPRESSED else b""


def _expanded(data: bytes, size: int) -> bytes:
    """Undo the compression: a byte of eight flags, then for each a byte, or what to repeat and how much of it."""
    out = bytearray(_KNOWN)
    known, place, stop = len(_KNOWN), 16, len(data)
    while place < stop and len(out) < known + size:
        flags = data[place]
        place += 1
        for bit in range(8):
            if place >= stop:
                break
            if not flags >> bit & 1:
                out.append(data[place])
                place += 1
                continue
            what = int.from_bytes(data[place : place + 2], "big")
            place += 2
            # Where in the window that goes round, as a distance back from where the next byte goes.
            back = (len(out) - (what >> 4)) % _WINDOW
            if back == 0 or back > len(out):  # the mark of the end, or nothing that was written yet
                return bytes(out[known : known + size])
            length = (what & 15) + 2
            begin = len(out) - back
            piece = out[begin : begin + length]
            out += (piece * (length // len(piece) + 1))[:length]
    return bytes(out[known : known + size])


class Body(NamedTuple):
    """What RTF holds."""

    text: str
    html: bool


_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\"
)
# What these hold is not for reading.
_ASIDE = frozenset(
    b"""fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator themedata
    colorschememapping datastore latentstyles xmlnstbl mmathPr header footer headerl headerr footerl footerr fldinst
    filetbl revtbl mhtmltag footnote bkmkstart bkmkend""".split()
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"endash": "–",
    b"emdash": "—", b"~": "\u00a0", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n",
}  # fmt: skip
# Windows' numbers for the character sets of fonts.
_FONT_PAGES = {
    0: 1252, 77: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip


class _Group(NamedTuple):
    """What holds inside one pair of braces: what is read, and how bytes are decoded."""

    aside: bool = False
    tag: bool = False
    skipped: bool = False
    fallback: int = 1
    font: int = -1
    fonts: bool = False


def read(data: bytes) -> Body:
    r"""Return the HTML that RTF was made from (``\fromhtml1``), else its text."""
    reader = _Reader(html=rb"\fromhtml1" in data[:2_000])
    for match in _TOKEN.finditer(data):
        reader.take(match)
        if reader.length > MOST_BYTES:
            break
    return Body(reader.finished(), reader.html)


class _Reader:
    def __init__(self, *, html: bool) -> None:
        self.html = html
        self.length = 0
        self._out: list[str] = []
        self._bytes = bytearray()
        self._group = _Group()
        self._open: list[_Group] = []
        self._deeper = 0
        self._page = 1252
        self._pages: dict[int, int] = {}
        self._starred = False
        self._pass_over = 0
        self._high = 0

    def take(self, match: re.Match[bytes]) -> None:
        word, number, code, sign, brace, text = match.groups()
        if brace is not None:
            self._brace(brace)
        elif word is not None:
            self._word(word, number)
        elif code is not None:
            self._raw(bytes((int(code, 16),)))
        elif sign == b"*":
            self._starred = True
        elif sign is not None:
            self._write(_SIGNS.get(sign, ""))
        elif text is not None:
            self._raw(text)

    def finished(self) -> str:
        self._decode()
        return "".join(self._out)

    def _brace(self, brace: bytes) -> None:
        self._decode()
        self._starred, self._pass_over = False, 0
        if brace == b"{":
            if len(self._open) < _MOST_OPEN:
                self._open.append(self._group)
            else:
                self._deeper += 1
        elif self._deeper:
            self._deeper -= 1
        elif self._open:
            self._group = self._open.pop()

    def _word(self, word: bytes, number: bytes | None) -> None:
        value = int(number) if number else 0
        starred, self._starred = self._starred, False
        if word == b"u" and number:
            self._unicode(value)
        elif word == b"htmltag":
            self._group = self._group._replace(tag=True, aside=False)
        elif word in _ASIDE or starred:
            self._group = self._group._replace(aside=True, fonts=word == b"fonttbl")
        elif word in _SIGNS:
            # Inside a tag of the HTML a line's end is the HTML's own.
            self._write(_SIGNS[word])
        else:
            self._state(word, value, number)

    def _state(self, word: bytes, value: int, number: bytes | None) -> None:
        group = self._group
        if word == b"htmlrtf":
            self._decode()
            self._group = group._replace(skipped=number is None or value != 0)
        elif word == b"uc":
            self._group = group._replace(fallback=min(max(value, 0), 16))
        elif word == b"ansicpg" and value:
            self._page = value
        elif word == b"f":
            self._decode()
            self._group = group._replace(font=value)
        elif word == b"fcharset" and group.fonts and len(self._pages) < _MOST_OPEN:
            self._pages[group.font] = _FONT_PAGES.get(value, self._page)

    def _is_read(self) -> bool:
        group = self._group
        return not group.aside and (group.tag or not (self.html and group.skipped))

    def _raw(self, data: bytes) -> None:
        if self._pass_over:  # what stands for a letter where Unicode is not known
            passed = min(self._pass_over, len(data))
            self._pass_over -= passed
            data = data[passed:]
        if data and self._is_read():
            self._bytes += data

    def _unicode(self, value: int) -> None:
        self._decode()
        self._pass_over = self._group.fallback
        unit = value & 0xFFFF
        if not self._is_read():
            return
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            if self._high:
                self._append(chr(0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00))
            self._high = 0
        else:
            self._append(chr(unit))

    def _write(self, text: str) -> None:
        if self._pass_over:
            self._pass_over -= 1
        elif text and self._is_read():
            self._decode()
            self._append(text)

    def _decode(self) -> None:
        if self._bytes:
            page = self._pages.get(self._group.font, self._page)
            text = bytes(self._bytes).decode(codec(page), "replace")
            self._bytes.clear()
            self._append(text)

    def _append(self, text: str) -> None:
        self._out.append(text)
        self.length += len(text)
