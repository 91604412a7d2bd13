"""Sentences by which a consultant asks that nobody else be written to: "please don't contact them directly"."""

from __future__ import annotations

import re

_WRITE = r"(?:contact(?:ing)?|approach(?:ing)?|reach(?:ing)? out to|get(?:ting)? in touch with|writ(?:e|ing) to|e-?mail(?:ing)?|call(?:ing)?|speak(?:ing)? to)"
# Their own papers, and whoever asks, are nobody else.
_SOMEBODY = r"(?!(?:me|us|you|your|this|that|any|it|these|those|mich|uns|mir|dich|deine\w*|ihre\w*)\b)"
_DIRECT = re.compile(
    rf"\b(?:(?:do not|don['’]?t|never|not to|refrain from|avoid|rather than) {_WRITE}|without {_WRITE}) {_SOMEBODY}[^.;:!?\n]{{1,60}}?\bdirect(?:ly)?\b"
    r"|\b(?:everything|all|it all|anything|all (?:contact|communications?|correspondence|messages|questions|mail|feedback)) (?:(?:has to|have to|must|should"
    r"|needs to|need to|will) (?:go|come|run|be)|goes|comes|runs|is) (?:via|through|thru) (?:me|us|our office|my office)\b"
    r"|\b(?:only|always|please) (?:go|come|write|reply|communicate|talk) (?:to them )?(?:via|through|thru) me\b"
    r"|\b(?:kontaktieren|kontaktiere|schreiben|schreib|rufen|ruf) (?:sie |du )?(?:bitte )?(?!(?:mich|uns|mir)\b)[^.;:!?\n]{1,60}?\bnicht (?:selbst |selber )?direkt\b"
    r"|\bnicht direkt (?:an|bei|mit|zu) (?!(?:mich|uns|mir)\b)[^.;:!?\n]{1,60}?\b(?:wenden|melden|schreiben|aufnehmen|treten|sprechen|kontaktieren)\b"
    r"|\b(?:wenden|melden|nehmen|treten|gehen|schreiben|sprechen) sie (?:sich )?(?:bitte )?nicht (?:selbst )?direkt\b(?! (?:(?:an|bei|mit|zu) )?(?:mich|mir|uns)\b)"
    r"|\b(?:alles(?: weitere| andere)?|(?:die|der|unsere?) (?:gesamte |ganze )?(?:kommunikation|kontakt|abstimmung|korrespondenz)) (?:läuft|geht|laufen|gehen) (?:bitte )?(?:nur |immer |ausschließlich )?über (?:mich|uns)\b"
    r"|\bläuft (?:bitte )?(?:alles|die (?:gesamte |ganze )?kommunikation) (?:nur |immer |ausschließlich )?über (?:mich|uns)\b",
    re.IGNORECASE,
)


def goes_through_sender(text: str) -> bool:
    """Whether a sentence asks that everything go through whoever writes it, and nothing straight to others."""
    return _DIRECT.search(text) is not None
