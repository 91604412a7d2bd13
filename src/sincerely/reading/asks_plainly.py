"""Whether a sentence asks in so many words: for something, in German and French; by a day, of the reader."""

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


# By when the reader is to do something, which is no word of the writer's to come.
_READERS = re.compile(
    r"\b(?:(?:schreiben|nennen|teilen|geben|senden|schicken|mailen|melden|bestätigen|wählen|reichen) sie (?:mir|uns|sich|ihn|es|bitte)|"
    r"(?:genügt|reicht),? wenn sie|haben sie [^!?]{0,40}\bzeit|(?:bestätigung|rückmeldung|antwort|zusage)\b[^!?]{0,60}\bgebeten|"
    r"ist\b[^!?]{0,80}\bzu (?:treffen|richten|senden|wählen|bestätigen)|können sie [^!?]{0,60}\babholen|"
    r"we (?:would |do |kindly )?ask (?:that )?you|i(?:['’]ll| will| shall)? want [^!?]{0,60}\bback|"
    r"please (?:reply|answer|confirm|send|return|upload|complete)\b[^!?]{0,80}\b(?:by|before|until))\b"
)
_WRITERS = re.compile(
    r"\b(?:(?:we|i|you)(?:['’]ll| will| shall) (?!want\b)|(?:heard?|hope|expect|aim|plan)\b|hören sie|erhalten sie|melden? (?:wir|ich|uns|mich)|bescheid\b|"
    r"(?:wir|ich) (?:werden?|melden?)|lassen? (?:wir|ich))"
)


def is_readers_day(text: str) -> bool:
    """Whether a sentence says by when its reader is to do something, and nothing of when its writer will."""
    said = text.casefold()
    return _READERS.search(said) is not None and _WRITERS.search(said) is None
