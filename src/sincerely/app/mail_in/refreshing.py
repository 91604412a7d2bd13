"""Read what is new in the person's mail, before anything is sent or looked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sincerely.app import wiring
from sincerely.app.mail_in.sync import sync
from sincerely.app.mail_in.synced import Synced
from sincerely.core.account import Account
from sincerely.sources.base import Source, SourceError
from sincerely.store.base import Store

Note = Callable[[str], None]
"""Gets what is wrong and stops nothing, one line each."""


def refresh(store: Store, now: datetime, note: Note, needed: Account | None = None) -> None:
    """Read what is new in the mailboxes and files that were read before, and in every connected mailbox.

    Args:
        store: the candidate's store.
        now: the instant.
        note: told what can't be read.
        needed: the mailbox without whose news nothing may be sent.

    Raises:
        SourceError: the needed mailbox can't be read.
        StoreError: the store can't be written.
    """
    address = ""
    if needed is not None and needed.imap is not None:
        address = needed.address
        done = _read(store, (wiring.mailbox(needed, patient=False),), now)
        if done.failed:
            raise SourceError(address, _without(done.notes, address), "try again when it can be read")
    found = wiring.sources_before(store, besides=address)
    for line in found.notes:
        note(line)
    if found.sources:
        done = _read(store, found.sources, now)
        # What was passed over on purpose "sincerely sync" tells.
        for line in done.notes if done.failed else ():
            note(line)


def _read(store: Store, sources: tuple[Source, ...], now: datetime) -> Synced:
    return sync(store, sources, wiring.reader(store, now=now), now, lambda *_: None)


def _without(notes: list[str], place: str) -> str:
    """Return what was wrong, without saying again where."""
    return "; ".join(line.removeprefix(f"{place}: ") for line in notes)
