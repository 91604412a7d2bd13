"""Yes and no: offers and rejections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sincerely.core import events

from . import deadlines
from .telling import News, Teller

# Good news beside which weak signs of a no mean nothing.
_GOOD = ("interview_changed", "interview_set", "interview_invite", "acknowledgement", "assessment", "offer", "promise")
_DIRECT = 0.75
_ANSWER = frozenset(
    """tell say let offer accept acceptance answer decision sign signed respond response reply confirm decide know return hear back yes
    countersign returning annehmen unterschrieben unterschriebenes zurück""".split()
)
_REASON = re.compile(
    r"\b(?:because|as|since|due to|owing to|for the reason that|:|the reason (?:is|was)(?: that)?|following)\s+(?P<reason>[^.!?\n]{12,160})"
)


def outcome(teller: Teller) -> Iterator[News]:
    """Yield the rejection or the offer that a mail holds."""
    no, offer = _no(teller), _offer(teller)
    if no and (not offer or no >= offer or _withdrawn(teller)):
        yield _rejected(teller, no)
    elif offer:
        yield _offered(teller, offer)


def _no(teller: Teller) -> float:
    """Return how strongly a mail says no; 0 where weak signs stand alone, or beside good news."""
    strength = teller.strength("rejection")
    _, direct = teller.scene.best("rejection")
    if direct < _DIRECT and (strength < 0.75 or any(teller.strength(name) > 0.7 for name in _GOOD)):
        return 0.0
    return strength


def _offer(teller: Teller) -> float:
    strength = teller.strength("offer")
    _, direct = teller.scene.best("offer")
    return strength if strength >= 0.8 and direct >= 0.7 else 0.0


def _withdrawn(teller: Teller) -> bool:
    return any(
        "offer" in hit.pattern and "resci" in hit.pattern
        for s in teller.scene.said
        for hit in s.hits
        if hit.means == "rejection"
    )


def _rejected(teller: Teller, strength: float) -> News:
    scene = teller.scene
    index, _ = scene.best("rejection")
    sure = teller.sure(strength)
    event = events.Rejected(at=scene.at, who=scene.who(), reason=_reason(teller, index), confidence=sure)
    return teller.news("rejection", event, index)


def _reason(teller: Teller, index: int) -> str:
    """Return why, where the sentence itself says so."""
    if index < 0:
        return ""
    match = _REASON.search(teller.scene.said[index].sentence.text)
    return match["reason"].strip(" ,;:") if match else ""


def _offered(teller: Teller, strength: float) -> News:
    scene = teller.scene
    index, _ = scene.best("offer")
    event = events.Offered(at=scene.at, who=scene.who(), by=_ends(teller, index), confidence=teller.sure(strength))
    return teller.news("offer", event, index)


def _ends(teller: Teller, index: int) -> date | None:
    """Return the day until which the offer stands."""
    said = teller.scene.said
    for at in (index, *range(len(said))):
        statement = said[at]
        words = set(statement.said.tokens)
        if words.isdisjoint(_ANSWER) or (at != index and "start" in words and words.isdisjoint({"sign", "accept"})):
            continue
        day = deadlines.deadline(statement)
        if day:
            return day
    return None
