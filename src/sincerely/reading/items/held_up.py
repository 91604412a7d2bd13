"""What cannot go on until a thing is there: whoever says so asks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .named import Named

# "We can't raise a contract until we've seen your passport": what could not go on, once, is settled.
_STUCK = r"\b(?:cannot|can not|can't|cant|unable|not able|won't|will not|not possible|impossible)\b"
_COME = r"(?:seen|received|got|gotten|had|have|get|hold|see|receive|sent|signed|returned|completed|filled|provided|uploaded|scanned)"
_UNTIL = re.compile(rf"{_STUCK}[^;:!?]*\b(?:until|till|before|unless)\b[^;:!?,]*\b{_COME}\b(?: [\w']+){{0,6}}$")
_UNTIL_FIRST = re.compile(rf"\b(?:until|till|before|unless)\b[^;:!?,]*\b{_COME}\b(?: [\w']+){{0,6}}$")
_WITHOUT = re.compile(r"\b(?:without|ohne|sans)(?: [\w']+){0,4}$")
_BLOCKED = re.compile(
    rf"{_STUCK}|\b(?:können|kann|könnte|geht|dürfen|darf)\b[^;:!?]*\b(?:nicht|nichts|keine?n?|leider)\b"
    r"|\b(?:pouvons|peux|peut|puis|pourrons|pourra)\b[^;:!?]*\b(?:pas|rien)\b|\b(?:impossible|bloquée?s?)\b"
)
_AS_LONG = re.compile(r"\b(?:solange|bevor|ehe)\b[^;:!?,]*$")
_THERE = re.compile(
    r"[^;:!?,]{0,60}\b(?:vorlieg\w*|eingegangen|da ist|da sind|haben|erhalten|bekommen|sehen|gesehen)\b"
)
_TANT = re.compile(r"\b(?:tant (?:que|qu')[^;:!?,]*\bpas\b|avant d'avoir (?:reçu|vu|eu))[^;:!?,]*$")
_NOT = re.compile(r"\b(?:nicht|nichts|keine?n?|erst)\b")


def holds_up(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence says that something waits for an item that the reader has: "no contract without your passport".

    Args:
        words: of the sentence, plain.
        one: the item.
    """
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    if _UNTIL.search(before) or _TANT.search(before):
        return True
    if _UNTIL_FIRST.search(before) or _WITHOUT.search(before):
        return _BLOCKED.search(behind) is not None or (
            _WITHOUT.search(before) is not None and _BLOCKED.search(before) is not None
        )
    return _AS_LONG.search(before) is not None and _THERE.match(behind) is not None and _NOT.search(behind) is not None
