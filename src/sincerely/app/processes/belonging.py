"""What may belong to another opening than the one under which it was filed: asked, where something hangs on it.

Of two openings at one employer, or of one consultant's two clients, a mail in no thread may name neither. It is filed
where it fits best. Where it fixes an interview, makes an offer, says no or wants something by a day, the person is
asked whether it belongs there. Until they answer it counts there, so that no day passes unseen; but for a no, which
would end what may go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sincerely.app.processes.exits import BY_HAND, Deed, keep_with
from sincerely.app.processes.regrouping import apart, new_name, remember
from sincerely.core.corrections import SURE
from sincerely.core.events import Cancelled, Event, Interviewed, Moved, Offered, Rejected, Requested, Scheduled
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.people import same_employer
from sincerely.core.process import Process
from sincerely.core.rulings import Split
from sincerely.store.base import Change, Store

# What a mail says comes from whoever read it: to ask Today nothing of reading is needed.
if TYPE_CHECKING:
    from sincerely.app.mail_in.reading_mail import Said

DOUBTED, ANSWERED = "belonging", "belonging_answered"
_WEIGHTY = (Scheduled, Moved, Cancelled, Interviewed, Offered, Rejected)
# A link that is as sure leaves nothing to ask, see `reading.linking.Link`.
_LIKELY = 0.7
_UNSURE = SURE - 0.01
_NAMES_IT = frozenset({"role", "requisition"})
# What nobody has heard of for so long is no more what a mail is about, and what is so old is not asked about.
_LIVELY = timedelta(days=120)
_ASKED_WITHIN = timedelta(days=45)
_MOST = 200


@dataclass(frozen=True)
class Doubt:
    """One message of which it is asked where it belongs.

    Attributes:
        asked: id of the event that is shown.
        process: where it is filed.
        events: ids of all that it says, and of what went on with it since: that belongs wherever it does.
        lowered: ids of those that are no more than a question until then.
        people: addresses at the other end.
        others: where it may belong instead.
        role: the opening that it names, if any.
    """

    asked: str
    process: str
    events: tuple[str, ...]
    lowered: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    role: str = ""


def is_weighty(event: Event) -> bool:
    """Whether it matters much where an event belongs."""
    return isinstance(event, _WEIGHTY) or (isinstance(event, Requested) and event.by is not None)


def may_be_elsewhere(said: Said) -> bool:
    """Whether a message is filed under a process for want of a better one, and something hangs on it."""
    link = said.link
    if link is None or link.process is None or link.confidence >= _LIKELY or said.sent:
        return False
    # What a referee says holds for the whole search.
    return link.why != "referee" and any(is_weighty(e) and e.confidence >= SURE for e in said.events)


def doubt(said: Said, header: Header, others: Iterable[Process], now: datetime) -> Doubt | None:
    """Return what is to be asked of a message that may belong elsewhere; None where there is nowhere else.

    Args:
        said: what it says.
        header: where it is filed.
        others: the candidate's other processes.
        now: the instant.
    """
    weighty = [e for e in said.events if is_weighty(e) and e.confidence >= SURE]
    at = weighty[0].at
    if at < now - _ASKED_WITHIN:
        return None
    rivals = tuple(other.header.id for other in others if _is_rival(header, other, at))
    # A person of this process speaks of another opening: it may be one of which nothing is known yet.
    if not rivals and (said.link is None or said.link.why != "perhaps"):
        return None
    people = tuple(sorted(said.clues.people)) if said.clues is not None else ()
    return with_said(Doubt(weighty[0].id, header.id, (), people=people, others=rivals, role=said.role), said)


def with_said(one: Doubt, said: Said) -> Doubt:
    """Return what is asked, with another message that belongs wherever the first one does."""
    lowered = [event.id for event in said.events if _waits(event)]
    return replace(
        one,
        events=tuple(dict.fromkeys((*one.events, *(event.id for event in said.events)))),
        lowered=tuple(dict.fromkeys((*one.lowered, *lowered))),
    )


def goes_on_with(said: Said, doubts: Iterable[Doubt], process: str) -> Doubt | None:
    """Return the open question about a process with which a message goes on: the same people write, or are written to.

    Not where the message names the opening itself.
    """
    link, clues = said.link, said.clues
    if link is None or clues is None or link.why in _NAMES_IT:
        return None
    return next((one for one in doubts if one.process == process and clues.people.intersection(one.people)), None)


def is_of_one_house(header: Header, other: Header) -> bool:
    """Whether two processes, and not one, are of one house, or of one consultant's."""
    same = same_employer(header.employer, other.employer)
    agency = header.via == other.via == "agency" and header.consultant == other.consultant != ""
    return other.id != header.id and (same or agency)


