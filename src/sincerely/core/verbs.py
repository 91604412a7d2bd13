"""All verbs, in the order in which the documentation lists them."""

from __future__ import annotations

from .events import (
    Accepted,
    Acknowledged,
    Agreed,
    Applied,
    Asked,
    AskedWhy,
    Assessed,
    Briefed,
    Cancelled,
    Closed,
    Debriefed,
    Declined,
    Event,
    Found,
    Heard,
    Interviewed,
    Moved,
    Named,
    Offered,
    Pledged,
    Prefers,
    Promised,
    Rejected,
    Reminded,
    Requested,
    Scheduled,
    Started,
    Submitted,
    Thanked,
    ThankedReference,
    Told,
    ToldWhy,
    Withdrew,
    Wrote,
)
from .rulings import Apart, Corrected, Dismissed, Done, Merged, Snoozed, Split

KINDS: tuple[type[Event], ...] = (
    Applied, Acknowledged, Assessed, Scheduled, Moved, Cancelled, Interviewed, Debriefed, Promised, Thanked,
    Requested, Submitted, Pledged, Asked, Agreed, Declined, Told, Briefed, Named, Reminded, ThankedReference, Wrote,
    Heard, Rejected, Offered, Accepted, Withdrew, Closed, AskedWhy, ToldWhy, Prefers, Found, Started,
    Dismissed, Snoozed, Done, Corrected, Merged, Split, Apart,
)  # fmt: skip
VERBS: dict[str, type[Event]] = {kind.verb: kind for kind in KINDS}
OUTCOMES = (Rejected, Accepted, Withdrew, Closed)
OF_REFEREES: frozenset[type[Event]] = frozenset(
    {Agreed, Asked, Briefed, Declined, Named, Reminded, ThankedReference, Told}
)
