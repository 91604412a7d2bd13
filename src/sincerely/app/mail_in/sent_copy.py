"""Whether a mail in a Sent folder is the copy of a message that was sent from here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import getaddresses
from enum import StrEnum
from hashlib import sha256

from sincerely.core.outbound import Dispatch
from sincerely.reading.letters.letter import Letter

# Where a server gives a message a name of its own, it keeps the first one here: Gmail's and Outlook's habit.
_ORIGINAL = ("x-google-original-message-id", "x-microsoft-original-message-id")
_ID = re.compile(r"<?([^<>\s]+)>?")
# Clocks differ; what is older than the approval is another mail with the same words.
SKEW = timedelta(minutes=5)


class Known(StrEnum):
    """By what a copy is known."""

    ID = "its Message-ID"
    ORIGINAL = "its original Message-ID"
    TEXT = "its recipients, subject and text"


def known_by(message: Dispatch, letter: Letter) -> Known | None:
    """Return by what a letter is known as a message's copy; None where it is not."""
    name = message.message_id.strip("<>")
    if letter.message_id == name:
        return Known.ID
    if name in originals(letter):
        return Known.ORIGINAL
    if message.approved_at is None or letter.date is None or letter.date < earliest(message):
        return None
    return Known.TEXT if digest_of(letter) == digest(message) else None


def earliest(message: Dispatch) -> datetime:
    """Return from when on a copy of an approved message can be dated."""
    return (message.approved_at or message.changed_at) - SKEW


def originals(letter: Letter) -> tuple[str, ...]:
    """Return the Message-IDs that a letter had before a server gave it another, without brackets."""
    found = (_ID.fullmatch(letter.headers.get(name, "").strip()) for name in _ORIGINAL)
    return tuple(match[1] for match in found if match is not None)


def digest(message: Dispatch) -> str:
    """Return a digest of what survives the way through any server: who gets it, the subject's and the text's words."""
    text = message.text
    return _digest([address for _, address in getaddresses([*text.to, *text.cc])], text.subject, text.body)


def digest_of(letter: Letter) -> str:
    """Return the same of a letter."""
    return _digest([each.address for each in (*letter.to, *letter.cc)], letter.subject, letter.text)


def _digest(people: Iterable[str], subject: str, body: str) -> str:
    who = sorted({person.strip().lower() for person in people})
    parts = [*who, " ".join(subject.split()), " ".join(body.split())]
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
