"""Look into a folder for the copy of one mail, by what servers leave of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sincerely.core.account import Account

from .base import MOST_BYTES, SourceError
from .imap_fetch import body_of
from .imap_folders import Folder, Role, folder_for
from .imap_line import Line, Pace, Renumbered, SignIn

# Gmail and Outlook give a mail a name of their own, and keep the first one in these.
_NAMES = ("Message-ID", "X-Google-Original-Message-ID", "X-Microsoft-Original-Message-ID")
# So many mails to the same people within days hold the copy, or there is none.
_MOST = 100


@dataclass
class ImapCopies:
    """An account, opened to look into single folders of it; `close` it in the end.

    Attributes:
        account: whose mail it is, and where.
        sign_in: gives what to sign in with.
        pace: the waiting between tries.
    """

    account: Account
    sign_in: SignIn
    pace: Pace
    line: Line = field(init=False)

    def __post_init__(self) -> None:
        self.line = Line(self.account, self.sign_in, self.pace)

    def folder(self, role: Role) -> Folder:
        """Return the folder that is for something: the server says which, else its name does.

        Raises:
            SourceError: there is none, or the account can't be read.
        """
        found = folder_for(role, self.line.do(lambda client: client.list_folders()))
        if found is None:
            remedy = "make one in your mail program or on your provider's page"
            raise SourceError(self.account.address, f"has no folder for {_FOR.get(role, role)}", remedy)
        return found

    def candidates(self, role: Role, message_id: str, to: tuple[str, ...], since: date) -> Iterator[bytes]:
        """Yield the mails of a folder that may be a copy, the likeliest first.

        Args:
            role: what the folder is for.
            message_id: that it was sent with, in angle brackets.
            to: addresses that it went to.
            since: not older than that day.

        Raises:
            SourceError: the folder can't be read.
        """
        try:
            self.line.examine(self.folder(role).raw)
            seen: set[int] = set()
            for criteria in _criteria(message_id, to, since):
                uids = self.line.do(lambda client, wanted=criteria: client.search(wanted))  # type: ignore[misc]
                new = sorted({int(uid) for uid in uids} - seen, reverse=True)[:_MOST]
                seen.update(new)
                for uid in new:
                    yield self._text(uid)
        except Renumbered as error:
            raise SourceError(self.account.address, "was numbered anew meanwhile", "look again") from error

    def _text(self, uid: int) -> bytes:
        """Return a mail; nothing where it is gone."""
        told = self.line.do(lambda client: client.fetch([uid], [b"BODY.PEEK[]<0.%d>" % MOST_BYTES]))
        return next((body for body in map(body_of, told.values()) if body is not None), b"")

    def close(self) -> None:
        """End the connection."""
        self.line.close()


_FOR = {"sent": "sent mail", "drafts": "drafts"}


def _criteria(message_id: str, to: tuple[str, ...], since: date) -> Iterator[list[object]]:
    for name in _NAMES:
        yield ["HEADER", name, message_id]
    if to:
        yield ["SINCE", since, "TO", to[0]]
