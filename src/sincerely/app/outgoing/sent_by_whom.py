"""Who sends an approved message: Sincerely by itself, once its time has come, or the person by hand.

Whoever sends by hand, or from a mailbox that is not connected here, is not sent for.
"""

from __future__ import annotations

from datetime import datetime
from email.utils import parseaddr

from sincerely.app.drafts.kept import message_named
from sincerely.core.account import Account
from sincerely.core.handed import Place
from sincerely.core.outbound import LIVE, CannotStep, Dispatch, State
from sincerely.core.standing import by_itself
from sincerely.store.base import Store

_SETTING = "sends_by_itself"
BY_HAND = "sent_by_hand"
WANTED_AGAIN = "Nobody knows whether it went out; you wanted to send it again."
"""Why a message in doubt is no longer approved, where the person asked for it."""


def account_of(store: Store, message: Dispatch) -> Account | None:
    """Return the connected mailbox that a message is from; None where there is none."""
    address = parseaddr(message.sender)[1].casefold()
    return next((each for each in store.accounts() if each.address.casefold() == address), None)


def is_on(store: Store) -> bool:
    """Whether approved messages go out by themselves: unless the person wants to send each by hand."""
    return store.setting(_SETTING) is not False


def turn(store: Store, *, on: bool) -> None:
    """Let approved messages go out by themselves, or not."""
    store.set_setting(_SETTING, on)


def goes_by_itself(store: Store, message: Dispatch) -> datetime | None:
    """Return from when on a message is sent without anybody's doing; None where it never is."""
    at = by_itself(message)
    if at is None or message.text.attach or not is_on(store) or is_by_hand(store, message):
        return None
    account = account_of(store, message)
    return at if account is not None and account.may_send else None


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
        store.set_setting(BY_HAND, [number for number in _numbers(store) if number != message.number])
    return message


def by_hand(store: Store, name: str) -> None:
    """Let a message be sent by hand: nothing sends it from here any more, unless the person asks for it."""
    with store.transaction():
        message = message_named(store, name)
        live = {each.number for each in store.outgoings() if each.state in LIVE}
        store.set_setting(BY_HAND, sorted({*live.intersection(_numbers(store)), message.number}))


def is_by_hand(store: Store, message: Dispatch) -> bool:
    """Whether the person sends a message: they said so, or had it written to a file for their own mail program."""
    handed = {each.message_id for each in store.handed(Place.FILE)}
    return message.number in _numbers(store) or message.message_id in handed


def _numbers(store: Store) -> list[int]:
    return store.setting(BY_HAND) or []


def sending_account(store: Store, sender: str) -> Account | None:
    """Return the connected mailbox that mail of an address goes out with; None where there is none."""
    found = (each for each in store.accounts() if each.address.casefold() == sender.casefold() and each.may_send)
    return next(found, None)
