"""The opening that a German or a French mail tells in so many words, where nothing else was seen to be one."""

from __future__ import annotations

import re

from .role import clean, without_marks
from .role_words import is_worker

_LOOK = 3000
_NOUNS = r"(?P<title>[A-ZÄÖÜ][\wäöüß:*/-]{2,40}(?: [A-ZÄÖÜ][\wäöüß-]{2,40})?)"
_OPENING = r"(?:Bewerbung|beworben|Stelle|Position|Besetzung|Ernennung|Einstellung|Ausschreibung|\w{0,20}[Gg]espräch)"
_GERMAN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_OPENING}(?::|\s(?:als|zum|zur|der|des|einer|eines|auf die|für die))?\s+{_NOUNS}",
        rf"\b(?:[Ss]uche|suchen|sucht|[Gg]esucht wird|[Bb]rauche|brauchen|braucht)\s(?:[\w ]{{0,20}}\s)?eine?n?\s{_NOUNS}",
        rf"\bAls\s{_NOUNS}\s(?:dürfen|müssen|brauchen|brauchst|werden|können|sind|bist)\b",
    )
)
_WORK = r"(?P<title>[\wà-ÿ-]{3,40}(?: (?:de (?:la )?|d['’])[\wà-ÿ-]{3,40})?)"
_FRENCH = re.compile(
    rf"\b(?:(?:poste|place|emploi|métier|candidature)\s(?:de\s|d['’]|comme\s)|(?:cherche|cherchons|recherche|recherchons)\s(?:une?\s)|besoin\sd['’]une?\s){_WORK}"
)
_CUT = re.compile(r"\s*[,:|(]|\s[–-]\s")
_MOST = 3
# "ta relecture" is no teaching assistant's.
_ALONE = re.compile(
    r"(?!(?:mon|ma|mes|ton|ta|tes|son|sa|ses|votre|vos|mein|dein|ihr)\w{0,2} )[\w:*/'’ -]+", re.IGNORECASE
)


def role_told(subject: str, text: str) -> str:
    """Return a title that stands behind "Bewerbung als", "suchen eine", "la place de" or alone in the subject.

    Args:
        subject: the mail's.
        text: what its writer says, and the signature.
    """
    alone = clean(_CUT.split(without_marks(subject[:200]), maxsplit=1)[0])
    if len(alone.split()) <= _MOST and _ALONE.fullmatch(alone) and is_worker(alone):
        return alone
    for pattern in (*_GERMAN, _FRENCH):
        for match in pattern.finditer(text[:_LOOK]):
            title = clean(match["title"])
            if is_worker(title):
                return title
    return ""
