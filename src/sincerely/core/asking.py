"""What a process is unsure of: which of it is still to be asked, and what has to wait for the answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .corrections import SURE, uncorrected
from .events import (
    Accepted,
    Cancelled,
    Closed,
    Debriefed,
    Event,
    Moved,
    Offered,
    Scheduled,
    Slot,
    Thanked,
    Withdrew,
)
from .process import Interview, Process, remembered
from .rulings import Corrected

_A_DAYS_WORK = timedelta(hours=8)


def still_open(process: Process) -> Iterator[Event]:
    """Yield what a process is unsure of, and what is not known otherwise by now.

    A mail and the calendar may both say that an interview is declined, a day noted before its hour was known is no
    second interview, and what is off needs no fixing: what would change nothing is not asked.
    """
    zone = process.header.tz
    over = process.outcome
    asked: set[tuple[str, str, datetime | None]] = set()
    for event in process.unsure:
        if (over is not None and _is_over(event, over, process)) or _is_no_news(event, process):
            continue
        if isinstance(event, Scheduled) and not event.uid and _is_known(event, process):
            continue
        if isinstance(event, Moved) and not event.uid and _has_moved(event, process):
            continue
        if isinstance(event, Scheduled | Cancelled) and event.uid and event.start is not None:
            key = (event.verb, event.uid, event.start)
            held = any(event.start == interview.start for interview in process.interviews)
            if key in asked or held is isinstance(event, Scheduled) or _is_out_of_date(event, process, zone):
                continue
            asked.add(key)
        yield event


def _is_over(event: Event, outcome: Event, process: Process) -> bool:
    """Whether an outcome leaves nothing to ask about what seemed so.

    Where the candidate said yes or no, there is no offer to ask about. What follows a rejection depends on whether they
    met: that is still asked where it is not known.
    """
    own = isinstance(outcome, Accepted | Withdrew)
    if isinstance(event, Offered):
        return own
    if not isinstance(event, Slot) or event.at > outcome.at:
        return False
    if isinstance(outcome, Closed) and outcome.silent:
        return False  # nobody said that it is over
    return own or isinstance(outcome, Closed) or bool(process.interviews)


def _is_no_news(event: Event, process: Process) -> bool:
    """Whether an offer is held already, and no other day of it told; or a later mail fixed that interview."""
    if isinstance(event, Offered):
        return process.offer is not None and event.by is None
    if not isinstance(event, Scheduled) or event.uid or event.start is None:
        return False
    zone = process.header.tz
    day = event.start.astimezone(zone).date()
    return any(
        interview.start.astimezone(zone).date() == day
        and any(isinstance(one, Scheduled | Moved) and one.at > event.at for one in interview.evidence)
        for interview in process.interviews
    )


def _is_known(event: Scheduled, process: Process) -> bool:
    """Whether when an interview is, as a mail seems to say, is known: as it says, or as one of its other choices.

    What a mail says of one fact in one sentence, with likelihoods that are one together, are choices.
    """
    starts = {interview.start for interview in process.interviews}
    # Where it was once, it is no question either: it was moved or called off since.
    if event.start is not None and event.start in starts | {one.start for one in process.all(Scheduled)}:
        return True
    if event.start is None:
        # Of one that was fixed before and lay ahead, a mail that only says that it is fixed tells nothing new.
        return any(
            (one.source == event.source and one.at == event.at) or (one.at <= event.at < interview.start)
            for interview in process.interviews
            for one in interview.evidence
        )
    told = [one for one in process.reports if isinstance(one, Scheduled) and _is_of_one_sentence(one, event)]
    choices = {one.id: one for one in told if one.confidence < SURE}
    together = sum(one.confidence for one in choices.values())
    return together <= 1 and any(one.start in starts for one in choices.values())


def _has_moved(event: Moved, process: Process) -> bool:
    """Whether an interview is when it is said to be moved to, or was moved or fixed anew since: none is in doubt."""
    then = [interview for interview in process.interviews if interview.end > event.at]
    return bool(then) and all(
        interview.start == event.start
        or any(isinstance(one, Moved | Scheduled) and one.at > event.at for one in interview.evidence)
        for interview in then
    )


def _is_of_one_sentence(one: Event, other: Event) -> bool:
    return bool(one.quote) and (one.at, one.source, one.quote) == (other.at, other.source, other.quote)


def _is_out_of_date(event: Event, process: Process, zone: ZoneInfo) -> bool:
    """Whether a slot that is asked about was cancelled since, or the whole day of one whose hour is known.

    Likewise a no to one that is settled.
    """
    if isinstance(event, Cancelled):
        return _is_settled(event, process)
    if not isinstance(event, Scheduled) or event.start is None:
        return False
    off = (one for one in (*process.all(Cancelled), *process.unsure) if isinstance(one, Cancelled))
    if any(one.uid == event.uid and one.at >= event.at for one in off):
        return True
    day = event.start.astimezone(zone).date()
    whole = event.end is not None and event.end - event.start >= _A_DAYS_WORK
    return whole and any(interview.start.astimezone(zone).date() == day for interview in process.interviews)


def _is_settled(no: Cancelled, process: Process) -> bool:
    """Whether the candidate accepted after all, or the person was asked about that slot since and said no.

    A mail that came back strikes what it did, and answers nothing.
    """
    alike = {one.id for one in process.told if isinstance(one, Cancelled) and _is_of(one, no)}
    for one in uncorrected(process.reports):
        # What an invitation fixes is sure, what the candidate's own yes does is not.
        if isinstance(one, Scheduled) and one.confidence < SURE and _is_of(one, no) and one.at > no.at:
            return True
        denies = isinstance(one, Corrected) and one.confidence >= SURE and not one.returned
        if denies and one.at >= no.at and not alike.isdisjoint(one.who):
            return True
    return False


def _is_of(one: Slot, other: Slot) -> bool:
    return one.uid == other.uid and one.start == other.start


@remembered
def doubted(process: Process) -> tuple[Interview, ...]:
    """Return the interviews of which it is still asked whether they were moved or cancelled.

    Whether such an interview takes place nobody knows: what follows from it waits for the answer. One that was noted or
    thanked for has taken place.
    """
    if not any(interview.doubts for interview in process.interviews):
        return ()  # as nearly always
    asked = set(still_open(process))
    held = [event.at for kind in (Debriefed, Thanked) for event in process.all(kind)]
    return tuple(
        [
            interview
            for interview in process.interviews
            if not asked.isdisjoint(interview.doubts) and not any(at >= interview.end for at in held)
        ]
    )
