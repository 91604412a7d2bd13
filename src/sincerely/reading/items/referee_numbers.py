"""Where the candidate tells the number of somebody who is to be called as a referee: "Tom's number is 07700 900123"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sincerely.reading.statements.statement import Statement

_NUMBER = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}|\(?0\d)(?:[ ().\-/]{0,3}\d){6,13}(?!\w)|(?<![\w.])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\w)"
)
# The candidate's own, a house's, and numbers that nobody calls.
_ANOTHERS = re.compile(
    r"\b(?:my|meine[rm]?|mein|mon|ma) (?:\w+ ){0,2}?(?:number|phone|mobile|cell|line|nummer|telefon\w*|handy\w*|numéro|portable"
    r"|téléphone)|\b(?:reach|call|ring|phone|text|contact) me\b|\bi (?:am|can be)\b|\bi['’]m\b|\bmich\b|\bich bin\b"
    r"|\bi (?:have |['’]ve )?(?:just )?(?:tried|rang|called|rung|dialled|dialed|phoned)\b|\bich habe?\b.{0,60}\b(?:angerufen|versucht)\b"
    r"|\bj['’]ai (?:appelé|essayé|téléphoné)|\b(?:hotel|hôtel|dial-?in|reception|switchboard|zentrale|standard)\b"
    r"|\bme (?:joindre|contacter|rappeler)|\bm['’]appeler|\bje suis\b"
    r"|\b(?:job|ticket|file|case|invoice|application|requisition|passport|id|order|fax)\b|\b(?:reference|ref) (?:no|number|code)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|i['’]ll|once|tomorrow|later|folgt|folgen|werde|sobald|morgen|enverrai|dès)\b|\?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# A number with fewer words around it may belong to what stands below a name.
_FEWEST = 3
_LONGEST = 600


def has_anothers_number(text: str) -> bool:
    """Whether a text has the telephone number of somebody else than its writer."""
    return _NUMBER.search(text) is not None and _ANOTHERS.search(text) is None


def tells_number(said: Sequence[Statement]) -> int | None:
    """Return the statement that tells somebody else's telephone number; None where none does.

    Args:
        said: what the candidate says to somebody who waits for a referee, or for how to reach one.
    """
    for index, statement in enumerate(said):
        text = statement.sentence.text[:_LONGEST]
        if _NUMBER.search(text) is None or len(_WORD.findall(text)) < _FEWEST:
            continue
        if _ANOTHERS.search(text) is None and _LATER.search(text) is None:
            return index
    return None
