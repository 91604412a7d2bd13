"""The candidate's own side: thank-yous and hand-ins in time, and what is asked of referees.

Processes come as they are known at the instant that is asked about: of nothing later (`core.report.as_known`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sincerely.core.asking import doubted
from sincerely.core.events import (
    Accepted,
    Agreed,
    Asked,
    Declined,
    Event,
    Named,
    ThankedReference,
)
from sincerely.core.facts import interviewers, thanks
from sincerely.core.items import item_key
from sincerely.core.people import is_address
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.core.requests import are_brought, requests_of
from sincerely.core.rulings import Dismissed
from sincerely.core.verbs import OUTCOMES
from sincerely.core.working_time import WorkingCalendar
from sincerely.rules import ask001_hand_in, ref005_reference_worn, thx001_thank_you_owed
from sincerely.rules.hand_in import due_of

from .waits import ENOUGH

Calendars = Callable[[Process], WorkingCalendar]
"""When people at a process's employer work."""

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Deed:
    """Something that was owed.

    Attributes:
        since: from when on.
        due: by when, as Today said it.
        done: when it was done, where it was.
        over: from when on it is too late, or was settled by how things ended.
    """

    since: datetime
    due: datetime
    done: datetime | None
    over: datetime


@dataclass(frozen=True)
class Punctuality:
    """How often something was done in time.

    Attributes:
        on_time: done by when it was due.
        late: done after that.
        never: not done, and its time is over.
        open: not done yet; counted nowhere else.
        hours: how long each took that was done, the quickest first.
        overdue: how many of those that are open should have been done by now.
    """

    on_time: int = 0
    late: int = 0
    never: int = 0
    open: int = 0
    hours: tuple[float, ...] = ()
    overdue: int = 0

    @property
    def count(self) -> int:
        """How many there are, without those still open."""
        return self.on_time + self.late + self.never

    @property
    def median(self) -> float | None:
        """Half took at most so many hours; None for too few."""
        return median(self.hours) if len(self.hours) >= ENOUGH else None


def punctuality(deeds: Iterable[Deed], now: datetime) -> Punctuality:
    """Return how often something was done in time, as it stood at an instant."""
    on_time = late = never = waiting = overdue = 0
    hours = []
    for deed in deeds:
        if deed.done is not None:
            hours.append((deed.done - deed.since) / _HOUR)
            on_time, late = (on_time + 1, late) if deed.done <= deed.due else (on_time, late + 1)
        elif deed.over > now:
            waiting += 1
            overdue += deed.due < now
        elif deed.over > deed.due:  # what ended before it was due was never owed
            never += 1
    return Punctuality(on_time, late, never, waiting, tuple(sorted(hours)), overdue)


def thank_yous(processes: Iterable[Process], now: datetime, policy: Policy, calendars: Calendars) -> Iterator[Deed]:
    """Yield the thank-yous that were owed: one for each interviewer of each interview that is not in doubt."""
    options = policy.of(thx001_thank_you_owed.CODE, thx001_thank_you_owed.Options)
    for process in processes:
        calendar, doubts = calendars(process), doubted(process)
        for interview in process.interviews:
            if interview.end > now or interview in doubts:
                continue
            for who in interviewers(process, interview):
                if not is_address(who):
                    continue
                following = next((i for i in process.interviews if i.end > interview.end and who in i.people), None)
                until = following.end if following is not None else None
                found = thanks(process, interview, who)
                done = next((e.at for e in found if until is None or e.at < until), None)
                if done is None and _dismissed(process, thx001_thank_you_owed.CODE, who, interview.end):
                    continue
                closes = options.closes.after(interview.end, calendar)
                ended = _outcome(process, interview.end)
                over = min(at for at in (closes, until, ended) if at is not None)
                yield Deed(interview.end, options.due.after(interview.end, calendar), done, over)


def hand_ins(processes: Iterable[Process], policy: Policy, calendars: Calendars) -> Iterator[Deed]:
    """Yield what employers asked for: once for each item until it is handed in, due as last named."""
    options = policy.of(ask001_hand_in.CODE, ask001_hand_in.Options)
    for process in processes:
        for key, requests, settling in requests_of(process, process.events):
            if are_brought(requests):
                continue  # no mail shows that it was packed
            done = settling.at if settling is not None else None
            since = requests[0].at
            if done is None and _dismissed(process, ask001_hand_in.CODE, key, since):
                continue
            dated = [request for request in requests if request.by is not None]
            due = due_of((dated or requests)[-1], options, calendars(process))
            # Late is better than never as long as nothing has ended: it stays open on Today.
            ended = _outcome(process, since, besides=Accepted)
            yield Deed(since, due, done, ended if ended is not None else datetime.max.replace(tzinfo=since.tzinfo))


def _dismissed(process: Process, code: str, who: str, since: datetime) -> bool:
    """Whether the person said that something is not for them."""
    said = (event for event in process.exits if isinstance(event, Dismissed) and event.code == code)
    return any(event.at >= since and {who, item_key(who)} & {*event.who, *map(item_key, event.who)} for event in said)


def _outcome(process: Process, since: datetime, besides: type[Event] | None = None) -> datetime | None:
    """Return when a process first ended after an instant, by another outcome than one."""
    ends = tuple(kind for kind in OUTCOMES if kind is not besides)
    return next((event.at for event in process.events if isinstance(event, ends) and event.at > since), None)


@dataclass(frozen=True)
class Referee:
    """What was asked of one referee.

    Attributes:
        who: their address, or name.
        asked: in how many processes they were asked.
        answer: their latest: ``agreed``, ``declined``, or nothing.
        named: in how many processes they were named.
        lately: in how many of them within the time that REF005 looks at.
        told_how: in how many of them they were thanked and told how it ended.
    """

    who: str
    asked: int
    answer: str
    named: int
    lately: int
    told_how: int


def referees(processes: Iterable[Process], now: datetime, policy: Policy, calendars: Calendars) -> tuple[Referee, ...]:
    """Return the referees, those named most in the last time first."""
    options = policy.of(ref005_reference_worn.CODE, ref005_reference_worn.Options)
    found: dict[str, dict[str, set[str]]] = {}
    answers: dict[str, Event] = {}
    for process in processes:
        calendar = calendars(process)
        for event in process.events:
            if type(event) not in _OF_REFEREES:
                continue
            kinds = [_OF_REFEREES[type(event)]]
            if isinstance(event, Named) and options.within.after(event.at, calendar) > now:
                kinds.append("lately")
            for who in event.who:
                kept = found.setdefault(who, {})
                for kind in kinds:
                    kept.setdefault(kind, set()).add(process.header.id)
                if isinstance(event, Agreed | Declined) and (who not in answers or answers[who].at <= event.at):
                    answers[who] = event
    rows = [
        Referee(
            who,
            asked=len(kept.get("asked", ())),
            answer=answers[who].verb if who in answers else "",
            named=len(kept.get("named", ())),
            lately=len(kept.get("lately", ())),
            told_how=len(kept.get("thanked-reference", ())),
        )
        for who, kept in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.lately, -row.named, row.who)))


_OF_REFEREES: dict[type[Event], str] = {kind: kind.verb for kind in (Asked, Agreed, Declined, Named, ThankedReference)}
