"""What is unsure is asked, not assumed. Each answer is an event, so it survives a re-read and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sincerely.app.processes.exits import BY_HAND, Deed, NothingThere, add, correct
from sincerely.app.processes.put_forward_twice import Double, doubles, settle_double
from sincerely.app.processes.same_opening import Same, same, settle_same
from sincerely.app.processes.which_opening import answer as belongs
from sincerely.app.processes.which_opening import doubtful, doubts_of, open_doubts
from sincerely.app.today.known import Look
from sincerely.app.today.wording import headline, moment, title
from sincerely.core.asking import doubted, still_open
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.process import Process
from sincerely.reading.linking.which_opening import Doubt
from sincerely.store.base import Store


@dataclass(frozen=True)
class Question:
    """One fact that seems so, and the sentence that it was taken from.

    Attributes:
        header: of its process.
        event: the fact.
        waits: whether what follows from an interview waits for the answer.
        begins: whether nothing is sure of the process: a yes begins it.
        doubt: of a message that may belong to another process; the fact itself may be sure.
        double: two processes that may be one opening; None of any other question.
        same: likewise, at one employer by two names.
    """

    header: Header
    event: Event
    waits: bool = False
    begins: bool = False
    doubt: Doubt | None = None
    double: Double | None = None
    same: Same | None = None

    @property
    def words(self) -> str:
        """The question in words."""
        if self.doubt is not None:
            return f"{headline(self.event, self.header)}. Does it belong to {title(self.header)}?"
        if self.double is not None:
            return self.double.words
        if self.same is not None:
            return self.same.words
        asks = "Is that so, and about a job for you?" if self.begins else "Is that so?"
        return f"{headline(self.event, self.header)}. {asks}"


_NO_DOUBTS: Mapping[str, Doubt] = {}


def questions(processes: Iterable[Process], doubts: Mapping[str, Doubt] = _NO_DOUBTS) -> list[Question]:
    """Return what is unsure: first what something waits for, then the surest, as a likely yes is settled soonest.

    Args:
        processes: those that are asked about.
        doubts: messages that may belong to another process, by the event that is shown.
    """
    found = [one for process in processes for one in questions_of(process, doubts)]
    return sorted(found, key=lambda q: (not q.waits, -q.event.confidence, q.event.at, q.header.id))


def questions_of(process: Process, doubts: Mapping[str, Doubt] = _NO_DOUBTS) -> list[Question]:
    """Return what one process is unsure of; of one of which nothing is sure, whether it is about a job at all."""
    begins = not process.events
    waited_for = {doubt for interview in doubted(process) for doubt in interview.doubts}
    elsewhere = dict(doubts_of(process, doubts)) if doubts else {}
    # What waits for that answer is not asked apart.
    told = {name for one in elsewhere.values() for name in one.lowered}
    asked = [
        Question(process.header, event, event in waited_for, begins)
        for event in still_open(process)
        if event.id not in told
    ]
    return asked + [Question(process.header, event, doubt=one) for event, one in elsewhere.items()]


def open_questions(store: Store, now: datetime, seen: Look | None = None) -> list[Question]:
    """Return the questions that the store's processes raise; of those seen before where that is known."""
    found, doubts = store.lively(now) if seen is None else seen.lively(now), open_doubts(store)
    names = doubtful(doubts, found)
    more = (store.processes(names) if seen is None else seen.processes(names)) if names else ()
    rows = store.summaries() if seen is None else seen.rows
    twice = [Question(double.later, double.event, double=double) for double in doubles(store, rows)]
    besides = [frozenset({one.first.id, one.later.id}) for question in twice if (one := question.double) is not None]
    load = store.processes if seen is None else seen.processes
    alike = [Question(one.into, one.event, same=one) for one in same(rows, load, besides)]
    return [*twice, *alike, *questions([*found, *more], doubts)]


def answer(store: Store, event_id: str, *, yes: bool, now: datetime) -> Deed:
    """Settle a question: yes makes it a fact, no strikes it.

    Raises:
        NothingThere: there is no such question.
    """
    meant = [q for q in open_questions(store, now) if q.event.id.startswith(event_id)]
    if len(meant) != 1:
        raise NothingThere(f'no question is called "{event_id}"; "sincerely questions" lists them')
    [question] = meant
    if question.doubt is not None:
        process = store.process(question.header.id)
        assert process is not None
        return belongs(store, process, question.doubt, yes=yes, now=now)
    if question.double is not None:
        return settle_double(store, question.double, now, yes=yes)
    if question.same is not None:
        return settle_same(store, question.same, now, yes=yes)
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
