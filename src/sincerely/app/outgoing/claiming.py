"""Claim an approved message, so that nobody else sends it: the gate's last word, and one conditional UPDATE."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sincerely.app.drafts.kept import message_named, process_of, sent_before, standing_of, take, why_over
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.approving import judge
from sincerely.app.outgoing.reviewing import beside_sent
from sincerely.core.outbound import CannotStep, Dispatch, State, Step
from sincerely.core.process import Process
from sincerely.core.standing import Holds
from sincerely.gate.approval import claim
from sincerely.store.base import Store


@dataclass(frozen=True)
class Claimed:
    """What came of it.

    Attributes:
        message: the message as it stands now.
        why: why it can't go out, in words; empty where it may.
    """

    message: Dispatch
    why: str = ""


def claim_message(store: Store, name: str, now: datetime) -> Claimed:
    """Claim a message whose day has come, if the gate still passes it; else say why not.

    An approval that is over ends here, and so does one whose text turned out to have been sent. Of several who claim
    at once, one gets it; the others are told so. Whoever claims holds `Store.alone` on the Message-ID from before
    the claim until what came of it is stored: a claimed message that nobody holds is one whose sender is gone.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not approved, or somebody else was first.
    """
    load_tone()  # not while others wait
    with store.transaction():
        message = message_named(store, name)
        if message.state is not State.APPROVED:
            message.after(Step.CLAIM, now)  # says where it stands
        process = process_of(store, message.process)
        ended = ended_approval(store, message, process, now)
        if ended is not None:
            return Claimed(ended, ended.why)
        sent = sent_before(store, message)
        if sent is not None:
            twice = message.after(Step.VOID, now, why=f"It turned out that it was sent already, as {sent.name}.")
            return Claimed(take(store, message, twice), twice.why)
        if standing_of(store, message, now).holds is Holds.EARLY:
            raise CannotStep(f"{message.name}: it is held until {message.not_before:%Y-%m-%d %H:%M %Z}")
        after = claim(message, judge(message, process, now, {}, beside_sent(store, message, process, now)).verdict, now)
        take(store, message, after)
    return Claimed(after, "" if after.state is State.CLAIMED else after.why)


def ended_approval(store: Store, message: Dispatch, process: Process, now: datetime) -> Dispatch | None:
    """End a message's approval where it no longer holds, and return the message; None where it does."""
    found = standing_of(store, message, now)
    if not found.over:
        return None
    return take(store, message, message.after(Step.VOID, now, why=why_over(found, message, process)))
