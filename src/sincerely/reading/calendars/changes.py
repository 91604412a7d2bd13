"""What a later version of a calendar entry changes: moved, cancelled, or overtaken already.

Invitations arrive out of order and more than once. SEQUENCE says which version is newer; programs that forget
to raise it are told by when they wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

from .entries import Entry

Change = Literal["new", "moved", "cancelled", "updated", "same", "stale", "answered", "proposed"]
Key = tuple[str, datetime | None]
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def key(entry: Entry) -> Key:
    """Return what stays when an entry is moved: its UID, and which occurrence it is."""
    again = entry.recurrence_id
    return entry.uid, again.astimezone(UTC) if again else None


def change(before: Entry | None, after: Entry) -> Change:
    """Return what an entry that has just come means beside the one that is known.

    Returns:
        "new" (also when a cancelled one is taken up again), "moved" to another time, "cancelled", "updated"
        (people, place or words), "same", "stale" (an older version that came late), "answered" (an attendee's
        REPLY) or "proposed" (an attendee's COUNTER: nothing has moved yet).
    """
    if after.method in {"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"}:
        return "proposed" if after.method == "COUNTER" else "answered"
    if before is None:
        return "cancelled" if after.cancelled else "new"
    if _version(after) < _version(before):
        return "stale"
    if after.cancelled:
        return "same" if before.cancelled else "cancelled"
    if before.cancelled:
        # The same version once more, from a folder that was read late, revives nothing.
        return "new" if _version(after) > _version(before) else "stale"
    if (after.start, after.end) != (before.start, before.end):
        return "moved"
    return "same" if _said(after) == _said(before) else "updated"


def latest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the version of each entry that holds, in the order in which they first came.

    A cancelled entry stays, as cancelled; answers and proposals of attendees change nothing.
    """
    known: dict[Key, Entry] = {}
    for entry in entries:
        if change(known.get(key(entry)), entry) not in {"stale", "same", "answered", "proposed"}:
            known[key(entry)] = entry
    return tuple(known.values())


def _version(entry: Entry) -> tuple[int, datetime]:
    return entry.sequence, entry.stamp or _NEVER


def _said(entry: Entry) -> tuple[object, ...]:
    return entry.summary, entry.location, entry.url, entry.description, entry.organizer, entry.attendees, entry.status
