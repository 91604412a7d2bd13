"""What a mail from an employer says: its kind, and the events it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core import events

from . import ahead, interview_news, outcomes, referees, wants
from .scene import KINDS, Found, Scene
from .telling import News, Teller

# A mail that is hardly about hiring is not looked at further.
_ABOUT = 0.3
_OUTREACH = 0.85


@dataclass(frozen=True)
class Verdict:
    """What a mail comes to.

    Attributes:
        kind: the weightiest of the thirteen.
        confidence: how sure that is.
        found: the events, in the order of their weight.
    """

    kind: str
    confidence: float
    found: tuple[Found, ...] = ()


def read(scene: Scene) -> Verdict:
    """Return what a received mail says."""
    answer = referees.answer(scene)
    if answer:
        return Verdict("other", answer.event.confidence, (answer,))
    if scene.hiring < _ABOUT:
        return Verdict("other", 1 - scene.hiring)
    teller = Teller(scene)
    if _is_outreach(teller):
        return Verdict("outreach", teller.sure(teller.strength("outreach")))
    told = [news for news in _told(teller) if teller.is_worth_telling(news)]
    if not told:
        return Verdict("other", 0.9)
    return Verdict(
        _kind(told), max(n.found.event.confidence for n in told if n.kind == _kind(told)), tuple(n.found for n in told)
    )


def _kind(told: list[News]) -> str:
    """Return the weightiest kind; a receipt that promises an answer stays a receipt."""
    kinds = {news.kind for news in told}
    if kinds <= {"acknowledgement", "promise", "other"} and "acknowledgement" in kinds:
        return "acknowledgement"
    return min(kinds, key=KINDS.index)


def _is_outreach(teller: Teller) -> bool:
    """Whether a stranger offers a new opening."""
    if teller.scene.known or teller.strength("outreach") < _OUTREACH:
        return False
    return not any(teller.strength(means) >= 0.8 for means in ("acknowledgement", "rejection"))


def _told(teller: Teller) -> list[News]:
    told = list(outcomes.outcome(teller))
    kinds = {news.kind for news in told}
    if "rejection" in kinds:
        return [
            *told,
            *(n for n in interview_news.interview(teller) if n.kind == "interview_cancelled"),
            *ahead.wishes(teller),
        ]
    told += _told_why(teller)
    if "offer" not in kinds:
        tests = list(wants.assessment(teller))
        told += (news for news in interview_news.interview(teller) if not (tests and _is_the_test(teller, news)))
        told += tests
    told += wants.references(teller)
    told += wants.requests(teller, offered="offer" in kinds)
    told += ahead.promises(teller, told)
    told += ahead.receipt(teller, told)
    told += ahead.wishes(teller)
    told += _rest(teller, told)
    return told


def _is_the_test(teller: Teller, news: News) -> bool:
    """Whether an invitation invites to the test alone: to a recorded interview, or "to see how you write"."""
    if news.kind != "interview_invite":
        return False
    index, _ = teller.scene.best("interview_invite")
    return teller.strength("interview_invite") < 0.9 or "assessment" in teller.scene.said[index].meanings


def _told_why(teller: Teller) -> Iterator[News]:
    """Yield the reason that was asked for after a no."""
    scene = teller.scene
    index, direct = scene.best("told-why")
    asked = scene.quoted_asks_why or any("asked-why" in s.meanings for s in scene.said)
    if direct < 0.8 or not asked:
        return
    reason = scene.said[index].sentence.text
    event = events.ToldWhy(at=scene.at, who=scene.who(), reason=reason, confidence=teller.sure(max(direct, 0.9)))
    yield teller.news("other", event, index)


def _rest(teller: Teller, told: list[News]) -> Iterator[News]:
    """Yield that the employer wrote, where nothing else says so."""
    scene = teller.scene
    if any(not isinstance(news.found.event, events.Prefers) for news in told):
        return
    if not scene.sender or scene.machine or teller.strength("outreach") > 0.75:
        return
    event = events.Heard(at=scene.at, who=scene.who(), asks=teller.asks(), confidence=teller.sure(0.95))
    yield teller.news("other", event, max(teller.asking(), _first(scene)))


def _first(scene: Scene) -> int:
    """Return the first statement that is more than a greeting."""
    return next((index for index, statement in enumerate(scene.said) if len(statement.said.tokens) > 4), -1)
