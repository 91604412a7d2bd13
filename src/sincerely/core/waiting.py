"""When a first or second check-in is due, and when to let a silent process go: rules and the gate share it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from .asking import doubted
from .events import Acknowledged, Event, Heard, Prefers, Promised
from .facts import day_of, latest, whom_to_write
from .policy import Policy, Span
from .process import Interview, Process, remembered
from .working_time import WorkingCalendar


@dataclass(frozen=True)
class CheckInOptions:
    """Options of WAIT003, which is where they are explained."""

    after_promise: Span
    after_interview: Span
    apart: Span
    after_word: Span
    after_return: Span
    at_most: int
    due: Span


@dataclass(frozen=True)
class LetGoOptions:
    """Options of WAIT005, which is where they are explained."""

    silent: Span
    silent_after_check_ins: Span
    after_check_in: Span
    after_promise: Span
    after_return: Span


class Waiting(NamedTuple):
    """What a process waits for.

    Attributes:
        check_in: from when a check-in is welcome; None where none is, because all were used or silence is wished.
        let_go: from when to let go; None where nothing was heard and no interview held.
        promise: the promise that the wait is for.
        reasons: the events that set the days.
    """

    check_in: datetime | None
    let_go: datetime | None
    promise: Promised | None
    reasons: tuple[Event, ...]

    @property
    def away(self) -> Prefers | None:
        """What says until when the one to be written to is away, where that sets the day."""
        for event in self.reasons:
            if isinstance(event, Prefers):
                return event
        return None


def waiting(process: Process, policy: Policy, calendar: WorkingCalendar) -> Waiting | None:
    """Return what a process waits for, or None where it doesn't: an offer is held, or it has ended."""
    if process.outcome is not None or process.offer is not None:
        return None
    return process.once(_waiting, policy, calendar)


def _waiting(process: Process, policy: Policy, calendar: WorkingCalendar) -> Waiting:
    first = policy.of("WAIT003", CheckInOptions)
    after = policy.of("WAIT005", LetGoOptions)
    promise = promise_waited_for(process, calendar)
    check_in, reasons = _check_in(process, promise, first, calendar)
    return Waiting(check_in, _let_go(process, first, after, calendar), promise, reasons)


def absence(process: Process) -> Prefers | None:
    """Return the latest word that the one to be written to is away, and until when."""
    wishes = process.all(Prefers)
    if not wishes:
        return None  # as nearly always
    absent = [wish for wish in wishes if wish.back is not None]
    who = whom_to_write(process) if absent else ""
    return next((wish for wish in reversed(absent) if who in wish.who), None)


def promise_waited_for(process: Process, calendar: WorkingCalendar) -> Promised | None:
    """Return the latest promise whose date lies after the last interview."""
    last = process.last_interview
    for promise in reversed(process.all(Promised)):
        if promise.by is None:
            continue
        day = day_of(promise.by, calendar)
        if last is None or day > calendar.day(last.end):
            return promise
        if promise.at >= last.start and calendar.end_of(day) > last.end:
            return promise
    return None


def named_before(process: Process, interview: Interview, calendar: WorkingCalendar) -> Promised | None:
    """Return the latest promise that was made before an interview and is about a day after it."""
    for promise in reversed(process.all(Promised)):
        if promise.by is None or promise.at >= interview.start:
            continue
        if day_of(promise.by, calendar) > calendar.day(interview.end):
            return promise
    return None


@remembered
def silence(process: Process) -> Prefers | None:
    """Return the wish that nobody but those whom they choose should expect to hear; None where it no longer holds.

    A receipt says so to everybody, and its newest word about when they answer counts. Whoever named a day later on
    speaks of this candidate; and who was invited to an interview later on was chosen. A wish that comes with the
    question when to meet is about what follows the interview.
    """
    wishes = [wish for wish in process.all(Prefers) if wish.silence is not None]
    if not wishes or not wishes[-1].silence:
        return None
    wish = wishes[-1]
    if any(promise.at > wish.at and promise.by is not None for promise in process.all(Promised)):
        return None
    together = {type(event) for event in (*process.all(Acknowledged), *_questions(process)) if event.at == wish.at}
    if together == {Heard}:
        return wish
    invited = any(min(event.at for event in one.evidence) > wish.at for one in process.interviews if one.evidence)
    return None if invited else wish


def _questions(process: Process) -> tuple[Heard, ...]:
    return tuple([word for word in process.all(Heard) if word.asks])


@remembered
def check_ins_used(process: Process) -> int:
    """Return how many check-ins this employer had since the later of the last interview and the latest promise."""
    nudges = process.nudges_at_employer
    if not nudges:
        return 0
    interview, promise = process.last_interview, process.last(Promised)
    since = latest(interview.end if interview else None, promise.at if promise else None)
    return len([nudge for nudge in nudges if since is None or nudge.at >= since])


def _check_in(
    process: Process, promise: Promised | None, options: CheckInOptions, calendar: WorkingCalendar
) -> tuple[datetime | None, tuple[Event, ...]]:
    last, word = process.last_interview, process.last_word
    days: list[tuple[date, Event]] = []
    if promise is not None and promise.by is not None:
        days.append((options.after_promise.days_after(day_of(promise.by, calendar), calendar), promise))
    elif last is not None and last not in doubted(process):
        day = options.after_interview.days_after(calendar.day(last.end), calendar)
        days.append((day, last.evidence[-1]))
    else:
        return None, ()
    if check_ins_used(process) >= options.at_most or silence(process) is not None:
        return None, tuple([event for _, event in days])
    nudges = process.nudges_at_employer
    if nudges:
        nudge = nudges[-1]
        days.append((options.apart.days_after(calendar.day(nudge.at), calendar), nudge))
    if word is not None and (promise is None or word.at > promise.at):
        days.append((options.after_word.days_after(calendar.day(word.at), calendar), word))
    away = absence(process)
    if away is not None and away.back is not None:
        days.append((options.after_return.days_after(day_of(away.back, calendar), calendar), away))
    if len(days) == 1:
        [(day, event)] = days
        return calendar.opening(day), (event,)
    day = max([day for day, _ in days])
    return calendar.opening(day), tuple([event for reached, event in days if reached == day])


def _let_go(
    process: Process, first: CheckInOptions, options: LetGoOptions, calendar: WorkingCalendar
) -> datetime | None:
    interview, word = process.last_interview, process.last_word
    quiet_since = latest(interview.end if interview else None, word.at if word else None)
    if quiet_since is None:
        return None
    day = options.silent.day_after(quiet_since, calendar)
    if check_ins_used(process) >= first.at_most:
        last = calendar.day(process.nudges_at_employer[-1].at)
        after_two = max(
            options.silent_after_check_ins.day_after(quiet_since, calendar),
            options.after_check_in.days_after(last, calendar),
        )
        day = min(day, after_two)
    promised = [day_of(p.by, calendar) for p in process.all(Promised) if p.by is not None]
    if promised:
        day = max(day, options.after_promise.days_after(max(promised), calendar))
    away = absence(process)
    back = day_of(away.back, calendar) if away is not None and away.back is not None else None
    if back is not None and back < day:
        # Who was away until lately could not answer; who stays away for longer is not waited for.
        day = max(day, options.after_return.days_after(back, calendar))
    return calendar.opening(day)
