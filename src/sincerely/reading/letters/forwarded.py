"""Mail that was passed on: evidence by its own sender and date, not by those of the mail around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from . import mime, reply, reply_headers
from .letter import Address, Letter, Mark

# "Fwd:" in the languages that Sincerely reads; a reply mark may stand before it ("Re: Fwd:").
_SUBJECT = re.compile(
    r"\s*(?:(?:re|aw|sv|antw|r|res|rif)\s*:\s*)*\[?(?:fwd?|wg|wtr|tr|rv|i|inoltro|enc|doorst|vs|vb|pd|fs)\s*:",
    re.IGNORECASE,
)


class Forwarded(NamedTuple):
    """One mail that was passed on.

    Attributes:
        sender: who wrote it; the name or the address may be empty; None when nothing says who.
        date: None when unreadable; aware only if an offset is named.
        subject: its own.
        to: whom it was sent to, as far as the headers above it say.
        text: its whole text, with what it quotes itself: `reply.split` takes it apart further.
        begin: offset in the outer letter's text of the first line above it; -1 for an attached mail.
        stop: offset after it; -1 for an attached mail.
    """

    sender: Address | None
    date: datetime | None
    subject: str
    to: tuple[Address, ...]
    text: str
    begin: int
    stop: int


def of(letter: Letter) -> tuple[Forwarded, ...]:
    """Return the mails that a letter passes on, those in its text first, then those attached."""
    return (*in_text(letter.text, letter.marks, subject=letter.subject), *map(_attached, letter.forwarded))


def in_text(text: str, marks: Sequence[Mark] = (), *, subject: str = "") -> tuple[Forwarded, ...]:
    """Return the mails passed on within a text.

    Args:
        text: a letter's text.
        marks: what its HTML said.
        subject: the letter's; Outlook marks a forward nowhere else.
    """
    return among(reply.split(text, marks), subject=subject)


def among(parts: reply.Parts, *, subject: str = "") -> tuple[Forwarded, ...]:
    """Return the mails passed on among what a text quotes."""
    passed_on = is_forward(subject)
    return tuple(
        Forwarded(quote.sender, quote.date, quote.subject, quote.to, quote.text, quote.begin, quote.stop)
        for quote in map(_with_its_headers, parts.quoted)
        if quote.kind == "forward" or (passed_on and quote.sender is not None and (quote.subject or quote.date))
    )


def _with_its_headers(quote: reply.Quote) -> reply.Quote:
    """Return a quote with the headers that are quoted with it: Apple's programs put them behind ">" as well."""
    if quote.kind != "forward" or quote.sender is not None or quote.subject:
        return quote
    lines = quote.text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), -1)
    block = reply_headers.at_top(lines, first) if first >= 0 else None
    if block is None:
        return quote
    text = "\n".join(lines[block.after :]).strip("\n")
    return quote._replace(sender=block.sender, date=block.date, subject=block.subject, to=block.to, text=text)


def is_forward(subject: str) -> bool:
    """Whether a subject says that the mail passes another one on."""
    return _SUBJECT.match(subject[:200]) is not None


def _attached(data: bytes) -> Forwarded:
    inner = mime.parse(data)
    sender = inner.from_ if inner.from_ != ("", "") else None
    return Forwarded(sender, inner.date, inner.subject, inner.to, inner.text, -1, -1)
