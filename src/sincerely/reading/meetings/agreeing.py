"""A time that one mail proposes and another one accepts: neither tells of an interview by itself, both together do.

What a mail proposes, and what it answers, is data here; which slot is agreed on is decided once both are known, in
whatever order they were read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

Told = Literal["", "strong", "yes", "nice"]
"""How a clause agrees: not; that a time suits; a mere yes; kindly, which may mean anything."""

# A time that is named again, or the only one that was proposed and is said to suit, leaves no doubt; below half it is asked.
NAMED, SUITS, ASKED = 0.95, 0.93, 0.49
# Of more slots than these nobody wants to be asked, one by one, which one a bare yes means.
_MOST_ASKED, _OF_THREE = 3, 0.33
_DAY = timedelta(days=1)
_HALF = 12
EARLIER, LATER, LAST = 100, 101, -1


class Proposed(NamedTuple):
    """A time that is proposed for an interview.

    Attributes:
        start: aware, by the clock of the one who proposes.
        end: None when nobody said.
        who: whom one would meet.
        firm: whether it is more than what is left if the others don't suit.
        dated: whether its own words or those around say the day.
        wide: whether the interview is to be somewhere within it.
    """

    start: datetime
    end: datetime | None = None
    who: tuple[str, ...] = ()
    firm: bool = True
    dated: bool = True
    wide: bool = False


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What one mail proposes.

    Attributes:
        times: in the order of the text.
        sure: whether it surely is about an interview.
        moves: whether an interview that stands would be moved by it.
        asks_more: whether the mail asks for something else as well: a mere yes may answer that.
        stands: when the interview is that would be moved, as far as that is known.
    """

    times: tuple[Proposed, ...]
    sure: bool = True
    moves: bool = False
    asks_more: bool = False
    stands: datetime | None = None


class Pick(NamedTuple):
    """A time that an answer names.

    Attributes:
        start, end: as its own words have it, by the clock of the one who answers.
        day: how it says the day: not, by its ``weekday`` alone, or by a ``date``.
        clock: whether it names an hour.
        half: whether it says which half of the day.
        zoned: whether it says by whose clock.
    """

    start: datetime
    end: datetime | None
    day: Literal["", "weekday", "date"]
    clock: bool
    half: bool = False
    zoned: bool = False


