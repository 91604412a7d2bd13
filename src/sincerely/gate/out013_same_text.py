"""A colleague got the same text.

What
    The message says, but for the greeting, what went to somebody else at this employer before.

Why it matters
    Colleagues compare. Two notes that differ in the name only are worth less than one.

Options
    ``alike``: from which share of common wording on, 0 to 1.

Fix
    Write about what the two of you talked about; the debrief has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import AskedWhy, Event, Submitted, Thanked, Wrote
from sincerely.core.people import same_employer

from .case import Case
from .message import Outgoing
from .text import folded, words
from .verdict import Mark, Weight

CODE = "OUT013"
NAME = "same-text"
WEIGHT = Weight.ADVISE


@dataclass(frozen=True)
class Options:
    """See above."""

    alike: float


PASS = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example, lee@acme.example
2026-03-04 18:00 thanked     lee@acme.example quote="Dear Lee,\\n\\nThank you for the tour of the server room, and for the frank words about night shifts."
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for telling me how the migration went wrong, and what you learned from it.

Best,
Robin
"""
FAIL = """
at 2026-03-05 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-04 15:00 interviewed dana@acme.example, lee@acme.example
2026-03-04 18:00 thanked     lee@acme.example quote="Dear Lee,\\n\\nThank you for taking the time yesterday to talk with me about the data analyst position. I would be very glad to join your team."
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: Thank you

Dear Dana,

Thank you for taking the time yesterday to talk with me about the data analyst position. I would be glad to join your team.

Best,
Robin
"""
_SENT: tuple[type[Event], ...] = (Thanked, Wrote, AskedWhy, Submitted)
_LEAST = 12
_ROW = 3


def check(case: Case) -> Iterator[Mark]:
    """Find a text that somebody else there has already got."""
    if case.process is None or case.message.public or not case.message.sentences:
        return
    alike = case.desk.policy.of(CODE, Options).alike
    own = _words(case.message)
    for kind in _SENT:
        for event in (*case.process.all(kind), *_beside(case, kind)):
            others = [who for who in event.who if who.casefold() not in case.addresses]
            if not event.quote or not others:
                continue
            theirs = _words(Outgoing(event.quote))
            if min(len(own), len(theirs)) >= _LEAST and _likeness(own, theirs) >= alike:
                first = case.message.sentences[0]
                yield Mark(
                    message=f"{', '.join(others)} got nearly the same text.",
                    said=first,
                    proposal="Write about what the two of you talked about.",
                )
                return


def _beside(case: Case, kind: type[Event]) -> Iterator[Event]:
    """Yield what went out in the candidate's other processes at this employer."""
    assert case.process is not None
    for there in case.desk.elsewhere:
        if same_employer(there.header.employer, case.process.header.employer):
            yield from (event for event in there.sent if isinstance(event, kind) and event.at <= case.now)


def _words(message: Outgoing) -> list[str]:
    return [folded(word) for said in message.sentences for word in words(said.text)]


def _likeness(one: list[str], other: list[str]) -> float:
    """Return which share of both texts' words stands in rows that the other has too."""
    return (_covered(one, other) + _covered(other, one)) / max(len(one) + len(other), 1)


def _covered(one: list[str], other: list[str]) -> int:
    rows = {tuple(other[at : at + _ROW]) for at in range(len(other) - _ROW + 1)}
    found = [False] * len(one)
    for at in range(len(one) - _ROW + 1):
        if tuple(one[at : at + _ROW]) in rows:
            found[at : at + _ROW] = [True] * _ROW
    return sum(found)
