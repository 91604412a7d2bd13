"""What keeps somebody from handing a thing in: "the test link isn't working", "ich komme nicht ins Portal"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DOOR = (
    r"(?:links?|page|pages|log ?in|sign ?in|password|portal|site|website|system|code|token|url|upload|button|seite|zugang|zugangsdaten|passwort|"
    r"anmeldung|knopf|lien|liens|portail|accès|mot de passe|bouton|plateforme|platform|invitation|editor)"
)
_SHUT = (
    r"(?:not|no longer|n['’]?t|cannot|expired?|broken|dead|down|errors?|error|fails?|failed|failing|invalid|stuck|blank|crash\w*|frozen|freezes|"
    r"nicht|kein\w*|abgelaufen|ungültig|fehler\w*|defekt|kaputt|leer|pas|plus|expirée?s?|invalide|erreur|bloquée?|vide)"
)
_TROUBLE = re.compile(
    rf"\b{_DOOR}\b[^.;!?]{{0,60}}\b{_SHUT}\b|\b{_SHUT}\b[^.;!?]{{0,40}}\b{_DOOR}\b"
    r"|\b(?:cannot|can not|could not|unable to|did not|do not) (?:seem to )?(?:open|access|log|get (?:in|into|onto)|find|see|start|download|load|upload|submit)\b"
)
_ALL_THE_SAME = re.compile(
    r"\b(?:attached|enclosed|attaching|instead|so here|here is|here are|anbei|beigefügt|angehängt|stattdessen|ci-joint|ci joint|joint|jointe|voici)\b"
)


def is_kept_from(words: Sequence[str]) -> bool:
    """Whether a sentence tells what is in the way, and gives nothing all the same.

    Args:
        words: of the sentence, plain.
    """
    text = " ".join(words)
    return _TROUBLE.search(text) is not None and _ALL_THE_SAME.search(text) is None
