"""Copies of what the person sent, from the Sent folder of a connected mailbox as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from email.utils import getaddresses

from sincerely.app.mail_in.sent_copy import earliest
from sincerely.core.outbound import Dispatch
from sincerely.sources.imap_copies import ImapCopies

# Servers search by their own day, whatever zone that is in.
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class MailboxCopies:
    """Implements `settling.SentCopies`; the mailbox is opened when it is looked into.

    Attributes:
        mailbox: the account.
    """

    mailbox: ImapCopies

    def of(self, message: Dispatch) -> Iterator[bytes]:
        to = tuple(address for _, address in getaddresses(message.text.to) if address)
        since = (earliest(message) - _DAY).date()
        with closing(self.mailbox) as mailbox:
            yield from mailbox.candidates("sent", message.message_id, to, since)
