"""What an employer calls a paper that goes by a wider name here: "police check", "Führungszeugnis", "extrait Kbis"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENGLISH = (
    r"(?:national )?police (?:check|clearance)|criminal (?:records?|history) check"
    r"|ndis (?:worker )?(?:screening )?(?:check|clearance)|working with children check"
    r"|dbs (?:check|certificate)|proof of vaccination"
    r"|vaccination (?:record|certificate)"
    r"|degree certificate|birth certificate"
)
_GERMAN = (
    r"(?:(?:erweitertes|polizeiliches|behördliches) )?[a-zäöüß]{0,30}"
    r"(?:zeugnis(?:se)?|nachweise?|bescheinigung(?:en)?|urkunde)"
    r"|(?:strafregister|betreibungs)(?:register)?auszug"
)
_FRENCH = (
    r"extrait d[eu] casier judiciaire|casier judiciaire|extrait k-?bis|k-?bis|certificat de (?:travail|scolarité)"
    r"|attestation (?:de |d['’])\w+|attestation|diplôme"
)
_NAMES = {
    "certificate": re.compile(rf"\b(?:{_ENGLISH}|{_GERMAN}|{_FRENCH})(?!\w)", re.IGNORECASE),
    "writing-sample": re.compile(
        r"\b(?:diplom|master|bachelor|abschluss)arbeit(?!\w)|\bmémoire de fin d['’]études", re.IGNORECASE
    ),
    "bank-details": re.compile(r"\b(?:RIB|IBAN)(?!\w)"),
    "work-permit": re.compile(r"\bshare code(?!\w)", re.IGNORECASE),
}
# So much of a sentence is looked at, and so many of its papers are named.
_LONGEST, _MOST = 600, 3


def called(key: str, quotes: Iterable[str]) -> str:
    """Return by which names an item is asked for, where these tell more than its own; empty where they do not.

    Args:
        key: from `items.item_key`.
        quotes: the sentences that ask for it.
    """
    pattern = _NAMES.get(key)
    if pattern is None:
        return ""
    found = {name.lower(): name for quote in quotes for name in pattern.findall(quote[:_LONGEST])}
    if not 0 < len(found) <= _MOST or set(found) == {key}:
        return ""
    *first, last = found.values()
    return f"{', '.join(first)} and {last}" if first else last
