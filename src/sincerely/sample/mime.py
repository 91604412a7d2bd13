"""From text to the bytes of a mail: headers, charsets, transfer encodings, parts. As programs do it, by hand.

The standard library's generator normalises what real programs leave crooked, and is slow; a sample of mail wants
the crookedness.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.header import Header
from typing import Final

_FOLD: Final = 76
_ASCII: Final = "us-ascii"


@dataclass(frozen=True)
class Part:
    """One MIME part: its head, and its body already encoded for transfer, with LF line ends."""

    head: tuple[tuple[str, str], ...]
    body: bytes

    def raw(self) -> bytes:
        """Return head, empty line and body."""
        lines = [f"{name}: {value}" for name, value in self.head]
        return "\n".join(lines).encode("ascii") + b"\n\n" + self.body


def text_part(text: str, subtype: str, charset: str, transfer: str, params: str = "") -> Part:
    """Encode a text.

    Args:
        text: what it says, with LF line ends.
        subtype: plain, html or calendar.
        charset: the wished charset; UTF-8 where that cannot say the text, and ASCII where that is enough.
        transfer: 7bit, 8bit, quoted-printable or base64; 7bit gives way where the text needs more.
        params: further parameters of the content type, with their semicolon.
    """
    name, data = _encoded(text, charset)
    ascii_only = data.isascii()
    if transfer == "7bit" and not (ascii_only and max(map(len, data.split(b"\n"))) < 998):
        transfer = "quoted-printable"
    body = _transferred(data, transfer)
    quoted = f'"{name}"' if params or subtype != "plain" else name
    head = (
        ("Content-Type", f"text/{subtype}; charset={quoted}{params}"),
        ("Content-Transfer-Encoding", transfer),
    )
    return Part(head, body)


def file_part(content_type: str, name: str, data: bytes, content_id: str = "") -> Part:
    """Attach a file in base64; with a Content-ID it is shown inline."""
    quoted = encoded_word(name, "utf-8") if not name.isascii() else name
    head = [("Content-Type", f'{content_type}; name="{quoted}"')]
    head.append(("Content-Disposition", f'{"inline" if content_id else "attachment"}; filename="{quoted}"'))
    if content_id:
        head.append(("Content-ID", f"<{content_id}>"))
    head.append(("Content-Transfer-Encoding", "base64"))
    return Part(tuple(head), base64.encodebytes(data))


def multipart(kind: str, boundary: str, parts: Sequence[Part], params: str = "") -> Part:
    """Join parts: alternative, mixed or related."""
    pieces = [f"--{boundary}\n".encode() + part.raw().rstrip(b"\n") + b"\n\n" for part in parts]
    body = b"".join(pieces) + f"--{boundary}--\n".encode()
    return Part((("Content-Type", f'multipart/{kind}; boundary="{boundary}"{params}'),), body)


def message(head: Iterable[tuple[str, str]], content: Part) -> bytes:
    """Put the head of a mail before its content, long lines folded."""
    lines = [folded(name, value) for name, value in (*head, *content.head)]
    return "\n".join(lines).encode("ascii") + b"\n\n" + content.body


def folded(name: str, value: str) -> str:
    """Fold a header at its spaces, as far as it has some."""
    line, lines = f"{name}:", []
    for word in value.split(" "):
        if len(line) + 1 + len(word) > _FOLD and line.strip() and not line.endswith(":"):
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line])


def encoded_word(text: str, charset: str) -> str:
    """Return a header's text as it may stand there: as it is, or as RFC 2047 encoded words."""
    if text.isascii():
        return text
    name, _ = _encoded(text, charset)
    shown = Header(text, name, maxlinelen=70).encode(linesep="")
    return re.sub(r"=\?([^?]+)\?([qb])\?", lambda word: f"=?{word[1]}?{word[2].upper()}?", shown)


def mailbox(name: str, address: str, charset: str) -> str:
    """Return a display name and an address as they stand in a head."""
    if not name:
        return f"<{address}>"
    if not name.isascii():
        return f"{encoded_word(name, charset)} <{address}>"
    shown = f'"{name}"' if re.search(r"[^\w !#$%&'*+/=?^`{|}~-]", name) else name
    return f"{shown} <{address}>"


def flowed(text: str, width: int = 72) -> str:
    """Break long lines as format=flowed (RFC 3676): a space before the break, quote marks repeated."""
    return "\n".join(piece for line in text.split("\n") for piece in _flow(line, width))


def wrapped(text: str, width: int) -> str:
    """Break long lines hard, except quoted ones and those without a space."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend([line] if line.startswith(">") else _broken(line, width))
    return "\n".join(lines)


def _flow(line: str, width: int) -> list[str]:
    found = re.match(r">[> ]*", line)
    mark = found[0] if found else ""
    if line == "-- ":
        return [line]
    pieces = _broken(line[len(mark) :], width - len(mark))
    stuffed = [f" {p}" if not mark and p.startswith((" ", ">", "From ")) else p for p in pieces]
    return [mark + p + " " for p in stuffed[:-1]] + [(mark + stuffed[-1]) if mark else stuffed[-1].rstrip()]


def _broken(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    pieces, current = [], ""
    for word in line.split(" "):
        if current and len(current) + 1 + len(word) > width:
            pieces.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*pieces, current]


def _encoded(text: str, charset: str) -> tuple[str, bytes]:
    if charset != "utf-8!" and text.isascii():
        return (_ASCII if charset not in {"utf-8", "UTF-8"} else charset), text.encode()
    try:
        return charset.rstrip("!"), text.encode(charset.rstrip("!"))
    except UnicodeEncodeError:
        return "utf-8", text.encode("utf-8")


def _transferred(data: bytes, transfer: str) -> bytes:
    match transfer:
        case "base64":
            return base64.encodebytes(data)
        case "quoted-printable":
            return binascii.b2a_qp(data, istext=True)
        case _:
            return data
