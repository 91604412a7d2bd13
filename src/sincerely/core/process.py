"""One candidate's way to one opening, as far as it is known: what the rules look at."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from operator import attrgetter
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from .around import Outside, standing
from .events import (
    Accepted,
    Agreed,
    Cancelled,
    Closed,
    Declined,
    Event,
    Heard,
    Moved,
    Offered,
    Prefers,
    Rejected,
    Requested,
    Scheduled,
    ToldWhy,
    Withdrew,
    Wrote,
)
from .header import Header
from .lazy import lazy
from .rulings import Corrected, Dismissed, Done, Exit, Snoozed

E = TypeVar("E", bound=Event)
P = ParamSpec("P")
T = TypeVar("T")
Outcome = Rejected | Accepted | Withdrew | Closed
WORDS: tuple[type[Event], ...] = (Heard, Requested, Scheduled, Moved, Cancelled, ToldWhy)
"""The verbs that are a word of the employer's."""
_ANSWERS = (Agreed, Declined)
_EXITS = (Dismissed, Snoozed, Done)
_AT = attrgetter("at")


class Interview(NamedTuple):
    """An interview that took place, or will unless it is moved or cancelled.

    Attributes:
        start: when it begins; the same as ``end`` where only its end is known.
        end: when it ends.
        people: everybody who was invited or there, desks and rooms included.
        confirmed: somebody said that it took place.
        evidence: the events that show it.
        uid: of its calendar entry.
        doubts: what was said since, and is not sure: that it is moved or cancelled.
    """

    start: datetime
    end: datetime
    people: tuple[str, ...] = ()
    confirmed: bool = False
    evidence: tuple[Event, ...] = ()
    uid: str = ""
    doubts: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Oddity:
    """An event that does not fit what is known; kept, and put to the person as a question."""

    event: Event
    question: str


@dataclass(frozen=True)
class OfferElsewhere:
    """An offer in another process of the same candidate.

    Attributes:
        process: where it was made.
        employer: by whom.
        offered: the latest that names a date, or is new.
        accepted: the yes to it.
        ended: what ended it.
        first: what it was first spoken of by, where several mails do.
    """

    process: str
    employer: str
    offered: Offered
    accepted: Accepted | None = None
    ended: Event | None = None
    first: Offered | None = None


