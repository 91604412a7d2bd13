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
_CLAUSES = re.compile(r"[;.!?]|,(?=\s*(?:but|aber|sondern|mais)\b)|\b(?:but|sondern)\b", re.IGNORECASE)
# Who has not received it wants it all the more.
_NOT_WANTED = re.compile(
    r"\b(?:not|no longer|n['’]t) (?:\w+ )?(?:need|require|want|send)|n['’]t (?:\w+ )?(?:need|require|want|send)\b"
    r"|\bno need\b|\b(?:brauch|benötig)\w* (?:\w+ ){0,3}(?:nicht|kein)|\bnicht (?:nötig|erforderlich|notwendig)\b"
    r"|\bpas (?:besoin|nécessaire)\b|\b(?:without|instead of|rather than|ohne|statt|sans)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?:or|oder|ou)\b", re.IGNORECASE)
# What is asked for beside those that are named, and would be forgotten.
_WIDER = re.compile(r"\b(?:certificates|your (?:[\w-]+ ){0,2}certificate|certificats)\b", re.IGNORECASE)
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
    found: dict[str, str] = {}
    joint = "and"
    for quote in (one[:_LONGEST] for one in quotes):
        wanted = [clause for clause in _CLAUSES.split(quote) if _NOT_WANTED.search(clause) is None]
        found |= {name.lower(): name for clause in wanted for name in pattern.findall(clause)}
        if any(_WIDER.search(pattern.sub(" ", clause)) for clause in wanted):
            return ""
        joint = "or" if any(_EITHER.search(clause) for clause in wanted) else joint
    if not 0 < len(found) <= _MOST or set(found) == {key}:
        return ""
    *first, last = found.values()
    return f"{', '.join(first)} {joint} {last}" if first else last
