"""A mail as it was understood: headers, the best text, what is attached. Frozen facts, nothing inferred."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, NamedTuple


class Address(NamedTuple):
    """One mailbox of an address header.

    Attributes:
        name: the display name, decoded; empty when there is none.
        address: ``local@domain``, the domain in lower case; empty when the header names nobody reachable.
    """

    name: str
    address: str


NOBODY = Address("", "")
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Attachment(NamedTuple):
    """What is attached, without its content.

    Attributes:
        name: the file name, decoded; may be empty.
        content_type: such as ``application/pdf``, in lower case.
        size: decoded bytes; for base64 computed from the encoded length, within two bytes a line.
    """

    name: str
    content_type: str
    size: int


class CalendarPart(NamedTuple):
    """An iCalendar object inside a mail.

    Attributes:
        data: the iCalendar bytes.
        method: ``REQUEST``, ``CANCEL``, … in upper case; empty when the part does not say.
    """

    data: bytes
    method: str


class Mark(NamedTuple):
    """A stretch of a text that the HTML said is a quote or a signature.

    Attributes:
        kind: ``quote``; ``quote-on`` for a quote that goes on to the end of the mail; ``attribution`` for the
            line above a quote; ``signature``.
        begin: offset of its first character.
        stop: offset after its last character.
    """

    kind: Literal["quote", "quote-on", "attribution", "signature"]
    begin: int
    stop: int


@dataclass(frozen=True, kw_only=True)
class Head:
    """The headers of a mail.

    Attributes:
        message_id: without angle brackets; empty when there is none. So are the next two.
        in_reply_to: the first Message-ID of In-Reply-To.
        references: the thread's Message-IDs, oldest first.
        date: what the sender's clock said, aware; None when absent, unreadable or absurd.
        received: when the last server took the mail; read only when ``date`` is None.
        from_: the author; ``Address("", "")`` when there is none.
        sender: the Sender header, when it names somebody.
        headers: a few further headers by lower-case name: ``headers.get("list-id")``.
        body: where the body begins in the given bytes.
        faults: what was wrong, in plain words.
    """

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    date: datetime | None = None
    received: datetime | None = None
    from_: Address = NOBODY
    sender: Address | None = None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: _NO_HEADERS)
    body: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Letter(Head):
    r"""A whole mail.

    Attributes:
        text: the best text, lines ended by ``\n``, without zero-width characters; quotes keep their ``>``.
        html: whether the mail has an HTML part.
        from_html: whether ``text`` was made from it.
        marks: what the HTML said about stretches of ``text``; empty for plain text.
        attachments: in the mail's order.
        calendars: iCalendar parts, inline or attached.
        forwarded: mails attached as ``message/rfc822``, as bytes for `mime.parse`.
        statuses: reports of mail servers (``message/delivery-status``, RFC 3464), as bytes.
        returned: headers of a mail that came back, without its text (``text/rfc822-headers``), as bytes.
    """

    text: str = ""
    html: bool = False
    from_html: bool = False
    marks: tuple[Mark, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    calendars: tuple[CalendarPart, ...] = ()
    forwarded: tuple[bytes, ...] = ()
    statuses: tuple[bytes, ...] = ()
    returned: tuple[bytes, ...] = ()
