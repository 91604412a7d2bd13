"""Where somebody says that they have spoken with their reader: "good talking today", "as discussed on the phone"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LATELY = r"(?:earlier|today|yesterday|just now|this (?:morning|afternoon|evening)|(?:on|over) the phone|last night)"
_TALK = r"(?:phone )?(?:talk|chat|call|conversation|catch - ?up|catch up)"
_SPOKEN = re.compile(
    r"\b(?:good|great|nice|lovely|wonderful|pleasure|enjoyed) (?:talkin|talking|speaking|chatting|catching up)(?: (?:to|with) you)?\b(?! (?:to|with) (?!you\b))"
    rf"|\b(?:good|great|nice|lovely) to (?:have (?:talked|spoken|chatted)\b|(?:talk|speak|chat|catch up)\b(?! (?:to|with) (?!you\b))(?: \w+){{0,4}}? {_LATELY}\b)"
    rf"|\b(?:thanks|thank you|thx|enjoyed)(?: \w+){{0,3}}? (?:for )?(?:the|our|a|your) (?:\w+ )?{_TALK}(?= {_LATELY}\b| [.,!]|$)"
    rf"|\bas (?:we )?(?:discussed|talked about|spoke about|said|agreed) {_LATELY}\b|\bwe (?:just )?(?:spoke|talked) {_LATELY}\b(?! (?:week |month )?(?:to|with) (?!you\b))"
    r"|\b(?:dank\w*|merci) für (?:das|unser|dein\w*|ihr\w*|den) (?:\w+ )?(?:gespräch|telefonat|anruf|austausch)\b"
    r"|\bwie (?:eben|gerade|vorhin|heute|gestern|telefonisch|am telefon) (?:am telefon )?(?:besprochen|gesagt|vereinbart)\b"
    r"|\b(?:mit (?:dir|ihnen|euch) (?:gesprochen|telefoniert|geredet|zu sprechen|zu reden)|haben (?:eben|gerade|vorhin|heute|gestern) (?:telefoniert|gesprochen)(?! mit (?!(?:ihnen|dir|euch)\b)))\b"
    r"|\bmerci (?:\w+ )?pour (?:cet|notre|votre|ton|l['’]) ?(?:\w+ )?(?:échange|appel|conversation)\b"
    r"|\bcomme (?:convenu|évoqué|discuté|dit) (?:au téléphone|par téléphone|ce matin|tout à l['’] ?heure|hier|aujourd['’] ?hui)\b"
    r"|\b(?:ravie?|contente?|heureux|heureuse) (?:de (?:vous|t['’]) ?avoir (?:parlé|eue?)|d['’] ?avoir (?:parlé|échangé))\b"
)
# What is still to come, or may never.
_NOT_YET = re.compile(r"\b(?:forward|would|will|could|can|shall|if|before|until|hope|freue|würde|hâte|serais|serait)\b")


def spoken_in(said: Sequence[Sequence[str]]) -> int | None:
    """Return the first sentence that speaks of a talk with its reader that has been; None where none does.

    Args:
        said: the words of each sentence, in lower case, contractions written out.
    """
    for index, words in enumerate(said):
        text = " ".join(words)
        match = _SPOKEN.search(text)
        if match is not None and _NOT_YET.search(text, 0, match.end()) is None:
            return index
    return None
