"""Copies of what the person sent, from the mail that was read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sincerely.app.mail_in.sent_copy import earliest
from sincerely.core.outbound import Dispatch
from sincerely.sources.base import Source
from sincerely.store.base import Store

_MOST = 500


@dataclass(frozen=True)
class SyncedCopies:
    """Implements `settling.SentCopies`: what was last synced, read again where it lies.

    Attributes:
        store: the candidate's store.
        source_named: opens a source; None where it is gone.
    """

    store: Store
    source_named: Callable[[str], Source | None]

    def of(self, message: Dispatch) -> Iterator[bytes]:
        since = earliest(message)
        for sent in self.store.sent_messages(_MOST):
            if sent.date is None or sent.date < since:
                return
            source = self.source_named(sent.source)
            if source is not None:
                yield source.fetch(sent.key, sent.where).data
