"""Raw bytes to a `Letter`. Never raises: what is wrong with a mail is a fault in plain words.

Bodies are cut into parts by `fast_mail_parser`; headers are read here, since addresses can only be told
apart before their encoded words are decoded. What that parser refuses goes to `mime_fallback`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

import fast_mail_parser

from . import mime_body, mime_fallback, mime_headers
from .letter import NOBODY, Head, Letter

# More of a mail than this is not looked at.
DATA_CAP = 64 * 1024 * 1024

# The fast parser takes quadratic time on a header of so many encoded words that it matters from here.
_ENCODED_WORDS = 3_000
# It copies the rest of a mail for each attached mail within another.
_ATTACHED = 100

_SINGLE = ("date", "from", "sender", "subject", "message-id", "in-reply-to", "references", "reply-to", "to", "cc")
# Further headers that later stages ask for: who sent it on, whether a program did, which list, which program.
_SELECTED = (
    "auto-submitted", "content-disposition", "content-transfer-encoding", "content-type", "delivered-to",
    "feedback-id", "list-id", "list-post", "list-unsubscribe", "organization", "precedence", "resent-from",
    "return-path", "thread-index", "thread-topic", "user-agent", "x-auto-response-suppress", "x-autoreply",
    "x-autorespond", "x-failed-recipients", "x-forwarded-for", "x-forwarded-to", "x-gm-labels", "x-gm-thrid",
    "x-google-original-message-id", "x-loop", "x-mailer", "x-microsoft-original-message-id", "x-original-from",
    "x-original-to", "x-sincerely", "x-spam-flag", "x-spam-status",
)  # fmt: skip
_WANTED = {name.encode(): name for name in (*_SINGLE, *_SELECTED)}
_RECEIVED = {b"received": "received"}
_KEPT = frozenset(_SELECTED)
_TEXTS = ("text/plain", "text/html")
_FROM_LINE = re.compile(rb"(?:>?From [^\n]*\n)+")


def headers(data: bytes) -> Head:
    """Read the headers alone: no part is cut out and nothing is decoded but they."""
    prepared, faults = _prepare(data)
    fields, _ = _head(prepared, faults)
    return Head(**fields, faults=tuple(faults))


def parse(data: bytes) -> Letter:
    """Read a whole mail."""
    prepared, faults = _prepare(data)
    fields, prepared = _head(prepared, faults)
    body = _body(prepared, fields)
    if _is_lost(body, fields):
        body = mime_fallback.guess(prepared, fields["body"])
    return Letter(
        **fields,
        faults=(*faults, *body.faults),
        text=body.text,
        html=body.html,
        from_html=body.from_html,
        marks=body.marks,
        attachments=tuple(body.attachments),
        calendars=tuple(body.calendars),
        forwarded=tuple(body.forwarded),
        statuses=tuple(body.statuses),
        returned=tuple(body.returned),
    )


def markup(data: bytes) -> str:
    """Return a mail's HTML as it was sent, which is hostile: for `safe_html` and nothing else.

    Empty where there is none, or where the mail is too broken to tell.
    """
    prepared, faults = _prepare(data)
    fields, prepared = _head(prepared, faults)
    known = fields.get("headers", {})
    if _is_single(known):
        return mime_body.markup(mime_body.Single(prepared[fields["body"] :], known), known)
    if prepared.count(b"=?") > _ENCODED_WORDS or prepared.count(b"message/rfc822") > _ATTACHED:
        return ""
    try:
        return mime_body.markup(fast_mail_parser.parse_email_tree(prepared, mode="lazy"), known)
    except (fast_mail_parser.ParseError, ValueError):
        return ""


def _body(data: bytes, fields: dict[str, Any]) -> mime_body.Body:
    known = fields.get("headers", {})
    if _is_single(known):
        return mime_body.read(mime_body.Single(data[fields["body"] :], known), known)
    if data.count(b"=?") > _ENCODED_WORDS:
        data = mime_fallback.clip(data)
    if data.count(b"message/rfc822") > _ATTACHED and len(data) > mime_fallback.DATA_CAP:
        return mime_fallback.as_text(data, fields["body"], "too many attached mails: taken as plain text")
    try:
        root = fast_mail_parser.parse_email_tree(data, mode="lazy")
        return mime_body.read(root, known)
    except fast_mail_parser.MimeStructureError:
        # Nested deeper than any mail is; the standard parser would only take longer to find that out.
        return mime_fallback.as_text(data, fields["body"], "structure unreadable: taken as plain text")
    except (fast_mail_parser.ParseError, ValueError):
        return mime_fallback.read(data, fields["body"])


def _is_single(headers: Mapping[str, str]) -> bool:
    """Whether a mail is one text: most are, and there is nothing to cut into parts."""
    kind = headers.get("content-type", "").lower()
    return kind.startswith(_TEXTS) and "name" not in kind and "content-disposition" not in headers


def _is_lost(body: mime_body.Body, fields: dict[str, Any]) -> bool:
    """Whether a mail says that it has parts, and none was found."""
    if body.faults or body.text or body.html or body.attachments or body.calendars or body.forwarded:
        return False
    kind: str = fields.get("headers", {}).get("content-type", "")
    return kind.lower().startswith("multipart/")


def _prepare(data: bytes) -> tuple[bytes, list[str]]:
    """Return the bytes with what stands around a mail taken off, and what was wrong."""
    faults: list[str] = []
    if len(data) > DATA_CAP:
        data = data[:DATA_CAP]
        faults.append(f"longer than {DATA_CAP >> 20} MB: the rest was not read")
    first = data[:1]
    if first in {b"\xff", b"\xfe", b"\xef"}:
        data = _unmarked(data)
        first = data[:1]
    if first in {b"F", b">"} and (match := _FROM_LINE.match(data)):
        data = data[match.end() :]
        first = data[:1]
    if first in {b"\r", b"\n"}:
        data = data.lstrip(b"\r\n")
    if b"\n" not in data[:100_000] and b"\r" in data[:100_000]:
        data = data.replace(b"\r", b"\n")
    return data, faults


def _unmarked(data: bytes) -> bytes:
    """Take off a byte order mark; a mail saved as UTF-16 becomes UTF-8."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data


