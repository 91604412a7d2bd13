"""What can be the first message of a process, and what may be about hiring at all."""

from __future__ import annotations

from dataclasses import replace

from sincerely.app.mail_in.reading_mail import Said
from sincerely.core.events import Accepted, Event, Heard, Requested, Submitted, Withdrew, Wrote

_MERE = (Heard, Wrote, Accepted, Withdrew)
# Any office wants these, whoever applies.
_OF_ANY_DESK = frozenset({"bank-details", "certificate", "form", "id"})
_BEGINNINGS = frozenset(
    """acknowledgement assessment interview_cancelled interview_changed interview_invite interview_set promise
    reference_check rejection""".split()
)
# What may be about hiring where somebody of a house that names itself writes.
_PERHAPS = frozenset({"offer", "outreach", "request"})
# So sure must be what a mail by somebody, or by a desk, seems to be. Of 316 mails of hiring by five hands that began
# nothing 216 are asked about so, and of 406 by the same hands about anything else 15.
_LEAST = {"person": 0.3, "desk": 0.5}


def begins(said: Said) -> bool:
    """Whether a message can be the first that is known of a process.

    Small talk cannot, nor can a request from nobody in particular: so write those who collect CVs. An offer can where a
    house of its own names itself and the opening; it is asked about, see `placing`. What the candidate
    sends can: a folder of sent mail may be read before what it answers. But a mere word, a yes or a no waits for that,
    and so does a form: one sends those for others, too. A recruiter's letter begins one where its house is known to the
    candidate: it is no mail to many.
    """
    if said.sent:
        return said.names_work and not all(_may_be_of_anything(event) for event in said.events)
    named = bool(said.employer) and (said.kind == "request" or (said.kind == "offer" and _of_a_house(said)))
    return said.names_work and (said.kind in _BEGINNINGS or said.approached or named)


def _may_be_of_anything(event: Event) -> bool:
    """Whether what the candidate did shows no opening by itself."""
    return isinstance(event, _MERE) or (isinstance(event, Submitted) and _OF_ANY_DESK.issuperset(event.who))


def as_letter(said: Said) -> Said:
    """Return what a message says; of a recruiter's first letter, which asks for a CV by the way, that it asks."""
    if said.kind != "outreach" or said.clues is None:
        return said
    who = tuple(sorted(said.clues.people))
    asks = tuple(
        Heard(at=one.at, who=who, asks=True, source=one.source, confidence=one.confidence, quote=one.quote)
        if isinstance(one, Requested)
        else one
        for one in said.events
    )
    return replace(said, events=asks)


def is_hiring(said: Said) -> bool:
    """Whether a message seems to be about hiring, though it may be about anybody's."""
    return said.link is not None and said.kind != "other"


def is_perhaps(said: Said) -> bool:
    """Whether a message that began nothing may still be about a job: somebody of a house of their own writes.

    A recruiter's letter is asked about where the opening is at that very house: agencies write to everybody.
    """
    clues = said.clues
    if clues is None or not clues.domain or not said.employer or not is_hiring(said):
        return False
    if said.confidence < _LEAST.get(said.writer, 2.0):
        return False
    if said.kind == "outreach":
        return bool(said.role) and clues.via == "direct"
    return said.kind in _BEGINNINGS or said.kind in _PERHAPS


def _of_a_house(said: Said) -> bool:
    return bool(said.role) and said.clues is not None and bool(said.clues.domain)
