"""A mail that was passed on speaks for itself: with its own sender, date and subject."""

from __future__ import annotations

from dataclasses import replace

from . import forwarded, reply
from .letter import NOBODY, Letter

# A longer note above a forwarded mail says something itself.
_NOTE = 400


def passed_on(letter: Letter, me: frozenset[str]) -> Letter | None:
    """Return the mail that a letter only passes on to the candidate, as a letter; None for any other.

    A mail that was written to somebody else is not the candidate's, and a mail that the candidate passes on to others
    was read when it came.
    """
    if not forwarded.is_forward(letter.subject) and not letter.forwarded and "orwarded" not in letter.text:
        return None
    own = letter.from_.address.lower() in me
    if own and not any(mailbox.address.lower() in me for mailbox in letter.to):
        return None
    parts = reply.of(letter)
    found = forwarded.of(letter)
    if len(found) != 1 or len(parts.reply) > _NOTE:
        return None
    one = found[0]
    to = [mailbox.address.lower() for mailbox in one.to if mailbox.address]
    if to and not me.intersection(to):
        return None
    date = one.date
    if date is not None and date.tzinfo is None:
        date = date.replace(tzinfo=letter.date.tzinfo) if letter.date is not None else None
    return replace(
        letter,
        from_=one.sender or NOBODY,
        sender=None,
        reply_to=(),
        to=one.to or letter.to,
        date=date or letter.date,
        subject=one.subject,
        text=one.text,
        marks=(),
        forwarded=(),
        in_reply_to="",
        references=(),
    )
