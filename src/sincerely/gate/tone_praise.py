"""Praise and good faith that mean what they say, such as of how fast an old mill was turned into a workshop.

The encoder hears the turns of sarcasm in them, since sarcasm is praise beside a fact that belies it: it took months,
nobody answered, something was lost, somebody did other things meanwhile, a word stands in quotes. Where none of these
stands in the sentence, the praise is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = (
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|einem|zwei|drei|vier|fünf|sechs|sieben|acht"
    r"|neun|zehn|un|deux|trois|quatre|cinq|sept|huit|neuf|dix)"
)
_LENGTH = r"(?:minutes?|weeks?|months?|wochen?|monate?n?|semaines?|mois)"
_PRAISE = re.compile(
    r"\b(?:impressive|remarkable|fascinating|admir\w+|amazing|astonishing|(?:how|so) (?:lovely|nice|refreshing|kind)|refreshing"
    r"|congratulations?|proud|beeindruckend|erstaunlich|bemerkenswert|bewundernswert|respekt|glückwunsch\w*|schön, dass|bravo"
    r"|félicitations|quel(?:le)? (?:plaisir|joie|bonheur)|remarquable|thank(?:s| you) (?:\w+ )?for|danke, dass|merci (?:de|d'|pour)"
    r"|good luck|best of luck|i(?:'m| am) sure|(?<![a-z] )no doubt|sicher(?:lich)?|sûrement|certaine?)\b",
)
_BELIED = re.compile(
    # late, and how long it took
    r"\b(?:finally|eventually|at (?:long )?last|endlich|doch noch|enfin|finalement|how long|wie lange)\b"
    rf"|\b{_NUMBER}[ -]{_LENGTH}\b"
    # nobody, never, not
    r"|\b(?:nobody|no one|none|never|not|cannot|without|keine[rn]?|niemand|nie|nicht|ohne|ne|n'\w+|jamais|personne|aucune?|sans)\b|n't\b"
    # lost, forgotten, put off, kept waiting, done by a program
    r"|\b(?:wait(?:s|ed|ing)?|warte\w*|attend(?:re|u|ez)|postpon\w+|reschedul\w+|verschoben|verschieben|verschiebt|report(?:é\w*|er)|hung up|aufgelegt|raccroch\w+|los(?:e|es|t|ing)|forg[eo]t(?:s|ten)?|cancel\w+|ignor\w+|annul\w+|vergessen|verloren|abgesagt|oublié\w*|perdu\w*"
    r"|automat\w*|reject\w+|refus\w*|absage\w*)\b"
    # meanwhile, and as far as it went
    r"|\b(?:also \w+ing|between|clock|fewer|less|cheap\w*|(?:eas|bett|quiet|young|smart|good|nic)i?er|moins|plus|billig\w*|only|own|whatever|such as|even|auch wenn|mit dem, was|ce qu'|les moyens|as \w+ (?:\w+ ){0,2}as"
    r"|one day|nur|bloß|ausgerechnet|seulement|quand même|but|yet|aber|mais|too)\b|[\"“„”«»?]"
)


def praised(lines: Sequence[str]) -> list[bool]:
    """Return which sentences of a text praise or trust somebody; none where a fact belies one that does.

    >>> praised(["Impressive how fast you turned the mill round."]), praised(["Impressive how nobody called back."])
    ([True], [False])
    """
    low = [line.lower().replace("’", "'") for line in lines]
    praise = [_PRAISE.search(line) is not None for line in low]
    belied = any(said and _BELIED.search(line) for line, said in zip(low, praise, strict=True))
    return [said and not belied for said in praise]
