"""A mail that was passed on speaks for itself: with its own sender, date and subject."""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core.people import FREE_MAIL, is_same_person, name_words

from . import forwarded, reply
from .addressed import names_greeted
from .letter import NOBODY, Address, Letter
from .letter_phrases import begins_greeting

# A longer note above a forwarded mail says something itself.
_NOTE = 400
# A greeting stands so far from the top at most; "Dana," greets as well.
_TOP = 300
_ONLY_NAME = re.compile(r"[^\W\d_][\w.'’ -]{0,40},$")
_DIGITS = re.compile(r"\d+|\+.*")
# Where a whole name is spelt, the house is of no matter.
_ANYWHERE = "house.example"


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
    """Whether a mail that candidates pass on to themselves was theirs: whom it was sent to is called as they are.

    Friends have names like theirs, and families share one: a part of a name is not enough, nor one that the mail's own
    greeting contradicts.
    """
    if one.sender is None or one.sender.address.lower() in me:
        return False
    own = max(name_words(letter.from_.name), name_words(letter.from_.address), key=len)
    return any(
        _is_called(own, box) and not _greets_another(one.text, {*own, *name_words(box.name)}) for box in _whole(one.to)
    )


def _whole(boxes: tuple[Address, ...]) -> list[Address]:
    """Return mailboxes, with "Ashdown, Robin <robin@…>" as one again: without quotes around it, it reads as two."""
    return [
        Address(f"{box.name} {before.name}", box.address) if before.name and not before.address else box
        for before, box in zip((NOBODY, *boxes), boxes, strict=False)
        if box.address
    ]


def _is_called(own: tuple[str, ...], box: Address) -> bool:
    """Whether a mailbox has a name: shown with it or, where none or one word is shown, spelt by its address."""
    shown, name = name_words(box.name), " ".join(own)
    if len(own) < 2:
        return bool(own) and shown in {(), own} and name_words(box.address) == own
    if len(shown) > 1:
        return is_same_person(name, box.name)
    local = _DIGITS.sub("", box.address.partition("@")[0]).lower()
    domain = box.address.rpartition("@")[2].lower()
    if name_words(f"{local}@{domain}") in {own[:1], own[-1:]}:
        # One name alone is a family's, or at a house where many have mail anybody's.
        return local == own[0] and domain not in FREE_MAIL
    return set(shown) <= set(own) and is_same_person(name, f"{local}@{_ANYWHERE}")


def _greets_another(text: str, own: set[str]) -> bool:
    """Whether a mail greets somebody by a name that is none of these; a short form of one is."""
    lines = [line.strip() for line in text[:_TOP].splitlines() if line.strip()][:2]
    heads = [line for line in lines if begins_greeting(line)] or [line for line in lines[:1] if _ONLY_NAME.match(line)]
    return any(
        not any(called == word or (len(called) > 2 and word.startswith(called)) for word in own)
        for head in heads
        for called in names_greeted(head)
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
