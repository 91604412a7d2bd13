"""What is owed, late and waited for, over all processes of one candidate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from sincerely.app.processes.questions import Question, questions
from sincerely.app.today.consoling import consolations
from sincerely.app.today.reporting import Line, lines
from sincerely.app.today.wording import your_item
from sincerely.core.events import (
    Accepted,
    Asked,
    AskedWhy,
    Briefed,
    Debriefed,
    Event,
    Named,
    Reminded,
    Submitted,
    Thanked,
    ThankedReference,
    Told,
    Withdrew,
    Wrote,
)
from sincerely.core.finding import Stage
from sincerely.core.header import Header, short_names
from sincerely.core.policy import Policy
from sincerely.core.process import Process

# What a candidate does about a process, and how the list of the week says it.
_DEEDS: dict[type[Event], str] = {
    Thanked: "thanked {who}",
    Submitted: "handed in {who}",
    Wrote: "wrote to {who}",
    Debriefed: "noted the interview",
    Asked: "asked {who} to be a referee",
    Told: "told {who} that a call may come",
    Briefed: "briefed {who}",
    Reminded: "reminded {who}",
    Named: "named {who}",
    ThankedReference: "thanked {who}",
    AskedWhy: "asked {who} for the reason",
    Accepted: "accepted the offer",
    Withdrew: "withdrew",
}
_WEEK = timedelta(days=7)
WAITING = frozenset({"WAIT002"})


@dataclass(frozen=True)
class Deed:
    """Something that the candidate did on a day of this week.

    Attributes:
        headers: the processes that it is about: one mail to a referee may speak of many.
        event: what was done.
    """

    headers: tuple[Header, ...]
    event: Event

    @property
    def day(self) -> date:
        """The day on which it was done, where the first employer is."""
        return self.event.at.astimezone(self.headers[0].tz).date()

    @property
    def words(self) -> str:
        """The deed in words, with its day and its processes."""
        items = isinstance(self.event, Submitted)
        who = ", ".join(map(your_item, self.event.who) if items else self.event.who) or "them"
        said = _DEEDS[type(self.event)].format(who=who)
        places = ", ".join(dict.fromkeys(header.employer or header.id for header in self.headers))
        return f"{self.day:%a} {self.day.day} {self.day:%b}: {said} ({places})"


@dataclass(frozen=True)
class Today:
    """One day's page.

    Attributes:
        now: the instant it is for, on the reader's clock.
        tonight: as people are shown it, what must be done today to be in time; see `ending`.
        late: what has done harm already.
        due: what is to be done now.
        soon: what is to be done, with time left; and what may be done when one likes.
        waiting: what to wait for, until when and why.
        done: what was done in the last seven days, newest first.
        wake_at: when what holds will next be different; None: not before something happens, or not asked.
        questions: how many unsure facts wait for an answer.
        asked: these facts as questions, the surest first.
        notices: what happened that the person should know, one sentence each.
        names: the names of all processes.
        offers: the processes in which an offer is held.
        ends: what ends today, in words.
    """

    now: datetime
    tonight: tuple[Line, ...] = ()
    late: tuple[Line, ...] = ()
    due: tuple[Line, ...] = ()
    soon: tuple[Line, ...] = ()
    waiting: tuple[Line, ...] = ()
    done: tuple[Deed, ...] = ()
    questions: int = 0
    asked: tuple[Question, ...] = ()
    notices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    wake_at: datetime | None = None
    offers: tuple[Process, ...] = ()
    ends: tuple[str, ...] = ()

    @cached_property
    def short(self) -> Mapping[str, str]:
        """For names of processes the beginning that is enough for commands."""
        return short_names(self.names)

    @property
    def owed(self) -> tuple[Line, ...]:
        """Everything but what is waited for."""
        return (*self.tonight, *self.late, *self.due, *self.soon)

    @property
    def all(self) -> tuple[Line, ...]:
        """Everything that holds."""
        return (*self.owed, *self.waiting)


def today(
    processes: Iterable[Process],
    now: datetime,
    policy: Policy,
    recent: Sequence[Process] = (),
    notices: Sequence[str] = (),
    found: Sequence[Line] | None = None,
) -> Today:
    """Return Today.

    Args:
        processes: those that something may hold of.
        now: the instant, aware; its zone is the reader's.
        policy: the profile.
        recent: the processes in which something happened this week.
        notices: sentences to show.
        found: what holds, most urgent first, where that is known.
    """
    held = list(processes)
    found = lines(held, now, policy) if found is None else found
    waiting = tuple(line for line in found if line.finding.code in WAITING)
    owed = [line for line in found if line.finding.code not in WAITING]
    unique = {process.header.id: process for process in (*held, *recent)}
    asked = tuple(questions(held))
    return Today(
        now=now,
        late=tuple(line for line in owed if line.stage is Stage.LATE),
        due=tuple(line for line in owed if line.stage is Stage.DUE),
        soon=tuple(line for line in owed if line.stage in {Stage.SOON, Stage.OPEN}),
        waiting=waiting,
        done=_done(recent or held, now),
        questions=facts_asked(asked),
        asked=asked,
        notices=(*consolations(unique.values(), now, policy), *notices),
    )


def facts_asked(asked: Iterable[Question]) -> int:
    """Return of how many facts one is asked."""
    return len({(q.header.id, q.event.id) for q in asked})


def _done(processes: Iterable[Process], now: datetime) -> tuple[Deed, ...]:
    deeds = [
        Deed((process.header,), event)
        for process in processes
        for event in process.events
        if type(event) in _DEEDS and now - _WEEK <= event.at <= now
    ]
    newest = sorted(deeds, key=lambda deed: (deed.day, deed.event.at), reverse=True)
    alike: dict[object, list[Deed]] = {}
    for deed in newest:
        alike.setdefault((deed.day, type(deed.event), deed.event.who), []).append(deed)
    return tuple(Deed(tuple(one.headers[0] for one in same), same[0].event) for same in alike.values())
