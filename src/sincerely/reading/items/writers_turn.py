"""It is the writer's turn: "I'll get back to you on the salary", "je transmets vos diplômes", "die Gehaltsfrage kläre ich".

Such a sentence names what else is asked for, and asks nothing of its reader.
"""

from __future__ import annotations

import re

_ENGLISH = (
    r"\b(?:I|we)(?:['’]ll| will| shall|['’](?:m|re) going to| am going to| are going to)(?: \w+ly| also| then| just| now){0,2} "
    r"(?:(?:get|come) back to you\b|let you know\b|check\b|ask (?!you\b)|find out\b|clarify\b|look into\b|sort out\b|confirm\b"
    r"|(?:pass|send|forward|share|show|hand|give|submit) (?:them|it|these|those|both)\b)"
    r"|\b(?:I|we)(?:['’](?:m|re)| am| are) (?:passing|sending|forwarding|sharing|handing|submitting) (?:them|it|these|those|both)\b"
    r"|\b(?:I|we)(?:['’]ve| have)? (?:asked|contacted|called|emailed|written to|spoken (?:to|with)|spoke (?:to|with)) (?:both (?:of )?|all (?:of )?)?your (?:two |three )?(?:referees|references)\b"
)
_GERMAN = (
    r"\b(?:kläre|frage|bespreche|prüfe|leite|gebe|schicke|reiche) ich\b(?! (?:sie|ihnen|dir|dich)\b)|\b(?:klären|besprechen|prüfen) wir\b|\b(?:ich|wir) (?:kläre|klären|bespreche|besprechen|prüfe|prüfen)\b"
    r"|\b(?:ich melde mich|melde ich mich|wir melden uns|melden wir uns)\b"
)
_FRENCH = r"\b(?:je|nous) (?:reviens|reviendrai|reviendrons|revenons) vers (?:vous|toi)\b|\bje (?:vérifie|vérifierai|transmets|transmettrai|transfère|transférerai)\b(?! (?:nous|moi)\b)|\bnous (?:vérifions|vérifierons|transmettons|transmettrons|transférons|transférerons)\b"
_OWN = re.compile(f"(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})", re.IGNORECASE)
# Where the reader is asked as well, or must come first, or something is amiss, it may be a request all the same.
_ASKS = re.compile(
    r"\?|\b(?:please|kindly|(?:could|can|would|will) you|need\w*|(?:send|tell|give|get) (?:me|us)|let (?:me|us) (?:know|have)|(?:send|bring|upload|email) (?!them\b|it\b|these\b|those\b|both\b)|once|when|if|as soon as|until|unless|before|after|but|missing|waiting"
    r"|bitte|brauch\w*|benötig\w*|fehl\w*|sobald|wenn|falls|sofern|aber|nachdem|bevor|schicken sie|senden sie|reichen sie"
    r"|merci de|veuillez|besoin|manqu\w*|dès que|lorsque|quand|si|mais|avant de|faut|pourriez|pouvez|envoyez)\b",
    re.IGNORECASE,
)


def is_writers_turn(text: str) -> bool:
    """Whether a sentence tells what its writer will do about a thing, and asks nothing of its reader."""
    return _OWN.search(text) is not None and _ASKS.search(text) is None


__all__ = ["is_writers_turn"]
