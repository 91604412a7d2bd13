"""Which opening a mail belongs to, where it may be of several: what of it is asked, and what counts until the answer.

Of two openings at one employer, or of one consultant's two clients, a mail in no thread may name neither. It is filed
where it fits best. Where it fixes an interview, makes an offer, ends something or wants something by a day, the person
is asked whether it belongs there. Until they answer it counts there, so that no day passes unseen; but for what would
end what may go on, and for an offer that may be another employer's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sincerely.core.corrections import SURE
from sincerely.core.events import Cancelled, Event, Heard, Interviewed, Moved, Offered, Requested, Scheduled, Wrote
from sincerely.core.fold import fold
from sincerely.core.header import Header
from sincerely.core.people import same_employer
from sincerely.core.process import Process
from sincerely.core.verbs import OUTCOMES

from .clues import Clues
from .openings import Link

_WEIGHTY = (Scheduled, Moved, Cancelled, Interviewed, Offered, *OUTCOMES)
# A link that is as sure leaves nothing to ask, see `openings.Link`.
_LIKELY = 0.7
_UNSURE = SURE - 0.01
_NAMES_IT = frozenset({"role", "requisition", "named"})
# What nobody has heard of for so long is no more what a mail is about, and what is so old is not asked about.
_LIVELY = timedelta(days=120)
_ASKED_WITHIN = timedelta(days=45)


@dataclass(frozen=True)
class Mail:
    """What a message says and where it is filed.

    Attributes:
        events: with their source and confidence; unsure ones below `SURE`.
        link: which process they belong to; None where it is not about hiring.
        clues: what leads later messages there.
        role: the opening, as far as this message tells.
        sent: whether the candidate wrote it.
    """

    events: tuple[Event, ...] = ()
    link: Link | None = None
    clues: Clues | None = None
    role: str = ""
    sent: bool = False


@dataclass(frozen=True)
class Doubt:
    """One message of which it is asked where it belongs.

    Attributes:
        asked: id of the event that is shown.
        process: where it was filed first.
        events: ids of all that it says, and of what went on with it since: that belongs wherever it does.
        lowered: ids of those that are no more than a question until then.
        people: addresses at the other end.
        others: where it may belong instead, in the order in which they are asked of.
        role: the opening that it names, if any.
        mails: Message-IDs of it, and of what went on with it.
        open: whether it may be of none of them, either: then what is lowered is asked of the last one too.
    """

    asked: str
    process: str
    events: tuple[str, ...]
    lowered: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    role: str = ""
    mails: tuple[str, ...] = ()
    open: bool = False

    def at(self, process: str) -> Doubt | None:
        """Return it as it is asked once it went to one of these processes; None where it never goes there."""
        names = (self.process, *self.others)
        return replace(self, process=process, others=names[names.index(process) + 1 :]) if process in names else None


def is_weighty(event: Event) -> bool:
    """Whether it matters much where an event belongs."""
    return isinstance(event, _WEIGHTY) or (isinstance(event, Requested) and event.by is not None)


def is_of_one_opening(event: Event) -> bool:
    """Whether a fact must not stand in the wrong process; that somebody wrote does no harm there."""
    return not (isinstance(event, Wrote) or (isinstance(event, Heard) and not event.asks))


def may_be_elsewhere(said: Mail) -> bool:
    """Whether a message is filed under a process for want of a better one, and something hangs on it."""
    link = said.link
    if link is None or link.process is None or link.confidence >= _LIKELY:
        return False
    # What a referee says holds for the whole search.
    return link.why != "referee" and any(_hangs(event, said) for event in said.events)


def _hangs(event: Event, said: Mail) -> bool:
    """Whether something hangs on where an event belongs; of what the candidate writes, on what ends a process only."""
    return isinstance(event, OUTCOMES) if said.sent else is_weighty(event)


def asked_of(
    said: Mail,
    filed: Process,
    others: Iterable[Process],
    now: datetime,
    doubts: Iterable[Doubt] = (),
    answered: Iterable[Doubt] = (),
) -> Doubt | None:
    """Return what is to be asked of a message: with what is asked already where it goes on with that, else of itself.

    Args:
        said: what it says.
        filed: the process under which it is filed.
        others: those that it may be about as well.
        now: the instant.
        doubts: what is asked already.
        answered: what was asked before, and answered.
    """
    known = _goes_on_with(said, doubts, filed)
    if known is not None:
        return _with_said(known, said, filed.header)
    return _doubt(said, filed, others, now, answered) if may_be_elsewhere(said) else None


def _doubt(
    said: Mail, filed: Process, others: Iterable[Process], now: datetime, answered: Iterable[Doubt]
) -> Doubt | None:
    """Return what is to be asked of a message that may belong elsewhere; None where there is nowhere else."""
    header = filed.header
    heard = said.clues.people if said.clues is not None else frozenset()
    theirs = _is_answered(filed, heard, answered)
    told = sorted((e for e in said.events if _hangs(e, said)), key=lambda e: e.confidence < SURE)
    weighty = [e for e in told if not _is_known(e, filed, theirs=theirs)]
    # What is to be brought to an interview that is known belongs to it.
    if not weighty or (len(weighty) < len(told) and all(isinstance(e, Requested) for e in weighty)):
        return None
    asked = weighty[0]
    unsure = asked.confidence < SURE
    grave = unsure or any(_waits(event, header) for event in said.events)
    # Which employer said no is asked however long ago that was.
    if asked.at < now - _ASKED_WITHIN and not (grave and header.via == "agency"):
        return None
    rivals = [other for other in others if _goes_on(other, asked.at)]
    if not rivals:
        return None
    names = tuple(other.header.id for other in _ranked(rivals, said.link))
    lowered = (asked.id,) if unsure else ()
    one = Doubt(asked.id, header.id, (), lowered, tuple(sorted(heard)), names, said.role, open=unsure)
    return _with_said(one, said, header)


def _ranked(rivals: list[Process], link: Link | None) -> list[Process]:
    """Return processes in the order in which they are likely."""
    if link is not None and link.rivals:
        return sorted(rivals, key=lambda one: link.rivals.index(one.header.id))
    return sorted(rivals, key=lambda one: (one.events[-1].at, one.header.id), reverse=True)


def _is_answered(filed: Process, people: frozenset[str], answered: Iterable[Doubt]) -> bool:
    """Whether the person said already that what somebody wrote of an interview belongs to this process."""
    here = {event.id for event in (*filed.events, *filed.unsure)}
    people = _telling(people, filed.header)
    return any(people.intersection(one.people) and here.intersection(one.events) for one in answered)


def _telling(people: frozenset[str], header: Header) -> frozenset[str]:
    """Return the people whose mails are of one opening: a consultant's may be of any."""
    return people - {header.consultant.lower()}


