"""The parts of a mail to its best text, attachments, calendar entries and attached mails.

Works on any tree of nodes that has what `Part` asks for: `fast_mail_parser`'s, or the fallback's.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from . import charsets, html_text
from .letter import Attachment, CalendarPart, Mark

TEXT_CAP = 1_000_000
CALENDAR_CAP = 1_000_000
PARTS_CAP = 1_000
DEPTH_CAP = 50
# A mail attached as a part is looked at up to this many times and bytes.
FORWARDED_CAP = 20
FORWARDED_BYTES = 16_000_000


# More of a mail server's report, or of the headers that it returns, says nothing new.
REPORT_CAP = 256 * 1024
_REPORTS = {
    "message/delivery-status": "status",
    "message/global-delivery-status": "status",
    "text/rfc822-headers": "headers",
    "message/global-headers": "headers",
}
_TEXT = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext", "text/"})


class Part(Protocol):
    """A node of a mail's tree."""

    @property
    def content_type(self) -> str: ...
    @property
    def disposition(self) -> str | None: ...
    @property
    def filename(self) -> str | None: ...
    @property
    def headers(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def encoded_size(self) -> int | None: ...
    @property
    def content(self) -> bytes | None: ...
    @property
    def children(self) -> Sequence[Part]: ...


class Single:
    """A mail of one text, as a `Part`."""

    disposition: str | None = None
    filename: str | None = None
    children: Sequence[Part] = ()

    def __init__(self, raw: bytes, headers: Mapping[str, str]) -> None:
        self._raw = raw
        self._headers = headers
        self.content_type = headers.get("content-type", "text/plain").partition(";")[0].strip()
        self.encoded_size = len(raw)

    @property
    def headers(self) -> Mapping[str, Sequence[str]]:
        return {name: (value,) for name, value in self._headers.items()}

    @property
    def content(self) -> bytes | None:
        return decode_transfer(self._raw, self._headers.get("content-transfer-encoding", ""))


@dataclass
class Body:
    """What the parts of a mail hold."""

    text: str = ""
    html: bool = False
    from_html: bool = False
    marks: tuple[Mark, ...] = ()
    attachments: list[Attachment] = field(default_factory=list)
    calendars: list[CalendarPart] = field(default_factory=list)
    forwarded: list[bytes] = field(default_factory=list)
    statuses: list[bytes] = field(default_factory=list)
    returned: list[bytes] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass
class _Slot:
    """One place in the text: as plain text, as HTML, or as both; HTML is decoded only if it is needed."""

    plain: str = ""
    html: tuple[Part, ...] = ()


def read(root: Part, known: Mapping[str, str] | None = None) -> Body:
    """Return what the tree under ``root`` holds.

    Args:
        root: the mail itself.
        known: its headers by lower-case name, if they were read already.
    """
    collector = _Collector(root, known)
    slots = collector.slots(root, 0)
    collector.finish(slots)
    return collector.body


def markup(root: Part, known: Mapping[str, str] | None = None) -> str:
    """Return the HTML of the tree under ``root`` as it was sent; empty where there is none."""
    collector = _Collector(root, known)
    return collector.markup(collector.slots(root, 0))


class _Collector:
    def __init__(self, root: Part, known: Mapping[str, str] | None) -> None:
        self.body = Body()
        self._parts = 0
        self._root = root
        self._known = known

    def _header(self, part: Part, name: str) -> str:
        if part is self._root and self._known is not None:
            return self._known.get(name, "")
        return header(part.headers, name)

    def _content(self, part: Part) -> bytes:
        raw = part.content or b""
        encoding = self._header(part, "content-transfer-encoding")
        # What is as long as before was not decoded: a space or a comment after the encoding's name is enough.
        undecoded = encoding and len(raw) == part.encoded_size and not isinstance(part, Single)
        return decode_transfer(raw, encoding) if undecoded else raw

    def slots(self, part: Part, depth: int) -> list[_Slot]:
        """Return the texts of a part and what is in it, in order."""
        self._parts += 1
        if self._parts > PARTS_CAP:
            self._fault(f"more than {PARTS_CAP} parts: the rest was not read")
            return []
        kind = part.content_type.lower()
        main, _, sub = kind.partition("/")
        if main == "multipart" and depth >= DEPTH_CAP:
            self._fault(f"parts nested more than {DEPTH_CAP} deep: the rest was not read")
            return []
        if main == "multipart":
            combine = self._alternative if sub == "alternative" else self._mixed
            return combine(part.children, depth + 1)
        if kind in _TEXT and not self._attached(part):
            return self._text(part, sub)
        if kind in {"message/rfc822", "message/global"}:
            self._forwarded(part)
        elif kind in _REPORTS:
            self._report(part, kind)
        elif kind in {"text/calendar", "application/ics"} or (part.filename or "").lower().endswith(".ics"):
            self._calendar(part)
        else:
            self._attachment(part, kind)
        return []

    def finish(self, slots: list[_Slot]) -> None:
        """Put the texts together, the best form of each."""
        pieces: list[str] = []
        marks: list[Mark] = []
        length = 0
        for slot in slots:
            text, found = self._best(slot)
            if not text:
                continue
            if pieces:
                pieces.append("\n\n")
                length += 2
            marks += [Mark(mark.kind, mark.begin + length, mark.stop + length) for mark in found]
            pieces.append(text)
            length += len(text)
            if length > TEXT_CAP:
                break
        text = "".join(pieces)
        if length > TEXT_CAP:
            self._fault("text longer than is read: the rest was left out")
            text = text[:TEXT_CAP]
            marks = [Mark(m.kind, m.begin, min(m.stop, TEXT_CAP)) for m in marks if m.begin < TEXT_CAP]
        self.body.text, self.body.marks = text, tuple(marks)

    def markup(self, slots: list[_Slot]) -> str:
        """Return the HTML forms, one after the other."""
        parts = [part for slot in slots for part in slot.html]
        return "\n".join(self._decoded(part, self._header(part, "content-type")) for part in parts)

    # -- containers

    def _mixed(self, parts: Sequence[Part], depth: int) -> list[_Slot]:
        found: list[_Slot] = []
        for part in parts:
            found += self.slots(part, depth)
            if self._parts > PARTS_CAP:
                break
        return found

    def _alternative(self, parts: Sequence[Part], depth: int) -> list[_Slot]:
        """Return one slot for all forms of the same text."""
        plain: list[str] = []
        html: tuple[Part, ...] = ()
        for part in parts:
            slots = self.slots(part, depth)
            rich = tuple(leaf for slot in slots for leaf in slot.html)
            html = rich or html
            if not rich and not plain:
                plain = [slot.plain for slot in slots if slot.plain]
            if self._parts > PARTS_CAP:
                break
        return [_Slot("\n\n".join(plain), html)] if plain or html else []

    # -- leaves

    def _attached(self, part: Part) -> bool:
        disposition = (part.disposition or "").lower()
        return disposition == "attachment" or (bool(part.filename) and self._parts > 1)

    def _text(self, part: Part, sub: str) -> list[_Slot]:
        if sub == "html":
            self.body.html = True
            return [_Slot(html=(part,))]
        label = self._header(part, "content-type")
        text = plain_text(self._decoded(part, label))
        if sub in {"enriched", "richtext"}:
            text = _ENRICHED.sub(lambda match: "<" if match[0] == "<<" else "", text)
        elif "lowed" in label and parameter(label, "format").lower() == "flowed":
            text = unflow(text, delsp=parameter(label, "delsp").lower() == "yes")
        if _IS_HTML.match(text):
            self.body.html = True
            return [_Slot(html=(part,))]
        return [_Slot(plain=text)]

    def _decoded(self, part: Part, label: str) -> str:
        raw = self._content(part)
        if len(raw) > html_text.HTML_CAP:
            raw = raw[: html_text.HTML_CAP]
            self._fault("text longer than is read: the rest was left out")
        charset = parameter(label, "charset") if label else ""
        if not charset.lower().startswith(("utf-16", "utf-32")):
            raw = raw.translate(None, _CONTROLS)
        text, fault = charsets.decode(raw, charset)
        if fault:
            self._fault(fault)
        return text

    def _best(self, slot: _Slot) -> tuple[str, tuple[Mark, ...]]:
        plain = slot.plain.strip("\n")
        bare = "" if plain.isspace() else plain
        if not slot.html or len(bare) > _STUB_LENGTH:
            return bare, ()
        html = "\n".join(self._decoded(part, self._header(part, "content-type")) for part in slot.html)
        made = html_text.convert(html)
        if made.cut:
            self._fault("text longer than is read: the rest was left out")
        if bare and not _is_stub(bare.strip(), made.text):
            return plain, ()
        self.body.from_html = True
        return made.text, made.marks

    def _calendar(self, part: Part) -> None:
        raw = self._content(part)
        if len(raw) > CALENDAR_CAP:
            self._fault("calendar part longer than a megabyte: not read")
        else:
            method = parameter(self._header(part, "content-type"), "method").upper()
            self.body.calendars.append(CalendarPart(raw, method))
        if part.filename or self._attached(part):
            self.body.attachments.append(Attachment(part.filename or "", part.content_type.lower(), len(raw)))

    def _forwarded(self, part: Part) -> None:
        raw = part.content or b""
        self.body.attachments.append(Attachment(part.filename or "", "message/rfc822", len(raw)))
        if len(self.body.forwarded) >= FORWARDED_CAP or len(raw) > FORWARDED_BYTES:
            self._fault("too many or too long attached mails: the rest was not read")
        else:
            self.body.forwarded.append(raw)

    def _report(self, part: Part, kind: str) -> None:
        raw = self._content(part)[:REPORT_CAP]
        kept = self.body.statuses if _REPORTS[kind] == "status" else self.body.returned
        if len(kept) < FORWARDED_CAP:
            kept.append(raw)
        self._attachment(part, kind)

    def _attachment(self, part: Part, kind: str) -> None:
        size = part.encoded_size or 0
        if self._header(part, "content-transfer-encoding").lower() == "base64":
            size = size * 3 // 4
        self.body.attachments.append(Attachment(part.filename or "", kind, size))

    def _fault(self, fault: str) -> None:
        if fault not in self.body.faults:
            self.body.faults.append(fault)


_STUB_LENGTH = 400
_READER = r"(?:e-?mail|mail|message|client|program|viewer|browser|reader)"
_STUB = re.compile(
    rf"{_READER}\b.{{0,80}}\bhtml\b|\bhtml\b.{{0,80}}\b{_READER}\b"
    r"|view (?:this|it|the) .{0,30}(?:browser|online)|text[- ]only version|alternative text|^null$|^undefined$",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = re.compile(r"\w+")


def _is_stub(plain: str, rich: str) -> bool:
    """Whether plain text only stands in for the HTML, and says next to nothing of it."""
    if not rich:
        return False
    if _STUB.search(plain):
        return True
    return len(_WORDS.findall(plain)) * 4 < len(_WORDS.findall(rich[:20_000]))


_ENRICHED = re.compile(r"<<|</?[A-Za-z-]{1,60}>")
_IS_HTML = re.compile(r"\s*<(?:!doctype\s+html|html|body|head)\b[^>]*>", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b")) + b"\x7f"
_ODD_ENDS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")


def plain_text(text: str) -> str:
    r"""Return text with ``\n`` as the only line end and nothing invisible in it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() or "\x0c" in text or "\x0b" in text:
        text = _ODD_ENDS.sub("\n", text)
    return text if text.isascii() else html_text.visible(text)


def unflow(text: str, *, delsp: bool) -> str:
    """Join the soft line breaks of ``format=flowed`` (RFC 3676) within one depth of quotes."""
    out: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        content = bare.removeprefix(" ")
        if open_depth != depth or content == "-- ":
            out.append(f"\n{line[:depth]} " if depth else "\n")
        soft = content.endswith(" ") and content != "-- "
        out.append(content[:-1] if soft and delsp else content)
        open_depth = depth if soft else -1
    return "".join(out)[1:]


def header(headers: Mapping[str, Sequence[str]], name: str) -> str:
    """Return a part's header by its lower-case name."""
    for key, values in headers.items():
        if key.lower() == name and values:
            return values[0].strip()
    return ""


_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def decode_base64(raw: bytes) -> bytes:
    """Decode what can be decoded: strange characters are skipped, a missing end is no error."""
    clean = _NOT_BASE64.sub(b"", raw)
    clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


_ENCODING = re.compile(r"\W{0,4}(?:(base-?64)|(quoted[- ]?printable))\b", re.IGNORECASE)


def decode_transfer(raw: bytes, encoding: str) -> bytes:
    """Decode a part by its transfer encoding, be there a comment, a quote or a space around the name."""
    match = _ENCODING.match(encoding) if encoding else None
    if match is None:
        return raw
    return decode_base64(raw) if match[1] else binascii.a2b_qp(raw)


_PARAMETER = re.compile(r';\s*([\w-]+)\*?\d?\*?\s*=\s*(?:"([^"]*)"?|([^;\s"]+))')


def parameter(value: str, name: str) -> str:
    """Return a parameter of a Content-Type; empty when absent."""
    for match in _PARAMETER.finditer(value[:4096]):
        if match[1].lower() == name:
            return (match[2] if match[2] is not None else match[3]).strip()
    return ""
