"""Send approved messages by themselves when their time has come.

Nothing goes out in the 30 seconds after its approval: so long it can be withdrawn.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sincerely.app.drafts.kept import message_named, take
from sincerely.app.mail_in.refreshing import Note
from sincerely.app.outgoing.posting import post
from sincerely.app.outgoing.sending import Now
from sincerely.app.outgoing.sent_by_whom import by_hand, goes_by_itself
from sincerely.app.processes.exits import NothingThere
from sincerely.core.outbound import CannotStep, Dispatch, State, Step
from sincerely.outbox.base import Outbox
from sincerely.outbox.eml import NoAddress
from sincerely.store.base import Store

# Approvals come from other programs too, which tell nobody: so often it is looked for them.
LOOK_EVERY = timedelta(minutes=1)


def send_due(store: Store, now: Now, note: Note = lambda _: None, *, through: Outbox | None = None) -> datetime:
    """Send whatever is due, the longest due first, and return when to look again.

    Args:
        store: the candidate's store.
        now: the clock.
        note: told what could not be read.
        through: where it goes; by default through the connected mailbox that each message is from.

    Raises:
        StoreError: the store can't be written.
    """
    for message in due_by_itself(store, now()):
        try:
            post(store, message.name, now, note, through=through)
        except NoAddress as error:
            _leave_to_the_person(store, message.name, now(), str(error))
        except (CannotStep, NothingThere) as error:
            note(str(error))  # somebody was quicker
    ahead = [at for message in store.outgoings() if (at := goes_by_itself(store, message)) is not None]
    soon = now() + LOOK_EVERY
    return min([soon, *(at for at in ahead if at > now())])


def _leave_to_the_person(store: Store, name: str, now: datetime, why: str) -> None:
    """Say what is wrong with a message that no second try would mend."""
    with store.transaction():
        message = message_named(store, name)
        if message.state is State.APPROVED:
            by_hand(store, name)
            take(store, message, message.after(Step.HOLD, now, why=f"It can't be sent: {why}."))


def due_by_itself(store: Store, now: datetime) -> list[Dispatch]:
    """Return the messages that go out now without anybody's doing, the longest due first."""
    found = ((goes_by_itself(store, message), message) for message in store.outgoings())
    ready = [(at, message.number, message) for at, message in found if at is not None and at <= now]
    return [message for _, _, message in sorted(ready, key=lambda each: each[:2])]
