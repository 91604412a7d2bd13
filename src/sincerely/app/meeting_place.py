"""Where an interview takes place, looked up in the mails and calendar entries that fixed it."""

from __future__ import annotations

from sincerely.core.process import Interview
from sincerely.reading import reply
from sincerely.reading.calendar_entries import entries
from sincerely.reading.mime import parse
from sincerely.reading.whereabouts import Whereabouts, in_entries, in_text
from sincerely.sources.base import SourceError
from sincerely.store.base import Store

from .letters import read_again


def meeting_place(store: Store, interview: Interview) -> Whereabouts:
    """Return where an interview takes place, the latest word first; nothing where its mail can't be read again."""
    found = Whereabouts()
    for event in reversed(interview.evidence):
        found = found.or_else(_told_by(store, event.source, interview))
    return found


def _told_by(store: Store, source: str, interview: Interview) -> Whereabouts:
    message = store.message_named(source) if source else None
    try:
        with read_again(store) as read:
            raw = read(message) if message is not None else None
    except (SourceError, OSError):  # a mail that is gone says nothing; the card is made without it
        return Whereabouts()
    if raw is None:
        return Whereabouts()
    if raw.kind == "calendar":
        return in_entries(entries(raw.data).entries, interview.start, interview.uid)
    letter = parse(raw.data)
    parts = [entry for part in letter.calendars for entry in entries(part.data).entries]
    return in_entries(parts, interview.start, interview.uid).or_else(in_text(reply.of(letter).reply))
