"""Whether a German or a French sentence asks for something in so many words."""

from __future__ import annotations

import re

# The acts were learnt from English sentences: how German and French ask is written down.
_GERMAN = re.compile(
    r"\b(?:(?:wir|ich) (?:bitten?|brauchen?|bräuchten?|benötigen?)|(?:bitten?|brauchen?|bräuchten?|benötigen?|fehl(?:t|en)) (?:wir|ich|uns|mir)|"
    r"(?:schicken|senden|reichen|legen|laden|bringen|übersenden) sie\b[^.!?]{0,120}\bbitte|bitte (?:schick|send|bring|reich|lad)e?\b|"
    r"(?:schick|send|bring|reich)e? (?:mir|uns)|"
    r"bitte [^.!?]{0,120}\b(?:schicken|(?:zu|über)?senden|einreichen|vorlegen|mitbringen|hochladen|nachreichen|beifügen|mitschicken|angeben)"
    r"|mir\b[^.!?]{0,120} bitte)\b"
)
_FRENCH = re.compile(
    r"\b(?:veuillez (?!(?:trouver|noter|agréer|recevoir|croire)\b)|(?:merci|prière) (?:de |d['’])|nous (?:attendons|demandons(?! nous)|avons besoin)\b|"
    r"il (?:nous |me )?(?:faut|faudra|faudrait|manque)\b|(?:pourriez|pouvez|peux|pourrais)[- ](?:vous|tu)\b|"
    r"(?:envoie|transmets|apporte|joins)[- ](?:moi|nous)\b|(?:transmettez|envoyez|fournissez|joignez|adressez|apportez)\b)"
)
# What is not wanted, or not yet.
_DENIED = re.compile(
    r"\b(?:nicht|kein\w*|erst|später|nur|vorerst|falls|pas|aucun\w*|jamais|rien|ensuite|plus tard|seulement|si)\b"
)


def asks_plainly(text: str) -> bool:
    """Whether a sentence says that something is to be sent, brought or told, and not that it is not, or not yet."""
    said = text.casefold()
    return bool(_GERMAN.search(said) or _FRENCH.search(said)) and not _DENIED.search(said)
