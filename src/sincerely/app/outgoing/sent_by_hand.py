"""The person says that they have sent a message: what it did is recorded, exactly once, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sincerely.app.drafts.kept import Clock, message_named, process_of, sent_before, standing_of, take
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.claiming import ended_approval
from sincerely.app.outgoing.recording import what_it_did
from sincerely.app.processes.exits import add
from sincerely.app.today.wording import headline, moment
from sincerely.core.events import Event
from sincerely.core.outbound import Dispatch, State, Step
from sincerely.core.process import Process
from sincerely.core.standing import Holds
from sincerely.store.base import Store


@dataclass(frozen=True)
class Told:
    """What came of it.

    Attributes:
        message: as it stands now.
        process: the process that it belongs to.
        events: what was recorded.
        why: why nothing was, in words.
    """

    message: Dispatch
    process: Process
    events: tuple[Event, ...] = ()
    why: str = ""


def told_sent(store: Store, name: str, clock: Clock, now: datetime, *, anyway: bool = False) -> Told:
    """Record a message as sent by hand.

    An approval that is over ends here, and one that is held is no leave to send: then nothing is recorded, and the
    person is asked. What happened has happened, though: ``anyway`` records it.

    Args:
        store: the candidate's store.
        name: the message's.
        clock: gives the instant at which it was sent, on a zone's clock.
        now: when the person says so.
        anyway: it did go out.

    Raises:
        NothingThere: there is no such message.
        CannotStep: it was recorded already, or never approved.
    """
    load_tone()  # not while others wait
    with store.transaction():
        message = message_named(store, name)
        process = process_of(store, message.process)
        at = clock(process.header.tz)
        before = sent_before(store, message)
        if before is not None:
            return Told(message, process, why=f"It is recorded already, as {before.name}.")
        if message.state is State.APPROVED and not anyway:
            ended = ended_approval(store, message, process, at)
            if ended is not None:
                return Told(ended, process, why=ended.why)
            if standing_of(store, message, at).holds is Holds.EARLY:
                assert message.not_before is not None
                day = moment(message.not_before, process.header.tz)
                return Told(message, process, why=f"It is held until {day} (their time).")
        elif not anyway and message.state in {State.VOID, State.WITHDRAWN}:
            return Told(message, process, why=message.why or "It was withdrawn.")
        return _record(store, message, process, at, now)


def _record(store: Store, message: Dispatch, process: Process, at: datetime, now: datetime) -> Told:
    events, known = what_it_did(message, process, at)
    sent = take(store, message, message.after(Step.SEND, at, why="", events=tuple(event.id for event in events)))
    if not known:
        about = process.header.employer or process.header.id
        label = f"{about}: {headline(events[0], process.header)}, sent by hand as {message.name}"
        add(store, process.header, events, now, label)
    return Told(sent, process, tuple(events))
