"""Mail that the fast parser refuses, such as broken base64, by the standard library and with patience."""

from __future__ import annotations

import binascii
import email
import email.message
import re
from collections.abc import Mapping, Sequence
from email.policy import compat32
from functools import cached_property

from sincerely.reading import charsets, mime_body, mime_headers

# The standard parser is slow, and slower on hostile nesting: it gets no more than this.
DATA_CAP = 4 * 1024 * 1024
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def read(data: bytes, body: int) -> mime_body.Body:
    """Read a mail's parts; if that fails too, everything after the headers is its text."""
    faults = ["broken transfer encoding or structure"]
    if len(data) > DATA_CAP:
        data = data[:DATA_CAP]
        faults.append(f"broken and longer than {DATA_CAP >> 20} MB: the rest was not read")
    try:
        found = mime_body.read(_Node(email.message_from_bytes(data, policy=compat32)))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError):
        found = mime_body.Body(text=mime_body.plain_text(charsets.decode(data[body:])[0])[: mime_body.TEXT_CAP])
        faults.append("structure unreadable: taken as plain text")
    found.faults[:0] = faults
    return found


class _Node:
    """The standard library's message as a `mime_body.Part`."""

    def __init__(self, message: email.message.Message) -> None:
        self._message = message

    @property
    def content_type(self) -> str:
        return self._message.get_content_type()

    @property
    def disposition(self) -> str | None:
        return self._message.get_content_disposition()

    @property
    def filename(self) -> str | None:
        name = self._message.get_filename()
        return mime_headers.words(_text(name)) if name else None

    @cached_property
    def headers(self) -> Mapping[str, Sequence[str]]:
        return {str(name): [_text(value)] for name, value in self._message.items()[:100]}

    @property
    def encoded_size(self) -> int | None:
        payload = self._message.get_payload()
        return len(payload) if isinstance(payload, str) else None

    @cached_property
    def content(self) -> bytes | None:
        if self.content_type == "message/rfc822":
            inner = self._message.get_payload()
            whole = inner[0] if isinstance(inner, list) and inner else None
            return whole.as_bytes(policy=compat32) if isinstance(whole, email.message.Message) else b""
        payload = self._message.get_payload()
        if not isinstance(payload, str):
            return None
        raw = payload.encode("ascii", "surrogateescape")
        encoding = mime_body.header(self.headers, "content-transfer-encoding").lower()
        return decode_base64(raw) if encoding == "base64" else _decoded(self._message)

    @property
    def children(self) -> Sequence[_Node]:
        payload = self._message.get_payload()
        if isinstance(payload, list):
            return [_Node(part) for part in payload if isinstance(part, email.message.Message)]
        return []


def decode_base64(raw: bytes) -> bytes:
    """Decode what can be decoded: strange characters are skipped, a missing end is no error."""
    clean = _NOT_BASE64.sub(b"", raw)
    clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def _decoded(message: email.message.Message) -> bytes:
    payload = message.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(value: object) -> str:
    return charsets.decode_header(str(value).encode("utf-8", "surrogateescape"))