def _is_rival(header: Header, other: Process, at: datetime) -> bool:
    """Whether a process could be what a mail is about: of the same house, and neither ended nor forgotten then."""
    if not is_of_one_house(header, other.header):
        return False
    known = fold(other.header, [event for event in other.reports if event.at <= at])
    return bool(known.events) and known.outcome is None and known.events[-1].at > at - _LIVELY


def asked_first(said: Said) -> Said:
    """Return what such a message says; a no as a question only."""
    if not any(map(_waits, said.events)):
        return said
    events = tuple(replace(event, confidence=_UNSURE) if _waits(event) else event for event in said.events)
    return replace(said, events=events)


def _waits(event: Event) -> bool:
    return isinstance(event, Rejected) and event.confidence >= SURE


def keep(store: Store, doubts: Iterable[Doubt]) -> None:
    """Remember what is to be asked; within a transaction."""
    new = {one.asked: one for one in doubts}
    if new:
        kept = {one.asked: one for one in _kept(store)} | new
        store.set_setting(DOUBTED, [asdict(one) for one in list(kept.values())[-_MOST:]])


def _kept(store: Store) -> list[Doubt]:
    """Return what was remembered, answered or not."""
    kept: list[dict[str, Any]] = store.setting(DOUBTED) or []
    return [_doubt_of(**one) for one in kept]


def _doubt_of(asked: str, process: str, role: str, **lists: list[str]) -> Doubt:
    return Doubt(asked, process, role=role, **{name: tuple(values) for name, values in lists.items()})


def open_doubts(store: Store) -> dict[str, Doubt]:
    """Return what is to be answered still, by the event that is shown."""
    answered = set(store.setting(ANSWERED) or ())
    return {one.asked: one for one in _kept(store) if one.asked not in answered}


def doubts_of(process: Process, doubts: Mapping[str, Doubt]) -> Iterator[tuple[Event, Doubt]]:
    """Yield what is asked of a process, by what of it weighs most: a no that waits for the answer, or what stands."""
    unsure, standing = ({event.id: event for event in some} for some in (process.unsure, process.events))
    for one in doubts.values():
        if one.process != process.header.id:
            continue
        waits = [unsure[name] for name in one.lowered if name in unsure]
        event = waits[-1] if waits else standing.get(one.asked)
        if event is not None:
            yield event, one


def title(header: Header) -> str:
    """Return a process in words, as one asks for it: ``Data analyst at Acme``."""
    return " at ".join(part for part in (header.role, header.employer) if part) or header.id


def answer(store: Store, process: Process, one: Doubt, *, yes: bool, now: datetime) -> Deed:
    """Take the answer to whether a message belongs to a process, as one deed that can be undone.

    Where it does not, and one other process is left, it belongs there; else it begins one of its own.
    """
    told = [event for event in (*process.events, *process.unsure) if event.id in one.events]
    sure = [replace(e, confidence=1.0, source=BY_HAND) for e in told if e.id in one.lowered and e.confidence < SURE]
    settings = {ANSWERED: [*(store.setting(ANSWERED) or ()), one.asked][-_MOST:]}
    if yes:
        changes = [Change(process.header, sure)] if sure else []
        return keep_with(store, changes, settings, now, f"Yes: to {title(process.header)}")
    to = _other(store, process.header, one)
    moved = [event for event in told if event.confidence >= SURE or event.id not in one.lowered] + sure
    away = Split(at=now, who=tuple(dict.fromkeys(e.id for e in told)), to=to.id, source=BY_HAND)
    changes = [Change(to, moved), Change(process.header, [away])]
    with store.transaction():
        deed = keep_with(store, changes, settings, now, f"No: to {title(to)}")
        remember(store, changes)
    return deed


def _other(store: Store, header: Header, one: Doubt) -> Header:
    left = [process.header for name in one.others if (process := store.process(name)) is not None]
    if len(left) == 1:
        return left[0]
    name = new_name(store, header.employer, one.role)
    return replace(apart(header, name), role=one.role)
