"""Promises, receipts, wishes: what an employer says about its own next word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sincerely.core import events

from . import deadlines
from .statements import Statement
from .telling import News, Teller

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_CLOCK = frozenset({"hour", "minute", "second"})
# Whose word it is: an answer that the candidate owes is no promise.
_YOURS = frozenset("your my me ihre deine votre".split())
_PATIENCE = frozenset("give allow bear need patience".split())


def promises(teller: Teller, told: Sequence[News]) -> Iterator[News]:
    """Yield by when the employer's next word or its decision is promised."""
    if any(news.kind in {"rejection", "offer"} for news in told):
        return
    for index, statement in enumerate(teller.scene.said):
        strength = statement.strength("promise")
        if strength < 0.7 or not _is_theirs(statement, teller):
            continue
        day = deadlines.last_day(statement, min(hit.begin for hit in statement.hits if hit.means == "promise"))
        if day is None:
            continue
        event = events.Promised(at=teller.scene.at, by=day, confidence=teller.sure(strength))
        yield teller.news("promise", event, index)
        return


def _is_theirs(statement: Statement, teller: Teller) -> bool:
    """Whether the word promised is the employer's own, and no appointment."""
    tokens = statement.said.tokens
    words = set(tokens)
    if not words.isdisjoint({"please", "kindly", "could", "bitte", "merci"}) and words.isdisjoint(_PATIENCE):
        return False
    if any(means.startswith("request:") for means in statement.meanings) or "assessment" in statement.meanings:
        return False
    if "interview_set" in statement.meanings and any(
        m.grain in _CLOCK and m.start is not None for m in statement.times
    ):
        return False
    for hit in statement.hits:
        if hit.means == "promise":
            at = statement.said.index(hit.begin)
            before = tokens[max(0, at - 2) : at]
            if _YOURS.isdisjoint(before) and {"you", "to"} != set(before[-2:]):
                return True
    del teller
    return False


def receipt(teller: Teller, told: Sequence[News]) -> Iterator[News]:
    """Yield that an application arrived."""
    index, direct = teller.scene.best("acknowledgement")
    strength = teller.strength("acknowledgement")
    weightier = {news.kind for news in told} - {"promise", "request"}
    if strength < 0.75 or (weightier and not (weightier == {"assessment"} and direct >= 0.95)):
        return
    if teller.scene.letter.in_reply_to and direct < 0.9:
        return
    yield teller.news(
        "acknowledgement", events.Acknowledged(at=teller.scene.at, confidence=teller.sure(strength)), index
    )


def wishes(teller: Teller) -> Iterator[News]:
    """Yield how the employer wants to be written to, or not."""
    scene = teller.scene
    index, strength = scene.best("prefers-no-calls")
    if strength >= 0.8:
        yield teller.news("other", events.Prefers(at=scene.at, calls=False, confidence=teller.sure(strength)), index)
    index, strength = scene.best("prefers-silence")
    if strength >= 0.8:
        yield teller.news("other", events.Prefers(at=scene.at, silence=True, confidence=teller.sure(strength)), index)
    index, strength = scene.best("prefers-contact")
    if strength >= 0.8:
        contact = _ADDRESS.search(scene.said[index].sentence.text)
        if contact and contact[0].lower() != scene.letter.from_.address.lower():
            event = events.Prefers(at=scene.at, contact=contact[0].lower(), confidence=teller.sure(strength))
            yield teller.news("other", event, index)
