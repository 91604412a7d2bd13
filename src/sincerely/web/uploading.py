"""Forms with files of any size: streamed to disk as they come, never whole in memory, never more than there is room.

Starlette would put every file into its own temporary place without a bound. Here the token comes first: nothing is
written before it was checked.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from fastapi import Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from .security import FIELD

MOST_FILES = 500
_MOST_FIELDS = 50
_LONGEST_FIELD = 10_000
_LONGEST_HEADER = 8_000


class NotTaken(Exception):
    """What was sent is not kept; the message says why and what to do."""


@dataclass(frozen=True)
class Door:
    """What may come in, and where it goes.

    Attributes:
        check: sees that the token fits; raises where it does not.
        place: returns where a file of a name goes.
        room: how many bytes may come.
        no_room: what to say where more come.
        text: the longest text field, in bytes.
    """

    check: Callable[[str], None]
    place: Callable[[str], Path]
    room: int
    no_room: str = "This is more than there is room for. Make room on the disk, and try again."
    text: int = _LONGEST_FIELD


@dataclass
class Received:
    """What came: fields by name, and files in their order."""

    fields: dict[str, str] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)


async def receive(request: Request, door: Door) -> Received:
    """Take a form in.

    Raises:
        Refused: it came without its token; nothing was written.
        NotTaken: it is too large, broken or was broken off; what was written is gone.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        raise NotTaken("This form was not sent as one. Go back and try again.")
    said = request.headers.get("content-length", "")
    parts = _Parts(door)
    if said.isdecimal() and int(said) > door.room:
        await _let_pass(request.stream())
        raise NotTaken(door.no_room)
    parser = MultipartParser(options[b"boundary"], parts.callbacks())  # type: ignore[arg-type]  # its own names
    stream = request.stream()
    try:
        async for chunk in stream:
            parser.write(chunk)
            await parts.write()
        parser.finalize()
        parts.check_whole()
        door.check(parts.received.fields.get(FIELD, ""))
    except BaseException as error:
        parts.forget()
        if isinstance(error, ClientDisconnect):
            raise NotTaken("The connection broke off; nothing was kept. Try again.") from error
        await _let_pass(stream)
        if isinstance(error, FormParserError):
            raise NotTaken("Only a part of this arrived, or it was changed on the way. Try again.") from error
        raise
    return parts.received


async def _let_pass(stream: AsyncIterator[bytes]) -> None:
    """Read what still comes: a browser shows our answer only when it could send its form to the end."""
    try:
        async for _ in stream:
            pass
    except (ClientDisconnect, RuntimeError):
        return


@dataclass
class _Parts:
    """The parts of a form as the parser meets them."""

    door: Door
    received: Received = field(default_factory=Received)
    finished: bool = False
    size: int = 0
    checked: bool = False
    header: tuple[bytearray, bytearray] = field(default_factory=lambda: (bytearray(), bytearray()))
    name: str = ""
    file: BinaryIO | None = None
    is_file: bool = False
    text: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[BinaryIO, bytes]] = field(default_factory=list)
    closing: list[BinaryIO] = field(default_factory=list)

    def callbacks(self) -> dict[str, Callable[..., None]]:
        """Return what the parser calls."""
        return {
            "on_part_begin": self.begin,
            "on_header_field": lambda data, start, end: self._header(0, data[start:end]),
            "on_header_value": lambda data, start, end: self._header(1, data[start:end]),
            "on_header_end": self.header_end,
            "on_headers_finished": self.opened,
            "on_part_data": self.data,
            "on_part_end": self.part_end,
            "on_end": self.end,
        }

    def begin(self) -> None:
        self.name, self.file, self.is_file = "", None, False
        self.text = bytearray()
        self.disposition = b""

    def _header(self, which: int, data: bytes) -> None:
        self.header[which].extend(data)
        if len(self.header[which]) > _LONGEST_HEADER:
            raise NotTaken("This form is not one of ours. Go back and try again.")

    def header_end(self) -> None:
        if bytes(self.header[0]).lower() == b"content-disposition":
            self.disposition = bytes(self.header[1])
        for part in self.header:
            part.clear()

    def opened(self) -> None:
        """Open the part's file, where it is one that the person chose."""
        _, options = parse_options_header(self.disposition)
        self.name = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" not in options:
            return
        self.is_file = True
        title = options[b"filename"].decode("utf-8", "replace")
        if not title:  # no file was chosen
            return
        if not self.checked:
            self.door.check(self.received.fields.get(FIELD, ""))
            self.checked = True
        if len(self.received.files) >= MOST_FILES:
            raise NotTaken(f"These are more than {MOST_FILES} files. Bring their folder by its path, or a zip of them.")
        path = self.door.place(title)
        self.file = path.open("xb")
        self.received.files.append(path)

    def data(self, data: bytes, start: int, end: int) -> None:
        if self.file is not None:
            self.size += end - start
            if self.size > self.door.room:
                raise NotTaken(self.door.no_room)
            self.waiting.append((self.file, data[start:end]))
        elif not self.is_file:
            self.text += data[start:end]
            if len(self.text) > self.door.text:
                raise NotTaken("This text is too long for here. Save it as a file, and bring the file.")

    def part_end(self) -> None:
        if self.file is not None:
            self.closing.append(self.file)
        elif not self.is_file:
            if len(self.received.fields) >= _MOST_FIELDS:
                raise NotTaken("This form is not one of ours. Go back and try again.")
            self.received.fields[self.name] = self.text.decode("utf-8", "replace")
        self.file = None

    def end(self) -> None:
        self.finished = True

    def check_whole(self) -> None:
        """See that the form came to its end."""
        if not self.finished:
            raise NotTaken("Only a part of this arrived. Try again.")

    async def write(self) -> None:
        """Write what came; not on the thread that serves everybody."""
        if self.waiting:
            await run_in_threadpool(self._write)
        for file in self.closing:
            file.close()
        self.closing.clear()

    def _write(self) -> None:
        try:
            for file, data in self.waiting:
                file.write(data)
        except OSError as error:
            raise NotTaken(f"This can't be kept ({error.strerror}). Make room on the disk, and try again.") from error
        finally:
            self.waiting.clear()

    def forget(self) -> None:
        """Delete what was written."""
        for file in (self.file, *self.closing):
            if file is not None:
                file.close()
        for path in self.received.files:
            path.unlink(missing_ok=True)
