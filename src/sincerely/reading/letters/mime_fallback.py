"""Mail that the fast parser refuses, such as broken base64, by the standard library and with patience."""

from __future__ import annotations

import email
import email.message
import re
from collections.abc import Mapping, Sequence
from email.policy import compat32
from functools import cached_property

from . import charsets, mime_body, mime_headers

# The standard parser is slow, and slower on hostile nesting: it gets no more than this.
DATA_CAP = 2 * 1024 * 1024


def read(data: bytes, body: int) -> mime_body.Body:
    """Read a mail's parts; if that fails too, everything after the headers is its text."""
    faults = ["broken transfer encoding or structure"]
    if len(data) > DATA_CAP:
        data = data[:DATA_CAP]
        faults.append(f"broken and longer than {DATA_CAP >> 20} MB: the rest was not read")
    try:
        found = mime_body.read(_Node(email.message_from_bytes(clip(data), policy=compat32)))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError):
        found = as_text(data, body, "structure unreadable: taken as plain text")
    found.faults[:0] = faults
    return found


_FIELD = re.compile(rb"^([!-9;-~]{1,76}:[^\n]{0,8000})[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_FIELD_CAP = 16_000


def clip(data: bytes) -> bytes:
    """Cut overlong header fields, of parts too; text is only touched where it is indented like one."""
    return _FIELD.sub(lambda match: match[0] if len(match[0]) <= _FIELD_CAP else match[1], data)


_BOUNDARY = re.compile(rb"\s*--([^\r\n]{1,200}?)[ \t]*\r?\n")


def guess(data: bytes, body: int) -> mime_body.Body:
    """Read a mail whose parts are not where its headers say: by the first line like a boundary, else as text."""
    rest = data[body : body + DATA_CAP]
    match = _BOUNDARY.match(rest)
    fault = "the parts are not where the headers say"
    if match is not None:
        head = b'Content-Type: multipart/mixed; boundary="%b"\n\n' % match[1].replace(b'"', b"")
        found = read(head + rest, len(head))
        if found.text or found.attachments or found.calendars:
            found.faults[:1] = [fault]
            return found
    return as_text(data, body, fault)


def as_text(data: bytes, body: int, fault: str) -> mime_body.Body:
    """Take everything after the headers as it stands."""
    text = mime_body.plain_text(charsets.decode(data[body : body + mime_body.TEXT_CAP])[0])
    return mime_body.Body(text=text.strip(), faults=[fault])


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
        if isinstance(payload, list) and self._message.get_content_maintype() == "message":
            # A mail server's report: the standard library takes each of its blocks for a message.
            return b"\n".join(part.as_bytes(policy=compat32) for part in payload if not isinstance(part, str))
        raw = payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""
        encoding = mime_body.header(self.headers, "content-transfer-encoding").lower()
        return mime_body.decode_base64(raw) if encoding == "base64" else _decoded(self._message)

    @property
    def children(self) -> Sequence[_Node]:
        payload = self._message.get_payload()
        if isinstance(payload, list):
            return [_Node(part) for part in payload if isinstance(part, email.message.Message)]
        return []


def _decoded(message: email.message.Message) -> bytes:
    payload = message.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(value: object) -> str:
    return charsets.decode_header(str(value).encode("utf-8", "surrogateescape"))
