"""What a process shows of the employer's side: when it answered, how many rounds there were, how far it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from sincerely.core.events import (
    Accepted,
    Acknowledged,
    Applied,
    Assessed,
    Cancelled,
    Event,
    Heard,
    Interviewed,
    Moved,
    Offered,
    Rejected,
    Requested,
    Scheduled,
    ToldWhy,
    Withdrew,
)
from sincerely.core.process import Interview, Process

from .waits import Wait

# The employer's word. That an application arrived is told by a program, and a date named is not an answer yet.
_WORDS = (Heard, Requested, Scheduled, Moved, Cancelled, Assessed, Interviewed, Offered, Rejected, ToldWhy)
_ONWARD = (Requested, Scheduled, Assessed, Interviewed, Offered)
# After these of the candidate's own, no answer is to be expected.
_LEFT = (Accepted, Withdrew)
# Talks of one day, or of that and the next morning, are one round.
ROUND = timedelta(days=1)
_DAY = timedelta(days=1)


class Stage(StrEnum):
    """How far a process went. Later ones need not include all earlier ones: an offer may come after one interview."""

    APPLIED = "applied"
    ANSWERED = "answered"
    INTERVIEW = "interview"
    SECOND = "second interview"
    THIRD = "third interview"
    OFFER = "offer"
    ACCEPTED = "accepted"


class End(StrEnum):
    """What became of a process."""

    OPEN = "open"
    REJECTED = "they said no"
    SILENT = "closed without an answer"
    WITHDREW = "you withdrew"
    ACCEPTED = "you accepted"


@dataclass(frozen=True)
class Way:
    """One process as the figures need it.

    Attributes:
        applied: when the candidate applied, or was told that the application arrived; where that is known.
        answer: the employer's first answer, after that where it is known.
        stages: those that were reached.
        end: what became of it.
        rounds: the interviews that took place, those close together as one round.
        words: when the employer said something, besides in an interview.
        left: when the candidate withdrew, or accepted.
    """

    applied: datetime | None
    answer: Event | None
    stages: frozenset[Stage]
    end: End
    rounds: tuple[tuple[datetime, datetime], ...]
    words: tuple[datetime, ...]
    left: datetime | None

    @property
    def furthest(self) -> Stage:
        """The last stage that was reached."""
        return max(self.stages, key=list(Stage).index)

    @property
    def onward(self) -> bool:
        """Whether the first answer was more than a word: an interview, a test, a request, an offer."""
        return isinstance(self.answer, _ONWARD)


def way_of(process: Process, now: datetime) -> Way | None:
    """Return a process as it is known at an instant; None where the candidate neither applied nor was written to.

    Args:
        process: of nothing later than the instant, as `core.report.as_known` gives it.
        now: the instant.
    """
    known = process.events
    # Many apply through a form: then the mail that says so, or that it arrived, is what is known of it.
    applied = next((event.at for event in known if isinstance(event, Applied | Acknowledged)), None)
    words = [event for event in known if isinstance(event, _WORDS)]
    answer = next((event for event in words if applied is None or event.at >= applied), None)
    rounds = _rounds(interview for interview in process.interviews if interview.end <= now)
    stages = _stages(known, answer, len(rounds))
    if applied is None and stages <= {Stage.APPLIED}:
        return None
    said = tuple(event.at for event in words if not isinstance(event, Interviewed))
    left = next((event.at for event in known if isinstance(event, _LEFT)), None)
    return Way(applied, answer, stages, _end(process), rounds, said, left)


def _rounds(interviews: Iterable[Interview]) -> tuple[tuple[datetime, datetime], ...]:
    rounds: list[tuple[datetime, datetime]] = []
    for interview in sorted(interviews, key=lambda i: (i.start, i.end)):
        if rounds and interview.start - rounds[-1][1] < ROUND:
            rounds[-1] = rounds[-1][0], max(rounds[-1][1], interview.end)
        else:
            rounds.append((interview.start, interview.end))
    return tuple(rounds)


def _stages(known: Sequence[Event], answer: Event | None, rounds: int) -> frozenset[Stage]:
    kinds = {type(event) for event in known}
    reached = {Stage.APPLIED}
    reached |= set((Stage.INTERVIEW, Stage.SECOND, Stage.THIRD)[:rounds])
    if Accepted in kinds:
        reached |= {Stage.OFFER, Stage.ACCEPTED}  # one accepted by a call may have had no offer in the mail
    if Offered in kinds:
        reached.add(Stage.OFFER)
    if answer is not None or len(reached) > 1:
        reached.add(Stage.ANSWERED)
    return frozenset(reached)


def _end(process: Process) -> End:
    outcome = process.outcome
    if outcome is None:
        return End.OPEN
    ends = {Rejected: End.REJECTED, Accepted: End.ACCEPTED, Withdrew: End.WITHDREW}
    return ends.get(type(outcome), End.SILENT)


def application_waits(ways: Iterable[Way], now: datetime) -> list[Wait]:
    """Return how long employers took to answer an application, those still to answer among them.

    Somebody who closed a process for its silence goes on waiting here: the employer has not answered.
    """
    return [_wait(way.applied, way.answer.at if way.answer else None, way.left, now) for way in ways if way.applied]


def interview_waits(ways: Iterable[Way], now: datetime) -> list[Wait]:
    """Return how long employers took to say something after a round of interviews.

    Where they met again before anything was said, it was watched until then.
    """
    waits = []
    for way in ways:
        begins = [start for start, _ in way.rounds[1:]]
        for (_, end), following in zip(way.rounds, [*begins, None], strict=False):
            word = next((at for at in way.words if at > end), None)
            if word is not None and following is not None and word > following:
                word = None
            left = way.left if way.left is not None and way.left > end else None
            waits.append(_wait(end, word, min((at for at in (left, following) if at), default=None), now))
    return waits


def _wait(since: datetime, word: datetime | None, left: datetime | None, now: datetime) -> Wait:
    if word is not None and (left is None or word <= left):
        return Wait((word - since) / _DAY, answered=True)
    return Wait(max(((left or now) - since) / _DAY, 0.0), answered=False)


@dataclass(frozen=True)
class Row:
    """A stage of the funnel: how many reached it, and what became of those that got no further."""

    stage: Stage
    reached: int
    ends: tuple[tuple[End, int], ...]


def funnel(ways: Iterable[Way]) -> tuple[Row, ...]:
    """Return every stage that somebody reached, and the usual ones in between."""
    every = list(ways)
    reached = Counter(stage for way in every for stage in way.stages)
    ends = Counter((way.furthest, way.end) for way in every)
    unusual = {Stage.THIRD, Stage.ACCEPTED}
    return tuple(
        Row(stage, reached[stage], tuple((end, ends[stage, end]) for end in End if ends[stage, end]))
        for stage in Stage
        if reached[stage] or stage not in unusual
    )


@dataclass(frozen=True)
class Month:
    """A month: applications that went out in it, and first answers that came in it, to these or earlier ones.

    Attributes:
        year, month: which, on the reader's clock.
        applied: applications.
        onward: answers that led on: an interview, a test, a request, an offer.
        noes: answers that said no.
        words: other answers.
    """

    year: int
    month: int
    applied: int
    onward: int
    noes: int
    words: int

    @property
    def answers(self) -> int:
        """All answers."""
        return self.onward + self.noes + self.words


def months(ways: Iterable[Way], now: datetime, most: int = 12) -> tuple[Month, ...]:
    """Return the months from the first in which something happened to now, at most so many of them."""
    zone = now.tzinfo
    counts: Counter[tuple[int, str]] = Counter()
    for way in ways:
        if way.applied is not None:
            counts[_number(way.applied, zone), "applied"] += 1
        if way.answer is not None:
            kind = "onward" if way.onward else "noes" if isinstance(way.answer, Rejected) else "words"
            counts[_number(way.answer.at, zone), kind] += 1
    last = _number(now, zone)
    first = max(min((number for number, _ in counts), default=last), last - most + 1)
    return tuple(
        Month(n // 12, n % 12 + 1, counts[n, "applied"], counts[n, "onward"], counts[n, "noes"], counts[n, "words"])
        for n in range(first, last + 1)
    )


def _number(at: datetime, zone: tzinfo | None) -> int:
    try:
        there = at.astimezone(zone)
    except OverflowError:  # the calendar's first and last hours do not exist on every clock
        there = at
    return there.year * 12 + there.month - 1
