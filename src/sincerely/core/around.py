"""What lies outside a process and still bears on it: the candidate's other processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .corrections import CORRECTIONS, SURE, uncorrected
from .events import (
    Accepted,
    Agreed,
    Asked,
    Briefed,
    Closed,
    Declined,
    Event,
    Found,
    Named,
    Offered,
    Rejected,
    Reminded,
    Scheduled,
    Told,
    Withdrew,
    Wrote,
)
from .header import Header
from .implied import with_implied
from .people import same_employer
from .rulings import Corrected, Done, Split

# What of another process bears on this one: referees' agreement and load, offers and what ended them,
# corrections of all these. Contacts count only at the same employer, see `project`.
_ANYWHERE = (
    Asked, Agreed, Declined, Told, Briefed, Reminded, Named,
    Offered, Accepted, Withdrew, Rejected, Closed, Scheduled, Corrected, Split,
)  # fmt: skip
_SAME_EMPLOYER = (Wrote, Found)
# What does not stand for itself.
_RESOLVED = (*CORRECTIONS, Done)


@dataclass(frozen=True)
class Outside:
    """One event of another process of the same candidate."""

    process: str
    employer: str
    event: Event


def project(header: Header, others: Iterable[tuple[Header, Iterable[Event]]]) -> tuple[Outside, ...]:
    """Return what of the candidate's other processes bears on the process of ``header``, oldest first."""
    # One fact that two sources report is one fact; the surer report stands.
    seen: dict[tuple[object, ...], Outside] = {}
    for other, events in others:
        if other.id == header.id:
            continue
        for event in events:
            if any(_bears(fact, header, other) for fact in with_implied(event)):
                key = (other.id, type(event), event.facts)
                held = seen.get(key)
                if held is None or held.event.confidence < event.confidence:
                    seen[key] = Outside(other.id, other.employer, event)
    return tuple(sorted(seen.values(), key=lambda outside: (outside.event.at, outside.process)))


def standing(around: tuple[Outside, ...]) -> tuple[Outside, ...]:
    """Return what stands of an ``around``: without what was corrected or is unsure, and with what follows from it."""
    if all(o.event.confidence >= SURE and not isinstance(o.event, _RESOLVED) for o in around):
        return around
    by_process: dict[str, list[Event]] = {}
    for o in around:
        by_process.setdefault(o.process, []).append(o.event)
    kept = {(process, event.id) for process, events in by_process.items() for event in uncorrected(tuple(events))}
    return tuple(
        replace(o, event=fact)
        for o in around
        if (o.process, o.event.id) in kept and o.event.confidence >= SURE
        for fact in with_implied(o.event)
    )


def _bears(event: Event, header: Header, other: Header) -> bool:
    if isinstance(event, _ANYWHERE):
        return True
    if not isinstance(event, _SAME_EMPLOYER):
        return False
    return same_employer(header.employer, (isinstance(event, Found) and event.employer) or other.employer)


def bears_outside(event: Event) -> bool:
    """Whether an event can change what the candidate's other processes report."""
    return any(isinstance(fact, _ANYWHERE + _SAME_EMPLOYER) for fact in with_implied(event))
