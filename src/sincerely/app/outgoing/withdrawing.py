"""Take an approval back before the message has gone out."""

from __future__ import annotations

from datetime import datetime

from sincerely.app.drafts.kept import message_named, take
from sincerely.core.outbound import CannotStep, Dispatch, State, Step
from sincerely.store.base import Store


def withdraw(store: Store, name: str, now: datetime) -> Dispatch:
    """Withdraw a message; its draft stays, and can be approved again.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it was sent or is being sent, or there is nothing to withdraw.
    """
    with store.transaction():
        message = message_named(store, name)
        if message.state is State.SENT:
            raise CannotStep(f'{message.name}: this was sent; "sincerely undo" takes back that you said so')
        if message.state is State.UNKNOWN:
            raise CannotStep(
                f'{message.name}: it may have gone out; "sincerely outgoing give-up {message.name}" ends it'
            )
        return take(store, message, message.after(Step.WITHDRAW, now, why="You withdrew it."))
