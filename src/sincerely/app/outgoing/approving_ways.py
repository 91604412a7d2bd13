"""Approve a draft and say who sends it, in one: nothing sends from here what the person wants to send by hand."""

from __future__ import annotations

from sincerely.app.drafts.kept import Clock
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.approving import Answer, Wish, approve_draft
from sincerely.app.outgoing.sent_by_whom import by_hand, queue
from sincerely.store.base import Store


def approve_for(store: Store, name: str, wish: Wish, clock: Clock, *, from_here: bool) -> Answer:
    """Approve a draft, to be sent from here or by the person; see `approve_draft`.

    Raises:
        NothingThere: there is no such draft, or nobody to send it to.
        NothingToOverrule: a check is named that has found nothing.
        CannotStep: it was sent, is being sent, or can't be sent from here; then it is not approved either.
    """
    load_tone()  # not while others wait
    with store.transaction():
        answer = approve_draft(store, name, wish, clock)
        if answer.approved:
            (queue if from_here else by_hand)(store, answer.message.name)
    return answer
