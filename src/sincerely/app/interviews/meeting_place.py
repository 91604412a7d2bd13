"""Where an interview takes place and what to bring, looked up in the mails and calendar entries that fixed it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sincerely.app.mail_in.letters import read_again
from sincerely.core.events import Requested
from sincerely.core.process import Interview, Process
from sincerely.core.requests import are_brought, meeting_of, open_requests
from sincerely.core.working_time import WorkingCalendar
from sincerely.reading.calendars.entries import entries
from sincerely.reading.letters import reply
from sincerely.reading.letters.belongings import belongings
from sincerely.reading.letters.mime import parse
from sincerely.reading.meetings.whereabouts import Whereabouts, in_entries, in_text
from sincerely.rules.hand_in import thing
from sincerely.sources.base import Raw, SourceError
from sincerely.store.base import Message, Store


@dataclass(frozen=True)
class Arranged:
    """What the employer's mails say of an interview.

    Attributes:
        place: where it takes place, the latest word first.
        bring: what to bring along, as they wrote it.
        own: which of its sources the candidate wrote: what stands in them are no words of the employer's.
    """

    place: Whereabouts = field(default_factory=Whereabouts)
    bring: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()


def arranged(store: Store, process: Process, interview: Interview, calendar: WorkingCalendar) -> Arranged:
    """Return where an interview takes place and what to bring; little where its mail can't be read again."""
    asked = _brought(process, interview, calendar)
    place, bring = Whereabouts(), dict[str, None]()
    shown = {source: _written(store, source) for source in (event.source for event in reversed(interview.evidence))}
    own = frozenset(source for source, message in shown.items() if message is not None and message.sent)
    sources = dict.fromkeys([_asked(store, message) if source in own else source for source, message in shown.items()])
    told = {source: _told_by(store, source, interview) for source in sources}
    for one in told.values():
        place = place.or_else(one.place)
        bring.update(dict.fromkeys(one.bring))
    for key, requests in asked.items():
        asking = dict.fromkeys([request.source for request in requests])
        told |= {source: _told_by(store, source, interview) for source in asking if source not in told}
        # What no mail words, such as what was noted by hand, is told by its name.
        words = [words for source in asking for words in told[source].bring] or [thing(key)]
        bring.update(dict.fromkeys(words))
    return Arranged(place, tuple(bring), own)


def _brought(process: Process, interview: Interview, calendar: WorkingCalendar) -> dict[str, list[Requested]]:
    """Return the open requests of what is to be brought to an interview."""
    return {
        key: requests
        for key, requests in open_requests(process).items()
        if are_brought(requests) and meeting_of(process, requests[-1], calendar) == interview
    }


def _written(store: Store, source: str) -> Message | None:
    return store.message_named(source) if source else None


def _asked(store: Store, message: Message | None) -> str:
    """Return what names the mail that one of the candidate's own accepts a time of; empty where none is known."""
    raw = _raw(store, message)
    letter = parse(raw.data) if raw is not None and raw.kind != "calendar" else None
    thread = (letter.in_reply_to, *reversed(letter.references[-_LAST:])) if letter is not None else ()
    for name in dict.fromkeys(filter(None, thread)):
        found = store.message_named(f"<{name}>")
        if found is not None and message is not None and not found.sent and found.process == message.process:
            return f"<{name}>"
    return ""


# The last of a thread that names many is enough.
_LAST = 4


def _told_by(store: Store, source: str, interview: Interview) -> Arranged:
    raw = _raw(store, _written(store, source))
    if raw is None:
        return Arranged()
    if raw.kind == "calendar":
        return Arranged(in_entries(entries(raw.data).entries, interview.start, interview.uid))
    letter = parse(raw.data)
    parts = [entry for part in letter.calendars for entry in entries(part.data).entries]
    text = reply.of(letter).reply
    return Arranged(in_entries(parts, interview.start, interview.uid).or_else(in_text(text)), belongings(text))


def _raw(store: Store, message: Message | None) -> Raw | None:
    try:
        with read_again(store) as read:
            return read(message) if message is not None else None
    except (SourceError, OSError):  # a mail that is gone says nothing; the card is made without it
        return None