@dataclass(frozen=True)
class Process:
    """Everything that the rules may know. Made by `sincerely.core.fold.fold`.

    Attributes:
        header: employer, role, zone, country, the way it runs.
        reports: all events as they came, sorted; one fact may have several reports.
        told: the same, each fact once; also those that were corrected.
        events: those that stand, with what follows from an exit (a debt done elsewhere is done).
        interviews: by their end.
        outcome: the outcome that stands.
        ended_before: when the latest outcome that did not stand had come; its debts stay settled.
        reopened: what came after that outcome, and took it back.
        offer: an offer that was neither accepted nor declined nor withdrawn; the latest that names a date, or is new.
        oddities: what does not fit.
        unsure: what was inferred with too little confidence to be used; the person is asked.
        returns: the candidate's mails that never arrived, by the corrections that say so.
        around: what of the candidate's other processes bears on this one, as it came.
    """

    header: Header
    reports: tuple[Event, ...] = ()
    told: tuple[Event, ...] = ()
    events: tuple[Event, ...] = ()
    interviews: tuple[Interview, ...] = ()
    outcome: Outcome | None = None
    ended_before: datetime | None = None
    reopened: Event | None = None
    offer: Offered | None = None
    oddities: tuple[Oddity, ...] = ()
    unsure: tuple[Event, ...] = ()
    returns: tuple[Corrected, ...] = ()
    around: tuple[Outside, ...] = ()
    by_kind: Mapping[type[Event], tuple[Event, ...]] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[Concatenate[Process, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what ``make`` makes of this process and these, which are hashable; it is made once for each process.

        Several rules may ask for the same thing.
        """
        made: dict[object, T] = self.__dict__.setdefault("_made", {})
        asked = (make, *args, *kwargs.items())
        if asked not in made:
            made[asked] = make(self, *args, **kwargs)
        return made[asked]

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Return the events of one kind that stand, oldest first."""
        return self.by_kind.get(kind, ())  # type: ignore[return-value]  # the fold files each event under its own class

    def of(self, kinds: Container[type[Event]]) -> list[Event]:
        """Return the events of several kinds that stand, oldest first."""
        return [event for event in self.events if type(event) in kinds]

    def last(self, kind: type[E]) -> E | None:
        """Return the latest event of one kind."""
        found = self.all(kind)
        return found[-1] if found else None

    @property
    def last_interview(self) -> Interview | None:
        """The interview that ends last, held or ahead."""
        return self.interviews[-1] if self.interviews else None

    @lazy
    def kinds(self) -> frozenset[type[Event]]:
        """The verbs of all that stands, here or in the candidate's other processes; of mails that came back too."""
        kinds = frozenset(self.by_kind)
        if self.returns:
            kinds |= {Corrected}
        return kinds.union([type(outside.event) for outside in self.outside]) if self.around else kinds

    @lazy
    def outside(self) -> tuple[Outside, ...]:
        """What lies around, without what was corrected or is unsure, and with what follows from it."""
        return standing(self.around) if self.around else ()

    @lazy
    def exits(self) -> tuple[Exit, ...]:
        """Every exit that was taken and not taken back."""
        if self.by_kind.keys().isdisjoint(_EXITS):
            return ()
        return tuple([event for event in self.events if isinstance(event, Exit)])

    @lazy
    def last_word(self) -> Event | None:
        """The employer's last word: heard, requested, scheduled, moved, cancelled, told why or what ended a silence."""
        words = [e for kind in WORDS for e in self.by_kind.get(kind, ())]
        return max([*words, self.reopened] if self.reopened else words, key=_AT, default=None)

    @lazy
    def check_ins(self) -> tuple[Wrote, ...]:
        """Every check-in of this process."""
        return tuple([w for w in self.all(Wrote) if w.purpose == "check-in"])

    @lazy
    def nudges_at_employer(self) -> tuple[Wrote, ...]:
        """Every check-in at this employer, also from the candidate's other processes there."""
        if not self.around:
            return self.check_ins
        outside = [o.event for o in self.outside if isinstance(o.event, Wrote) and o.event.purpose == "check-in"]
        return tuple(sorted([*self.check_ins, *outside], key=_AT)) if outside else self.check_ins

    @lazy
    def consent(self) -> Mapping[str, Agreed | Declined]:
        """Each referee's latest answer, here or in another process."""
        answers: list[Agreed | Declined] = [*self.all(Agreed), *self.all(Declined)]
        if self.around:
            answers += [o.event for o in self.outside if isinstance(o.event, _ANSWERS)]
        return {who: answer for answer in sorted(answers, key=_AT) for who in answer.who}

    @lazy
    def agreed(self) -> tuple[str, ...]:
        """The referees who agreed and did not decline since."""
        return tuple([who for who, answer in self.consent.items() if isinstance(answer, Agreed)])

    @lazy
    def offers_elsewhere(self) -> tuple[OfferElsewhere, ...]:
        """The latest offer of each of the candidate's other processes, and what became of it."""
        offers: dict[str, OfferElsewhere] = {}
        ended: set[str] = set()
        for outside in self.outside:
            event, name = outside.event, outside.process
            held = offers.get(name)
            if isinstance(event, Offered):
                again = held if held is not None and held.ended is None else None
                # Spoken of again, an offer keeps its date.
                if event.by is not None or again is None or again.offered.by is None:
                    first = (again.first or again.offered) if again is not None else None
                    offers[name] = OfferElsewhere(name, outside.employer, event, first=first)
                ended.discard(name)
            elif isinstance(event, Scheduled):
                ended.discard(name)  # an interview reopens what had ended
            elif isinstance(event, Closed) and event.silent:
                # Any other outcome may follow, see `fold`.
                if held is not None and held.ended is None:
                    offers[name] = OfferElsewhere(name, outside.employer, held.offered, ended=event)
            elif isinstance(event, Outcome) and name not in ended:
                # The first outcome stands. One accepted by a call, say, may have had no offer in the mail.
                ended.add(name)
                accepted = event if isinstance(event, Accepted) else None
                if held is not None or accepted is not None:
                    offered = held.offered if held else Offered(at=event.at, source=event.source)
                    offers[name] = OfferElsewhere(name, outside.employer, offered, accepted, event)
        return tuple(offers.values())

    def concerning(self, kind: type[E], who: str, since: datetime | None = None) -> tuple[E, ...]:
        """Return the events of one kind that concern somebody, from an instant on."""
        return tuple([e for e in self.all(kind) if who in e.who and (since is None or e.at >= since)])

    @property
    def addressee(self) -> str:
        """Whom everything goes through: an agency's consultant, or who asked for that; else nobody in particular."""
        return self.header.consultant if self.header.via == "agency" else _only_contact(self)


def _only_contact(process: Process) -> str:
    """Return who asked last that nobody else of theirs be written to."""
    wishes = process.all(Prefers)
    return next((wish.contact for wish in reversed(wishes) if wish.contact and wish.channel == "contact"), "")


def remembered(make: Callable[[Process], T]) -> Callable[[Process], T]:
    """Make a function of a process work out its answer once for each process: several rules ask the same thing."""
    name = f"_{make.__qualname__}"

    @wraps(make)
    def remember(process: Process) -> T:
        kept: dict[str, T] = process.__dict__
        if name not in kept:
            kept[name] = make(process)
        return kept[name]

    return remember


def index(events: Iterable[Event]) -> dict[type[Event], tuple[Event, ...]]:
    """File events under their classes, in their order."""
    filed: dict[type[Event], list[Event]] = {}
    for event in events:
        kind = type(event)
        if kind in filed:
            filed[kind].append(event)
        else:
            filed[kind] = [event]
    return {kind: tuple(found) for kind, found in filed.items()}
