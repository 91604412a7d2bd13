"""What follows from "done elsewhere": a call counts as the mail that it replaces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .events import AskedWhy, Briefed, Closed, Event, Submitted, Thanked, ThankedReference, Withdrew, Wrote
from .rulings import Done


def implied(event: Event) -> tuple[Event, ...]:
    """Return the facts that follow from an event, none for most."""
    if not isinstance(event, Done):
        return ()
    make = _DONE.get(event.code)
    if make is None:
        return ()
    fact = make(event)
    return (replace(fact, source=event.source, confidence=event.confidence, quote=event.quote),)


def with_implied(event: Event) -> tuple[Event, ...]:
    """Return an event and what follows from it."""
    return (event, *implied(event)) if isinstance(event, Done) else (event,)


_DONE: dict[str, Callable[[Done], Event]] = {
    "THX001": lambda d: Thanked(at=d.at, who=d.who, channel=d.channel),
    "REF002": lambda d: Briefed(at=d.at, who=d.who),
    "REF006": lambda d: ThankedReference(at=d.at, who=d.who),
    "WAIT003": lambda d: Wrote(at=d.at, who=d.who, purpose="check-in", channel="other"),
    "WAIT004": lambda d: Wrote(at=d.at, who=d.who, purpose="reply", channel="other"),
    "WAIT005": lambda d: Closed(at=d.at, reason="silent"),
    "ASK001": lambda d: Submitted(at=d.at, who=d.who),
    "OFF001": lambda d: Wrote(at=d.at, who=d.who, purpose="reply", channel="other"),
    "OFF002": lambda d: Wrote(at=d.at, who=d.who, purpose="other", channel="other"),
    "OFF003": lambda d: Withdrew(at=d.at),
    "BYE001": lambda d: AskedWhy(at=d.at, who=d.who),
    "BYE002": lambda d: Closed(at=d.at, reason="silent"),
    "BYE003": lambda d: Wrote(at=d.at, who=d.who, purpose="other", channel="other"),
}
