"""A mail's bytes, or a plain text, as the gate wants to see it."""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parseaddr

from sincerely.core.outbound import Text
from sincerely.gate.message import Mailbox, Outgoing
from sincerely.reading.letters import reply
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.mime import parse

_BCC = re.compile(rb"(?im)^bcc:[ \t]*((?:[^\n]|\n[ \t])*)")
_HEADER = re.compile(
    rb"(?:>?From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    rb"(?:from|to|subject|date|message-id)[ \t]*:",
    re.IGNORECASE,
)
_PICTURE = "image/"


def outgoing_mail(data: bytes) -> Outgoing:
    """Return the message that these bytes of an .eml file hold."""
    letter = parse(data)
    sender = _box(letter.from_)
    fragments = reply.of(letter).fragments
    pictures = [a for a in letter.attachments if a.content_type.startswith(_PICTURE)]
    return Outgoing(
        text=letter.text,
        own=tuple((f.begin, f.stop) for f in fragments if f.kind == "reply"),
        sender=sender,
        to=tuple(map(_box, letter.to)),
        cc=tuple(map(_box, letter.cc)),
        bcc=_blind(data, letter),
        subject=letter.subject,
        answers=_answers(letter),
        attachments=tuple(a.name or a.content_type for a in letter.attachments),
        pictures=len(pictures),
    )


def outgoing_of(text: Text, sender: str = "") -> Outgoing:
    """Return the message that a kept text says; what it quotes is not the writer's own."""
    return Outgoing(
        text=text.body,
        own=tuple((f.begin, f.stop) for f in reply.split(text.body).fragments if f.kind == "reply"),
        sender=_mailbox(sender),
        to=tuple(map(_mailbox, text.to)),
        cc=tuple(map(_mailbox, text.cc)),
        subject=text.subject,
        attachments=text.attach,
        answers=tuple(dict.fromkeys(x.strip("<>") for x in (text.in_reply_to, *reversed(text.references)) if x)),
    )


def _mailbox(written: str) -> Mailbox:
    return Mailbox(*parseaddr(written))


def outgoing_text(text: str) -> Outgoing:
    """Return a post or a review, for anybody to read."""
    return Outgoing(text=text, public=True)


def _box(address: Address) -> Mailbox:
    return Mailbox(address.name, address.address)


def _answers(letter: Letter) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x for x in (letter.in_reply_to, *reversed(letter.references)) if x))


def _blind(data: bytes, letter: Letter) -> tuple[Mailbox, ...]:
    """Return the blind copies: a draft still names them."""
    found = _BCC.search(data[: letter.body])
    if found is None:
        return ()
    named = parse(b"To: " + found[1] + b"\n\n").to
    return tuple(map(_box, named))


class Unreadable(ValueError):
    """A file that holds no message; says what was expected."""


def outgoing_file(data: bytes, *, public: bool) -> Outgoing:
    """Return the message of a file: a mail, or with ``public`` a plain text too.

    Raises:
        Unreadable: it holds neither.
    """
    if not data.strip():
        raise Unreadable("is empty; write something first")
    if _looks_like_mail(data):
        return replace(outgoing_mail(data), public=public)
    if not public:
        raise Unreadable("is no mail: expected header lines such as From: and To: (a post or a review needs --public)")
    try:
        return outgoing_text(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def _looks_like_mail(data: bytes) -> bool:
    return bool(_HEADER.match(data.removeprefix(b"\xef\xbb\xbf").lstrip()))