def _head(data: bytes, faults: list[str]) -> tuple[dict[str, Any], bytes]:
    """Return the fields of a `Head`, and the data with its header lines mended where they were broken."""
    end = mime_headers.end_of_block(data)
    block = data[:end]
    found, good, bad = mime_headers.select(block, _WANTED)
    if not good:
        faults.append("no headers" if data else "empty")
        return {"body": 0}, b"\n" + data
    if bad:
        faults.append(f"{bad} header line{'s' if bad > 1 else ''} without a name")
        data = b"%b\n\n%b" % (mime_headers.mended(block), data[end:])
    elif len(data) > mime_headers.BLOCK_CAP and not block.endswith((b"\n\n", b"\n\r\n")):
        faults.append("headers without end")
    fields = _fields(found, end, faults)
    fields["date"] = _date(found, faults)
    if fields["date"] is None:
        stamps = mime_headers.select(block, _RECEIVED).values.get("received", [])
        dates = (mime_headers.date(stamp.rpartition(";")[2]) for stamp in stamps[:3])
        fields["received"] = next((date for date in dates if date is not None), None)
    return fields, data


def _fields(found: dict[str, list[str]], end: int, faults: list[str]) -> dict[str, Any]:
    addresses = mime_headers.addresses
    fields: dict[str, Any] = {"body": end}
    authors = addresses(found.get("from", ()))
    sender = addresses(found.get("sender", ()))
    if not authors:
        faults.append("no author")
    fields["from_"] = next((a for a in authors if a.address), authors[0] if authors else NOBODY)
    fields["sender"] = sender[0] if sender else None
    for name in ("reply-to", "to", "cc"):
        if name in found:
            fields[name.replace("-", "_")] = addresses(found[name])
    if "subject" in found:
        fields["subject"] = mime_headers.words(found["subject"][0])
    ids = mime_headers.message_ids
    fields["message_id"] = next(iter(ids(found["message-id"][0])), "") if "message-id" in found else ""
    if "in-reply-to" in found:
        fields["in_reply_to"] = next(iter(ids(found["in-reply-to"][0])), "")
    if "references" in found:
        fields["references"] = ids(" ".join(found["references"]))
    selected = {name: mime_headers.words(values[0]) for name, values in found.items() if name in _KEPT}
    fields["headers"] = MappingProxyType(selected)
    return fields


def _date(found: dict[str, list[str]], faults: list[str]) -> datetime | None:
    if "date" not in found:
        faults.append("no date")
        return None
    date = mime_headers.date(found["date"][0])
    if date is None:
        faults.append(f"unreadable date {found['date'][0][:60]!r}")
    return date
