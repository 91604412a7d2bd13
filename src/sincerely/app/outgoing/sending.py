"""Send an approved message, at most once: claim, hand over, keep what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sincerely.app.drafts.kept import message_named, process_of, take
from sincerely.app.here import here
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.recording import record
from sincerely.core.outbound import STEPS, CannotStep, Dispatch, State, Step
from sincerely.core.process import Process
from sincerely.core.standing import next_try
from sincerely.outbox.base import Fate, Outbox, Parcel, Result
from sincerely.outbox.eml import parcel
from sincerely.store.base import Store

Now = Callable[[], datetime]

_STEPS = {
    Fate.UNKNOWN: Step.LOSE,
    Fate.REFUSED: Step.VOID,
    Fate.LATER: Step.RETRY,
    Fate.ACCOUNT: Step.RETRY,
}


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    Attributes:
        message: as it stands now.
        process: the process that it belongs to.
        fate: what became of it at the server; None where it was not handed over.
        why: why it was not sent, or why nobody knows, in words.
    """

    message: Dispatch
    process: Process
    fate: Fate | None = None
    why: str = ""


def send(store: Store, name: str, outbox: Outbox, now: Now, refresh: Callable[[], None]) -> Outcome:
    """Send a message whose day has come, if everything still stands; say what came of it.

    The message's own lock is held throughout, so that a claim without a sender can be told from one at work.

    Args:
        store: the candidate's store.
        name: the message's.
        outbox: where it goes.
        now: the clock.
        refresh: reads what is new in the person's mail; what it raises leaves the message as it stands.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it is not approved, held, being sent by somebody else, or can't be sent from here.
        NoAddress: one of those it goes to is no address.
    """
    message = message_named(store, name)
    data = _parcel(message, now())
    if message.state is not State.APPROVED:
        message.after(Step.CLAIM, now())  # says where it stands
    _check_due(store, message, now())
    refresh()
    if (ended := _ended(store, name)) is not None:
        return ended
    with store.alone(message.message_id) as still:
        if still is None:
            raise CannotStep(f"{message.name}: another process is sending this just now; nothing was changed")
        claimed = claim_message(store, name, now())
        process = process_of(store, claimed.message.process)
        if claimed.message.state is not State.CLAIMED:
            return Outcome(claimed.message, process, why=claimed.why)
        result = outbox.send(data, still)
        return _keep(store, claimed.message, result, now())


def _ended(store: Store, name: str) -> Outcome | None:
    """Return what the reading of the mail has made of a message, where it needs no sending any more."""
    message = message_named(store, name)
    if message.state not in {State.SENT, State.VOID}:
        return None
    return Outcome(message, process_of(store, message.process), why=message.why)


def due(store: Store, now: datetime) -> list[Dispatch]:
    """Return the approved messages whose time to be sent, or to be tried again, has come; the longest due first."""
    tries = [(next_try(message), message) for message in store.outgoings()]
    ready = [(at, message.number, message) for at, message in tries if at is not None and at <= now]
    return [message for _, _, message in sorted(ready, key=lambda each: each[:2])]


def _parcel(message: Dispatch, now: datetime) -> Parcel:
    """Return what is handed over.

    Raises:
        CannotStep: it can't be sent from here.
    """
    by_hand = f'"sincerely outgoing eml {message.name} FILE" writes it for your mail program'
    if message.text.attach:
        raise CannotStep(f"{message.name}: {', '.join(message.text.attach)} must be attached, by hand; {by_hand}")
    if not message.sender:
        raise CannotStep(f"{message.name}: your own address is not known; approve it again with --from ADDRESS")
    return parcel(message.text, message.sender, message.message_id, now.astimezone(here()))


def _check_due(store: Store, message: Dispatch, now: datetime) -> None:
    """Say at once, before any mail is read, that it is too early."""
    if message.not_before is not None and now < message.not_before:
        zone = process_of(store, message.process).header.tz
        until = message.not_before.astimezone(zone)
        raise CannotStep(f"{message.name}: it is held until {until:%Y-%m-%d %H:%M:%S} (their time); nothing was sent")


def _keep(store: Store, claimed: Dispatch, result: Result, now: datetime) -> Outcome:
    """Store what came of it, whatever was done with the message meanwhile: what happened has happened."""
    with store.transaction():
        message = message_named(store, claimed.name)
        process = process_of(store, message.process)
        if result.fate is Fate.TAKEN:
            if message.state is not State.SENT:
                message = record(store, message, process, now)
            return Outcome(message, process, result.fate)
        step = _STEPS[result.fate]
        if message.state is State.UNKNOWN and result.fate is not Fate.UNKNOWN:
            step = Step.VOID  # thought to be lost, and known now not to have gone out
        if (message.state, step) in STEPS and message.state in {State.CLAIMED, State.UNKNOWN}:
            message = take(store, message, message.after(step, now, why=result.told))
    return Outcome(message, process, result.fate, result.told)
