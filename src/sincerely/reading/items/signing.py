"""A contract that comes to be signed and sent back: a paper that is asked for, and no test."""

from __future__ import annotations

import re

from sincerely.reading.statements.telling import NOTICED, Teller

_PAPER = r"(?:contracts?|agreement|offer letter|letter of (?:offer|appointment|engagement)|\w*vertrag|\w*vertrages|\w*verträge|contrats?|promesse d'embauche|avenant)"
_SIGN = r"(?:sign|signed|signature|countersign|countersigned|unterschreiben|unterschrieben\w*|unterzeichnen|unterzeichnet\w*|signer|signez|signée?s?)"
# Whose turn it is: what is signed there already comes to be kept.
_BACK = (
    r"(?:back|return|returned|returning|send|sending|email|post|upload|scan|zurück|zurücksenden|zurückschicken|zurückzusenden|schicken|senden|zusenden|retour|retourner|renvoyer|"
    r"retournez|renvoyez|renvoie|envoyer|adresser)"
)
_ASKED = re.compile(rf"\b{_SIGN}\b.{{0,80}}\b{_BACK}\b|\b{_BACK}\b.{{0,60}}\b{_SIGN}\b")
_NAMED = re.compile(rf"\b{_PAPER}\b")
# What the house itself, or another one, signs and sends, and what has been signed.
_THEIRS = re.compile(
    r"\b(?:we|i|they|he|she)(?: will| shall| have| has)?(?: also| then| now)? (?:sign|signed|countersign|send|sent|return|returned)\b"
    r"|\b(?:thanks? (?:you )?for|danke für|dank für|merci (?:d'avoir|pour))\b.{0,30}\b(?:sign|return|send|unterschr|zurück|sign|renvo)"
    r"|\b(?:have|has|haben|hat|avons|ai|a) (?:\w+ ){0,3}(?:received|erhalten|bekommen|reçu)\b"
    r"|\b(?:wir|ich) (?:\w+ ){0,4}(?:unterschreiben|senden|schicken)\b(?! sie)"
)


def contract_asked(teller: Teller) -> int:
    """Return the statement that asks to sign a contract and send it back; -1 where none does, or it is the offer's own."""
    scene = teller.scene
    if _is_open(teller):
        return -1
    for index, statement in enumerate(scene.said):
        text = " ".join(statement.words)
        before = " ".join(scene.said[index - 1].words) if index else ""
        if _ASKED.search(text) and not _THEIRS.search(text) and _NAMED.search(f"{before} {text}"):
            return index
    return -1


def _is_open(teller: Teller) -> bool:
    scene = teller.scene
    offered = scene.offered or teller.insight.kind == "offer" or teller.likely("offered") >= NOTICED
    return offered and not scene.accepted


__all__ = ["contract_asked"]
