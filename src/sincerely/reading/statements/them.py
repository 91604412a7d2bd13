"""That a sentence asks for what the one before it names: "Ihre Zeugnisse sind noch nicht da. Bitte laden Sie diese hoch"."""

from __future__ import annotations

import re

# Behind "diese" or "die" stands what is meant, with a capital, where they are no pronouns.
_NO_NOUN = r"(?=\s+(?-i:[a-zäöüß\d])|\s*[,.;!?]|\s*$)"
_HAND_OVER = (
    r"(?:send|upload|submit|bring|e-?mail|forward|provide|attach|return|post)"
    r"(?:\s(?:us|me))?\s(?:them|these|those|it|both)\b"
    r"(?=\s(?:by|to|in|into|on|onto|before|through|via|over|back|with|along|as|at|when|until|no later|asap|here|too|soon|today|tomorrow)\b|\s*[.,;!?]|\s*$)"
)
_ENGLISH = rf"\b(?:please|kindly|(?:could|can|would|will)\syou)\b[^.;?!]{{0,30}}\b{_HAND_OVER}|^\W{{0,3}}(?:(?:and|so|then|just),?\s)?{_HAND_OVER}"
_GERMAN = (
    r"\b(?:laden|schicken|senden|reichen|bringen|legen|mailen|stellen)\s(?:sie|s['’]?)(?:\s(?:uns|mir|bitte|doch|noch))*"
    rf"\s(?:diese[ns]?|dieses|sie|ihn|es|beides|beide){_NO_NOUN}"
    r"|\b(?:lade?|schicke?|sende?|reiche?|bringe?|maile?)(?:\s(?:uns|mir|bitte|doch|noch|mal))*"
    rf"\s(?:diese[ns]?|dieses|sie|die|ihn|den|es|das|beides|beide){_NO_NOUN}"
)
_GIVES = r"(?:envoyer|transmettre|fournir|joindre|adresser|apporter|retourner|renvoyer|déposer|téléverser|remettre|(?:faire\s)?parvenir)"
_FRENCH = (
    rf"\b(?:merci\s(?:de|d['’])|veuillez|(?:pourriez|pouvez)[-\s]vous|(?:pourrais|peux)[-\s]tu|nous\svous\sprions\sde)\s(?:(?:nous|me|bien\svouloir)\s)*(?:les|le|la|l['’])\s?(?:(?:nous|me)\s)?{_GIVES}\b"
    r"|\b(?:envoyez|envoie|transmettez|transmets|apportez|apporte|déposez|dépose|remettez|adressez)-(?:les|le|la)\b"
)
_OF_THEM = re.compile(f"{_ENGLISH}|{_GERMAN}|{_FRENCH}", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|nicht|nie|kein\w*|pas|jamais|unless|if|wenn|falls|sofern|si)\b|n['’]t\b", re.IGNORECASE
)


def asks_for_them(text: str) -> bool:
    """Whether a sentence that names no thing wants to have what was named before."""
    return _OF_THEM.search(text) is not None and _DENIED.search(text) is None
