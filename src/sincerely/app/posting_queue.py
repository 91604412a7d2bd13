"""Which approved messages are to be sent from here: those of which the person said so; others they send by hand."""

from __future__ import annotations

from datetime import datetime

from sincerely.core.account import Account
from sincerely.core.outbound import LIVE, CannotStep, Dispatch, State
from sincerely.store.base import Store

from .kept import message_named
from .posting import account_of
from .sending import due

_NAME = "to_send"


def queue(store: Store, name: str) -> Dispatch:
    """Let an approved message be sent from here when its time has come.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not approved, or no mailbox is connected that it could be sent with.
    """
    with store.transaction():
        message = message_named(store, name)
        if message.state is not State.APPROVED:
            raise CannotStep(f"{message.name}: this is not approved")
        account = account_of(store, message)
        if account is None or not account.may_send:
            raise CannotStep(f"{message.name}: no mailbox is connected that it could be sent with; send it by hand")
        live = [each.number for each in store.outgoings() if each.state in LIVE and is_queued(store, each)]
        store.set_setting(_NAME, sorted({*live, message.number}))
    return message


def by_hand(store: Store, name: str) -> None:
    """Let a message be sent by hand: nothing sends it from here any more."""
    with store.transaction():
        message = message_named(store, name)
        store.set_setting(_NAME, [number for number in store.setting(_NAME) or () if number != message.number])


def is_queued(store: Store, message: Dispatch) -> bool:
    """Whether a message is to be sent from here."""
    return message.number in (store.setting(_NAME) or ())


def queued_due(store: Store, now: datetime) -> list[Dispatch]:
    """Return the messages that are to be sent from here and whose time has come."""
    return [message for message in due(store, now) if is_queued(store, message)]


def sending_account(store: Store, sender: str) -> Account | None:
    """Return the connected mailbox that mail of an address goes out with; None where there is none."""
    found = (each for each in store.accounts() if each.address.casefold() == sender.casefold() and each.may_send)
    return next(found, None)
