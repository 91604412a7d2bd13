"""Yes and no: offers and rejections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sincerely.core import events

from . import deadlines
from .no_outcome import hands_over, only_supposes
from .reasons import says_why
from .statement import Statement
from .telling import NOTICED, News, Teller
from .terms_passed import passes_terms

# The sentence that brings the news seldom gives the reason as well: there it must be surer.
_REASON = 0.5
_REASON_TOO = 0.7

# How sure an offer is at most that is only spoken of as what may be.
_SUPPOSED = 0.6


def outcome(teller: Teller) -> Iterator[News]:
    """Yield the rejection or the offer that a mail holds; of both the likelier."""
    no, (offer, index) = _refusing(teller), _offering(teller)
    if max(no, offer) < NOTICED:
        return
    yield _rejected(teller, no) if no >= offer else _offered(teller, offer, index)


def _refusing(teller: Teller) -> float:
    """Return how likely a mail refuses; not by the sentence that only says who takes over somebody's work."""
    likely, index, said = teller.likely("rejected"), teller.where("rejected"), teller.scene.said
    return 0.0 if 0 <= index < len(said) and hands_over(said[index].sentence.text) else likely


def _offering(teller: Teller) -> tuple[float, int]:
    """Return how likely a mail offers, and which sentence does; none does that tells what others were told the reader wants."""
    likely, index = teller.likely("offered"), teller.where("offered")
    if 0 <= index < len(teller.scene.said) and only_supposes(teller.scene.said[index].sentence.text):
        return min(likely, _SUPPOSED), index
    if not _is_of_terms(teller, index):
        return likely, index
    others = [at for at in range(len(teller.scene.said)) if not _is_of_terms(teller, at)]
    index = max(others, key=lambda at: teller.insight.statement(at, "offered"), default=-1)
    return (min(likely, teller.insight.statement(index, "offered")), index) if others else (0.0, -1)


def _is_of_terms(teller: Teller, index: int) -> bool:
    said = teller.scene.said
    return 0 <= index < len(said) and passes_terms(said[index].sentence.text)


def is_none(teller: Teller, kind: str) -> bool:
    """Whether what sounds like an offer or a rejection is neither: terms that are passed on, a colleague who takes over."""
    if kind == "rejection":
        return _refusing(teller) == 0.0
    return kind == "offer" and _is_of_terms(teller, teller.where("offered")) and _offering(teller)[0] < NOTICED


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


def _offered(teller: Teller, likely: float, index: int) -> News:
    scene = teller.scene
    event = events.Offered(at=scene.at, who=scene.who(), by=_ends(teller))
    return teller.news("offer", event, index, likely)


def _ends(teller: Teller) -> date | None:
    """Return the day until which the offer stands."""
    said = teller.scene.said
    times = [
        timed for timed in teller.insight.times("answer-by") if not _brings_paper(said[timed.statement], timed.which)
    ]
    return deadlines.likeliest(said, times)


# "Paper tmrw morning": what comes then, and by when it is to be answered nobody says.
_PAPER = re.compile(
    r"\b(?:paper(?:s|work)?|contract|(?:offer )?letter|written offer|documents|details|\w*vertrag|unterlagen|papiere|contrat|papiers|courrier|documents)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:sign\w*|return\w*|back|accept\w*|decid\w*|decision|answer|reply|respond|valid|stands?|open|expires?|until|till|by|before|deadline|due|need\w*|please"
    r"|unterschr\w*|unterzeichn\w*|zurück\w*|zusag\w*|annehm\w*|entscheid\w*|antwort\w*|gilt|gültig|bis|bitte|sign[eé]\w*|renvo\w*|retour\w*|accept\w*|décid\w*|répon\w*|valable|avant|jusqu)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[.,;:!?](?:\s|$)|\s[–—-]\s|\n")


def _brings_paper(statement: Statement, which: int) -> bool:
    """Whether a time is when the papers come: its clause names them, and nothing that is to be done with them."""
    text, mention = statement.text, statement.times[which]
    begin = max((mark.end() for mark in _MARK.finditer(text, 0, mention.begin)), default=0)
    ends = _MARK.search(text, mention.stop)
    clause = text[begin : ends.start() if ends else len(text)]
    return _PAPER.search(clause) is not None and _ANSWERED.search(clause) is None
