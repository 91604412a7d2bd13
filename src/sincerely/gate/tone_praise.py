"""Praise and good faith that mean what they say, such as of how fast an old mill was turned into a workshop.

The encoder hears the turns of sarcasm in them, since sarcasm is praise beside a fact that belies it: it took months,
nobody answered, something was lost, somebody did other things meanwhile, a word stands in quotes; or it comes with a word
that runs somebody down. Where none of these stands in the sentence, the praise is one. Thanks are left to the encoder: it
has heard many, and knows the kind ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .tone_foreign import stings
from .tone_words import SORT, tokens

_NUMBER = (
    r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|einem|zwei|drei|vier|fünf|sechs|sieben|acht"
    r"|neun|zehn|un|deux|trois|quatre|cinq|sept|huit|neuf|dix)"
)
_LENGTH = r"(?:minutes?|weeks?|months?|wochen?|monate?n?|semaines?|mois)"
_PRAISE = re.compile(
    r"\b(?:impressive|remarkable|fascinating|admir\w+|amazing|astonishing|(?:how|so) (?:lovely|nice|refreshing|kind)|refreshing"
    r"|congratulations?|proud|beeindruckend|erstaunlich|bemerkenswert|bewundernswert|respekt|glückwunsch\w*|schön, dass|bravo"
    r"|félicitations|quel(?:le)? (?:plaisir|joie|bonheur)|remarquable"
    r"|good luck|best of luck|i(?:'m| am) sure|(?<![a-z] )no doubt|sicher(?:lich)?|sûrement|certaine?)\b",
)
_THANKS = re.compile(r"\b(?:thank(?:s| you) (?:\w+ )?for|danke, dass|merci (?:de|d'|pour))\b")
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
# What runs somebody down, warns of what others will hear, or says that it is too small to be praised.
_RUNS_DOWN = re.compile(
    r"\b(?:pointless|arrogan\w+|incompeten\w+|idiot\w*|wast(?:e|ed|ing)|shabby|lousy|awful\w*|terribl\w+|wors[et]|bad(?:ly)?|poor(?:ly)?|rude\w*|ignoran\w+|mediocr\w+|audacity|contempt\w*|dishonest\w*"
    r"|passes for|so-called|straight face|at least|need it|(?:so|how) (?:little|few|badly|poorly)|good luck (?:finding|keeping|getting|with (?:that\b(?! \w)|finding))|while \w+ing|i exist"
    r"|(?:you|they|she|he) (?:really |seriously |still )?(?:think|believe|imagine|suppose|consider)s?|of you to (?:remember|bother|deign|think of)|such a (?:wage|salary|pittance)"
    r"|(?:your|the) boss|lawyers?|newspapers?|journalists?|(?:would|will) (?:\w+ )?(?:love to (?:hear|know|read|see)|be interested|like to (?:hear|know|read|see))"
    r"|wenigstens|immerhin|schlecht\w*|so wenig|wie wenig|(?:au|du) moins|si peu|aussi peu|per(?:d\w+|tes?) (?:\w+ )?temps|zeitverschwendung|cousins?|nephews?|mal (?:préparée?s?|organisée?s?|élevée?s?))\b"
)
# What was done to the writer is for the encoder to hear, but for what is kindly done.
_TO_ME = re.compile(
    r"\b(?:(?<!show )(?<!shown )(?<!showed )(?<!tell )(?<!told )(?<!send )(?<!sent )(?<!help )(?<!helped )(?<!teach )(?<!taught )(?<!invite )(?<!invited )(?<!welcome )(?<!welcomed )(?<!suit )(?<!suits )(?<!for )(?<!offer )(?<!offered )(?<!call )(?<!to )me"
    r"|my(?! (?:thanks|best|congratulations|respect|visit|questions?)\b)|mich(?= (?:\w+ ){0,4}(?:\w*zu\w+|ge\w+|ver\w+|er\w+t)\b)|meine?[nmrs]?|m'\w+|mon|ma|mes)\b"
)
# They are gone, and it is said of many; it is done over and over.
_GONE = re.compile(
    rf"\b(?:fir(?:ed|ing)|sack(?:ed|ing)|quit|left|turnover|replacing|mould\w*|hard|difficult|schwer|schwierig|difficile|gekündigt\w*|{_NUMBER}(?: |-)?(?:times|mal|fois)|once|twice|no|téléphone|phone)\b"
)


def praised(lines: Sequence[str]) -> list[bool]:
    """Return which sentences of a text praise or trust somebody; none where a fact belies one that does.

    >>> praised(["Impressive how fast you turned the mill round."]), praised(["Impressive how nobody called back."])
    ([True], [False])
    """
    low = [line.lower().replace("’", "'") for line in lines]
    praise = [_PRAISE.search(line) is not None for line in low]
    belied = any(
        _BELIED.search(line) is not None or _runs_down(line)
        for line, said in zip(low, praise, strict=True)
        if said or _THANKS.search(line)
    )
    return [said and not belied for said in praise]


def _runs_down(line: str) -> bool:
    """Whether a line says something hard beside its praise, which is itself a word that mockers use."""
    beside = _PRAISE.sub(" ", line)
    insults = any(SORT.get(word) == "insult" for word in tokens(beside))
    return (
        insults
        or stings(beside)
        or any(said.search(beside) for said in (_TO_ME, _GONE))
        or _RUNS_DOWN.search(line) is not None
    )
