"""What the person chose about themselves and about being reminded, as deeds that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sincerely.app.mail_in.own_addresses import ME, NOT_ME, refused, with_more
from sincerely.app.processes.exits import Deed, set_by_hand
from sincerely.core.account import Account
from sincerely.store.base import Store


class NoAddress(ValueError):
    """That is no address, or one that has to stay; the message says what to do."""


def as_deed(store: Store, setting: str, change: Callable[[], str], now: datetime) -> Deed:
    """Let something change one setting, and keep that as a deed that can be undone.

    Args:
        store: the candidate's store.
        setting: the one that changes.
        change: does it, and says in words what it did; what it raises changes nothing.
        now: the instant.
    """
    with store.transaction():
        before = store.setting(setting)
        label = change()
        after: Any = store.setting(setting)
        store.set_setting(setting, before)
        return set_by_hand(store, {setting: after}, label, now)


def addresses(store: Store) -> list[str]:
    """Return the person's own addresses."""
    return list(store.setting(ME) or ())


def unconnected(store: Store) -> list[str]:
    """Return those of the person's own addresses whose mailbox is not connected."""
    connected = {account.address.casefold() for account in store.accounts()}
    return [one for one in addresses(store) if one.casefold() not in connected]


def add_address(store: Store, address: str, now: datetime) -> Deed:
    """Say that an address is the person's own: what comes from there they wrote.

    Raises:
        AccountError: it is none.
    """
    found = Account(address=address.strip().lower()).address
    left_out = [one for one in refused(store) if one != found]
    settings = {ME: with_more(addresses(store), [found]), NOT_ME: left_out}
    return set_by_hand(store, settings, f"{found} is yours", now)


def remove_address(store: Store, address: str, now: datetime) -> Deed:
    """Say that an address is not the person's own; no sync takes it for one again.

    Raises:
        NoAddress: it is not among them, or a connected mailbox has it.
    """
    known = addresses(store)
    if address not in known:
        raise NoAddress(f"{address}: is not among your addresses; there are {', '.join(known) or 'none'}")
    if any(account.address.casefold() == address.casefold() for account in store.accounts()):
        raise NoAddress(f"{address}: is a connected mailbox's; remove that first")
    settings = {ME: [one for one in known if one != address], NOT_ME: with_more(refused(store), [address])}
    return set_by_hand(store, settings, f"{address} is not yours", now)
