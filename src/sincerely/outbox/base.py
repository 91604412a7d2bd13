"""How a message leaves. Implement `Outbox`; pass ``tests/outbox/contract.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

Still = Callable[[], bool]
"""Whether whoever sends still has the right to: asked at the last moment at which nothing has happened yet."""


@dataclass(frozen=True)
class Parcel:
    """A message as it is handed to a server.

    Attributes:
        data: its bytes, headers and body.
        sender: the address that bounces go to.
        recipients: addresses, those in copy too; it goes to all of them or to none.
    """

    data: bytes = field(repr=False)
    sender: str
    recipients: tuple[str, ...]


class Fate(StrEnum):
    """What became of a parcel, as far as anybody can know."""

    TAKEN = "taken"  # the server said so
    LATER = "later"  # not sent; the same may be tried again
    ACCOUNT = "account"  # not sent; nothing goes out until the account's settings are mended
    REFUSED = "refused"  # not sent; this message can't go out as it is
    UNKNOWN = "unknown"  # the server may have it, or not


@dataclass(frozen=True)
class Result:
    """What came of handing a parcel over.

    Attributes:
        fate: what became of it.
        words: the server's own.
        advice: what it means, and what to do; empty where all is well.
    """

    fate: Fate
    words: str = ""
    advice: str = ""

    @property
    def told(self) -> str:
        """Both, for people."""
        who = "The server said" if self.words[:1].isdigit() else "What broke off"
        quoted = f"{who}: {self.words}" if self.words else ""
        return " ".join(part for part in (self.advice, quoted) if part)


class Outbox(Protocol):
    """Somewhere to send from. Sends once: it never tries again by itself."""

    def send(self, parcel: Parcel, still: Still) -> Result:
        """Hand a parcel over and say what became of it; raises nothing for what servers and networks do.

        Only `Fate.TAKEN` says that it was sent, and every fate but that and `Fate.UNKNOWN` says for sure that it was
        not: what fails before the end of the text is handed over fails for all recipients. ``still`` is asked just
        before that end; where it says no, nothing was sent.
        """
