"""Events, in any order and as often as they come, to the process that they tell of. Never raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from operator import attrgetter

from .around import Outside
from .corrections import CORRECTIONS, SURE, uncorrected
from .events import (
    Accepted,
    AskedWhy,
    Assessed,
    Cancelled,
    Closed,
    Event,
    Heard,
    Interviewed,
    Moved,
    Offered,
    Promised,
    Rejected,
    Requested,
    Scheduled,
    Slot,
    Thanked,
    Withdrew,
    Wrote,
)
from .header import Header
from .implied import with_implied
from .process import Interview, Oddity, Outcome, Process, index
from .rulings import Corrected, Done

# An interview without an end, as invitations by text have it, is taken to last an hour.
DEFAULT_LENGTH = timedelta(hours=1)
# `interviewed` confirms a slot that ended at most this long ago.
CONFIRMS_WITHIN = timedelta(hours=12)
_AT = attrgetter("at")
_BY_END = attrgetter("end", "start")


def fold(header: Header, events: Iterable[Event], around: tuple[Outside, ...] = ()) -> Process:
    """Return the process that these events tell of.

    Sorted by time (those of one instant keep their order), each fact once, corrected ones left out. What does
    not fit is kept and becomes a question.
    """
    reports = tuple(sorted(events, key=_AT))
    by_kind = index(reports)
    told = kept = _once(reports, by_kind)
    returns: tuple[Corrected, ...] = ()
    if not by_kind.keys().isdisjoint(CORRECTIONS):
        # One report of a fact may be struck while another stands: corrections are heeded before reports are merged.
        standing = tuple(uncorrected(reports))
        kept = tuple([e for e in _once(standing, index(standing)) if not isinstance(e, CORRECTIONS)])
        returns = tuple(e for e in standing if isinstance(e, Corrected) and e.returned and e.confidence >= SURE)
    sure = [event for event in kept if event.confidence >= SURE]
    implies = Done in by_kind
    state = _State([fact for event in sure for fact in with_implied(event)] if implies else sure)
    changes = _CHANGES if implies or Closed in by_kind else _BUT_WORDS
    for fact in state.events if len(sure) == len(kept) else _with_doubts(kept):
        change = (changes if fact.confidence >= SURE else _DOUBTS).get(type(fact))
        if change is not None:
            change(state, fact)
    if implies or len(sure) < len(reports):
        by_kind = index(state.events)  # otherwise what stands is what was reported, as mostly
    return Process(
        header=header,
        reports=reports,
        told=told,
        events=tuple(state.events),
        interviews=tuple(sorted(state.interviews, key=_BY_END)),
        outcome=state.outcome,
        ended_before=state.ended_before,
        reopened=state.reopened,
        offer=state.offer,
        oddities=tuple(state.oddities),
        unsure=tuple([event for event in kept if event.confidence < SURE]) if len(sure) < len(kept) else (),
        returns=returns,
        around=around,
        by_kind=by_kind,
    )


def _with_doubts(kept: Sequence[Event]) -> Iterator[Event]:
    """Yield what stands and what follows from it, and in its place what may take an interview from its day."""
    for event in kept:
        if event.confidence >= SURE:
            yield from with_implied(event)
        elif isinstance(event, Moved | Cancelled) and (event.quote or event.uid):
            yield event  # a mail's or a calendar's word, of which the person is asked


def _once(events: tuple[Event, ...], by_kind: Mapping[type[Event], Sequence[Event]]) -> tuple[Event, ...]:
    """Drop repetitions from sorted events; of two reports of one fact the surer one stays."""
    # One fact has one time and one verb: only such reports are compared.
    several = [alike for alike in by_kind.values() if len(alike) > 1]
    if not any(map(_repeats, several)):
        return events
    found: list[Event] = []
    for _, group in groupby(events, key=_AT):
        together = list(group)
        alike = len(together) > 1 and len(set(map(type, together))) < len(together)
        found += _surest(together) if alike else together
    return tuple(found)


def _repeats(alike: Sequence[Event]) -> bool:
    """Whether two of these, sorted and of one verb, are of one instant."""
    return any(one.at == other.at for one, other in pairwise(alike))


def _surest(reports: list[Event]) -> Iterable[Event]:
    """Return of each fact that these tell of its surest report."""
    best: dict[tuple[object, ...], Event] = {}
    for event in reports:
        key = (type(event), event.facts)
        held = best.get(key)
        if held is None or _doubt(event) < _doubt(held):
            best[key] = event
    return best.values()


def _doubt(event: Event) -> tuple[float, str, str]:
    return -event.confidence, event.source, event.quote


@dataclass
class _State:
    """The events that stand, and what the fold has made of them so far; lives only inside `fold`."""

    events: list[Event]
    interviews: list[Interview] = field(default_factory=list)
    outcome: Outcome | None = None
    ended_before: datetime | None = None
    reopened: Event | None = None
    offer: Offered | None = None
    oddities: list[Oddity] = field(default_factory=list)

    def odd(self, event: Event, question: str) -> None:
        self.oddities.append(Oddity(event, question))

    def reopen(self, event: Event) -> None:
        if self.outcome is not None:
            self.ended_before, self.reopened = self.outcome.at, event
            # What an outcome ended stays ended: an offer that was left unanswered too.
            self.outcome = self.offer = None

    def end_silence(self, event: Event) -> None:
        """Open again what was closed only because nothing was heard."""
        held = self.outcome
        if isinstance(held, Closed) and held.silent and event.at > held.at:
            self.reopen(event)


def _word(state: _State, event: Event) -> None:
    state.end_silence(event)


def _scheduled(state: _State, event: Event) -> None:
    assert isinstance(event, Slot)
    if event.start is None:
        state.reopen(event)
        return state.odd(event, "An interview was fixed, but no time is known. When is it?")
    same = _starting(state.interviews, event.start)
    if same is not None:
        # The invitation in the mail and the one in the calendar are one interview.
        people = same.people if same.confirmed else _union(same.people, event.who)
        end = same.end if same.confirmed else _end(event.start, event.end, same)
        return _put(
            state,
            same,
            same._replace(
                end=end,
                people=people,
                evidence=(*same.evidence, event),
                uid=same.uid or event.uid,
                # Fixed once more, it takes place.
                doubts=tuple([doubt for doubt in same.doubts if doubt.at >= event.at]) if same.doubts else (),
            ),
        )
    state.reopen(event)
    old = next((i for i in state.interviews if i.uid == event.uid and not i.confirmed), None) if event.uid else None
    evidence = (*(old.evidence if old else ()), event)
    people = event.who or (old.people if old else ())
    slot = Interview(event.start, _end(event.start, event.end, old), people, evidence=evidence, uid=event.uid)
    return _put(state, old, slot)


def _put(state: _State, old: Interview | None, new: Interview) -> None:
    """Put an interview in the place of an old one."""
    if old is not None:
        state.interviews = [i for i in state.interviews if i is not old]
    state.interviews.append(new)


def _starting(interviews: Iterable[Interview], start: datetime) -> Interview | None:
    """Return the interview that begins then."""
    for interview in interviews:
        if interview.start == start:
            return interview
    return None


def _end(start: datetime, end: datetime | None, old: Interview | None = None) -> datetime:
    """Return when a slot ends: as said, else as long as before, else after the usual length."""
    if end is not None and end >= start:
        return end
    try:
        return start + (old.end - old.start if old is not None else DEFAULT_LENGTH)
    except OverflowError:
        return start


def _moved(state: _State, event: Event) -> None:
    assert isinstance(event, Moved)
    state.end_silence(event)
    old = _meant(state, event, event.was)
    if old is None:
        state.odd(event, "An interview was moved that was not known. Is it a new one?")
    else:
        state.interviews.remove(old)
    if event.start is None:
        return
    start = event.start
    clash = _starting(state.interviews, start)
    if clash is not None:
        state.interviews.remove(clash)
    people = event.who or (old.people if old else ())
    evidence = (*(old.evidence if old else ()), *(clash.evidence if clash else ()), event)
    uid = event.uid or (old.uid if old else "")
    state.interviews.append(Interview(start, _end(start, event.end, old), people, evidence=evidence, uid=uid))


def _cancelled(state: _State, event: Event) -> None:
    assert isinstance(event, Cancelled)
    old = _meant(state, event, event.start)
    if old is None:
        state.odd(event, "An interview was cancelled that was not known. Which one was it?")
    else:
        state.interviews.remove(old)


def _doubted(state: _State, event: Event) -> None:
    """Note that an interview may be moved or off; one that would be at that time anyhow is not in doubt."""
    assert isinstance(event, Slot)
    moves = isinstance(event, Moved)
    if moves and event.start is not None and _starting(state.interviews, event.start) is not None:
        return
    was = event.was if isinstance(event, Moved) else event.start
    old = _meant(state, event, was)
    if old is None or old.confirmed:
        return
    named = old.start == was or (bool(event.uid) and old.uid == event.uid)
    if named or event.at - old.end <= CONFIRMS_WITHIN:
        _put(state, old, old._replace(doubts=(*old.doubts, event)))


def _meant(state: _State, event: Slot, start: datetime | None) -> Interview | None:
    """Return the interview that a change is about: by calendar entry, by slot, else the next one ahead."""
    if event.uid:
        for interview in state.interviews:
            if interview.uid == event.uid:
                return interview
    if start is not None:
        exact = _starting(state.interviews, start)
        if exact is not None or isinstance(event, Cancelled):
            return exact
    ahead = [i for i in state.interviews if i.end > event.at]
    shared = [i for i in ahead if set(i.people) & set(event.who)]
    if shared or ahead:
        return min(shared or ahead, key=lambda i: i.start)
    unconfirmed = [i for i in state.interviews if not i.confirmed]
    return max(unconfirmed, key=lambda i: i.end, default=None)


def _interviewed(state: _State, event: Event) -> None:
    state.end_silence(event)
    near = [i for i in state.interviews if i.start <= event.at and event.at - i.end <= CONFIRMS_WITHIN]
    if not near:
        there = Interview(event.at, event.at, event.who, confirmed=True, evidence=(event,))
        state.interviews.append(there)
        return
    slot = near[0] if len(near) == 1 else max(near, key=lambda i: _nearness(i, event))
    people = _union(slot.people, event.who) if slot.confirmed else (event.who or slot.people)
    # It ended early where somebody says so before its planned end.
    end = min(slot.end, event.at)
    _put(
        state, slot, Interview(slot.start, end, people, confirmed=True, evidence=(*slot.evidence, event), uid=slot.uid)
    )


def _nearness(interview: Interview, event: Event) -> tuple[bool, bool, bool, datetime]:
    shared = set(interview.people) & set(event.who)
    return bool(shared), not interview.confirmed, event.at <= interview.end, interview.end


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _outcome(state: _State, event: Event) -> None:
    assert isinstance(event, Outcome)
    if isinstance(event, Accepted | Withdrew | Rejected):
        state.offer = None
    if isinstance(state.outcome, Closed) and state.outcome.silent and not isinstance(event, Closed):
        state.reopen(event)  # nobody had decided anything yet
    if state.outcome is None:
        state.outcome = event
    elif type(event) is not type(state.outcome) and not isinstance(event, Closed):
        state.odd(event, f"This process was {state.outcome.verb} before, and now {event.verb}. Which one holds?")


def _offered(state: _State, event: Event) -> None:
    assert isinstance(event, Offered)
    state.reopen(event)
    held = state.offer
    if held is not None and held.by is not None and event.by is None and not _is_answered(state, held, event):
        return  # the same offer, spoken of again: its date stands
    state.offer = event


def _is_answered(state: _State, offer: Offered, until: Event) -> bool:
    return any(isinstance(e, Wrote) and e.purpose == "reply" and offer.at <= e.at <= until.at for e in state.events)


def _thanked(state: _State, event: Event) -> None:
    if not any(i.start <= event.at for i in state.interviews):
        state.odd(event, "A thank-you was sent, but no interview is known. Was there one?")


def _asked_why(state: _State, event: Event) -> None:
    if not isinstance(state.outcome, Rejected):
        state.odd(event, "You asked for the reason of a rejection that is not known. Was there one?")


_CHANGES: dict[type[Event], Callable[[_State, Event], None]] = {
    Scheduled: _scheduled,
    Moved: _moved,
    Cancelled: _cancelled,
    Interviewed: _interviewed,
    Rejected: _outcome,
    Accepted: _outcome,
    Withdrew: _outcome,
    Closed: _outcome,
    Offered: _offered,
    Thanked: _thanked,
    AskedWhy: _asked_why,
    # What the employer says or does once more ends a silence, a plain word too.
    Heard: _word,
    Requested: _word,
    Assessed: _word,
    Promised: _word,
}
_DOUBTS: dict[type[Event], Callable[[_State, Event], None]] = {Moved: _doubted, Cancelled: _doubted}
# Most processes were never closed: there no word opens anything.
_BUT_WORDS = {kind: change for kind, change in _CHANGES.items() if change is not _word}
