"""The copy of what was sent, in the mailbox's own Sent folder: where the provider puts none there, and once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sincerely.accounts.providers import saves_sent
from sincerely.app import wiring
from sincerely.app.here import here
from sincerely.app.mail_in.refreshing import Note
from sincerely.app.mail_in.sent_copy import known_by
from sincerely.core.account import Account
from sincerely.core.handed import Handed, Place
from sincerely.core.outbound import Dispatch, State
from sincerely.outbox.eml import parcel
from sincerely.reading.letters.mime import parse
from sincerely.sources.base import SourceError
from sincerely.store.base import Store

_ALONE = "copies of what was sent"
_SEEN = b"\\Seen"


def want_copy(store: Store, message: Dispatch, account: Account, now: datetime) -> None:
    """Remember, before a message is handed to a server, that its copy is wanted; it is put there once it was sent."""
    if account.imap is not None and account.smtp is not None and not saves_sent(account.smtp.host):
        store.save_handed(Handed.of(message, Place.SENT, now, account=account.address, done=False))


def file_copies(store: Store, now: datetime, note: Note, read: Collection[str] | None = None) -> int:
    """Put the copies that are still wanted into Sent, and return how many were added.

    Only of what was sent: of a message in doubt, once that is settled. A copy that is there already, under whatever
    name a server gave it, is left alone. What can't be done now is tried again the next time.

    Args:
        store: the candidate's store.
        now: the instant.
        note: told what could not be done.
        read: names of the sources that were just read: no other mailbox is asked. By default every one is.
    """
    accounts = {
        each.address: each
        for each in store.accounts()
        if each.imap is not None and not each.read_only and (read is None or f"imap:{each.address}" in read)
    }
    if not _wanted(store, accounts):
        return 0
    with store.alone(_ALONE) as mine:
        # Asked again: whoever held it before may have put them there.
        return sum(_file(store, *each, now, note) for each in _wanted(store, accounts)) if mine is not None else 0


def _wanted(store: Store, accounts: dict[str, Account]) -> list[tuple[Handed, Dispatch, Account]]:
    found = []
    for handed in store.handed(Place.SENT):
        if handed.done or handed.account not in accounts:
            continue
        message = store.outgoing(handed.outgoing)
        if message is not None and message.state is State.SENT:
            found.append((handed, message, accounts[handed.account]))
    return found


def _file(store: Store, handed: Handed, message: Dispatch, account: Account, now: datetime, note: Note) -> bool:
    try:
        added = not _is_there(message, account) and _added(message, account)
    except SourceError as error:
        note(f"{message.name} was sent; its copy is not in your Sent folder yet: {error}")
        return False
    store.save_handed(replace(handed, at=now, done=True))
    return added


def _is_there(message: Dispatch, account: Account) -> bool:
    return any(known_by(message, parse(data)) for data in wiring.mailbox_copies(account).of(message))


def _added(message: Dispatch, account: Account) -> bool:
    sent = message.changed_at.astimezone(here())
    data = parcel(message.text, message.sender, message.message_id, sent).data
    with wiring.folder_of(account, Place.SENT) as folder:
        return folder.add(data, message.message_id, _SEEN, sent)
