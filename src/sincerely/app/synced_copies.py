"""Copies of what the person sent, from the mail that was read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

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

    def since(self, instant: datetime) -> Iterator[bytes]:
        for message in self.store.sent_messages(_MOST):
            if message.date is None or message.date < instant:
                return
            source = self.source_named(message.source)
            if source is not None:
                yield source.fetch(message.key, message.where).data