def _is_known(event: Event, filed: Process, *, theirs: bool) -> bool:
    """Whether an interview is spoken of again: at the hour that is known, or by whom it is known to concern."""
    if isinstance(event, Scheduled | Moved):
        return theirs or event.start in {interview.start for interview in filed.interviews}
    return theirs and isinstance(event, Cancelled | Interviewed)


def _with_said(one: Doubt, said: Mail, header: Header) -> Doubt:
    """Return what is asked, with another message that belongs wherever the first one does."""
    waiting = [event.id for event in said.events if _waits(event, header)]
    return replace(
        one,
        events=tuple(dict.fromkeys((*one.events, *(event.id for event in said.events)))),
        lowered=tuple(dict.fromkeys((*one.lowered, *waiting))),
        mails=tuple(dict.fromkeys((*one.mails, said.clues.message_id))) if said.clues is not None else one.mails,
        # Of a house's openings those are known for which one applied; a consultant may have more.
        open=one.open or (bool(waiting) and header.via == "agency"),
    )


def _goes_on_with(said: Mail, doubts: Iterable[Doubt], filed: Process) -> Doubt | None:
    """Return the open question about a process with which a message goes on.

    It stands in the same thread, the same people write or are written to, or it speaks of the same interview. Not where
    the message names the opening itself, or stands in a thread of which nobody doubts where it belongs.
    """
    link, clues = said.link, said.clues
    if link is None or clues is None or link.why in _NAMES_IT:
        return None
    told = {event.id for event in (*filed.events, *filed.unsure)}
    here = [one for one in doubts if one.at(filed.header.id) is not None and not told.isdisjoint(one.events)]
    if link.why == "thread":
        return next((one for one in here if set(clues.thread).intersection(one.mails)), None)
    people, starts = _telling(clues.people, filed.header), {slot.start for slot in clues.slots}
    return next((one for one in here if people.intersection(one.people) or starts & _starts(one, filed)), None)


def _starts(one: Doubt, filed: Process) -> set[datetime | None]:
    known = (event for event in filed.events if event.id in one.events)
    return {event.start for event in known if isinstance(event, Scheduled | Moved)}


def may_be_of(link: Link, header: Header, other: Header) -> bool:
    """Whether what is filed under a process may be about another one: where nothing else tells, of its house or consultant."""
    if link.rivals or other.id == header.id:
        return other.id in link.rivals
    agency = header.via == other.via == "agency" and header.consultant == other.consultant != ""
    return agency or same_employer(header.employer, other.employer)


def _goes_on(other: Process, at: datetime) -> bool:
    """Whether a process could be what a mail is about: neither ended nor forgotten then."""
    # What was corrected since never happened: so is all of a process that is set aside.
    known = fold(other.header, [event for event in other.events if event.at <= at])
    return bool(known.events) and known.outcome is None and known.events[-1].at > at - _LIVELY


def lowered(events: tuple[Event, ...], one: Doubt) -> tuple[Event, ...]:
    """Return what such a message says; what waits for the answer as a question only."""
    return tuple(
        replace(event, confidence=min(event.confidence, _UNSURE)) if event.id in one.lowered else event
        for event in events
    )


def _waits(event: Event, header: Header) -> bool:
    """Whether a fact is to be believed only where it is known to belong."""
    grave = isinstance(event, OUTCOMES) or (isinstance(event, Offered) and header.via == "agency")
    return grave and event.confidence >= SURE
