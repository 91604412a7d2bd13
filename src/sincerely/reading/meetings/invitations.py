"""Interviews in a mail's calendar parts."""

from __future__ import annotations

from datetime import UTC

from sincerely.reading.calendars.entries import Entry, entries
from sincerely.reading.calendars.interview_people import normal
from sincerely.reading.calendars.interviews import accepted, declined, interview_likelihood, speaks_against
from sincerely.reading.letters.letter import CalendarPart, Letter
from sincerely.reading.linking.links import Links
from sincerely.reading.linking.relays import is_relay, own_domain
from sincerely.reading.statements.scene import Invitation
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Clock

# An invitation that comes in a mail about hiring needs less evidence than an entry in a calendar.
_LIKELY = 0.35
# A later version of what is an interview already is one, whatever it calls itself.
_FOLLOWS = 0.95
ANSWERS = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
"""Methods by which those who are invited answer: they set no time; a no of the candidate may take one away, and a yes after it
bring it back."""


def invitations(
    letter: Letter, me: frozenset[str], clock: Clock, links: Links | None = None, *, known: bool = False, text: str = ""
) -> tuple[Invitation, ...]:
    """Return the interviews that a mail's calendar parts set, move or call off, and what may be one.

    Args:
        letter: the mail.
        me: the candidate's addresses.
        clock: when it was sent.
        links: the processes that are known; what they know of is an interview with less evidence in the entry.
        known: whether the mail belongs to one of them: what it invites to is worth a question at least.
        text: what the mail says, without quotes.
    """
    links = links if links is not None else Links()
    own = normal(letter.from_.address) in {normal(address) for address in me}
    found: dict[str, Invitation] = {}
    for part in letter.calendars:
        for invitation in _of_part(part, me, clock, links, known=known, text=text, own=own):
            found.setdefault(f"{invitation.uid}{invitation.slot.start}", invitation)
    return tuple(found.values())


def _of_part(  # noqa: PLR0913 - by name, to a pure function
    part: CalendarPart, me: frozenset[str], clock: Clock, links: Links, *, known: bool, text: str, own: bool
) -> list[Invitation]:
    found = []
    for entry in entries(part.data, own_zone=clock.at.tzinfo or UTC).entries:
        if entry.start is None or entry.all_day:
            continue
        method = entry.method or part.method
        mine = method == "REPLY" and own and links.knows_entry(entry.uid)
        no = mine and declined(entry, me)
        yes = mine and accepted(entry, me) and links.refused(entry.uid, entry.start, before=clock.at) is not None
        if method in ANSWERS and not (no or yes):
            continue
        cancelled = no or entry.cancelled or part.method == "CANCEL"
        refused = declined(entry, me) and not cancelled
        words = text if known or _of_a_house(entry) else ""
        likelihood, people = interview_likelihood(entry, me, words, known_people=links.has_of_employers(entry))
        likelihood = max(likelihood, _FOLLOWS) if links.knows_entry(entry.uid) else likelihood
        sure = likelihood >= _LIKELY
        requested = (entry.method or part.method) == "REQUEST" and not cancelled
        if not sure and not (known and requested and not refused and _may_be(entry, me, links)):
            continue
        changed = "changed" if entry.sequence > 0 else "set"
        state = "cancelled" if cancelled else "declined" if refused else "accepted" if yes else changed
        who = tuple(dict.fromkeys(person.address.lower() or person.name for person in people))
        slot = Slot(entry.start, entry.end, -1)
        found.append(Invitation(slot, who, entry.uid, state, likelihood, entry.zone, sure=sure))
    return found


def _of_a_house(entry: Entry) -> bool:
    """Whether no private person invites: a friend's wishes for an interview make no lunch one."""
    address = entry.organizer.address if entry.organizer else ""
    return bool(own_domain(address)) or is_relay(address)


def _may_be(entry: Entry, me: frozenset[str], links: Links) -> bool:
    """Whether an invitation of few words, in a mail of a known process, is worth a question."""
    organizer = entry.organizer.address.lower() if entry.organizer else ""
    return bool(organizer) and organizer not in links.referees and not speaks_against(entry, me)
