"""What was handed to the person's own mail program: a draft to finish there, a copy of what was sent, a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .outbound import Dispatch


class Place(StrEnum):
    """Where it was put."""

    DRAFTS = "drafts"
    SENT = "sent"
    FILE = "file"


@dataclass(frozen=True, kw_only=True)
class Handed:
    """One message and where it was put, or is to be put.

    Attributes:
        place: the folder of the mailbox that it is for; or a file.
        message_id: the Message-ID that it has there, in angle brackets; of one place it names one message.
        draft: the draft's number; 0 where it was written elsewhere.
        outgoing: the number of the message on its way out; 0 where there was none.
        account: the mailbox's address; empty for a file.
        digest: of the text, see `outbound.Text.digest`.
        at: when that was done, or wanted.
        done: whether it is there.
    """

    place: Place
    message_id: str
    draft: int = 0
    outgoing: int = 0
    account: str = ""
    digest: str
    at: datetime
    done: bool = True

    @classmethod
    def of(cls, message: Dispatch, place: Place, at: datetime, *, account: str = "", done: bool = True) -> Handed:
        """Return a message on its way out as it is put into a place."""
        return cls(
            place=place,
            message_id=message.message_id,
            draft=message.draft or 0,
            outgoing=message.number,
            account=account,
            digest=message.digest,
            at=at,
            done=done,
        )
