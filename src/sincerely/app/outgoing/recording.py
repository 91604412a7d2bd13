"""What a message did is recorded with it, in one transaction, once: whoever sent it, and wherever that became known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sincerely.app.drafts.kept import take
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.message import outgoing_of
from sincerely.app.today.policies import load_policy
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.events import Event
from sincerely.core.outbound import Dispatch, Step
from sincerely.core.outbound_events import events_of
from sincerely.core.process import Process
from sincerely.gate.case import Case, Desk
from sincerely.store.base import Change, Store


def what_it_did(message: Dispatch, process: Process, at: datetime, source: str = "") -> tuple[Sequence[Event], bool]:
    """Return the events that record a message as sent, and whether the process has them already.

    Args:
        message: the message.
        process: the process that it belongs to.
        at: when it was sent.
        source: the Message-ID of its copy, in angle brackets, where a server gave it another one.
    """
    names = {message.message_id, source or message.message_id}
    known = [event for event in process.events if event.source in names]
    if known:
        return known, True
    made = events_of(message, process, at, nudges=_nudges(message, process, at))
    return [replace(event, source=source or event.source) for event in made], False


def record(
    store: Store, message: Dispatch, process: Process, at: datetime, *, why: str = "", source: str = ""
) -> Dispatch:
    """Record a message as sent, inside a transaction; it is a fact, not something that the person said.

    Raises:
        CannotStep: it was recorded already.
    """
    events, known = what_it_did(message, process, at, source)
    sent = take(store, message, message.after(Step.SEND, at, why=why, events=tuple(event.id for event in events)))
    if not known:
        store.add([Change(process.header, events)], at)
    return sent


def _nudges(message: Dispatch, process: Process, at: datetime) -> bool:
    """Whether the text asks for news, whatever the draft was for."""
    calendar = working_calendar(process.header.country, process.header.zone)
    desk = Desk(load_policy(message.profile).for_process(process.header.id), load_tone(), calendar)
    return Case(outgoing_of(message.text, message.sender), process, at, desk).reading.nudges
