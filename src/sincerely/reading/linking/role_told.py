"""The opening that a German or a French mail tells in so many words, where nothing else was seen to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from sincerely.reading.letters.language import language_of
from sincerely.reading.scoring.role_words import is_worker

from .role import clean, without_marks

_LOOK = 3000
_NOUNS = r"(?P<title>[A-ZÄÖÜ][\wäöüß:*/-]{2,40}(?: [A-ZÄÖÜ][\wäöüß-]{2,40})?)"
_OPENING = r"(?:Bewerbung|beworben|Stelle|Position|Besetzung|Ernennung|Einstellung|Ausschreibung)"
_GERMAN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_OPENING}(?::|\s(?:als|zum|zur|der|des|einer|eines|auf die|für die))?\s+{_NOUNS}",
        # "Das Gespräch der Leiterin" is hers.
        rf"\b\w{{0,20}}[Gg]espräch(?::|\s(?:als|zum|zur|für die))?\s+{_NOUNS}",
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
_WORD = re.compile(r"[^\W\d_]{2,}")
# "ta relecture" is no teaching assistant's.
_ALONE = re.compile(
    r"(?!(?:mon|ma|mes|ton|ta|tes|son|sa|ses|votre|vos|mein|dein|ihr)\w{0,2} )[\w:*/'’ -]+", re.IGNORECASE
)
# Whom one talks with, or what somebody else is.
_SOMEBODYS = re.compile(
    r"\b(?:herrn?|frau|dr|m\.|mme|team|équipe|with|avec|chez|mit|beim?|vom|zum|zusage)(?!\w)",
    re.IGNORECASE,
)
# English subjects stand above German mails as well, and name things: "Server test", "Employment contract".
_THING = re.compile(r"\b(?:contract|test|exercise|visit|check|server|product)$", re.IGNORECASE)
_NOT_ENGLISH = frozenset({"de", "fr"})


def role_told(subject: str, text: str, persons: Iterable[str] = ()) -> str:
    """Return a title that stands behind "Bewerbung als", "suchen eine", "la place de" or alone in the subject.

    Args:
        subject: the mail's.
        text: what its writer says, and the signature.
        persons: the names of people in it, of which no title holds a word.
    """
    names = {word for name in persons for word in _WORD.findall(name.casefold())}
    first = _CUT.split(without_marks(subject[:200]), maxsplit=1)[0]
    alone = clean(first)
    # In English too much else has such words: "Employment contract", "driver check".
    if (
        language_of(f"{subject}\n{text[:_LOOK]}") in _NOT_ENGLISH
        and not _SOMEBODYS.search(first)
        and _is_alone(alone, names)
    ):
        return alone
    for pattern in (*_GERMAN, _FRENCH):
        for match in pattern.finditer(text[:_LOOK]):
            title = clean(match["title"])
            if _is_told(title, names):
                return title
    return ""


def _is_alone(title: str, names: AbstractSet[str]) -> bool:
    return (
        len(title.split()) <= _MOST
        and _ALONE.fullmatch(title) is not None
        and not _THING.search(title)
        and _is_told(title, names)
    )


def _is_told(title: str, names: AbstractSet[str]) -> bool:
    """Whether a title names who does a work, and nobody's name."""
    return is_worker(title) and not _SOMEBODYS.search(title) and not names & set(_WORD.findall(title.casefold()))
