"""After a crash: what was being sent by somebody who is gone is in doubt, and says so."""

from __future__ import annotations

from datetime import datetime

from sincerely.app.drafts.kept import take
from sincerely.core.outbound import Dispatch, State, Step
from sincerely.store.base import Store

WHY = "It was being sent when the program ended; whether the server took it, nobody knows yet."


def recover(store: Store, now: datetime) -> list[Dispatch]:
    """Put every message in doubt that is claimed by nobody who still lives; return them.

    Whoever sends holds the message's lock from before the claim until its fate is stored. So a claimed message
    whose lock can be had has no sender any more, and none can begin: a claim leads on from an approval only.
    """
    lost = []
    for found in store.outgoings():
        if found.state is not State.CLAIMED:
            continue
        with store.alone(found.message_id) as mine:
            if mine is None:
                continue
            with store.transaction():
                # It may have been stored between our reading and our holding the lock.
                message = store.outgoing(found.number)
                if message is not None and message.state is State.CLAIMED:
                    lost.append(take(store, message, message.after(Step.LOSE, now, why=WHY)))
    return lost
