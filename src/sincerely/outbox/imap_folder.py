"""Add mails to a folder of the person's: drafts to finish there, copies of what was sent. Nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from imapclient import IMAPClient

T = TypeVar("T")


class Connection(Protocol):
    """A signed-in IMAP connection that is made again when it breaks."""

    def do(self, work: Callable[[IMAPClient], T]) -> T:
        """Run ``work``; run it again on a new connection when the old one broke meanwhile."""

    def close(self) -> None:
        """End the connection."""


@dataclass(frozen=True)
class ImapFolder:
    """A folder that mails are added to, each once.

    Attributes:
        line: the connection.
        name: the folder's, as the server writes it.
        shown: the folder's, for people.
    """

    line: Connection
    name: bytes
    shown: str

    def add(self, mail: bytes, message_id: str, flag: bytes, at: datetime) -> bool:
        r"""Add a mail, unless one with its Message-ID is there; return whether it was added.

        Whatever breaks on the way, it is looked for again before it is added again.

        Args:
            mail: its bytes.
            message_id: in angle brackets, as the mail has it.
            flag: what it is marked with, ``\Draft`` or ``\Seen``.
            at: the day that the folder shows it under.
        """

        def work(client: IMAPClient) -> bool:
            client.select_folder(self.name, readonly=True)
            if client.search(["HEADER", "Message-ID", message_id]):
                return False
            client.append(self.name, mail, (flag,), at)
            return True

        return self.line.do(work)
