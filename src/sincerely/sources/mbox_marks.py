"""What mail programs write into the headers of an mbox message: its state, its labels, and not its identity."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from .folders import role, why_left_out

# A mail program rewrites these when a message is read, moved or labelled: the message stays the same one.
_VOLATILE = re.compile(
    rb"\n(?:Status|X-(?:Status|Keywords|UID|IMAP|IMAPbase|Mozilla-[\w-]+|Evolution[\w-]*|Gmail-Labels)"
    rb"|Content-[Ll]ength|Lines):[^\n]*(?:\n[ \t][^\n]*)*"
)
_LABELS = re.compile(rb"^X-Gmail-Labels:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE | re.IGNORECASE)
_MOZILLA = re.compile(rb"^X-Mozilla-Status:[ \t]*([0-9a-fA-F]{4})", re.MULTILINE)
_EXPUNGED = 0x0008
_LONGEST_ENVELOPE = 1024
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BOUNDARY = re.compile(
    rb"^content-type:[^\n]*(?:\n[ \t][^\n]*)*?boundary=\"?([^\"\s;]{1,200})", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the labels say: sent by the person, or why it is left out ("" if it is not)."""

    sent: bool = False
    left_out: str = ""


_PLAIN = Marks()


def fingerprint(data: bytes, head: int, length: int) -> str:
    """Return what tells a message from all others: its bytes, without what mail programs change later.

    Args:
        data: the message, perhaps cut off.
        head: where its header block ends.
        length: how long it is in the file; tells long messages apart that begin alike.
    """
    digest = hashlib.sha256(_VOLATILE.sub(b"", b"\n" + data[:head]))
    # How many line ends close it depends on whether another message follows.
    digest.update(memoryview(data)[head : len(data.rstrip(b"\r\n"))])
    if length > len(data) + _LONGEST_ENVELOPE:
        digest.update(str(length).encode())
    return digest.hexdigest()[:32]


def marks(data: bytes, head: int) -> Marks:
    """Read Gmail's labels and Thunderbird's flags in a header block that ends at ``head``."""
    found = _PLAIN
    if data.find(b"X-Mozilla-Status:", 0, head) >= 0:
        flags = _MOZILLA.search(data, 0, head)
        if flags and int(flags[1], 16) & _EXPUNGED:
            return Marks(left_out="it was deleted or moved in the mail program")
    if data.find(b"X-Gmail-Labels:", 0, head) >= 0 and (labels := _LABELS.search(data, 0, head)):
        found = _of_labels(_decoded(labels[1]))
    return found


def _of_labels(text: str) -> Marks:
    roles = [role(label.strip(' "')) for label in text.split(",")]
    why = next((why for r in roles if (why := why_left_out(r))), "")
    return Marks("sent" in roles, why)


def _decoded(value: bytes) -> str:
    """Turn a folded and perhaps encoded header into text."""
    plain = re.sub(rb"\r?\n[ \t]+", b" ", value).decode("utf-8", "replace")
    if "=?" not in plain:
        return plain
    try:
        return str(make_header(decode_header(plain)))
    except (HeaderParseError, LookupError, ValueError):
        return plain


def unquoted(data: bytes) -> bytes:
    """Take away the ">" that mailboxes put before a line that begins with "From "."""
    return _QUOTED.sub(rb"\1", data) if b">From " in data else data


def looks_cut_off(data: bytes, head: int) -> bool:
    """Whether the last message of a file ends before its end."""
    if not data.endswith(b"\n"):
        return True
    boundary = _BOUNDARY.search(data, 0, head)
    return boundary is not None and b"--" + boundary[1] + b"--" not in data
