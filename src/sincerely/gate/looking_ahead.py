"""Whether a sentence looks ahead to working somewhere, and not back or aside: "I'd love to join you at Acme".

A name behind it is the reader's, or it is wrong. What was done there, what is told of it, and an offer, an acceptance or
a wait there name another house on purpose.
"""

from __future__ import annotations

import re

# "Join you at", "your team at", "bei Ihnen bei", "votre équipe chez": the house is said to be the reader's.
_READERS = re.compile(
    r"\b(?:(?:you(?! (?:\w+ ){0,3}(?:in|on|from)\b)(?: all| both| guys)?|your (?:[\w'-]+ ){1,3}|(?:the )?rest of (?:the|your) team|all of you) ?(?:(?:over|back|here) )?(?:at|with)"
    r"|(?:ihnen(?: allen)?|euch(?: allen)?|dir|(?:ihr|euer|dein)(?:e[nmrs]?|em|en)? (?:[\w-]+ ){1,2}) ?(?:bei|von|in)"
    r"|(?:vous(?: tous)?|(?:votre|vos|ton) (?:[\w'-]+ ){1,2}) ?(?:chez|de|à|d'))"
    r" (?:the |der |dem |die |la |le |l')?$",
    re.IGNORECASE,
)
# Behind these a house is where, for whom or with whom something is done, in all three languages.
_TO_A_HOUSE = re.compile(
    r"(?<!same as )(?<!than )(?<!like )(?<!wie )(?<!als )\b(?:at|with|for|to|into|join|joining|of|about|within|for|by"
    r"|bei|für|zu|zur|zum|mit|von|an|auf|über|chez|à|pour|avec|rejoindre|rejoignant|intégrer|sein de|par)"
    r" (?:the |der |dem |die |das |la |le |l')?$",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:(?:love|like|glad|happy|delighted|pleased|keen|eager|hop(?:e|ing)|want|excited|thrilled|proud|ready|honou?red) (?:very much )?to"
    r"|(?:excited|enthusiastic|thrilled|interested|interest|enthusiasm|excitement) (?:about|by|for|in|at)|look(?:ing)? forward to"
    r"|(?:would|could|can|will|'d|'ll|might) (?:also |really |well |certainly |gladly )?(?:be (?:a|an|my|useful|of use|able|part|at)|help|add|contribute|bring|support|fit|thrive|do (?:this|that|the same|it))"
    r"|see myself|imagine (?:myself|working)|(?:good|great|right|real|strong|perfect|natural) (?:fit|match|home|place|addition|asset))\b"
    r"|\b(?:würde|möchte|freue mich|könnte|vorstellen|begeister\w+|interess\w+|gerne?|hoffe|reizt|beitragen|einbringen|anfangen|mitarbeiten|verstärken)\b"
    r"|\b(?:aimerais|souhaite\w*|voudrais|serais|réjoui\w*|ravie?|heureu(?:x|se)|enthousias\w+|motivée?|hâte|espère|envie|intéress\w+|pourrais|imagine|plairait)\b",
    re.IGNORECASE,
)
# What lies between a wish and a name and makes it another matter: a deed, a tale, a reservation, another clause.
_ASIDE = re.compile(
    r"[;:]|\b(?:did|do(?:ne)|was|were|have|has|had|been|built|ran|led|made|wrote|kept|taught|sold|grew|learnt|\w{2,}(?<!need)(?<!inde)(?<!embed)ed|['’]ve|my (?:[\w-]+ )?(?:time|years?|past|last|former|old|current|present|previous|days|notice|employer|job|boss|manager|colleagues?)"
    r"|experience|former|since|ago|clients?|customers?|accounts?|suppliers?|partners?|competitors?|offer|deadline|process(?:es)?|interviews?|tell|talk(?!ing to you)|show|explain|share|walk|send|refer\w*|wait|leave|leaving|finish\w*|before|until|till|but|because|since|though|although|while|when|where|which|who|than|instead|rather|unlike|like"
    r"|habe|hatte|war|meine[rmns]? (?:\w+ )?(?:zeit|arbeit|jahre|stelle|ausbildung|kolleg\w+)|damals|früher|bisher|derzeit|aktuell|seit|kunde[n]?|kundin\w*|angebot\w*|zusage|absage|erzähl\w+|bericht\w*|zeigen|erfahrung\w*|gearbeitet|gelernt|praktikum|bevor|bis|aber|weil|obwohl|während|statt|anders|wo|ein(?:en)? vertrag|zugesagt|angenommen|gespräch\w*"
    r"|ai|avais|était|étais|mon (?:ancien\w* |dernier )?(?:temps|poste|travail|stage|expérience|employeur)|mes années|ancien\w*|clients?|offre|accept\w+|parler|raconter|montrer|depuis|actuel\w*|avant|mais|parce|plutôt|quand|où)\b",
    re.IGNORECASE,
)
# "I'll be joining Acme in May" beside an offer that was taken: told, and wished of nobody.
_DECIDED = re.compile(
    r"\b(?:accepted|signed|taken|took|decided|chosen|chose|going with|gone with|said yes|start(?:ing)? (?:at|with|on)|zugesagt|angenommen|entschieden|unterschrieben|accepté|signé|décidé|choisi)\b",
    re.IGNORECASE,
)
_OFFER_OF_THEIRS = re.compile(
    r"\b(?:your|ihr\w{0,2}|euer|eure?[mnrs]?|dein\w{0,2}|votre|vos|ton) (?:[\w'-]+ )?(?:offer|angebot|offre|proposal|proposition|team|équipe)\b",
    re.IGNORECASE,
)
_GERMAN_END = re.compile(r"[^.,;:!?\n]{0,60}")
_CLAUSE_ENDS = re.compile(r"[.!?;\n](?=\s|$)|,? (?:and|und|et) (?=(?:i|we|ich|wir|je|j'|nous)\b)", re.IGNORECASE)
_FARTHEST = 160


