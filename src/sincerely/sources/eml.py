"""Mail from ``.eml`` files, one or a folder of them with all below; Apple Mail's ``.emlx`` too."""

from __future__ import annotations

import re

from .base import Fault
from .tree import FileTree, Format

_HEADER = re.compile(rb"(?:\A|\n)(?:From [^\n]*\n)?[!-9;-~]{1,80}[ \t]?:")
_LOOK = 16 * 1024
# Apple Mail: a line with the length, the message, and a property list behind it.
_EMLX = re.compile(rb"\A\s*(\d{1,12})[ \t]*\r?\n")


def looks_like_mail(data: bytes) -> bool:
    """Whether a file begins like a message: with a header line, perhaps after blank lines."""
    start = data[:_LOOK].removeprefix(b"\xef\xbb\xbf").lstrip()
    return _HEADER.match(start) is not None


def _unwrap(place: str, data: bytes) -> bytes | Fault:
    if place.lower().endswith(".emlx") and (length := _EMLX.match(data)):
        data = data[length.end() : length.end() + int(length[1])]
    if not data:
        return Fault(place, "is empty")
    if not looks_like_mail(data):
        return Fault(place, "is not a mail: it does not begin with header lines", "save the mail again as .eml")
    return data


class Eml(FileTree):
    """A read-only ``.eml`` file, or a folder of them."""

    form = Format("eml", "mail", frozenset({".eml", ".emlx"}), _unwrap)
