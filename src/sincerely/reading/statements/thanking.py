"""Which words of thanks are a thank-you note: those for something, and those that somebody is to pass on."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sincerely.core.people import name_words

# A note is longer, with its greeting and the writer's name.
_FEW = 14
_MARKS = frozenset(",;:?!()–")
_THANKS = re.compile(
    r"\b(?:thank\w*|thx|grateful|appreciat\w+|enjoyed|pleasure|dank\w*|gefreut|freue?|merci|remerci\w*|plaisir|dear|hi|hello|hallo|liebe[rs]?|regards|grüße|gruß|cordialement)\b"
)
# "J. Wiechert", "Best": who signs says nothing.
_SAYS = 4
# What a note thanks for, or tells of the hour that was spent together.
_FOR_SOMETHING = re.compile(
    r"\b(?:for|meeting|meet|met|talk(?:ing|ed)?|chat|speak(?:ing)?|spoke|conversation|interview\w*|enjoyed|pleasure|lovely|today|yesterday|"
    r"für|fürs|gespräch\w*|gefreut|heute|gestern|kennen\w*|austausch|nett|schön|pour|de m'avoir|d'avoir|entretien|échang\w+|rencontr\w+|accueil\w*|plaisir|aujourd'hui)\b"
)
_PASSED_ON = re.compile(
    r"\b(?:pass(?: on)?|give|send|extend|convey|forward|relay) (?:on )?(?:\w+ ){0,4}?my (?:\w+ )?(?:thanks|gratitude)\b|\bmy (?:\w+ )?thanks (?:on )?to (?:them|both|him|her|everyone|the (?:team|panel))\b"
    r"|\bthank (?:them|both|him|her|everyone|the (?:team|panel|two)) (?:both |all )?(?:for me|from me|on my behalf)\b"
    r"|\bricht(?:e|en|est)\b[^;?]{0,60}\b(?:meinen|besten|herzlichen|vielen|unseren) dank\b[^;?]{0,60}\baus\b|\bmeinen (?:\w+ )?dank\b[^;?]{0,60}\b(?:auszurichten|ausrichten|weitergeben|weiterleiten|weiterzugeben|übermitteln)\b"
    r"|\b(?:gib|geben sie|leite|leiten sie)\b[^;?]{0,60}\bmeinen (?:\w+ )?dank\b[^;?]{0,60}\bweiter\b"
    r"|\b(?:transmet(?:tre|tez|s)|transmettras)\b[^;?]{0,60}\bmes (?:\w+ )?remerciements\b|\bremerci(?:e|er|ez)[ –](?:les|la|le) (?:tous |toutes )?(?:les deux )?(?:pour moi|de ma part)\b"
)


_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*")

_THANKS = re.compile(r"\b(?:thank\w*|gratitude|dank|remerci\w+)\b", re.IGNORECASE)
# A list of names goes on behind its commas, and nothing else does.
_CLAUSE = re.compile(r"[.;!?]|,\s+(?![A-ZÀ-Þ][^\W\d_])")


def named_in(sentence: str, people: Collection[str]) -> list[str]:
    """Return those of some people whom a sentence names, by what they alone among them are called.

    Args:
        sentence: "Please pass on my thanks to Neil and Ms Dunmore".
        people: their addresses, or names.
    """
    clause = next((part for part in _CLAUSE.split(sentence) if _THANKS.search(part)), "")
    said = {match[0].casefold() for match in _NAME.finditer(clause)}
    words = {who: set(name_words(who)) for who in people}
    return sorted(
        who
        for who, own in words.items()
        if any(name in own and sum(name in other for other in words.values()) == 1 for name in said)
    )


def is_bare(said: Sequence[Sequence[str]]) -> bool:
    """Whether a mail says thank you for nothing in particular: "Perfect, thank you!" agrees.

    Args:
        said: the words of its sentences.
    """
    words = [word for sentence in said for word in sentence]
    return sum(word not in _MARKS for word in words) <= _FEW and not _FOR_SOMETHING.search(" ".join(words))


def passed_on(said: Sequence[Sequence[str]]) -> int | None:
    """Return which sentence asks its reader to thank others for the writer; None where none does."""
    return next((index for index, words in enumerate(said) if _PASSED_ON.search(" ".join(words))), None)


def beside_thanks(said: Sequence[Sequence[str]]) -> int | None:
    """Return which sentence says something, and is no part of the thanks; None where none does."""
    return next(
        (
            index
            for index, words in enumerate(said)
            if sum(word not in _MARKS for word in words) >= _SAYS and not _THANKS.search(" ".join(words))
        ),
        None,
    )