def is_readers(before: str) -> bool:
    """Whether the words before a house's name say that it is the reader's.

    >>> is_readers("I'd love to join you at "), is_readers("I told you of my years at ")
    (True, False)
    """
    return _READERS.search(_plain(before)) is not None


def looks_ahead(before: str, after: str = "") -> bool:
    """Whether the words before a house's name, and behind it, wish to work there.

    >>> looks_ahead("I could be useful to "), looks_ahead("I'd love to tell you about my work at ")
    (True, False)
    >>> looks_ahead("Bei ", " würde ich sehr gern anfangen."), looks_ahead("Bei ", " habe ich gern gearbeitet.")
    (True, False)
    """
    plain = _plain(before)
    if _TO_A_HOUSE.search(plain) is None:
        return False
    clause = _CLAUSE_ENDS.split(plain)[-1]
    wishes = list(_WISHES.finditer(clause))
    if wishes and not _ASIDE.search(clause, wishes[-1].end()):
        return True
    end = _GERMAN_END.match(_plain(after))
    behind = end[0] if end else ""
    return _WISHES.search(behind) is not None and not _ASIDE.search(clause) and not _ASIDE.search(behind)


def is_decided(line: str) -> bool:
    """Whether a sentence tells of a decision that was taken for a house, and not for the reader's offer.

    >>> is_decided("I have accepted an offer and will be joining Acme."), is_decided("I'd love to join Acme.")
    (True, False)
    >>> is_decided("I have accepted your offer and look forward to joining Acme.")
    False
    """
    return _DECIDED.search(line) is not None and _OFFER_OF_THEIRS.search(line) is None


def _plain(words: str) -> str:
    return re.sub(r"\s", " ", words[-_FARTHEST:] if len(words) > _FARTHEST else words).replace("’", "'")
