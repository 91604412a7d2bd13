"""An Outlook ``.msg`` as the mail that it was: bytes in, bytes out, so that reading needs to know no Outlook.

After [MS-OXMSG] and [MS-OXPROPS]. The headers that came over the wire are kept where Outlook kept them; what is
missing is made from what it says of sender, recipients and times. A mail within the mail becomes
``message/rfc822``, a meeting a ``text/calendar`` part.
"""

from __future__ import annotations

import re
from base64 import encodebytes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime

from . import msg_meeting, msg_rtf
from .base import MOST_BYTES
from .msg_compound import Compound, Damaged, Storage
from .msg_properties import PART, TOP, WITHIN, Properties, codec, decoded, names_in

# Attachments beyond are named, and not taken along.
_MOST_ATTACHED = MOST_BYTES // 2
_MOST_PARTS = 200
_DEEPEST = 5
_BY_VALUE, _WITHIN = 1, 5
_KINDS = ("to", "cc", "bcc")
_HEADER = re.compile(r"([!-9;-~]{1,80})[ \t]*:(.*)", re.DOTALL)
_FOLD = re.compile(r"\r?\n(?![ \t])")
# What describes the body as it came; here it is put together anew.
_OF_THE_BODY = ("content-", "mime-version")
_ADDRESS = re.compile(r"[^\s<>@,;:\"]{1,64}@[^\s<>@,;:\"]{1,255}")
_UNSAFE = re.compile(r"[\r\n\0\"\\]+")


def as_mail(data: bytes) -> bytes:
    """Return a ``.msg`` as a mail with headers and parts.

    Raises:
        Damaged: it is none, or can't be followed; the message says why.
    """
    file = Compound(data)
    said = Properties(file, file.root, TOP, names=names_in(file))
    if not any(name.startswith(("__properties", "__substg")) for name in file.root.streams):
        raise Damaged("it holds something else than a mail")
    return _Mail(said, _Budget()).written()


@dataclass
class _Budget:
    """How much may still be taken along, over all mails within the mail."""

    attached: int = _MOST_ATTACHED
    parts: int = _MOST_PARTS


@dataclass
class Person:
    """Somebody who wrote or got the mail.

    Attributes:
        kind: "from", "to", "cc" or "bcc".
        name: as Outlook shows it.
        address: empty where only Exchange knows it.
    """

    kind: str
    name: str
    address: str

    def __str__(self) -> str:
        name = _one_line(self.name).strip("' ")
        if not self.address:
            return f'"{name}" <>' if name else ""
        return f'"{name}" <{self.address}>' if name and name != self.address else f"<{self.address}>"


@dataclass
class _Mail:
    said: Properties
    budget: _Budget
    depth: int = 0
    people: list[Person] = field(default_factory=list)

    def written(self) -> bytes:
        self.people = [_sender(self.said), *_recipients(self.said)]
        head = "".join(f"{name}: {value}\n" for name, value in self._headers())
        return f"{head}MIME-Version: 1.0\n".encode("utf-8", "replace") + _joined(list(self._parts()))

    def _headers(self) -> Iterator[tuple[str, str]]:
        """Yield the headers that came with it, then what they lack."""
        kept = []
        for line in _FOLD.split(self.said.text(0x007D)):
            match = _HEADER.match(line)
            if match is not None and not match[1].lower().startswith(_OF_THE_BODY):
                kept.append((match[1], _unfolded(match[2])))
        # Without these two it is only what some program wrote there.
        names = {name.lower() for name, _ in kept}
        if {"from", "date"} <= names or "received" in names:
            yield from kept
        else:
            names = set()
        for name, value in self._own():
            if value and name.lower() not in names:
                yield name, _one_line(value) if name == "Subject" else value

    def _own(self) -> Iterator[tuple[str, str]]:
        said = self.said
        yield "From", str(self.people[0])
        for kind in _KINDS[:2]:
            yield kind.title(), ", ".join(filter(None, (str(p) for p in self.people if p.kind == kind)))
        yield "Subject", said.text(0x0037) or said.text(0x003D) + said.text(0x0E1D)
        date = self.date()
        yield "Date", format_datetime(date) if date else ""
        yield "Message-ID", _message_ids(said.text(0x1035))
        yield "In-Reply-To", _message_ids(said.text(0x1042))
        yield "References", _message_ids(said.text(0x1039))

    def date(self) -> datetime | None:
        """Return when it was sent, else when it came."""
        return next(filter(None, (self.said.time(tag) for tag in (0x0039, 0x0E06, 0x3007, 0x3008))), None)

    def _parts(self) -> Iterator[bytes]:
        yield from self._bodies()
        if msg_meeting.is_meeting(self.said):
            organizer, *others = self.people
            method, calendar = msg_meeting.calendar(
                self.said,
                str(organizer.address),
                [(p.name, p.address) for p in others if p.kind != "from"],
                self.date(),
            )
            if calendar:
                yield _part(f"text/calendar; charset=utf-8; method={method}", calendar.encode("utf-8", "replace"))
        for storage in self.said.inside("__attach_version1.0_"):
            if self.budget.parts <= 0:
                break
            self.budget.parts -= 1
            said = Properties(self.said.file, storage, PART, self.said.page, self.said.names)
            yield self._attachment(said)

    def _bodies(self) -> Iterator[bytes]:
        """Yield the text in one or two forms, as one part."""
        said = self.said
        plain, html = said.text(0x1000), _html(said)
        if not html and (packed := said.binary(0x1009)):
            found = msg_rtf.read(msg_rtf.unpacked(packed))
            if found.html:
                html = found.text
            elif not plain:
                plain = found.text
        forms = [
            _part(f"text/{kind}; charset=utf-8", text.encode("utf-8", "replace"))
            for kind, text in (("plain", plain), ("html", html))
            if text.strip()
        ]
        if len(forms) > 1:
            yield _joined(forms, "alternative")
        else:
            yield from forms

    def _attachment(self, said: Properties) -> bytes:
        name = _one_line(said.text(0x3707, 0x3704, 0x3001))
        within = said.object(0x3701) if said.integer(0x3705) == _WITHIN else None
        if within is not None and self.depth < _DEEPEST:
            return _part("message/rfc822", self._within(within, said), name, encoded=False)
        kind = _one_line(said.text(0x370E)).partition(";")[0].strip() or "application/octet-stream"
        if "/" not in kind or not kind.isascii() or kind.lower().startswith(("multipart/", "message/")):
            kind = "application/octet-stream"
        size = said.size(0x3701)
        content = said.binary(0x3701, self.budget.attached) if size <= self.budget.attached else b""
        self.budget.attached -= len(content)
        return _part(kind, content, name or "attachment")

    def _within(self, storage: Storage, around: Properties) -> bytes:
        said = Properties(around.file, storage, WITHIN, around.page, around.names)
        return _Mail(said, self.budget, self.depth + 1).written()