class Clause(NamedTuple):
    """What a clause of an answer says of times.

    Attributes:
        says: whether it agrees.
        picks, places: the times that it names, and which of several by their order.
        denies: that it does not suit, or that something else would.
        asks: whether it is a question.
        hedges: whether it depends on something.
        any: whether all suit alike.
        quote: the sentence.
    """

    says: Told
    picks: tuple[Pick, ...] = ()
    places: tuple[int, ...] = ()
    denies: bool = False
    asks: bool = False
    hedges: bool = False
    any: bool = False
    quote: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one mail answers, if it answers a proposal.

    Attributes:
        clauses: those that speak of times, agree or refuse.
        short: whether it says little else.
        who: whom the writer says that one will meet.
        wants_other: whether the mail as a whole asks for another time.
        partners: who the writer says are the reader's partners in the talk, in so many words.
        partners_quote: these words.
    """

    clauses: tuple[Clause, ...]
    short: bool = True
    who: tuple[str, ...] = ()
    wants_other: bool = False
    partners: tuple[str, ...] = ()
    partners_quote: str = ""


class Agreed(NamedTuple):
    """A proposed time that is agreed on, or seems to be.

    Attributes:
        time: the time.
        confidence: below 0.5 it is to be asked.
        quote: the words that agree.
    """

    time: Proposed
    confidence: float
    quote: str


def agreed(proposal: Proposal, answer: Answer, *, direct: bool) -> list[Agreed]:
    """Return what an answer makes of a proposal: one time that is agreed on, or those to be asked about, or nothing.

    Args:
        proposal: what was proposed.
        answer: what was answered.
        direct: whether it answers that very mail.
    """
    found = _Match(proposal.times, answer)
    if found.counters:
        return []
    if found.chosen:
        return _chosen(proposal, found, direct=direct)
    open_ = found.leaves_open and len(found.denied) < len(proposal.times) - 1
    return [] if open_ else _plain(proposal, answer, found, direct=direct)


def refuses(proposal: Proposal, answer: Answer) -> bool:
    """Whether an answer takes none of the times and wants another: none of them stands any longer."""
    found = _Match(proposal.times, answer)
    gone = len(found.denied) == len(proposal.times)
    return found.counters and not found.chosen and (gone or answer.wants_other)


def declines(proposal: Proposal, answer: Answer) -> str:
    """Return the words that say no to all times and want no other one; empty where none do."""
    found = _Match(proposal.times, answer)
    gone = len(found.denied) == len(proposal.times)
    if not gone or found.chosen or found.counters or found.doubts or answer.wants_other:
        return ""
    return next((clause.quote for clause in answer.clauses if clause.denies), "")


def left_open(proposal: Proposal, answer: Answer) -> tuple[Proposed, ...]:
    """Return the times of which an answer leaves the choice to the other one: it proposes them in turn."""
    found = _Match(proposal.times, answer)
    if found.counters:
        return ()
    if len(found.chosen) > 1:
        return tuple(proposal.times[index] for index in sorted(found.chosen))
    several = len(proposal.times) > 1 and found.leaves_open
    return tuple(one for index, one in enumerate(proposal.times) if index not in found.denied) if several else ()


def _chosen(proposal: Proposal, found: _Match, *, direct: bool) -> list[Agreed]:
    if len(found.chosen) > 1:
        return []
    [(index, (clause, start))] = found.chosen.items()
    time = proposal.times[index]
    # Somewhere within those hours, and not when they begin.
    open_ = time.wide and start is None
    time = time if start is None else time._replace(start=start, end=None)
    named = any(pick.clock and pick.day for pick in clause.picks)
    sure = (
        # What both call by its day and hour is meant, whatever week one of them had in mind.
        (proposal.sure or (named and proposal.moves))
        and not (open_ or found.doubts)
        and not clause.hedges
        and (direct or named)
        and (named or not found.pending)
    )
    return [Agreed(time, (NAMED if named else SUITS) if sure else ASKED, clause.quote)]


def _plain(proposal: Proposal, answer: Answer, found: _Match, *, direct: bool) -> list[Agreed]:
    said = next((one for kind in ("strong", "yes", "nice") for one in answer.clauses if _is_plain(one, kind)), None)
    left = [one for index, one in enumerate(proposal.times) if index not in found.denied]
    firm = [one for one in left if one.firm] or left
    if said is None or not firm or any(one.wide for one in firm) or len(firm) > _MOST_ASKED:
        return []
    only = len(proposal.times) == 1 or (len(firm) == 1 and not found.denied)
    plain = said.says == "strong" or (said.says == "yes" and answer.short and not proposal.asks_more)
    sure = proposal.sure and direct and only and plain and not said.hedges and not (found.doubts or found.pending)
    if said.says == "nice" and len(firm) > 1:
        return []
    # Of several each is as likely, and one at most is meant.
    return [Agreed(one, SUITS if sure else ASKED if len(firm) < 3 else _OF_THREE, said.quote) for one in firm]


def _is_plain(clause: Clause, says: str) -> bool:
    return clause.says == says and not (clause.picks or clause.places or clause.denies or clause.asks)


class _Match:
    """An answer's clauses held against the times of a proposal.

    Attributes:
        chosen: the times that are agreed on, each with the clause, and the hour of its own within a wide one.
        denied: those that don't suit.
        counters: whether another time is proposed instead.
        doubts: whether something speaks against taking it for settled.
        pending: whether the writer has still to say something, or cannot come at a time that nobody proposed: of no
            account where they name the one that suits.
        strays: whether a time is said to suit that was not proposed.
        leaves_open: whether all suit alike.
    """

    def __init__(self, times: Sequence[Proposed], answer: Answer) -> None:
        self.chosen: dict[int, tuple[Clause, datetime | None]] = {}
        self.denied: set[int] = set()
        self.counters = self.doubts = self.pending = self.leaves_open = self.strays = False
        for clause in answer.clauses:
            self._take(times, clause)
        for index in self.denied:
            self.chosen.pop(index, None)
        self.doubts |= answer.wants_other
        # "Thursday at 2 suits me, I can also do Friday" still says that Thursday does.
        self.counters |= (answer.wants_other or self.strays) and not self.chosen

    def _take(self, times: Sequence[Proposed], clause: Clause) -> None:
        met = [_meant(times, pick) for pick in clause.picks]
        stray = not all(met)
        met += [set(_placed(times, place)) for place in clause.places]
        # "Thursday works, 2 pm is good": both name one time, where one time is both.
        both = set.intersection(*met) if met else set()
        named = both or set().union(*met)
        if clause.asks:
            # "Could we do the second one?" chooses, and still asks; "could we do 3 pm?" wants another.
            self.doubts = True
            self.counters |= stray or (clause.denies and not named)
            if len(named) == 1 and not stray:
                self.chosen.setdefault(next(iter(named)), (clause, None))
            return
        if clause.denies:
            named |= {index for index, time in enumerate(times) if any(_covers(pick, time) for pick in clause.picks)}
            self.denied |= named
            self.counters |= not named and not clause.picks
            self.pending |= not named
            return
        if not clause.says:
            aside = bool(clause.picks) and stray and not named
            # "I finish work at noon" is beside the point; "or Friday at 10" may be the point.
            self.pending |= clause.hedges or aside
            self.doubts |= aside and any(pick.clock and pick.day for pick in clause.picks)
            return
        self.leaves_open |= clause.any and not named and len(times) > 1
        self.strays |= stray and not named
        self.doubts |= stray
        for index in named:
            self.chosen.setdefault(index, (clause, _within(times[index], clause.picks)))


def _placed(times: Sequence[Proposed], place: int) -> Iterator[int]:
    """Yield which time stands in a place: the first, the last, the earlier one."""
    in_order = sorted(range(len(times)), key=lambda index: times[index].start)
    if place in {EARLIER, LATER}:
        yield from in_order[:1] if place == EARLIER else in_order[-1:]
    elif place < len(times) and len(times) > 1:
        yield range(len(times))[place]


def _meant(times: Sequence[Proposed], pick: Pick) -> set[int]:
    return {index for index, time in enumerate(times) if _is_meant(time, pick)}


def _is_meant(time: Proposed, pick: Pick) -> bool:
    """Whether somebody who names a time means this one: by the clock of the one who proposed it, or one instant."""
    if pick.clock and pick.day and pick.start == time.start:
        return True
    if pick.day == "weekday" and pick.start.weekday() != time.start.weekday():
        return False
    whole = pick.end is None or pick.clock or pick.end - pick.start <= _DAY
    if pick.day == "date" and whole and pick.start.date() != time.start.date():
        return False
    if not pick.clock:
        return pick.day == "weekday" or (bool(pick.day) and (whole or _is_inside(time, pick)))
    if pick.zoned:
        return pick.start.timetz() == time.start.astimezone(pick.start.tzinfo).timetz()
    return _same_hour(pick, time.start) or (time.wide and _within(time, (pick,)) is not None)


def _covers(pick: Pick, time: Proposed) -> bool:
    """Whether a span that somebody names, such as the hours for which they are away, has a proposed time in it."""
    return pick.end is not None and bool(pick.day) and pick.start <= time.start < pick.end


def _is_inside(time: Proposed, pick: Pick) -> bool:
    return pick.end is not None and pick.start <= time.start < pick.end


def _same_hour(pick: Pick, start: datetime) -> bool:
    hours = (pick.start.hour, start.hour) if pick.half else (pick.start.hour % _HALF, start.hour % _HALF)
    return hours[0] == hours[1] and pick.start.minute == start.minute


def _within(time: Proposed, picks: Sequence[Pick]) -> datetime | None:
    """Return the hour that somebody names within a wide time."""
    if not time.wide or time.end is None:
        return None
    for pick in picks:
        if pick.clock:
            start = time.start.replace(hour=pick.start.hour, minute=pick.start.minute)
            if time.start <= start < time.end:
                return start
    return None
