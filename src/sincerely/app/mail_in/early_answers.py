"""A no to an invitation that is not known yet: the Sent folder or the calendar may be read before the inbox.

Most of them decline a dinner. Of one that waits nothing is kept but a digest of the entry and its time, by which it is
known once the invitation is read, when it was given, and which message shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from sincerely.app.mail_in.reading_mail import Reader, answered_at
from sincerely.core.corrections import SURE
from sincerely.core.events import Cancelled, Event, Moved, Scheduled
from sincerely.reading.calendars.entries import Entry, entries
from sincerely.reading.calendars.interview_people import normal
from sincerely.reading.calendars.interviews import accepted, declined
from sincerely.reading.letters.letter import Letter
from sincerely.reading.linking.links import Links
from sincerely.reading.meetings.invitations import ANSWERS
from sincerely.store.base import Store

WAITING = "answers_waiting"
# Older ones give way: what invited is read soon.
_MOST = 400
# Of an interview so long ago nothing is owed any more.
_LONG_AGO = timedelta(days=180)
_UNSURE = SURE - 0.01


@dataclass(frozen=True)
class Answer:
    """What the candidate answered to an invitation.

    Attributes:
        mark: digest of the entry and its time.
        at: when.
        yes: whether she comes.
        source: the message that shows it.
    """

    mark: str
    at: datetime
    yes: bool
    source: str


def of_mail(letter: Letter, reader: Reader, links: Links, source: str) -> Iterator[Answer]:
    """Yield what a mail of the candidate's own answers to invitations; no to what is not known yet, or yes."""
    if normal(letter.from_.address) not in {normal(address) for address in reader.me}:
        return
    at = min(letter.date or letter.received or reader.now, reader.now)
    for part in letter.calendars:
        for entry in entries(part.data, own_zone=at.tzinfo or UTC).entries:
            if (entry.method or part.method) == "REPLY" and entry.start is not None:
                yield from _answer(entry, entry.start, at, reader, links, source)


def of_calendar(found: Iterable[Entry], reader: Reader, links: Links, source: str) -> Iterator[Answer]:
    """Yield what a calendar's entries answer likewise."""
    for entry in found:
        if entry.start is not None and not entry.all_day and not entry.cancelled and entry.method not in ANSWERS:
            at = answered_at(entry, entry.start, reader.now)
            yield from _answer(entry, entry.start, at, reader, links, source)


def _answer(
    entry: Entry, start: datetime, at: datetime | None, reader: Reader, links: Links, source: str
) -> Iterator[Answer]:
    if not entry.uid or start < reader.now - _LONG_AGO:
        return
    if declined(entry, reader.me):
        if not links.knows_entry(entry.uid):
            yield Answer(_mark(entry.uid, start), at or min(start, reader.now), yes=False, source=source)
    elif at is not None and accepted(entry, reader.me):
        yield Answer(_mark(entry.uid, start), at, yes=True, source=source)


def join(store: Store, answers: Iterable[Answer], events: Mapping[str, list[Event]]) -> None:
    """Ask about interviews that were declined before they were known; within the transaction.

    Args:
        store: the candidate's store.
        answers: what was read just now, waits where it is a no, and ends the waiting of one where it is a yes.
        events: what was read just now, by process; questions are added to them.
    """
    before: list[list[str]] = store.setting(WAITING) or []
    waiting = {mark: (datetime.fromisoformat(at), source) for mark, at, source in before}
    for answer in sorted(answers, key=lambda one: one.at):
        held = waiting.get(answer.mark)
        if held is None or held[0] < answer.at:
            waiting.pop(answer.mark, None)
            if not answer.yes:
                waiting[answer.mark] = (answer.at, answer.source)
    if waiting:
        for found in events.values():
            found += [no for event in tuple(found) if (no := _declined(event, waiting)) is not None]
    left = [[mark, at.isoformat(), source] for mark, (at, source) in waiting.items()][-_MOST:]
    if left != before:
        store.set_setting(WAITING, left)


def _declined(event: Event, waiting: dict[str, tuple[datetime, str]]) -> Cancelled | None:
    """Return what is to be asked of an interview that was just read, and that it waits no more."""
    if not isinstance(event, Scheduled | Moved) or event.confidence < SURE or not event.uid or event.start is None:
        return None
    at, source = waiting.pop(_mark(event.uid, event.start), (None, ""))
    if at is None:
        return None
    return Cancelled(at=at, who=event.who, start=event.start, uid=event.uid, source=source, confidence=_UNSURE)


def _mark(uid: str, start: datetime) -> str:
    told = f"{uid}\n{start.astimezone(UTC).isoformat()}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