def _html(said: Properties) -> str:
    """Return the HTML: bytes in the code page that is named beside them, or text."""
    raw = said.binary(0x1013)
    if raw:
        return decoded(raw, codec(said.integer(0x3FDE) or said.page or 65001))
    return said.text(0x1013)


def _sender(said: Properties) -> Person:
    """Return the author: for whom it was sent, before whoever sent it."""
    name = said.text(0x0042, 0x0C1A)
    for tag in (0x5D02, 0x0065, 0x5D01, 0x0C1F):
        if address := _ADDRESS.fullmatch(said.text(tag).strip()):
            return Person("from", name, address[0])
    found = _ADDRESS.fullmatch(name.strip("' "))
    return Person("from", name, found[0] if found else "")


def _recipients(said: Properties) -> list[Person]:
    people: list[Person] = []
    for storage in said.inside("__recip_version1.0_"):
        if len(people) >= _MOST_PARTS:
            break
        one = Properties(said.file, storage, PART, said.page)
        number = one.integer(0x0C15)
        name = one.text(0x3001, 0x5FF6)
        match = _ADDRESS.fullmatch((one.text(0x39FE) or one.text(0x3003)).strip()) or _ADDRESS.fullmatch(
            name.strip("' ")
        )
        people.append(
            Person(_KINDS[number - 1] if 1 <= number <= len(_KINDS) else "to", name, match[0] if match else "")
        )
    if not any(person.kind == "to" for person in people):
        shown = [part.strip() for part in said.text(0x0E04).split(";")[:_MOST_PARTS]]
        people += [Person("to", name, name if _ADDRESS.fullmatch(name) else "") for name in shown if name]
    return people


def _message_ids(text: str) -> str:
    return " ".join(re.findall(r"<[^<>\s]{1,400}>", text[:20_000]))


def _one_line(text: str) -> str:
    return " ".join(_UNSAFE.sub(" ", text[:2_000]).split())


def _unfolded(value: str) -> str:
    """Return a header's value on lines that can't be taken for the end of the headers."""
    lines = (line.strip() for line in value.replace("\r", "\n").replace("\0", "").split("\n"))
    return "\n ".join(filter(None, lines))


def _part(kind: str, content: bytes, name: str = "", *, encoded: bool = True) -> bytes:
    """Return one part: what it is, what it is called, and its content."""
    head = f"Content-Type: {kind}\n"
    if name:
        head += f'Content-Disposition: attachment; filename="{name}"\n'
    if not encoded:
        return head.encode("utf-8", "replace") + b"\n" + content
    head += "Content-Transfer-Encoding: base64\n"
    return head.encode("utf-8", "replace") + b"\n" + encodebytes(content)


def _joined(parts: Sequence[bytes], how: str = "mixed") -> bytes:
    """Return parts as one, with a boundary that stands in none of them."""
    if not parts:
        return b"\n"
    if len(parts) == 1 and how == "mixed":
        return parts[0]
    number = 0
    while any(b"--=_%s%d" % (how.encode(), number) in part for part in parts):
        number += 1
    boundary = f"=_{how}{number}".encode()
    inside = b"".join(b"--%s\n%s\n" % (boundary, part) for part in parts)
    return b'Content-Type: multipart/%s; boundary="%s"\n\n%s--%s--\n' % (how.encode(), boundary, inside, boundary)
