"""A mail that was passed on speaks for itself: with its own sender, date and subject."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core.people import name_words

from . import forwarded, reply
from .letter import NOBODY, Letter

# A longer note above a forwarded mail says something itself.
_NOTE = 400


def passed_on(letter: Letter, me: frozenset[str]) -> Letter | None:
    """Return the mail that a letter only passes on to the candidate, as a letter; None for any other.

    A mail that was written to somebody else is not the candidate's, and a mail that the candidate passes on to others
    was read when it came. What candidates pass on to themselves may have come to an address that nobody knows of.
    """
    own = letter.from_.address.lower() in me
    if own and not any(mailbox.address.lower() in me for mailbox in letter.to):
        return None
    one = _only_one(letter)
    if one is None:
        return None
    to = [mailbox.address.lower() for mailbox in one.to if mailbox.address]
    if to and not me.intersection(to) and not (own and _is_theirs_too(letter, one, me)):
        return None
    return _as_letter(letter, one)


def passed_through(letter: Letter, me: frozenset[str]) -> Letter | None:
    """Return the mail about the candidate that somebody else was sent and passes on with a short note; None for any other.

    So recruiters tell what their clients wrote.
    """
    one = _only_one(letter) if letter.from_.address.lower() not in me else None
    if one is None or one.sender is None or me.intersection(mailbox.address.lower() for mailbox in one.to):
        return None
    to = {mailbox.address.lower() for mailbox in one.to}
    names = {word for box in letter.to if box.address.lower() in me for word in name_words(box.name)[:1]}
    names |= {word for address in me for word in name_words(address)[:1] if len(word) > 2}
    about = names & {word.casefold() for word in re.findall(r"[^\W\d_]+", f"{one.subject} {one.text}")}
    if not about or (to and letter.from_.address.lower() not in to) or one.sender.address.lower() in me:
        return None
    return replace(_as_letter(letter, one), to=letter.to)


def _only_one(letter: Letter) -> forwarded.Forwarded | None:
    """Return the one mail that a letter passes on with hardly a word of its own."""
    if not forwarded.is_forward(letter.subject) and not letter.forwarded and "orwarded" not in letter.text:
        return None
    found = forwarded.of(letter)
    return found[0] if len(found) == 1 and len(reply.of(letter).reply) <= _NOTE else None


def _is_theirs_too(letter: Letter, one: forwarded.Forwarded, me: frozenset[str]) -> bool:
    """Whether a mail that candidates pass on to themselves was theirs: whom it was sent to is called as they are."""
    if one.sender is None or one.sender.address.lower() in me:
        return False
    own = {word for word in (*name_words(letter.from_.name), *name_words(letter.from_.address)) if len(word) > 2}
    return any(
        not own.isdisjoint(name_words(box.name)) or any(word in box.address.lower().partition("@")[0] for word in own)
        for box in one.to
    )


def _as_letter(letter: Letter, one: forwarded.Forwarded) -> Letter:
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
