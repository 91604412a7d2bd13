"""Whether the candidate tells of an offer that they hold elsewhere: a courtesy, and no asking for news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .statement import Statement

_ELSEWHERE = r"(?:elsewhere|from (?:another|a different|some other)|with (?:another|a different)|at another)"
_OTHER = re.compile(
    # "I have received an offer elsewhere", "I've been offered another job", "I am holding another offer".
    r"\b(?:another|a (?:second|competing|different|firm|written|concrete)|one other) (?:job )?offer\b"
    rf"|\b(?:job )?offers? {_ELSEWHERE}\b"
    r"|\bi(?: have|['’]ve)?(?: just| also| now| since| recently){0,2} (?:received|got|been (?:made|given)|had|hold|have) (?:an?|one) (?:job )?offer\b"
    rf"|\bi(?: have|['’]ve)? been offered (?:another|a) (?:job|role|position|post) {_ELSEWHERE}\b"
    r"|\b(?:anderes|weiteres|zweites|konkretes|fremdes) (?:job|stellen)?angebot\b|\bangebot (?:eine[rs] anderen|von (?:einer anderen|anderer))\b"
    r"|\b(?:mir liegt|habe ich|ich habe)\b[^.;!?]{0,40}\b(?:ein|eine) (?:\w+ )?(?:angebot|zusage)\b"
    r"|\b(?:une? autre|une? seconde?|une? deuxième) (?:offre|proposition)\b|\b(?:offre|proposition)s? (?:ailleurs|d['’]une autre)\b"
    r"|\bj['’]ai (?:\w+ )?(?:reçu|eu) une (?:offre|proposition)\b|\bj['’]ai une (?:offre|proposition)\b",
    re.IGNORECASE,
)
# Theirs, and what there is not.
_NOT = re.compile(
    r"\b(?:your offer|no (?:other )?offer|not (?:have|got|received)|(?:votre|ton) (?:offre|proposition)|pas (?:d['’]|reçu)|ihr angebot|kein\w*)\b"
    r"|\b(?:offer|angebot|offre|proposition) (?:from|of|von|de) (?:you|ihnen|dir|vous|toi|votre|your|ihrer|ihrem)\b|n['’]t (?:have|got|received)\b",
    re.IGNORECASE,
)
_LONGEST = 600


def tells_of_offer(said: Sequence[Statement]) -> int | None:
    """Return the statement in which the candidate tells of an offer elsewhere; None where none does."""
    for index, statement in enumerate(said):
        text = statement.sentence.text[:_LONGEST]
        if _OTHER.search(text) and not _NOT.search(text) and not text.rstrip().endswith("?"):
            return index
    return None
