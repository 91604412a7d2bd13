"""Interviews in a mail's calendar parts."""

from __future__ import annotations

from datetime import UTC

from .letter import CalendarPart, Letter
from .scene import Invitation
from .slots import Slot
from .statements import Clock

# An invitation that comes in a mail about hiring needs less evidence than an entry in a calendar.
_LIKELY = 0.35
_ANSWERS = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})


def invitations(letter: Letter, me: frozenset[str], clock: Clock) -> tuple[Invitation, ...]:
    """Return the interviews that a mail's calendar parts set, move or call off."""
    found: dict[str, Invitation] = {}
    for part in letter.calendars:
        for invitation in _of_part(part, me, clock):
            found.setdefault(f"{invitation.uid}{invitation.slot.start}", invitation)
    return tuple(found.values())


def _of_part(part: CalendarPart, me: frozenset[str], clock: Clock) -> list[Invitation]:
    from .calendar_entries import entries
    from .interviews import interview_likelihood

    found = []
    for entry in entries(part.data, own_zone=clock.at.tzinfo or UTC).entries:
        if entry.start is None or entry.all_day or (entry.method or part.method) in _ANSWERS:
            continue
        likelihood, people = interview_likelihood(entry, me)
        if likelihood < _LIKELY:
            continue
        cancelled = entry.cancelled or part.method == "CANCEL"
        state = "cancelled" if cancelled else "changed" if entry.sequence > 0 else "set"
        who = tuple(dict.fromkeys(person.address.lower() or person.name for person in people))
        found.append(Invitation(Slot(entry.start, entry.end, -1), who, entry.uid, state, likelihood, entry.zone))
    return found
