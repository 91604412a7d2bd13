"""Mail from one mbox file.

Messages are known by their fingerprint, so that a mailbox which was tidied up, or written again by the mail
program, yields nothing twice. Between two scans the file is recognised by its head and by what lies before
the resume point: unchanged, it is read from there on. The resume point is the beginning of the last message,
which may have been in the middle of being written.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from .base import (
    BATCH,
    BATCH_BYTES,
    Checkpoint,
    Fault,
    Item,
    Known,
    LeftOut,
    Raw,
    SourceError,
    SourceGone,
    State,
)
from .files import open_quietly, read_at, refusal, too_long
from .folders import role
from .mbox_marks import fingerprint, looks_cut_off, marks, unquoted
from .mbox_split import Piece, head_end, is_envelope, split

SUFFIXES = frozenset({".mbox", ".mbx", ".mbs"})
_VERSION = 1
_SAMPLE = 64 * 1024
# Thunderbird writes flags into the file in place; they do not make it another file.
_FLAGS = re.compile(rb"^X-Mozilla-Status2?:[^\n]*", re.MULTILINE)
_UNFINISHED = "its last message is cut off"
_WAIT = "read as far as it goes; if it is still being written, the rest comes with the next sync"


class Mbox:
    """A read-only mbox file: mboxo, mboxrd, mboxcl or mboxcl2, with either line end."""

    def __init__(self, path: Path, folder: str | None = None) -> None:
        self.path = path.absolute()
        self.folder = folder_name(self.path) if folder is None else folder
        self._sent = role(self.folder) == "sent"

    @property
    def name(self) -> str:
        return f"mbox:{self.path}"

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        before = _Memory.of(state)
        try:
            handle = open_quietly(self.path)
        except SourceError as error:
            if before.held and isinstance(error.__cause__, FileNotFoundError):
                raise SourceGone.since(str(self.path), before.held, "is missing") from error
            raise
        with handle:
            try:
                yield from self._scan(handle, before, known)
            except OSError as error:
                raise refusal(self.path, error) from error

    def fetch(self, key: str, where: str = "") -> Raw:
        with open_quietly(self.path) as handle:
            try:
                return self._fetch(handle, key, where)
            except OSError as error:
                raise refusal(self.path, error) from error

    def _scan(self, handle: BinaryIO, before: _Memory, known: Known) -> Iterator[Item]:
        size = os.fstat(handle.fileno()).st_size
        if not size and before.held:
            raise SourceGone.since(str(self.path), before.held)
        start = _first_message(self.path, handle, size)
        if before.fits(handle, size):
            # The message at the resume point is read, and counted, once more.
            now = replace(before, held=before.held - 1)
        else:
            sample = min(size, _SAMPLE)
            now = _Memory(offset=start, sample=sample, head=_digest(handle, 0, sample))
        run = _Run(self, handle, known, now, size)
        yield from run.messages()
        if run.shrunk:
            yield Fault(str(self.path), "became shorter while it was read", "what is left is read at the next sync")
            run.now = _Memory(held=run.now.held)
        yield from (LeftOut(str(self.path), count, why) for why, count in run.left_out.items())
        yield Checkpoint(run.now.state(), run.reached, run.reached)

    def raw(self, piece: Piece, key: str, *, sent: bool = False, replaces: str = "") -> Raw:
        """Dress one message up."""
        return Raw(
            key=key,
            data=unquoted(piece.data),
            folder=self.folder,
            sent=sent or self._sent,
            place=f"{self.path}, byte {piece.begin}",
            where=f"{piece.begin}",
            replaces=replaces,
        )

    def _fetch(self, handle: BinaryIO, key: str, where: str) -> Raw:
        size = os.fstat(handle.fileno()).st_size
        first = _first_message(self.path, handle, size)
        hinted = where.isdecimal() and is_envelope(read_at(handle, 1024, min(int(where), size)))
        there = islice(split(handle, int(where), chunk=_SAMPLE), 1) if hinted else ()
        for piece in chain(there, split(handle, first)):
            if fingerprint(piece.data, piece.head, piece.length) == key:
                return self.raw(piece, key, sent=marks(piece.data, piece.head).sent)
        raise SourceError(str(self.path), f"holds no message {key}", "it was deleted or moved since")


@dataclass(slots=True)
class _Memory:
    """What is remembered of the file.

    Attributes:
        offset: where the last message begins; the next scan starts there.
        held: how many messages were in the file.
        last, length: the key of that last message, and how long it was.
        sample, head: how many first bytes, and their digest.
        tail: digest of the bytes before ``offset``.
    """

    offset: int = 0
    held: int = 0
    last: str = ""
    length: int = 0
    sample: int = 0
    head: str = ""
    tail: str = ""

    @classmethod
    def of(cls, state: State) -> _Memory:
        """Read a state; what does not fit is taken for none, but for the number of messages held."""
        held = state.get("held")
        held = held if isinstance(held, int) and held > 0 else 0
        types = {"offset": int, "sample": int, "length": int, "last": str, "head": str, "tail": str}
        values: dict[str, Any] = {name: state.get(name) for name in types}
        if state.get("version") != _VERSION or any(type(values[n]) is not t for n, t in types.items()):
            return cls(held=held)
        return cls(held=held, **values)

    def fits(self, handle: BinaryIO, size: int) -> bool:
        """Whether the file still begins as it did, up to the resume point."""
        return (
            bool(self.head)
            and 0 <= self.offset < size
            and 0 < self.sample <= min(size, _SAMPLE)
            and self.head == _digest(handle, 0, self.sample)
            and self.tail == _tail(handle, self.offset)
            and is_envelope(read_at(handle, 1024, self.offset))
        )

    def state(self) -> State:
        """Return it as JSON can hold it."""
        fields = ("offset", "held", "last", "length", "sample", "head", "tail")
        return {"version": _VERSION} | {name: getattr(self, name) for name in fields}


@dataclass(slots=True)
class _Run:
    """One scan on its way through the file; ``now`` is kept true to what was handed over."""

    mbox: Mbox
    handle: BinaryIO
    known: Known
    now: _Memory
    size: int
    reached: int = 0
    shrunk: bool = False
    before: _Memory = field(default_factory=_Memory)
    left_out: dict[str, int] = field(default_factory=dict)

    def messages(self) -> Iterator[Item]:
        """Hand over what is new, checkpoint by checkpoint."""
        self.before = replace(self.now)
        self.reached = self.before.offset
        batch: list[tuple[Piece, str]] = []
        weight = 0
        for piece in split(self.handle, self.before.offset):
            key = fingerprint(piece.data, piece.head, piece.length)
            if batch and (len(batch) >= BATCH or weight >= BATCH_BYTES):
                # Not before a further message is seen: the last of the file is handed over as the last.
                yield from self._hand_over(batch)
                yield Checkpoint(self.now.state(), self.reached, max(self.size, self.reached))
                batch, weight = [], 0
            batch.append((piece, key))
            weight += len(piece.data)
        stop = self.reached + sum(piece.length for piece, _ in batch)
        self.shrunk = os.fstat(self.handle.fileno()).st_size < max(stop, self.size)
        if self.shrunk:
            del batch[-1:]  # half of it is gone
        if batch:
            cut_off = list(self._last_word(*batch[-1]))
            yield from self._hand_over(batch)
            yield from cut_off

    def _hand_over(self, batch: list[tuple[Piece, str]]) -> Iterator[Item]:
        """Yield what is not known of a batch, and move the resume point to its last message."""
        known = self.known([key for _, key in batch])
        for piece, key in batch:
            if key in known:
                continue
            seen = marks(piece.data, piece.head)
            if seen.left_out:
                self.left_out[seen.left_out] = self.left_out.get(seen.left_out, 0) + 1
                continue
            raw = self.mbox.raw(piece, key, sent=seen.sent, replaces=self._unfinished(piece))
            if piece.cut:
                yield too_long(raw.place, piece.length)
            yield raw
        piece, self.now.last = batch[-1]
        self.now.length = len(piece.data)
        self.reached = piece.begin + piece.length
        self.now.held += len(batch)
        self.now.offset = piece.begin
        self.now.tail = _tail(self.handle, piece.begin)

    def _unfinished(self, piece: Piece) -> str:
        """Return the key of the copy that was handed over when this message was not yet written to its end."""
        before = self.before
        if piece.begin != before.offset or not before.last or len(piece.data) <= before.length:
            return ""
        beginning = piece.data[: before.length]
        return before.last if fingerprint(beginning, head_end(beginning), 0) == before.last else ""

    def _last_word(self, piece: Piece, key: str) -> Iterator[Item]:
        """Say so when the file ends in the middle of a message; once, as long as it stays so."""
        if piece.cut or not looks_cut_off(piece.data, piece.head):
            return
        if key not in self.known([key]):
            yield Fault(f"{self.mbox.path}, byte {piece.begin}", _UNFINISHED, _WAIT)


def folder_name(path: Path) -> str:
    """Return which folder of the mail program a file is; "" is the inbox.

    Apple Mail exports ``NAME.mbox/mbox``; Thunderbird keeps subfolders of ``NAME`` in ``NAME.sbd``.
    """
    named = path.parent if path.name == "mbox" and path.parent.suffix.lower() == ".mbox" else path
    parts = [named.stem if named.suffix.lower() in SUFFIXES else named.name]
    for parent in named.parents:
        if parent.suffix.lower() != ".sbd":
            break
        parts.insert(0, parent.stem)
    name = "/".join(parts)
    return "" if role(name) == "inbox" else name


def _first_message(path: Path, handle: BinaryIO, size: int) -> int:
    """Return where the first envelope line stands; blank lines and a byte order mark may come before it.

    Raises:
        SourceError: there is none.
    """
    start = read_at(handle, 1024, 0)
    begin = len(start) - len(start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
    if size and not start.startswith(b"From ", begin):
        raise SourceError(str(path), "is not an mbox: it does not begin with a line 'From …'", _ELSE)
    return begin


_ELSE = "export the mail as mbox, Maildir or .eml files, and point to that"


def _digest(handle: BinaryIO, start: int, count: int) -> str:
    data = _FLAGS.sub(b"", read_at(handle, count, start))
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _tail(handle: BinaryIO, offset: int) -> str:
    """Return the digest of what lies before an offset."""
    start = max(0, offset - _SAMPLE)
    return _digest(handle, start, offset - start)
