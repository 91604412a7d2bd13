"""How likely a mail tells of the candidate's interview, by the sentences that may: others tell of other appointments."""

from __future__ import annotations

from sincerely.reading.scoring.labels import KINDS
from sincerely.reading.statements.telling import CERTAIN, NOTICED, OF_KIND, Teller

from . import other_appointments

_CHANGES = ("cancelled", "moved")
_TOLD = (*_CHANGES, "scheduled")
_INTERVIEW = frozenset(OF_KIND[what] for what in _TOLD)
# Where no other sentence is even so likely to call an interview off, none does.
_NOWHERE = 0.1
_SURE = 0.95
# A sentence says so itself.
_SAYS = 0.85


def told(teller: Teller, what: str) -> float:
    """Return how likely a mail says something of an interview of the candidate's.

    What only the sentences say that tell of another appointment, or of what may be, is not said of it.
    """
    likely = teller.likely(what)
    if what not in _TOLD:
        return likely
    if what == "scheduled":
        likely = max(likely, _set_for_all_that_may_be(teller))
    if likely < NOTICED:
        return likely
    silent = _silent(teller, what)
    if teller.where(what) not in silent:
        return likely
    # What is left has some of its likelihood from the sentence that says nothing of it.
    left = min(likely, _elsewhere(teller, what, silent))
    return left if left >= CERTAIN else 0.0


def kind_without(teller: Teller) -> str:
    """Return the likeliest kind of a mail; where all that makes it an interview's is another appointment, another one."""
    kind = teller.insight.kind
    what = next((one for one in _TOLD if OF_KIND[one] == kind), None)
    if what is None or teller.where(what) not in _silent(teller, what) or told(teller, what) >= NOTICED:
        return kind
    other = max((one for one in KINDS if one not in _INTERVIEW), key=teller.insight.kinds.__getitem__)
    return other if teller.insight.kinds[other] >= NOTICED else "other"


def _elsewhere(teller: Teller, what: str, silent: set[int]) -> float:
    kept = (index for index in range(-1, len(teller.scene.said)) if index not in silent)
    return max((teller.insight.statement(index, what) for index in kept), default=0.0)


def _silent(teller: Teller, what: str) -> set[int]:
    """Return the sentences that cannot say something of the candidate's interview."""
    others = _of_others(teller)
    if what == "scheduled":
        return others
    said = teller.scene.said
    return others | {index for index, one in enumerate(said) if not other_appointments.tells_change(one)}


def _of_others(teller: Teller) -> set[int]:
    """Return the sentences of which every time is one at which the house's own people meet."""
    said = teller.scene.said
    found: dict[int, list[bool]] = {}
    for slot in teller.slots:
        found.setdefault(slot.statement, []).append(other_appointments.is_anothers(slot, said))
    return {index for index, each in found.items() if all(each)}


def _set_for_all_that_may_be(teller: Teller) -> float:
    """Return how likely an interview is set where the mail adds how one would call it off: that makes it no less likely.

    The encoder sees a cancellation in "if you cannot make it, please cancel", and doubts what is set; the two together
    are what it is sure of.
    """
    said, kinds = teller.scene.said, teller.insight.kinds
    left_open = {index for index, one in enumerate(said) if other_appointments.is_left_open(one)}
    if teller.insight.kind != "interview_set" or not left_open:
        return 0.0
    if any(_elsewhere(teller, what, left_open) >= _NOWHERE for what in _CHANGES):
        return 0.0
    if teller.insight.statement(teller.where("scheduled"), "scheduled") < _SAYS:
        return 0.0
    return _SURE * sum(kinds[one] for one in _INTERVIEW)
