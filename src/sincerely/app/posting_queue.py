"""Which approved messages the person sends by hand: those of which they said so; all others go out from here."""

from __future__ import annotations

from sincerely.core.account import Account
from sincerely.core.handed import Place
from sincerely.core.outbound import LIVE, CannotStep, Dispatch, State
from sincerely.store.base import Store

from .kept import message_named
from .posting import account_of

_NAME = "sent_by_hand"


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
        store.set_setting(_NAME, [number for number in _numbers(store) if number != message.number])
    return message


def by_hand(store: Store, name: str) -> None:
    """Let a message be sent by hand: nothing sends it from here any more, unless the person asks for it."""
    with store.transaction():
        message = message_named(store, name)
        live = {each.number for each in store.outgoings() if each.state in LIVE}
        store.set_setting(_NAME, sorted({*live.intersection(_numbers(store)), message.number}))


def is_by_hand(store: Store, message: Dispatch) -> bool:
    """Whether the person sends a message: they said so, or had it written to a file for their own mail program."""
    handed = {each.message_id for each in store.handed(Place.FILE)}
    return message.number in _numbers(store) or message.message_id in handed


def _numbers(store: Store) -> list[int]:
    return store.setting(_NAME) or []


def sending_account(store: Store, sender: str) -> Account | None:
    """Return the connected mailbox that mail of an address goes out with; None where there is none."""
    found = (each for each in store.accounts() if each.address.casefold() == sender.casefold() and each.may_send)
    return next(found, None)
