"""Yes and no: offers and rejections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sincerely.core import events

from . import deadlines
from .reasons import says_why
from .telling import NOTICED, News, Teller

# The sentence that brings the news seldom gives the reason as well: there it must be surer.
_REASON = 0.5
_REASON_TOO = 0.7


def outcome(teller: Teller) -> Iterator[News]:
    """Yield the rejection or the offer that a mail holds; of both the likelier."""
    no, offer = teller.likely("rejected"), teller.likely("offered")
    if max(no, offer) < NOTICED:
        return
    yield _rejected(teller, no) if no >= offer else _offered(teller, offer)


def _rejected(teller: Teller, likely: float) -> News:
    scene = teller.scene
    event = events.Rejected(at=scene.at, who=scene.who(), reason=_reason(teller))
    return teller.news("rejection", event, teller.where("rejected"), likely)


def _reason(teller: Teller) -> str:
    """Return the sentence that says why, where one does."""
    index, no = teller.where("reason"), teller.where("rejected")
    said = teller.scene.said
    if 0 <= no < len(said) and index in {no, -1} and says_why(said[no].sentence.text):
        return said[no].sentence.text.strip()
    least = _REASON_TOO if index == no else _REASON
    if teller.likely("reason") < least or not 0 <= index < len(said):
        return ""
    return said[index].sentence.text.strip()


def _offered(teller: Teller, likely: float) -> News:
    scene = teller.scene
    event = events.Offered(at=scene.at, who=scene.who(), by=_ends(teller))
    return teller.news("offer", event, teller.where("offered"), likely)


def _ends(teller: Teller) -> date | None:
    """Return the day until which the offer stands."""
    return deadlines.likeliest(teller.scene.said, teller.insight.times("answer-by"))
