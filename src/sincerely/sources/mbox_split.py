"""Where one message of an mbox file ends and the next begins.

The format has no standard, and four families: mboxo and mboxrd write ``>From`` for lines of a message that
begin with ``From``; mboxcl and mboxcl2 count its bytes in ``Content-Length``, and mboxcl2 escapes nothing. So
a line parts two messages when it looks like an envelope (``From ADDRESS DATE``), a header line or the end of
the file follows, and no Content-Length that itself lands on such a line (or on the end) steps over it. A
Content-Length that lands anywhere else is worth nothing: mail programs change messages and forget it.

The file is read in pieces of fixed size. It is not mapped into memory: a mail program that shortens a mapped
file ends the process that reads it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from .base import MOST_BYTES
from .files import read_at

CHUNK = 128 * 1024
_LARGEST_CHUNK = 8 * 1024 * 1024
# An envelope line and the beginning of the next fit in here; a longer line is no envelope.
_LOOK = 1024
_LONGEST_HEAD = 256 * 1024
_NEEDLE = b"\nFrom "

_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = (
    rb"(?:" + _DAY + rb",? +(?:" + _MONTH + rb" +\d{1,2}|\d{1,2}[ -]" + _MONTH + rb"[ -]\d{2,4}),? +\d{1,2}:\d\d"
    rb"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d)"
)
# The address may be missing, "-", "???@???", quoted with blanks, or "dana at acme.example" (list archives).
# A header line, or nothing, comes after it.
_ENVELOPE = re.compile(
    rb"From (?:[^\r\n]{0,320}? )??" + _DATE + rb"[^\r\n]{0,200}\r?\n(?:>?[!-9;-~]{1,80}[ \t]?:|>From |\Z)"
)
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class Piece(NamedTuple):
    """One message as it lies in the file.

    Attributes:
        begin: offset of its envelope line.
        length: bytes from there to the next envelope line.
        data: the message without its envelope line and the blank line after it, cut off at the cap.
        cut: whether it is longer than the cap.
        head: where in ``data`` the header block ends.
    """

    begin: int
    length: int
    data: bytes
    cut: bool
    head: int


def is_envelope(data: bytes, at: int = 0) -> bool:
    """Whether an envelope line stands there, and a header line or nothing after it."""
    return _ENVELOPE.match(data, at) is not None


def split(handle: BinaryIO, start: int, cap: int = MOST_BYTES, chunk: int = CHUNK) -> Iterator[Piece]:
    """Yield the messages of an mbox from offset ``start``, where an envelope line stands, to its end.

    Memory: about ``cap`` plus ``chunk``.
    """
    window = _Window(handle, start, cap, chunk)
    while True:
        window.reach(window.begin + _LOOK)
        if window.begin >= window.stop:
            return
        end = _end_of_message(window)
        yield window.cut(end)


class _Window:
    """The part of the file that is in memory, and the message in it that is being measured.

    Attributes:
        base: offset of the first byte in memory.
        begin: offset of the message's envelope line.
        body: offset of the line after it.
        head: the beginning of a message that is longer than the cap, once the rest is let go.
        head_stop: how long its header block is; -1 when nobody has looked.
    """

    def __init__(self, handle: BinaryIO, start: int, cap: int, chunk: int) -> None:
        self.handle = handle
        self.cap = cap
        self.chunk = chunk
        self.base = self.begin = self.body = start
        self.head = b""
        self.head_stop = -1
        self.data = b""
        self.ended = False
        handle.seek(start)

    @property
    def stop(self) -> int:
        return self.base + len(self.data)

    def reach(self, offset: int, needed_from: int = -1) -> None:
        """Have the file up to ``offset`` in memory, if it is as long.

        Of a message longer than the cap only what lies behind ``needed_from`` is kept.
        """
        while self.stop < offset and not self.ended:
            keep = self.begin
            if self.head or self.stop - self.body > self.cap + _LOOK:
                self.head = self.head or self.data[self.body - self.base :][: self.cap]
                keep = min(max(needed_from, self.base), self.stop)
            kept = self.data[keep - self.base :]
            # A long message is read in growing pieces: each one copies what there is already.
            read = self.handle.read(max(self.chunk, min(len(kept), _LARGEST_CHUNK))) or b""
            self.ended = not read
            self.data = kept + read
            self.base = keep

    def peek(self, offset: int, count: int) -> bytes:
        """Return bytes from anywhere in the file."""
        here = offset - self.base
        if here >= 0 and here + count <= len(self.data):
            return self.data[here : here + count]
        return read_at(self.handle, count, offset)

    def cut(self, end: int) -> Piece:
        """Cut the message out; the blank line before the next envelope belongs to neither."""
        begin, start, stop = self.begin, self.body - self.base, end - self.base
        cut = stop - start > self.cap
        if cut:
            data = self.head or self.data[start : start + self.cap]
        else:
            closing = self.data[max(stop - 3, start) : stop]
            blank = 1 if closing.endswith(b"\n\n") else 2 if closing == b"\n\r\n" else 0
            data = self.data[start : stop - blank]
        head = self.head_stop if self.head_stop >= 0 else head_end(data)
        self.begin = self.body = end
        self.head, self.head_stop = b"", -1
        return Piece(begin, end - begin, data, cut, min(head, len(data)))


def _end_of_message(window: _Window) -> int:
    """Return the offset of the next envelope line, or of the end of the file."""
    line = window.data.find(b"\n", window.begin - window.base)
    window.body = window.base + line + 1 if line >= 0 else window.stop
    search, trusted = max(window.body - 1, window.begin), -1
    while True:
        at = window.data.find(_NEEDLE, search - window.base)
        if at < 0:
            if window.ended:
                return window.stop
            search = max(search, window.stop - len(_NEEDLE) + 1)
            window.reach(window.stop + 1, search)
            continue
        candidate = window.base + at + 1
        window.reach(candidate + _LOOK, candidate - 1)
        search = candidate
        if is_envelope(window.data, candidate - window.base):
            trusted = _trusted_end(window) if trusted < 0 else trusted
            if candidate >= trusted:
                return candidate
            search = trusted - 1  # a body whose length is certain is stepped over
            window.reach(trusted, search)


def _trusted_end(window: _Window) -> int:
    """Return where the message ends by its Content-Length; 0 when it has none or that lands nowhere."""
    top, start = (window.head, 0) if window.head else (window.data, window.body - window.base)
    blank_line = head_end(top, start)
    window.head_stop = blank_line - start
    if top.find(b"ength:", start, blank_line) < 0:
        return 0
    found = _LENGTH.search(top[start:blank_line])
    if found is None:
        return 0
    body = blank_line - start + (2 if top.startswith(b"\r", blank_line) else 1)
    landing = window.body + body + int(found[1])
    there = window.peek(landing, _LOOK)
    blank = len(there) - len(there.lstrip(b"\r\n"))
    if not there or blank == len(there):
        size = os.fstat(window.handle.fileno()).st_size
        return size if landing + blank == size else 0
    # Only at a line's beginning: a length must not land inside a word.
    fits = blank > 0 or window.peek(landing - 1, 1) == b"\n"
    return landing + blank if fits and is_envelope(there, blank) else 0


def head_end(data: bytes, start: int = 0) -> int:
    """Return where the header block of a message that begins at ``start`` ends, before the blank line."""
    if data.startswith((b"\n", b"\r\n"), start):
        return start
    most = start + _LONGEST_HEAD
    plain = data.find(b"\n\n", start, most)
    most = plain if plain >= 0 else most
    # Looking for one byte is ten times as fast as for three.
    dos = data.find(b"\n\r\n", start, most) if data.find(b"\r", start, most) >= 0 else -1
    end = dos if dos >= 0 else plain
    return end + 1 if end >= 0 else len(data)
