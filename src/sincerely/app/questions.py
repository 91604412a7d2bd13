"""What is unsure is asked, not assumed. Each answer is an event, so it survives a re-read and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sincerely.core.corrections import SURE, uncorrected
from sincerely.core.events import Cancelled, Event, Scheduled, Slot
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.core.rulings import Corrected
from sincerely.store.base import Store

from .exits import BY_HAND, Deed, NothingThere, add, correct
from .known import Look
from .wording import headline, moment

_A_DAYS_WORK = timedelta(hours=8)


@dataclass(frozen=True)
class Question:
    """One fact that seems so, and the sentence that it was taken from.

    Attributes:
        header: the process.
        event: the fact, as it seems.
        begins: whether nothing is sure of the process: a yes begins it.
    """

    header: Header
    event: Event
    begins: bool = False

    @property
    def words(self) -> str:
        """The question in words."""
        asks = "Is that so, and about a job for you?" if self.begins else "Is that so?"
        return f"{headline(self.event, self.header)}. {asks}"


def still_open(process: Process) -> Iterator[Event]:
    """Yield what a process is unsure of, and what is not known otherwise by now.

    A mail and the calendar may both say that an interview is declined, a day noted before its hour was known is no
    second interview, and what is off needs no fixing: what would change nothing is not asked.
    """
    zone = process.header.tz
    asked: set[tuple[str, str, datetime | None]] = set()
    for event in process.unsure:
        if isinstance(event, Scheduled | Cancelled) and event.uid and event.start is not None:
            key = (event.verb, event.uid, event.start)
            held = any(event.start == interview.start for interview in process.interviews)
            if key in asked or held is isinstance(event, Scheduled) or _is_out_of_date(event, process, zone):
                continue
            asked.add(key)
        yield event


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


def questions(processes: Iterable[Process]) -> list[Question]:
    """Return what is unsure, the surest first: a likely yes is the quickest to settle."""
    found = [one for process in processes for one in questions_of(process)]
    return sorted(found, key=lambda q: (-q.event.confidence, q.event.at, q.header.id))


def questions_of(process: Process) -> list[Question]:
    """Return what one process is unsure of; of one of which nothing is sure, whether it is about a job at all."""
    begins = not process.events
    return [Question(process.header, event, begins) for event in still_open(process)]


def open_questions(store: Store, now: datetime, seen: Look | None = None) -> list[Question]:
    """Return the questions that the store's processes raise; of those seen before where that is known."""
    return questions(store.lively(now) if seen is None else seen.lively(now))


def answer(store: Store, event_id: str, *, yes: bool, now: datetime) -> Deed:
    """Settle a question: yes makes it a fact, no strikes it.

    Raises:
        NothingThere: there is no such question.
    """
    meant = [q for q in open_questions(store, now) if q.event.id.startswith(event_id)]
    if len(meant) != 1:
        raise NothingThere(f'no question is called "{event_id}"; "sincerely questions" lists them')
    [question] = meant
    words = headline(question.event, question.header)
    if yes:
        # What is known now cannot be later than what comes next.
        sure = replace(question.event, at=min(question.event.at, now), confidence=1.0, source=BY_HAND)
        rest = "; the next sync takes in what else was written about it" if question.begins else ""
        return add(store, question.header, [sure], now, f"Yes: {words}{rest}")
    return correct(store, question.header, [question.event], now, f"No: {words}")


def as_json(question: Question) -> dict[str, Any]:
    """Return a question as the command prints it."""
    event, zone = question.event, question.header.tz
    return {
        "id": event.id,
        "process": question.header.id,
        "event": event.verb,
        "at": event.at.astimezone(zone).isoformat(),
        "confidence": event.confidence,
        "question": question.words,
        "quote": event.quote,
        "source": event.source,
    }


def when(question: Question) -> str:
    """Return the question's day and time, on the employer's clock."""
    return moment(question.event.at, question.header.tz)
